"""Films in HEVC and AV1: stills that stand still, changes that fit them, equal bytes for equal pictures."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import av
import imageio_ffmpeg
import numpy as np
import pytest

from renderers import plan
from renderers.encode import av1, hevc, video
from renderers.encode.bits import START_CODE, nal_units
from renderers.encode.codecs import ParameterSets
from renderers.encode.video import VideoSettings, encode, still
from renderers.export import Order, export
from renderers.planes import Planes
from renderers.segments import Picture, VideoSegment, hold
from studio.lecture import Level
from studio.progress import NEVER
from tests.fakes import PROFILE, changing, finish, lecture, means, planes, run, slide, workshop, written

FAMILIES = ("x265", "svtav1")
SIZE = (256, 144)


def settings(name: str, width: int = SIZE[0], height: int = SIZE[1]) -> VideoSettings:
    return VideoSettings.of(replace(PROFILE, width=width, height=height), name)


def page(text: str, ground: int = 250) -> Planes:
    return planes(written(text, width=SIZE[0], height=SIZE[1], at=(20, 80), ground=ground))


def decoded(sets: ParameterSets, pictures: list[Picture]) -> list[np.ndarray]:
    decoder = video.decoder(sets)
    packets = [*(av.Packet(picture.data) for picture in pictures), None]
    return [frame.to_ndarray().astype(int) for packet in packets for frame in decoder.decode(packet)]


@pytest.fixture(scope="module", params=FAMILIES)
def coded(request: pytest.FixtureRequest) -> tuple[str, VideoSegment, VideoSegment, VideoSegment]:
    """A family's name, two stills by it and a dissolve between them."""
    a, b, by = page("Rain"), page("Snow", 235), settings(request.param)
    drawn = changing(a, b, Level.WHOLE, "dissolve", "left", 9)
    between = encode((drawn.picture(n) for n in range(9)), by, NEVER, settles_at=9)
    return request.param, still(a, by, NEVER), between, still(b, by, NEVER)


def test_a_still_stands_still_for_as_long_as_it_is_held(coded: tuple) -> None:
    _, held, _, _ = coded
    run = list(hold(held, 700, 300))
    assert [number for number, picture in enumerate(run) if picture.key] == [0, 300, 600]
    pictures = decoded(held.parameter_sets, run)
    assert len(pictures) == 700
    assert all(np.array_equal(picture, pictures[0]) for picture in pictures)
    shown = pictures[0][: SIZE[1]]
    assert np.abs(shown - page("Rain").y.numpy()).mean() < 1, "and it is the slide"


def test_repeating_costs_next_to_nothing(coded: tuple) -> None:
    _, held, _, _ = coded
    assert held.frames == 2
    assert all(len(picture.data) < 100 for picture in list(hold(held, 50, 300))[1:])


def test_stills_and_changes_stand_in_one_film_in_any_order(coded: tuple) -> None:
    _, first, between, last = coded
    assert first.parameter_sets == between.parameter_sets == last.parameter_sets
    pieces = [
        list(hold(first, 40, 20)),
        list(between.coded()),
        list(hold(last, 33, 20)),
        list(hold(first, 2, 9)),
    ]
    pieces += pieces[::-1]
    alone = [picture for piece in pieces for picture in decoded(first.parameter_sets, piece)]
    joined = decoded(first.parameter_sets, [picture for piece in pieces for picture in piece])
    assert len(joined) == 2 * (40 + 9 + 33 + 2)
    assert all(np.array_equal(p, q) for p, q in zip(joined, alone, strict=True)), (
        "no piece knows its neighbours"
    )


def test_a_dissolve_runs_into_its_still_without_a_jump(coded: tuple) -> None:
    _, _, between, last = coded
    fading = decoded(between.parameter_sets, list(between.coded()))
    (shown, _) = decoded(last.parameter_sets, list(hold(last, 2, 9)))
    steps = [np.abs(a - b).mean() for a, b in pairwise(fading)]
    assert np.abs(fading[-1] - shown).mean() < max(steps)
    ground = np.abs(fading[-1][:40] - shown[:40])
    assert ground.max() <= 2, "what is empty on both slides does not move"


def test_equal_pictures_make_equal_bytes(coded: tuple) -> None:
    name, held, between, _ = coded
    a, b = page("Rain"), page("Snow", 235)
    drawn = changing(a, b, Level.WHOLE, "dissolve", "left", 9)
    assert still(a, settings(name), NEVER) == held
    assert encode((drawn.picture(n) for n in range(9)), settings(name), NEVER, settles_at=9) == between


