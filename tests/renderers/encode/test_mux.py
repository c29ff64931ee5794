"""The finished file, as players and platforms read it."""

from __future__ import annotations

import getpass
import socket
import struct
import subprocess
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import av
import imageio_ffmpeg
import numpy as np
import pysubs2
import pytest

from renderers import plan, sounds
from renderers.encode import mux
from renderers.export import Order, Outcome, export
from studio.captions import captions
from studio.lecture import Level, Transition
from studio.timebase import BLOCK, SAMPLE_RATE, block_at
from studio.timeline import LEAD
from tests.fakes import PROFILE, finish, lecture, means, run, slide, workshop, written

CLICK = 4800
"""The sample of a sentence at which it clicks."""


@dataclass(frozen=True)
class Made:
    """A finished video of three slides: its file, its bytes and what the program says of it."""

    path: Path
    data: bytes
    outcome: Outcome


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("secret-folder")
    whole = lecture(
        slide(1, "Rain falls on the hills.", section="Rain", least=Fraction(11)),
        slide(2, "Snow & ice {lie} long.", section="Snow 雪", transition=Transition(Level.CUT)),
        slide(3, "水從海面上升。", section="Snow 雪", least=Fraction(11)),
        title="Wet “things” 水",
    )
    dark, light = written("Rain", ground=60), written("Snow")
    samples = np.zeros(SAMPLE_RATE, np.float32)
    samples[CLICK : CLICK + 16] = 0.9
    shop = workshop(folder)
    steps = plan.prepare(whole, PROFILE, means())
    finish(shop, steps, {"s1": dark, "s2": light, "s3": written("Sea")})
    for step in plan.sound_steps(whole.scene("s2"), whole, means()):
        shop.cache.put(step.key, sounds.pack(samples))
    outcome = run(export(Order(whole, PROFILE, folder / "out.mp4"), shop, means(), 2))
    shop.close()
    return Made(folder / "out.mp4", (folder / "out.mp4").read_bytes(), outcome)


def ffmpeg(*arguments: str) -> bytes:
    """What FFmpeg's own program writes to its output; it must have nothing to complain about."""
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "warning", "-xerror", *arguments, "-"]
    done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    assert done.stderr.decode() == ""
    assert done.returncode == 0
    return done.stdout


def boxes(data: bytes, start: int = 0, stop: int | None = None) -> list[tuple[str, int, int]]:
    """Name, first and last byte of the content of the boxes in a stretch of an MP4 file (ISO/IEC 14496-12)."""
    found: list[tuple[str, int, int]] = []
    at, stop = start, len(data) if stop is None else stop
    while at < stop:
        size, name = struct.unpack_from("!I4s", data, at)
        found.append((name.decode("latin-1"), at + 8, at + size))
        at += size
    return found


def inside(data: bytes, start: int, stop: int, *names: str) -> list[tuple[int, int]]:
    """All boxes reached by a path of names."""
    found = [(a, b) for name, a, b in boxes(data, start, stop) if name == names[0]]
    return found if len(names) == 1 else [hit for a, b in found for hit in inside(data, a, b, *names[1:])]


def edits(data: bytes) -> dict[str, list[tuple[int, int]]]:
    """(duration, media time) of every edit, by the kind of track."""
    found: dict[str, list[tuple[int, int]]] = {}
    for start, stop in inside(data, 0, len(data), "moov", "trak"):
        ((handler, _),) = inside(data, start, stop, "mdia", "hdlr")
        kind = data[handler + 8 : handler + 12].decode()
        lists = [data[a:b] for a, b in inside(data, start, stop, "edts", "elst")]
        found[kind] = [
            struct.unpack_from("!Ii", one, 8 + 12 * n)
            for one in lists
            for n in range(struct.unpack_from("!I", one, 4)[0])
        ]
    return found


