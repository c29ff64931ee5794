"""Review comments of a slide: classic ones (ECMA-376 Part 1, 19.4), threaded ones ([MS-PPTX] `p188:cmLst`)."""

from __future__ import annotations

from collections.abc import Iterator

from pptx.opc.package import Part

from studio.importers.pptx.markup import BadMarkup, Element, children, local, parse
from studio.importers.pptx.text import body_text
from studio.lecture import Comment

MOST = 500
"""So many comments of one slide are kept."""
_LONGEST = 5000
_AUTHORS = ("/commentAuthors", "/authors")


def read_authors(presentation: Part) -> dict[str, str]:
    """The names of who commented, by id; of a deck that names none nothing."""
    names: dict[str, str] = {}
    for root in _related(presentation, _AUTHORS):
        for author in children(root):
            if local(author) in ("cmAuthor", "author"):
                name = (author.get("name") or author.get("initials") or "").strip()
                names[author.get("id") or ""] = name[:200]
    return names


def read_comments(slide: Part, authors: dict[str, str]) -> tuple[Comment, ...]:
    """The comments on a slide in the order they are stored, answers behind what they answer."""
    found: list[Comment] = []
    for root in _related(slide, ("/comments",)):
        for comment in children(root):
            if local(comment) == "cm":
                found += _thread(comment, authors)
    return tuple(found[:MOST])


def _thread(comment: Element, authors: dict[str, str]) -> Iterator[Comment]:
    resolved = comment.get("status") in ("resolved", "closed")
    yield from _said(comment, authors, _is_answer(comment), resolved)
    for replies in children(comment):
        if local(replies) == "replyLst":
            for reply in children(replies):
                yield from _said(reply, authors, True, resolved)


def _said(comment: Element, authors: dict[str, str], answer: bool, resolved: bool) -> Iterator[Comment]:
    text = _words(comment)
    if text:
        author = authors.get(comment.get("authorId") or "", "")
        time = (comment.get("dt") or comment.get("created") or "")[:40]
        yield Comment(author, text, time, answer, resolved)


def _words(comment: Element) -> str:
    for part in children(comment):
        if local(part) == "text":  # classic: plain text
            return "\n".join(" ".join(line.split()) for line in (part.text or "").splitlines())[
                :_LONGEST
            ].strip()
        if local(part) == "txBody":
            return body_text(part)[:_LONGEST]
    return ""


def _is_answer(comment: Element) -> bool:
    """A classic comment says in an extension which one it answers (`p15:parentCm`)."""
    return any(local(node) == "parentCm" for node in comment.iterdescendants("*"))


def _related(part: Part, kinds: tuple[str, ...]) -> Iterator[Element]:
    """The roots of the parts that relationships of these kinds lead to, as far as they can be read."""
    for link in part.rels.values():
        if link.reltype.endswith(kinds) and not link.is_external:
            try:
                yield parse(link.target_part.blob)
            except BadMarkup:
                continue
