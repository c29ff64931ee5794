"""What is said of a clip: for a screen reader, and as the hint beside the buttons."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from ui.language import words

if TYPE_CHECKING:
    from ui.timeline.layout import Part
    from ui.timeline.seams import Mark
    from ui.timeline.strip import Item, Strip

translate = QCoreApplication.translate


def name(strip: Strip, item: Item, mark: Mark) -> str:
    """What a clip is: "Scene 3: Clouds, 12 s"."""
    piece, frames = strip.piece(item.scene), strip.frames(item)
    if piece is None or frames is None:
        return ""
    length = words.duration(Fraction(len(frames)) / strip.rate)
    if item.kind == "seam":
        return _seam(piece.number, mark, length)
    if item.kind == "recording":
        return translate("Timeline", "Recording of scene {number}, {length}").format(
            number=piece.number, length=length
        )
    if item.kind == "caption":
        return translate("Timeline", "Caption: {text}").format(text=piece.captions[item.place].text)
    if piece.estimated:
        text = translate("Timeline", "Scene {number}: {title}, about {length}")
    else:
        text = translate("Timeline", "Scene {number}: {title}, {length}")
    return text.format(number=piece.number, title=piece.title or "…", length=length)


def _seam(number: int, mark: Mark, length: str) -> str:
    level = f"{mark.requested} {words.level_name(mark.requested)}"
    if mark.fell:
        given = f"{mark.delivered} {words.level_name(mark.delivered)}"
        text = translate("Timeline", "Change to scene {number}: asked {level}, delivered {given}, {length}")
        return text.format(number=number, level=level, given=given, length=length)
    if mark.by_hand:
        text = translate("Timeline", "Change to scene {number}: {level}, set by you, {length}")
    else:
        text = translate("Timeline", "Change to scene {number}: {level}, {length}")
    return text.format(number=number, level=level, length=length)


def keys(item: Item) -> str:
    """What can be done with a clip from the keyboard."""
    if item.kind == "seam":
        return translate("Timeline", "Enter opens its settings; Alt+Left and Alt+Right change its length.")
    if item.kind == "scene":
        return translate("Timeline", "Enter goes there; Alt+Left and Alt+Right change how long it stays.")
    if item.kind == "recording":
        return translate(
            "Timeline", "Enter goes there; Alt+Left and Alt+Right trim its end, with Shift its start."
        )
    return translate("Timeline", "Enter goes there.")


def drag(part: Part) -> str:
    """What the pointer can do with the edge under it."""
    match part:
        case "seam-end":
            return translate("Timeline", "Drag to make the change longer or shorter")
        case "scene-end":
            return translate("Timeline", "Drag to let the scene stay longer")
        case "trim-start" | "trim-end":
            return translate("Timeline", "Drag to trim the recording")
        case "seam":
            return translate("Timeline", "Double-click for its settings")
        case _:
            return ""


def shortest(seconds: Fraction) -> str:
    """Why a scene gets no shorter."""
    return translate("Timeline", "Never shorter than its narration ({length})").format(
        length=words.duration(seconds)
    )


def scene_stays(seconds: Fraction) -> str:
    """How long a scene is while its end is dragged."""
    return translate("Timeline", "The scene lasts {length}").format(length=exact(seconds))


def change_takes(seconds: Fraction) -> str:
    """How long a change is while its end is dragged."""
    return translate("Timeline", "The change takes {length}").format(length=exact(seconds))


def recording_lasts(seconds: Fraction) -> str:
    """How long a recording is while it is trimmed."""
    return translate("Timeline", "{length} of the recording are heard").format(length=exact(seconds))


def exact(seconds: Fraction) -> str:
    """A length to the hundredth of a second, below a minute."""
    if seconds >= 60:
        return words.clock(seconds, tenths=True)
    return translate("Words", "{seconds} s").format(seconds=QLocale().toString(float(seconds), "f", 2))


def no_length(plain: bool) -> str:
    """Why the length of a change cannot be set."""
    if plain:
        return translate("Timeline", "A plain cut has no length; choose another change first")
    return translate("Timeline", "The script sets the length of this change")


def still_read() -> str:
    """Why a recording cannot be trimmed yet."""
    return translate("Timeline", "The recording is still being read; try again in a moment")


def read_only() -> str:
    """Why nothing can be dragged."""
    return translate("Timeline", "This lecture is open to be read only")
