"""Files written sample by sample hold what FFmpeg's own muxer puts into one, for every codec and any size."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import pytest

from renderers.encode import mp4, mux, video
from renderers.encode.sound import silent_unit
from renderers.encode.video import VideoSettings, still
from renderers.segments import hold
from studio.captions import Caption
from studio.chapters import Chapter
from studio.errors import Cancelled
from studio.progress import NEVER, CancelToken
from studio.timebase import BLOCK, SAMPLE_RATE
from tests.fakes import PROFILE, planes, run, written

FRAMES, BLOCKS = 260, 489
"""10.4 s of both."""
CAPTIONS = (
    Caption(Fraction(1), Fraction(3), ("Rain falls",)),
    Caption(Fraction(3), Fraction(9), ("on the hills",)),
)
CHAPTERS = (Chapter("Rain", Fraction(0), Fraction(5)), Chapter("Snow 雪", Fraction(5), Fraction("10.4")))


def film(name: str) -> tuple[mux.Film, VideoSettings]:
    """A picture held for ten seconds and units of sound of many sizes (nobody decodes them here)."""
    settings = VideoSettings.of(replace(PROFILE, width=256, height=144), name)
    held = still(planes(written("Rain", width=256, height=144, at=(20, 80))), settings, NEVER)
    silence = silent_unit(PROFILE.sound_bits)
    units = [silence, *(silence + bytes(n % 300) for n in range(BLOCKS - 1))]
    made = mux.Film(
        held.parameter_sets, list(hold(held, FRAMES, 50)), units, CAPTIONS, CHAPTERS, "Wet 水", "en"
    )
    return made, settings


def ours(path: Path, name: str, cancel: CancelToken = NEVER) -> Path:
    whole, settings = film(name)

    def writing():
        yield from mux.write(path, whole, settings, PROFILE, cancel)

    run(writing())
    return path


def by_ffmpeg(path: Path, name: str) -> Path:
    """The same film as FFmpeg's muxer alone writes it."""
    whole, settings = film(name)
    with av.open(str(path), "w", format="mp4", options={"fflags": "+bitexact"}) as container:
        container.metadata["title"] = whole.title
        picture = mux._picture_stream(container, whole, settings)
        sound = mux._sound_stream(container, whole, PROFILE)
        text = mux._caption_stream(container, whole)
        container.set_chapters([mux._chapter(*numbered) for numbered in enumerate(whole.chapters)])
        container.start_encoding()
        frames = ((picture.data, n, 1, picture.key) for n, picture in enumerate(whole.pictures))
        blocks = ((unit, (n - 1) * BLOCK, BLOCK, True) for n, unit in enumerate(whole.units))
        packets = [
            *mux._packets(frames, 1 / settings.rate, picture),
            *mux._packets(blocks, Fraction(1, SAMPLE_RATE), sound),
            *mux._packets(mux._samples_of_text(CAPTIONS), Fraction(1, 1000), text),
        ]
        for packet in sorted(packets, key=lambda packet: packet.dts * packet.stream.time_base):
            container.mux(packet)
    return path


def told(path: Path) -> tuple[list[Any], dict[int, list[Any]]]:
    """What FFmpeg reads of a file: its streams and chapters, and all packets of every stream."""
    packets: dict[int, list[Any]] = {}
    with av.open(str(path)) as container:
        streams = [
            (each.type, each.time_base, each.start_time, each.duration, each.metadata)
            for each in container.streams
        ]
        rates = [(each.bit_rate, each.codec_context.extradata) for each in list(container.streams)[:2]]
        facts = [streams, rates, container.chapters(), container.metadata.get("title"), container.duration]
        for packet in container.demux():
            if packet.dts is not None:
                seen = (packet.pts, packet.dts, packet.duration, packet.is_keyframe, bytes(packet))
                packets.setdefault(packet.stream_index, []).append(seen)
    return facts, packets


@pytest.mark.parametrize("name", ["x264", "x265", "svtav1"])
def test_a_file_holds_what_ffmpegs_own_holds(tmp_path: Path, name: str) -> None:
    found, wanted = told(ours(tmp_path / "a.mp4", name)), told(by_ffmpeg(tmp_path / "b.mp4", name))
    assert found == wanted
    assert [len(found[1][stream]) for stream in (0, 1)] == [FRAMES, BLOCKS]


def test_words_may_be_hours_apart(tmp_path: Path) -> None:
    whole, settings = film("x264")
    apart = (CAPTIONS[0], Caption(Fraction(9000), Fraction(9002), ("at last",)))
    path = tmp_path / "long.mp4"
    run(mux.write(path, replace(whole, captions=apart), settings, PROFILE, NEVER))
    shown = [(time, text) for time, _, _, _, text in told(path)[1][2] if text != b"\x00\x00"]
    assert [(time / 1_000_000, text[2:]) for time, text in shown] == [(1, b"Rain falls"), (9000, b"at last")]


def test_a_file_of_more_than_four_gigabytes_is_read_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = told(ours(tmp_path / "small.mp4", "x264"))
    monkeypatch.setattr(mp4, "_LONG", 4096)  # where the numbers of 32 bits end
    large = ours(tmp_path / "large.mp4", "x264")
    assert b"co64" in large.read_bytes()
    assert told(large) == small


def test_picture_and_sound_stand_side_by_side(tmp_path: Path) -> None:
    with av.open(str(ours(tmp_path / "a.mp4", "x264"))) as container:
        stands = [
            (packet.pos, packet.stream_index, float(packet.pts * packet.time_base))
            for packet in container.demux(container.streams.video[0], container.streams.audio[0])
            if packet.dts is not None
        ]
    times = {0: 0.0, 1: 0.0}
    for _, stream, time in sorted(stands):
        times[stream] = time
        assert abs(times[0] - times[1]) < 1.1, "a player that reads on has both"


def test_a_cancel_ends_the_writing(tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        ours(tmp_path / "a.mp4", "x264", cancel)


def test_a_sound_that_outlasts_the_pictures_is_refused(tmp_path: Path) -> None:
    whole, settings = film("x264")
    longer = replace(whole, units=[*whole.units, *whole.units])
    with pytest.raises(ValueError, match="longer"):
        list(mux.write(tmp_path / "a.mp4", longer, settings, PROFILE, NEVER))


def test_the_pictures_are_those_of_the_film(tmp_path: Path) -> None:
    whole, _ = film("x264")
    with av.open(str(ours(tmp_path / "a.mp4", "x264"))) as container:
        shown = [frame.to_ndarray() for frame in container.decode(video=0)]
    decoder = video.decoder(whole.parameter_sets)
    first = [*decoder.decode(av.Packet(whole.pictures[0].data)), *decoder.decode(None)][0]
    assert len(shown) == FRAMES
    assert all((frame == first.to_ndarray()).all() for frame in shown)
