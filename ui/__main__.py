"""The one entry of the program: workers, the command line and the editor all start here."""

from __future__ import annotations

import atexit
import os
import sys
from contextlib import suppress
from typing import NoReturn

from ui.cli import interruption


def main() -> int:
    """Run what the arguments ask for and return the exit code (0 done, 1 failed, 2 usage, 130 cancelled)."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["--worker"]:
        from renderers.serving import serve

        return serve(arguments[1:])
    interruption.listen()
    try:
        from ui.cli.main import run

        return run(arguments)
    except KeyboardInterrupt:
        print("Cancelled; nothing was left behind.", file=sys.stderr)
        return 130


def start() -> NoReturn:
    """Run, and end the process without taking apart what was loaded: of torch that takes half a second."""
    codes: list[int] = []
    atexit.register(_end, codes)  # the first that is registered is called last, when all threads have ended
    codes.append(main())
    sys.exit(codes[0])


def _end(codes: list[int]) -> None:
    """Leave at once, with the code; a window, and what failed, end in Python's own way."""
    if "PySide6" in sys.modules or not codes:
        return
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # nobody reads any more
            stream.flush()
    os._exit(codes[0])


if __name__ == "__main__":
    start()
