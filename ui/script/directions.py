"""The directions that stand in a paragraph, where they stand, and what each does, in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QLocale

from studio import directions
from studio.directions import (
    ArrivalAsked,
    Halt,
    LeastLength,
    Part,
    SpeedChange,
    TransitionAsked,
    VoiceChange,
    Words,
)
from studio.lecture import Level, Transition
from ui.language import words
from ui.script.changes import utf16

translate = QCoreApplication.translate

_CANDIDATE = re.compile(
    r"[(（][^()（）\n]{1,260}[)）]|</?[A-Za-z][^<>\n]*>|[\[【][^()（）\[\]【】\n]{1,100}[\]】]"
)
"""Whatever may be a direction, or may have been meant as one."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A direction at the UTF-16 units `start <= n < stop` of a paragraph, or what was meant to be one."""

    start: int
    stop: int
    told: str
    understood: bool = True


def chips(paragraph: str) -> tuple[Chip, ...]:
    """All directions of a paragraph in order."""
    if not any(mark in paragraph for mark in "(（<[【"):
        return ()
    units = _Units(paragraph)
    return tuple(
        Chip(units.at(match.start()), units.at(match.end()), *found)
        for match in _CANDIDATE.finditer(paragraph)
        if (found := _meaning(match[0], alone=paragraph.strip() == match[0])) is not None
    )


def chip_at(paragraph: str, position: int) -> Chip | None:
    """The direction around a place (UTF-16 units) of a paragraph."""
    return next((chip for chip in chips(paragraph) if chip.start <= position < chip.stop), None)


@lru_cache(maxsize=4096)
def _meaning(text: str, alone: bool) -> tuple[str, bool] | None:
    """What a candidate does, and whether it is understood; None: ordinary text. The same ones come often."""
    parts = directions.parts(text)
    meant = [part for part in parts if not isinstance(part, Words)]
    if meant:
        return "\n".join(map(_told, meant)), True
    if text.startswith("<"):
        return None if parts else (translate("Script", "Not spoken, and without effect here"), True)
    strange = directions.not_understood(text if alone else f"x {text}")
    if not strange:
        return None
    if strange[0][1]:
        return translate(
            "Script", "Not understood as a direction: it is read out like any other words"
        ), False
    return translate("Script", "Not understood: it is left out of the video"), False


class _Units:
    """Places of a text in UTF-16 units, asked for from left to right."""

    def __init__(self, text: str) -> None:
        self._text, self._at, self._unit = text, 0, 0

    def at(self, index: int) -> int:
        """The place of a character at or behind the last one asked for."""
        self._unit += utf16(self._text[self._at : index], index - self._at)
        self._at = index
        return self._unit


def _told(part: Part) -> str:
    match part:
        case Halt(seconds):
            return translate("Script", "Silence: {length}").format(length=words.duration(seconds))
        case VoiceChange(""):
            return translate("Script", "From here on the chosen voice speaks again")
        case VoiceChange(name):
            return translate("Script", "From here on the voice “{name}” speaks").format(name=name)
        case SpeedChange(None):
            return translate("Script", "From here on as fast as before")
        case SpeedChange(float(factor)):
            times = QLocale().toString(factor, "g", 3)
            return translate("Script", "From here on {times} times as fast as normal").format(times=times)
        case LeastLength(seconds):
            length = words.duration(seconds)
            return translate("Script", "The scene stays for at least {length}").format(length=length)
        case TransitionAsked(transition):
            return _told_transition(transition)
        case ArrivalAsked("draw"):
            return translate("Script", "New things on this scene are drawn as by a hand")
        case ArrivalAsked():
            return translate("Script", "New things on this scene fade in")
        case _:
            return ""


def _told_transition(transition: Transition) -> str:
    if transition.requested is None:
        how = translate("Script", "chosen by the program")
    elif transition.requested is Level.WHOLE and transition.style is not None:
        how = words.style(transition.style)
    else:
        how = words.level_name(transition.requested)
    if transition.text_by is not None:
        how = f"{how}, {words.text_by(transition.text_by)}"
    if transition.duration is not None:
        how = f"{how}, {words.duration(transition.duration)}"
    return translate("Script", "Change to this scene: {how}").format(how=how)
