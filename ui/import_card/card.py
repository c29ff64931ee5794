"""The card itself: it stands over the script, below the slide that appears meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ui.controls.elided import ElidedLabel
from ui.controls.lines import Line, LineList
from ui.import_card.choice import Choice
from ui.import_card.counts import Counts, count
from ui.import_card.review import Review
from ui.import_card.show import ShowChoice
from ui.language import words
from ui.language.sentences import told
from ui.look import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from studio.lecture import Lecture
    from studio.report import Entry, ImportReport
    from ui.hub import Hub

EDGE, WIDTH = 16, 776
"""Pixels to the edges of the editor, and the widest it gets."""
LEAST, MORE, SHARE = 96, 320, 0.7
"""Pixels that can be unfolded; of the editor's height so much at most is covered then."""


class ImportCard(QFrame):
    """Told once after an import, and again from the menu as long as the lecture is open."""

    def __init__(self, hub: Hub, parent: QWidget) -> None:
        super().__init__(parent)
        self._hub, self._over = hub, parent
        self._column = QVBoxLayout(self)
        self.setProperty("card", True)
        self.setAccessibleName(self.tr("Import report"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._icon, self.title = QLabel(), ElidedLabel("heading")
        self.summary = QLabel(wordWrap=True)
        self.show_choice, self.choice = ShowChoice(hub), Choice(hub)
        self.review, self.lines = Review(hub), LineList()
        self.lines.setAccessibleName(self.tr("What the import kept, replaced and left out"))
        self.lines.setProperty("framed", True)
        self.lines.chosen.connect(self._go_to)
        self.review_button, self.report_button = self._unfolder(0), self._unfolder(1)
        self.keep_all = QPushButton(self.tr("Keep all private"))
        self.keep_all.clicked.connect(self.review.keep_all)
        self.done = QPushButton(self.tr("Done"))
        self.done.setProperty("primary", True)
        self.done.clicked.connect(self.dismiss)
        self._filled: set[int] = set()
        self._more = QStackedWidget()
        self._more.addWidget(self.review)
        self._more.addWidget(self.lines)
        self._more.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._lay_out()
        self.review.grown.connect(self._place)
        parent.installEventFilter(self)
        hub.documents.imported.connect(lambda _: self.show_report())
        hub.session.opened.connect(self.hide)
        hub.session.changed.connect(self._changed)
        hub.actions.show_report.triggered.connect(self.show_report)
        hub.actions.only_if(hub.actions.show_report, lambda: hub.session.report is not None)
        self.hide()

    def show_report(self) -> None:
        """Show the card for the open lecture."""
        lecture, report = self._hub.session.lecture, self._hub.session.report
        if lecture is None or report is None:
            return
        name = lecture.title or report.source
        self.title.say(self.tr("Imported “{name}”").format(name=name))
        found = count(lecture, report)
        self.summary.setText(self._summary(found))
        self.show_choice.ask(lecture)
        self.choice.ask(lecture)
        self._filled = set()
        self.lines.show_lines(())
        self.review_button.setText(self.tr("Review %n private note(s)", "", found.private))
        self.review_button.setVisible(found.private > 0)
        self.report_button.setText(self.tr("What was replaced or left out"))
        self.report_button.setVisible(bool(report.entries))
        self._unfold(None)
        self.show()
        self.raise_()
        self._place()
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        """The card has been read."""
        self.hide()
        self._hub.session.seal()  # what is chosen in the inspector later is another step for undo

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay in the corner of the editor."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Its height follows what it says."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def _unfolder(self, page: int) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        button.clicked.connect(lambda on: self._unfold(page if on else None))
        return button

    def _unfold(self, page: int | None) -> None:
        """Show the notes (0), the report (1) or neither."""
        self._more.setVisible(page is not None)
        if page is not None:
            self._fill(page)
            self._more.setCurrentIndex(page)
        self.keep_all.setVisible(page == 0)
        self.review_button.setChecked(page == 0)
        self.report_button.setChecked(page == 1)

    def _fill(self, page: int) -> None:
        """Put in what is shown, when it is first asked for."""
        lecture, report = self._hub.session.lecture, self._hub.session.report
        if page in self._filled or lecture is None or report is None:
            return
        self._filled.add(page)
        if page == 0:
            self.review.show_notes(lecture)
        else:  # finding the words for hundreds of sentences takes a while
            self._hub.tasks.start(
                lambda _: _lines(report, lecture), lambda lines: self._show_lines(report, lines)
            )

    def _show_lines(self, report: ImportReport, lines: tuple[Line, ...]) -> None:
        if isValid(self) and report is self._hub.session.report:
            self.lines.show_lines(lines)

    def _paint_icon(self) -> None:
        self._icon.setPixmap(theme.icon("check-circle", "success").pixmap(20, 20))

    def _lay_out(self) -> None:
        theme.changed.connect(self._paint_icon)
        self._paint_icon()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self.title, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.review_button, self.report_button, self.keep_all):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.done)
        column = self._column
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.summary)
        column.addWidget(self.show_choice)
        column.addWidget(self.choice)
        column.addWidget(self._more, 1)
        column.addLayout(foot)

    def _place(self) -> None:
        """Bottom right, as wide as there is room, no higher than needed."""
        room = self._over.size()
        width = min(WIDTH, room.width() - 2 * EDGE)
        height = max(self._column.totalHeightForWidth(width), self._column.totalMinimumSize().height())
        if not self._more.isHidden():
            shown = self.review.wanted_height() if self._more.currentIndex() == 0 else MORE
            most = max(LEAST, int(room.height() * SHARE) - height)
            height += min(shown, most)
        height = min(height, room.height() - 2 * EDGE)
        self.setGeometry(room.width() - width - EDGE, room.height() - height - EDGE, width, height)

    def _changed(self, _before: Lecture, after: Lecture) -> None:
        if self.isVisible():
            self.summary.setText(self._summary(count(after, self._hub.session.report)))

    def _summary(self, found: Counts) -> str:
        """The numbers in words: "15 slides with notes, 25 without, 2 fonts replaced"."""
        parts = [
            self.tr("%n slide(s) with notes", "", found.spoken),
            self.tr("%n without", "", found.silent) if found.silent else "",
            self.tr("%n hidden", "", found.hidden) if found.hidden else "",
            self.tr("%n recording(s) kept", "", found.recordings) if found.recordings else "",
            self.tr("%n font(s) replaced", "", found.fonts) if found.fonts else "",
            self.tr("%n note(s) taken for private", "", found.private) if found.private else "",
            self.tr("%n thing(s) left out", "", found.left_out) if found.left_out else "",
        ]
        return self.tr(", ").join(part for part in parts if part)

    def _go_to(self, entries: tuple[Entry, ...]) -> None:
        """Show the slide of a line; of several ones the next after the current one."""
        session = self._hub.session
        there = {scene.id for scene in session.lecture.scenes} if session.lecture is not None else set[str]()
        places = [entry.scene for entry in entries if entry.scene in there]
        if places:
            at = places.index(session.current) + 1 if session.current in places else 0
            scene = places[at % len(places)]
            session.select((scene,), scene)


_ICONS = {"replaced": "refresh-cw", "left out": "minus", "kept": "check"}


def _lines(report: ImportReport, lecture: Lecture) -> tuple[Line, ...]:
    """The report, what one should know first; what holds of several slides is one line that leads to each."""
    titles = {scene.id: scene.title for scene in lecture.scenes}
    lines: list[Line] = []
    for outcome in ("left out", "replaced", "kept"):
        entries: dict[str, list[Entry]] = {}
        for entry in report.about(outcome):
            entries.setdefault(entry.text, []).append(entry)
        if entries:
            heading = f"{words.outcome(outcome)} ({len(entries)})"
            lines.append(Line(heading, icon=_ICONS[outcome], style="heading"))
        lines += (Line(told(text), _where(same, titles), tuple(same)) for text, same in entries.items())
    return tuple(lines)


def _where(entries: list[Entry], titles: dict[str, str]) -> str:
    first, more = entries[0], len(entries) - 1
    title = " ".join(titles.get(first.scene or "", "").split())
    number = "" if first.slide is None else str(first.slide)
    place = " · ".join(part for part in (number, title) if part)
    if not more:
        return place
    return QCoreApplication.translate("ImportCard", "{place} and %n more", None, more).format(place=place)