@pytest.mark.parametrize("name", FAMILIES)
@pytest.mark.parametrize("size", [(64, 64), (320, 180), (322, 182)])
def test_stills_of_any_size_and_content_can_be_held(name: str, size: tuple[int, int]) -> None:
    noise = planes(np.random.default_rng(3).integers(0, 256, (size[1], size[0], 3), np.uint8))
    held = still(noise, settings(name, *size), NEVER)
    pictures = decoded(held.parameter_sets, list(hold(held, 30, 100)))
    assert len(pictures) == 30
    assert all(np.array_equal(picture, pictures[0]) for picture in pictures)


def test_what_cannot_be_repeated_is_refused() -> None:
    held = still(page("Rain"), settings("x265"), NEVER)
    sets = held.parameter_sets
    with pytest.raises(ValueError, match="follows another one"):
        hevc.renumbered(sets.units, held.pictures[0], 3)
    with pytest.raises(ValueError, match="no parameter sets"):
        ParameterSets.read("hevc", b"".join(START_CODE + nal for nal in sets.units[1:]), b"")
    held = still(page("Rain"), settings("svtav1"), NEVER)
    with pytest.raises(ValueError, match="inter frame"):
        av1.again(held.parameter_sets.units, held.pictures[:1], 3)
    with pytest.raises(ValueError, match="no parameter sets"):
        ParameterSets.read("av1", b"", held.pictures[1])


def test_only_the_number_of_a_repeated_picture_differs() -> None:
    held = still(page("Rain"), settings("x265"), NEVER)
    (before,), (after,) = (
        nal_units(hevc.renumbered(held.parameter_sets.units, held.pictures[1], n)) for n in (1, 9)
    )
    assert hevc.renumbered(held.parameter_sets.units, held.pictures[1], 1) == held.pictures[1]
    assert 0 < sum(a != b for a, b in zip(before, after, strict=True)) <= 2


TAGS = {"x265": ("hevc", "hvc1"), "svtav1": ("libdav1d", "av01")}


@pytest.mark.parametrize("name", FAMILIES)
def test_a_film_for_the_archive_plays_frame_for_frame(name: str, tmp_path: Path) -> None:
    profile = replace(PROFILE, encoders=(name,))
    whole = lecture(*(slide(n, "Rain falls.", least=Fraction(4)) for n in (1, 2, 3)))
    with workshop(tmp_path) as shop:
        tools = replace(means(profile), encoder=VideoSettings.of(profile, name))
        drawn = {f"s{n}": written(str(n), at=(20 * n, 40)) for n in (1, 2, 3)}
        finish(shop, plan.prepare(whole, profile, tools), drawn)
        done = run(export(Order(whole, profile, tmp_path / "out.mp4"), shop, tools, 2))
    assert done.encoder == name
    film = tmp_path / "out.mp4"
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "warning", "-xerror", "-i", str(film), "-map", "0:v"]
    shown = subprocess.run(
        [*command, "-f", "rawvideo", "-pix_fmt", "yuv420p", "-"], capture_output=True, timeout=60, check=False
    )
    assert (shown.stderr.decode(), shown.returncode) == ("", 0)
    frames = np.frombuffer(shown.stdout, np.uint8).reshape(-1, 108, 128)
    assert len(frames) == done.timeline.length
    for clip in done.timeline.clips:
        start = clip.cut.frames.stop if clip.cut else clip.frames.start
        body = frames[start : clip.frames.stop]
        assert all(np.array_equal(frame, body[0]) for frame in body), "a still does not move"
        given = planes(drawn[clip.scene]).y.numpy().astype(int)
        assert np.abs(body[0][:72].astype(int) - given).mean() < 2
    with av.open(str(film)) as container:
        stream = container.streams.video[0]
        assert (stream.codec_context.name, stream.codec_context.codec_tag) == TAGS[name]
        assert stream.frames == done.timeline.length
        keys = [n for n, p in enumerate(p for p in container.demux(stream) if p.size) if p.is_keyframe]
    gaps = [after - before for before, after in pairwise([*keys, done.timeline.length])]
    assert max(gaps) <= profile.key_interval + 1, "a player can start at least so often"
