"""Decks -> PDF by PowerPoint itself, where Windows has it: through COM, the way Office is meant to be driven.

Of all PowerPoints one process runs at most: asking for a new one (`DispatchEx`) gives the one that the author has
open. So what is changed in it is put back, only our own presentation is closed, and it is told to quit only where
nothing else is open in it. PowerPoint is no child of the worker that asks; one that we started and that takes too
long (a question on the screen that nobody sees) is ended by its process id.

Written after Microsoft's object model (Presentations.Open, Presentation.ExportAsFixedFormat and SaveAs) and tried
with a scripted stand-in: no Windows was at hand, so it has not been run with PowerPoint yet.
"""

from __future__ import annotations

import importlib.util
import os
import signal
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from studio.errors import BadFileError, MissingToolError

NAME = "PowerPoint"
LIMIT_S = 480.0
"""Seconds for one deck; less than the worker itself gets, so that PowerPoint does not outlive it."""
_PROGRAM = "PowerPoint.Application"
_TRUE, _FALSE = -1, 0
"""MsoTriState."""
_NO_MACROS, _NO_QUESTIONS = 3, 1
"""msoAutomationSecurityForceDisable, ppAlertsNone."""
_PDF, _FOR_PRINT, _FIRST_DOWN, _SLIDES, _EVERY = 2, 2, 1, 1, 1
"""ppFixedFormatTypePDF, ppFixedFormatIntentPrint, ppPrintHandoutVerticalFirst, ppPrintOutputSlides, ppPrintAll."""
_SAVE_PDF = 32
"""ppSaveAsPDF."""


@lru_cache(maxsize=1)
def version() -> str:
    """Which PowerPoint is installed ("" for none), by the registry and its program file: it is not started.

    The variable LECTURE_STUDIO_POWERPOINT ("" for none) keeps it from being used.
    """
    if os.environ.get("LECTURE_STUDIO_POWERPOINT") == "" or importlib.util.find_spec("win32com") is None:
        return ""
    program = _registered()
    if program is None:
        return ""
    stat = program.stat()
    return f"{NAME} {stat.st_size} {stat.st_mtime_ns}"


def is_meant(converter: str) -> bool:
    """Whether a converter of a plan (`renderers.means`) is PowerPoint."""
    return converter.startswith(NAME)


def convert(deck: Path, pdf: Path) -> None:
    """Write all slides of a deck into a PDF, hidden ones too; blocking, so call it in a worker that has a limit.

    Raises BadFileError where PowerPoint cannot open the deck or makes nothing of it, MissingToolError where it is
    not there.
    """
    with _running() as program:
        presentations = program.Presentations
        try:
            # FileName, ReadOnly, Untitled, WithWindow
            presentation = presentations.Open(str(deck), _TRUE, _FALSE, _FALSE)
        except Exception as error:  # pywin32 raises its own com_error for whatever PowerPoint says
            raise BadFileError(
                "PowerPoint cannot open this presentation; look at it there.", str(error)
            ) from None
        try:
            _export(presentation, pdf)
        finally:
            with suppress(Exception):
                presentation.Saved = _TRUE
            presentation.Close()
    if not pdf.is_file() or not pdf.stat().st_size:
        raise BadFileError("PowerPoint made no PDF of this presentation; save it there as PDF and use that.")


def _export(presentation: Any, pdf: Path) -> None:
    """As slides, whatever was chosen in PowerPoint the last time; by the plain way where that one is refused.

    Late binding cannot pass every argument of ExportAsFixedFormat in every version of Office.
    """
    try:
        presentation.ExportAsFixedFormat(
            str(pdf),
            _PDF,
            Intent=_FOR_PRINT,
            FrameSlides=_FALSE,
            HandoutOrder=_FIRST_DOWN,
            OutputType=_SLIDES,
            PrintHiddenSlides=_TRUE,
            PrintRange=None,
            RangeType=_EVERY,
            IncludeDocProperties=False,
            KeepIRMSettings=False,
            DocStructureTags=False,
            BitmapMissingFonts=True,
            UseISO19005_1=False,
        )
    except Exception as first:
        with suppress(OSError):
            pdf.unlink(missing_ok=True)
        try:
            presentation.SaveAs(str(pdf), _SAVE_PDF)
        except Exception as second:
            told = f"{first}\n{second}"
            raise BadFileError(
                "PowerPoint cannot save this presentation as PDF; try it there.", told
            ) from None


@contextmanager
def _running() -> Generator[Any]:
    """PowerPoint, without questions and macros; afterwards as it was, and gone where it was not there before."""
    program = _start()
    ours = _count(program) == 0 and not _visible(program)
    watch = threading.Timer(LIMIT_S, _end, (_process(program) if ours else 0,))
    watch.daemon = True
    before = {name: _read(program, name) for name in ("AutomationSecurity", "DisplayAlerts")}
    watch.start()
    try:
        program.AutomationSecurity = _NO_MACROS
        program.DisplayAlerts = _NO_QUESTIONS
        yield program
    finally:
        watch.cancel()
        for name, value in before.items():
            with suppress(Exception):
                setattr(program, name, value)
        if ours and _count(program) == 0:  # the author may have opened something meanwhile
            with suppress(Exception):
                program.Quit()


def _start() -> Any:
    try:
        import pythoncom  # pyright: ignore[reportMissingModuleSource] - of pywin32, on Windows alone
        from win32com.client import DispatchEx  # pyright: ignore[reportMissingModuleSource]
    except ImportError:
        raise MissingToolError("PowerPoint is not installed here; slides are drawn without it.") from None
    pythoncom.CoInitialize()
    try:
        return DispatchEx(_PROGRAM)
    except Exception as error:
        raise MissingToolError("PowerPoint does not start; open it once and try again.", str(error)) from None


def _count(program: Any) -> int:
    return int(program.Presentations.Count)


def _visible(program: Any) -> bool:
    return bool(_read(program, "Visible"))


def _read(program: Any, name: str) -> Any:
    with suppress(Exception):
        return getattr(program, name)
    return 0


def _process(program: Any) -> int:
    """The process id of a PowerPoint, 0 where it does not say. (Asked here: no other thread may talk to it.)"""
    with suppress(Exception):
        from win32process import GetWindowThreadProcessId  # pyright: ignore[reportMissingModuleSource]

        return int(GetWindowThreadProcessId(program.HWND)[1])
    return 0


def _end(process: int) -> None:
    """End a PowerPoint that we started and that hangs; one that the author works with is left alone (0)."""
    if process:
        with suppress(OSError):
            os.kill(process, signal.SIGTERM)


def _registered() -> Path | None:
    """The program file behind the COM class (HKEY_CLASSES_ROOT, CLSID, LocalServer32)."""
    if sys.platform != "win32":
        return None
    import winreg

    def value(key: str) -> str:
        with winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, key) as opened:
            return str(winreg.QueryValueEx(opened, "")[0])

    try:
        own = value(_PROGRAM + r"\CLSID")
        command = value(rf"CLSID\{own}\LocalServer32")
    except OSError:
        return None
    return program_of(command)


def program_of(command: str) -> Path | None:
    """The file that a registered command starts: `"C:\\…\\POWERPNT.EXE" /AUTOMATION`, with quotes or without."""
    bare = os.path.expandvars(command).strip()
    name = bare[1:].split('"', 1)[0] if bare.startswith('"') else bare.split(" /", 1)[0]
    path = Path(name)
    return path if name and path.is_file() else None
