"""Repeated pictures: bits as the standard has them, decoded by a decoder that is not ours."""

from __future__ import annotations

from fractions import Fraction

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.encode.h264 import (
    START_CODE,
    BitReader,
    Bits,
    ParameterSets,
    nal_units,
    read_sequence,
    skip_parameter_set,
    skip_picture,
    with_emulation_prevention,
    without_emulation_prevention,
)
from renderers.encode.video import VideoSettings, encode
from renderers.segments import VideoSegment, hold
from studio.progress import CancelToken
from tests.fakes import means, planes, written

NUMBER = st.integers(0, 2**20)


@given(st.lists(st.one_of(NUMBER.map(lambda n: ("ue", n, 0)), st.integers(1, 24).flatmap(
    lambda size: st.integers(0, 2**size - 1).map(lambda n: ("u", n, size))))))  # fmt: skip
def test_what_is_written_bit_by_bit_is_read_back(codes: list[tuple[str, int, int]]) -> None:
    bits = Bits()
    for kind, value, size in codes:
        bits.ue(value) if kind == "ue" else bits.u(value, size)
    payload = bits.payload()
    reader = BitReader(payload)
    assert [reader.ue() if kind == "ue" else reader.u(size) for kind, _, size in codes] == [
        value for _, value, _ in codes
    ]
    assert reader.u(1) == 1, "the stop bit follows"


@pytest.mark.parametrize(
    ("value", "code"), [(0, "1"), (1, "010"), (2, "011"), (3, "00100"), (6, "00111"), (7, "0001000")]
)
def test_exp_golomb_codes_are_those_of_table_9_2(value: int, code: str) -> None:
    reader = BitReader(Bits().ue(value).payload())
    assert "".join(str(reader.u(1)) for _ in code) == code


@pytest.mark.parametrize(("value", "code"), [(0, 0), (1, 1), (-1, 2), (2, 3), (-2, 4), (26, 51)])
def test_signed_codes_are_those_of_table_9_3(value: int, code: int) -> None:
    assert BitReader(Bits().se(value).payload()).ue() == code


HARD = st.lists(st.sampled_from([0, 0, 0, 1, 2, 3, 4, 255]), max_size=40).map(bytes)


@given(HARD.map(lambda data: data + b"\x80"))
def test_emulation_prevention_can_be_taken_out_again_and_leaves_no_start_code(payload: bytes) -> None:
    nal = with_emulation_prevention(0x65, payload)
    assert without_emulation_prevention(nal) == payload
    assert not any(code in nal for code in (b"\0\0\0", b"\0\0\1", b"\0\0\2"))
    assert nal_units(START_CODE + nal + b"\0\0\1" + nal) == (nal, nal)


@pytest.fixture(scope="module")
def still() -> VideoSegment:
    return encode([planes(written("Rain"))], means().encoder, CancelToken())


def decoded(sets: ParameterSets, pictures: list[bytes]) -> list[np.ndarray]:
    """Y, U and V of every picture, as FFmpeg's decoder sees them."""
    decoder = av.CodecContext.create("h264", "r")
    decoder.extradata = sets.extradata()
    decoder.options = {"err_detect": "explode"}
    frames = [frame for data in pictures for frame in decoder.decode(av.Packet(data))]
    frames += decoder.decode(None)
    return [frame.to_ndarray() for frame in frames]


def test_a_picture_is_repeated_bit_for_bit_beyond_every_wrap_of_its_number(still: VideoSegment) -> None:
    coded = [picture.data for picture in hold(still, 300, 10_000)]
    assert sum(map(len, coded[1:])) < 20 * 299
    pictures = decoded(still.parameter_sets, coded)
    assert len(pictures) == 300
    assert all(np.array_equal(picture, pictures[0]) for picture in pictures)
    shown = pictures[0][:72, :].astype(int)
    assert np.abs(shown - planes(written("Rain")).y.numpy()).mean() < 2, "and it is the slide"


