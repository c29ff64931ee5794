"""The storyboard: choosing, moving, naming and hiding scenes as a person does it, with pointer and keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from statistics import median
from time import thread_time

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from studio import edits
from studio.lecture import Lecture, Level, Paragraph, Script
from tests.fakes import lecture, slide
from tests.ui.laid_out import open_made, put_pictures
from ui.hub import Hub
from ui.pictures import Pictures
from ui.storyboard import Storyboard
from ui.storyboard.rows import Row

Key, Button, Modifier = Qt.Key, Qt.MouseButton, Qt.KeyboardModifier


def water() -> Lecture:
    """Five scenes in two sections; the second has private notes, the fourth nothing to say."""
    private = Script((Paragraph("The sun warms the sea."), Paragraph("Ask Mia.", private=True)), "en")
    scenes = [
        slide(1, "Welcome.", section="Start"),
        replace(slide(2, section="Start"), script=private),
        slide(3, "Vapour rises.", section="Sky"),
        slide(4, section="Sky"),
        slide(5, "Rain falls.", section="Sky"),
    ]
    return lecture(*scenes)


@pytest.fixture
def board(hub: Hub, qtbot: QtBot) -> Iterator[Storyboard]:
    """A storyboard tall enough for all of the lecture, which is laid out."""
    made = Storyboard(hub)
    qtbot.addWidget(made)
    made.resize(280, 1400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    open_made(hub, qtbot, water())
    made.view.setFocus()
    yield made
    for menu in made.findChildren(QMenu):
        menu.close()


def rect(board: Storyboard, kind: str, scene: str) -> QRect:
    """Where a row stands in the list."""
    model = board.view.model()
    for number, row in enumerate(model.rows):  # pyright: ignore[reportAttributeAccessIssue]
        if row == Row(kind, scene):  # pyright: ignore[reportArgumentType]
            return board.view.visualRect(model.index(number, 0))
    raise AssertionError(f"no {kind} at {scene}")


def click(board: Storyboard, kind: str, scene: str, keys: Modifier = Modifier.NoModifier) -> None:
    QTest.mouseClick(board.view.viewport(), Button.LeftButton, keys, rect(board, kind, scene).center())


def press(board: Storyboard, key: Key, keys: Modifier = Modifier.NoModifier) -> None:
    QTest.keyClick(board.view, key, keys)


def drag(board: Storyboard, scene: str, to: QPoint, drop: bool = True) -> None:
    """Take a card by its middle and carry it to a point."""
    port, start = board.view.viewport(), rect(board, "scene", scene).center()
    QTest.mousePress(port, Button.LeftButton, Modifier.NoModifier, start)
    for part in (0.3, 0.7, 1.0):
        at = start + (to - start) * part
        QTest.mouseMove(port, at)
    if drop:
        QTest.mouseRelease(port, Button.LeftButton, Modifier.NoModifier, to)


def above(board: Storyboard, scene: str) -> QPoint:
    """A point in the upper half of a card."""
    return rect(board, "scene", scene).center() - QPoint(0, 40)


def below(board: Storyboard, scene: str) -> QPoint:
    """A point in the lower half of a card."""
    return rect(board, "scene", scene).center() + QPoint(0, 40)


def order(hub: Hub) -> str:
    assert hub.session.lecture is not None
    return "".join(scene.id[1:] for scene in hub.session.lecture.scenes)


def steps(hub: Hub) -> int:
    """How many times one can undo."""
    assert hub.session.history is not None
    return hub.session.history.done


def spoken(board: Storyboard) -> list[str]:
    """What a screen reader reads, row by row."""
    model = board.view.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def field(board: Storyboard) -> QLineEdit:
    """The field in which something is being renamed."""
    found = [each for each in board.view.viewport().findChildren(QLineEdit) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def write(board: Storyboard, qtbot: QtBot, text: str, end: Key = Key.Key_Return) -> None:
    """Type a name and wait until the field has gone."""
    QTest.keyClicks(field(board), text)
    with qtbot.waitSignal(board.view.naming_ended):
        QTest.keyClick(field(board), end)


def test_every_row_can_be_read_aloud(board: Storyboard, hub: Hub) -> None:
    hub.session.edit("hide-scenes", lambda now: edits.set_hidden(now, ["s3"], True))
    told = spoken(board)
    assert told[0].startswith("Section Start, 2 scene")
    assert told[1].startswith("Scene 1, Slide 1, ")
    assert told[2] == "Change to scene 2: Hold, suggested"
    assert told[3].endswith("Private notes")
    assert next(each for each in told if each.startswith("Scene 3")).endswith("Hidden")
    assert next(each for each in told if each.startswith("Scene 4")).endswith("Silent")


def test_a_scene_that_needs_attention_says_so(board: Storyboard) -> None:
    board.show_attention(frozenset({"s5"}))
    assert next(told for told in spoken(board) if told.startswith("Scene 5")).endswith("Needs attention")
    board.show_attention(frozenset())
    assert not any("attention" in told for told in spoken(board))


def test_a_click_shows_a_scene_and_more_clicks_select_several(board: Storyboard, hub: Hub) -> None:
    click(board, "scene", "s2")
    assert (hub.session.current, hub.session.selection) == ("s2", ("s2",))
    click(board, "scene", "s4", Modifier.ControlModifier)
    assert hub.session.selection == ("s2", "s4")
    click(board, "scene", "s2", Modifier.ControlModifier)
    assert hub.session.selection == ("s4",)
    click(board, "scene", "s1", Modifier.ShiftModifier)
    assert hub.session.selection == ("s1", "s2", "s3", "s4")
    click(board, "scene", "s1")
    assert hub.session.selection == ("s1",)


def test_the_arrow_keys_go_from_scene_to_scene(board: Storyboard, hub: Hub) -> None:
    press(board, Key.Key_Down)
    press(board, Key.Key_Down)
    assert hub.session.selection == ("s3",)
    press(board, Key.Key_Down, Modifier.ShiftModifier)
    press(board, Key.Key_Down, Modifier.ShiftModifier)
    assert hub.session.selection == ("s3", "s4", "s5")
    press(board, Key.Key_Up, Modifier.ShiftModifier)
    assert hub.session.selection == ("s3", "s4")
    press(board, Key.Key_End)
    assert hub.session.selection == ("s5",)
    press(board, Key.Key_Home, Modifier.ShiftModifier)
    assert len(hub.session.selection) == 5


def test_a_click_on_a_change_tells_which_and_where(board: Storyboard, hub: Hub, qtbot: QtBot) -> None:
    with qtbot.waitSignal(board.seam_activated) as told:
        click(board, "seam", "s3")
    scene, place = told.args
    row = rect(board, "seam", "s3")
    assert scene == hub.session.seam == "s3"
    assert QRect(board.view.viewport().mapToGlobal(row.topLeft()), row.size()).contains(place)


def test_home_and_end_are_keys_of_the_list_while_one_is_in_it(
    board: Storyboard, hub: Hub, qtbot: QtBot
) -> None:
    board.addActions([hub.actions.to_start, hub.actions.to_end])
    with qtbot.assertNotEmitted(hub.actions.to_end.triggered):
        press(board, Key.Key_End)
    assert hub.session.current == "s5"


def test_changes_are_reached_with_the_keyboard_alone(board: Storyboard, hub: Hub, qtbot: QtBot) -> None:
    press(board, Key.Key_Down)
    press(board, Key.Key_Left)
    press(board, Key.Key_Down)
    assert hub.session.seam == "s3"
    with qtbot.waitSignal(board.seam_activated) as told:
        press(board, Key.Key_Return)
    assert told.args[0] == "s3"
    press(board, Key.Key_Right)
    assert hub.session.seam == ""
    assert hub.session.current == "s3"


def test_the_menu_leads_to_the_change_before_the_current_scene(
    board: Storyboard, hub: Hub, qtbot: QtBot
) -> None:
    hub.session.select(["s5"])
    with qtbot.waitSignal(board.seam_activated) as told:
        hub.actions.edit_cut.trigger()
    assert told.args[0] == "s5"
    hub.session.select(["s1"])
    with qtbot.assertNotEmitted(board.seam_activated):
        hub.actions.edit_cut.trigger()


def test_only_changes_out_of_the_ordinary_carry_a_label(board: Storyboard, hub: Hub, qtbot: QtBot) -> None:
    made = edits.set_level(edits.set_style(water(), "s3", "push"), "s5", Level.MOVE)
    open_made(hub, qtbot, made, delivered={"s4": 1})
    qtbot.waitUntil(lambda: (hub.workbench.checked("s4") or {}).get("delivered") == 1)
    seams = {name: board.view.model().seam(name) for name in ("s2", "s3", "s4", "s5")}  # pyright: ignore
    assert seams["s2"].label == ""
    assert seams["s3"].label == "Push"
    assert seams["s4"].label == "Hold → Dissolve"
    assert "share 12 %" in seams["s4"].tip
    assert seams["s5"].label == "Move"


def test_what_cannot_be_drawn_is_told_before_it_was_checked(
    board: Storyboard, hub: Hub, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(hub.workbench.findings_changed):
        hub.session.edit("set-level", lambda now: edits.set_level(now, "s4", Level.MOTION))
    seam = board.view.model().seam("s4")  # pyright: ignore[reportAttributeAccessIssue]
    assert seam.label == "AI motion → Move"
    assert "the video shows Move" in seam.spoken
    assert "there is no picture on the slide before" in seam.tip


def test_a_scene_is_renamed_where_it_stands(board: Storyboard, hub: Hub, qtbot: QtBot) -> None:
    click(board, "scene", "s2")
    hub.actions.rename.trigger()
    assert field(board).text() == "Slide 2"
    write(board, qtbot, "The sea")
    assert hub.session.scene is not None
    assert hub.session.scene.title == "The sea"
    hub.session.undo()
    assert hub.session.scene.title == "Slide 2"


def test_escape_leaves_a_title_as_it_was(board: Storyboard, hub: Hub, qtbot: QtBot) -> None:
    hub.actions.rename.trigger()
    write(board, qtbot, "Nonsense", Key.Key_Escape)
    assert hub.session.scene is not None
    assert hub.session.scene.title == "Slide 1"
    assert steps(hub) == 0


def test_letters_that_play_elsewhere_are_letters_in_a_title(
    board: Storyboard, hub: Hub, qtbot: QtBot
) -> None:
    board.addActions([hub.actions.play_pause, hub.actions.back, hub.actions.to_start])
    hub.actions.rename.trigger()
    write(board, qtbot, "j k l ")
    assert hub.session.scene is not None
    assert hub.session.scene.title == "j k l"
    assert not hub.playback.playing


def test_a_picture_that_arrives_does_not_disturb_who_types(board: Storyboard, hub: Hub, qtbot: QtBot) -> None:
    hub.actions.rename.trigger()
    QTest.keyClicks(field(board), "The be")
    hub.workbench.findings_changed.emit(frozenset({"s1"}))
    write(board, qtbot, "ginning")
    assert hub.session.scene is not None
    assert hub.session.scene.title == "The beginning"


def test_a_section_is_started_and_named_in_one_step(board: Storyboard, hub: Hub, qtbot: QtBot) -> None:
    click(board, "scene", "s4")
    hub.actions.start_section.trigger()
    write(board, qtbot, "Clouds")
    qtbot.waitUntil(lambda: any(told.startswith("Section Clouds, 2") for told in spoken(board)))
    assert steps(hub) == 1


@pytest.mark.parametrize("end", [Key.Key_Escape, Key.Key_Return])
def test_a_section_without_a_name_is_none(board: Storyboard, hub: Hub, qtbot: QtBot, end: Key) -> None:
    rows, refused = len(spoken(board)), list[object]()
    hub.session.refused.connect(refused.append)
    click(board, "scene", "s4")
    hub.actions.start_section.trigger()
    assert len(spoken(board)) == rows + 1
    write(board, qtbot, "", end)
    qtbot.waitUntil(lambda: len(spoken(board)) == rows)
    assert (steps(hub), refused) == (0, [])


def test_a_section_is_renamed_and_joined(board: Storyboard, hub: Hub, qtbot: QtBot) -> None:
    click(board, "scene", "s4")
    hub.actions.rename_section.trigger()
    assert field(board).text() == "Sky"
    write(board, qtbot, "Air")
    assert hub.session.lecture is not None
    assert {scene.section for scene in hub.session.lecture.scenes} == {"Start", "Air"}
    hub.actions.join_section.trigger()
    assert {scene.section for scene in hub.session.lecture.scenes} == {"Start"}
    assert steps(hub) == 2


def test_a_nameless_lecture_gets_its_first_section(board: Storyboard, hub: Hub, qtbot: QtBot) -> None:
    open_made(hub, qtbot, lecture(slide(1, "One."), slide(2, "Two.")))
    hub.actions.rename_section.trigger()
    write(board, qtbot, "All of it")
    qtbot.waitUntil(lambda: spoken(board)[0].startswith("Section All of it, 2 scene"))


def test_a_click_on_a_heading_folds_its_scenes_away(board: Storyboard, hub: Hub) -> None:
    click(board, "heading", "s3")
    assert not any(told.startswith("Scene 4") for told in spoken(board))
    assert any(told.endswith("folded") for told in spoken(board))
    hub.session.select(["s4"])
    assert any(told.startswith("Scene 4") for told in spoken(board)), "the current scene must be seen"


def test_scenes_are_dragged_to_another_place_in_one_step(board: Storyboard, hub: Hub) -> None:
    drag(board, "s5", above(board, "s1"))
    assert order(hub) == "51234"
    assert steps(hub) == 1
    hub.session.undo()
    assert order(hub) == "12345"


def test_all_selected_scenes_move_together(board: Storyboard, hub: Hub) -> None:
    click(board, "scene", "s1")
    click(board, "scene", "s3", Modifier.ControlModifier)
    drag(board, "s3", below(board, "s5"))
    assert order(hub) == "24513"
    assert hub.session.selection == ("s1", "s3")


def test_a_drag_that_ends_where_it_began_changes_nothing(board: Storyboard, hub: Hub) -> None:
    drag(board, "s2", below(board, "s2"))
    assert (order(hub), steps(hub)) == ("12345", 0)


def test_escape_ends_a_drag(board: Storyboard, hub: Hub) -> None:
    drag(board, "s5", above(board, "s1"), drop=False)
    press(board, Key.Key_Escape)
    QTest.mouseRelease(board.view.viewport(), Button.LeftButton, Modifier.NoModifier, above(board, "s1"))
    assert (order(hub), steps(hub)) == ("12345", 0)


def test_nothing_moves_in_a_lecture_that_is_only_read(board: Storyboard, hub: Hub, qtbot: QtBot) -> None:
    hub.session.open(water(), read_only=True)
    drag(board, "s5", above(board, "s1"), drop=False)
    assert board.view.viewport().cursor().shape() is not Qt.CursorShape.ClosedHandCursor
    QTest.mouseRelease(board.view.viewport(), Button.LeftButton, Modifier.NoModifier, above(board, "s1"))
    hub.actions.rename.trigger()
    assert (order(hub), steps(hub)) == ("12345", 0)
    assert not board.view.viewport().findChildren(QLineEdit)


def test_what_is_dragged_when_another_lecture_is_opened_or_an_edit_is_taken_back_is_let_go(
    board: Storyboard, hub: Hub
) -> None:
    drag(board, "s5", above(board, "s1"), drop=False)
    hub.session.open(water())
    QTest.mouseRelease(board.view.viewport(), Button.LeftButton, Modifier.NoModifier, above(board, "s1"))
    assert steps(hub) == 0
    drag(board, "s5", above(board, "s1"))
    drag(board, "s2", above(board, "s5"), drop=False)
    hub.session.undo()
    QTest.mouseRelease(board.view.viewport(), Button.LeftButton, Modifier.NoModifier, above(board, "s1"))
    assert steps(hub) == 0


def test_the_list_scrolls_while_one_drags_to_its_edge(hub: Hub, qtbot: QtBot) -> None:
    board = Storyboard(hub)
    qtbot.addWidget(board)
    board.resize(280, 500)
    board.show()
    hub.session.open(lecture(*(slide(number) for number in range(1, 30))))
    bar = board.view.verticalScrollBar()
    drag(board, "s1", QPoint(140, board.view.viewport().height() - 4), drop=False)
    qtbot.waitUntil(lambda: bar.value() > 400)
    QTest.mouseRelease(board.view.viewport(), Button.LeftButton, Modifier.NoModifier, QPoint(140, 200))
    assert hub.session.lecture is not None
    assert hub.session.lecture.scenes[0].id == "s2"


def test_the_current_scene_is_scrolled_to(hub: Hub, qtbot: QtBot) -> None:
    board = Storyboard(hub)
    qtbot.addWidget(board)
    board.resize(280, 500)
    board.show()
    hub.session.open(lecture(*(slide(number) for number in range(1, 30))))
    hub.session.select(["s25"])
    assert board.view.viewport().rect().contains(rect(board, "scene", "s25"))


def test_only_the_scene_that_changed_is_told_of(board: Storyboard, hub: Hub) -> None:
    told: list[int] = []
    model = board.view.model()
    model.dataChanged.connect(lambda first, last: told.extend(range(first.row(), last.row() + 1)))
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    hub.session.edit("rename-scene", lambda now: edits.rename(now, "s4", "Snow"))
    assert {model.rows[row].scene for row in told} == {"s4"}  # pyright: ignore[reportAttributeAccessIssue]
    assert not resets


class Asked(Pictures):
    """Pictures that remember which pages were asked for, and have none."""

    def __init__(self) -> None:
        super().__init__(None)
        self.keys: set[str] = set()

    def image(self, key: str | None, width: int, height: int) -> QImage | None:
        self.keys |= {key} if key else set()
        return None


def test_pictures_are_asked_for_only_near_what_is_seen(hub: Hub, qtbot: QtBot) -> None:
    asked = Asked()
    board = Storyboard(replace(hub, pictures=asked))
    qtbot.addWidget(board)
    board.resize(280, 600)
    board.show()
    open_made(hub, qtbot, lecture(*(slide(number, "One.") for number in range(1, 101))))
    key = hub.workbench.page_key
    qtbot.waitUntil(lambda: key("s5") in asked.keys)  # the fourth is the last that is seen in part
    board.view.verticalScrollBar().setValue(board.view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: key("s96") in asked.keys)
    assert key("s100") in asked.keys
    assert len(asked.keys) < 20


class Paints(QObject):
    """Remembers which parts of a widget are painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.places: list[QRect] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.places.append(event.rect())
        return False


