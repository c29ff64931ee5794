"""What is known of a lecture while it is being drawn and spoken."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from renderers import page_plan
from renderers.means import Means
from renderers.profiles import Profile
from studio import edits
from studio.errors import WorkerError
from studio.lecture import Lecture, Level
from studio.progress import CancelToken, Progress
from tests.fakes import lecture, slide
from tests.ui.laid_out import MEANS, PREVIEW, records
from ui.session import Session
from ui.tasks import Tasks
from ui.workbench import Processes, Workbench


@dataclass
class Engine:
    """A child process that makes everything at once, and remembers what it was asked for."""

    asked: list[Lecture] = field(default_factory=list[Lecture])
    hold: threading.Event | None = None
    broken: bool = False
    converted: list[Lecture] = field(default_factory=list[Lecture])
    hold_conversion: threading.Event | None = None
    broken_conversion: bool = False
    looked: int = 0

    def means(self, profile: Profile, cancel: CancelToken) -> Means:
        """What there is."""
        self.looked += 1
        return MEANS

    def convert(
        self, made: Lecture, profile: Profile, first: str, cancel: CancelToken
    ) -> Generator[Progress]:
        """Nothing to convert, after a while."""
        self.converted.append(made)
        yield Progress("convert", 0, 1, "Converting")
        while self.hold_conversion is not None and not self.hold_conversion.is_set() and not cancel.cancelled:
            self.hold_conversion.wait(0.01)
        if self.broken_conversion:
            raise WorkerError("The slides cannot be read; try again.")

    def prepare(
        self, made: Lecture, profile: Profile, first: str, cancel: CancelToken
    ) -> Iterator[Progress | dict[str, dict[str, Any]]]:
        """Everything, after a while."""
        self.asked.append(made)
        if self.broken:
            raise WorkerError("The voice stopped; try again.")
        yield Progress("prepare", 0, 2, "Speaking")
        while self.hold is not None and not self.hold.is_set() and not cancel.cancelled:
            self.hold.wait(0.01)
        if not cancel.cancelled:
            yield records(made)

    def close(self) -> None:
        """Nothing runs."""


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    """A session with nothing open."""
    return Session()


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    """A bridge whose work has ended when the test is over."""
    made = Tasks()
    yield made
    made.stop_all()
    qtbot.waitUntil(lambda: made.idle)


def workbench(session: Session, tasks: Tasks, engine: Engine | None) -> Workbench:
    """A workbench with one process, or none."""
    processes = None if engine is None else Processes(cast("Any", engine), cast("Any", engine))
    return Workbench(session, tasks, processes)


WORDS = "Water rises.\nIt falls again."


def test_a_timeline_of_estimates_is_there_at_once(session: Session, tasks: Tasks, qtbot: QtBot) -> None:
    bench = workbench(session, tasks, None)
    with qtbot.waitSignal(bench.findings_changed):
        session.open(lecture(slide(1, WORDS), slide(2)))
    assert bench.timeline is not None
    assert [clip.scene for clip in bench.timeline.clips] == ["s1", "s2"]
    clip = bench.clip("s1")
    assert clip is not None
    assert not clip.take.measured


def test_what_is_made_replaces_the_estimates(session: Session, tasks: Tasks, qtbot: QtBot) -> None:
    bench = workbench(session, tasks, Engine())
    session.open(lecture(slide(1, WORDS), slide(2, "And again.")))
    qtbot.waitUntil(lambda: bench.page_key("s2") is not None)
    clip, choice = bench.clip("s1"), bench.choice("s2")
    assert clip is not None
    assert choice is not None
    assert clip.take.measured
    assert [start for _, start in bench.sound_keys("s1")] == [span.start for span in clip.take.spans]
    assert clip.take.spans[0].end == Fraction(2)
    step = bench.cut_step("s2")
    assert step is not None
    assert (step.first_page, step.second_page) == (bench.page_key("s1"), bench.page_key("s2"))


def test_an_edit_while_work_runs_is_made_next(session: Session, tasks: Tasks, qtbot: QtBot) -> None:
    engine = Engine(hold=threading.Event())
    bench = workbench(session, tasks, engine)
    session.open(lecture(slide(1, WORDS), slide(2)))
    qtbot.waitUntil(lambda: bench.busy is not None)
    session.edit("type", lambda now: edits.set_script(now, "s1", "Only this."))
    qtbot.waitUntil(lambda: len(engine.asked) == 2)
    assert engine.asked[-1] is session.lecture
    assert engine.hold is not None
    engine.hold.set()

    def spoken() -> bool:
        clip = bench.clip("s1")
        return clip is not None and clip.take.measured and len(clip.take.spans) == 1

    qtbot.waitUntil(spoken)


def test_only_scenes_of_which_more_is_known_are_told(session: Session, tasks: Tasks, qtbot: QtBot) -> None:
    bench = workbench(session, tasks, None)
    made = lecture(slide(1, WORDS), slide(2, "And again."), slide(3, "The end."))
    with qtbot.waitSignal(bench.findings_changed):
        session.open(made)
    with qtbot.waitSignal(bench.findings_changed):
        bench.feed(records(made), MEANS)
    page = page_plan.page_step(made.scenes[2], made, PREVIEW, MEANS).key
    with qtbot.waitSignal(bench.findings_changed) as told:
        bench.feed({page: {"digest": "another"}})
    assert told.args == [frozenset({"s3"})]


def test_a_hidden_scene_has_no_place_and_the_author_is_told_apart_from_the_program(
    session: Session, tasks: Tasks, qtbot: QtBot
) -> None:
    bench = workbench(session, tasks, None)
    made = edits.set_level(lecture(slide(1), slide(2), slide(3, hidden=True)), "s2", Level.CUT)
    bench.feed(records(made), MEANS)
    with qtbot.waitSignal(bench.findings_changed):
        session.open(made)
    choice, suggestion = bench.choice("s2"), bench.suggestion("s2")
    assert choice is not None
    assert suggestion is not None
    assert (choice.level, choice.chosen_by) == (Level.CUT, "author")
    assert (suggestion.level, suggestion.chosen_by) == (Level.HOLD, "rule")
    assert bench.clip("s3") is None


def test_what_cannot_be_made_is_told_once(session: Session, tasks: Tasks, qtbot: QtBot) -> None:
    bench = workbench(session, tasks, Engine(broken=True))
    with qtbot.waitSignal(bench.failed) as failed:
        session.open(lecture(slide(1, WORDS)))
    assert failed.args is not None
    assert str(failed.args[0]) == "The voice stopped; try again."
    assert bench.busy is None


def test_a_picture_stands_in_until_the_deck_is_converted(
    session: Session, tasks: Tasks, qtbot: QtBot
) -> None:
    bench = workbench(session, tasks, None)
    office = replace(MEANS, converter="LibreOffice 7")
    made = lecture(slide(1, WORDS))
    stand_in = page_plan.stand_in_step(made.scenes[0], made, PREVIEW, office).key
    page = page_plan.page_step(made.scenes[0], made, PREVIEW, office).key
    bench.feed({stand_in: {"digest": "ours"}}, office)
    session.open(made)
    qtbot.waitUntil(lambda: bench.page_key("s1") == stand_in)
    bench.feed({page: {"digest": "theirs"}})
    qtbot.waitUntil(lambda: bench.page_key("s1") == page)


def test_nothing_is_made_when_nothing_is_open(session: Session, tasks: Tasks, qtbot: QtBot) -> None:
    engine = Engine()
    bench = workbench(session, tasks, engine)
    session.open(lecture(slide(1, WORDS)))
    qtbot.waitUntil(lambda: bench.page_key("s1") is not None)
    session.close()
    qtbot.waitUntil(lambda: tasks.idle)
    assert bench.timeline is None
    assert len(engine.asked) == 1


def test_nothing_is_told_of_a_lecture_that_another_one_took_the_place_of(
    session: Session, tasks: Tasks, qtbot: QtBot
) -> None:
    bench = workbench(session, tasks, None)
    seen: list[list[str]] = []
    bench.timeline_changed.connect(
        lambda: seen.append([] if bench.timeline is None else [clip.scene for clip in bench.timeline.clips])
    )
    session.open(lecture(slide(1, WORDS), slide(2)))
    session.open(lecture(slide(3, WORDS)))
    qtbot.waitUntil(lambda: tasks.idle and bench.is_current)
    assert [scenes for scenes in seen if scenes] == [["s3"]]


def test_a_deck_that_is_opened_again_while_it_is_converted_is_converted_again(
    session: Session, tasks: Tasks, qtbot: QtBot
) -> None:
    engine = Engine(hold_conversion=threading.Event())
    bench = workbench(session, tasks, engine)
    session.open(lecture(slide(1, WORDS)))
    qtbot.waitUntil(lambda: len(engine.converted) == 1)
    session.open(lecture(slide(1, WORDS), title="Again"))
    qtbot.waitUntil(lambda: len(engine.converted) == 2)
    assert engine.converted[-1] is session.lecture
    assert engine.hold_conversion is not None
    engine.hold_conversion.set()
    qtbot.waitUntil(lambda: tasks.idle)
    assert [job.state for job in tasks.jobs] == ["cancelled", "done"]
    assert bench.busy is None


def test_a_conversion_that_the_user_cancels_is_called_so_and_not_begun_again(
    session: Session, tasks: Tasks, qtbot: QtBot
) -> None:
    engine = Engine(hold_conversion=threading.Event())
    bench = workbench(session, tasks, engine)
    session.open(lecture(slide(1, WORDS), slide(2)))
    qtbot.waitUntil(lambda: len(engine.converted) == 1 and len(engine.asked) == 1)
    (job,) = tasks.jobs
    job.cancel()
    qtbot.waitUntil(lambda: job.state == "cancelled")
    session.edit("remove-scenes", lambda now: edits.remove(now, ["s2"]))
    qtbot.waitUntil(lambda: tasks.idle and len(engine.asked) == 2)
    assert len(engine.converted) == 1
    assert bench.busy is None


def test_slides_that_cannot_be_converted_are_told_of_once_not_at_every_edit(
    session: Session, tasks: Tasks, qtbot: QtBot
) -> None:
    engine = Engine(broken_conversion=True)
    bench = workbench(session, tasks, engine)
    told: list[str] = []
    bench.failed.connect(lambda error: told.append(str(error)))
    session.open(lecture(slide(1, WORDS), slide(2)))
    qtbot.waitUntil(lambda: len(told) == 1)
    session.edit("remove-scenes", lambda now: edits.remove(now, ["s2"]))
    qtbot.waitUntil(lambda: len(engine.asked) == 2 and tasks.idle)
    assert told == ["The slides cannot be read; try again."]
    assert bench.busy is None


def test_half_a_sentence_is_not_spoken_because_other_work_has_ended(
    session: Session, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.workbench.PREPARE_AFTER_MS", 600_000)
    engine = Engine(hold=threading.Event())
    bench = workbench(session, tasks, engine)
    session.open(lecture(slide(1, WORDS)))
    qtbot.waitUntil(lambda: bench.busy is not None)
    session.edit("type", lambda now: edits.set_script(now, "s1", "Only th"))
    assert engine.hold is not None
    engine.hold.set()
    qtbot.waitUntil(lambda: tasks.idle and bench.is_current)
    assert len(engine.asked) == 1


def test_looking_again_keeps_what_is_known_until_the_answer_comes(
    session: Session, tasks: Tasks, qtbot: QtBot
) -> None:
    engine = Engine()
    bench = workbench(session, tasks, engine)
    session.open(lecture(slide(1, WORDS)))
    qtbot.waitUntil(lambda: bench.page_key("s1") is not None and tasks.idle)
    measured: list[bool] = []
    bench.timeline_changed.connect(lambda: measured.append(bool(bench.page_key("s1"))))
    bench.look_again()
    bench.feed({})
    qtbot.waitUntil(lambda: engine.looked == 2 and tasks.idle)
    assert all(measured)


def test_after_it_was_closed_no_process_is_started_again(
    session: Session, tasks: Tasks, qtbot: QtBot
) -> None:
    engine = Engine(hold=threading.Event(), hold_conversion=threading.Event())
    bench = workbench(session, tasks, engine)
    session.open(lecture(slide(1, WORDS)))
    qtbot.waitUntil(lambda: len(engine.converted) == 1 and len(engine.asked) == 1)
    bench.close()
    session.open(lecture(slide(2, WORDS)))
    qtbot.waitUntil(lambda: tasks.idle)
    assert (len(engine.converted), len(engine.asked)) == (1, 1)
