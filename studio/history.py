"""Undo and redo as a list of (label, lecture): a value with pure methods, each returning a new history.

Lectures share all that an edit did not touch, so a step costs little more than the scenes it changed. There is
no clock in here: who types or drags says where one step ends and the next begins (`key`, `sealed`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, get_args

from studio.lecture import Lecture

Code = Literal[
    "import",
    "insert-scenes",
    "paste-scenes",
    "remove-scenes",
    "move-scenes",
    "duplicate-scenes",
    "split-scene",
    "merge-scenes",
    "hide-scenes",
    "show-scenes",
    "rename-scene",
    "rename-section",
    "use-pages",
    "replace-picture",
    "draw-slides",
    "start-section",
    "join-section",
    "type",
    "make-private",
    "make-public",
    "set-language",
    "set-unscripted",
    "take-show",
    "set-length",
    "set-recording",
    "remove-recording",
    "trim-recording",
    "check-recording",
    "update-deck",
    "use-deck-words",
    "set-level",
    "set-style",
    "set-direction",
    "set-duration",
    "set-speak-over",
    "set-text-by",
    "set-arrival",
    "set-generation",
    "pair-objects",
    "leave-alone",
    "forget-pairs",
    "use-suggestion",
    "apply-to-similar",
    "set-fades-only",
    "set-lecture-level",
    "set-voice",
    "add-respelling",
    "change-respelling",
    "remove-respelling",
    "set-title",
    "set-silence",
    "recover",
]
"""What was done, in a word that no translation touches; the window finds its own words for it."""

CODES: tuple[Code, ...] = get_args(Code)

LIMIT = 500
"""Steps that can be undone."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a step did: a code, and what its name may tell ("3 scenes", the title of a scene)."""

    code: Code
    count: int = 1
    name: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that can be undone, and the lecture after it."""

    label: Label
    lecture: Lecture


@dataclass(frozen=True, slots=True)
class History:
    """The lecture as it is, what led to it and what was undone.

    `start` is the lecture before the first of `steps`; `done` of them are in force, those behind can be redone.
    `saved` is the lecture as the author's file holds it (None: no file does). While `key` is not empty, the next
    edit with the same key grows the last step instead of adding one.
    """

    start: Lecture
    steps: tuple[Step, ...] = ()
    done: int = 0
    saved: Lecture | None = None
    key: str = ""
    limit: int = LIMIT

    @property
    def present(self) -> Lecture:
        """The lecture as it is now."""
        return self.steps[self.done - 1].lecture if self.done else self.start

    @property
    def is_modified(self) -> bool:
        """Whether the lecture says anything else than the file; undoing back to what was saved ends it."""
        return self.saved is None or self.present != self.saved

    @property
    def undoes(self) -> Label | None:
        """What `undo` would take back; None where there is nothing."""
        return self.steps[self.done - 1].label if self.done else None

    @property
    def redoes(self) -> Label | None:
        """What `redo` would do again; None where there is nothing."""
        return self.steps[self.done].label if self.done < len(self.steps) else None

    def edited(self, label: Label, lecture: Lecture, key: str = "") -> History:
        """After an edit; the very same history where it changed nothing. What was undone is lost.

        A drag passes one `key` from press to release; typing passes one for each sentence of each scene.
        """
        if lecture is self.present or lecture == self.present:
            return self
        grows = bool(key) and key == self.key and self.done > 0
        steps = self.steps[: self.done - grows]
        if grows and lecture == (steps[-1].lecture if steps else self.start):
            return replace(self, steps=steps, done=len(steps), key="")  # dragged back to where it came from
        steps = (*steps, Step(label, lecture))
        over = max(0, len(steps) - self.limit)
        start = steps[over - 1].lecture if over else self.start
        return replace(self, start=start, steps=steps[over:], done=len(steps) - over, key=key)

    def sealed(self) -> History:
        """After a pause, the end of a sentence or of a drag: whatever comes next is a step of its own."""
        return replace(self, key="") if self.key else self

    def undo(self) -> History:
        """One step back; the very same history where there is none."""
        return replace(self, done=self.done - 1, key="") if self.done else self

    def redo(self) -> History:
        """One step forth again; the very same history where there is none."""
        return replace(self, done=self.done + 1) if self.done < len(self.steps) else self

    def marked_saved(self, lecture: Lecture | None = None) -> History:
        """After a save of `lecture` (None: the present one; a save may end when editing has gone on)."""
        return replace(self, saved=self.present if lecture is None else lecture, key="")
