"""Voices: which one speaks each language, in this lecture and in new ones; all that are installed, to be heard."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from renderers.voices.catalogue import VoiceInfo, choose_voice
from studio import edits
from studio.languages import primary
from studio.narration import narrate, voice_for
from ui.language import languages
from ui.language.sentences import told
from ui.preferences.listening import Listening
from ui.preferences.page import Page
from ui.preferences.samples import sample
from ui.preferences.voice_choices import VoiceChoices, VoiceRow
from ui.preferences.voice_list import VoiceList

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.errors import StudioError
    from studio.lecture import Lecture
    from ui.hub import Hub
    from ui.tasks import TaskControl


class VoicesPage(Page):
    """Choices for a lecture are edits of it, with undo; choices for new lectures are settings."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        self._voices: tuple[VoiceInfo, ...] = ()
        self._spoken: tuple[str, ...] = ()
        self.listening = Listening(hub.tasks, self)
        self.title(self.tr("Voices"))
        self.state = self.note(self.tr("Looking for voices…"))
        self.lecture, self.new = VoiceChoices(self.tr("This lecture")), VoiceChoices(self.tr("New lectures"))
        self.single = QPushButton()
        self.single.setProperty("link", True)
        self.single.clicked.connect(lambda: self._set_in_lecture("", ""))
        for part in (self.lecture, self.single, self.new):
            part.hide()
            self.add(part)
        self.list = VoiceList()
        self.list.hide()
        self.add(self.list)
        self.end()
        self.list.asked.connect(self._listen)
        self.listening.changed.connect(lambda: self.list.show_state(self.listening.state))
        self.listening.failed.connect(self._fail)
        hub.session.changed.connect(lambda *_: self._show_choices())
        hub.session.opened.connect(self._find_languages)
        means = hub.workbench.means
        if means is not None and means.voices:
            self._found(means.voices)
        else:
            self.listening.find_voices(self._found, self._fail)

    def leave(self) -> None:
        """Be silent."""
        super().leave()
        self.listening.close()

    def _found(self, voices: tuple[VoiceInfo, ...]) -> None:
        if self.is_over:
            return
        self._voices = voices
        count = len({primary(tag) for voice in voices for tag in voice.languages})
        installed = self.tr("%n voice(s)", "", len(voices))
        self.state.setText(
            self.tr("{voices} in {languages} are installed; the program picks one for each sentence.").format(
                voices=installed, languages=self.tr("%n language(s)", "", count)
            )
        )
        self.state.setProperty("role", "muted")
        self.list.fill(voices)
        self.list.show()
        self._find_languages()

    def _fail(self, error: StudioError) -> None:
        if not self.is_over:
            self.state.setText(told(str(error)))
            self.state.setProperty("role", "warning")
            self.state.style().polish(self.state)

    def _find_languages(self) -> None:
        """Which languages the open lecture speaks, the most spoken first; found out beside the main thread."""
        lecture = self.hub.session.lecture
        if lecture is None:
            self._spoken = ()
            self.single.hide()
            self._show_choices()
            return

        def work(_: TaskControl) -> tuple[str, ...]:
            return spoken_in(lecture)

        def done(found: tuple[str, ...]) -> None:
            if not self.is_over:
                self._spoken = found
                self._show_choices()

        self.hub.tasks.start(work, done)

    def _show_choices(self) -> None:
        if self.is_over or not self._voices:
            return
        lecture = self.hub.session.lecture
        writable = lecture is not None and not self.hub.session.read_only
        self.lecture.setVisible(writable and bool(self._spoken))
        if lecture is not None and writable:
            self.single.setVisible(bool(lecture.choices.voice))
            self.single.setText(self._reads_everything(lecture.choices.voice))
            chosen = {tag: voice_for(tag, lecture.choices) for tag in self._spoken}
            self._show_rows(self.lecture, {} if lecture.choices.voice else chosen, self._set_in_lecture)
        preferred = dict(self.hub.settings.voices)
        tags = dict.fromkeys((*self._spoken, *preferred, _own_language()))
        self._show_rows(self.new, {tag: preferred.get(tag, "") for tag in tags}, self._set_for_new)
        self.new.show()
        self._order()

    def _order(self) -> None:
        """Tab goes down the page, though its rows are made later than what stands below them."""
        fields: list[QWidget] = []
        for row in (*self.lecture.rows.values(), self.single, *self.new.rows.values()):
            fields += [row.box, row.hear] if isinstance(row, VoiceRow) else [row]
        fields += [self.list.search, self.list.hear, self.list.table]
        for before, after in pairwise(fields):
            QWidget.setTabOrder(before, after)

    def _reads_everything(self, voice_id: str) -> str:
        voice = self._voice(voice_id)
        name = voice_id if voice is None else voice.name
        return self.tr("“{voice}” reads everything; let each language have its own").format(voice=name)

    def _show_rows(
        self, part: VoiceChoices, chosen: dict[str, str], choose: Callable[[str, str], None]
    ) -> None:
        """A row for each language; rows that stay keep the focus they have."""
        for tag in part.rows.keys() - chosen.keys():
            part.take_out(tag)
        for tag, voice in chosen.items():
            if tag not in part.rows:
                part.put_in(tag, self._row(tag, choose))
            part.rows[tag].show_chosen(voice)

    def _row(self, tag: str, choose: Callable[[str, str], None]) -> VoiceRow:
        best = choose_voice(tag, "", self._voices).voice
        fitting = tuple(
            voice for voice in self._voices if any(primary(own) == primary(tag) for own in voice.languages)
        )
        row = VoiceRow(tag, best, fitting)
        row.box.activated.connect(lambda _: choose(tag, row.voice_id))
        row.hear.clicked.connect(lambda: self._listen(self._voice(row.voice_id) or best, tag))
        return row

    def _voice(self, voice_id: str) -> VoiceInfo | None:
        return next((voice for voice in self._voices if voice.id == voice_id), None)

    def _listen(self, voice: VoiceInfo, language: str) -> None:
        self.listening.listen(voice, sample(language))

    def _set_in_lecture(self, language: str, voice: str) -> None:
        found = self._voice(voice)
        name = voice if found is None else found.name
        self.hub.session.edit(
            "set-voice", lambda lecture: edits.set_voice(lecture, voice, language), name=name
        )

    def _set_for_new(self, language: str, voice: str) -> None:
        self.hub.settings.set_voice(language, voice)


def spoken_in(lecture: Lecture) -> tuple[str, ...]:
    """The languages (BCP 47) of all sentences that are spoken by a voice, the most spoken first."""
    counts: dict[str, int] = {}
    for scene in lecture.scenes:
        if scene.recording is None:
            for utterance in narrate(scene, lecture.choices).utterances:
                counts[utterance.language] = counts.get(utterance.language, 0) + len(utterance.spoken)
    return tuple(sorted(counts, key=lambda tag: (-counts[tag], tag)))


def _own_language() -> str:
    tag = languages.current().tag
    return "zh-TW" if tag == "zh-Hant" else tag
