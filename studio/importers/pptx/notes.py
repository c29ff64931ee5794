"""Speaker notes: found by relationship, read as paragraphs of a script."""

from __future__ import annotations

import re

from pptx.slide import Slide

from studio.importers.lines import one_line
from studio.importers.pptx.markup import Element, child, children, qn, walk
from studio.importers.pptx.text import paragraph_text, run_languages

_NOT_NOTES = ("sldImg", "sldNum", "hdr", "ftr", "dt")
_MARK = re.compile(r"^(?:[•‣▪●◦■□➢➤✓*]|[-–—](?=\s))\s*")
_ENDS = re.compile(r"[.!?:;。！？：；…][\"'”’」』）)]*$")


def read_notes(slide: Slide) -> tuple[tuple[str, ...], tuple[tuple[str, int], ...]]:
    """The lines of the notes ("" where a blank line stands between them) and the languages they are marked with.

    `has_notes_slide` is asked first: asking python-pptx for the notes of a slide without any makes some.
    """
    if not slide.has_notes_slide:
        return (), ()
    body = _body(slide.notes_slide.element)
    if body is None:
        return (), ()
    lines: list[str] = []
    for node in children(body):
        if node.tag == qn("a:p"):
            lines += _lines(paragraph_text(node))
    return tuple(lines), tuple(run_languages(body))


def _body(notes: Element) -> Element | None:
    """The text of the notes placeholder; without one, of the first text that is no header or number."""
    fallback = None
    for shape in walk(notes, "p:sp"):
        text = child(shape, "p:txBody")
        place = child(shape, "p:nvSpPr", "p:nvPr", "p:ph")
        kind = "" if place is None else place.get("type", "obj")
        if kind == "body" and text is not None:
            return text
        if kind not in _NOT_NOTES and fallback is None and text is not None:
            fallback = text
    return fallback


def _lines(text: str) -> list[str]:
    """One paragraph's lines: a soft break inside a sentence is a space, one after a sentence ends the line."""
    lines: list[str] = []
    for piece in text.split("\n"):
        bare = one_line(piece)
        words = _MARK.sub("", bare)
        if lines and lines[-1] and words and bare == words and not _ENDS.search(lines[-1]):
            lines[-1] = f"{lines[-1]} {words}"
        else:
            lines.append(words)
    return lines
