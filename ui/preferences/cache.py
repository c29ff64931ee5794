"""Cache: how much room finished work takes, how much it may take, and how to be rid of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from renderers.cache import DEFAULT_CAP, Cache
from studio.settings import cache_folder
from ui import desktop
from ui.language import words
from ui.language.sentences import told
from ui.preferences.page import Page, card, label

if TYPE_CHECKING:
    from studio.errors import StudioError
    from ui.hub import Hub

GB = 10**9
LIMITS = (5 * GB, 10 * GB, 0, 50 * GB, 100 * GB)
"""What can be chosen, in bytes; 0 is the program's own limit."""


class CachePage(Page):
    """Folder, size, limit; clearing asks in place and tells what it costs."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        self._folder = cache_folder() / "steps"
        self.title(self.tr("Cache"))
        self.note(
            self.tr(
                "Drawn slides, spoken sentences and finished changes are kept, so that nothing is made twice. "
                "All of it can be made again."
            )
        )
        self.used, self.limit = QLabel(), QComboBox()
        self.state = self._make_state()
        self._make_limit()
        self._make_clear()
        self.end()
        hub.exporting.changed.connect(self._refresh)
        self._count()

    def _make_state(self) -> QLabel:
        frame, column = card()
        self.used.setProperty("role", "heading")
        self.used.setAccessibleName(self.tr("Size of the cache"))
        path = label(str(self._folder), "muted")
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        state = label("", "muted")
        state.hide()
        open_folder = QPushButton(self.tr("Open the folder"))
        open_folder.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        open_folder.clicked.connect(lambda: desktop.open_file(self._folder))
        for widget in (self.used, path, open_folder, state):
            column.addWidget(widget)
        self.add(frame)
        return state

    def _make_limit(self) -> None:
        self.section(self.tr("Largest size"))
        for value in LIMITS:
            text = words.size(value or DEFAULT_CAP)
            self.limit.addItem(self.tr("{size} (usual)").format(size=text) if not value else text, value)
        chosen = self.hub.settings.cache_limit
        if self.limit.findData(chosen) < 0:
            self.limit.addItem(words.size(chosen), chosen)
        self.limit.setCurrentIndex(self.limit.findData(chosen))
        self.limit.setAccessibleName(self.tr("Largest size of the cache"))
        self.limit.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.limit.currentIndexChanged.connect(self._limit_chosen)
        self.add(self.limit)
        self.note(self.tr("What was not used for the longest time goes first."))

    def _make_clear(self) -> None:
        self.section(self.tr("Clear"))
        self.clear = QPushButton(self.tr("Clear now…"))
        self.clear.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.consequence = label(
            self.tr(
                "Slides of the open lecture are drawn and spoken again at once, and the next export takes as "
                "long as the first. Lectures and videos are not touched."
            )
        )
        self.yes = QPushButton(self.tr("Clear"))
        self.yes.setProperty("danger", True)
        self.no = QPushButton(self.tr("Keep"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        row.addStretch(1)
        self.busy = label(self.tr("A video is being made from it; clear it afterwards."), "muted")
        for part in (self.clear, self.busy, self.consequence, row):
            self.add(part)
        self.clear.clicked.connect(lambda: self._ask(True))
        self.no.clicked.connect(lambda: self._ask(False))
        self.yes.clicked.connect(self._clear)
        self._ask(False)

    def _ask(self, asking: bool) -> None:
        self._asking = asking
        self._refresh()
        if asking:
            self.no.setFocus()

    def _refresh(self) -> None:
        if self.is_over:
            return
        busy = self.hub.exporting.busy
        self._asking = self._asking and not busy
        self.clear.setVisible(not self._asking)
        self.clear.setEnabled(not busy)
        self.busy.setVisible(busy)
        for widget in (self.consequence, self.yes, self.no):
            widget.setVisible(self._asking)

    def _count(self) -> None:
        self.used.setText(self.tr("Counting…"))
        cache = Cache(self._folder)
        self.hub.tasks.start(lambda _: cache.size(), self._counted)

    def _counted(self, size: int) -> None:
        if not self.is_over:
            self.used.setText(words.size(size))

    def _limit_chosen(self) -> None:
        limit: int = self.limit.currentData()
        self.hub.settings.cache_limit = limit
        cache = Cache(self._folder, limit or DEFAULT_CAP)

        def trimmed(_: int) -> None:
            if not self.is_over:
                self._count()

        self.hub.tasks.start(lambda _: cache.trim(), trimmed, self._failed)

    def _clear(self) -> None:
        self._ask(False)
        cache = Cache(self._folder)

        def cleared(_: int) -> None:
            self.hub.workbench.forget()
            if not self.is_over:
                self._say(self.tr("Cleared."))
                self._count()

        self.hub.tasks.start(lambda _: cache.clear(), cleared, self._failed)

    def _failed(self, error: StudioError) -> None:
        if not self.is_over:
            self._say(told(str(error)))

    def _say(self, text: str) -> None:
        self.state.setText(text)
        self.state.show()
