"""What the speech worker does: lists voices and speaks sentences, and checks what comes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from renderers.messages import Message
from renderers.voices.catalogue import VoiceInfo
from renderers.voices.engines import Engine, engine_names, open_engine
from studio.errors import MissingToolError, WorkerError
from studio.progress import CancelToken

_engines: dict[str, Engine] = {}


def handle(message: Message, cancel: CancelToken) -> Iterator[Message]:
    """Answer one request, in one message.

    {"do": "voices", "folder"} -> {"voices": [...], "missing": [sentences]};
    {"do": "speak", "folder", "engine", "voice", "text", "speed"} -> {"rate", "samples"} and one blob: mono
    signed 16-bit samples, native order.
    """
    request = message.header
    if request["do"] == "voices":
        yield _voices(Path(request["folder"]))
    else:
        yield _spoken(request)


def _engine(name: str, folder: Path) -> Engine:
    if name not in _engines:
        _engines[name] = open_engine(name, folder)
    return _engines[name]


def _voices(folder: Path) -> Message:
    found: list[VoiceInfo] = []
    missing: list[str] = []
    for name in engine_names():
        try:
            found += _engine(name, folder).voices()
        except MissingToolError as error:
            missing.append(str(error))
    return Message({"voices": [asdict(voice) for voice in found], "missing": missing})


def _spoken(request: dict[str, Any]) -> Message:
    text, speed = str(request["text"]), float(request["speed"])
    engine = _engine(request["engine"], Path(request["folder"]))
    try:
        rate, samples = engine.speak(text, request["voice"], speed)
    except Exception as error:  # an engine may throw anything; all of it means: not spoken
        raise _unspoken(request, f"{type(error).__name__}: {error}") from error
    problem = _problem(rate, samples, text, speed)
    if problem:
        raise _unspoken(request, problem)
    return Message({"rate": rate, "samples": len(samples) // 2}, (samples,))


def _problem(rate: int, samples: bytes, text: str, speed: float) -> str:
    """What is wrong with a spoken sentence; "" if nothing is."""
    seconds = len(samples) / 2 / max(rate, 1)
    if not 4000 <= rate <= 192_000 or len(samples) % 2:
        return f"sound with {rate} samples a second and {len(samples)} bytes"
    if not samples.strip(b"\0"):
        return "an empty or silent sound"
    if seconds * speed > 5 + 2 * len(text) or seconds * speed < 0.005 * len(text):
        return f"{seconds:.2f} seconds of sound for {len(text)} characters"
    return ""


def _unspoken(request: dict[str, Any], reason: str) -> WorkerError:
    text = str(request["text"])
    shown = text if len(text) <= 40 else f"{text[:40]}…"
    return WorkerError(
        f"The voice “{request['voice']}” could not speak “{shown}”; choose another voice or change the sentence.",
        f"The engine {request['engine']} gave {reason}.",
    )
