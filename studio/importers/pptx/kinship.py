"""Finds relatives for slides that have lost theirs: a layout of the deck, the notes that still name their slide."""

from __future__ import annotations

from studio.importers.pptx.markup import append, parse, written
from studio.importers.pptx.package import Package
from studio.importers.pptx.relationships import RELATIONSHIPS, rels_name, source_of, targets

_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def adopt(package: Package, main: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Tie slides to a layout and to their notes again; returns which got a layout, and which got notes.

    Without a layout a title has no place and no face. PowerPoint takes the first one of the deck too.
    """
    kin = {
        part: dict(_kin(package, part))
        for kind, part in targets(package, main).values()
        if _is(kind, "slide")
    }
    masters = [part for kind, part in targets(package, main).values() if _is(kind, "slideMaster")]
    layouts = [dict(_kin(package, master)).get("slideLayout", "") for master in masters]
    layout = next(filter(None, layouts), "")
    bare = tuple(slide for slide, links in kin.items() if layout and "slideLayout" not in links)
    for slide in bare:
        _tie(package, slide, "slideLayout", layout)
    without = {slide for slide, links in kin.items() if "notesSlide" not in links}
    noted = tuple(_notes(package, without)) if without else ()
    for slide, notes in noted:
        _tie(package, slide, "notesSlide", notes)
    return bare, tuple(slide for slide, _ in noted)


def _is(kind: str, name: str) -> bool:
    return kind.rpartition("/")[2] == name


def _kin(package: Package, part: str) -> list[tuple[str, str]]:
    """Kind and part of what a part is related to and is there, the first of each kind last (so that it wins)."""
    links = [(kind.rpartition("/")[2], target) for kind, target in targets(package, part).values()]
    return [link for link in reversed(links) if link[1] in package.parts]


def _notes(package: Package, slides: set[str]) -> list[tuple[str, str]]:
    """Notes that no slide names although they name a slide that has none."""
    found: dict[str, str] = {}
    named: set[str] = set()
    for rels in [name for name in package.parts if name.endswith(".rels") and "/slides/" in name]:
        named |= {
            part for kind, part in targets(package, source_of(rels)).values() if _is(kind, "notesSlide")
        }
    for part in sorted(package.parts):
        if "/notesSlides/" in part and part.endswith(".xml") and part not in named:
            slide = dict(_kin(package, part)).get("slide", "")
            if slide in slides:
                found.setdefault(slide, part)
    return list(found.items())


def _tie(package: Package, source: str, kind: str, target: str) -> None:
    rels = rels_name(source)
    root = parse(package.parts.get(rels, f'<Relationships xmlns="{RELATIONSHIPS}"/>'.encode()))
    append(root, "Relationship", Id=f"rId{kind}Found", Type=_KIND + kind, Target=f"/{target}")
    package.parts[rels] = written(root)
