"""What is to be said about one change: what is asked for, by whom, and what the video will show. Pure, no widgets.

Every view that shows a change takes it from here, so that all of them say the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from studio.coherence import LONGEST, NAMES, CutChoice, Features, choose
from studio.directions import directed_transition
from studio.edits.seams import TRAVELLING
from studio.lecture import Lecture, Level, Scene, Style, Transition
from studio.timebase import FrameRange
from ui.language import words

if TYPE_CHECKING:
    from studio.timeline import SceneClip, Timeline
    from ui.findings import SceneFindings

AROUND = Fraction(1)
"""Seconds that are played before and after a change."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A change: what is asked for (`choice`), whether the author said so for this very change (`by_hand`), and
    what the video shows (`delivered`, `style`).

    `checked`: that was measured on the finished frames. Before, it is what can be foretold. `reasons` are
    sentences that say why it is not what was asked for.
    """

    choice: CutChoice
    by_hand: bool
    delivered: Level
    style: Style
    checked: bool
    reasons: tuple[str, ...] = ()

    @property
    def is_lowered(self) -> bool:
        """Whether the video shows something else than what is asked for."""
        if self.delivered is not self.choice.level:
            return True
        return self.delivered is Level.WHOLE and self.style != self.choice.style

    @property
    def why(self) -> tuple[str, ...]:
        """The reasons behind "the video will show …": the level that is asked for need not be named again."""
        own = f"{NAMES[self.choice.level][0]}: "
        return tuple(reason.removeprefix(own) for reason in self.reasons)

    @property
    def travels(self) -> bool:
        """Whether the change that is asked for has a direction."""
        return self.choice.level is Level.WHOLE and self.choice.style in TRAVELLING


def cut_of(scene: Scene, lecture: Lecture, found: SceneFindings) -> Cut | None:
    """The change in front of a scene; None where there is none (the first, hidden) or nothing is known yet.

    What the author just chose holds at once, although the findings follow a moment later.
    """
    if found.choice is None:
        return None
    choice = _asked_now(scene, lecture, found.suggestion or found.choice)
    by_hand = is_by_hand(scene, lecture, choice)
    checked = found.checked if choice == found.choice else None
    if checked is None:
        shown, reasons = found.outlook.foretold(choice.level)
        return Cut(choice, by_hand, shown, choice.style, choice.level is Level.CUT, reasons)
    return Cut(
        choice,
        by_hand,
        Level(int(checked["delivered"])),
        checked["style"],
        True,
        tuple(str(reason) for reason in checked["reasons"]),
    )


def _asked_now(scene: Scene, lecture: Lecture, suggested: CutChoice) -> CutChoice:
    """What is asked for at a change; where neither author nor deck say anything, what was suggested."""
    choice = choose(scene, scene, Features(same_theme=True, words=1.0), lecture.choices)
    if choice.chosen_by != "rule":
        return choice
    length = scene.transition.duration
    if length is None or suggested.level is Level.CUT:
        return suggested
    return replace(suggested, duration=min(max(length, Fraction(0)), LONGEST))


def is_by_hand(scene: Scene, lecture: Lecture, choice: CutChoice) -> bool:
    """Whether the author said anything about this very change, in the window or in the script."""
    if replace(scene.transition, stored=None) != Transition():
        return True
    if choice.chosen_by != "author":
        return False
    return lecture.choices.level is None or directed_transition(scene.script) is not None


def name(level: Level, style: Style) -> str:
    """How a change is called: "Hold"; at level 1 by its style: "Push"."""
    return words.style(style) if level is Level.WHOLE else words.level_name(level)


def frames_around(clip: SceneClip, timeline: Timeline) -> FrameRange:
    """The frames of a change with about a second before and after it."""
    cut = clip.cut.frames if clip.cut is not None else FrameRange(clip.frames.start, clip.frames.start)
    around = int(AROUND * timeline.rate)
    return FrameRange(max(0, cut.start - around), min(timeline.length, cut.stop + around))
