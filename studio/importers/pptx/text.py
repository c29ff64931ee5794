"""The words of DrawingML text bodies, and the languages their runs are marked with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studio.importers.lines import one_line
from studio.importers.pptx.markup import Element, children, qn, walk

_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u200b\u2060\ufeff\ufffc]|_x000[BDbd]_")


def paragraph_text(paragraph: Element) -> str:
    """The text of an `a:p`, soft line breaks as newlines; equations as their letters."""
    pieces: list[str] = []
    for node in walk(paragraph, "a:t", "m:t", "a:br"):
        pieces.append("\n" if node.tag == qn("a:br") else node.text or "")
    text = "".join(pieces).replace("_x000B_", "\n").replace("\x0b", "\n")
    return _INVISIBLE.sub("", text)


def body_text(body: Element | None) -> str:
    """The paragraphs of a text body (`p:txBody`, `a:txBody`), one a line; empty ones left out."""
    if body is None:
        return ""
    lines = (one_line(paragraph_text(node)) for node in children(body) if node.tag == qn("a:p"))
    return "\n".join(line for line in lines if line)


def run_properties(text: Element) -> Element | None:
    """How the run is set that holds an `a:t`."""
    return next(text.itersiblings(qn("a:rPr"), preceding=True), None)


def run_languages(parent: Element) -> Iterator[tuple[str, int]]:
    """The language each run is marked with and its number of characters (ECMA-376 Part 1, 21.1.2.3.9 `lang`)."""
    for node in walk(parent, "a:t"):
        words = (node.text or "").strip()
        run = run_properties(node) if words else None
        if run is not None and run.get("lang"):
            yield run.get("lang"), len(words)


def all_text(parent: Element) -> str:
    """Every run's words under an element, one paragraph a line."""
    return "\n".join(one_line(paragraph_text(node)) for node in walk(parent, "a:p"))
