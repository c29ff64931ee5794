"""Which keystrokes make one step of undo: a run of letters in one sentence, without a pause or a jump."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.script.changes import Change

_WIDE_END = re.compile(r"[。！？…｡][\"'”’」』）)]*\s*$")
_END_BEFORE = re.compile(r"[.!?؟।…][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Stroke:
    """A change of the text, as part of typing: the key under which it grows into a step with its neighbours."""

    key: str
    starts: bool
    """It begins a step, whatever was typed before."""
    ends: bool
    """Whatever is typed next is another step."""


class Steps:
    """Tells what belongs together; asked once for each change, in order."""

    def __init__(self) -> None:
        self._scene = ""
        self._removed = False
        self._at = -1

    def stroke(self, scene: str, before: str, change: Change) -> Stroke:
        """How a change of the script of a scene goes on with the ones before."""
        removed = not change.new
        place = change.stop if removed else change.start
        follows = scene == self._scene and removed == self._removed and self._at in (place, change.start)
        self._scene, self._removed, self._at = scene, removed, change.start + len(change.new)
        return Stroke(
            key=f"type {scene} {before.count(chr(10), 0, change.start)}",
            starts=not follows,
            ends=_ends_sentence(before[: change.start], change.new),
        )


def _ends_sentence(before: str, new: str) -> bool:
    if "\n" in new or _WIDE_END.search(new):
        return True
    return new.isspace() and _END_BEFORE.search(before[-8:]) is not None
