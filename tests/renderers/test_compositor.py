"""Preview and export are one picture: frame n of the compositor is frame n of the video."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
import torch

from renderers import pages, plan
from renderers.compositor import Compositor
from renderers.engine import Records
from renderers.export import Order, Outcome, export
from renderers.planes import Planes
from studio.coherence import CutChoice
from studio.lecture import Level, Transition
from studio.timeline import Timeline, compile_timeline
from tests.fakes import PROFILE, Picture, finish, lecture, means, planes, run, slide, workshop, written

DRAWN: dict[str, Picture] = {
    "s1": written("Rain"),
    "s2": written("Snow", at=(30, 60)),
    "s3": written("Ice", ground=200),
    "s4": written("Sea", ground=80),
    "s5": written("End"),
}


def same(one: Planes, other: Planes) -> bool:
    return all(torch.equal(p, q) for p, q in zip(one.planes, other.planes, strict=True))


def page(scene: str) -> Planes:
    return planes(DRAWN[scene])


def compiled(level: Level, style: str = "dissolve", seconds: Fraction = Fraction(2, 5)) -> Timeline:
    choice = CutChoice(level, style, "left", seconds, "")  # type: ignore[arg-type]
    scenes = [slide(n, least=Fraction(1)) for n in (1, 2, 3)]
    return compile_timeline(lecture(*scenes), {}, {"s2": choice, "s3": choice}, PROFILE.rate)


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("style", ["dissolve", "push", "dip"])
def test_a_cut_begins_behind_the_slide_before_and_ends_on_the_slide_itself(level: Level, style: str) -> None:
    timeline = compiled(level, style)
    compositor = Compositor(timeline, page)
    for before, clip in zip(timeline.clips, timeline.clips[1:], strict=False):
        assert clip.cut is not None
        assert same(compositor.frame(clip.frames.start - 1), page(before.scene))
        assert same(compositor.frame(clip.cut.frames.stop - 1), page(clip.scene))
        assert same(compositor.frame(clip.cut.frames.stop), page(clip.scene))
        assert same(compositor.frame(clip.frames.stop - 1), page(clip.scene))
        middle = compositor.frame((clip.cut.frames.start + clip.cut.frames.stop) // 2)
        assert level is Level.CUT or not (same(middle, page(before.scene)) or same(middle, page(clip.scene)))


def test_frames_can_be_asked_for_in_any_order() -> None:
    timeline = compiled(Level.HOLD)
    forward = Compositor(timeline, page)
    in_order = [forward.frame(n) for n in range(timeline.length)]
    again = Compositor(timeline, page)
    for n in np.random.default_rng(1).permutation(timeline.length)[:25]:
        assert same(again.frame(int(n)), in_order[n])


def test_what_was_delivered_is_shown_not_what_was_asked() -> None:
    timeline = compiled(Level.HOLD)
    number = timeline.clips[1].frames.start + 4
    asked, fallen = Compositor(timeline, page), Compositor(timeline, page, {"s2": (Level.WHOLE, "dissolve")})
    dissolve = Compositor(compiled(Level.WHOLE), page)
    assert same(fallen.frame(number), dissolve.frame(number))
    assert not same(fallen.frame(number), asked.frame(number))


def test_beyond_the_end_there_is_no_frame() -> None:
    compositor = Compositor(compiled(Level.HOLD), page)
    for outside in (-1, compositor.timeline.length):
        with pytest.raises(IndexError):
            compositor.frame(outside)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    folder = tmp_path_factory.mktemp("export")
    asked = {
        2: Transition(Level.HOLD),
        3: Transition(Level.WHOLE, "push", duration=Fraction(3, 5)),
        4: Transition(Level.MOTION, duration=Fraction(1)),
        5: Transition(Level.CUT),
    }
    scenes = [
        slide(n, "Hello." if n == 2 else "", least=Fraction(1), transition=asked.get(n, Transition()))
        for n in range(1, 6)
    ]
    with workshop(folder) as shop:
        whole = lecture(*scenes)
        finish(shop, plan.prepare(whole, PROFILE, means()), DRAWN)
        outcome = run(export(Order(whole, PROFILE, folder / "out.mp4"), shop, means(), 2))
    return folder / "out.mp4", outcome


def psnr(one: np.ndarray, other: np.ndarray) -> float:
    error = float(((one.astype(float) - other.astype(float)) ** 2).mean())
    return 99.0 if error == 0 else 10 * np.log10(255**2 / error)


def test_every_frame_of_the_video_is_that_of_the_compositor(exported: tuple[Path, Outcome]) -> None:
    path, outcome = exported
    delivered = {cut.scene: (Level(cut.delivered), cut.style) for cut in outcome.cuts}
    compositor = Compositor(outcome.timeline, page, delivered)
    with av.open(str(path)) as container:
        decoded = [frame.to_ndarray(format="yuv420p") for frame in container.decode(video=0)]
    assert len(decoded) == outcome.timeline.length
    found = [psnr(picture[:72], compositor.frame(n).y.numpy()) for n, picture in enumerate(decoded)]
    assert min(found) > 36, f"frame {int(np.argmin(found))} of {len(found)}"
    for clip in outcome.timeline.clips[1:]:
        start = clip.frames.start
        assert psnr(decoded[start - 1][:72], page(clip.scene).y.numpy()) < 30, (
            "the cut starts where it should"
        )


def test_a_level_that_cannot_be_drawn_is_reported_where_it_fell(exported: tuple[Path, Outcome]) -> None:
    cuts = {cut.scene: cut for cut in exported[1].cuts}
    assert [(cuts[f"s{n}"].requested, cuts[f"s{n}"].delivered) for n in (2, 3, 5)] == [(2, 2), (1, 1), (0, 0)]
    assert cuts["s4"].requested == 5
    assert cuts["s4"].delivered < 3
    assert any("cannot be drawn" in reason for reason in cuts["s4"].fell)
    assert all(cut.fell == () for name, cut in cuts.items() if name != "s4")


def test_pages_are_kept_without_loss(tmp_path: Path) -> None:
    assert tmp_path.is_dir()
    for drawn in DRAWN.values():
        assert same(pages.unpack(pages.pack(drawn)), planes(drawn))
    records: Records = {"a": pages.pack(DRAWN["s1"]).record, "b": pages.pack(DRAWN["s2"]).record}
    assert records["a"]["digest"] != records["b"]["digest"]