def test_repeated_pictures_are_numbered_round_and_round(still: VideoSegment) -> None:
    sequence = read_sequence(still.parameter_sets.sps)
    numbers: list[int] = []
    for picture in list(hold(still, 40, 1000))[1:]:
        (nal,) = nal_units(picture.data)
        bits = BitReader(without_emulation_prevention(nal))
        assert (bits.ue(), bits.ue(), bits.ue()) == (0, 5, 1), (
            "first macroblock, P slice, its own parameter set"
        )
        numbers.append(bits.u(sequence.frame_num_bits))
    assert numbers == [number % 2**sequence.frame_num_bits for number in range(1, 40)]


def test_the_still_comes_again_at_the_key_interval(still: VideoSegment) -> None:
    run = list(hold(still, 300, 120))
    assert [number for number, picture in enumerate(run) if picture.key] == [0, 120, 240]
    pictures = decoded(still.parameter_sets, [picture.data for picture in run])
    assert len(pictures) == 300
    assert all(np.array_equal(picture, pictures[0]) for picture in pictures)
    from_second = decoded(still.parameter_sets, [picture.data for picture in run[120:]])
    assert np.array_equal(from_second[0], pictures[0]), "a player can start there"


@pytest.mark.parametrize(("width", "height"), [(16, 16), (128, 72), (160, 90), (322, 182)])
def test_repeated_pictures_fit_any_size(width: int, height: int) -> None:
    settings = VideoSettings(width, height, Fraction(30), 23, "veryfast", "")
    page = np.random.default_rng(1).integers(0, 256, (height, width, 3), np.uint8)
    segment = encode([planes(page)], settings, CancelToken())
    macroblocks = -(-width // 16) * -(-height // 16)
    assert read_sequence(segment.parameter_sets.sps).macroblocks == macroblocks
    pictures = decoded(segment.parameter_sets, [picture.data for picture in hold(segment, 20, 100)])
    assert len(pictures) == 20
    assert all(np.array_equal(picture, pictures[0]) for picture in pictures)


def test_repeating_goes_on_from_the_last_picture_of_a_change(still: VideoSegment) -> None:
    pages = [planes(written("Rain", ground=ground)) for ground in (250, 200, 150)]
    moving = encode(pages, means().encoder, CancelToken())
    sps = moving.parameter_sets.sps
    coded = [*moving.pictures, *(skip_picture(sps, number) for number in range(3, 40))]
    pictures = decoded(moving.parameter_sets, coded)
    assert len(pictures) == 40
    assert all(np.array_equal(picture, pictures[2]) for picture in pictures[2:])
    assert not np.array_equal(pictures[1], pictures[2])


def test_parameter_sets_come_from_what_the_encoder_wrote(still: VideoSegment) -> None:
    sets = still.parameter_sets
    assert [nal[0] & 31 for nal in nal_units(sets.extradata())] == [7, 8, 8]
    assert (
        ParameterSets.from_extradata(sets.extradata().replace(START_CODE + skip_parameter_set(), b"")) == sets
    )
    with pytest.raises(ValueError, match="no parameter sets"):
        ParameterSets.from_extradata(START_CODE + sets.sps)
    assert read_sequence(sets.sps).order_count_type == 2


def high_profile_sps(*, chroma: int = 1, matrices: int = 0, order: int = 2, progressive: int = 1) -> bytes:
    bits = Bits().u(100, 8).u(0, 8).u(31, 8).ue(0).ue(chroma).ue(0).ue(0).u(0, 1).u(matrices, 1)
    bits.ue(0).ue(order).ue(1).u(0, 1).ue(7).ue(4).u(progressive, 1)
    return with_emulation_prevention(0x67, bits.payload())


def test_what_cannot_be_repeated_is_refused() -> None:
    assert read_sequence(high_profile_sps()).macroblocks == 40
    for wrong in ({"chroma": 2}, {"matrices": 1}, {"order": 0}, {"progressive": 0}):
        with pytest.raises(ValueError, match=r"."):
            read_sequence(high_profile_sps(**wrong))


def test_equal_pictures_make_equal_bytes_and_other_settings_other_ones(still: VideoSegment) -> None:
    settings = means().encoder
    assert encode([planes(written("Rain"))], settings, CancelToken()) == still
    moving = encode([planes(written("Rain")), planes(written("Snow"))], settings, CancelToken())
    assert moving.parameter_sets == still.parameter_sets, "stills and changes can stand in one file"
