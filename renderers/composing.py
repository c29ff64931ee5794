"""A step that makes or checks a change -> what the ways of changing are given: two slides, and how they change.

The one place for export, check and preview, so that all of them compose the same.
"""

from __future__ import annotations

from renderers import pages
from renderers.layers.stack import unpack
from renderers.planes import one_thread
from renderers.steps import ChangeStep
from renderers.transitions.how import Asked, How, Pictures, Side
from renderers.workshop import Workshop


def prepared(step: ChangeStep, workshop: Workshop, device: str = "cpu") -> tuple[Side, Side, Asked]:
    """The two slides on a torch device, and what is asked for. Raises LostEntryError."""
    one_thread()
    a = _side(step.first_page, step.first_layers, workshop, device)
    b = _side(step.second_page, step.second_layers, workshop, device)
    return a, b, Asked(step.level, step.style, step.frames, _how(step, a, b, workshop, device))


def _side(page: str, layers: str, workshop: Workshop, device: str) -> Side:
    planes = pages.unpack(workshop.entry(page)).to(device)
    if not layers:
        return Side(planes)
    entry = workshop.entry(layers)
    why = str(entry.record["why"])
    return Side(planes, None, why) if why else Side(planes, unpack(entry).to(device))


def _how(step: ChangeStep, a: Side, b: Side, workshop: Workshop, device: str) -> How:
    pairs = step.pairs
    if a.stack is not None and b.stack is not None:
        from renderers.matching import by_look

        pairs = by_look(a.stack, b.stack, step.pairs, step.by_hand)
    pictures, without = _pictures(step, workshop, device)
    return How(
        direction=step.direction,
        pairs=pairs,
        by_hand=step.by_hand,
        text_by=step.text_by,
        arrive=step.arrive,
        leftwards=step.leftwards,
        pictures=pictures,
        without=without,
    )


def _pictures(step: ChangeStep, workshop: Workshop, device: str) -> tuple[Pictures | None, str]:
    """What a model made, or why there is nothing of it."""
    if not step.pictures or step.turning is None:
        return None, step.without
    from renderers.generation import film

    entry = workshop.entry(step.pictures)
    if entry.record["why"]:
        return None, str(entry.record["why"])
    frames = tuple(frame.to(device) for frame in film.unpack(entry.blobs))
    likeness = entry.record.get("likeness")
    return Pictures(step.level, *step.turning, frames, min(likeness) if likeness else None), ""
