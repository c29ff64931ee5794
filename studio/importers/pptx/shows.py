"""The custom shows of a deck, and what PowerPoint itself would present of it (ECMA-376 Part 1, 19.2.1).

What “Set Up Slide Show” restricts a presentation to is told and can be chosen like a custom show, but is not
applied by itself: such a range is often left over from some rehearsal, PowerPoint shows it nowhere while a deck is
edited, and a video that silently lacks slides is found out too late.
"""

from __future__ import annotations

from pptx.opc.package import Part
from pptx.presentation import Presentation

from studio.importers.ledger import Ledger
from studio.importers.lines import one_line
from studio.importers.pptx.markup import Element, child, children, integer, qn
from studio.importers.pptx.settings import show_properties
from studio.lecture import CustomShow, Scene

MOST = 100
_LONGEST = 1000
"""So many slides of one show are taken."""
_LONGEST_NAME = 200
_NAMED = 5
"""So many shows are named in the report."""


def read_shows(
    deck: Presentation, parts: list[Part], scenes: tuple[Scene, ...], ledger: Ledger
) -> tuple[CustomShow, ...]:
    """The shows that can be chosen; () where there are none, else the first one is the deck itself (name "").

    `parts` are those of the slides in order, `scenes` what became of them.
    """
    ids = {str(part.partname): scene.id for part, scene in zip(parts, scenes, strict=True)}
    custom = dict(_custom(deck, ids))
    shows = list(dict.fromkeys(show for show in custom.values() if show.scenes))
    if shows:
        ledger.kept("shows", _told(shows))
    setting = show_properties(deck)
    span = _span(child(setting, "p:sldRg"), scenes)
    if span is not None:
        shows.append(span)
        ledger.left_out(
            "shows",
            f"PowerPoint presents only the slides {span.name} (Set Up Slide Show); the video has all slides unless "
            "they are chosen as the show.",
        )
    chosen = child(setting, "p:custShow")
    presented = None if chosen is None else custom.get(integer(chosen.get("id")))
    if presented is not None:
        ledger.left_out(
            "shows",
            f"PowerPoint presents only the custom show “{presented.name}” (Set Up Slide Show); the video has all "
            "slides unless it is chosen.",
        )
    whole = CustomShow("", tuple(scene.id for scene in scenes if not scene.hidden))
    return (whole, *shows[:MOST]) if shows else ()


def _custom(deck: Presentation, ids: dict[str, str]) -> list[tuple[int | None, CustomShow]]:
    """Each show with its number; entries that lead to no slide of the deck are left out."""
    found: list[tuple[int | None, CustomShow]] = []
    listed = child(deck.element, "p:custShowLst")
    taken: set[str] = set()
    for show in () if listed is None else children(listed):
        name = _free(one_line(show.get("name") or "")[:_LONGEST_NAME] or f"Show {len(found) + 1}", taken)
        slides = child(show, "p:sldLst")
        links = () if slides is None else (entry.get(qn("r:id")) or "" for entry in children(slides))
        scenes = (ids.get(_target(deck, link), "") for link in links)
        found.append((integer(show.get("id")), CustomShow(name, tuple(filter(None, scenes))[:_LONGEST])))
    return found


def _free(name: str, taken: set[str]) -> str:
    number, own = 2, name
    while name.casefold() in taken:
        name, number = f"{own} ({number})", number + 1
    taken.add(name.casefold())
    return name


def _target(deck: Presentation, relation: str) -> str:
    link = deck.part.rels.get(relation)
    return "" if link is None or link.is_external else str(link.target_part.partname)


def _span(element: Element | None, scenes: tuple[Scene, ...]) -> CustomShow | None:
    """The slides from–to as a show; None where that is the whole deck, or no range at all."""
    if element is None:
        return None
    first, last = integer(element.get("st")) or 0, integer(element.get("end")) or 0
    last = min(last, len(scenes))
    if not 1 <= first <= last or (first == 1 and last == len(scenes)):
        return None
    return CustomShow(f"{first}–{last}", tuple(scene.id for scene in scenes[first - 1 : last]))


def _told(shows: list[CustomShow]) -> str:
    names = ", ".join(f"“{show.name}”" for show in shows[:_NAMED]) + ("…" if len(shows) > _NAMED else "")
    if len(shows) == 1:
        return f"The deck has the custom show {names}; the video has all slides unless it is chosen."
    return f"The deck has the custom shows {names}; the video has all slides unless one of them is chosen."
