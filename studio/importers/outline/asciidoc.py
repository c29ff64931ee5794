"""AsciiDoc (docs.asciidoctor.org): headings, lists, text, notes -> blocks. Includes are not followed."""

from __future__ import annotations

import re
from pathlib import Path

from studio.assets import AssetStore
from studio.importers.outline.asciidoc_reader import Reader
from studio.importers.outline.asciidoc_source import source_of
from studio.importers.outline.blocks import Heading, Outline
from studio.importers.outline.build import build
from studio.importers.outline.files import read_text
from studio.importers.outline.notes import with_marked_notes
from studio.importers.outline.scripts import as_spoken
from studio.importers.tools import Tools
from studio.lecture import Lecture
from studio.report import ImportReport

label = "AsciiDoc outlines"
suffixes = (".adoc", ".asciidoc", ".asc")

_SLIDES = re.compile(r"revealjs|backend-slides|slidy|dzslides|deckjs")


def recognises(path: Path) -> bool:
    """AsciiDoc is text like any other: only its name tells."""
    return False


def read(path: Path, store: AssetStore, tools: Tools) -> tuple[Lecture, ImportReport]:
    """Read the outline; raises `BadFileError` with one sentence."""
    return build(outline_of(read_text(path)), path)


def outline_of(text: str) -> Outline:
    """The blocks of an AsciiDoc text."""
    source = source_of(text)
    reader = Reader(source.attributes)
    reader.blocks += source.remarks
    reader.read(source.lines)
    facts = source.attributes
    slides = any(_SLIDES.search(name) for name in facts) or "revealjs" in facts.get("backend", "")
    blocks = as_spoken(with_marked_notes(reader.blocks, slides))
    return Outline(
        tuple(blocks),
        # A document without a title is called by its first heading, as AsciiDoc's own tools do.
        next((block.text for block in blocks if isinstance(block, Heading)), ""),
        tuple(source.subtitle),
        facts.get("lang", ""),
        slides,
        2 if slides else 0,
    )
