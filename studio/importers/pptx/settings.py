"""What the presentation's properties say about the show (ECMA-376 Part 1, 19.2.1.30 `p:showPr`)."""

from __future__ import annotations

from pptx.presentation import Presentation

from studio.importers.pptx.markup import BadMarkup, is_false, parse, qn


def uses_timings(deck: Presentation) -> bool:
    """Whether stored advance times count (`useTimings`; they do unless the author said otherwise)."""
    for link in deck.part.rels.values():
        if link.reltype.endswith("/presProps") and not link.is_external:
            try:
                root = parse(link.target_part.blob)
            except BadMarkup:
                return True
            show = root.find(qn("p:showPr"))
            return show is None or not is_false(show.get("useTimings"))
    return True
