"""The timeline as a teacher uses it: with the pointer, with the keyboard, with a screen reader."""

from __future__ import annotations

import time
from collections.abc import Callable
from fractions import Fraction

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from studio import edits
from studio.lecture import Asset, Lecture, Level, Recording, Transition
from tests.fakes import lecture, slide
from tests.ui.laid_out import open_made, put_pictures
from ui.hub import Hub
from ui.timeline import TimelinePane
from ui.timeline.layout import Scale, badge_centre
from ui.timeline.strip import Item
from ui.timeline.view import TimelineView

KEY = Qt.Key
PLAIN = Qt.KeyboardModifier.NoModifier
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def lesson() -> Lecture:
    return lecture(
        slide(1, "Rain falls. Rivers run."),
        slide(2, transition=Transition(requested=Level.WHOLE, duration=Fraction(1))),
        slide(3, "The sun shines."),
        slide(
            4, "Snow is slow.", recording=Recording(Asset("ab" * 32, "me.wav", "audio/wav", 1), Fraction(1))
        ),
    )


@pytest.fixture
def pane(hub: Hub, qtbot: QtBot) -> TimelinePane:
    """A timeline with a lecture of which everything is made, four pixels a frame."""
    made = TimelinePane(hub)
    qtbot.addWidget(made)
    made.resize(1200, 300)
    made.show()
    open_made(hub, qtbot, lesson())
    qtbot.waitUntil(lambda: laid_out(made.view))
    made.view.show_scale(Scale(4.0))
    made.activateWindow()
    return made


@pytest.fixture
def view(pane: TimelinePane) -> TimelineView:
    """The painted part of the pane."""
    return pane.view


def laid_out(view: TimelineView) -> bool:
    timeline = view.hub.workbench.timeline
    return (
        timeline is not None
        and view.strip.length == timeline.length
        and view.strip.pieces[0].clip.take.measured
    )


def place(view: TimelineView, frame: float, row: str = "scenes", down: float = 0.8) -> QPoint:
    """A point in a row, at a frame; `down` is the share of the row's height."""
    top, height = view.rows.row(row)  # pyright: ignore[reportArgumentType]
    return QPoint(round(view.scale.x(frame)), round(top + height * down))


