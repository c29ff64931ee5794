"""What is heard: voices, the language of the script, what happens without words, what is private."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from renderers.voices.catalogue import choose_voice
from studio import edits
from studio.errors import StudioError
from studio.privacy import is_private
from ui.controls import spoken
from ui.controls.fields import ChoiceField
from ui.inspector.section import Section, Shown, common, told_label
from ui.language import words
from ui.look import theme

if TYPE_CHECKING:
    from studio.lecture import Recording, Unscripted
    from ui.hub import Hub

MOST_LANGUAGES = 4
MOST_NOTES = 4
_LONGEST_QUOTE = 60
_ISOLATE, _END = "\u2068", "\u2069"
"""Around a name, so that one that is written from right to left does not turn the sentence around."""


class NarrationSection(Section):
    """Voices hold for the whole lecture; the rest for the selected scenes."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, "narration", "", parent)
        self.heading.setText(self.tr("Narration"))
        self.language, self.unscripted, self.every = ChoiceField(), ChoiceField(), ChoiceField()
        self.voices: dict[str, ChoiceField] = {}
        self._voice_rows = QWidget()
        self._voice_column = QVBoxLayout(self._voice_rows)
        self._voice_column.setContentsMargins(0, 0, 0, 0)
        self._voice_column.setSpacing(4)
        self.notes = QWidget()
        self._notes_column = QVBoxLayout(self.notes)
        self._notes_column.setContentsMargins(0, 0, 0, 0)
        self._notes_column.setSpacing(4)
        self._noted: tuple[object, ...] = ()
        self.add_field(self.tr("Language"), self.language)
        self.add_tall(self.tr("If nothing is said"), self.unscripted)
        self._every_row = self.add_tall(
            self.tr("One voice for all languages, in the whole lecture"), self.every
        )
        self.add_wide(self._voice_rows)
        self.recording_label, self.recording = self.add_fact(self.tr("Recording"))
        self.add_wide(self.notes)
        self.language.committed.connect(self._set_language)
        self.unscripted.committed.connect(self._set_unscripted)
        self.every.committed.connect(self._set_every)
        hub.workbench.timeline_changed.connect(self._show_voices)
        hub.workbench.findings_changed.connect(self._show_recording)
        hub.documents.reviewed_changed.connect(self._show_notes)

    def show_values(self, shown: Shown) -> None:
        """Show what holds now."""
        super().show_values(shown)
        several = self.tr("Several values")
        languages = tuple(scene.script.language for scene in shown.scenes)
        language, differ = common(languages)
        found = spoken.languages(self.hub.workbench.means, shown.lecture, languages)
        self.language.show_choice(language, (("", self.tr("Automatic")), *found), several if differ else "")
        choice, choices_differ = common(tuple(scene.unscripted for scene in shown.scenes))
        self.unscripted.show_choice(
            choice, spoken.unscripted(shown.lecture), several if choices_differ else ""
        )
        self.language.setEnabled(shown.writable)
        self.unscripted.setEnabled(shown.writable)
        self._show_voices()
        self._show_recording()
        self._show_notes()

    def _show_voices(self) -> None:
        """A field for each language that is heard in the lecture."""
        if self.shown is None:
            return
        lecture, means = self.shown.lecture, self.hub.workbench.means
        heard = spoken.heard_languages(self.hub.workbench.timeline, lecture)[:MOST_LANGUAGES]
        if tuple(self.voices) != heard:
            self._make_voices(heard)
        every = lecture.choices.voice
        self.every.show_choice(every, (("", self.tr("By language")), *spoken.voices(means, "", every)))
        self.every.setEnabled(self.shown.writable)
        self._every_row.setVisible(bool(every))
        self._voice_rows.setVisible(not every)
        chosen = {tag.lower(): voice for tag, voice in lecture.choices.voices}
        for tag, field in self.voices.items():
            held = chosen.get(tag, "")
            own = self.tr("Automatic")
            try:
                name = choose_voice(tag, "", means.voices).voice.name if means is not None else ""
                own = self.tr("Automatic: {voice}").format(voice=name) if name else own
            except StudioError:
                pass
            field.show_choice(held, (("", own), *spoken.voices(means, tag, held)))
            field.setEnabled(self.shown.writable)

    def _make_voices(self, languages: tuple[str, ...]) -> None:
        clear(self._voice_column)
        self.voices = {}
        for tag in languages:
            language = f"{_ISOLATE}{words.language(tag)}{_END}"
            told = self.tr("Voice for {language}, in the whole lecture").format(language=language)
            label, field = QLabel(told), ChoiceField()
            label.setProperty("role", "muted")
            label.setWordWrap(True)
            label.setBuddy(field)
            field.setAccessibleName(told)
            field.committed.connect(lambda voice, tag=tag: self._set_voice(str(voice), tag))
            self._voice_column.addWidget(label)
            self._voice_column.addWidget(field)
            self.voices[tag] = field

    def _set_every(self, voice: object) -> None:
        self._set_voice(str(voice), "")

    def _set_voice(self, voice: str, language: str) -> None:
        means = self.hub.workbench.means
        found = [each.name for each in (means.voices if means is not None else ()) if each.id == voice]
        self.hub.session.edit(
            "set-voice", lambda lecture: edits.set_voice(lecture, voice, language), 1, "".join(found[:1])
        )

    def _set_language(self, tag: str) -> None:
        if self.shown is not None:
            ids = self.shown.ids
            self.hub.session.edit(
                "set-language", lambda lecture: edits.set_language(lecture, ids, tag), len(ids)
            )

    def _set_unscripted(self, choice: Unscripted | None) -> None:
        if self.shown is not None:
            ids = self.shown.ids
            self.hub.session.edit(
                "set-unscripted", lambda lecture: edits.set_unscripted(lecture, ids, choice), len(ids)
            )

    def _show_recording(self) -> None:
        if self.shown is None:
            return
        recorded = [scene for scene in self.shown.scenes if scene.recording is not None]
        if self.shown.several:
            told = self.tr("%n scene(s) with a recording", "", len(recorded)) if recorded else ""
        else:
            told = self._told_recording(self.shown.scene.recording)
        self.recording.setText(told or self.tr("None: a voice speaks"))

    def _told_recording(self, recording: Recording | None) -> str:
        if recording is None or self.shown is None:
            return ""
        lines = [recording.audio.name]
        clip = self.hub.workbench.clip(self.shown.scene.id)
        if clip is not None and clip.take.measured:
            lines.append(self.tr("{length} long").format(length=words.duration(clip.take.length)))
        for seconds, told in (
            (recording.trim_start, self.tr("{length} cut off at the start")),
            (recording.trim_end, self.tr("{length} cut off at the end")),
        ):
            if seconds:
                lines.append(told.format(length=words.duration(seconds)))
        return "\n".join(lines)

    def _show_notes(self) -> None:
        """The private paragraphs, and those that look so, each with the other choice."""
        shown = self.shown
        if shown is None:
            return
        notes: list[tuple[str, int, str, bool]] = []
        for scene in shown.scenes:
            for number, paragraph in enumerate(scene.script.paragraphs):
                asked = (scene.id, paragraph.text) not in self.hub.documents.reviewed
                if paragraph.private or (asked and is_private(paragraph.text)):
                    notes.append((scene.id, number, paragraph.text, paragraph.private))
        key = (*notes, shown.writable)
        if key == self._noted:
            return
        self._noted = key
        clear(self._notes_column)
        for scene_id, number, text, private in notes[:MOST_NOTES]:
            self._add_note(scene_id, number, text, private)
        if len(notes) > MOST_NOTES:
            more = told_label("muted")
            more.setText(self.tr("and %n more, marked in the scripts", "", len(notes) - MOST_NOTES))
            self._notes_column.addWidget(more)

    def _add_note(self, scene_id: str, number: int, text: str, private: bool) -> None:
        quote = " ".join(text.split())
        quote = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[: _LONGEST_QUOTE - 1].rstrip()}…"
        label = told_label("" if private else "warning")
        told = self.tr("Private: “{words}”") if private else self.tr("Looks private: “{words}”")
        label.setText(told.format(words=quote))
        button = QPushButton(self.tr("Say it") if private else self.tr("Keep private"))
        button.setProperty("link", "true")
        button.setIcon(theme.icon("unlock" if private else "lock", "accent"))
        button.setAccessibleDescription(quote)
        button.setEnabled(self.shown is not None and self.shown.writable)
        button.clicked.connect(lambda: self._set_private(scene_id, number, text, not private))
        self._notes_column.addWidget(label)
        self._notes_column.addWidget(button)

    def _set_private(self, scene_id: str, number: int, text: str, private: bool) -> None:
        self.hub.documents.mark_reviewed([(scene_id, text)])
        self.hub.session.edit(
            "make-private" if private else "make-public",
            lambda lecture: edits.set_paragraph_private(lecture, scene_id, number, private),
        )


def clear(column: Any) -> None:
    """Take all widgets out of a layout."""
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
