"""What holds for the whole lecture: title, language, level of all cuts, scenes without words, pronunciation."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from studio import edits
from studio.lecture import Lecture, Level, Unscripted
from ui.controls import spoken
from ui.controls.fields import ChoiceField, SecondsField, TextField
from ui.inspector.respellings import Respellings
from ui.inspector.section import Section, Shown
from ui.language import words

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from studio.history import Code
    from ui.hub import Hub


class LectureSection(Section):
    """The same whichever scene is selected."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, "lecture", "", parent)
        self.heading.setText(self.tr("Lecture"))
        self.title, self.language = TextField(), ChoiceField()
        self.level, self.unscripted = ChoiceField(), ChoiceField()
        self.fades = QCheckBox(self.tr("Fades only"))
        self.fades.setToolTip(self.tr("Nothing slides, zooms or travels in the whole lecture"))
        self.silence = SecondsField(6 * 3600.0)
        self.silence.setMinimum(0.1)
        self.silence.setToolTip(self.tr("How long a scene in silence lasts, unless it says so itself"))
        self.respellings = Respellings(hub)
        self.add_field(self.tr("Title"), self.title)
        self.add_field(self.tr("Language"), self.language)
        self.add_field(self.tr("All changes"), self.level)
        self.add_wide(self.fades)
        self.add_tall(self.tr("Scenes in which nothing is said"), self.unscripted)
        self.add_field(self.tr("Silence lasts"), self.silence)
        heading = QLabel(self.tr("Pronunciation"))
        heading.setProperty("role", "strong")
        self.add_wide(heading)
        self.add_wide(self.respellings)
        self._wire()

    def _wire(self) -> None:
        self.title.committed.connect(
            lambda text: self._edit("set-title", lambda lecture: edits.set_title(lecture, text))
        )
        self.language.committed.connect(
            lambda tag: self._edit("set-language", lambda lecture: edits.set_lecture_language(lecture, tag))
        )
        self.level.committed.connect(
            lambda level: self._edit(
                "set-lecture-level", lambda lecture: edits.set_lecture_level(lecture, level)
            )
        )
        self.fades.clicked.connect(
            lambda on: self._edit("set-fades-only", lambda lecture: edits.set_fades_only(lecture, on))
        )
        self.unscripted.committed.connect(
            lambda choice: self._edit(
                "set-unscripted", lambda lecture: edits.set_lecture_unscripted(lecture, choice)
            )
        )
        self.silence.committed.connect(self._set_silence)

    def show_values(self, shown: Shown) -> None:
        """Show what holds now."""
        super().show_values(shown)
        lecture, choices = shown.lecture, shown.lecture.choices
        self.title.show_text(lecture.title)
        self.title.setReadOnly(not shown.writable)
        found = spoken.languages(self.hub.workbench.means, lecture)
        self.language.show_choice(lecture.language, (("", self.tr("Not said")), *found))
        levels = ((level, f"{int(level)} · {words.level_name(level)}") for level in Level)
        self.level.show_choice(choices.level, ((None, self.tr("Automatic")), *levels))
        self.fades.setChecked(choices.fades_only)
        kinds: tuple[Unscripted, ...] = get_args(Unscripted)
        self.unscripted.show_choice(
            choices.unscripted, tuple((kind, words.unscripted(kind)) for kind in kinds)
        )
        self.silence.show_seconds(choices.silence)
        for field in (self.language, self.level, self.fades, self.unscripted, self.silence):
            field.setEnabled(shown.writable)
        self.respellings.show_rules(lecture, shown.writable)

    def _set_silence(self, seconds: Fraction) -> None:
        self._edit("set-silence", lambda lecture: edits.set_silence(lecture, seconds))

    def _edit(self, code: Code, edit: Callable[[Lecture], Lecture]) -> None:
        self.hub.session.edit(code, edit)
        if self.shown is not None and self.hub.session.lecture is self.shown.lecture:
            self.show_values(self.shown)  # refused: show what holds
