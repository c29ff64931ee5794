"""Segments: in any order they make one stream that every decoder takes, frame for frame."""

from __future__ import annotations

import subprocess
from fractions import Fraction
from functools import cache
from pathlib import Path

import av
import imageio_ffmpeg
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderers.encode.codecs import ParameterSets
from renderers.encode.video import VideoSettings, encode
from renderers.segments import AudioSegment, VideoSegment, hold
from studio.lecture import Level
from studio.progress import CancelToken
from tests.fakes import changing, means, planes, written

SMALL = VideoSettings(64, 36, Fraction(25), 20, "veryfast", "")


@pytest.fixture(scope="module")
def still() -> VideoSegment:
    return encode([planes(written("R", width=64, height=36, at=(8, 28)))], SMALL, CancelToken())


@given(st.integers(2, 700), st.integers(1, 300))
def test_a_held_still_has_every_frame_and_never_two_keys_side_by_side(frames: int, interval: int) -> None:
    one = VideoSegment(sets(), (b"idr",))
    run = list(hold(one, frames, interval))
    keys = [number for number, picture in enumerate(run) if picture.key]
    assert len(run) == frames
    assert keys[0] == 0
    assert keys[-1] < frames - 1, "never ends in a lone key picture"
    gaps = [after - before for before, after in zip(keys, [*keys[1:], frames], strict=True)]
    assert all(gap >= 2 for gap in gaps)
    assert max(gaps) <= max(interval, 2) + 1, "a player can start at least so often"


@pytest.mark.parametrize("frames", [0, 1])
def test_a_still_of_one_frame_is_refused(still: VideoSegment, frames: int) -> None:
    with pytest.raises(ValueError, match="two frames"):
        list(hold(still, frames, 50))


def test_segments_know_how_long_they_last(still: VideoSegment) -> None:
    assert still.frames == 1
    assert [picture.key for picture in VideoSegment(still.parameter_sets, (b"a", b"b", b"c")).coded()] == [
        True,
        False,
        False,
    ]
    assert AudioSegment((b"a", b"b")).blocks == 2


@cache
def pieces() -> list[list[bytes]]:
    """Coded pictures of stills of several lengths and of changes of several ways."""
    a, b = (planes(written(text, width=64, height=36, at=(2, 26))) for text in ("Ra", "Sn"))
    stills = [encode([page], SMALL, CancelToken()) for page in (a, b)]
    found = [
        [picture.data for picture in hold(still, frames, 20)]
        for still, frames in zip(stills * 3, (2, 3, 21, 22, 23, 70), strict=True)
    ]
    for level, style in ((Level.HOLD, "dissolve"), (Level.WHOLE, "push"), (Level.WHOLE, "dip")):
        drawn = changing(a, b, level, style, "left", 7)  # type: ignore[arg-type]
        found.append([*encode((drawn.picture(n) for n in range(7)), SMALL, CancelToken()).pictures])
    return found


@cache
def sets() -> ParameterSets:
    return encode([planes(np.zeros((36, 64, 3), np.uint8))], SMALL, CancelToken()).parameter_sets


@settings(max_examples=15)
@given(st.lists(st.integers(0, 8), min_size=1, max_size=12))
def test_segments_in_any_order_decode_without_an_error(order: list[int]) -> None:
    shown = decoded([data for number in order for data in pieces()[number]])
    expected = [picture for number in order for picture in alone(number)]
    assert len(shown) == len(expected)
    assert all(np.array_equal(p, q) for p, q in zip(shown, expected, strict=True)), (
        "no piece knows its neighbours"
    )


@cache
def alone(number: int) -> list[np.ndarray]:
    return decoded(pieces()[number])


def decoded(coded: list[bytes]) -> list[np.ndarray]:
    decoder = av.CodecContext.create("h264", "r")
    decoder.extradata = sets().extradata()
    decoder.options = {"err_detect": "explode"}
    decoder.thread_count = 1
    frames = [frame for data in coded for frame in decoder.decode(av.Packet(data))]
    return [frame.to_ndarray() for frame in [*frames, *decoder.decode(None)]]


def test_ffmpeg_decodes_all_pieces_in_a_row_in_silence(tmp_path: Path, still: VideoSegment) -> None:
    stream = tmp_path / "all.h264"
    order = [*range(9), *reversed(range(9))]
    coded = [data for number in order for data in pieces()[number]]
    stream.write_bytes(still.parameter_sets.extradata() + b"".join(coded))
    ffmpeg = imageio_ffmpeg.get_ffmpeg_exe()
    command = [
        ffmpeg,
        "-v",
        "warning",
        "-xerror",
        "-i",
        str(stream),
        "-f",
        "rawvideo",
        "-pix_fmt",
        "yuv420p",
        "-",
    ]
    done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    assert done.stderr.decode() == ""
    assert done.returncode == 0
    assert len(done.stdout) == len(coded) * 64 * 36 * 3 // 2


def test_the_encoder_stops_when_asked() -> None:
    cancel = CancelToken()
    cancel.cancel()
    from studio.errors import Cancelled

    with pytest.raises(Cancelled):
        encode([planes(written("R"))], means().encoder, cancel)
