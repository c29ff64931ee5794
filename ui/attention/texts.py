"""The words of the list: headings of the kinds, and what each line says."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.controls.lines import Line
from ui.language import words
from ui.language.sentences import told

if TYPE_CHECKING:
    from collections.abc import Collection

    from studio.lecture import Lecture
    from ui.attention_items import Item, Kind

translate = QCoreApplication.translate
FEW = 5
"""So many lines of a kind are shown until all are asked for."""


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - the name that lupdate looks for
    """Mark a text of a table for translation (Qt's own one is not typed)."""
    return text


_HEADINGS: dict[Kind, str] = {
    "voice": QT_TRANSLATE_NOOP("Attention", "Voices"),
    "stale-recording": QT_TRANSLATE_NOOP("Attention", "Words changed after recording"),
    "older-recording": QT_TRANSLATE_NOOP("Attention", "Recordings older than their slides"),
    "other-recording": QT_TRANSLATE_NOOP("Attention", "Recording and words differ"),
    "silence": QT_TRANSLATE_NOOP("Attention", "Long silences"),
    "no-words": QT_TRANSLATE_NOOP("Attention", "Slides without words"),
    "no-captions": QT_TRANSLATE_NOOP("Attention", "Recordings without captions"),
    "private": QT_TRANSLATE_NOOP("Attention", "Notes that look private"),
    "direction": QT_TRANSLATE_NOOP("Attention", "Directions not understood"),
    "not-drawn": QT_TRANSLATE_NOOP("Attention", "Not drawn as in the deck"),
    "small-text": QT_TRANSLATE_NOOP("Attention", "Text that may be too small"),
    "cut": QT_TRANSLATE_NOOP("Attention", "Changes that became simpler"),
    "font": QT_TRANSLATE_NOOP("Attention", "Replaced fonts"),
    "left-out": QT_TRANSLATE_NOOP("Attention", "Left out by the import"),
}
_ICONS: dict[Kind, str] = {
    "voice": "volume-2",
    "stale-recording": "mic",
    "older-recording": "mic",
    "other-recording": "mic",
    "silence": "volume-x",
    "no-words": "message-square",
    "no-captions": "captions-off",
    "private": "eye-off",
    "direction": "help-circle",
    "not-drawn": "image",
    "small-text": "zoom-in",
    "cut": "blend",
    "font": "type",
    "left-out": "minus",
}


def lines_of(items: tuple[Item, ...], lecture: Lecture, whole: Collection[Kind] = ()) -> tuple[Line, ...]:
    """The list as it is shown; of the kinds in `whole` every line, of others the first few.

    The target of a line is its item, of a link its kind.
    """
    lines: list[Line] = []
    for kind, group in groupby(items, key=_kind):
        found = tuple(group)
        shown = found if kind in whole or len(found) <= FEW + 1 else found[:FEW]
        heading = f"{translate('Attention', _HEADINGS[kind])} ({len(found)})"
        lines.append(Line(heading, icon=_ICONS[kind], style="heading"))
        lines += (Line(sentence(item), place(item, lecture), item) for item in shown)
        if len(shown) < len(found):
            more = translate("Attention", "Show %n more", None, len(found) - len(shown))
            lines.append(Line(more, target=kind, style="link"))
    return tuple(lines)


def _kind(item: Item) -> Kind:
    return item.kind


def sentence(item: Item) -> str:
    """What a line says."""
    match item.kind:
        case "font" if item.used:
            text = translate("Attention", "“{font}” is not installed; {used} stands in.")
            return text.format(font=item.text, used=item.used)
        case "voice" | "font" | "left-out":
            return told(item.text)
        case "stale-recording":
            return translate("Attention", "The words were changed; the recording still says the old ones.")
        case "older-recording":
            return translate(
                "Attention", "Slide or words changed in the deck after this recording; check that it fits."
            )
        case "other-recording":
            text = translate(
                "Attention", "The recording lasts {recording}, its words would take about {words}."
            )
            return text.format(
                recording=words.duration(item.seconds), words=words.duration(round(item.other_seconds))
            )
        case "silence":
            text = translate("Attention", "Nothing is heard for {length}.")
            return text.format(length=words.duration(round(item.seconds)))
        case "no-words":
            return _without_words(item)
        case "no-captions":
            return translate("Attention", "There are no words for captions; type what is said.")
        case _:
            return _more(item)


def _more(item: Item) -> str:
    match item.kind:
        case "private":
            return translate("Attention", "“{words}” is not spoken.").format(words=_short(item.text))
        case "direction" if item.heard:
            return translate("Attention", "“{words}” is no direction and is read out.").format(
                words=item.text
            )
        case "direction":
            return translate("Attention", "“{words}” is no direction and is left out.").format(
                words=item.text
            )
        case "small-text":
            text = translate("Attention", "So much text fits its place only at {points} points or less.")
            return text.format(points=item.points)
        case "cut":
            asked, shown = (words.level_name(level) for level in item.levels)
            text = translate("Attention", "{asked} was asked for, {shown} is shown: {reasons}.")
            reasons = "; ".join(told(reason) for reason in item.text.split("; "))
            return text.format(asked=asked, shown=shown, reasons=reasons)
        case _ if item.text.endswith("."):
            return told(item.text)
        case _:
            text = translate("Attention", "Missing in the picture: {things}.")
            return text.format(things=told(item.text))


def place(item: Item, lecture: Lecture) -> str:
    """Where it is: the number of the scene and its title; of several ones, how many more."""
    numbers = {scene.id: number for number, scene in enumerate(lecture.scenes, 1)}
    if item.scene not in numbers:
        return translate("Attention", "Whole lecture")
    title = " ".join(lecture.scene(item.scene).title.split())
    first = f"{numbers[item.scene]} · {title}" if title else str(numbers[item.scene])
    more = sum(other in numbers for other in item.others)
    if not more:
        return first
    return translate("Attention", "{place} and %n more", None, more).format(place=first)


def _without_words(item: Item) -> str:
    if item.skipped:
        return translate("Attention", "Nothing to say: left out of the video.")
    if not item.seconds:
        return translate("Attention", "Nothing to say: shown in silence.")
    text = translate("Attention", "Nothing to say: shown in silence for {length}.")
    return text.format(length=words.duration(item.seconds))


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else f"{flat[:59].rstrip()}…"
