"""What the presentation's properties say about the show (ECMA-376 Part 1, 19.2.1.30 `p:showPr`)."""

from __future__ import annotations

from pptx.presentation import Presentation

from studio.importers.pptx.markup import BadMarkup, Element, is_false, parse, qn


def show_properties(deck: Presentation) -> Element | None:
    """The element that says how the deck is presented; None where nothing does."""
    for link in deck.part.rels.values():
        if link.reltype.endswith("/presProps") and not link.is_external:
            try:
                return parse(link.target_part.blob).find(qn("p:showPr"))
            except BadMarkup:
                return None
    return None


def uses_timings(deck: Presentation) -> bool:
    """Whether stored advance times count (`useTimings`; they do unless the author said otherwise)."""
    show = show_properties(deck)
    return show is None or not is_false(show.get("useTimings"))