def test_a_thumbnail_stands_on_its_card_as_soon_as_it_arrives(
    board: Storyboard, hub: Hub, qtbot: QtBot
) -> None:
    port, middle = board.view.viewport(), rect(board, "scene", "s1").center() - QPoint(0, 30)
    before = port.grab().toImage().pixelColor(middle)
    paints = Paints(port)
    port.update()
    qtbot.waitUntil(lambda: port.rect() in paints.places)  # nothing else is waiting to be painted
    key = hub.workbench.page_key("s1")
    assert key is not None
    image = QImage(256, 144, QImage.Format.Format_RGB32)
    image.fill(QColor("#aa3300"))
    hub.pictures.put(key, image)
    card = rect(board, "scene", "s1")
    qtbot.waitUntil(lambda: any(place != port.rect() and place.intersects(card) for place in paints.places))
    after = port.grab().toImage().pixelColor(middle)
    assert before.name() != "#aa3300"
    assert after.name() == "#aa3300"


def test_an_empty_storyboard_says_what_to_do(hub: Hub, qtbot: QtBot) -> None:
    board = Storyboard(hub)
    qtbot.addWidget(board)
    board.show()
    assert not board.view.isVisible()
    with qtbot.waitSignal(hub.actions.import_file.triggered):
        QTest.mouseClick(board.findChild(QPushButton), Button.LeftButton)


