"""Changes that begin and end in their stills as decoders show them: nothing steps that both slides share."""

from __future__ import annotations

import numpy as np
import pytest

from renderers.encode.settling import settled
from renderers.encode.video import encode, seen, still
from renderers.planes import Planes
from renderers.segments import VideoSegment
from renderers.transitions import Change
from studio.lecture import Level
from studio.progress import CancelToken
from tests.fakes import changing
from tests.renderers.encode.test_video import SETTINGS, lumas, page

FRAMES = 9


@pytest.fixture(scope="module")
def pages() -> tuple[Planes, Planes]:
    """Two slides on one busy background; the second has a word more."""
    import cv2

    first = page(1)
    luma = first.y.numpy().copy()
    cv2.putText(luma, "rivers", (40, 200), cv2.FONT_HERSHEY_SIMPLEX, 1.5, 20, 3)
    import torch

    return first, Planes(torch.from_numpy(luma), first.u, first.v)


def film(pages: tuple[Planes, Planes], drawn: Change) -> tuple[VideoSegment, VideoSegment, VideoSegment]:
    """The still before, the change, the still behind."""
    before, after = (still(each, SETTINGS, CancelToken()) for each in pages)
    pictures = settled(drawn, pages[1], seen(after, pages[1].size))
    return before, encode(pictures, SETTINGS, CancelToken(), settles_at=drawn.frames), after


def test_nothing_steps_that_both_slides_share(pages: tuple[Planes, Planes]) -> None:
    parts = film(pages, changing(*pages, Level.WHOLE, "dissolve", "left", FRAMES))
    (before,), between, (after,) = (lumas(part) for part in parts)
    assert len(between) == FRAMES
    shared = np.abs(before - after) <= 2
    shared[140:220] = False  # rows of the word
    assert shared.sum() > 50_000
    assert (between[0] == before).all(), "the change starts with the very picture that was held"
    steps = np.abs(between[-1] - after)
    assert np.percentile(steps[shared], 99.9) <= 2
    assert steps.max() <= 4, "no single pixel, not of the word either"


def test_a_slide_that_jumps_does_so_at_once(pages: tuple[Planes, Planes]) -> None:
    jump = changing(*pages, Level.CUT, "dissolve", "left", FRAMES)
    first = next(settled(jump, pages[1], pages[1]))
    assert (first.y == pages[1].y).all()


def test_the_last_picture_is_the_still_as_decoders_show_it(pages: tuple[Planes, Planes]) -> None:
    shown = seen(still(pages[1], SETTINGS, CancelToken()), pages[1].size)
    drawn = changing(*pages, Level.WHOLE, "dissolve", "left", FRAMES)
    *_, last = settled(drawn, pages[1], shown)
    assert all((a == b).all() for a, b in zip(last.planes, shown.planes, strict=True))
