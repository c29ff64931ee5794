"""The command line: what the program can be asked without showing a window, and the way into the editor.

Exit codes: 0 done, 1 failed (one line on standard error), 2 usage, 130 cancelled.
"""

from __future__ import annotations

import argparse
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path

from studio.errors import Cancelled, OutputError, StudioError
from ui.cli import interruption
from ui.cli.console import Console

COMMANDS = {
    "render": "turn decks, outlines or lectures into finished videos",
    "import": "turn a deck or an outline into a .lecture and print the import report",
    "reimport": "bring the changes of a deck into the .lecture made from it",
    "report": "print what an import keeps, replaces and leaves out",
    "measure": "print the coherence asked and delivered for each cut, or seen in any video",
    "voices": "list the voices",
    "models": "list the installed picture and video models",
    "devices": "list the processors and what each is used for",
    "cache": "show or clear what is kept so that nothing is made twice",
    "doctor": "say what is missing on this machine and what that costs",
}
FAILED, USAGE, CANCELLED = 1, 2, 130


def run(arguments: list[str]) -> int:
    """Run one command, or the editor where none is named, and return its exit code."""
    if not arguments or _is_file(arguments):
        console = Console(False)
        return _guarded(partial(_editor, Path(arguments[0]) if arguments else None, console), console)
    parser = _parser(arguments)
    try:
        options = parser.parse_args(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else USAGE
    if options.command is None:
        parser.print_help()
        return USAGE
    console = Console(getattr(options, "json", False))
    return _guarded(partial(_command, options, console), console)


def _command(options: argparse.Namespace, console: Console) -> int:
    return import_module(f"ui.cli.commands.{_module(options.command)}").run(
        options, console, interruption.TOKEN
    )


def _guarded(work: Callable[[], int], console: Console) -> int:
    """The exit code of some work, whatever goes wrong in it; errors are told in one line."""
    try:
        return work()
    except (Cancelled, KeyboardInterrupt):
        console.fail("Cancelled; nothing was left behind.")
        return CANCELLED
    except BrokenPipeError:
        return FAILED
    except Exception as error:
        console.fail(*explained(error))
        return FAILED


def explained(error: Exception) -> tuple[str, str]:
    """What went wrong, in one sentence, and what an expert may want to see."""
    if isinstance(error, StudioError):
        return str(error), error.details
    if isinstance(error, OSError):
        return f"{error.strerror or error}: {error.filename or 'a file'}; check it and try again.", ""
    # a fault of the program: one line for the user, all of it for a report
    told = f"The program made a mistake ({type(error).__name__}: {error}); please report it."
    return told, "".join(traceback.format_exception(error))


def _is_file(arguments: list[str]) -> bool:
    """Whether a file is all that is named; a mistyped command has no ending."""
    if len(arguments) != 1 or arguments[0].startswith("-") or arguments[0] in COMMANDS:
        return False
    return bool(Path(arguments[0]).suffix) or Path(arguments[0]).exists()


def _editor(file: Path | None, console: Console) -> int:
    """Show the window until it is closed."""
    from ui import display

    sentence = display.missing()
    if file is not None and not (file.is_file() or file.is_dir()):
        sentence = f"There is no file “{file}”; check the name."
    if sentence:
        console.fail(sentence)
        return FAILED
    interruption.leave()
    from ui.app import run

    return run(file)


def _parser(arguments: list[str]) -> argparse.ArgumentParser:
    """The parser; only the command that is asked for is loaded, so that help comes at once."""
    parser = argparse.ArgumentParser(
        prog="lecture-studio",
        usage="%(prog)s [FILE] | %(prog)s COMMAND …",
        description="Turn slides into a narrated, captioned lecture video, on this machine.",
        epilog="Without a command the editor opens; FILE is a deck, a PDF, pictures, an outline or a "
        ".lecture file to begin with.",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", prog="lecture-studio")
    asked = next((word for word in arguments if not word.startswith("-")), "")
    for name, line in COMMANDS.items():
        command = commands.add_parser(name, help=line, description=line[0].upper() + line[1:] + ".")
        if name == asked:
            import_module(f"ui.cli.commands.{_module(name)}").options(command)
    return parser


class _Version(argparse.Action):
    """Looks the version up only when it is asked for: that takes as long as half of the window."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib import metadata

        print(metadata.version("lecture-studio"))
        parser.exit()


def _module(command: str) -> str:
    return {"import": "import_"}.get(command, command)


_SOURCE = "a deck, a PDF, a picture, a folder of pictures, an outline or a .lecture file"


def source_argument(command: argparse.ArgumentParser) -> None:
    """The file that nearly every command starts from."""
    command.add_argument("source", type=Path, metavar="SOURCE", help=_SOURCE)


def sources_argument(command: argparse.ArgumentParser) -> None:
    """The files of a command that takes several."""
    command.add_argument("sources", type=Path, nargs="+", metavar="SOURCE", help=f"{_SOURCE}; several too")


def refuse_same_file(source: Path, output: Path) -> None:
    """Raise OutputError where a result would overwrite what it is made from, even through a link."""
    with suppress(OSError):
        if source.samefile(output):
            raise OutputError(f"“{output.name}” is the source itself; give the result another name.")
