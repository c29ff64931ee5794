"""What the rows of the storyboard say: cards, changes and headings as plain values in the words of the window."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import cuts
from ui.language import words
from ui.language.sentences import told

if TYPE_CHECKING:
    from studio.lecture import Lecture, Level, Scene
    from ui.findings import SceneFindings
    from ui.look.icons import Role

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Mark:
    """A small icon with its word."""

    icon: str
    text: str
    role: Role = "muted"


@dataclass(frozen=True, slots=True)
class Card:
    """A scene. `length` is "" where it is not in the video; `dimmed`: so is its picture."""

    number: int
    title: str
    length: str
    marks: tuple[Mark, ...]
    dimmed: bool
    spoken: str
    """The whole card in words."""


@dataclass(frozen=True, slots=True)
class Seam:
    """A change. `level` None: not known yet. `label` is there only for what is out of the ordinary."""

    level: Level | None
    label: str
    icon: str
    role: Role
    name: str
    tip: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A section: its name ("" while it is named for the first time), how many scenes, and whether it is folded."""

    name: str
    scenes: int
    folded: bool
    spoken: str


def card(
    scene: Scene,
    number: int,
    lecture: Lecture,
    found: SceneFindings,
    rate: Fraction,
    needs_attention: bool = False,
) -> Card:
    """What the card of a scene says; `rate` is the timeline's."""
    marks, left_out = _marks(scene, lecture, found, needs_attention)
    clip = found.clip
    seconds = None if clip is None or left_out else Fraction(len(clip.frames)) / rate
    length = "" if seconds is None else words.clock(seconds)
    if seconds is not None and clip is not None and not clip.take.measured:
        length = translate("Storyboard", "about {length}").format(length=length)
    title = " ".join(scene.title.split()) or translate("Storyboard", "Untitled")
    told_length = "" if seconds is None else words.duration(seconds)
    parts = [translate("Storyboard", "Scene {number}").format(number=number), title, told_length]
    spoken = translate("Storyboard", ", ").join([*filter(None, parts), *(mark.text for mark in marks)])
    return Card(number, title, length, marks, left_out, spoken)


def _marks(
    scene: Scene, lecture: Lecture, found: SceneFindings, needs_attention: bool
) -> tuple[tuple[Mark, ...], bool]:
    """The marks of a card, and whether the scene is left out of the video."""
    marks: list[Mark] = []
    if scene.hidden:
        marks.append(Mark("eye-off", translate("Storyboard", "Hidden")))
    if needs_attention:
        marks.append(Mark("alert-triangle", translate("Storyboard", "Needs attention"), "warning"))
    skipped = False
    if scene.recording is not None:
        marks.append(Mark("mic", translate("Storyboard", "Recorded")))
    elif _is_wordless(scene, found):
        mark = _wordless_mark(scene, lecture)
        skipped = mark.icon == "skip-forward"
        marks.append(mark)
    if any(paragraph.private and paragraph.text.strip() for paragraph in scene.script.paragraphs):
        marks.append(Mark("lock", translate("Storyboard", "Private notes")))
    return tuple(marks), scene.hidden or skipped


def _is_wordless(scene: Scene, found: SceneFindings) -> bool:
    """Whether the author wrote nothing that is spoken."""
    if not scene.script.words.strip():
        return True
    # A script of nothing but directions ("(pause 3 s)") shows only once the scene was compiled.
    return found.clip is not None and not found.clip.take.spans


def _wordless_mark(scene: Scene, lecture: Lecture) -> Mark:
    choice = scene.unscripted or lecture.choices.unscripted
    if choice == "skip":
        return Mark("skip-forward", translate("Storyboard", "Left out: no words"))
    if choice == "read":
        return Mark("volume-2", translate("Storyboard", "Slide is read out"))
    return Mark("volume-x", translate("Storyboard", "Silent"))


def seam(scene: Scene, number: int, lecture: Lecture, found: SceneFindings) -> Seam | None:
    """What stands between a scene and the one before; None where nothing changes (hidden, or the first one)."""
    cut = cuts.cut_of(scene, lecture, found)
    if cut is None:
        if scene.hidden or found.page:
            return None
        return _unknown(scene, number)
    asked = cuts.name(cut.choice.level, cut.choice.style)
    shown = cuts.name(cut.delivered, cut.style)
    where = translate("Storyboard", "Change to scene {number}").format(number=number)
    reason = told(cut.choice.reason)
    if cut.is_lowered:
        label, icon, role = f"{asked} → {shown}", "alert-triangle", "warning"
        state = translate("Storyboard", "asked for {asked}, the video shows {shown}").format(
            asked=asked, shown=shown
        )
        reason = "\n".join([reason, *(told(each) for each in cut.reasons)])
    elif cut.by_hand:
        label, icon, role = asked, "hand", "muted"
        state = translate("Storyboard", "{name}, set by you").format(name=asked)
    else:
        label, icon, role = "", "", "muted"
        state = _by_itself(asked, cut.choice.chosen_by)
    spoken = translate("Storyboard", "{where}: {state}").format(where=where, state=state)
    return Seam(cut.choice.level, label, icon, role, asked, f"{spoken}\n{reason}", spoken)


def _by_itself(name: str, chosen_by: str) -> str:
    if chosen_by == "deck":
        return translate("Storyboard", "{name}, from the deck").format(name=name)
    if chosen_by == "author":
        return translate("Storyboard", "{name}, chosen for every change").format(name=name)
    return translate("Storyboard", "{name}, suggested").format(name=name)


def _unknown(scene: Scene, number: int) -> Seam:
    where = translate("Storyboard", "Change to scene {number}").format(number=number)
    level = scene.transition.requested
    state = translate("Storyboard", "the slides are still being compared")
    spoken = translate("Storyboard", "{where}: {state}").format(where=where, state=state)
    return Seam(level, "", "", "muted", "" if level is None else words.level_name(level), spoken, spoken)


def heading(name: str, scenes: str, count: int, folded: bool) -> Heading:
    """What the heading of a section says; `scenes` is "3 scenes" in the language of the window."""
    shown = " ".join(name.split()) or translate("Storyboard", "No section")
    pattern = (
        translate("Storyboard", "Section {name}, {scenes}, folded")
        if folded
        else translate("Storyboard", "Section {name}, {scenes}")
    )
    return Heading(shown, count, folded, pattern.format(name=shown, scenes=scenes))
