"""The engine process as the editor depends on it: what it makes is what an export makes, and it ends when told."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from renderers import page_plan, plan, profiles
from renderers.engine_process import EngineProcess, Loaded, Records
from renderers.export import Order
from renderers.means import Means
from studio import edits
from studio.errors import BadFileError, Cancelled, OutputError
from studio.lecture import CardVisual, Lecture, Paragraph, Scene, SlideVisual
from studio.progress import NEVER, CancelToken, Progress
from tests.fakes import run
from tests.patience import SOON_S

PROFILE = profiles.load(profiles.PREVIEW)
SMALL = replace(PROFILE, width=640, height=360)
needs_pidfd = pytest.mark.skipif(
    not hasattr(os, "pidfd_open"), reason="watching foreign processes needs Linux"
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EngineProcess]:
    """One process for all; its cache is new and nobody else's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LECTURE_STUDIO_CACHE", str(tmp_path_factory.mktemp("cache")))
        process = EngineProcess()
        yield process
        process.close()


@pytest.fixture(scope="module")
def tools(engine: EngineProcess) -> Means:
    return engine.means(PROFILE, NEVER)


@pytest.fixture(scope="module")
def loaded(engine: EngineProcess, samples: Path) -> Loaded:
    return run(engine.load(samples / "water-cycle.pptx", NEVER))


@pytest.fixture(scope="module")
def short(loaded: Loaded) -> Lecture:
    """The first scenes of the sample, one of them hidden, each with a sentence or two."""
    scenes = [first_words(scene) for scene in loaded.lecture.scenes if scene.recording is None][:4]
    return replace(loaded.lecture, scenes=(*scenes[:3], replace(scenes[3], hidden=True)))


def first_words(scene: Scene) -> Scene:
    return replace(scene, script=replace(scene.script, paragraphs=scene.script.paragraphs[:1]))


@pytest.fixture(scope="module")
def known(engine: EngineProcess, tools: Means, short: Lecture) -> Records:
    """All that the process says of the short lecture."""
    records: Records = {}
    for told in engine.convert(short, PROFILE, short.scenes[0].id, NEVER):
        records |= told if isinstance(told, dict) else {}
    for told in engine.prepare(short, PROFILE, short.scenes[1].id, NEVER):
        records |= told if isinstance(told, dict) else {}
    return records


def told(work: Iterator[Progress | Records]) -> list[Records]:
    return [each for each in work if isinstance(each, dict)]


def pid(engine: EngineProcess) -> int:
    process = engine._worker._process
    assert process is not None
    return process.pid


def test_the_whole_sample_arrives_with_its_report(loaded: Loaded) -> None:
    assert (loaded.lecture.title, len(loaded.lecture.scenes)) == ("The water cycle", 11)
    assert all(scene.visual for scene in loaded.lecture.scenes)
    assert loaded.report.source == "water-cycle.pptx"
    assert any(entry.what == "painter" for entry in loaded.report.entries)


def test_a_file_that_cannot_be_read_is_one_sentence_and_the_process_stays(
    engine: EngineProcess, tools: Means, tmp_path: Path
) -> None:
    before = pid(engine)
    with pytest.raises(BadFileError, match="There is no file"):
        run(engine.load(tmp_path / "nothing.pptx", NEVER))
    assert pid(engine) == before


def test_what_is_prepared_gives_the_timeline_of_the_export(
    engine: EngineProcess, tools: Means, short: Lecture, known: Records, tmp_path: Path
) -> None:
    timeline = plan.compiled(short, PROFILE, tools, known)
    stages: list[Progress] = []
    work = engine.export(Order(short, PROFILE, tmp_path / "lesson.mp4"), NEVER)
    try:
        while True:
            stages.append(next(work))
    except StopIteration as end:
        outcome = end.value
    assert outcome.timeline == timeline
    assert all(clip.take.measured for clip in timeline.clips)
    assert outcome.files[0] == tmp_path / "lesson.mp4"
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in outcome.files}
    assert {stage.where for stage in stages if stage.stage == "join"} >= {short.scenes[0].id}
    checked = {step.where: known[step.key] for step in plan.checks(timeline, short, PROFILE, tools, known)}
    assert checked
    for cut in outcome.cuts:
        if cut.scores is not None:
            assert (cut.requested, cut.delivered, cut.style, list(cut.fell), cut.scores) == tuple(
                checked[cut.scene][name] for name in ("requested", "delivered", "style", "reasons", "scores")
            )


def test_the_forecast_is_near_what_the_export_takes(
    engine: EngineProcess, tools: Means, short: Lecture, known: Records, tmp_path: Path
) -> None:
    order = Order(short, profiles.load("lms-720p"), tmp_path / "lesson.mp4")
    before = engine.forecast(order, NEVER)
    outcome = run(engine.export(order, NEVER))
    size = outcome.files[0].stat().st_size
    assert (before.seconds, before.measured) == (outcome.timeline.seconds, True)
    assert before.fresh == outcome.fresh > 0
    assert 1 / 1.5 < before.bytes / size < 1.5
    assert before.free > 0
    after = engine.forecast(order, NEVER)
    assert (after.fresh, after.seconds) == (0, before.seconds)
    assert after.work_seconds < before.work_seconds
    assert abs(after.bytes - size) < 0.05 * size


