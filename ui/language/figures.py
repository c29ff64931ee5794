"""Words for what was measured of a change (`renderers.measure.gates.Scores`), a line for each figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QLocale

from ui.language import words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

translate = QCoreApplication.translate


def lines(scores: Mapping[str, Any]) -> tuple[str, ...]:
    """What the figures say, in the order of the gates; a figure that was not measured (None) says nothing."""
    told = {**_of_the_whole(), **_of_objects()}
    return tuple(say(scores[name]) for name, say in told.items() if scores.get(name) is not None)


def _of_the_whole() -> dict[str, Callable[[Any], str]]:
    return {
        "steps": _count(translate("Figures", "Frames: {value}")),
        "step_share": _share(translate("Figures", "Largest step: {value} of the change")),
        "path_ratio": _number(translate("Figures", "Way taken: {value} times the shortest")),
        "static_error": _number(translate("Figures", "What both slides share moves by {value} of 255")),
        "shared": _share(translate("Figures", "Shared by both slides: {value} of the picture")),
        "ends_exact": _answer(translate("Figures", "Ends on the slide itself, bit for bit: {value}")),
    }


def _of_objects() -> dict[str, Callable[[Any], str]]:
    """Figures that there are only where objects travel or pictures turn into others."""
    return {
        "persistence": _share(translate("Figures", "Seen of each object on its way: at least {value}")),
        "gaps": _count(translate("Figures", "Objects that vanish on the way: {value}")),
        "copies": _count(translate("Figures", "An object is seen at once: {value} times at most")),
        "sharpness": _share(translate("Figures", "Sharpness on the way: at least {value} of the slides'")),
        "coverage": _share(translate("Figures", "Explained by the flow: {value} of the picture")),
        "warping_error": _number(translate("Figures", "Error of the flow: {value}")),
    }


def _count(text: str) -> Callable[[Any], str]:
    return lambda value: text.format(value=int(value))


def _share(text: str) -> Callable[[Any], str]:
    return lambda value: text.format(value=words.share(float(value)))


def _number(text: str) -> Callable[[Any], str]:
    return lambda value: text.format(value=QLocale().toString(float(value), "f", 2))


def _answer(text: str) -> Callable[[Any], str]:
    def say(value: Any) -> str:
        answer = translate("Figures", "yes") if value else translate("Figures", "no")
        return text.format(value=answer)

    return say
