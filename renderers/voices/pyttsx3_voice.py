"""The built-in voice: espeak-ng through pyttsx3, from the library that espeakng-loader carries.

No system package is needed: pyttsx3 looks for the library under fixed names, and every one of them is answered
with the carried one. Its data are laid out in a private folder, because each voice gets a variant without
flutter (a waver of the pitch), roughness (of the loudness), breath and echo: these run on from sentence to
sentence, so with them the same sentence comes out different each time. espeak cuts paths longer than 160
characters silently; the worker therefore works in that folder, and espeak finds its data under the name ".".
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import wave
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any
from unittest.mock import patch

from renderers.voices.catalogue import VoiceInfo
from studio.errors import MissingToolError

NORMAL_RATE = 160
"""Words a minute at speed 1.0: a lecturer's pace."""
_STEADY = "lecture"
_CHANCE = ("flutter", "roughness", "breath", "echo")
_WITHOUT_CHANCE = "flutter 0\nroughness 0\n"
_GENDERS = {"male": "male", "female": "female"}
_TAGS = {"cmn": ("cmn", "zh"), "yue": ("yue", "zh-HK", "zh-MO"), "nb": ("nb", "no")}
"""espeak's own names -> BCP 47, where they differ or stand for more."""


def open_engine(folder: Path) -> Pyttsx3Voice:
    """Start espeak; it can be started once in a process, and makes `folder` the process's working folder."""
    try:
        import espeakng_loader

        library, data = espeakng_loader.get_library_path(), Path(espeakng_loader.get_data_path())
        ctypes.CDLL(library)
    except (ImportError, OSError, RuntimeError) as error:
        sentence = "The built-in voice cannot be loaded; install the package “espeakng-loader” again."
        raise MissingToolError(sentence, str(error)) from error
    _lay_out_data(data, folder)
    sys.path[:] = [os.path.abspath(entry) for entry in sys.path]  # noqa: PTH100 - "" must become the folder, too
    os.chdir(folder)
    os.environ["ESPEAK_DATA_PATH"] = "."
    return Pyttsx3Voice(_started(library), folder)


class Pyttsx3Voice:
    """espeak-ng's 141 voices."""

    def __init__(self, engine: Any, folder: Path) -> None:
        self._engine = engine
        self._file = folder / "sentence.wav"
        self._version = f"pyttsx3 {version('pyttsx3')}, espeakng-loader {version('espeakng-loader')}, steady"

    def voices(self) -> tuple[VoiceInfo, ...]:
        """The voices without those that only write a language in other letters."""
        found = self._engine.getProperty("voices")
        return tuple(self._info(voice) for voice in found if "latn" not in voice.id)

    def speak(self, text: str, voice: str, speed: float) -> tuple[int, bytes]:
        """See `Engine.speak`. `voice` may name a variant: "gmw/en-us+f3"."""
        self._file.unlink(missing_ok=True)  # a file left from the sentence before must not pass for this one
        self._engine.setProperty("voice", voice if "+" in voice else f"{voice}+{_STEADY}")
        self._engine.setProperty("rate", round(NORMAL_RATE * speed))
        self._engine.save_to_file(text, str(self._file))
        self._engine.runAndWait()
        with wave.open(str(self._file)) as sound:
            return sound.getframerate(), sound.readframes(sound.getnframes())

    def _info(self, voice: Any) -> VoiceInfo:
        own = str(voice.languages[0])
        gender = _GENDERS.get(str(voice.gender or "").lower(), "")
        languages = _TAGS.get(own, (_tag(own),))
        return VoiceInfo(voice.id, "pyttsx3", voice.name, languages, gender, self._version)  # type: ignore[arg-type]


def _tag(own: str) -> str:
    """espeak's "en-gb" as BCP 47 writes it: "en-GB"."""
    first, *rest = own.split("-")
    return "-".join([first, *(part.upper() if len(part) == 2 else part for part in rest)])


def _started(library: str) -> Any:
    """pyttsx3's engine on the carried library, everything in this one thread.

    As pyttsx3 starts it, espeak speaks in a thread of its own: files come after the call that makes them has
    returned, and a rate still on its way to that thread is thrown away. The synchronous mode has no such races,
    but lacks the event for which pyttsx3 waits at the end of a sentence; it is given here.
    """
    load = ctypes.cdll.LoadLibrary

    def carried(name: str) -> ctypes.CDLL:
        return load(library if "espeak" in str(name).lower() else name)

    with patch.object(ctypes.cdll, "LoadLibrary", carried):
        import pyttsx3
        from pyttsx3.drivers import _espeak  # pyright: ignore[reportMissingTypeStubs, reportPrivateUsage]
    initialize: Any = _espeak.Initialize

    def synchronous(_: int, buffer_ms: int) -> int:
        return int(initialize(_espeak.AUDIO_OUTPUT_SYNCHRONOUS, buffer_ms))

    with patch.object(_espeak, "Initialize", synchronous):
        engine = pyttsx3.init("espeak")
    driver: Any = engine.proxy._driver  # pyright: ignore[reportPrivateUsage]

    def heard(samples: Any, count: int, events: Any) -> int:
        if not samples:  # the end of a sentence
            events = (_espeak.EVENT * 2)()
            events[0].type = _espeak.EVENT_MSG_TERMINATED
        return int(driver._onSynth(samples, count, events))

    _espeak.SetSynthCallback(heard)
    return engine


def _lay_out_data(data: Path, folder: Path) -> None:
    """Put espeak's data (linked where the system can) and steady voice variants into a folder."""
    own = folder / "espeak-ng-data"
    if own.exists():
        return
    own.mkdir()
    for entry in data.iterdir():
        if entry.name != "voices":
            _link(entry, own / entry.name)
    variants = own / "voices" / "!v"
    variants.mkdir(parents=True)
    (variants / _STEADY).write_text(f"language variant\nname {_STEADY}\n{_WITHOUT_CHANCE}")
    for entry in (data / "voices" / "!v").iterdir():
        lines = entry.read_text(errors="replace").splitlines()
        kept = [line for line in lines if not line.startswith(_CHANCE)]
        (variants / entry.name).write_text("\n".join([*kept, _WITHOUT_CHANCE]))


def _link(source: Path, target: Path) -> None:
    with suppress(OSError, NotImplementedError):
        target.symlink_to(source, target_is_directory=source.is_dir())
        return
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copy2(source, target)