def test_the_streams_are_what_platforms_ask_for(made: Made) -> None:
    with av.open(str(made.path)) as container:
        picture, sound, text = (
            getattr(container.streams, kind)[0] for kind in ("video", "audio", "subtitles")
        )
        assert (picture.codec_context.name, picture.profile, picture.pix_fmt) == ("h264", "High", "yuv420p")
        assert (picture.width, picture.height, picture.average_rate) == (128, 72, 25)
        context = picture.codec_context
        tags = (context.color_range, context.color_primaries, context.color_trc, context.colorspace)
        assert tuple(map(int, tags)) == (1, 1, 1, 1), "limited range, BT.709 three times"
        assert (sound.codec_context.name, sound.profile, sound.sample_rate) == ("aac", "LC", 48_000)
        assert text.codec_context.name == "mov_text"
        assert (sound.language, text.language) == ("eng", "eng")
        assert container.metadata["title"] == "Wet “things” 水"
        assert mux.MADE_BY in container.metadata["comment"]


def test_every_frame_and_every_block_is_there(made: Made) -> None:
    timeline = made.outcome.timeline
    with av.open(str(made.path)) as container:
        assert sum(1 for _ in container.decode(video=0)) == timeline.length
    with av.open(str(made.path)) as container:
        times = [frame.pts * frame.time_base for frame in container.decode(video=0)]
    assert times == [Fraction(n, 25) for n in range(timeline.length)]
    raw = ffmpeg("-i", str(made.path), "-map", "0:a", "-f", "f32le")
    assert abs(len(raw) // 4 - timeline.seconds * SAMPLE_RATE) <= BLOCK


@pytest.mark.parametrize("rate", [Fraction(30000, 1001), Fraction(24), Fraction(60)])
def test_frames_stand_exactly_where_their_rate_puts_them(tmp_path: Path, rate: Fraction) -> None:
    profile = replace(PROFILE, rate=rate)
    whole = lecture(*(slide(n, "Rain falls.", least=Fraction(9)) for n in (1, 2, 3)))
    with workshop(tmp_path) as shop:
        tools = means(profile)
        finish(shop, plan.prepare(whole, profile, tools), {f"s{n}": written(str(n)) for n in (1, 2, 3)})
        timeline = run(export(Order(whole, profile, tmp_path / "out.mp4"), shop, tools, 2)).timeline
    with av.open(str(tmp_path / "out.mp4")) as container:
        assert container.streams.video[0].average_rate == rate
        packets = [packet for packet in container.demux(video=0) if packet.pts is not None]
        sound = container.streams.audio[0]
        assert abs(sound.duration * sound.time_base - timeline.seconds) <= Fraction(512, SAMPLE_RATE)
    times = [packet.pts * packet.time_base for packet in packets]
    assert times == [n / rate for n in range(timeline.length)]


def test_playing_can_start_before_all_is_there(made: Made) -> None:
    names = [name for name, _, _ in boxes(made.data)]
    assert names.index("moov") < names.index("mdat")


def test_one_edit_hides_the_priming_of_the_sound_and_the_picture_has_none(made: Made) -> None:
    found = edits(made.data)
    assert [media_time for _, media_time in found["soun"]] == [BLOCK]
    assert [media_time for _, media_time in found["vide"]] in ([], [0])
    with av.open(str(made.path)) as container:
        assert [stream.start_time or 0 for stream in list(container.streams)[:2]] == [0, 0]


def test_picture_and_sound_stay_together(made: Made) -> None:
    clip = made.outcome.timeline.clips[1]
    raw = ffmpeg("-i", str(made.path), "-map", "0:v", "-f", "rawvideo", "-pix_fmt", "gray")
    pictures = np.frombuffer(raw, np.uint8).reshape(-1, 72, 128)
    bright = [int(picture[:20].mean()) > 150 for picture in pictures]
    assert bright.index(True) == clip.frames.start
    samples = np.frombuffer(
        ffmpeg("-i", str(made.path), "-map", "0:a", "-f", "f32le", "-ac", "1"), np.float32
    )
    start = block_at(clip.speech, PROFILE.rate) * BLOCK
    around = slice(start, start + 2 * SAMPLE_RATE)
    found = start + int(np.argmax(np.abs(samples[around])))
    wanted = start + int(LEAD * SAMPLE_RATE) + CLICK + 8
    assert abs(found - wanted) <= SAMPLE_RATE // 1000
    exact = clip.heard(PROFILE.rate) * SAMPLE_RATE + CLICK + 8
    assert abs(found - exact) <= 512 + SAMPLE_RATE // 1000, (
        "half a block at most from where the timeline has it"
    )


