"""Files that are no presentation, whatever they are called: what they are and what to do instead, in a sentence."""

from __future__ import annotations

from pathlib import Path

from studio.assets import AssetStore
from studio.errors import BadFileError
from studio.importers import converted, pptx, zips
from studio.importers.tools import Tools
from studio.lecture import Lecture
from studio.report import ImportReport

label = "files of other kinds"
suffixes: tuple[str, ...] = ()

_HEAD = 1024
_ZIP = b"PK\x03\x04"
_DECKS = (*pptx.suffixes, *converted.suffixes)
_UNFINISHED = (".crdownload", ".part", ".partial", ".download", ".opdownload")
_KEYNOTE = ("index.apxl", "index.apxl.gz", "Index.zip", "Index/Document.iwa", "Index/Presentation.iwa")
_HEADS = (
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"\x89PNG\r\n", "a picture (PNG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"{\\rtf", "a text (RTF)"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x1f\x8b", "a gzip archive"),
)


def recognises(path: Path) -> bool:
    """Whether the name or the content tells that the file is none of those that are read, and which."""
    return _told(path) is not None


def read(path: Path, store: AssetStore, tools: Tools) -> tuple[Lecture, ImportReport]:
    """Always raises `BadFileError` with advice."""
    raise BadFileError(_told(path) or f"“{path.name}” holds no presentation; choose another file.")


def _told(path: Path) -> str | None:
    """What a file is instead of a presentation; None for one that may well be read."""
    return _by_name(path) or _by_content(path)


def _by_name(path: Path) -> str | None:
    name, ending = path.name, path.suffix.lower()
    if name.startswith("~$"):
        return (
            f"“{name}” is the mark that PowerPoint leaves while a deck is open, and no deck; "
            "choose the file whose name lacks the first two signs."
        )
    if ending == ".key":
        return _keynote(name)
    if ending == ".gslides":
        return (
            f"“{name}” is only a link to Google Slides; open it there, download it as "
            "Microsoft PowerPoint (in the File menu), and import that file."
        )
    if ending in _UNFINISHED:
        return f"“{name}” is a download that has not finished; wait for it, or download the file again."
    return None


def _keynote(name: str) -> str:
    return (
        f"“{name}” is a Keynote presentation; open it in Keynote, export it to PowerPoint (in the File menu), "
        "and import that file."
    )


def _by_content(path: Path) -> str | None:
    if path.suffix.lower() not in (*_DECKS, ".zip") or path.is_dir():
        return None
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(_ZIP):
        return _in_the_archive(path)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return (
            f"“{path.name}” is a web page and no presentation; perhaps the download asked for a password first: "
            "sign in and download the file again."
        )
    kind = next((kind for bytes_, kind in _HEADS if head.startswith(bytes_)), None)
    return None if kind is None else f"“{path.name}” is {kind} and no presentation; choose the deck itself."


def _in_the_archive(path: Path) -> str | None:
    """A Keynote file by its parts; an archive of decks where the archive is no deck itself."""
    try:
        with zips.opened(path) as archive:
            names = archive.namelist()
    except zips.BROKEN:
        return None
    if any(name in names for name in _KEYNOTE):
        return _keynote(path.name)
    if "mimetype" in names or any(name.lower().endswith("[content_types].xml") for name in names):
        return None
    decks = [name for name in names if name.lower().endswith(_DECKS) and "__MACOSX" not in name]
    if decks:
        inside = decks[0].replace("\\", "/").rpartition("/")[2]
        return f"“{path.name}” is an archive with “{inside}” in it; unpack it and choose that file."
    if path.suffix.lower() == ".zip":
        return f"“{path.name}” is an archive without a presentation in it; choose a deck."
    return None
