"""The voices of Windows (SAPI 5) and macOS (NSSpeechSynthesizer), through pyttsx3."""

from __future__ import annotations

import re
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

from renderers.voices.catalogue import VoiceInfo
from studio.errors import MissingToolError

NORMAL_RATE = 170
"""Words a minute at speed 1.0."""
_DRIVERS = {"win32": ("sapi5", ".wav"), "darwin": ("nsss", ".aiff")}


def open_engine(folder: Path) -> SystemVoice:
    """Open the system's own speech; only Windows and macOS have one that pyttsx3 knows."""
    if sys.platform not in _DRIVERS:
        raise MissingToolError("This system brings no voices of its own; the built-in voice speaks.")
    driver, suffix = _DRIVERS[sys.platform]
    try:
        import pyttsx3

        engine = pyttsx3.init(driver)
    except Exception as error:  # whatever the system's interface throws, the other engines remain
        raise MissingToolError("The system's own voices cannot be opened.", str(error)) from error
    return SystemVoice(engine, folder / f"sentence{suffix}")


class SystemVoice:
    """The voices installed with the operating system."""

    def __init__(self, engine: Any, file: Path) -> None:
        self._engine = engine
        self._file = file

    def voices(self) -> tuple[VoiceInfo, ...]:
        """The voices that the system lists."""
        return tuple(_info(voice) for voice in self._engine.getProperty("voices"))

    def speak(self, text: str, voice: str, speed: float) -> tuple[int, bytes]:
        """See `Engine.speak`."""
        import soundfile

        self._file.unlink(missing_ok=True)
        self._engine.setProperty("voice", voice)
        self._engine.setProperty("rate", round(NORMAL_RATE * speed))
        self._engine.save_to_file(text, str(self._file))
        self._engine.runAndWait()
        samples, rate = soundfile.read(str(self._file), dtype="int16", always_2d=True)
        return int(rate), samples[:, 0].tobytes()


def _info(voice: Any) -> VoiceInfo:
    languages = tuple(_tag(own) for own in voice.languages or () if _tag(own))
    told = str(voice.gender or "").lower()
    gender: Literal["female", "male", ""] = ""
    if "female" in told:
        gender = "female"
    elif "male" in told:
        gender = "male"
    made = f"pyttsx3 {version('pyttsx3')}, {sys.platform}"
    return VoiceInfo(str(voice.id), "system", str(voice.name), languages, gender, made)


def _tag(own: object) -> str:
    """ "en_US", "en-US" or a Windows language number in hex ("409") as BCP 47."""
    import locale

    text = own.decode(errors="replace") if isinstance(own, bytes) else str(own)
    if re.fullmatch(r"[0-9a-fA-F]{3,4}", text):
        text = locale.windows_locale.get(int(text, 16), "")
    return text.replace("_", "-").strip("\x00\x05")
