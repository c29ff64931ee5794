"""Lets a voice be heard: one sentence, spoken in a child process and played on the loudspeaker."""

from __future__ import annotations

import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from renderers.steps import SpeakStep
from studio.errors import MissingToolError, StudioError
from studio.timebase import SAMPLE_RATE
from ui.playback.sound import Output, Sound

if TYPE_CHECKING:
    from collections.abc import Callable

    from renderers.voices.catalogue import VoiceInfo
    from renderers.workers import Worker
    from ui.tasks import Task, TaskControl, Tasks

State = Literal["", "speaking", "playing"]
BYTES = 2
"""Bytes of a sample."""
TAIL_MS = 200


class Listening(QObject):
    """One voice at a time; a new one takes the place of the one before. Its child process stays until `close`."""

    changed = Signal()
    failed = Signal(object)
    """A `StudioError`: the voice cannot speak, or there is nothing to hear it with."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None, output: Output | None = None) -> None:
        super().__init__(parent)
        self.state: State = ""
        self._tasks = tasks
        self._task: Task | None = None
        self._output: Output = Sound(self) if output is None else output
        self._speech = Speech()
        self._end = QTimer(self, singleShot=True)
        self._end.timeout.connect(self.stop)
        self._output.find()

    def find_voices(
        self, done: Callable[[tuple[VoiceInfo, ...]], None], failed: Callable[[StudioError], None]
    ) -> None:
        """Ask which voices there are."""
        self._tasks.start(self._speech.voices, done, failed)

    def listen(self, voice: VoiceInfo, text: str) -> None:
        """Speak a text and play it."""
        self.stop()
        speech = self._speech

        def work(control: TaskControl) -> bytes:
            return speech.spoken(voice, text, control)

        self._task = self._tasks.start(work, self._play, self._fail)
        self._set("speaking")

    def stop(self) -> None:
        """Be silent."""
        self._end.stop()
        self._output.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._set("")

    def close(self) -> None:
        """Be silent and end the child process."""
        self.stop()
        self._tasks.start(lambda _: self._speech.close())

    def _play(self, pcm: bytes) -> None:
        if not isValid(self) or self.state != "speaking":
            return
        self._task = None
        at = 0

        def pull(count: int) -> bytes:
            nonlocal at
            piece = pcm[at * BYTES : (at + count) * BYTES]
            at += count
            return piece.ljust(count * BYTES, b"\0")

        if not self._output.start(pull):
            self._fail(MissingToolError("No sound device was found; connect one to listen."))
            return
        self._end.start(len(pcm) * 1000 // (BYTES * SAMPLE_RATE) + TAIL_MS)
        self._set("playing")

    def _fail(self, error: StudioError) -> None:
        if not isValid(self):  # the window has gone meanwhile
            return
        self._task = None
        self._set("")
        self.failed.emit(error)

    def _set(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()


class Speech:
    """The speech worker, used from one thread at a time."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._worker: Worker | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def voices(self, control: TaskControl) -> tuple[VoiceInfo, ...]:
        """All voices of all engines."""
        from renderers.voices.speech import ask_voices

        with self._turn:
            return ask_voices(self._running(), self._place(), control.cancel)

    def spoken(self, voice: VoiceInfo, text: str, control: TaskControl) -> bytes:
        """A text as mono 48 kHz signed 16-bit samples."""
        import numpy as np

        from renderers.sound import from_pcm
        from renderers.voices.speech import speak

        step = SpeakStep(text, voice.engine, voice.id, 1.0, voice.version)
        with self._turn:
            control.cancel.check()
            answer = speak(self._running(), self._place(), step, control.cancel)
        samples = from_pcm(answer.blobs[0], answer.header["rate"]).samples
        return np.round(np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes()

    def close(self) -> None:
        """End the process and remove its files."""
        with self._turn:
            worker, self._worker = self._worker, None
            folder, self._folder = self._folder, None
            if worker is not None:
                worker.close()
            if folder is not None:
                folder.cleanup()

    def _running(self) -> Worker:
        if self._worker is None:
            from renderers.workers import Worker
            from renderers.workshop import WORKER_MEMORY

            self._worker = Worker("speech", memory=WORKER_MEMORY["speech"])
        return self._worker

    def _place(self) -> Path:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="lecture-studio-")
        return Path(self._folder.name)