def test_nothing_is_heard_while_the_picture_changes(made: Made) -> None:
    clip = made.outcome.timeline.clips[2]
    assert clip.cut is not None
    assert len(clip.cut.frames) == 8
    samples = np.frombuffer(
        ffmpeg("-i", str(made.path), "-map", "0:a", "-f", "f32le", "-ac", "1"), np.float32
    )
    start = int(clip.frames.start / PROFILE.rate * SAMPLE_RATE)
    onset = (start + int(np.argmax(np.abs(samples[start:]) > 0.05))) / SAMPLE_RATE
    assert abs(onset - float(clip.heard(PROFILE.rate))) < 0.02
    assert onset > clip.cut.frames.stop / PROFILE.rate


def test_chapters_are_in_the_file(made: Made) -> None:
    with av.open(str(made.path)) as container:
        found = [
            (chapter["metadata"]["title"], chapter["start"] * chapter["time_base"])
            for chapter in container.chapters()
        ]
    timeline = made.outcome.timeline
    snow = Fraction(timeline.clips[1].frames.start) / 25
    assert found == [("Rain", 0), ("Snow 雪", snow)]


def test_captions_stand_in_the_file_as_they_stand_beside_it(made: Made) -> None:
    beside = pysubs2.SSAFile.load(str(made.path.with_suffix(".srt")))
    told = captions(made.outcome.timeline)
    assert len(told) == len(beside) == 3
    with av.open(str(made.path)) as container:
        samples = [
            (packet.pts * packet.time_base, bytes(packet)[2:].decode())
            for packet in container.demux(subtitles=0)
            if len(bytes(packet)) > 2
        ]
    assert [text for _, text in samples] == ["\n".join(caption.lines) for caption in told]
    assert [round(start * 1000) for start, _ in samples] == [event.start for event in beside]
    assert ffmpeg("-i", str(made.path), "-map", "0:s", "-f", "srt").decode().count("-->") == 3
    vtt = made.path.with_suffix(".vtt").read_text("utf-8")
    assert "Snow &amp; ice {lie} long." in vtt
    assert made.path.with_suffix(".chapters.txt").read_text("utf-8").startswith("0:00 Rain\n")


def test_the_file_tells_nothing_of_the_machine_it_was_made_on(made: Made) -> None:
    private = [
        str(made.path.parent),
        "secret-folder",
        socket.gethostname(),
        getpass.getuser(),
        str(Path.home()),
    ]
    for word in private:
        if len(word) >= 4:
            assert word.encode() not in made.data, word
    for path in made.outcome.files[1:]:
        assert "secret-folder" not in path.read_text("utf-8")


def test_the_same_lecture_makes_the_same_bytes(made: Made) -> None:
    assert b"Lavf" not in made.data, "no version, no date of the writer"
    ((start, _),) = inside(made.data, 0, len(made.data), "moov", "mvhd")
    assert struct.unpack_from("!II", made.data, start + 4) == (0, 0), "no date of making"


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en-GB", "eng"), ("zh-TW", "zho"), ("yue", "yue"), ("tlh", "tlh"), ("xx", "und"), ("", "und")],
)
def test_languages_have_the_codes_of_mp4(tag: str, code: str) -> None:
    assert mux.iso639_2(tag) == code
