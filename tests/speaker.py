"""Speaks single sentences in one long-lived worker, for tests of voices, recordings and loudness."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from renderers.sound import Sound, from_pcm, trimmed
from renderers.steps import SpeakStep
from renderers.voices.catalogue import ChosenVoice, VoiceInfo, choose_voice
from renderers.voices.speech import ask_voices, speak
from renderers.workers import Worker
from studio.narration import Utterance
from studio.progress import CancelToken

LIMIT_S = 60.0
"""Longest time for one sentence (or for listing the voices) before the voice is taken for hung."""


class Speaker:
    """Speaks sentences in one long-lived worker. Any thread may call; the calls are served one at a time."""

    def __init__(self, limit_s: float = LIMIT_S) -> None:
        self._worker = Worker("speech", limit_s)
        self._folder = TemporaryDirectory(prefix="voice-", ignore_cleanup_errors=True)
        self._lock = Lock()
        self._voices: tuple[VoiceInfo, ...] | None = None

    def __enter__(self) -> Speaker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the worker and remove its files."""
        self._worker.close()
        self._folder.cleanup()

    def voices(self, cancel: CancelToken) -> tuple[VoiceInfo, ...]:
        """The voices that can be used here, asked for once. Raises `WorkerError` and `Cancelled`."""
        with self._lock:
            if self._voices is None:
                self._voices = ask_voices(self._worker, Path(self._folder.name), cancel)
            return self._voices

    def choose(self, utterance: Utterance, cancel: CancelToken) -> ChosenVoice:
        """The voice that will speak a sentence, with a remark where it is not what was asked for."""
        return choose_voice(utterance.language, utterance.voice, self.voices(cancel))

    def speak(self, utterance: Utterance, cancel: CancelToken) -> Sound:
        """A sentence as sound, silence at its ends cut off.

        Raises `WorkerError` with one sentence where the voice fails twice (the second time in a fresh worker),
        `MissingToolError` where there is no voice, `Cancelled` within a second after `cancel`.
        """
        voice = self.choose(utterance, cancel).voice
        step = SpeakStep(utterance.spoken, voice.engine, voice.id, utterance.speed, voice.version)
        with self._lock:
            answer = speak(self._worker, Path(self._folder.name), step, cancel)
        return trimmed(from_pcm(answer.blobs[0], answer.header["rate"]))
