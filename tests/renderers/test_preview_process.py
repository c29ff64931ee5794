"""Preview and export are one picture: what the preview shows of frame n is frame n of the video."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

import av
import numpy as np
import pytest

from renderers import engine, page_plan, pages, plan
from renderers.cache import Cache, Entry
from renderers.export import Order, Outcome, export
from renderers.planes import Planes, to_rgb
from renderers.preview_process import PreviewProcess
from renderers.screen import bgrx
from renderers.steps import CheckStep
from studio.errors import Cancelled, LostEntryError
from studio.lecture import Lecture, Level, Transition
from studio.progress import NEVER, CancelToken
from studio.timebase import SAMPLE_RATE
from tests.fakes import (
    PROFILE,
    Picture,
    changing,
    finish,
    lecture,
    means,
    pcm,
    run,
    slide,
    tone,
    workshop,
    written,
)

SIZE = (PROFILE.width, PROFILE.height)
DRAWN: dict[str, Picture] = {
    "s1": written("Rain"),
    "s2": written("Snow", at=(30, 60)),
    "s3": written("Ice", ground=200),
    "s4": written("Sea", ground=80),
    "s5": written("End"),
}
ASKED = {
    2: Transition(Level.HOLD),
    3: Transition(Level.WHOLE, "push", duration=Fraction(3, 5)),
    4: Transition(Level.MOTION, duration=Fraction(1)),
    5: Transition(Level.CUT),
}


@dataclass(frozen=True)
class Exported:
    """A finished video, and what an editor knows of its lecture."""

    cache: Cache
    lecture: Lecture
    outcome: Outcome
    checks: dict[str, CheckStep]
    records: engine.Records


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    folder = tmp_path_factory.mktemp("cache")
    scenes = [
        slide(n, "Hello." if n == 2 else "", least=Fraction(1), transition=ASKED.get(n, Transition()))
        for n in range(1, 6)
    ]
    whole = lecture(*scenes)
    with workshop(folder) as shop:
        steps = plan.prepare(whole, PROFILE, means())
        finish(shop, steps, DRAWN)
        outcome = run(export(Order(whole, PROFILE, folder / "out.mp4"), shop, means(), 2))
        records, _ = engine.split(steps, shop)
        records |= engine.split(plan.measure(whole, PROFILE, means(), records), shop)[0]
        checks = plan.checks(outcome.timeline, whole, PROFILE, means(), records)
        layers = plan.separated(checks, whole, PROFILE, means(), records)
        records |= run(engine.run((*layers, *checks), shop, "check", 1))
        return Exported(shop.cache, whole, outcome, {step.where: step for step in checks}, records)


@pytest.fixture(scope="module")
def preview(exported: Exported) -> Iterator[PreviewProcess]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LECTURE_STUDIO_CACHE", str(exported.cache.folder.parent))
        process = PreviewProcess()
        yield process
        process.close()


def page_key(exported: Exported, scene: str) -> str:
    return page_plan.page_step(exported.lecture.scene(scene), exported.lecture, PROFILE, means()).key


def page(exported: Exported, scene: str) -> Planes:
    entry = exported.cache.get(page_key(exported, scene))
    assert entry is not None
    return pages.unpack(entry)


def pixels(data: bytes, size: tuple[int, int] = SIZE) -> np.ndarray:
    """The pixels as (H, W, 4)."""
    return np.frombuffer(data, np.uint8).reshape(size[1], size[0], 4)


def shown(planes: Planes) -> np.ndarray:
    """Planes as the screen shows them."""
    y, u, v = (plane.numpy() for plane in planes.planes)
    return pixels(bgrx(y, u, v, *SIZE))


def psnr(one: np.ndarray, other: np.ndarray) -> float:
    error = float(((one.astype(float) - other.astype(float)) ** 2).mean())
    return 99.0 if error == 0 else 10 * np.log10(255**2 / error)


def test_a_page_is_shown_in_the_colours_it_has(exported: Exported, preview: PreviewProcess) -> None:
    for scene in DRAWN:
        seen = pixels(preview.still(page_key(exported, scene), *SIZE, NEVER))
        kept = to_rgb(page(exported, scene)).astype(int)
        assert np.abs(seen[:, :, 2::-1].astype(int) - kept).max() <= 1
        assert (seen[:, :, 3] == 255).all()


def test_colours_of_every_kind_come_through(exported: Exported) -> None:
    colours = np.random.default_rng(3).integers(0, 256, (36, 64, 3), np.uint8)
    whole = pages.unpack(pages.pack(colours.repeat(2, 0).repeat(2, 1)))
    assert np.abs(shown(whole)[:, :, 2::-1].astype(int) - to_rgb(whole)).max() <= 1


def test_a_small_picture_of_a_page_is_the_mean_of_what_it_covers(
    exported: Exported, preview: PreviewProcess
) -> None:
    small = pixels(preview.still(page_key(exported, "s2"), 32, 18, NEVER), (32, 18))
    whole = shown(page(exported, "s2")).astype(float)
    assert np.abs(small - whole.reshape(18, 4, 32, 4, 4).mean((1, 3))).max() <= 1
    large = pixels(preview.still(page_key(exported, "s2"), 256, 144, NEVER), (256, 144))
    assert np.abs(large.astype(float).mean((0, 1)) - whole.mean((0, 1))).max() < 1


def frames(exported: Exported, preview: PreviewProcess) -> Iterator[np.ndarray]:
    """Every frame of the timeline as a preview shows it."""
    for clip in exported.outcome.timeline.clips:
        still = pixels(preview.still(page_key(exported, clip.scene), *SIZE, NEVER))
        step = exported.checks.get(clip.scene)
        change = [] if step is None else list(preview.cut(step, range(step.frames), *SIZE, NEVER))
        yield from map(pixels, change)
        yield from (still for _ in range(len(clip.frames) - len(change)))


def test_every_frame_of_the_video_is_that_of_the_preview(exported: Exported, preview: PreviewProcess) -> None:
    timeline = exported.outcome.timeline
    with av.open(str(exported.outcome.files[0])) as container:
        decoded = [frame.to_ndarray(format="yuv420p") for frame in container.decode(video=0)]
    assert len(decoded) == timeline.length
    found = [
        psnr(of_video(picture), seen)
        for picture, seen in zip(decoded, frames(exported, preview), strict=True)
    ]
    assert min(found) > 34, f"frame {int(np.argmin(found))} of {len(found)}"
    for clip in timeline.clips[1:]:
        before = of_video(decoded[clip.frames.start - 1])
        assert psnr(before, shown(page(exported, clip.scene))) < 28, "the cut starts where it should"


def of_video(picture: np.ndarray) -> np.ndarray:
    """A decoded picture (rows of Y, then U, then V) as the screen shows it."""
    width, height = SIZE
    y, u, v = np.split(picture.reshape(-1), [width * height, width * height * 5 // 4])
    half = (height // 2, width // 2)
    return pixels(bgrx(y.reshape(height, width), u.reshape(half), v.reshape(half), *SIZE))


def test_a_change_is_shown_as_it_is_delivered_bit_for_bit(
    exported: Exported, preview: PreviewProcess
) -> None:
    fell = 0
    for scene, step in exported.checks.items():
        record = exported.records[step.key]
        fell += record["delivered"] < step.level
        before = exported.lecture.scenes[int(scene[1:]) - 2].id
        how = (Level(record["delivered"]), record["style"], step.direction, step.frames)
        drawn = changing(page(exported, before), page(exported, scene), *how)
        indexes = [step.frames - 1, 0, step.frames // 2]
        seen = [pixels(data) for data in preview.cut(step, indexes, *SIZE, NEVER)]
        for index, picture in zip(indexes, seen, strict=True):
            assert (picture == shown(drawn.picture(index))).all()
        assert (seen[0] == shown(page(exported, scene))).all(), "the last frame is the slide itself"
    assert fell, "one of them could not be drawn as asked"


def test_a_change_that_nobody_checked_yet_is_checked_when_it_is_shown(
    exported: Exported, preview: PreviewProcess
) -> None:
    step = exported.checks["s3"]
    slower = replace(step, level=Level.HOLD, style="wipe", frames=9, edition="", where="")
    assert slower.key not in exported.cache
    assert len(list(preview.cut(slower, range(9), *SIZE, NEVER))) == 9
    assert (exported.cache.record(slower.key) or {})["requested"] == Level.HOLD


def test_a_page_that_is_gone_is_told_as_such_and_the_process_stays(
    exported: Exported, preview: PreviewProcess
) -> None:
    before = process_of(preview)
    with pytest.raises(LostEntryError):
        preview.still("0" * 64, 32, 18, NEVER)
    assert preview.still(page_key(exported, "s1"), 32, 18, NEVER)
    assert process_of(preview) == before


def test_a_cancelled_request_leaves_the_process_for_the_next(
    exported: Exported, preview: PreviewProcess
) -> None:
    preview.still(page_key(exported, "s1"), 32, 18, NEVER)
    before, cancel = process_of(preview), CancelToken()
    work = preview.cut(exported.checks["s4"], range(exported.checks["s4"].frames), *SIZE, cancel)
    next(work)
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(work)
    assert preview.still(page_key(exported, "s1"), 32, 18, NEVER)
    assert process_of(preview) == before


def process_of(preview: PreviewProcess) -> int:
    process = preview._worker._process
    assert process is not None
    return process.pid


def test_peaks_show_where_it_clicks(exported: Exported, preview: PreviewProcess) -> None:
    samples = np.zeros(SAMPLE_RATE * 2 + 100, np.float32)
    samples[SAMPLE_RATE + 481] = -1.0
    exported.cache.put("c" * 64, Entry({"seconds": "2"}, (pcm(samples),)))
    peaks = preview.peaks("c" * 64, 100, NEVER)
    assert len(peaks) == 201
    assert {index: peak for index, peak in enumerate(peaks) if peak} == {101: 255}


def test_peaks_follow_the_loudness_also_where_buckets_are_uneven(
    exported: Exported, preview: PreviewProcess
) -> None:
    exported.cache.put("d" * 64, Entry({"seconds": "1"}, (pcm(tone(1.0, level=0.5)),)))
    peaks = preview.peaks("d" * 64, 37, NEVER)
    assert len(peaks) == 37
    assert all(abs(peak - 127) <= 1 for peak in peaks[2:-2])
    exported.cache.put("e" * 64, Entry({"seconds": "0"}, (b"",)))
    assert preview.peaks("e" * 64, 100, NEVER) == b""