def test_a_lecture_that_nobody_has_spoken_yet_is_foretold_from_estimates(
    engine: EngineProcess, tools: Means, short: Lecture, tmp_path: Path
) -> None:
    found = engine.forecast(Order(long(short), PROFILE, tmp_path / "lesson.mp4"), NEVER)
    assert not found.measured
    assert 40 < found.seconds < 400
    with pytest.raises(BadFileError, match="nothing to show"):
        engine.forecast(Order(replace(short, scenes=()), PROFILE, tmp_path / "lesson.mp4"), NEVER)


def test_hidden_slides_are_drawn_too(tools: Means, short: Lecture, known: Records) -> None:
    assert all(page_plan.page_step(scene, short, PROFILE, tools).key in known for scene in short.scenes)


def test_slides_are_seen_before_their_deck_is_converted(
    engine: EngineProcess, tools: Means, short: Lecture
) -> None:
    if not tools.converter:
        pytest.skip("LibreOffice is not here, so nothing has to stand in")
    small = replace(PROFILE, width=320, height=180)
    other = tuple(
        replace(scene, visual=replace(scene.visual, drawn="f" * 64, number=500))  # of a part nobody converted
        for scene in short.scenes
        if isinstance(scene.visual, SlideVisual)
    )
    fresh = replace(short, scenes=other)
    records: Records = {}
    for each in told(engine.prepare(fresh, small, "", NEVER)):
        records |= each
    for scene in fresh.scenes:
        assert page_plan.stand_in_step(scene, fresh, small, tools).key in records
        assert page_plan.page_step(scene, fresh, small, tools).key not in records


def test_what_is_known_comes_at_once_and_the_scene_that_is_looked_at_before_the_others(
    engine: EngineProcess, tools: Means, short: Lecture, known: Records
) -> None:
    (everything,) = told(engine.prepare(short, PROFILE, "", NEVER))
    assert everything == known
    scenes = [
        replace(short.scenes[0], id=f"new {n}", title=f"New {n}", script=words(f"Here is number {n}."))
        for n in range(8)
    ]
    changed = replace(short, scenes=tuple(scenes))
    fresh: list[str] = []
    for records in told(engine.prepare(changed, PROFILE, scenes[6].id, NEVER)):
        fresh += [key for key in records if key not in known]
    keys = [spoken(changed, number, tools) for number in range(8)]
    heard = [keys.index(key) for key in fresh if key in keys]
    assert sorted(heard) == list(range(8))
    assert heard.index(6) < 4, "several work at a time, and on a busy machine not in turn"


def words(*paragraphs: str) -> Any:
    from studio.lecture import Script

    return Script(tuple(map(Paragraph, paragraphs)), "en")


def spoken(lecture: Lecture, number: int, tools: Means) -> str:
    return plan.sound_steps(lecture.scenes[number], lecture, tools)[0].key


def test_an_edited_sentence_speaks_one_sentence(
    engine: EngineProcess, tools: Means, short: Lecture, known: Records
) -> None:
    scene = short.scenes[0]
    more = replace(
        scene, script=replace(scene.script, paragraphs=(*scene.script.paragraphs, Paragraph("Well.")))
    )
    edited = replace(short, scenes=(more, *short.scenes[1:]))
    fresh = {key for records in told(engine.prepare(edited, PROFILE, scene.id, NEVER)) for key in records}
    assert fresh - set(known) == {plan.sound_steps(more, edited, tools)[-1].key}


def long(lecture: Lecture, count: int = 40) -> Lecture:
    """A lecture with so many sentences nobody has spoken yet."""
    sentences = words(*(f"This is sentence number {n} of {count}." for n in range(count)))
    return replace(lecture, scenes=(replace(lecture.scenes[0], script=sentences), *lecture.scenes[1:]))


def test_a_cancel_ends_preparing_and_keeps_the_process_and_what_was_made(
    engine: EngineProcess, tools: Means, short: Lecture, known: Records
) -> None:
    before, cancel, fresh = pid(engine), CancelToken(), 0
    for records in told_until(engine.prepare(long(short), PROFILE, "", cancel), cancel):
        fresh += len(records.keys() - known.keys())
    assert 0 < fresh < 40
    (again,) = told(engine.prepare(short, PROFILE, "", NEVER))
    assert again == known
    assert pid(engine) == before


def told_until(work: Iterator[Progress | Records], cancel: CancelToken) -> Iterator[Records]:
    """What is told; cancelled after the second records."""
    for number, records in enumerate(each for each in work if isinstance(each, dict)):
        if number == 1:
            cancel.cancel()
        yield records


