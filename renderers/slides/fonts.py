"""Which fonts a deck asks for are not here, and what LibreOffice takes instead.

fontconfig decides that on Linux. It is given our table (`resources/fonts/stand-ins.toml`) as aliases, in a
file of its own, both where LibreOffice paints and where it is asked what it would take; so the report is true.
Elsewhere there is nothing to ask, and the author's machine has PowerPoint's own fonts as a rule.
"""

from __future__ import annotations

import hashlib
import html
import os
import shutil
import subprocess
import tomllib
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from importlib import resources
from pathlib import Path

from renderers.slides import fitted
from studio.lecture import Font
from studio.settings import cache_folder

EXPECTED = {
    "Carlito": "fonts-crosextra-carlito",
    "Caladea": "fonts-crosextra-caladea",
    "Liberation Sans": "fonts-liberation",
    "Noto Sans CJK TC": "fonts-noto-cjk",
    "Open Sans": "fonts-open-sans",
    "DejaVu Sans": "fonts-dejavu",
}
"""The families that stand in for PowerPoint's, with the Debian packages they come from."""
_SYSTEM = Path("/etc/fonts/fonts.conf")
_LIMIT_S = 60
"""For fontconfig; without its answer every page would get another key."""
_LONGEST = 100
_MOST = 1000
_EACH = 'for name; do "$0" -f "%{family}" "$name"; echo; done'
"""fc-match answers one question a call; the shell asks them in a row, without anything of ours between."""
_answers: dict[Font, str] = {}


def missing_families() -> tuple[str, ...]:
    """Those of the expected stand-ins that are not installed, with their packages."""
    ask(map(Font, EXPECTED))
    return tuple(
        f"{family} ({package})" for family, package in EXPECTED.items() if (used(family) or family) != family
    )


def replaced(fonts: Iterable[Font]) -> tuple[tuple[str, str], ...]:
    """(asked for, used) for every family that is not installed; empty where nothing can be asked."""
    pairs = ((font.family, used(font.family, font.wide)) for font in fonts)
    return tuple((asked, found) for asked, found in pairs if found and found.casefold() != asked.casefold())


def used(family: str, wide: bool = False) -> str:
    """The installed family that fontconfig takes for a name; "" where there is no fontconfig to ask.

    `wide` asks for one that has Chinese characters.
    """
    font = Font(family, wide)
    if font not in _answers:
        ask((font,))
    return _answers.get(font, "")


def ask(fonts: Iterable[Font]) -> None:
    """Find out about many fonts at once: each question by itself would start a process of its own."""
    open_ = [font for font in dict.fromkeys(fonts) if font not in _answers]
    if len(_answers) > _MOST:
        _answers.clear()
    _answers.update(dict.fromkeys(open_, ""))
    program = shutil.which("fc-match")
    fit = [font for font in open_ if 0 < len(font.family) <= _LONGEST and font.family.isprintable()][:_MOST]
    if program is None or not fit:
        return
    command = ["/bin/sh", "-c", _EACH, program, *map(_pattern, fit)]
    env = {**os.environ, **environment()}
    try:
        result = subprocess.run(
            command, capture_output=True, text=True, timeout=_LIMIT_S, check=False, env=env
        )
    except (OSError, subprocess.TimeoutExpired):
        return
    for font, line in zip(fit, result.stdout.split("\n"), strict=False):
        names = line.split(",")
        same = (found for found in names if found.casefold() == font.family.casefold())
        _answers[font] = fitted.plain(next(same, names[0]))


def _pattern(font: Font) -> str:
    """A question to fontconfig, whose own signs are escaped."""
    name = "".join("\\" + char if char in "\\-:," else char for char in font.family)
    return name + (":charset=4e00" if font.wide else "")


def is_missing(family: str) -> bool:
    """Whether fontconfig is there to take another family in its place."""
    found = used(family)
    return found != "" and found.casefold() != family.casefold()


def provide(families: Iterable[str]) -> None:
    """Have the fitted stand-ins of these families in their place before LibreOffice looks for fonts."""
    if _SYSTEM.exists():
        fitted.provide(families, edition())


def environment() -> dict[str, str]:
    """What makes a child process take our stand-ins: FONTCONFIG_FILE; nothing where there is no fontconfig."""
    if not _SYSTEM.exists():
        return {}
    text = aliases()
    path = cache_folder() / f"fonts-{digest()}.conf"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(f".{os.getpid()}")
        fresh.write_text(text, "utf-8")
        fresh.replace(path)
    return {"FONTCONFIG_FILE": str(path)}


@lru_cache(maxsize=1)
def installed() -> str:
    """A digest of the installed families with their versions; another one, and texts may be set otherwise.

    Where there is no fontconfig to ask, the names of the files in the system's and the user's font folders.
    """
    program = shutil.which("fc-list")
    told: list[str] = []
    if program is not None:
        with suppress(OSError, subprocess.TimeoutExpired):
            command = [program, ":", "family", "style", "fontversion"]
            told = subprocess.run(
                command, capture_output=True, text=True, timeout=_LIMIT_S, check=False
            ).stdout.splitlines()
    if not told:
        told = [file.name for folder in _folders() for file in folder.glob("*")]
    return hashlib.sha256("\n".join(sorted(told)).encode()).hexdigest()[:12]


def _folders() -> tuple[Path, ...]:
    if os.name == "nt":
        user = Path(os.environ.get("LOCALAPPDATA", ""), "Microsoft", "Windows", "Fonts")
        return (Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts"), user)
    return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), Path.home() / "Library" / "Fonts")


@lru_cache(maxsize=1)
def edition() -> str:
    """What fitted fonts are made from and by; another one, and they are made anew."""
    from renderers.editions import matching  # which asks here for the installed fonts

    digest = hashlib.sha256(installed().encode())
    for pattern in ("resources/fonts/*.toml", "renderers/slides/fitted.py", "renderers/slides/stretching.py"):
        for file in matching(pattern):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


@lru_cache(maxsize=1)
def digest() -> str:
    """A digest of the stand-ins; part of the name of the file that fontconfig is given."""
    return hashlib.sha256(aliases().encode()).hexdigest()[:12]


@lru_cache(maxsize=1)
def aliases() -> str:
    """The table of stand-ins as a fontconfig file, on top of the system's own."""
    table = tomllib.loads(resources.files("resources.fonts").joinpath("stand-ins.toml").read_text("utf-8"))
    place = fitted.folder(edition())
    rules = [
        '<?xml version="1.0"?>',
        "<fontconfig>",
        f"<include>{_SYSTEM}</include>",
        f"<dir>{html.escape(str(place))}</dir>",
    ]
    listed: dict[str, list[str]] = table["similar"] | table["metric"]
    named = {asked.casefold(): others for asked, others in listed.items()}
    fits = fitted.fits()
    made = {fit.family: [fitted.PREFIX + fit.family, fit.face] for fit in fits.values()}
    plain = {asked: [*made.pop(asked, ()), *others] for asked, others in listed.items()}
    # What is for Latin letters comes last and begins with the family itself, which its deck may bring along.
    latin = {
        asked: [
            asked.removesuffix(fitted.LATIN),
            *others,
            *named.get(asked.removesuffix(fitted.LATIN).casefold(), ()),
        ]
        for asked, others in made.items()
    }
    for asked, families in (plain | latin).items():
        accepted = "".join(f"<family>{html.escape(family)}</family>" for family in families)
        rules.append(
            f'<alias binding="same"><family>{html.escape(asked)}</family><accept>{accepted}</accept></alias>'
        )
    return "\n".join([*rules, "</fontconfig>", ""])
