"""The upper levels on the seam: what stands against them, how text and new things move, models, pairs by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from studio import edits
from studio.lecture import (
    Box,
    Generation,
    Lecture,
    Level,
    ObjectKind,
    ObjectPair,
    Scene,
    SlideObject,
    SlideVisual,
    Transition,
)
from studio.obstacles import ModelUse
from tests.fakes import lecture, slide
from tests.ui.laid_out import MEANS, PREVIEW, open_made, put_pictures
from ui.hub import Hub
from ui.seam.objects import Thing
from ui.seam.pairing import PairingDialog
from ui.seam.panel import SeamPanel
from ui.seam.slide_picture import SlidePicture

Button, Key = Qt.MouseButton, Qt.Key
WAN = ModelUse("Wan2.1-FLF2V", "Wan", "it makes videos, whose latents are no path between two pictures", "")
STABLE = ModelUse("sd15", "Stable Diffusion", "", "it makes single pictures, and no motion")


def thing(
    number: int, kind: ObjectKind, x: float, y: float, words: str = "", picture: str | None = None
) -> SlideObject:
    return SlideObject(number, f"Thing {number}", kind, Box(x, y, 0.2, 0.2), words, picture=picture)


def holding(number: int, *objects: SlideObject) -> Scene:
    scene = slide(number, f"Words {number}.")
    assert isinstance(scene.visual, SlideVisual)
    return replace(scene, visual=replace(scene.visual, objects=objects))


def weather() -> Lecture:
    """Two slides: a text and a photograph that move, a text that is another one, a second photograph."""
    first = (
        thing(2, "text", 0.1, 0.1, "Rain"),
        thing(3, "picture", 0.1, 0.5, picture="ab" * 32),
        thing(4, "text", 0.5, 0.1, "Clouds form"),
    )
    second = (
        thing(2, "text", 0.6, 0.1, "Rain"),
        thing(3, "picture", 0.6, 0.5, picture="ab" * 32),
        thing(7, "text", 0.1, 0.1, "Snow melts"),
        thing(8, "picture", 0.1, 0.5, picture="cd" * 32),
    )
    return lecture(holding(1, *first), holding(2, *second), holding(3, *second))


@pytest.fixture
def panel(hub: Hub, qtbot: QtBot) -> Iterator[SeamPanel]:
    """The panel of the change between two slides with objects, in an editor in which all is laid out."""
    editor = QWidget()
    qtbot.addWidget(editor)
    editor.resize(1100, 800)
    made = SeamPanel(hub, editor)
    editor.show()
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    open_made(hub, qtbot, weather())
    qtbot.waitUntil(lambda: hub.workbench.scene("s2").outlook.moving is not None)
    made.open_at("s2", QRect(20, 20, 200, 24))
    yield made
    made.hide()


@pytest.fixture
def pairing(panel: SeamPanel, hub: Hub, qtbot: QtBot) -> PairingDialog:
    """The two slides beside each other, opened from the panel."""
    choose(panel, hub, qtbot, Level.MOVE)
    put_pictures(hub, weather(), 320, 180)
    QTest.mouseClick(panel.moving.pairing, Button.LeftButton)
    dialog = panel.findChild(PairingDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    return dialog


def choose(panel: SeamPanel, hub: Hub, qtbot: QtBot, level: Level) -> None:
    qtbot.waitUntil(panel.levels.buttons[level].isEnabled)
    panel.levels.buttons[level].click()

    def known() -> bool:
        choice = hub.workbench.choice("s2")
        return choice is not None and choice.level is level

    qtbot.waitUntil(known)


def wish(hub: Hub) -> Transition:
    assert hub.session.lecture is not None
    return hub.session.lecture.scene("s2").transition


def undoes(hub: Hub) -> str:
    assert hub.session.history is not None
    assert hub.session.history.undoes is not None
    return hub.session.history.undoes.code


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def lines(dialog: PairingDialog, side: int) -> list[str]:
    box = dialog.lists[side]
    return [box.item(row).text() for row in range(box.count())]


def row(dialog: PairingDialog, side: int, words: str) -> int:
    return next(at for at, line in enumerate(lines(dialog, side)) if words in line)


def click(dialog: PairingDialog, side: int, number: int) -> None:
    """Click in the middle of an object of a picture."""
    picture = dialog.pictures[side]
    found = dialog._pairing.thing(side, number)  # pyright: ignore[reportPrivateUsage]
    assert found is not None
    QTest.mouseClick(
        picture, Button.LeftButton, Qt.KeyboardModifier.NoModifier, picture.place(found).center().toPoint()
    )


def test_move_says_how_much_matches_and_is_suggested(panel: SeamPanel) -> None:
    assert "2 of 4 objects match, 2 of them move." in said(panel)
    assert "Suggested: Move. 2 of 4 objects match and 2 move." in said(panel)


def test_motion_without_a_model_can_be_chosen_and_says_what_the_video_will_show(
    panel: SeamPanel, hub: Hub, qtbot: QtBot
) -> None:
    assert "No video model is installed: the video would show Move." in said(panel)
    choose(panel, hub, qtbot, Level.MOTION)
    told = "You chose AI motion; the video will show Move: no video model is installed;"
    qtbot.waitUntil(lambda: told in said(panel))
    assert "watch it before using it" in said(panel)
    hub.workbench.know_models((WAN,))
    qtbot.waitUntil(lambda: "the video will show" not in said(panel))


def test_a_model_that_is_too_large_for_the_machine_is_told(panel: SeamPanel, hub: Hub, qtbot: QtBot) -> None:
    from renderers.generation.loader import Means
    from renderers.generation.offers import Offer

    hub.workbench.know_models((WAN,))
    qtbot.waitUntil(lambda: "No video model" not in said(panel))
    why = "it needs 80 GiB of memory and this machine has 16 GiB"
    offer = Offer(WAN.name, "folder", "", Means("cpu", "float32"), WAN.reshaping, why)
    hub.workbench.feed({}, replace(MEANS, models=(offer,)))
    qtbot.waitUntil(lambda: "80 GiB" in said(panel))


def test_a_photograph_of_its_own_can_turn_into_another(panel: SeamPanel, hub: Hub, qtbot: QtBot) -> None:
    assert not panel.levels.buttons[Level.RESHAPE].isEnabled(), "the one photograph is the same on both"
    hub.session.edit("leave-alone", lambda now: edits.leave_alone(now, "s2", first=3))
    qtbot.waitUntil(panel.levels.buttons[Level.RESHAPE].isEnabled)


def test_text_moves_word_by_word_and_new_things_are_drawn(panel: SeamPanel, hub: Hub, qtbot: QtBot) -> None:
    choose(panel, hub, qtbot, Level.HOLD)
    qtbot.waitUntil(panel.moving.arrival_box.isVisible)
    assert not panel.moving.text_box.isVisible(), "nothing travels at this level"
    pick(panel.moving.arrival_box, "draw")
    assert (wish(hub).arrive, undoes(hub)) == ("draw", "set-arrival")
    choose(panel, hub, qtbot, Level.MOVE)
    qtbot.waitUntil(panel.moving.text_box.isVisible)
    pick(panel.moving.text_box, "word")
    assert (wish(hub).text_by, undoes(hub)) == ("word", "set-text-by")
    hub.session.undo()
    assert panel.moving.text_box.currentData() == "object"


def test_a_model_its_way_and_its_words_are_chosen(panel: SeamPanel, hub: Hub, qtbot: QtBot) -> None:
    hub.workbench.know_models((STABLE, WAN))
    hub.session.edit("leave-alone", lambda now: edits.leave_alone(now, "s2", first=3))
    choose(panel, hub, qtbot, Level.RESHAPE)
    form = panel.generating
    qtbot.waitUntil(lambda: form.model_box.count() == 3)
    assert form.model_box.currentText() == "Optical flow, without a model"
    assert not form.path_box.isVisible()
    entries = cast("QStandardItemModel", form.model_box.model())
    assert [entries.item(at).isEnabled() for at in range(3)] == [True, True, False]
    pick(form.model_box, "sd15")
    qtbot.waitUntil(form.path_box.isVisible)
    pick(form.path_box, "gaussian")
    assert wish(hub).generation == Generation("sd15", "", "gaussian")
    choose(panel, hub, qtbot, Level.MOTION)
    qtbot.waitUntil(form.prompt.isVisible)
    assert "the model “sd15” cannot do it: it makes single pictures, and no motion" in said(panel)
    pick(form.model_box, "Wan2.1-FLF2V")
    form.prompt.setFocus()
    QTest.keyClicks(form.prompt, "Steam rises")
    assert wish(hub).generation.prompt == "", "half typed, it is nobody's wish yet"
    QTest.keyClick(form.prompt, Key.Key_Return)
    assert wish(hub).generation == Generation("Wan2.1-FLF2V", "Steam rises", "gaussian")


def test_what_is_being_typed_counts_when_the_panel_closes(panel: SeamPanel, hub: Hub, qtbot: QtBot) -> None:
    choose(panel, hub, qtbot, Level.MOTION)
    qtbot.waitUntil(panel.generating.prompt.isVisible)
    panel.generating.prompt.setFocus()
    QTest.keyClicks(panel.generating.prompt, "Rain falls")
    panel.hide()
    assert wish(hub).generation.prompt == "Rain falls"


def test_the_slides_show_what_is_one_with_what(pairing: PairingDialog) -> None:
    assert lines(pairing, 0) == [
        "1   Text: Rain · the same object",
        "–   Text: Clouds form · no partner",
        "2   Picture: Thing 3 · the same object",
    ]
    assert [line[0] for line in lines(pairing, 1)] == ["–", "1", "–", "2"]
    told = pairing.lists[0].item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Text: Rain, one with Text: Rain (pair 1): the same object"


def test_numbers_stand_beside_what_is_to_be_read(hub: Hub, qtbot: QtBot) -> None:
    picture = SlidePicture(hub, 16 / 9)
    qtbot.addWidget(picture)
    picture.resize(450, 254)
    lines = (
        Thing(2, "Kicker", Box(0.06, 0.07, 0.1, 0.03), 1),
        Thing(3, "Title", Box(0.06, 0.13, 0.4, 0.06), 2),
    )
    picture.show_slide("", lines, None)
    chips = picture.chips()
    assert chips.keys() == {2, 3}
    assert not chips[2].intersects(chips[3])
    for thing in lines:  # a number may touch the edge of an object, and covers nothing of it
        inside = picture.place(thing).adjusted(3, 0, -3, 0)
        assert not any(chip.intersects(inside) for chip in chips.values())


def test_the_name_of_what_is_undone_keeps_its_dots(pairing: PairingDialog, hub: Hub) -> None:
    title = "How old is the water in your glass, and where has it been before?"
    hub.session.edit("rename-scene", lambda now: edits.rename(now, "s2", title), 1, title)
    assert pairing.undo.text().endswith("…”")


def test_a_click_on_each_slide_makes_two_objects_one_and_can_be_undone(
    pairing: PairingDialog, hub: Hub
) -> None:
    click(pairing, 0, 4)
    assert "Now click what is the same on the other slide. Chosen: Text: Clouds form" in said(pairing)
    click(pairing, 1, 7)
    assert wish(hub).pairs == (ObjectPair(4, 7),)
    assert undoes(hub) == "pair-objects"
    assert "2   Text: Clouds form · you said so" in lines(pairing, 0)
    pairing.undo.click()
    assert wish(hub).pairs == ()
    assert "–   Text: Clouds form · no partner" in lines(pairing, 0)


def test_objects_are_paired_and_parted_by_keyboard(pairing: PairingDialog, hub: Hub) -> None:
    for side, words in ((0, "Clouds"), (1, "Snow")):
        pairing.lists[side].setFocus()
        at = row(pairing, side, words)
        QTest.keyClick(pairing.lists[side], Key.Key_Home)
        for _ in range(at):
            QTest.keyClick(pairing.lists[side], Key.Key_Down)
        assert pairing.lists[side].currentRow() == at
    assert pairing.pair.isEnabled()
    QTest.keyClick(pairing.pair, Key.Key_Space)
    assert wish(hub).pairs == (ObjectPair(4, 7),)
    pairing.lists[0].setCurrentRow(row(pairing, 0, "Rain"))
    QTest.keyClick(pairing.alone, Key.Key_Space)
    assert wish(hub).pairs == (ObjectPair(2, None), ObjectPair(4, 7))
    assert "–   Text: Rain · no partner, you said so" in lines(pairing, 0)
    QTest.keyClick(pairing.suggested, Key.Key_Space)
    assert wish(hub).pairs == (ObjectPair(4, 7),)
    QTest.keyClick(pairing.all_suggested, Key.Key_Space)
    assert wish(hub).pairs == ()
    assert undoes(hub) == "forget-pairs"


def test_a_click_beside_all_objects_lets_go(pairing: PairingDialog, hub: Hub) -> None:
    click(pairing, 0, 4)
    QTest.mouseClick(pairing.pictures[1], Button.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(2, 2))
    click(pairing, 1, 7)
    assert wish(hub).pairs == ()
    assert not pairing.pair.isEnabled()


def test_pages_that_were_taken_apart_show_their_parts(pairing: PairingDialog, hub: Hub, qtbot: QtBot) -> None:
    from renderers import page_plan

    made = hub.session.lecture
    assert made is not None
    step = page_plan.layers_step(made.scene("s2"), made, PREVIEW, MEANS)
    parts = [[7, "text", 0, 0, 640, 360, 0.0], [8, "picture", 640, 360, 640, 360, 12.5]]
    hub.workbench.feed({step.key: {"objects": parts, "width": 1280, "height": 720, "why": ""}})
    qtbot.waitUntil(lambda: len(lines(pairing, 1)) == 2)
    found = pairing._pairing.thing(1, 8)  # pyright: ignore[reportPrivateUsage]
    assert found is not None
    assert found.box == Box(0.5, 0.5, 0.5, 0.5)


def test_what_was_found_by_its_look_is_shown_with_its_partner(
    pairing: PairingDialog, hub: Hub, qtbot: QtBot
) -> None:
    step = hub.workbench.cut_step("s2")
    assert step is not None
    found = [[2, 2, "shape id and name"], [3, 3, "same picture"], [4, 7, "look"]]
    record = {"requested": 3, "delivered": 3, "style": "dissolve", "reasons": [], "scores": {}}
    hub.workbench.feed({step.key: {**record, "pairs": found}})
    qtbot.waitUntil(lambda: "2   Text: Clouds form · they look alike" in lines(pairing, 0))
    click(pairing, 0, 2)
    click(pairing, 1, 7)
    assert "–   Text: Clouds form · no partner" in lines(pairing, 0), "its partner has another one now"


def test_it_closes_with_its_change_and_writes_nothing_in_a_lecture_that_is_only_read(
    pairing: PairingDialog, hub: Hub
) -> None:
    hub.session.read_only = True
    hub.session.history_changed.emit()
    pairing.lists[0].setCurrentRow(0)
    assert not pairing.alone.isEnabled()
    hub.session.read_only = False
    hub.session.edit("remove-scenes", lambda now: edits.remove(now, ["s2"]))
    assert not pairing.isVisible()


def test_a_fallback_that_is_foretold_stands_at_a_glance(panel: SeamPanel, hub: Hub, qtbot: QtBot) -> None:
    from ui.changes import told
    from ui.changes.glance import glance

    choose(panel, hub, qtbot, Level.MOTION)
    made, timeline = hub.session.lecture, hub.workbench.timeline
    assert made is not None
    assert timeline is not None
    seam = next(each for each in glance(made, timeline, hub.workbench.scene).seams if each.scene == "s2")
    assert (seam.requested, seam.delivered, seam.why) == (Level.MOTION, Level.MOVE, "fell")
    assert "Asked 5 AI motion, the video shows 3 Move. No video model is installed" in told.line(seam)


def test_a_level_that_fell_is_named_once_with_the_reason(panel: SeamPanel, hub: Hub, qtbot: QtBot) -> None:
    choose(panel, hub, qtbot, Level.MOVE)
    qtbot.waitUntil(lambda: hub.workbench.cut_step("s2") is not None)
    step = hub.workbench.cut_step("s2")
    assert step is not None
    reasons = ["Move: no object of one slide stands on the other", "Hold: the slides share too little"]
    record = {"requested": 3, "delivered": 1, "style": "dissolve", "reasons": reasons, "scores": None}
    hub.workbench.feed({step.key: record})
    told = (
        "You chose Move; the video will show Dissolve: no object of one slide stands on the other; Hold: the"
    )
    qtbot.waitUntil(lambda: told in said(panel))


def test_what_was_measured_of_objects_stands_under_details(panel: SeamPanel, hub: Hub, qtbot: QtBot) -> None:
    choose(panel, hub, qtbot, Level.MOVE)
    qtbot.waitUntil(lambda: hub.workbench.cut_step("s2") is not None)
    step = hub.workbench.cut_step("s2")
    assert step is not None
    scores: dict[str, Any] = {"persistence": 0.93, "gaps": 0, "copies": 1, "sharpness": None}
    record = {"requested": 3, "delivered": 3, "style": "dissolve", "reasons": [], "scores": scores}
    hub.workbench.feed({step.key: record})
    qtbot.waitUntil(lambda: "Nothing that both slides have disappears on the way." in said(panel))
    QTest.mouseClick(panel.result.details, Button.LeftButton)
    assert "Seen of each object on its way: at least 93%" in said(panel)
    assert "Sharpness" not in said(panel)


def pick(box: Any, value: str) -> None:
    """Choose in a list that drops down, with the keyboard."""
    box.setFocus()
    while box.currentData() != value:
        before = box.currentIndex()
        QTest.keyClick(box, Key.Key_Down if box.findData(value) > before else Key.Key_Up)
        assert box.currentIndex() != before
