"""The engine: does what is missing, in the order it needs, and stops when asked."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from renderers import engine, pages
from renderers.cache import Entry
from renderers.encode.video import VideoSettings
from renderers.steps import CutStep, Step, StillStep
from renderers.workshop import Workshop
from studio.errors import Cancelled, StudioError
from studio.lecture import Level
from studio.progress import Progress
from tests.fakes import PROFILE, run, workshop, written
from tests.patience import SOON_S


@dataclass(frozen=True, slots=True)
class Task(Step):
    """A step of a test: makes its name, after those named in `after`."""

    name: str
    after: tuple[str, ...] = ()
    where: str = ""

    @property
    def needs(self) -> tuple[str, ...]:
        return tuple(Task(name).key for name in self.after)

    @property
    def key(self) -> str:
        return f"{self.name:-<64}"

    @property
    def what(self) -> str:
        return f"Making {self.name}"


Work = Callable[[Task, Workshop], None]


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Workshop]:
    with workshop(tmp_path) as made:
        yield made


@pytest.fixture
def doing(monkeypatch: pytest.MonkeyPatch) -> Callable[[Work], list[str]]:
    """Lets every task do something; returns the names of those that ran to their end, in that order."""

    def install(work: Work = lambda *_: None) -> list[str]:
        done: list[str] = []

        def execute(step: Task, shop: Workshop) -> Entry:
            work(step, shop)
            done.append(step.name)
            return Entry({"name": step.name})

        monkeypatch.setattr(engine, "execute", execute)
        return done

    return install


def threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("engine")]


def test_everything_missing_is_made_once_and_told(shop: Workshop, doing: Callable[..., list[str]]) -> None:
    done = doing()
    steps = (Task("a", where="s1"), Task("b", where="s2"), Task("a", where="s3"))
    reports: list[Progress] = []
    work = engine.run(steps, shop, "prepare", 2)
    while True:
        try:
            reports.append(next(work))
        except StopIteration as end:
            records = end.value
            break
    assert sorted(done) == ["a", "b"]
    assert records == {step.key: {"name": step.name} for step in steps}
    assert [(report.done, report.total) for report in reports] == [(0, 2), (1, 2), (2, 2)]
    assert {report.where for report in reports[1:]} == {"s1", "s2"}
    assert {report.stage for report in reports} == {"prepare"}
    assert not threads()


def test_what_the_cache_holds_is_not_made_again(shop: Workshop, doing: Callable[..., list[str]]) -> None:
    shop.cache.put(Task("a").key, Entry({"name": "from before"}))
    done = doing()
    records = run(engine.run((Task("a"), Task("b", ("a",))), shop, "prepare", 2))
    assert done == ["b"]
    assert records[Task("a").key] == {"name": "from before"}
    known, missing = engine.split((Task("a"), Task("b"), Task("c")), shop)
    assert set(known) == {Task("a").key, Task("b").key}
    assert missing == (Task("c"),)
    assert list(engine.run((Task("a"), Task("b")), shop, "prepare", 2)) == [], (
        "nothing to tell where nothing runs"
    )
    assert done == ["b"]


@pytest.mark.parametrize("jobs", [1, 2, 4])
def test_what_is_needed_is_made_before_what_needs_it(
    shop: Workshop, doing: Callable[..., list[str]], jobs: int
) -> None:
    started: list[str] = []
    done = doing(lambda step, shop: started.extend([step.name]))

    steps = [Task("e", ("c", "d")), Task("d", ("a",)), Task("c", ("a", "b")), Task("b"), Task("a")]
    run(engine.run(steps, shop, "prepare", jobs))
    assert len(done) == 5
    for step in steps:
        assert all(done.index(name) < done.index(step.name) for name in step.after)
        assert all(key in shop.cache for key in step.needs)


def test_steps_run_side_by_side_but_no_more_than_asked(
    shop: Workshop, doing: Callable[..., list[str]]
) -> None:
    both = threading.Barrier(2, timeout=10)
    running, most = [0], [0]
    lock = threading.Lock()

    def work(step: Task, _: Workshop) -> None:
        with lock:
            running[0] += 1
            most[0] = max(most[0], running[0])
        both.wait()
        with lock:
            running[0] -= 1

    doing(work)
    run(engine.run([Task(name) for name in "abcdef"], shop, "prepare", 2))
    assert most[0] == 2


def test_a_plan_that_lacks_something_is_an_error_of_the_program(
    shop: Workshop, doing: Callable[..., list[str]]
) -> None:
    doing()
    with pytest.raises(ValueError, match="the plan lacks what Task needs"):
        run(engine.run([Task("a"), Task("b", ("missing",))], shop, "prepare", 2))
    assert Task("a").key in shop.cache


def test_an_error_stops_the_others_and_what_was_finished_stays(
    shop: Workshop, doing: Callable[..., list[str]]
) -> None:
    stopped = threading.Event()
    begun = threading.Event()

    def work(step: Task, shop: Workshop) -> None:
        if step.name == "bad":
            assert begun.wait(10)
            raise StudioError("The voice is gone.")
        if step.name == "long":
            begun.set()
            while not shop.cancel.cancelled:
                stopped.wait(0.01)
            stopped.set()
            shop.cancel.check()

    done = doing(work)
    steps = [
        Task("first"),
        Task("bad", ("first",)),
        Task("long", ("first",)),
        *(Task(f"later{n}") for n in range(20)),
    ]
    with pytest.raises(StudioError, match="The voice is gone"):
        run(engine.run(steps, shop, "prepare", 2))
    assert stopped.is_set()
    assert not threads()
    assert Task("first").key in shop.cache
    for step in steps:
        assert (step.key in shop.cache) == (step.name in done)
    assert "long" not in done
    assert "later19" not in done


def test_an_abandoned_job_ends_its_threads(shop: Workshop, doing: Callable[..., list[str]]) -> None:
    def work(step: Task, shop: Workshop) -> None:
        if step.name != "quick":
            while True:
                shop.cancel.check()
                time.sleep(0.01)

    doing(work)
    job = engine.run([Task("quick"), Task("slow"), Task("slower")], shop, "prepare", 3)
    next(job)
    assert next(job).what == "Making quick"
    assert threads()
    job.close()
    assert not threads()
    assert Task("quick").key in shop.cache


def cut(shop: Workshop, frames: int) -> tuple[StillStep, CutStep]:
    """A real change between two real pages, and the still behind it."""
    digests: list[str] = []
    for text in ("Rain", "Snow"):
        entry = pages.pack(written(text, width=320, height=180, at=(20, 100)))
        shop.cache.put(str(entry.record["digest"]), entry)
        digests.append(str(entry.record["digest"]))
    settings = VideoSettings(320, 180, PROFILE.rate, 20, "veryfast", "")
    still = StillStep(digests[1], digests[1], settings)
    return still, CutStep(
        first=digests[0],
        second=digests[1],
        first_page=digests[0],
        second_page=digests[1],
        after=still.key,
        level=Level.HOLD,
        style="dissolve",
        direction="left",
        frames=frames,
        settings=settings,
    )


def test_a_cancel_takes_effect_soon_in_the_middle_of_real_work(shop: Workshop) -> None:
    job = engine.run([*cut(shop, 50_000), *cut(shop, 40_000)], shop, "render", 2)
    next(job)
    asked: list[float] = []

    def cancel() -> None:
        asked.append(time.monotonic())
        shop.cancel.cancel()

    timer = threading.Timer(0.5, cancel)
    timer.start()
    with pytest.raises(Cancelled):
        run(job)
    assert time.monotonic() - asked[0] < SOON_S
    assert not threads()
    timer.join()
    assert cut(shop, 50_000)[1].key not in shop.cache
    assert not list(shop.cache.folder.rglob("*.new"))


def test_a_real_step_leaves_what_it_made_and_what_it_measured(shop: Workshop) -> None:
    still, step = cut(shop, 8)
    records = run(engine.run([still, step], shop, "render", 1))
    assert records[step.key]["delivered"] == 2
    assert records[step.key]["frames"] == 8
    entry = shop.entry(step.key)
    assert entry.record == records[step.key]
    assert len(entry.blobs) == 2 + 8


def test_a_job_that_was_cancelled_before_it_began_does_nothing(
    shop: Workshop, doing: Callable[..., list[str]]
) -> None:
    done = doing()
    shop.cancel.cancel()
    with pytest.raises(Cancelled):
        run(engine.run([Task("a"), Task("b")], shop, "prepare", 2))
    assert done == []


def test_work_ahead_of_time_goes_on_where_a_step_fails(
    shop: Workshop, doing: Callable[..., list[str]]
) -> None:
    def fail(step: Task, _: Workshop) -> None:
        if step.name == "a":
            raise StudioError("The voice could not speak “a”; change it.")

    done = doing(fail)
    records: engine.Records = {}
    work = engine.Work((Task("a"), Task("b", ("a",)), Task("c")), records, shop, 1, gentle=5)
    assert [step.name for step in work.finished() if step is not None] == ["c"] == done
    assert [str(error) for error in work.failures] == ["The voice could not speak “a”; change it."]
    assert records == {Task("c").key: {"name": "c"}}


def test_a_cancel_lets_work_ahead_of_time_end_what_it_began_and_starts_nothing(
    shop: Workshop, doing: Callable[..., list[str]]
) -> None:
    asked = threading.Event()

    def take_time(step: Task, view: Workshop) -> None:
        shop.cancel.cancel()
        asked.set()
        assert not view.cancel.cancelled

    done = doing(take_time)
    found: list[Step] = []
    work = engine.Work((Task("a"), Task("b")), {}, shop, 1, gentle=5)
    with pytest.raises(Cancelled):
        found.extend(step for step in work.finished() if step is not None)
    assert asked.is_set()
    assert done == ["a"]
    assert found == [Task("a")]
    assert shop.cache.record(Task("a").key)


def test_work_ahead_of_time_that_takes_too_long_is_stopped(
    shop: Workshop, doing: Callable[..., list[str]]
) -> None:
    def hang(step: Task, view: Workshop) -> None:
        shop.cancel.cancel()
        while True:
            view.cancel.check()
            threading.Event().wait(0.01)

    done = doing(hang)
    started = time.monotonic()
    with pytest.raises(Cancelled):
        list(engine.Work((Task("a"),), {}, shop, 1, gentle=0.3).finished())
    assert 0.3 <= time.monotonic() - started < SOON_S
    assert done == []
