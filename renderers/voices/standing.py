"""Whether the voices can have changed since they were last listed: told without starting an engine.

Starting one to ask for its voices takes half a second of processor time, in every command. What decides the answer
is known: our own code, the engines' versions and data, the entries of the system's registry. Where it is not (the
voices of macOS, engines of other packages), the engines are asked each time.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from renderers.voices.engines import BUILT_IN, engine_names

_EVERYWHERE, _WINDOWS_ONLY = "pyttsx3", "system"
_TOKENS = r"SOFTWARE\Microsoft\Speech\Voices"


def signature() -> str | None:
    """A digest of all that decides which voices there are; None where that cannot be told."""
    if set(engine_names()) != set(BUILT_IN) or sys.platform == "darwin":
        return None
    system = list(_registry())
    if None in system:
        return None
    told = [sys.platform, *_code(), *map(_version, ("pyttsx3", "espeakng-loader")), *_espeak(), *system]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def expected() -> frozenset[str]:
    """The engines that have voices on this system, unless something is wrong with them."""
    return frozenset({_EVERYWHERE, _WINDOWS_ONLY} if sys.platform == "win32" else {_EVERYWHERE})


def _code() -> Iterator[str]:
    for file in sorted(Path(__file__).parent.glob("*.py")):
        yield hashlib.sha256(file.read_bytes()).hexdigest()


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _espeak() -> Iterator[str]:
    """Every file that espeakng-loader brings, with its size and time: a voice may be put there by hand."""
    spec = find_spec("espeakng_loader")
    for place in spec.submodule_search_locations or () if spec is not None else ():
        root = Path(place)
        for path in sorted(root.rglob("*")):
            facts = path.stat()
            if not path.is_dir() and "__pycache__" not in path.parts:
                yield f"{path.relative_to(root)} {facts.st_size} {facts.st_mtime_ns}"


def _registry() -> Iterator[str | None]:
    """The voices that Windows lists, each with the time of its last change; None: some come from programs.

    Microsoft Speech API 5, “Object Tokens and Registry Settings”: the keys Tokens and TokenEnums.
    """
    if sys.platform != "win32":
        return
    import winreg

    for hive in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
        for folder in ("Tokens", "TokenEnums"):
            try:
                key = winreg.OpenKey(hive, rf"{_TOKENS}\{folder}")
            except FileNotFoundError:
                continue
            with key:
                for index in range(winreg.QueryInfoKey(key)[0]):
                    name = winreg.EnumKey(key, index)
                    with winreg.OpenKey(key, name) as voice:
                        yield f"{name} {winreg.QueryInfoKey(voice)[2]}" if folder == "Tokens" else None
