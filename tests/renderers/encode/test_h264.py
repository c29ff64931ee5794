"""Repeated pictures: bits as the standard has them, decoded by a decoder that is not ours."""

from __future__ import annotations

from fractions import Fraction

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.encode.bits import (
    START_CODE,
    BitReader,
    Bits,
    nal_units,
    with_emulation_prevention,
    without_emulation_prevention,
)
from renderers.encode.codecs import ParameterSets
from renderers.encode.h264 import read_sequence, skip_parameter_set, skip_picture
from renderers.encode.video import VideoSettings, encode, frame_of
from renderers.planes import Planes
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
    nal = with_emulation_prevention(b"\x65", payload)
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
    sequence = read_sequence(still.parameter_sets.units[0])
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
    assert read_sequence(segment.parameter_sets.units[0]).macroblocks == macroblocks
    pictures = decoded(segment.parameter_sets, [picture.data for picture in hold(segment, 20, 100)])
    assert len(pictures) == 20
    assert all(np.array_equal(picture, pictures[0]) for picture in pictures)


def test_repeating_goes_on_from_the_last_picture_of_a_change(still: VideoSegment) -> None:
    pages = [planes(written("Rain", ground=ground)) for ground in (250, 200, 150)]
    moving = encode(pages, means().encoder, CancelToken())
    units = moving.parameter_sets.units
    coded = [*moving.pictures, *(skip_picture(units, number) for number in range(3, 40))]
    pictures = decoded(moving.parameter_sets, coded)
    assert len(pictures) == 40
    assert all(np.array_equal(picture, pictures[2]) for picture in pictures[2:])
    assert not np.array_equal(pictures[1], pictures[2])


def test_parameter_sets_come_from_what_the_encoder_wrote(still: VideoSegment) -> None:
    sets = still.parameter_sets
    told = sets.extradata()
    assert [nal[0] & 31 for nal in nal_units(told)] == [7, 8, 8]
    own = START_CODE + skip_parameter_set(sets.units)
    assert ParameterSets.read("h264", told.replace(own, b""), b"") == sets
    with pytest.raises(ValueError, match="no parameter sets"):
        ParameterSets.read("h264", START_CODE + sets.units[0], b"")
    assert read_sequence(sets.units[0]).order_bits == 0, "no order count has to be written"


def test_what_stands_beside_a_picture_is_taken_away_and_other_sets_are_refused(still: VideoSegment) -> None:
    sets, (picture,) = still.parameter_sets, still.pictures
    delimiter, filler = START_CODE + b"\x09\xf0", START_CODE + b"\x0c\xff\x80"
    (*seen,) = nal_units(picture)
    told = b"".join(START_CODE + nal for nal in sets.units)
    assert nal_units(sets.bare(delimiter + told + picture + filler)) == tuple(seen)
    assert sets.bare(picture) == picture
    with pytest.raises(ValueError, match="changed its parameter sets"):
        sets.bare(START_CODE + sets.units[1][:-1] + b"\x81" + picture)


def high_profile_sps(
    *,
    chroma: int = 1,
    order: int = 2,
    progressive: int = 1,
    references: int = 1,
    lists: tuple[tuple[int, ...] | None, ...] | None = None,
) -> bytes:
    bits = Bits().u(100, 8).u(0, 8).u(31, 8).ue(0).ue(chroma).ue(0).ue(0).u(0, 1).u(int(lists is not None), 1)
    for deltas in lists or ():
        bits.u(int(deltas is not None), 1)
        for delta in deltas or ():
            bits.se(delta)
    bits.ue(3).ue(order)
    if order == 0:
        bits.ue(2)
    bits.ue(references).u(0, 1).ue(7).ue(4).u(progressive, 1)
    return with_emulation_prevention(b"\x67", bits.payload())


def test_what_cannot_be_repeated_is_refused() -> None:
    assert read_sequence(high_profile_sps()).macroblocks == 40
    for wrong in ({"chroma": 2}, {"order": 1}, {"progressive": 0}, {"references": 0}):
        with pytest.raises(ValueError, match=r"."):
            read_sequence(high_profile_sps(**wrong))


def test_scaling_matrices_are_read_over() -> None:
    whole, early = (1,) * 16, (2, -10)
    lists = (whole, None, early, None, (0,) * 16, None, (3, *(0,) * 63), (-8,))
    found = read_sequence(high_profile_sps(lists=lists, order=0))
    assert (found.frame_num_bits, found.order_bits, found.macroblocks) == (7, 6, 40)


def ordered(pages: list[Planes]) -> tuple[ParameterSets, list[bytes]]:
    """Pictures by x264 as an encoder codes them that writes order counts, as most hardware does."""
    encoder = av.CodecContext.create("libx264", "w")
    encoder.width, encoder.height, encoder.pix_fmt = 128, 72, "yuv420p"
    encoder.framerate, encoder.time_base, encoder.thread_count = Fraction(25), Fraction(1, 25), 1
    encoder.flags |= av.codec.context.Flags.global_header
    encoder.options = {
        "x264-params": "bframes=1:b-adapt=0:ref=3:keyint=infinite:scenecut=0:rc-lookahead=0:cqm=jvt"
    }
    encoder.open()
    coded: list[bytes] = []
    for index, page in enumerate(pages):
        frame = frame_of(page)
        frame.pts, frame.pict_type = index, av.video.frame.PictureType.P if index else 1
        coded += [bytes(packet) for packet in encoder.encode(frame)]
    coded += [bytes(packet) for packet in encoder.encode(None)]
    return ParameterSets.read("h264", bytes(encoder.extradata), coded[0]), coded


def test_a_picture_is_repeated_where_order_counts_are_written() -> None:
    sets, (still,) = ordered([planes(written("Rain"))])
    found = read_sequence(sets.units[0])
    assert found.order_bits > 0
    run = [still, *(sets.again((still,), number) for number in range(1, 150))]
    pictures = decoded(sets, [*run, *run[:40]])
    assert len(pictures) == 190
    assert all(np.array_equal(picture, pictures[0]) for picture in pictures)
    other, moving = ordered([planes(written("Rain", ground=ground)) for ground in (250, 200, 150)])
    assert other == sets
    coded = [*moving, *(sets.again((), number) for number in range(3, 60)), *run[:30]]
    pictures = decoded(sets, coded)
    assert len(pictures) == 90
    assert all(np.array_equal(picture, pictures[2]) for picture in pictures[2:60])


def test_repeated_pictures_have_a_parameter_set_of_their_own(still: VideoSegment) -> None:
    sps, _ = still.parameter_sets.units
    taken = [with_emulation_prevention(b"\x68", Bits().ue(number).ue(0).payload()) for number in (0, 1, 3)]
    own = skip_parameter_set((sps, *taken))
    assert BitReader(without_emulation_prevention(own)).ue() == 2


def test_equal_pictures_make_equal_bytes_and_other_settings_other_ones(still: VideoSegment) -> None:
    settings = means().encoder
    assert encode([planes(written("Rain"))], settings, CancelToken()) == still
    moving = encode([planes(written("Rain")), planes(written("Snow"))], settings, CancelToken())
    assert moving.parameter_sets == still.parameter_sets, "stills and changes can stand in one file"
