"""A virtual display with a window manager, for what only a real window shows."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Generator
from contextlib import contextmanager

import pytest

PROGRAMS = ("Xvfb", "openbox", "xdotool")
needs_screen = pytest.mark.skipif(
    any(shutil.which(program) is None for program in PROGRAMS),
    reason=f"needs {', '.join(PROGRAMS)} (make test installs them where it may)",
)


@contextmanager
def screen(width: int = 1600, height: int = 1000) -> Generator[dict[str, str]]:
    """A display of its own; the environment in which a program shows its windows there."""
    read, write = os.pipe()
    size = f"{width}x{height}x24"
    # -r: on a loaded machine a release comes late, and the server would repeat the key meanwhile.
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp", "-r"]
    with subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        environment = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
        try:
            yield environment
        finally:
            manager.terminate()
            manager.wait()
            server.terminate()
