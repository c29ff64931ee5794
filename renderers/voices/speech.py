"""Speaking sentences, seen from the program: the speech worker behind two calls."""

from __future__ import annotations

from tempfile import TemporaryDirectory
from threading import Lock

from renderers.sound import Sound, from_pcm, trimmed
from renderers.voices.catalogue import ChosenVoice, VoiceInfo, choose_voice
from renderers.workers import Message, Worker
from studio.errors import WorkerError
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
        self._missing: tuple[str, ...] = ()

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
        if self._voices is None:
            answer = self._ask(Message({"do": "voices", "folder": self._folder.name}), cancel)
            self._missing = tuple(answer.header["missing"])
            self._voices = tuple(map(VoiceInfo.from_json, answer.header["voices"]))
        return self._voices

    def missing(self, cancel: CancelToken) -> tuple[str, ...]:
        """Why engines cannot run here, one sentence each."""
        self.voices(cancel)
        return self._missing

    def choose(self, utterance: Utterance, cancel: CancelToken) -> ChosenVoice:
        """The voice that will speak a sentence, with a remark where it is not what was asked for."""
        return choose_voice(utterance.language, utterance.voice, self.voices(cancel))

    def speak(self, utterance: Utterance, cancel: CancelToken) -> Sound:
        """A sentence as sound, silence at its ends cut off.

        Raises `WorkerError` with one sentence where the voice fails twice (the second time in a fresh worker),
        `MissingToolError` where there is no voice, `Cancelled` within a second after `cancel`.
        """
        voice = self.choose(utterance, cancel).voice
        request = Message(
            {
                "do": "speak",
                "folder": self._folder.name,
                "engine": voice.engine,
                "voice": voice.id,
                "text": utterance.spoken,
                "speed": utterance.speed,
            }
        )
        answer = self._ask(request, cancel)
        return trimmed(from_pcm(answer.blobs[0], answer.header["rate"]))

    def _ask(self, request: Message, cancel: CancelToken) -> Message:
        with self._lock:
            try:
                return self._answer(request, cancel)
            except WorkerError:
                self._worker.close()
                return self._answer(request, cancel)

    def _answer(self, request: Message, cancel: CancelToken) -> Message:
        answers = tuple(self._worker.request(request, cancel))
        if len(answers) != 1:
            raise WorkerError("The speech worker gave no answer; try again.")
        return answers[0]
