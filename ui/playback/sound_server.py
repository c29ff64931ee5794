"""Whether the sound server of a Linux desktop is still the one that Qt is connected to.

Qt 6.11 aborts the whole program when a QAudioSink is opened after the PulseAudio server has gone, and tells nobody
that it has. So the server's socket is looked at before. Where there is none that we know of (PipeWire alone,
another system) there is nothing to look at, and nothing is withheld.
"""

from __future__ import annotations

import os
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_PATIENCE_S = 0.02


def socket_path(environment: Mapping[str, str]) -> Path | None:
    """Where PulseAudio listens (pulse-client.conf(5), pulseaudio(1)); None where it is not told."""
    server = environment.get("PULSE_SERVER", "")
    if server:
        path = server.removeprefix("unix:")
        return Path(path) if path.startswith("/") else None
    for name, tail in (("PULSE_RUNTIME_PATH", "native"), ("XDG_RUNTIME_DIR", "pulse/native")):
        folder = environment.get(name, "")
        if folder:
            return Path(folder, tail)
    found = sorted(Path(environment.get("HOME", "/"), ".config", "pulse").glob("*-runtime/native"))
    return found[0] if found else None


class SoundServer:
    """The server as it was when this was made."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._first = self._mark()

    @classmethod
    def found(cls) -> SoundServer:
        """The one of this desktop."""
        return cls(socket_path(os.environ) if sys.platform.startswith("linux") else None)

    @property
    def is_gone(self) -> bool:
        """Whether there was one, and it does not answer any more or another one answers."""
        return self._first is not None and self._mark() != self._first

    def _mark(self) -> tuple[int, int] | None:
        """What tells this server from a later one at the same place; None where nobody answers."""
        if self._path is None:
            return None
        with suppress(OSError), socket.socket(socket.AF_UNIX) as ear:
            ear.settimeout(_PATIENCE_S)
            ear.connect(str(self._path))
            told = self._path.stat()
            return told.st_ino, told.st_ctime_ns
        return None
