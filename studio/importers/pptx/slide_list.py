"""Mends the list of a deck's slides (ECMA-376 Part 1, 19.2.1.34): a part for each, and a number of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from studio.importers.pptx.markup import Element, append, integer, local, parse, qn, root_tag, written
from studio.importers.pptx.package import Package
from studio.importers.pptx.relationships import RELATIONSHIPS, rels_name, targets

_SLIDE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"
_FIRST_ID = 256
_NUMBER = re.compile(r"(\d+)\.xml$")
_BLANK_SLIDE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cSld><p:spTree>'
    b'<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    b"</p:spTree></p:cSld></p:sld>"
)


@dataclass(frozen=True, slots=True)
class SlideList:
    """What was mended: the parts that are blank slides now, how many entries led nowhere, and whether the list was
    written anew from the slides that are in the file.
    """

    blanks: tuple[str, ...] = ()
    lost: int = 0
    rebuilt: bool = False


def mend_slides(package: Package, main: str) -> SlideList:
    """Give every listed slide a part: a blank one where its own is broken, so that numbers and pages agree."""
    root = parse(package.parts[main])
    before = written(root)
    entries = list(root.iter(qn("p:sldId")))
    links = targets(package, main)
    found = [(entry, *links.get(entry.get(qn("r:id")) or "", ("", ""))) for entry in entries]
    first = {part: entry for entry, kind, part in reversed(found) if part and kind.endswith("/slide")}
    # A part that is listed again is left out: one listed ten thousand times makes a lecture without end.
    gone = [entry for entry, _, part in found if first.get(part) is not entry]
    rebuilt = bool(gone) and len(gone) == len(entries) and _rebuild(package, main, root)
    blanks: list[str] = []
    for entry in gone:
        entry.getparent().remove(entry)
    for _, kind, target in found:
        if target in first and kind.endswith("/slide") and not _is_slide(package.parts.get(target)):
            package.parts[target] = _BLANK_SLIDE
            blanks.append(target)
    _number(list(root.iter(qn("p:sldId"))))
    if written(root) != before:
        package.parts[main] = written(root)
    return SlideList(tuple(blanks), 0 if rebuilt else len(gone), rebuilt)


def _is_slide(data: bytes | None) -> bool:
    return data is not None and root_tag(data) == qn("p:sld")


def _rebuild(package: Package, main: str, root: Element) -> bool:
    """The list anew from the slides in the file, in the order of their numbers; whether there are any."""
    folder = main.rpartition("/")[0]
    near = (name for name in package.parts if name.startswith(f"{folder}/slides/") and name.endswith(".xml"))
    slides = sorted((name for name in near if _is_slide(package.parts[name])), key=_order)
    if not slides:
        return False
    rels = rels_name(main)
    table = parse(package.parts.get(rels, f'<Relationships xmlns="{RELATIONSHIPS}"/>'.encode()))
    listed = root.find(qn("p:sldIdLst"))
    for number, slide in enumerate(slides, start=1):
        name = f"rIdSlide{number}"
        append(table, "Relationship", Id=name, Type=_SLIDE, Target=f"/{slide}")
        append(listed, "sldId").set(qn("r:id"), name)
    package.parts[rels] = written(table)
    return True


def _order(name: str) -> tuple[int, str]:
    number = _NUMBER.search(name)
    return (int(number[1][:9]) if number else 1 << 30, name)


def _number(entries: list[Element]) -> None:
    """Slides are found by their number: one that is missing or given twice becomes a free one."""
    taken: set[int] = set()
    unnumbered: list[Element] = []
    for entry in entries:
        number = integer(entry.get("id")) if local(entry) == "sldId" else None
        if number is None or number <= 0 or number in taken:
            unnumbered.append(entry)
        else:
            taken.add(number)
    for number, entry in enumerate(unnumbered, start=max(taken | {_FIRST_ID - 1}) + 1):
        entry.set("id", str(number))