def press(view: TimelineView, at: QPoint, move: int = 0, let_go: bool = True) -> None:
    """Press at a point, drag so many pixels to the right, and let go."""
    port = view.viewport()
    QTest.mousePress(port, LEFT, pos=at)
    for part in (1, 2) if move else ():
        QTest.mouseMove(port, at + QPoint(move * part // 2, 0))
    if let_go:
        QTest.mouseRelease(port, LEFT, pos=at + QPoint(move, 0))


def clip(view: TimelineView, scene: str) -> QPoint:
    """Where a scene begins and ends, in frames."""
    piece = view.strip.piece(scene)
    assert piece is not None
    return QPoint(piece.start, piece.stop)


def focused(view: TimelineView) -> str:
    """What a screen reader says has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    assert widget is view or view.isAncestorOf(widget)
    return widget.accessibleName()


def seam_length(hub: Hub, scene: str) -> Fraction | None:
    assert hub.session.lecture is not None
    return hub.session.lecture.scene(scene).transition.duration


def test_a_click_seeks_and_selects_the_scene(hub: Hub, view: TimelineView, qtbot: QtBot) -> None:
    start, stop = clip(view, "s3").toTuple()
    target = (start + stop) // 2
    view.scroll_by(round(view.scale.x(target)) - 400)
    press(view, place(view, target))
    assert hub.session.selection == ("s3",)
    assert hub.session.current == "s3"
    qtbot.waitUntil(lambda: abs(hub.playback.position - target) <= 2)


def test_a_drag_on_the_ruler_scrubs_and_draws_only_the_last_place_of_a_moment(
    hub: Hub, view: TimelineView, qtbot: QtBot
) -> None:
    seen: list[int] = []
    hub.playback.moved.connect(seen.append)
    view.gestures.snap = False
    press(view, place(view, 20, "ruler"), let_go=False)
    for x in range(100, 500, 4):
        QTest.mouseMove(view.viewport(), QPoint(x, 5))
    qtbot.waitUntil(lambda: hub.playback.position == 496 // 4)
    assert len(seen) < 20
    assert hub.session.history is not None
    assert hub.session.history.undoes is None


def test_scrubbing_snaps_to_where_a_sentence_begins_unless_told_otherwise(
    hub: Hub, pane: TimelinePane, qtbot: QtBot
) -> None:
    view = pane.view
    second = view.strip.pieces[0].sentences[1].start
    press(view, place(view, second, "ruler") + QPoint(5, 0))
    qtbot.waitUntil(lambda: hub.playback.position == second)
    QTest.mouseClick(pane.snap, LEFT)
    press(view, place(view, second, "ruler") + QPoint(5, 0))
    qtbot.waitUntil(lambda: hub.playback.position == second + 1)


def test_dragging_the_end_of_a_change_sets_its_length_in_one_step(
    hub: Hub, view: TimelineView, qtbot: QtBot
) -> None:
    piece = view.strip.piece("s2")
    assert piece is not None
    before = clip(view, "s3").x()
    press(view, place(view, piece.body), move=4 * 12)
    assert seam_length(hub, "s2") == Fraction(42, 30)
    qtbot.waitUntil(lambda: clip(view, "s3").x() == before + 12)
    hub.session.undo()
    assert seam_length(hub, "s2") == Fraction(1)
    assert hub.session.history is not None
    assert hub.session.history.undoes is None


def test_what_is_behind_a_dragged_edge_moves_with_the_pointer_at_once(hub: Hub, view: TimelineView) -> None:
    piece = view.strip.piece("s2")
    assert piece is not None
    behind = view.scale.x(piece.stop)
    press(view, place(view, piece.body), move=40, let_go=False)
    assert view.scale.x(piece.stop) == behind + 40
    assert hub.workbench.timeline is not None
    assert hub.workbench.timeline.clips[2].frames.start == piece.stop


def test_no_change_is_dragged_beyond_ten_seconds(hub: Hub, view: TimelineView) -> None:
    piece = view.strip.piece("s2")
    assert piece is not None
    press(view, place(view, piece.body), move=4 * 600)
    assert seam_length(hub, "s2") == 10


def test_escape_takes_a_drag_back(hub: Hub, view: TimelineView, qtbot: QtBot) -> None:
    piece = view.strip.piece("s2")
    assert piece is not None
    press(view, place(view, piece.body), move=60, let_go=False)
    qtbot.waitUntil(lambda: seam_length(hub, "s2") != 1)
    QTest.keyClick(view.viewport(), KEY.Key_Escape)
    assert seam_length(hub, "s2") == 1
    assert hub.session.history is not None
    assert hub.session.history.undoes is None
    QTest.mouseRelease(view.viewport(), LEFT, pos=QPoint(10, 10))
    assert seam_length(hub, "s2") == 1


def test_a_scene_that_is_taken_out_while_its_edge_is_held_is_let_go(hub: Hub, view: TimelineView) -> None:
    press(view, place(view, clip(view, "s2").y()) - QPoint(2, 0), move=40, let_go=False)
    assert view.gestures.dragging
    hub.session.edit("remove-scenes", lambda lecture: edits.remove(lecture, ["s2"]))
    assert not view.gestures.dragging
    view.reveal(clip(view, "s4").y() - 100, clip(view, "s4").y())
    frames = view.strip.frames(Item("recording", "s4"))
    assert frames is not None
    press(view, place(view, frames.stop, "speech", 0.5), move=-20, let_go=False)
    assert view.gestures.dragging
    hub.session.edit("remove-recording", lambda lecture: edits.remove_recording(lecture, "s4"))
    assert not view.gestures.dragging


def test_dragging_the_end_of_a_scene_lets_it_stay_longer(hub: Hub, view: TimelineView, qtbot: QtBot) -> None:
    start, stop = clip(view, "s2").toTuple()
    press(view, place(view, stop) - QPoint(2, 0), move=80 + 2)
    qtbot.waitUntil(lambda: clip(view, "s2") == QPoint(start, stop + 20))
    assert hub.session.lecture is not None
    assert hub.session.lecture.scene("s2").least is not None


def test_a_scene_gets_no_shorter_than_its_narration_and_says_so(
    hub: Hub, view: TimelineView, pane: TimelinePane
) -> None:
    _, stop = clip(view, "s1").toTuple()
    press(view, place(view, stop) - QPoint(2, 0), move=-100, let_go=False)
    assert "narration" in pane.hint.text()
    assert view.scale.stretch is None
    QTest.mouseRelease(view.viewport(), LEFT, pos=place(view, stop - 100))
    assert hub.session.lecture is not None
    assert hub.session.lecture.scene("s1").least is None


def test_both_ends_of_a_recording_can_be_trimmed(hub: Hub, view: TimelineView) -> None:
    frames = view.strip.frames(Item("recording", "s4"))
    assert frames is not None
    view.gestures.snap = False
    view.reveal(frames.start, frames.start + 100)
    press(view, place(view, frames.start, "speech", 0.5) + QPoint(1, 0), move=4 * 15)
    assert trims(hub) == (Fraction(3, 2), 0)
    view.reveal(frames.stop - 100, frames.stop)
    press(view, place(view, frames.stop, "speech", 0.5), move=-4 * 30)
    assert trims(hub)[1] == 1


def trims(hub: Hub) -> tuple[Fraction, Fraction]:
    assert hub.session.lecture is not None
    recording = hub.session.lecture.scene("s4").recording
    assert recording is not None
    return recording.trim_start, recording.trim_end


def test_a_lecture_that_is_only_read_cannot_be_dragged(hub: Hub, pane: TimelinePane) -> None:
    hub.session.read_only = True
    piece = pane.view.strip.piece("s2")
    assert piece is not None
    press(pane.view, place(pane.view, piece.body), move=60)
    assert seam_length(hub, "s2") == 1
    assert "read only" in pane.hint.text()


def test_a_double_click_on_a_seam_asks_for_its_panel_beside_it(
    hub: Hub, pane: TimelinePane, qtbot: QtBot
) -> None:
    view = pane.view
    piece = view.strip.piece("s3")
    assert piece is not None
    view.reveal(piece.start, piece.stop)
    at = QPoint(round(badge_centre(view.scale, piece)), round(view.rows.badges))
    with qtbot.waitSignal(pane.seam_activated) as told:
        QTest.mouseDClick(view.viewport(), LEFT, pos=at)
    scene, where = told.args or ("", QRect())
    assert scene == "s3"
    assert where.contains(view.viewport().mapToGlobal(at))
    assert hub.session.seam == "s3"


def test_tab_walks_all_clips_in_time_and_then_leaves(view: TimelineView, pane: TimelinePane) -> None:
    view.setFocus()
    heard: list[str] = []
    for _ in view.strip.items:
        QTest.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
        heard.append(focused(view))
    assert heard[0].startswith("Scene 1: Slide 1")
    assert heard[1:3] == ["Caption: Rain falls.", "Caption: Rivers run."]
    assert heard[3].startswith("Change to scene 2: 1 Whole slide, set by you, 1")
    assert any(name.startswith("Recording of scene 4") for name in heard)
    last = QApplication.focusWidget()
    QTest.keyClick(last, KEY.Key_Tab)
    assert QApplication.focusWidget() is not last
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
    assert QApplication.focusWidget() is not view.viewport()


def test_shift_tab_walks_back_to_the_timeline_itself(view: TimelineView) -> None:
    view.setFocus()
    QTest.keyClick(view, KEY.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Backtab)
    assert focused(view).startswith("Scene 1")
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    assert QApplication.focusWidget() is view
    assert focused(view).startswith("Timeline, 4")


def test_the_clip_with_the_focus_is_scrolled_into_view(view: TimelineView) -> None:
    view.focus(Item("scene", "s4"))
    stop = QApplication.focusWidget()
    assert stop is not None
    assert 0 <= stop.geometry().left() < view.viewport().width()
    before = stop.geometry().left()
    view.scroll_by(-50)
    assert stop.geometry().left() == before + 50


def test_enter_opens_a_seam_and_goes_to_anything_else(hub: Hub, pane: TimelinePane, qtbot: QtBot) -> None:
    view = pane.view
    view.focus(Item("seam", "s3"))
    with qtbot.waitSignal(pane.seam_activated) as told:
        QTest.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    assert (told.args or [""])[0] == "s3"
    view.focus(Item("caption", "s1", 1))
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    qtbot.waitUntil(lambda: hub.playback.position == view.strip.pieces[0].captions[1].start)
    assert hub.session.current == "s1"


def test_arrows_step_by_frames_until_a_clip_has_the_focus(hub: Hub, view: TimelineView) -> None:
    view.setFocus()
    hub.playback.seek(10)
    QTest.keyClick(view, KEY.Key_Right)
    assert hub.playback.position == 11
    view.focus(Item("scene", "s1"))
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Right)
    assert focused(view).startswith("Scene 2")
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Up)
    assert focused(view).startswith("Change to scene 2")
    assert hub.playback.position == 11


def test_alt_and_an_arrow_change_the_length_of_the_clip_and_say_it(
    hub: Hub, view: TimelineView, pane: TimelinePane, qtbot: QtBot
) -> None:
    view.focus(Item("seam", "s2"))
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Right, ALT)
    assert seam_length(hub, "s2") == Fraction(11, 10)
    qtbot.waitUntil(lambda: "1.1 s" in focused(view))
    assert "1.1 s" in pane.hint.toolTip() + pane.hint.text()
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), KEY.Key_Left, ALT)
    assert seam_length(hub, "s2") == Fraction(4, 5)
    view.focus(Item("scene", "s2"))
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Right, ALT)
    assert hub.session.lecture is not None
    assert hub.session.lecture.scene("s2").least == Fraction(51, 10)
    hub.session.undo()
    assert seam_length(hub, "s2") == Fraction(4, 5)
    hub.session.undo()
    assert seam_length(hub, "s2") == 1
    view.focus(Item("recording", "s4"))
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Left, ALT)
    assert trims(hub) == (1, Fraction(1, 10))


def test_what_is_told_of_a_clip_goes_with_the_focus(
    view: TimelineView, pane: TimelinePane, qtbot: QtBot
) -> None:
    view.focus(Item("seam", "s2"))
    view.focus(Item("scene", "s2"))
    assert pane.hint.text()
    pane.findChild(QToolButton).setFocus()
    qtbot.waitUntil(lambda: not pane.hint.text())


def test_a_plain_cut_says_that_it_has_no_length(hub: Hub, pane: TimelinePane, qtbot: QtBot) -> None:
    view = pane.view
    hub.session.edit("set-level", lambda made: edits.set_level(made, "s3", Level.CUT))
    qtbot.waitUntil(lambda: view.strip.pieces[2].body == view.strip.pieces[2].start)
    view.focus(Item("seam", "s3"))
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Right, ALT)
    assert "no length" in pane.hint.text()
    assert seam_length(hub, "s3") is None


def wheel(view: TimelineView, turned: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
    at, phase = QPointF(300, 100), Qt.ScrollPhase.NoScrollPhase
    there = QPointF(view.viewport().mapToGlobal(at.toPoint()))
    event = QWheelEvent(at, there, QPoint(), turned, Qt.MouseButton.NoButton, keys, phase, False)
    QApplication.sendEvent(view.viewport(), event)


def test_zooming_with_wheel_keys_and_buttons(pane: TimelinePane) -> None:
    view = pane.view
    under = view.scale.frame(300)
    wheel(view, QPoint(0, 120), CTRL)
    assert view.scale.per_frame == 6
    assert view.scale.frame(300) == pytest.approx(under, abs=1)
    QTest.keyClick(view, KEY.Key_Minus)
    assert view.scale.per_frame == pytest.approx(4)
    QTest.mouseClick(pane.zoom_in, LEFT)
    assert view.scale.per_frame == pytest.approx(6)
    QTest.mouseClick(pane.fit, LEFT)
    assert view.scale.x(view.strip.length) <= view.viewport().width()
    assert view.horizontalScrollBar().maximum() == 0


def test_the_view_follows_what_plays_until_one_scrolls_away(hub: Hub, view: TimelineView) -> None:
    far = view.strip.length - 5
    hub.playback.seek(far)
    assert 0 <= view.scale.x(far) <= view.viewport().width()
    hub.playback.play()
    wheel(view, QPoint(0, 120 * 80))
    offset = view.scale.offset
    hub.playback.moved.emit(far + 1)
    assert view.scale.offset == offset
    hub.playback.pause()
    hub.playback.seek(far)
    assert view.scale.offset > offset


def test_pictures_waveforms_and_levels_are_really_there(hub: Hub, pane: TimelinePane) -> None:
    view = pane.view
    before = grabbed(view)
    height = (view.rows.row("scenes")[1] - 6 - view.fontMetrics().height() - 12) // 8 * 8
    put_pictures(hub, lesson(), round(height * 16 / 9), height)
    after = grabbed(view)
    assert differ(before, after, rows=view.rows.row("scenes"))
    top, tall = view.rows.row("speech")
    spoken = view.strip.pieces[0].sentences[0]
    x = round(view.scale.x((spoken.start + spoken.stop) / 2))
    column = {after.pixel(x, top + y) for y in range(tall)}
    silent = view.strip.piece("s2")
    assert silent is not None
    quiet = round(view.scale.x((silent.body + silent.stop) / 2))
    assert len(column) > 1
    assert len({after.pixel(quiet, top + y) for y in range(tall)}) == 1


def test_a_sound_that_is_not_yet_spoken_is_an_outline_and_the_scene_says_about(
    hub: Hub, view: TimelineView, qtbot: QtBot
) -> None:
    hub.session.edit(
        "type", lambda made: edits.set_script(made, "s3", "A new sentence that nobody has spoken.")
    )
    qtbot.waitUntil(lambda: view.strip.pieces[2].estimated)
    view.focus(Item("scene", "s3"))
    assert "about" in focused(view)


def test_delete_takes_out_the_scene_that_has_the_focus_not_the_selected_one(
    hub: Hub, pane: TimelinePane
) -> None:
    pane.addAction(hub.actions.delete)
    hub.session.select(("s1",), "s1")
    pane.view.focus(Item("caption", "s3"))
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Delete)
    assert hub.session.lecture is not None
    assert len(hub.session.lecture.scenes) == 4
    pane.view.focus(Item("scene", "s3"))
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Delete)
    assert [scene.id for scene in hub.session.lecture.scenes] == ["s1", "s2", "s4"]


def test_a_lecture_opened_while_the_pane_is_hidden_is_laid_out_when_it_is_shown(
    hub: Hub, qtbot: QtBot
) -> None:
    pane = TimelinePane(hub)
    qtbot.addWidget(pane)
    open_made(hub, qtbot, lesson())
    assert pane.view.strip.pieces == ()
    pane.resize(1200, 300)
    pane.show()
    qtbot.waitUntil(lambda: len(pane.view.strip.pieces) == 4)
    assert pane.view.scale.x(pane.view.strip.length) == pytest.approx(pane.view.viewport().width(), abs=24)


def test_a_view_that_shows_all_does_not_move_under_the_pointer_while_an_edge_is_dragged(
    hub: Hub, view: TimelineView, qtbot: QtBot
) -> None:
    view.fit()
    before, stop = view.scale.per_frame, clip(view, "s2").y()
    port = view.viewport()
    press(view, place(view, stop) - QPoint(2, 0), move=150, let_go=False)
    qtbot.waitUntil(lambda: clip(view, "s2").y() > stop + 60)
    assert view.scale.per_frame == before
    QTest.mouseRelease(port, LEFT, pos=QPoint(10, 10))
    assert view.scale.x(view.strip.length) <= port.width()


def test_without_a_lecture_it_says_what_to_do(hub: Hub, pane: TimelinePane, qtbot: QtBot) -> None:
    full = grabbed(pane.view)
    hub.session.close()
    assert pane.view.strip.pieces == ()
    assert differ(full, grabbed(pane.view))
    QTest.mouseClick(pane.view.viewport(), LEFT, pos=QPoint(100, 100))
    QTest.keyClick(pane.view, KEY.Key_Tab)
    QTest.mouseClick(pane.fit, LEFT)


def grabbed(view: TimelineView) -> QImage:
    return view.viewport().grab().toImage()


def differ(one: QImage, other: QImage, rows: tuple[int, int] | None = None) -> bool:
    top, height = rows or (0, one.height())
    return one.copy(0, top, one.width(), height) != other.copy(0, top, other.width(), height)


def test_a_scene_that_is_taken_out_while_it_has_the_focus_leaves_no_trace(
    hub: Hub, view: TimelineView, qtbot: QtBot
) -> None:
    view.focus(Item("scene", "s4"))
    hub.session.edit("remove-scenes", lambda made: edits.remove(made, ("s4",)))
    qtbot.waitUntil(lambda: len(view.strip.pieces) == 3)
    assert view.item is None
    assert not view.stops.has_focus


def test_an_hour_of_150_scenes_is_painted_well_within_a_blink_at_every_zoom(
    hub: Hub, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    words = " ".join(f"Sentence {number} says something." for number in range(8))
    pane = TimelinePane(hub)
    qtbot.addWidget(pane)
    pane.resize(1440, 300)
    pane.show()
    open_made(hub, qtbot, lecture(*(slide(number, words) for number in range(1, 151))), seconds="3")
    qtbot.waitUntil(lambda: laid_out(pane.view))
    view, worst = pane.view, 0.0
    assert view.strip.length / 30 > 3600
    for per_frame in (0.0, 0.05, 0.5, 4.0):
        view.show_scale(Scale(per_frame or 1e-9))
        if not per_frame:
            view.fit()
        worst = max(worst, median_ms(view.viewport().repaint))
    moving = median_ms(lambda: paint_playhead(view))
    with capsys.disabled():
        print(f"\n    timeline of an hour: {worst:.1f} ms a paint, {moving:.1f} ms a step of the playhead")
    assert worst < 40
    assert moving < 20


def paint_playhead(view: TimelineView) -> None:
    """Let the playhead move by some frames, and paint what that exposes."""
    view.hub.playback.seek((view.hub.playback.position + 300) % view.strip.length)
    QApplication.sendPostedEvents()
    QApplication.processEvents()


def median_ms(call: Callable[[], object]) -> float:
    """The time this thread works for a call; other work of the machine does not count."""
    times: list[float] = []
    for _ in range(9):
        start = time.thread_time()
        call()
        times.append((time.thread_time() - start) * 1000)
    return sorted(times)[4]


def test_a_time_that_does_not_fit_is_left_out_and_not_cut(view: TimelineView) -> None:
    top, tall = view.rows.row("ruler")
    for width in range(600, 700, 9):  # at some of them a time would end beyond the edge
        view.resize(width, view.height())
        picture = grabbed(view)
        columns = (picture.width() - 1, picture.width() - 2)
        seen = {picture.pixel(x, top + y) for x in columns for y in range(tall - 10)}
        assert len(seen) == 1, width
