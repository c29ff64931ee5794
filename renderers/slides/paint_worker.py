"""What runs in the "paint" worker: cards, pictures and the slides of a deck, painted with QtGui.

Qt aborts the process when text is painted without a QGuiApplication, so this process owns one; it needs no
display. The deck that was painted last stays open for the next slide.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from renderers.messages import Message
from studio.errors import BadFileError
from studio.lecture import CardPoint, CardVisual, ObjectKind
from studio.progress import CancelToken

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication, QImage

    from renderers.slides.builtin import DeckPainter


def handle(request: Message, cancel: CancelToken) -> Iterator[Message]:
    """`card` (words), `slide` (of a deck) and `picture` (a file) -> RGB; the blob is height x width x 3 bytes.

    The answer's header says what was replaced, as [asked for, used] families, and what was left out.
    `card apart` and `slide apart` answer with the ground and the objects (`renderers.layers.pieces`).
    `look` tells what a picture file holds; nothing where it cannot be drawn.
    """
    _application()
    match request.header["do"]:
        case "card":
            yield _card(request)
        case "slide":
            yield _slide(request)
        case "slide apart":
            yield from _slide_apart(request, cancel)
        case "card apart":
            yield from _card_apart(request)
        case "picture":
            yield _picture(request)
        case "look":
            yield _looked(request)
        case other:
            raise ValueError(other)


@cache
def _application() -> QGuiApplication:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    running = QGuiApplication.instance()
    return running if isinstance(running, QGuiApplication) else QGuiApplication(["lecture-studio"])


def _card(request: Message) -> Message:
    from renderers.slides.cards import Trace, paint_card

    asked, card, trace = request.header, _asked_card(request), Trace()
    image = paint_card(card, asked["language"], int(asked["width"]), int(asked["height"]), trace)
    left_out = [f"the characters “{trace.missing}”, which no installed font has"] if trace.missing else []
    return Message({"replaced": [], "left_out": left_out}, (_rgb(image),))


def _asked_card(request: Message) -> CardVisual:
    asked = request.header
    points = tuple(CardPoint(str(text), int(level)) for level, text in asked["points"])
    return CardVisual(asked["heading"], points, asked["opening"])


def _card_apart(request: Message) -> Iterator[Message]:
    from renderers.slides.cards import GROUND, numbers, paint_card

    asked, card = request.header, _asked_card(request)
    look = asked["language"], int(asked["width"]), int(asked["height"])
    yield Message({}, (_rgb(paint_card(card, *look, only=GROUND)),))
    for number in numbers(card):
        yield from _piece(paint_card(card, *look, only=number), number, "text")


def _slide(request: Message) -> Message:
    asked = request.header
    painter, slide = _deck(asked["deck"]), int(asked["slide"])
    try:
        image = painter.paint(slide, int(asked["width"]), int(asked["height"]))
    except KeyError:
        raise BadFileError("A slide is no longer in the deck; import the deck again.") from None
    told = {
        "replaced": [list(pair) for pair in painter.replaced_fonts(slide)],
        "left_out": list(painter.left_out(slide)),
    }
    return Message(told, (_rgb(image),))


def _slide_apart(request: Message, cancel: CancelToken) -> Iterator[Message]:
    asked = request.header
    kinds: dict[int, ObjectKind] = dict(asked["kinds"])
    painter, size = _deck(asked["deck"]), (int(asked["width"]), int(asked["height"]))
    try:
        for index, each in enumerate(painter.paint_apart(int(asked["slide"]), *size)):
            cancel.check()
            if index == 0:
                yield Message({}, (_rgb(each.image),))
            else:
                yield from _piece(each.image, each.id, kinds.get(each.id, "shape"), each.turn)
    except KeyError:
        raise BadFileError("A slide is no longer in the deck; import the deck again.") from None


def _piece(image: QImage, number: int, kind: ObjectKind, angle: float = 0.0) -> Iterator[Message]:
    """An object on a transparent picture (ARGB32, premultiplied), cropped; nothing where it does not show."""
    import numpy as np
    from PySide6.QtGui import QImage as Image

    from renderers.layers.pieces import Piece, cropped

    drawn = image.convertToFormat(Image.Format.Format_RGBA8888_Premultiplied)
    rows = np.frombuffer(drawn.constBits(), np.uint8).reshape(drawn.height(), drawn.bytesPerLine())
    rgba = rows[:, : drawn.width() * 4].reshape(drawn.height(), drawn.width(), 4)
    piece = cropped(Piece(number, kind, 0, 0, rgba, angle))
    if piece is not None:
        yield piece.message


def _picture(request: Message) -> Message:
    from renderers.slides.pictures import paint_picture

    asked = request.header
    size = int(asked["width"]), int(asked["height"])
    return Message({}, (_rgb(paint_picture(Path(asked["file"]), *size, asked["ground"])),))


def _looked(request: Message) -> Message:
    from renderers.slides.pictures import facts_of

    facts = facts_of(Path(request.header["file"]))
    return Message({} if facts is None else asdict(facts))


_open: list[tuple[str, DeckPainter]] = []


def _deck(path: str) -> DeckPainter:
    from renderers.slides.builtin import DeckPainter

    if not _open or _open[0][0] != path:
        while _open:
            _open.pop()[1].close()
        _open.append((path, DeckPainter(Path(path))))
    return _open[0][1]


def _rgb(image: QImage) -> bytes:
    import numpy as np
    from PySide6.QtGui import QImage as Image

    plain = image.convertToFormat(Image.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : plain.width() * 3].tobytes()
