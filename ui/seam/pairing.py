"""Which objects are one? The two slides of a seam beside each other, and what the program thinks of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studio import edits
from studio.timeline import shown
from ui.look import theme
from ui.seam.objects import Pairing, Side, Thing, pairing
from ui.seam.slide_picture import SlidePicture

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.history import Code
    from studio.lecture import Lecture, Scene
    from ui.hub import Hub

_ID = Qt.ItemDataRole.UserRole
_LIST_HEIGHT = 108


class PairingDialog(QDialog):
    """Click an object on each slide, or choose one in each list. Every choice is an edit of its own, at once."""

    def __init__(self, hub: Hub, scene_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub, self._scene_id = hub, scene_id
        self._pairing = Pairing()
        self._armed: tuple[Side, int] | None = None
        """The object that was clicked and waits for its partner."""
        self._side: Side = 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Which objects are one?"))
        self.addActions([hub.actions.undo, hub.actions.redo])
        ratio = hub.workbench.profile.width / hub.workbench.profile.height
        self.pictures = SlidePicture(hub, ratio), SlidePicture(hub, ratio)
        self.lists = QListWidget(), QListWidget()
        self._heads = QLabel(), QLabel()
        self._make_buttons()
        self._lay_out()
        self._wire()
        self._refresh()
        room = self.screen().availableSize()
        self.resize(min(980, room.width() - 32), min(680, room.height() - 64))

    def _make_buttons(self) -> None:
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.pair = QPushButton(self.tr("These two are one"))
        self.pair.setProperty("primary", True)
        self.alone = QPushButton(self.tr("Has no partner"))
        self.suggested = QPushButton(self.tr("As suggested"))
        self.all_suggested = QPushButton(self.tr("All as suggested"))
        for button, tip in (
            (self.pair, self.tr("The chosen object of each slide becomes one, and travels")),
            (self.alone, self.tr("The chosen object fades in or out in its place")),
            (self.suggested, self.tr("Take back what you said of the chosen object")),
            (self.all_suggested, self.tr("Take back all that you said of objects at this change")),
        ):
            button.setToolTip(tip)
            button.setAutoDefault(False)
        self.undo = QToolButton()
        self.undo.setDefaultAction(self._hub.actions.undo)
        self.undo.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.undo.setSizePolicy(self.suggested.sizePolicy())

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setRowStretch(2, 1)
        for side in (0, 1):
            self._heads[side].setProperty("role", "strong")
            box = self.lists[side]
            box.setProperty("framed", True)
            box.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
            box.setMinimumHeight(_LIST_HEIGHT)
            box.setTextElideMode(Qt.TextElideMode.ElideRight)
            box.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._heads[side].setBuddy(box)
            grid.setColumnStretch(side, 1)
            grid.addWidget(self._heads[side], 0, side)
            grid.addWidget(self.pictures[side], 1, side)
            grid.addWidget(box, 2, side)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.pair, self.alone, self.suggested, self.all_suggested):
            buttons.addWidget(button)
        buttons.addStretch(1)
        closing = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        closing.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.undo)
        foot.addStretch(1)
        foot.addWidget(closing)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.hint)
        column.addLayout(grid, 1)
        column.addLayout(buttons)
        column.addLayout(foot)

    def _wire(self) -> None:
        session = self._hub.session
        session.changed.connect(self._refresh)
        session.opened.connect(self.reject)
        session.history_changed.connect(self._show_buttons)
        self._hub.workbench.findings_changed.connect(self._refresh)
        theme.changed.connect(self._refresh)
        for side in (0, 1):
            self.pictures[side].picked.connect(partial(self._clicked, side))
            self.lists[side].currentItemChanged.connect(partial(self._listed, side))
            self.lists[side].itemActivated.connect(self._pair)
        self.pair.clicked.connect(self._pair)
        self.alone.clicked.connect(self._leave_alone)
        self.suggested.clicked.connect(self._forget)
        self.all_suggested.clicked.connect(self._forget_all)

    def _refresh(self, *_: object) -> None:
        """Show what holds now; without its change there is nothing to say any more."""
        scenes = self._scenes()
        if scenes is None:
            self.reject()
            return
        lecture, before, scene = scenes
        workbench = self._hub.workbench
        found = workbench.scene(before.id), workbench.scene(scene.id)
        self._pairing = pairing(before, scene, lecture, found, workbench.profile)
        heads = self.tr("Before: {title}"), self.tr("This slide: {title}")
        for side, each in enumerate((before, scene)):
            title = " ".join(each.title.split()) or self.tr("Untitled")
            head = heads[side].format(title=title)
            metrics = self._heads[side].fontMetrics()
            self._heads[side].setText(metrics.elidedText(head, Qt.TextElideMode.ElideRight, 420))
            self._heads[side].setToolTip(head)
            self.lists[side].setAccessibleName(self.tr("Objects. {slide}").format(slide=head))
            self.pictures[side].setAccessibleName(head)
            self._fill(side)
        self._show()

    def _fill(self, side: Side) -> None:
        """The list of one side; what is chosen stays so."""
        box, chosen = self.lists[side], self._chosen(side)
        with QSignalBlocker(box):
            box.clear()
            for thing in self._pairing.sides[side]:
                item = QListWidgetItem(self._line(thing))
                item.setData(_ID, thing.id)
                item.setToolTip(self._told(side, thing))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, self._told(side, thing))
                box.addItem(item)
                if chosen is not None and thing.id == chosen.id:
                    box.setCurrentItem(item)
            if chosen is None:
                box.setCurrentRow(-1)

    def _show(self) -> None:
        scenes = self._scenes()
        for side, each in enumerate(() if scenes is None else scenes[1:]):
            chosen = self._chosen(side)
            page, number = self._hub.workbench.scene(each.id).page, None if chosen is None else chosen.id
            self.pictures[side].show_slide(page, self._pairing.sides[side], number)
        self._show_buttons()
        self.hint.setText(self._hint())

    def _show_buttons(self) -> None:
        writable = not self._hub.session.read_only
        first, second = self._chosen(0), self._chosen(1)
        both = first is not None and second is not None and first.partner != second.id
        one = self._chosen(self._side)
        scenes = self._scenes()
        said = scenes is not None and bool(scenes[2].transition.pairs)
        self.pair.setEnabled(writable and both)
        self.alone.setEnabled(writable and one is not None and (one.number > 0 or not one.by_hand))
        self.suggested.setEnabled(writable and one is not None and one.by_hand)
        self.all_suggested.setEnabled(writable and said)

    def _hint(self) -> str:
        if not (self._pairing.sides[0] and self._pairing.sides[1]):
            return self.tr("The objects of these slides are known once Move is chosen and they are drawn.")
        if self._armed is not None:
            thing = self._pairing.thing(*self._armed)
            if thing is not None:
                other = self.tr("Now click what is the same on the other slide. Chosen: {name}")
                return other.format(name=thing.name)
        return self.tr(
            "What is one travels from its place on the slide before to its new one; all else fades."
            " Click an object on each slide, or choose one in each list."
        )

    def _line(self, thing: Thing) -> str:
        number = str(thing.number) if thing.number else "–"
        return self.tr("{number}   {name} · {why}").format(number=number, name=thing.name, why=thing.why)

    def _told(self, side: Side, thing: Thing) -> str:
        """An object in full, for a tool tip and a screen reader."""
        partner = self._pairing.thing(1 if side == 0 else 0, thing.partner)
        if partner is None:
            return self.tr("{name}: {why}").format(name=thing.name, why=thing.why)
        text = self.tr("{name}, one with {partner} (pair {number}): {why}")
        return text.format(name=thing.name, partner=partner.name, number=thing.number, why=thing.why)

    def _clicked(self, side: Side, number: int | None) -> None:
        """The first click chooses, one on the other slide says what it is one with."""
        armed = self._armed
        if number is None:
            self._choose(None, None)
        elif armed is not None and armed[0] != side:
            first, second = (armed[1], number) if side == 1 else (number, armed[1])
            self._choose(first, second)
            self._pair()
        else:
            self._choose(*((number, None) if side == 0 else (None, number)))
            self._armed, self._side = (side, number), side
            self._show()

    def _choose(self, first: int | None, second: int | None) -> None:
        self._armed = None
        for box, number in zip(self.lists, (first, second), strict=True):
            rows = [row for row in range(box.count()) if box.item(row).data(_ID) == number]
            with QSignalBlocker(box):
                box.setCurrentRow(rows[0] if rows else -1)
        self._show()

    def _listed(self, side: Side, *_: object) -> None:
        self._armed, self._side = None, side
        self._show()

    def _pair(self, *_: object) -> None:
        first, second = self._chosen(0), self._chosen(1)
        if first is None or second is None or first.partner == second.id:
            return
        ids = first.id, second.id
        self._edit("pair-objects", lambda now: edits.pair_objects(now, self._scene_id, *ids), first.name)

    def _leave_alone(self) -> None:
        which, name = self._which()
        self._edit("leave-alone", lambda now: edits.leave_alone(now, self._scene_id, **which), name)

    def _forget(self) -> None:
        which, _ = self._which()
        self._edit("forget-pairs", lambda now: edits.forget_object(now, self._scene_id, **which))

    def _forget_all(self) -> None:
        scenes = self._scenes()
        count = len(scenes[2].transition.pairs) if scenes is not None else 0
        self._edit("forget-pairs", lambda now: edits.forget_pairs(now, self._scene_id), count=count)

    def _which(self) -> tuple[dict[str, int], str]:
        """The object that was chosen last, as edits name it."""
        thing = self._chosen(self._side)
        return (
            ({"second" if self._side else "first": thing.id}, thing.name) if thing is not None else ({}, "")
        )

    def _edit(self, code: Code, edit: Callable[[Lecture], Lecture], name: str = "", count: int = 1) -> None:
        self._armed = None
        self._hub.session.edit(code, edit, count, name)
        self._show()

    def _chosen(self, side: Side) -> Thing | None:
        row = self.lists[side].currentRow()
        return None if row < 0 else self._pairing.thing(side, self.lists[side].item(row).data(_ID))

    def _scenes(self) -> tuple[Lecture, Scene, Scene] | None:
        """The lecture and the two scenes; None where there is no such change any more."""
        lecture = self._hub.session.lecture
        if lecture is None:
            return None
        scenes = shown(lecture)
        at = next((at for at, scene in enumerate(scenes) if scene.id == self._scene_id), 0)
        return (lecture, scenes[at - 1], scenes[at]) if at else None
