"""Values that a deck and its author may both have changed: who changed what wins, the author where both did."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TypeVar

from studio.lecture import PDF, Choices, Recording, SlideVisual, Transition

T = TypeVar("T")


def of_three(mine: T, base: T, theirs: T) -> T:
    """The author's value where he changed it, else the deck's."""
    return mine if mine != base else theirs


def as_before(old: T, new: T) -> T:
    """The very same object where it says the same."""
    return old if new == old else new


def of_choices(mine: Choices, base: Choices, theirs: Choices) -> Choices:
    """The lecture's choices, each by itself."""
    chosen = {
        each.name: of_three(*(getattr(side, each.name) for side in (mine, base, theirs)))
        for each in fields(Choices)
    }
    return as_before(mine, replace(mine, **chosen))


def of_transition(mine: Transition, base: Transition, theirs: Transition) -> Transition:
    """What the deck stores comes from the deck; the author's wishes stay beside it."""
    return as_before(mine, replace(mine, stored=of_three(mine.stored, base.stored, theirs.stored)))


def has_wish(transition: Transition) -> bool:
    """Whether the author asked for anything at a seam."""
    return transition != Transition(stored=transition.stored)


def of_visual(mine: SlideVisual, base: SlideVisual, theirs: SlideVisual) -> SlideVisual:
    """The changed deck's slide; a page that the author put in its place stays.

    But a page of a PDF is a print of the old slide: it goes with it.
    """
    page = mine.page
    printed = page is not None and page.file.media_type == PDF
    if page is None or (printed and (theirs.page is not None or base.drawn != theirs.drawn)):
        page = theirs.page
    return theirs if page == theirs.page else replace(theirs, page=page)


def of_recording(
    mine: Recording | None, base: Recording | None, theirs: Recording | None, whole: bool
) -> tuple[Recording | None, str]:
    """The recording of a scene, and a sentence where there is something to be said about it.

    `whole`: the scene says all the words of its slide; a new narration of the deck does not fit a part of it.
    """
    own = mine is not None and not _same_sound(mine, base)
    if _same(base, theirs):
        return mine, ""
    if own:
        return mine, "The narration recorded in the deck changed; your own recording is kept."
    if mine is None and base is not None:
        return (
            None,
            "The narration recorded in the deck changed; you had taken it out here, and it stays out.",
        )
    if theirs is None:
        return None, "The recorded narration is no longer in the deck; a voice speaks the words."
    if not whole:
        return (
            mine,
            "The narration recorded in the deck changed; this scene was split here and keeps its part.",
        )
    return theirs, "The narration recorded in the deck is new and is used."


def _same_sound(a: Recording, b: Recording | None) -> bool:
    return b is not None and a.audio.digest == b.audio.digest


def _same(a: Recording | None, b: Recording | None) -> bool:
    if a is None or b is None:
        return a is b
    return (a.audio.digest, a.trim_start, a.trim_end) == (b.audio.digest, b.trim_start, b.trim_end)
