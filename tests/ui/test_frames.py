"""Which picture is shown at which frame, and what is fetched before it is needed."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from renderers import page_plan
from renderers.steps import CheckStep
from studio.errors import WorkerError
from studio.lecture import Lecture
from studio.progress import CancelToken
from studio.timeline import SceneClip
from tests.fakes import lecture, slide
from tests.ui.laid_out import MEANS, PREVIEW, records
from ui.pictures import Pictures
from ui.playback.cut_frames import MOST_FRAMES, CutFrames
from ui.playback.frames import FrameSource
from ui.session import Session
from ui.settings import Settings
from ui.tasks import Tasks
from ui.workbench import Workbench

SIZE = (96, 54)
LONG = "A sentence that takes its time to be spoken."
TALK = lecture(*(slide(number, LONG) for number in range(1, 6)))


class Drawing:
    """A process that draws changes: frame k is all blue = k. It can be held, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []
        self.open = threading.Event()
        self.open.set()
        self.error: Exception | None = None
        self.failures = 0

    def cut(
        self, step: CheckStep, indexes: Sequence[int], width: int, height: int, cancel: CancelToken
    ) -> Iterator[bytes]:
        """Frames, one by one."""
        for index in indexes:
            self.open.wait(5)
            cancel.check()
            if self.error is not None:
                self.failures += 1
                raise self.error
            self.asked.append((step.where, index))
            yield bytes((index, 0, 0, 255)) * (width * height)


class Screening:
    """A laid-out lecture with its pictures."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.drawing = qtbot, Drawing()
        self.session, self.tasks = Session(), Tasks()
        self.settings = Settings(store=QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
        self.workbench = Workbench(self.session, self.tasks, None)
        self.pictures, self.cuts = Pictures(None), CutFrames(self.drawing.cut)
        self.source = FrameSource(self.workbench, self.pictures, self.cuts)

    def open(self, made: Lecture, pages: bool = True) -> None:
        """Open a lecture of which all is made; the page of scene n is all red = 10 n."""
        self.session.open(made)
        with self.qtbot.waitSignal(self.workbench.findings_changed, check_params_cb=lambda _: self.is_made):
            self.workbench.feed(records(made), MEANS)
        for number, scene in enumerate(made.scenes if pages else (), 1):
            image = QImage(*SIZE, QImage.Format.Format_RGB32)
            image.fill(QColor(10 * number, 0, 0))
            self.pictures.put(page_plan.page_step(scene, made, PREVIEW, MEANS).key, image)

    @property
    def is_made(self) -> bool:
        """Whether all is known."""
        return bool(self.workbench.timeline) and all(self.workbench.page_key(s.id) for s in TALK.scenes)

    def clip(self, number: int) -> SceneClip:
        """The n-th scene's place."""
        clip = self.workbench.clip(f"s{number}")
        assert clip is not None
        return clip

    def cut(self, number: int) -> range:
        """The frames of the change before the n-th scene."""
        cut = self.clip(number).cut
        assert cut is not None
        assert len(cut.frames) > 4
        return range(cut.frames.start, cut.frames.stop)

    def shown(self, frame: int) -> tuple[int, int] | None:
        """(red, blue) of what is shown at a frame."""
        image = self.source.image(frame, *SIZE)
        if image is None:
            return None
        colour = image.pixelColor(5, 5)
        return colour.red(), colour.blue()

    def look(self, frame: int) -> None:
        """Be at a frame, and wait until all that will be needed is there."""
        self.source.look_ahead(frame, *SIZE)

    def until_exact(self, frame: int) -> None:
        """Wait for the very picture."""
        self.qtbot.waitUntil(lambda: self.source.exact(frame, *SIZE) is not None, timeout=3000)


