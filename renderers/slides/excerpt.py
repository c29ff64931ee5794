"""A part of a deck: some of its slides with all that they show, and nothing else.

LibreOffice needs the time and the memory of what it is given, so a deck is converted in parts. Notes are left out:
no page shows them.
"""

from __future__ import annotations

from collections.abc import Iterable

from studio.importers.pptx.markup import Element, parse, qn, written
from studio.importers.pptx.package import Package
from studio.importers.pptx.relationships import rels_name, targets

_LEFT_OUT = ("/notesSlide", "/notesMaster", "/handoutMaster", "/comments", "/tags")


def keep_only(package: Package, first: int, last: int) -> None:
    """Leave the slides `first` to `last` (from 1, as the slide list counts) of a package and what they need.

    Raises KeyError, StopIteration or `BadMarkup` where the package has to be mended before.
    """
    main = next(target for kind, target in targets(package, "").values() if kind.endswith("/officeDocument"))
    dropped = _shorten_list(package, main, first, last)
    kept = {"[Content_Types].xml", rels_name("")}
    waiting = [target for _, target in targets(package, "").values()]
    while waiting:
        part = waiting.pop()
        if part in kept or part not in package.parts:
            continue
        kept |= {part, rels_name(part)}
        waiting += _drop_links(package, part, dropped)
    package.parts = {name: data for name, data in package.parts.items() if name in kept}


def _shorten_list(package: Package, main: str, first: int, last: int) -> frozenset[str]:
    """Take slides out of the slide list; returns the part names of those that are gone."""
    root = parse(package.parts[main])
    links = targets(package, main)
    listed = root.find(qn("p:sldIdLst"))
    if listed is None:
        raise KeyError("p:sldIdLst")
    slides = [entry for entry in listed if links.get(entry.get(qn("r:id")), ("", ""))[0].endswith("/slide")]
    gone = [*slides[: first - 1], *slides[last:]]
    parts = _parts(slides, links) - _parts(slides[first - 1 : last], links)
    for entry in gone:
        listed.remove(entry)
    shows = root.find(qn("p:custShowLst"))
    if shows is not None:  # LibreOffice opens no deck whose shows name a slide that is gone
        root.remove(shows)
    package.parts[main] = written(root)
    return parts


def _parts(entries: Iterable[Element], links: dict[str, tuple[str, str]]) -> frozenset[str]:
    return frozenset(links[entry.get(qn("r:id"))][1] for entry in entries)


def _drop_links(package: Package, part: str, dropped: frozenset[str]) -> list[str]:
    """Take a part's links to what is left out away; returns what the others lead to."""
    links = targets(package, part)
    gone = {
        relation
        for relation, (kind, target) in links.items()
        if target in dropped or kind.endswith(_LEFT_OUT)
    }
    if gone:
        name = rels_name(part)
        root = parse(package.parts[name])
        for link in list(root):
            if link.get("Id") in gone:
                root.remove(link)
        package.parts[name] = written(root)
    return [target for relation, (_, target) in links.items() if relation not in gone]
