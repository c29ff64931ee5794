"""The preview pane as a person uses it, and once with the real process that draws."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from renderers import plan
from renderers.cache import Cache
from renderers.preview_process import PreviewProcess
from studio import edits
from studio.assets import AssetStore
from studio.captions import captions
from studio.settings import assets_folder, cache_folder
from tests.fakes import finish, lecture, slide, workshop, written
from tests.ui.laid_out import MEANS, PREVIEW, open_made, put_pictures, records
from tests.ui.stage import Loudspeaker, Stage
from ui.hub import Hub
from ui.pictures import Pictures
from ui.playback import Playback
from ui.playback.cut_frames import CutFrames
from ui.playback.frames import FrameSource
from ui.preview import Preview, full_screen
from ui.preview.transport import seconds_in

LONG = (
    "A sentence that takes its time to be spoken, with a comma in it and no end in sight for quite a while."
)
TALK = lecture(
    slide(1, f"One. {LONG}"), slide(2, "Two. Also two."), slide(3, "", hidden=True), slide(4, LONG)
)


@pytest.fixture
def preview(hub: Hub, qtbot: QtBot) -> Preview:
    """The pane, with a lecture of which everything is made."""
    shown = Preview(hub)
    qtbot.addWidget(shown)
    shown.resize(800, 560)
    shown.show()
    qtbot.waitExposed(shown)
    open_made(hub, qtbot, TALK)
    put_pictures(hub, TALK, *shown.surface.pixels.toTuple())
    return shown


def colour(widget: QWidget, x: float, y: float) -> QColor:
    """What is seen at a place of a widget (0..1)."""
    image = widget.grab().toImage()
    return image.pixelColor(int(x * (image.width() - 1)), int(y * (image.height() - 1)))


def button(preview: Preview, name: str) -> QToolButton:
    """The button of the transport with a name."""
    return next(each for each in preview.findChildren(QToolButton) if each.accessibleName() == name)


def test_dragging_the_scrubber_shows_the_frame_below_the_pointer(preview: Preview, hub: Hub) -> None:
    bar = preview.scrubber
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() // 4, 12))
    assert hub.playback.position == pytest.approx(hub.playback.length / 4, abs=4)
    QTest.mouseMove(bar, QPoint(bar.width() // 2, 12))
    assert hub.playback.position == pytest.approx(hub.playback.length / 2, abs=4)
    QTest.mouseMove(bar, QPoint(bar.width() + 50, 12))
    assert hub.playback.position == hub.playback.length - 1
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() // 2, 12))
    assert not hub.playback.playing


def test_what_played_before_a_drag_plays_on_after_it(preview: Preview, hub: Hub) -> None:
    hub.playback.play()
    bar = preview.scrubber
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() // 4, 12))
    assert not hub.playback.playing
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() // 4, 12))
    assert hub.playback.playing


def test_the_scrubber_is_moved_by_keys(preview: Preview, hub: Hub) -> None:
    preview.scrubber.setFocus()
    for key, frame in ((Qt.Key.Key_Right, 30), (Qt.Key.Key_PageUp, 330), (Qt.Key.Key_Left, 300)):
        QTest.keyClick(preview.scrubber, key)
        if key is Qt.Key.Key_PageUp:  # up is on, as on any slider
            frame = min(frame, hub.playback.length - 1)
        assert hub.playback.position == frame


def test_a_click_on_the_picture_plays_and_pauses(preview: Preview, hub: Hub) -> None:
    for playing in (True, False):
        QTest.mouseClick(preview.surface, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
        assert hub.playback.playing == playing


def test_a_typed_time_leads_there(preview: Preview, hub: Hub) -> None:
    field = preview.transport.time
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "0:02.5")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert hub.playback.position == 75
    assert field.text() == "0:02.5"
    field.selectAll()
    QTest.keyClicks(field, "soon")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.property("invalid")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), hub.playback.position) == ("0:02.5", 75)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("75", "75"),
        ("1:15", "75"),
        (" 1:02:03.5 ", "3723.5"),
        ("0:00,5", "0.5"),
        ("", None),
        ("1:", None),
        ("x", None),
    ],
)
def test_times_are_read_as_people_type_them(text: str, seconds: str | None) -> None:
    assert seconds_in(text) == (None if seconds is None else Fraction(seconds))


def test_every_frame_has_the_caption_that_the_file_will_have(
    preview: Preview, hub: Hub, qtbot: QtBot
) -> None:
    timeline = hub.workbench.timeline
    assert timeline is not None
    expected = captions(timeline)
    assert len(expected) > 4
    for frame in range(0, timeline.length, 3):
        lines = [c.lines for c in expected if c.start <= Fraction(frame) / timeline.rate < c.end]
        wanted = lines[0] if lines else ()
        qtbot.waitUntil(lambda f=frame, w=wanted: preview.captions.at(timeline, f) == w)  # pyright: ignore


def test_captions_are_drawn_over_the_picture_until_they_are_switched_off(
    preview: Preview, hub: Hub, qtbot: QtBot
) -> None:
    timeline = hub.workbench.timeline
    assert timeline is not None
    hub.playback.seek(30)
    qtbot.waitUntil(lambda: bool(preview.captions.at(timeline, 30)))
    with_them = preview.surface.grab().toImage()
    QTest.mouseClick(button(preview, "Captions"), Qt.MouseButton.LeftButton)
    without = preview.surface.grab().toImage()
    rows = [y for y in range(without.height()) if with_them.pixelColor(400, y) != without.pixelColor(400, y)]
    assert rows
    assert min(rows) > without.height() * 0.6


def test_captions_run_as_their_script_runs(preview: Preview) -> None:
    image = QImage(960, 540, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter()
    painter.begin(image)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as in a window of ours
    preview.surface._paint_captions(painter, image.rect(), ("ا........",))
    painter.end()
    lit = [sum(image.pixelColor(x, y).lightness() > 160 for y in range(540)) for x in range(960)]
    letter = lit.index(max(lit))
    assert letter > 480, "the letter stands first, at the right; the points follow to its left"


def test_the_picture_of_the_scene_is_shown(preview: Preview, hub: Hub) -> None:
    shown = []
    for scene_id in ("s1", "s2", "s4"):
        hub.session.select((scene_id,), scene_id)
        shown.append(colour(preview.surface, 0.5, 0.3).name())
    pictures = [hub.pictures.nearest(hub.workbench.page_key(each), 800) for each in ("s1", "s2", "s4")]
    assert shown == [picture.pixelColor(5, 5).name() for picture in pictures if picture is not None]
    assert len(set(shown)) == 3


def test_what_is_not_final_is_said(preview: Preview, hub: Hub, qtbot: QtBot) -> None:
    assert not preview.hint.isVisible()
    hub.session.select(("s3",), "s3")
    assert preview.hint.text() == "Hidden: not in the video"
    hub.session.select(("s1",), "s1")
    hub.session.edit("type", lambda made: edits.set_script(made, "s1", "Something new is said here."))
    qtbot.waitUntil(lambda: preview.hint.text() == "Estimated: still being spoken")
    assert preview.hint.isVisible()


def test_a_change_that_was_not_checked_says_so(hub: Hub, preview: Preview, qtbot: QtBot) -> None:
    cut = hub.workbench.clip("s2").cut  # pyright: ignore[reportOptionalMemberAccess]
    assert cut is not None
    hub.playback.seek(cut.frames.start + 1)
    assert not preview.hint.isVisible()
    hub.session.edit("set-duration", lambda made: edits.set_duration(made, "s2", Fraction(2)))
    qtbot.waitUntil(lambda: preview.hint.text() == "Not yet checked")


def test_pages_that_are_not_drawn_leave_a_word(hub: Hub, qtbot: QtBot) -> None:
    shown = Preview(hub)
    qtbot.addWidget(shown)
    shown.resize(640, 480)
    shown.show()
    empty = shown.surface.grab().toImage()
    hub.session.open(TALK)
    qtbot.waitUntil(lambda: hub.playback.length > 0)
    assert shown.surface.grab().toImage() != empty


def test_where_there_is_no_sound_device_the_bar_says_so(hub: Hub, qtbot: QtBot) -> None:
    speaker = Loudspeaker(there=False)
    own = Playback(
        hub.session, hub.workbench, hub.settings, None, output=speaker, output_changed=speaker.changed
    )
    shown = Preview(dataclasses.replace(hub, playback=own))
    qtbot.addWidget(shown)
    shown.resize(800, 560)
    shown.show()
    assert not shown.transport.silent.isVisible()
    open_made(hub, qtbot, TALK)
    own.play()
    qtbot.waitUntil(lambda: own.is_silent)
    assert shown.transport.silent.isVisible()
    assert not shown.transport.mute.isEnabled()
    speaker.plug(True)
    qtbot.waitUntil(lambda: not own.is_silent)
    assert not shown.transport.silent.isVisible()
    own.close()


def test_volume_is_turned_and_muted_in_the_bar(preview: Preview, hub: Hub) -> None:
    preview.transport.volume.setValue(40)
    assert hub.settings.volume == pytest.approx(0.4)
    QTest.mouseClick(button(preview, "Sound off"), Qt.MouseButton.LeftButton)
    assert hub.settings.muted
    preview.transport.volume.setValue(60)
    assert not hub.settings.muted


def test_everything_has_a_name_and_is_reached_by_the_tab_key(preview: Preview) -> None:
    controls = [preview.scrubber, *preview.transport.stops, preview.surface]
    assert all(control.accessibleName() for control in controls)
    for control in controls[:-1]:
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
        if isinstance(control, QAbstractButton):
            assert control.toolTip()
    assert preview.surface.accessibleDescription() == "Scene 1: Slide 1"


def test_full_screen_shows_the_picture_alone_and_escape_comes_back(
    preview: Preview, hub: Hub, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(full_screen, "POINTER_MS", 300)
    hub.actions.full_screen.trigger()
    window = preview.full_screen
    assert window is not None
    qtbot.waitExposed(window)
    assert window.isFullScreen()
    assert hub.playback.playing
    assert window.findChildren(QToolButton) == []
    qtbot.waitUntil(lambda: window.surface.cursor().shape() is Qt.CursorShape.BlankCursor)
    place = QPointF(50, 60)
    none, plain = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    moved = QMouseEvent(QEvent.Type.MouseMove, place, place, none, none, plain)
    QApplication.sendEvent(window.surface, moved)
    assert window.surface.cursor().shape() is not Qt.CursorShape.BlankCursor
    QTest.keyClick(window, Qt.Key.Key_Right)
    assert hub.playback.scene == "s2"
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    assert hub.playback.scene == "s4"  # the hidden one is not in the video
    QTest.keyClick(window, Qt.Key.Key_Left)
    assert hub.playback.scene == "s2"
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert not hub.playback.playing
    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: preview.full_screen is None)
    assert not hub.playback.playing


def test_another_size_is_asked_for_when_the_window_has_come_to_rest(preview: Preview, qtbot: QtBot) -> None:
    before = preview.surface.pixels
    preview.resize(600, 460)
    QApplication.sendPostedEvents()
    assert preview.surface.pixels == before
    qtbot.waitUntil(lambda: preview.surface.pixels == preview.surface.picture.size())


@pytest.fixture
def drawing() -> Iterator[PreviewProcess]:
    """The real process."""
    process = PreviewProcess()
    yield process
    process.close()


@pytest.mark.slow
def test_a_lecture_is_seen_and_heard_as_it_was_made(
    drawing: PreviewProcess, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Real pages and sounds in a real cache; frames drawn by the process, samples read by the player."""
    for name in ("CACHE", "STATE"):
        monkeypatch.setenv(f"LECTURE_STUDIO_{name}", str(tmp_path / name.lower()))
    talk = lecture(slide(1, "One."), slide(2, "Two."))
    cache = Cache(cache_folder() / "steps")
    with workshop(tmp_path) as shop:
        shop.cache, shop.assets = cache, AssetStore(assets_folder())
        drawn = {
            scene.id: written(scene.title, width=960, height=540, ground=250 - 40 * number)
            for number, scene in enumerate(talk.scenes)
        }
        steps = plan.prepare(talk, PREVIEW, MEANS)
        finish(shop, steps, drawn, seconds=2)
    known = {step.key: record for step in steps if (record := cache.record(step.key)) is not None}
    made = records(talk) | known
    for step in plan.measure(talk, PREVIEW, MEANS, made):
        made[step.key] = {"shared": 0.9, "colours": 0.9, "similarity": 0.9}
    stage = Stage(qtbot, QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat), read_cache=True)
    pictures, cuts = Pictures(drawing.still), CutFrames(drawing.cut)
    source = FrameSource(stage.workbench, pictures, cuts)
    try:
        stage.session.open(talk)
        with qtbot.waitSignal(stage.workbench.findings_changed, check_params_cb=lambda _: stage.is_laid_out):
            stage.workbench.feed(made, MEANS)
        cut = stage.clip("s2").cut
        assert cut is not None
        _see(qtbot, source, cut.frames.start, cut.frames.stop)
        stage.play()
        stage.hear(60)
        assert max(stage.speaker.pulled) > 0  # the tone that stands for "One."
    finally:
        pictures.close()
        cuts.close()
        stage.close()


def _see(qtbot: QtBot, source: FrameSource, start: int, stop: int) -> None:
    """Every frame of a change arrives, the first page goes, the last frame is the second page."""
    source.look_ahead(start, 960, 540)

    def picture(frame: int) -> QImage:
        exact: Callable[[], QImage | None] = lambda: source.exact(frame, 960, 540)  # noqa: E731
        qtbot.waitUntil(lambda: exact() is not None, timeout=30_000)
        image = exact()
        assert image is not None
        return image

    grounds = [picture(frame).pixelColor(900, 500).red() for frame in range(start - 1, stop + 1)]
    assert abs(grounds[0] - 250) <= 2
    assert abs(grounds[-1] - 210) <= 2
    assert grounds == sorted(grounds, reverse=True)
    assert len(set(grounds)) > 5
    assert picture(stop - 1) == picture(stop)
