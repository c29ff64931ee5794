"""Kinds of text that are not read: what to do with them instead, in a sentence."""

from __future__ import annotations

from pathlib import Path

from studio.assets import AssetStore
from studio.errors import BadFileError
from studio.importers.tools import Tools
from studio.lecture import Lecture
from studio.report import ImportReport

label = "other text files"
suffixes: tuple[str, ...] = ()

_ADVICE = {
    (".rst", ".org", ".textile", ".tex"): (
        "of that kind",
        "save it as Markdown (.md), for instance with Pandoc",
    ),
    (".rtf", ".doc", ".pages"): ("of that kind", "open it in its program and save it as .docx"),
    (".html", ".htm"): ("of the web (HTML)", "save its text as Markdown (.md) or as .docx"),
}


def recognises(path: Path) -> bool:
    """Whether the name ends like one of those kinds."""
    return any(path.suffix.lower() in endings for endings in _ADVICE)


def read(path: Path, store: AssetStore, tools: Tools) -> tuple[Lecture, ImportReport]:
    """Always raises `BadFileError` with advice."""
    kind, advice = next(said for endings, said in _ADVICE.items() if path.suffix.lower() in endings)
    raise BadFileError(f"“{path.name}” is a file {kind}, which cannot be read here; {advice}.")
