"""From requested to delivered: what a level cannot keep it does not claim, and the length stays."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from renderers.planes import Planes
from renderers.transitions import deliver as module
from renderers.transitions.deliver import Delivery, deliver
from renderers.transitions.how import Asked, How, Side
from studio.errors import Cancelled
from studio.lecture import Level, Style
from studio.matching import Pair
from studio.progress import CancelToken
from tests import stacks
from tests.fakes import planes, written

FRAMES = 12


def delivered(
    a: Planes, b: Planes, level: Level, style: Style = "dissolve", frames: int = FRAMES
) -> Delivery:
    return deliver(Side(a), Side(b), Asked(level, style, frames), CancelToken())


def alike() -> tuple[Planes, Planes]:
    return planes(written("Rain")), planes(written("Snow"))


def noisy(seed: int, height: int = 72, width: int = 128) -> Planes:
    return planes(np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8))


@pytest.mark.parametrize("level", [Level.CUT, Level.WHOLE, Level.HOLD])
def test_what_can_be_kept_is_delivered_as_requested_without_excuses(level: Level) -> None:
    made = delivered(*alike(), level)
    assert (made.requested, made.delivered, made.reasons) == (level, level, ())


@pytest.mark.parametrize("level", [Level.MOVE, Level.RESHAPE, Level.MOTION])
def test_what_cannot_be_drawn_falls_to_the_highest_that_can_and_says_so(level: Level) -> None:
    made = delivered(*alike(), level)
    assert (made.requested, made.delivered) == (level, Level.HOLD)
    assert len(made.reasons) == level - Level.HOLD
    assert made.reasons[-1] == "Move: the slides are not taken apart into objects"
    assert made.change.frames == FRAMES


def test_slides_that_share_nothing_are_not_held() -> None:
    made = delivered(noisy(1), noisy(2), Level.HOLD)
    assert made.delivered is Level.WHOLE
    assert made.reasons[0].startswith("Hold: ")
    assert "too little to hold" in made.reasons[0]


def test_a_wipe_that_would_jump_becomes_a_dissolve_of_the_same_level_and_length() -> None:
    a = planes(np.full((72, 128, 3), 40, np.uint8))
    page = np.full((72, 128, 3), 40, np.uint8)
    page[:, 60:62] = 250  # a thin line is wiped in within a frame
    made = delivered(a, planes(page), Level.WHOLE, "wipe", 30)
    assert (made.delivered, made.style) == (Level.WHOLE, "dissolve")
    assert made.reasons[0].startswith("Wipe: the picture jumps")
    assert len(list(made.frames())) == 30


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("frames", [2, 3, 25])
def test_the_length_is_kept_and_the_last_frame_is_the_slide_at_any_level(level: Level, frames: int) -> None:
    a, b = alike()
    pictures = list(delivered(a, b, level, frames=frames).frames())
    assert len(pictures) == frames
    assert all(torch.equal(p, q) for p, q in zip(pictures[-1].planes, b.planes, strict=True))


def test_the_figures_come_from_the_frames_that_are_shown() -> None:
    made = delivered(*alike(), Level.WHOLE)
    assert made.scores.steps == FRAMES
    assert made.scores.ends_exact
    assert made.scores.step_share == pytest.approx(1.5 / FRAMES, rel=0.1)


def test_a_way_that_does_not_keep_its_promise_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    a, b = alike()

    def push_instead(a: Side, b: Side, asked: Asked) -> module.Change:
        real = module.change(a, b, asked)
        from renderers.transitions import push

        way = push.prepare(a.page, b.page, How())
        return real if asked.level < Level.HOLD else module.Change(way, FRAMES)

    monkeypatch.setattr(module, "change", _before(module.change, push_instead))
    made = delivered(a, b, Level.HOLD)
    assert made.delivered is Level.WHOLE
    assert "what both slides share moved" in made.reasons[0]


def _before(real, instead):  # type: ignore[no-untyped-def]
    """`instead`, which itself calls the real one."""

    def called(*arguments: object) -> object:
        module.change = real
        try:
            return instead(*arguments)
        finally:
            module.change = called

    return called


@pytest.mark.parametrize(("height", "width"), [(2, 2), (2, 64), (90, 160), (722, 1282), (1082, 1922)])
def test_any_even_size_can_be_delivered(height: int, width: int) -> None:
    grey = np.full((height, width, 3), 200, np.uint8)
    dark = grey.copy()
    dark[: height // 2, : width // 4] = 30
    made = delivered(planes(grey), planes(dark), Level.HOLD, frames=4)
    assert made.delivered is Level.HOLD
    assert next(made.frames()).size == (width, height)


def test_a_cancel_stops_the_measuring() -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        deliver(*map(Side, alike()), Asked(Level.HOLD, "dissolve", FRAMES), cancel)


def test_small_words_that_glide_do_so_however_many_frames_a_change_has() -> None:
    told = ("rain", "snow", "hail", "fog", "ice", "dew")
    ground = stacks.ground(1920, 1080)
    first = [stacks.words(n, each, 60 + 170 * n, 60, 12, angle=90) for n, each in enumerate(told, 1)]
    second = [stacks.words(n, each, 111 + 177 * n, 250, 12, angle=90) for n, each in enumerate(told, 1)]
    a, b = stacks.slide(first, ground), stacks.slide(second, ground)
    how = How(pairs=tuple(Pair(n, n, "id") for n in range(1, 7)))
    for frames in (8, 12, 30):
        made = deliver(a, b, Asked(Level.MOVE, "dissolve", frames, how), CancelToken())
        assert made.delivered is Level.MOVE, (frames, made.reasons)
