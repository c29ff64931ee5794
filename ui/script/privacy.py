"""Which paragraphs of the shown script are private or look so, and what the author decides about them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studio import edits
from studio.privacy import is_private
from ui.look import theme

if TYPE_CHECKING:
    from studio.lecture import Paragraph, Scene
    from ui.hub import Hub
    from ui.script.field import ScriptField
    from ui.script.margin import Margin, Privacy
    from ui.script.strips import PrivateStrip


class PrivateParagraphs(QObject):
    """Shows them in the text, the margin and the strip, and names the action after what it would do."""

    def __init__(self, hub: Hub, field: ScriptField, margin: Margin, strip: PrivateStrip) -> None:
        super().__init__(field)
        self._hub, self._field, self._margin, self._strip = hub, field, margin, strip
        self._scene: Scene | None = None
        margin.privacy_asked.connect(self.toggle)
        strip.decided.connect(self._decide)
        field.cursorPositionChanged.connect(self._name_action)
        hub.documents.reviewed_changed.connect(self._show)
        hub.actions.private.triggered.connect(self._toggle_at_cursor)

    @property
    def at_cursor(self) -> int:
        """The paragraph the cursor is in; -1 where there is nothing in it."""
        number, paragraphs = self._field.place()[0], self._paragraphs
        return number if number < len(paragraphs) and paragraphs[number].text.strip() else -1

    @property
    def _paragraphs(self) -> tuple[Paragraph, ...]:
        return () if self._scene is None else self._scene.script.paragraphs

    def show_scene(self, scene: Scene | None) -> None:
        """Show the paragraphs of a scene."""
        self._scene = scene
        self._show()

    def toggle(self, paragraph: int) -> None:
        """Keep a paragraph out of the video, or let it be heard again."""
        if 0 <= paragraph < len(self._paragraphs):
            self._set(paragraph, not self._paragraphs[paragraph].private)

    def _toggle_at_cursor(self) -> None:
        self.toggle(self.at_cursor)

    def _decide(self, private: bool) -> None:
        paragraph = self._doubtful()
        if paragraph is not None:
            self._set(paragraph, private)

    def _set(self, paragraph: int, private: bool) -> None:
        scene = self._scene
        if scene is None:
            return
        if not private:
            self._hub.documents.mark_reviewed([(scene.id, scene.script.paragraphs[paragraph].text)])
        self._hub.session.edit(
            "make-private" if private else "make-public",
            lambda lecture: edits.set_paragraph_private(lecture, scene.id, paragraph, private),
        )

    def _doubtful(self) -> int | None:
        """The first paragraph that looks private and is not, and about which nothing was decided."""
        scene = self._scene
        if scene is None or self._hub.session.read_only:
            return None
        for number, paragraph in enumerate(scene.script.paragraphs):
            looks = not paragraph.private and _looks_private(paragraph.text)
            if looks and (scene.id, paragraph.text) not in self._hub.documents.reviewed:
                return number
        return None

    def _show(self) -> None:
        numbers = frozenset(number for number, each in enumerate(self._paragraphs) if each.private)
        privacy: dict[int, Privacy] = dict.fromkeys(numbers, "private")
        doubtful = self._doubtful()
        if doubtful is not None:
            privacy[doubtful] = "doubtful"
        self._field.highlighter.set_private(numbers)
        self._margin.show_privacy(privacy)
        self._strip.show_paragraph(None if doubtful is None else self._paragraphs[doubtful].text)
        self._name_action()

    def _name_action(self) -> None:
        number = self.at_cursor
        private = number >= 0 and self._paragraphs[number].private
        told = self.tr("Say the private paragraph") if private else self.tr("Keep the paragraph private")
        action = self._hub.actions.private
        if action.text() != told:
            action.setText(told)
            action.setIcon(theme.icon("unlock" if private else "lock"))


@lru_cache(maxsize=4096)
def _looks_private(text: str) -> bool:
    """Asked for every paragraph at every keystroke, so the answers are kept."""
    return is_private(text)
