"""Decks -> PDF by LibreOffice: a child process with a profile of its own, a time limit, and no network.

One private profile for each process (two on one profile wait for each other for ever). The PDF's bytes differ
from run to run while the pages are the same, so pictures are digested, never PDFs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from renderers.slides import fonts
from studio.errors import BadFileError, MissingToolError

_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)


@lru_cache(maxsize=1)
def executable() -> str | None:
    """Where LibreOffice is, or None. The variable LECTURE_STUDIO_LIBREOFFICE ("" for none) overrides the search."""
    chosen = os.environ.get("LECTURE_STUDIO_LIBREOFFICE")
    if chosen is not None:
        return chosen or None
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).exists()), None)


def unavailable() -> str | None:
    """Why LibreOffice cannot paint, in a sentence, or None."""
    if executable() is None:
        return "LibreOffice is not installed; slides are drawn by the built-in painter."
    return None


@lru_cache(maxsize=1)
def version() -> str:
    """Which LibreOffice this is, "" for none; part of the key of every page it paints.

    Asking it would cost a second, so the program file itself (size and time) stands for its version.
    """
    program = executable()
    if program is None:
        return ""
    real = Path(program).resolve()
    binary = real.with_name("soffice.bin")
    stat = (binary if binary.exists() else real).stat()
    return f"LibreOffice {stat.st_size} {stat.st_mtime_ns}"


def convert(
    source: Path,
    target_format: str,
    surroundings: Mapping[str, str] | None = None,
    east_asian: bool = False,
) -> bytes:
    """A presentation in another format ("pdf", "pptx"); blocking, so call it in a worker that has a limit.

    `surroundings` are further environment variables of the child (fonts that are lent to it); `east_asian` says
    that there is Chinese, Japanese or Korean on the slides.
    Raises BadFileError where LibreOffice makes nothing of the file, MissingToolError where it is not there.
    """
    program = executable()
    if program is None:
        raise MissingToolError(
            "LibreOffice is needed for this file; install LibreOffice Impress and try again."
        )
    with tempfile.TemporaryDirectory(prefix="lecture-studio-") as folder:
        profile, out = Path(folder, "profile"), Path(folder, "out")
        _write_settings(profile, _SETTINGS + (_CLOSE if east_asian else ()))
        result = subprocess.run(
            [
                program,
                f"-env:UserInstallation={profile.as_uri()}",
                "--headless",
                "--norestore",
                "--nolockcheck",
                "--convert-to",
                target_format,
                "--outdir",
                str(out),
                str(source),
            ],
            env={**_environment(folder), **(surroundings or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        made = list(out.glob(f"*.{target_format}")) if out.is_dir() else []
        if not made or not made[0].stat().st_size:
            said = (result.stdout + result.stderr).decode(errors="replace")
            raise BadFileError(
                "LibreOffice cannot open this presentation; save it again in PowerPoint.", said
            )
        return made[0].read_bytes()


_SETTINGS = (
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Calc/Content/Update", "Link", "2"),
    ("Office.Writer/Content/Update", "Link", "0"),
)
"""No macros, nothing loaded because a document names it, no links updated (2 and 0: never).

LibreOffice 7.4 heeds the first for pictures of .pptx but not of .odp; `opendocument` takes references away before.
"""
_CLOSE = (("Setup/L10N", "ooSetupSystemLocale", "ja-JP"),)
"""No gap between Latin and East Asian letters: PowerPoint leaves none, LibreOffice a fifth of a line's height,
except where the machine's language is Japanese or Korean; a .pptx cannot say otherwise."""


def _write_settings(profile: Path, settings: Iterable[tuple[str, str, str]]) -> None:
    """The private profile's settings, as LibreOffice itself keeps them (officecfg registry, oor format)."""
    user = profile / "user"
    user.mkdir(parents=True)
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in settings
    )
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>\n',
        encoding="utf-8",
    )


def _environment(folder: str) -> dict[str, str]:
    nowhere = "http://127.0.0.1:9"  # the discard port: whatever a deck points to is not fetched
    return {
        **os.environ,
        **fonts.environment(),
        "HOME": folder,
        "TMPDIR": folder,
        "http_proxy": nowhere,
        "https_proxy": nowhere,
        "SAL_USE_VCLPLUGIN": "svp",
    }
