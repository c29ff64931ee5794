"""Blocks -> drafts of scenes: which heading begins a scene, which names a section, what belongs together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from studio.importers.outline.blocks import Block, Break, Heading, Note, Outline, Point, Remark, Running

_DEEPEST = 3
"""Headings more than so many levels below the title are points of the scene they stand in."""

_TITLE_SHARE = 0.6
"""So much of an outline must stand below its first heading for that to be the title of all."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A scene in the making. `path` are the headings above it and its own; `shown` is True where all its text
    is meant to be seen, not only its points.
    """

    path: tuple[str, ...]
    blocks: tuple[Block, ...] = ()
    section: str = ""
    opening: bool = False
    shown: bool = False

    @property
    def heading(self) -> str:
        """What stands on top of its card."""
        return self.path[-1] if self.path else ""


@dataclass(frozen=True, slots=True)
class Arranged:
    """The drafts in order and the title of the lecture ("" where the file has none)."""

    title: str
    drafts: tuple[Draft, ...]


def arrange(outline: Outline) -> Arranged:
    """The scenes of an outline: one a slide where it is written as slides, else one a heading."""
    arranged = _slides(outline) if outline.slides or _is_paged(outline.blocks) else _document(outline)
    drafts = tuple(draft for draft in arranged.drafts if draft.opening or draft.blocks or draft.path)
    return Arranged(arranged.title, _with_opening(outline, arranged.title, drafts))


def _with_opening(outline: Outline, title: str, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """A file that only names its title in its properties gets an opening card of it."""
    first = drafts[0] if drafts else None
    if first is not None and first.opening:
        lines = tuple(Point(line) for line in outline.subtitle)
        return (replace(first, blocks=(*lines, *first.blocks)), *drafts[1:]) if lines else drafts
    if not outline.title or (first is not None and first.heading == title):
        return drafts
    lines = tuple(Point(line) for line in outline.subtitle)
    return (Draft((title,), lines, opening=True), *drafts)


def _is_paged(blocks: tuple[Block, ...]) -> bool:
    """Whether breaks part the file into slides: most stretches between them begin with a heading."""
    pages = [page for page in _split(blocks, 0) if page]
    breaks = sum(isinstance(block, Break) for block in blocks)
    headed = sum(isinstance(page[0], Heading) for page in pages)
    headings = sum(isinstance(block, Heading) for block in blocks)
    one_each = headed * 2 >= headings * 0.7
    return breaks >= 2 and headed * 2 > len(pages) and (one_each or headed >= max(3, len(pages) * 0.8))


def _split(blocks: Iterable[Block], divider: int) -> list[list[Block]]:
    pages: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Break):
            pages.append([])
            continue
        if isinstance(block, Heading) and block.level <= divider and pages[-1]:
            pages.append([])
        pages[-1].append(block)
    return pages


# Files written as slides


def _slides(outline: Outline) -> Arranged:
    drafts: list[Draft] = []
    title, section = outline.title, ""
    for page in _split(outline.blocks, outline.divider):
        if not any(not isinstance(block, Remark) for block in page):
            if drafts and page:
                drafts[-1] = replace(drafts[-1], blocks=(*drafts[-1].blocks, *page))
            continue
        draft = _page(page, drafts)
        title = title or draft.heading
        if draft.opening and drafts:
            section = _joined(draft)
        drafts.append(replace(draft, section=section, shown=outline.slides or not _notes(page)))
    return Arranged(title, tuple(drafts))


def _notes(page: list[Block]) -> bool:
    return any(isinstance(block, Note) for block in page)


def _page(page: list[Block], before: list[Draft]) -> Draft:
    first = next((i for i, block in enumerate(page) if isinstance(block, Heading)), None)
    if first is None:
        return Draft(before[-1].path if before else ("",), tuple(page))
    heading = page[first]
    assert isinstance(heading, Heading)
    rest = page[:first] + page[first + 1 :]
    shown = [block for block in rest if not isinstance(block, Note)]
    if len(shown) <= 2 and all(isinstance(block, Heading) for block in shown):
        lines = (Point(block.text) if isinstance(block, Heading) else block for block in rest)
        return Draft((heading.text,), tuple(lines), opening=True)
    return Draft((heading.text,), tuple(_lowered(rest)))


def _joined(draft: Draft) -> str:
    """“Chapter 3” above “Licences” is one name."""
    lines = [block.text for block in draft.blocks if isinstance(block, Point)]
    short = len(draft.heading) <= 12 and len(lines) == 1
    return f"{draft.heading} {lines[0]}" if short else draft.heading


def _lowered(blocks: Iterable[Block]) -> Iterator[Block]:
    """Headings inside a scene are its outer points; what stands under them goes a level in."""
    inside = False
    for block in blocks:
        match block:
            case Heading(text):
                inside = True
                yield Point(text, 0)
            case Point(text, level):
                yield Point(text, level + inside)
            case _:
                yield block


# Files written as documents


@dataclass(slots=True)
class _Node:
    """A heading with the blocks right under it; `depth` 0 is the outermost below the title."""

    text: str
    depth: int
    path: tuple[str, ...]
    blocks: list[Block]
    children: int = 0


def _document(outline: Outline) -> Arranged:
    title, level = _title(outline)
    nodes = _nodes(outline.blocks, title if level else "", level)
    sectioned = any(node.children for node in nodes if node.depth == 0)
    drafts: list[Draft] = []
    section = ""
    for node in nodes:
        if node.depth == 0 and sectioned:
            section = node.text
        opening = node.depth < 0 or (node.children > 0 and not _points(node.blocks))
        if opening and node.depth >= 0 and node.children < 2 and not _words(node.blocks):
            drafts += [Draft(node.path, tuple(node.blocks), section)] if node.blocks else []
            continue
        drafts += _parts(node, section, opening and _fits_opening(node))
    return Arranged(title, tuple(drafts))


def _parts(node: _Node, section: str, opening: bool) -> list[Draft]:
    pages = [page for page in _split(_lowered(node.blocks), 0) if page] or [[]]
    return [Draft(node.path, tuple(page), section, opening and not i) for i, page in enumerate(pages)]


def _title(outline: Outline) -> tuple[str, int]:
    """The title and the level of the heading that is it (0: no heading is)."""
    headings = [block for block in outline.blocks if isinstance(block, Heading)]
    if not headings:
        return outline.title, 0
    first = headings[0]
    others = [heading for heading in headings[1:] if heading.level <= first.level]
    below = next((i for i, heading in enumerate(headings[1:]) if heading.level <= first.level), len(headings))
    spans = below >= _TITLE_SHARE * (len(headings) - 1)
    is_title = first.level == min(h.level for h in headings) and (not others or (below > 1 and spans))
    if is_title and (not outline.title or len(headings) > 1):
        return outline.title or first.text, first.level
    return outline.title, 0


def _nodes(blocks: tuple[Block, ...], title: str, title_level: int) -> list[_Node]:
    levels = sorted({b.level for b in blocks if isinstance(b, Heading) and b.level > title_level})
    nodes = [_Node(title, -1, (title,) if title else (), [])]
    above: list[_Node] = []
    met = not title_level
    for block in blocks:
        if not isinstance(block, Heading):
            nodes[-1].blocks.append(block)
            continue
        if not met:
            met = True
            nodes[0].path, nodes[0].text = (title,), title
            continue
        depth = levels.index(block.level) if block.level in levels else 0
        if depth >= _DEEPEST:
            nodes[-1].blocks.append(block)
            continue
        above = [node for node in above if node.depth < depth]
        for node in above[-1:]:
            node.children += 1
        node = _Node(block.text, depth, (*(n.text for n in above), block.text), [])
        above.append(node)
        nodes.append(node)
    return nodes if title_level or nodes[0].blocks else nodes[1:]


def _points(blocks: Iterable[Block]) -> bool:
    return any(isinstance(block, Point) for block in blocks)


def _words(blocks: Iterable[Block]) -> bool:
    return any(isinstance(block, Running | Note) for block in blocks)


def _fits_opening(node: _Node) -> bool:
    return bool(node.path) and not _points(node.blocks)