def test_the_menu_of_a_card_holds_the_actions_of_the_program(board: Storyboard, hub: Hub) -> None:
    place = rect(board, "scene", "s3").center()
    QTest.mouseClick(board.view.viewport(), Button.RightButton, Modifier.NoModifier, place)
    board.view.menu_wanted.emit(Row("scene", "s3"), board.view.viewport().mapToGlobal(place))
    menu = next(each for each in board.findChildren(QMenu) if each.isVisible())
    assert hub.session.selection == ("s3",)
    wanted = {hub.actions.cut, hub.actions.paste, hub.actions.hide, hub.actions.start_section}
    assert wanted <= set(menu.actions())


def test_five_hundred_scenes_stay_smooth(hub: Hub, qtbot: QtBot) -> None:
    board = Storyboard(hub)
    qtbot.addWidget(board)
    board.resize(280, 900)
    board.show()
    many = lecture(*(slide(number, "One.", section=f"Part {number // 50}") for number in range(500)))
    open_made(hub, qtbot, many)
    put_pictures(hub, many, 256, 144)
    bar, took = board.view.verticalScrollBar(), list[float]()
    for value in range(0, bar.maximum(), bar.maximum() // 40):
        start = thread_time()
        bar.setValue(value)
        board.view.viewport().repaint()
        took.append(thread_time() - start)
    start = thread_time()
    hub.session.edit("rename-scene", lambda now: edits.rename(now, "s250", "Snow"))
    hub.session.edit("move-scenes", lambda now: edits.move(now, ["s3"], 400))
    edited = thread_time() - start
    print(f"500 scenes: a scrolled page {median(took) * 1000:.1f} ms, two edits {edited * 1000:.1f} ms")
    assert median(took) < 0.05
    assert edited < 0.1


def test_the_current_scene_stays_in_sight_when_the_panes_get_lower(
    board: Storyboard, hub: Hub, qtbot: QtBot
) -> None:
    hub.session.select(["s4"])
    board.resize(280, 320)
    qtbot.waitUntil(lambda: board.view.viewport().rect().contains(rect(board, "scene", "s4").center()))
