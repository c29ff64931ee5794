"""Changes and stills: one file can hold both, and where they meet nothing jolts."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import av
import numpy as np
import pytest

from renderers.encode.bits import nal_units
from renderers.encode.video import VideoSettings, encode
from renderers.planes import Planes
from renderers.segments import VideoSegment
from studio.lecture import Level
from studio.progress import CancelToken
from tests.fakes import changing, planes

SETTINGS = VideoSettings(480, 270, Fraction(30), 24, "veryfast", "")
FRAMES = 9


def page(seed: int) -> Planes:
    """A photograph of sorts (soft noise) beside a headline that all pages share."""
    import cv2

    random = np.random.default_rng(seed)
    picture = cv2.resize(random.integers(0, 255, (34, 60, 3)).astype(np.uint8), (480, 270), None, 0, 0, 2)
    picture = np.clip(picture + random.normal(0, 4, picture.shape), 0, 255).astype(np.uint8)
    picture[:90] = 235
    cv2.putText(picture, "The water cycle", (20, 60), cv2.FONT_HERSHEY_SIMPLEX, 1.2, (20, 30, 60), 2)
    return planes(picture)


def lumas(segment: VideoSegment) -> list[np.ndarray]:
    """What a decoder shows of a segment."""
    decoder = av.CodecContext.create("h264", "r")
    decoder.extradata = segment.parameter_sets.extradata()
    packets = [*map(av.Packet, segment.pictures), None]
    return [frame.to_ndarray()[:270].astype(int) for packet in packets for frame in decoder.decode(packet)]


@pytest.fixture(scope="module")
def pages() -> tuple[Planes, Planes]:
    return page(1), page(2)


def fade(pages: tuple[Planes, Planes], settles_at: int) -> VideoSegment:
    drawn = changing(*pages, Level.WHOLE, "dissolve", "left", FRAMES)
    return encode((drawn.picture(n) for n in range(FRAMES)), SETTINGS, CancelToken(), settles_at=settles_at)


def test_stills_and_changes_of_any_length_have_the_same_parameter_sets(pages: tuple[Planes, Planes]) -> None:
    still = encode([pages[1]], SETTINGS, CancelToken()).parameter_sets
    for frames in (2, 3, FRAMES):
        drawn = changing(*pages, Level.WHOLE, "dissolve", "left", frames)
        pictures = (drawn.picture(index) for index in range(frames))
        assert encode(pictures, SETTINGS, CancelToken(), settles_at=frames).parameter_sets == still


def test_a_change_settles_into_its_still(pages: tuple[Planes, Planes]) -> None:
    (still,) = lumas(encode([pages[1]], SETTINGS, CancelToken()))
    settled, plain = lumas(fade(pages, FRAMES)), lumas(fade(pages, 0))
    jolt, jolt_of_plain = (np.abs(frames[-1] - still).mean() for frames in (settled, plain))
    assert len(settled) == FRAMES
    assert jolt < 0.8 * jolt_of_plain
    assert all((a == b).all() for a, b in zip(settled[:-2], plain[:-2], strict=True)), "only its end differs"
    assert all(np.abs(a - b).mean() > jolt for a, b in pairwise(settled[1:-2])), (
        "less than a step of the fade"
    )


def test_a_key_picture_holds_nothing_but_the_picture(pages: tuple[Planes, Planes]) -> None:
    """x264 would put 600 bytes about its settings before each: an hour of slides has 900 key pictures."""
    segment = encode([pages[1]], SETTINGS, CancelToken())
    assert [nal[0] & 31 for nal in nal_units(segment.pictures[0])] == [5]
