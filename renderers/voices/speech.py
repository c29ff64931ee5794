"""The two questions put to a speech worker: which voices there are, and one sentence, spoken."""

from __future__ import annotations

from pathlib import Path

from renderers.messages import Message
from renderers.steps import SpeakStep
from renderers.voices.catalogue import VoiceInfo
from renderers.workers import Worker
from studio.errors import WorkerError
from studio.progress import CancelToken


def ask_voices(worker: Worker, folder: Path, cancel: CancelToken) -> tuple[VoiceInfo, ...]:
    """All voices of all engines; `folder` is the worker's own. Raises `WorkerError` and `Cancelled`."""
    answer = _ask(worker, Message({"do": "voices", "folder": str(folder)}), cancel)
    return tuple(map(VoiceInfo.from_json, answer.header["voices"]))


def speak(worker: Worker, folder: Path, step: SpeakStep, cancel: CancelToken) -> Message:
    """One sentence: `rate` in the header, mono signed 16-bit samples in the blob.

    Raises `WorkerError` with one sentence where the voice fails twice, the second time in a fresh process;
    taking longer than the worker's limit is failing too.
    """
    asked = {"engine": step.engine, "voice": step.voice, "text": step.text, "speed": step.speed}
    return _ask(worker, Message({"do": "speak", "folder": str(folder), **asked}), cancel)


def _ask(worker: Worker, request: Message, cancel: CancelToken) -> Message:
    try:
        return list(worker.request(request, cancel))[-1]
    except WorkerError:
        worker.close()
        return list(worker.request(request, cancel))[-1]