@pytest.fixture
def screening(qtbot: QtBot, tmp_path: Path) -> Iterator[Screening]:
    """A screening."""
    made = Screening(qtbot, tmp_path)
    yield made
    made.drawing.open.set()
    made.cuts.close()
    made.workbench.close()
    qtbot.waitUntil(lambda: made.tasks.idle)


def test_each_frame_of_a_change_and_then_the_page(screening: Screening) -> None:
    screening.open(TALK)
    cut = screening.cut(2)
    screening.look(cut.start - 1)
    assert screening.shown(cut.start - 1) == (10, 0)
    for index, frame in enumerate(cut):
        screening.until_exact(frame)
        assert screening.shown(frame) == (0, index)
    assert screening.shown(cut.stop) == (20, 0)


def test_a_change_is_fetched_before_it_comes(screening: Screening) -> None:
    screening.open(TALK)
    cut = screening.cut(2)
    screening.look(0)
    screening.until_exact(cut.stop - 1)
    assert screening.drawing.asked == [("s2", index) for index in range(len(cut))]


def test_what_is_at_hand_is_shown_until_the_frame_is_there(screening: Screening) -> None:
    screening.open(TALK)
    cut = screening.cut(3)
    screening.look(cut[2])
    screening.until_exact(cut[-1])
    screening.until_exact(cut[0])
    other = screening.cut(5)
    screening.drawing.open.clear()
    screening.look(other[3])
    assert screening.shown(other[3]) == (50, 0)  # the page that comes
    assert screening.shown(cut[2]) == (0, 2)  # what was seen before is kept


def test_a_scrub_fetches_the_newest_frame_first(screening: Screening) -> None:
    screening.open(TALK)
    cut = screening.cut(4)
    screening.drawing.open.clear()
    for frame in (cut[0], cut[3], cut[1], cut[4]):
        screening.look(frame)
    screening.drawing.open.set()
    screening.until_exact(cut[4])
    asked = [index for where, index in screening.drawing.asked if where == "s4"]
    assert asked.index(4) <= 1  # one may have been under way


def test_memory_holds_so_many_frames_and_no_more(screening: Screening) -> None:
    many = lecture(*(slide(number, LONG) for number in range(1, 22)))
    screening.open(many)
    for number in range(2, 22):
        screening.look(screening.cut(number).start)
        for frame in screening.cut(number):
            screening.until_exact(frame)
    kept = sum(
        screening.source.exact(frame, *SIZE) is not None
        for number in range(2, 22)
        for frame in screening.cut(number)
    )
    assert len(screening.drawing.asked) > MOST_FRAMES
    assert kept <= MOST_FRAMES


def test_a_page_that_is_being_drawn_shows_its_size_of_before(screening: Screening) -> None:
    screening.open(TALK)
    image = screening.source.image(0, 960, 540)
    assert image is not None
    assert image.width() == SIZE[0]
    assert screening.source.exact(0, 960, 540) is None


def test_where_nothing_is_drawn_there_is_nothing(screening: Screening) -> None:
    screening.open(TALK, pages=False)
    assert screening.shown(0) is None
    assert screening.source.image(-1, *SIZE) is None
    assert screening.source.image(10**6, *SIZE) is None


@pytest.mark.parametrize("error", [WorkerError("The picture could not be drawn; try again."), ValueError()])
def test_a_change_that_cannot_be_drawn_shows_the_page_and_is_tried_again_later(
    screening: Screening, qtbot: QtBot, error: Exception
) -> None:
    screening.open(TALK)
    cut = screening.cut(2)
    screening.drawing.error = error
    screening.look(cut[0])
    assert screening.shown(cut[0]) == (20, 0)
    qtbot.waitUntil(lambda: screening.drawing.failures > 0)
    screening.drawing.error = None

    def there() -> bool:
        screening.workbench.findings_changed.emit(frozenset(("s2",)))  # something new was found out
        screening.look(cut[0])
        return screening.source.exact(cut[0], *SIZE) is not None

    qtbot.waitUntil(there, timeout=3000)
