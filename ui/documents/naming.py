"""What a lecture's file is called until its author says otherwise, and which files can be opened at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LECTURE = ".lecture"
DECKS = (
    *(".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm", ".ppt", ".pps", ".pot"),
    *(".odp", ".otp"),
)
SLIDES = (*DECKS, ".pdf")
OUTLINES = (
    *(".docx", ".odt", ".ott", ".opml"),
    *(".md", ".markdown", ".txt", ".text", ".adoc", ".asciidoc", ".asc"),
)
PICTURES = (".png", ".jpg", ".jpeg", ".jfif", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".svg", ".svgz")
PHOTOGRAPHS = (".heic", ".heif", ".avif")
"""Pictures that cannot be read here: the importer says what to do with them."""
SCRIPTS = (".txt", ".md", ".markdown", ".text")
"""Of a picture: files of its name beside it that hold its words."""
OPENABLE = (LECTURE, *SLIDES, *OUTLINES, *PICTURES)
"""File name endings. The importers know them themselves, but loading those takes long; a test compares the two."""

LONGEST_NAME = 80
"""Characters; file systems bound names at 255 bytes, which are 85 Chinese characters."""

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\s]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever ending they have."""


def file_name(title: str, otherwise: str) -> str:
    """A name any file system takes, for a lecture with a title; `otherwise` where the title gives none."""
    name = _FORBIDDEN.sub(" ", title).strip(" .")[:LONGEST_NAME].rstrip(" .")
    if not name or _RESERVED.fullmatch(name):
        name = otherwise
    return f"{name}{LECTURE}"


def as_lecture(path: Path) -> Path:
    """The path with the ending of lectures; one that the author typed himself stays in front of it."""
    return path if path.suffix.lower() == LECTURE else path.with_name(f"{path.name}{LECTURE}")


def is_lecture(path: Path) -> bool:
    """Whether a file is one of ours by its name."""
    return path.suffix.lower() == LECTURE


def is_openable(path: Path) -> bool:
    """Whether a file can be opened or imported, by its name; a folder may hold pictures."""
    return path.suffix.lower() in OPENABLE or is_picture(path) or path.is_dir()


def is_picture(path: Path) -> bool:
    """Whether a file is a picture, by its name."""
    return path.suffix.lower() in (*PICTURES, *PHOTOGRAPHS)
