"""The directions that stand in a paragraph, where they stand, and what each does, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from studio import directions
from studio.directions import Halt, LeastLength, Part, SpeedChange, TransitionAsked, VoiceChange, Words
from studio.lecture import Level, Transition
from ui import words
from ui.script.changes import utf16

translate = QCoreApplication.translate

_CANDIDATE = re.compile(r"[(（][^()（）\n]{1,260}[)）]|</?[A-Za-z][^<>\n]*>")


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
    found = [*_understood(paragraph), *_not_understood(paragraph)]
    return tuple(sorted(found, key=lambda chip: chip.start))


def chip_at(paragraph: str, position: int) -> Chip | None:
    """The direction around a place (UTF-16 units) of a paragraph."""
    return next((chip for chip in chips(paragraph) if chip.start <= position < chip.stop), None)


def _understood(paragraph: str) -> Iterator[Chip]:
    for match in _CANDIDATE.finditer(paragraph):
        parts = directions.parts(match[0])
        if match[0].startswith("<"):
            meant = [part for part in parts if not isinstance(part, Words)]
            if parts and not meant:
                continue  # an ordinary word between angle brackets
        else:
            meant = [part for part in parts if not isinstance(part, Words)]
            if not meant:
                continue
        told = "\n".join(map(_told, meant)) or translate("Script", "Not spoken, and without effect here")
        yield Chip(utf16(paragraph, match.start()), utf16(paragraph, match.end()), told)


def _not_understood(paragraph: str) -> Iterator[Chip]:
    start = 0
    for text, spoken in directions.not_understood(paragraph):
        at = paragraph.find(text, start)
        if at < 0:
            continue
        start = at + len(text)
        told = (
            translate("Script", "Not understood as a direction: it is read out like any other words")
            if spoken
            else translate("Script", "Not understood: it is left out of the video")
        )
        yield Chip(utf16(paragraph, at), utf16(paragraph, start), told, understood=False)


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
        case _:
            return ""


def _told_transition(transition: Transition) -> str:
    if transition.requested is None:
        how = translate("Script", "chosen by the program")
    elif transition.requested is Level.WHOLE and transition.style is not None:
        how = words.style(transition.style)
    else:
        how = words.level_name(transition.requested)
    if transition.duration is not None:
        how = f"{how}, {words.duration(transition.duration)}"
    return translate("Script", "Change to this scene: {how}").format(how=how)
