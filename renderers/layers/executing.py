"""What the steps that take slides apart do: ask a worker for the objects, and see that they make the page again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from renderers import pages
from renderers.cache import Entry
from renderers.layers.making import NOTHING, kept, made, without
from renderers.layers.pieces import received
from renderers.messages import Message
from renderers.planes import Planes, one_thread
from renderers.slides.fit import fit
from renderers.steps import CardStep, ImageStep, LayersStep, PageStep, SeparateStep
from renderers.workshop import Workshop
from studio.errors import LostEntryError, StudioError

CONVERSION_LIMIT_S = 300.0
"""Seconds that LibreOffice gets for the objects of some slides."""
DRAWING_LIMIT_S = 120.0
"""Seconds that drawing the objects of one slide may take."""

NOT_CONVERTED = "its objects could not be drawn one by one"


def separate(step: SeparateStep, workshop: Workshop) -> Entry:
    """A page for each object. Where that fails there are none, and changes do without: no export fails by it."""
    asked = {"first": step.first, "last": step.last, "numbers": list(step.numbers), "painter": step.version}
    deck = str(workshop.assets.path(step.source))
    message = Message({"do": "separate", "deck": deck, **asked})
    try:
        answer = workshop.ask("pages", message, CONVERSION_LIMIT_S)[-1]
    except StudioError as error:
        return Entry({"slides": {}, "error": str(error)}, (b"",))
    return Entry(answer.header, answer.blobs)


def layers(step: LayersStep, workshop: Workshop) -> Entry:
    """The stack of a page, or why there is none (`renderers.layers.making`)."""
    one_thread()
    page = pages.unpack(workshop.entry(step.of))
    try:
        return _TAKEN_APART[type(step.drawing)](step, page, workshop)
    except LostEntryError:
        raise
    except StudioError:
        return without(page, NOT_CONVERTED)


def _of_slide(step: LayersStep, page: Planes, workshop: Workshop) -> Entry:
    drawing = step.drawing
    assert isinstance(drawing, PageStep)
    place = fit(*drawing.aspect, drawing.width, drawing.height)
    size = {"width": place.width, "height": place.height}
    if step.converted:
        found = workshop.entry(step.converted).record["slides"].get(str(drawing.number), {})
        why = found.get("why", NOT_CONVERTED)
        if why:
            return without(page, why)
        slides, apart = (str(workshop.file(key, ".pdf")) for key in (drawing.converted, step.converted))
        pdfs = {"slides": slides, "index": drawing.index, "apart": apart}
        asked = {"first": found["first"], "sheets": found["sheets"], **pdfs}
        answers = workshop.ask("pages", Message({"do": "layers", **asked, **size}), DRAWING_LIMIT_S)
    else:
        deck = str(workshop.assets.path(drawing.deck))
        asked = {"deck": deck, "slide": drawing.slide_id, "kinds": step.kinds}
        answers = workshop.ask("paint", Message({"do": "slide apart", **asked, **size}), DRAWING_LIMIT_S)
    return _stack(drawing, page, answers)


def _of_card(step: LayersStep, page: Planes, workshop: Workshop) -> Entry:
    card = step.drawing
    assert isinstance(card, CardStep)
    words = {"heading": card.heading, "points": [[level, text] for level, text in card.points]}
    look = {"opening": card.opening, "language": card.language, "width": card.width, "height": card.height}
    answers = workshop.ask("paint", Message({"do": "card apart", **words, **look}), DRAWING_LIMIT_S)
    return _stack(card, page, answers)


def _of_image(step: LayersStep, page: Planes, workshop: Workshop) -> Entry:
    from renderers.layers.components import taken_apart

    drawing = step.drawing
    assert isinstance(drawing, ImageStep)
    stack = taken_apart(page, fit(*drawing.aspect, drawing.width, drawing.height))
    return without(page, NOTHING) if stack is None else kept(stack, page)


def _stack(drawing: PageStep | CardStep, page: Planes, answers: list[Message]) -> Entry:
    import numpy as np

    from renderers.planes import from_rgb

    aspect = drawing.aspect if isinstance(drawing, PageStep) else (drawing.width, drawing.height)
    place = fit(*aspect, drawing.width, drawing.height)
    background = drawing.background if isinstance(drawing, PageStep) else "#ffffff"
    ground = np.frombuffer(answers[0].blobs[0], np.uint8).reshape(place.height, place.width, 3)
    whole = pages.on_ground(ground, place, drawing.width, drawing.height, background)
    return made(page, from_rgb(whole), received(answers[1:]), place)


_TAKEN_APART: dict[type[Any], Callable[[LayersStep, Planes, Workshop], Entry]] = {
    CardStep: _of_card,
    ImageStep: _of_image,
    PageStep: _of_slide,
}
