"""Where a video is to stand: a name for it, and what there is at that place already."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

SUFFIX = ".mp4"
_LONGEST = 160
"""Bytes of a file's name without its suffix; common systems allow 255 with everything that is put behind it."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{n}{i}" for n in ("com", "lpt") for i in range(1, 10))})
"""Names that Windows keeps for itself."""

Problem = Literal["", "no folder", "is folder", "closed", "in use"]


def file_name(title: str, otherwise: str) -> str:
    """A name for a lecture's video, without suffix, that every system takes; `otherwise` where none is left."""
    name = " ".join(_FORBIDDEN.sub(" ", title).split()).strip(". ")
    while len(name.encode()) > _LONGEST:
        name = name[:-1].rstrip(". ")
    return otherwise if not name or name.split(".")[0].lower() in _DEVICES else name


def video_path(text: str, folder: Path) -> Path | None:
    """The file that a person means by what he typed; None while that is no name. `folder`: for bare names."""
    text = text.strip()
    if not text or "\0" in text or text.endswith(("/", os.sep)):
        return None
    path = Path(os.path.expanduser(text))  # noqa: PTH111 - Path.expanduser raises where there is no such user
    path = path if path.is_absolute() else folder / path
    return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)


@dataclass(frozen=True, slots=True)
class Place:
    """What there is where a video is to stand.

    `beside` names the files with its captions and chapters that are there; `free` is in bytes (None: unknown).
    """

    path: Path
    problem: Problem = ""
    exists: bool = False
    beside: tuple[str, ...] = ()
    free: int | None = None


def look(path: Path, beside: tuple[str, ...], making: bool = False) -> Place:
    """Look at a place on the disk; `beside` are the suffixes of what stands beside a video.

    `making`: another video is being written there.
    """
    folder = path.parent
    if making:
        return Place(path, "in use")
    if not folder.is_dir():
        return Place(path, "no folder")
    if path.is_dir():
        return Place(path, "is folder")
    if not os.access(folder, os.W_OK):
        return Place(path, "closed")
    there = tuple(other.name for suffix in beside if (other := path.with_suffix(suffix)).exists())
    try:
        free = shutil.disk_usage(folder).free
    except OSError:  # some network folders do not tell
        free = None
    return Place(path, "", path.exists(), there, free)