def test_an_abandoned_preparation_keeps_the_process(
    engine: EngineProcess, tools: Means, short: Lecture, known: Records
) -> None:
    before = pid(engine)
    work = engine.prepare(long(short, 30), PROFILE, "", NEVER)
    next(work)
    work.close()
    assert told(engine.prepare(short, PROFILE, "", NEVER)) == [known]
    assert pid(engine) == before


@pytest.mark.parametrize("stage", ["prepare", "render", "join"])
def test_a_cancelled_export_ends_soon_and_leaves_no_file(
    engine: EngineProcess, tools: Means, short: Lecture, known: Records, tmp_path: Path, stage: str
) -> None:
    lasting = tuple(replace(scene, least=plan.Fraction(600)) for scene in short.scenes)
    order = Order(replace(short, scenes=lasting), SMALL, tmp_path / "lesson.mp4")
    cancel = CancelToken()
    work = engine.export(order, cancel)
    while next(work).stage != stage:
        pass
    started = time.monotonic()
    cancel.cancel()
    with pytest.raises(Cancelled):
        run(work)
    assert time.monotonic() - started < SOON_S
    assert list(tmp_path.iterdir()) == []


def test_an_export_whose_process_is_killed_leaves_no_file(
    engine: EngineProcess, tools: Means, short: Lecture, tmp_path: Path
) -> None:
    lasting = tuple(replace(scene, least=plan.Fraction(3000)) for scene in short.scenes)
    order = Order(replace(short, scenes=lasting), PROFILE, tmp_path / "lesson.mp4")
    work = engine.export(order, NEVER)
    while next(work).stage != "join":
        pass
    engine.close()
    with pytest.raises(Exception, match="stopped unexpectedly"):
        run(work)
    assert list(tmp_path.iterdir()) == []


def test_an_export_to_a_place_that_is_none_is_one_sentence(
    engine: EngineProcess, short: Lecture, tmp_path: Path
) -> None:
    with pytest.raises(OutputError, match="does not exist"):
        run(engine.export(Order(short, PROFILE, tmp_path / "nowhere" / "x.mp4"), NEVER))


@needs_pidfd
def test_the_workers_of_a_killed_engine_end_with_it(
    tools: Means, short: Lecture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LECTURE_STUDIO_CACHE", str(tmp_path))
    engine = EngineProcess()
    engine.means(PROFILE, NEVER)
    children = [os.pidfd_open(child) for child in children_of(pid(engine))]
    assert children, "the voice runs in a worker of the worker"
    engine.close()
    for child in children:
        with os.fdopen(child):
            assert select.select([child], [], [], 5)[0]


def children_of(parent: int) -> list[int]:
    found = Path(f"/proc/{parent}/task").glob("*/children")
    return [int(child) for listed in found for child in listed.read_text().split()]


def test_a_window_that_plans_loads_nothing_heavy() -> None:
    program = (
        "import sys, renderers.plan, renderers.engine_process, renderers.preview_process, renderers.export\n"
        "heavy = ('numpy', 'torch', 'av', 'cv2', 'lxml', 'pptx', 'soundfile', 'soxr', 'pypdfium2')\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_two_threads_take_turns(engine: EngineProcess, tools: Means, short: Lecture, known: Records) -> None:
    found: list[list[Records]] = []
    threads = [
        threading.Thread(target=lambda: found.append(told(engine.prepare(short, PROFILE, "", NEVER))))
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [set(each) ^ set(known) for some in found for each in some] == [set(), set()]
    assert found == [[known], [known]]


def test_what_a_process_could_not_begin_with_is_told_to_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "cache"
    place.write_text("in the way")
    monkeypatch.setenv("LECTURE_STUDIO_CACHE", str(place))
    cards = Lecture("Rain", scenes=(Scene("a", "Rain", CardVisual("")),))
    process = EngineProcess()
    try:
        with pytest.raises(OutputError):
            told(process.convert(cards, PROFILE, "", NEVER))
        place.unlink()
        assert told(process.convert(cards, PROFILE, "", NEVER)) == [{}]
    finally:
        process.close()


def test_a_changed_deck_comes_into_the_lecture(engine: EngineProcess, samples: Path, tmp_path: Path) -> None:
    before = run(engine.load(samples / "water-cycle.pptx", NEVER)).lecture
    mine = edits.set_script(before, before.scenes[2].id, "My own words.")
    deck = Presentation(str(samples / "water-cycle.pptx"))
    deck.slides[1].notes_slide.notes_text_frame.text = "The deck's new words."
    deck.save(str(tmp_path / "changed.pptx"))
    done = run(engine.update(mine, tmp_path / "changed.pptx", NEVER))
    assert [scene.scene for scene in done.changes.changed] == [before.scenes[1].id]
    assert done.report.source == "changed.pptx"
    assert done.lecture.scenes[1].script.words == "The deck's new words."
    assert done.lecture.scenes[2].script.words == "My own words."
    again = run(engine.update(done.lecture, tmp_path / "changed.pptx", NEVER))
    assert again.lecture is done.lecture
    with pytest.raises(BadFileError, match="is a lecture; choose the changed deck"):
        run(engine.update(mine, tmp_path / "x.lecture", NEVER))
