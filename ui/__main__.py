"""The one entry of the program: workers, the command line and the editor all start here."""

from __future__ import annotations

import sys

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


if __name__ == "__main__":
    sys.exit(main())
