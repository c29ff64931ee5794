"""What the author chooses about one change, as edits that can each be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio import edits
from studio.lecture import Arrival, Direction, LatentPath, Lecture, Level, Style, TextBy

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from studio.coherence import CutChoice
    from studio.history import Code
    from ui.hub import Hub


class Wishes:
    """Edits of the change in front of `scene_id`. Each returns whether it changed anything."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self.scene_id = ""

    def level(self, level: Level) -> bool:
        """Ask for a level."""
        scene_id = self.scene_id
        return self._edit("set-level", lambda lecture: edits.set_level(lecture, scene_id, level))

    def style(self, style: Style) -> bool:
        """Ask for a style of the whole slide."""
        scene_id = self.scene_id
        return self._edit("set-style", lambda lecture: edits.set_style(lecture, scene_id, style))

    def direction(self, direction: Direction) -> bool:
        """Ask where the new slide travels; a style that the deck asked for becomes the author's own with it."""
        scene_id = self.scene_id
        choice = self._hub.workbench.choice(scene_id)

        def travelling(lecture: Lecture) -> Lecture:
            if choice is not None and lecture.scene(scene_id).transition.requested is not Level.WHOLE:
                lecture = edits.set_style(lecture, scene_id, choice.style)
            return edits.set_direction(lecture, scene_id, direction)

        return self._edit("set-direction", travelling)

    def length(self, seconds: Fraction | None) -> bool:
        """Ask for a length (None: the usual one); while it is being changed all is one step."""
        scene_id = self.scene_id
        key = "" if seconds is None else f"cut-length:{scene_id}"
        return self._edit(
            "set-duration", lambda lecture: edits.set_duration(lecture, scene_id, seconds), key=key
        )

    def speak_over(self, over: bool) -> bool:
        """Let the narration begin during the change, or not."""
        scene_id = self.scene_id
        return self._edit("set-speak-over", lambda lecture: edits.set_speak_over(lecture, scene_id, over))

    def text_by(self, by: TextBy) -> bool:
        """Ask what of a text travels by itself."""
        scene_id = self.scene_id
        return self._edit("set-text-by", lambda lecture: edits.set_text_by(lecture, scene_id, by))

    def arrival(self, arrive: Arrival) -> bool:
        """Ask how what is new comes in."""
        scene_id = self.scene_id
        return self._edit("set-arrival", lambda lecture: edits.set_arrival(lecture, scene_id, arrive))

    def generation(
        self, model: str | None = None, prompt: str | None = None, path: LatentPath | None = None
    ) -> bool:
        """Ask which model makes the change, and how; what is None stays."""
        scene_id = self.scene_id
        return self._edit(
            "set-generation",
            lambda lecture: edits.set_generation(lecture, scene_id, model=model, prompt=prompt, path=path),
        )

    def use_suggestion(self) -> bool:
        """Take back all that was chosen here."""
        scene_id = self.scene_id
        return self._edit("use-suggestion", lambda lecture: edits.use_suggestion(lecture, scene_id))

    def apply_to_similar(self) -> bool:
        """Choose the same for all similar changes."""
        lecture, scene_id = self._hub.session.lecture, self.scene_id
        if lecture is None:
            return False
        proposed = self.proposed(lecture)
        count = len(edits.similar(lecture, scene_id, proposed))
        return self._edit(
            "apply-to-similar", lambda now: edits.apply_to_similar(now, scene_id, proposed), count
        )

    def similar(self, lecture: Lecture) -> tuple[int, bool]:
        """How many changes are similar, and whether all of them are chosen alike already."""
        proposed = self.proposed(lecture)
        count = len(edits.similar(lecture, self.scene_id, proposed))
        return count, count > 0 and edits.apply_to_similar(lecture, self.scene_id, proposed) is lecture

    def proposed(self, lecture: Lecture) -> dict[str, CutChoice]:
        """What the program would choose for each change, by scene id."""
        found = ((scene.id, self._hub.workbench.suggestion(scene.id)) for scene in lecture.scenes)
        return {scene_id: choice for scene_id, choice in found if choice is not None}

    def _edit(self, code: Code, edit: Callable[[Lecture], Lecture], count: int = 1, key: str = "") -> bool:
        session = self._hub.session
        if session.lecture is None:
            return False
        title = session.lecture.scene(self.scene_id).title
        return session.edit(code, edit, count, title, key)
