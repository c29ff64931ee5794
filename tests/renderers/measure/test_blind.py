"""A video of which nothing is known: its changes are found and placed, whoever made and coded it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import av
import cv2
import imageio_ffmpeg
import numpy as np
import pytest

from renderers.measure.blind import placed
from renderers.measure.stretches import Finder, Shown, Stretch
from renderers.measure.watched import Watched, watch
from renderers.workshop import Workshop
from studio.errors import BadFileError, Cancelled
from studio.lecture import Level
from tests.fakes import workshop
from tests.tools.confusion import judged, make, seen, verdict, write

ENOUGH = {Level.CUT: 5, Level.WHOLE: 6, Level.HOLD: 5, Level.MOVE: 6}


@pytest.mark.parametrize("level", ENOUGH)
def test_made_cuts_are_placed_on_their_level(level: Level) -> None:
    taken = [found for _, _, found in judged(level, range(2000, 2000 + ENOUGH[level]))]
    assert taken.count(str(int(level))) >= 0.9 * len(taken) - 0.5, taken


def page(seed: int, width: int = 640, height: int = 360) -> np.ndarray:
    random = np.random.default_rng(seed)
    picture = np.full((height, width, 3), int(random.integers(200, 255)), np.uint8)
    for row in range(40, height - 60, 46):
        text = "".join(random.choice(list("abcdefgh  mnop"), 22))
        cv2.putText(picture, text, (40, row), cv2.FONT_HERSHEY_SIMPLEX, 0.9, (30, 30, 30), 2, cv2.LINE_AA)
    cv2.circle(
        picture, (int(random.integers(420, 560)), 240), 60, tuple(map(int, random.integers(0, 200, 3))), -1
    )
    return picture


def filmed(path: Path, frames: list[np.ndarray], rate: int = 25, quality: int = 23) -> Path:
    from tests.tools.confusion import Made

    write(Made(Level.CUT, "", tuple(frames), rate), path, quality)
    return path


@pytest.mark.parametrize(
    ("transition", "level"),
    [("fade", 1), ("wipeleft", 1), ("slideup", 1), ("fadeblack", 1), ("circleopen", 1), ("coverleft", 1)],
)
def test_changes_that_ffmpeg_made_are_placed(tmp_path: Path, transition: str, level: int) -> None:
    for number in (1, 2):
        cv2.imwrite(str(tmp_path / f"{number}.png"), page(number))
    inputs = [part for n in (1, 2) for part in ("-loop", "1", "-t", "1.2", "-i", str(tmp_path / f"{n}.png"))]
    fade = f"[0][1]xfade=transition={transition}:duration=0.6:offset=0.6,format=yuv420p"
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", *inputs, "-filter_complex", fade, "-r", "30"]
    subprocess.run([*command, str(tmp_path / "made.mp4")], check=True, capture_output=True)
    (change,) = seen(tmp_path / "made.mp4")
    assert change["level"] == level, change
    assert 0.4 <= float(str(change["start"])) <= 0.8


def test_a_change_without_a_corner_in_it_is_placed() -> None:
    y, x = np.indices((180, 320))
    soft = 200 - 120 * np.exp(-((x - 160) ** 2 + (y - 90) ** 2) / 1800)
    frames = [np.asarray(200 + n / 12 * (soft - 200), np.uint8) for n in range(13)]
    verdict = placed([frames[0]] * 4 + frames + [frames[-1]] * 4)
    assert verdict is not None
    assert verdict.level is not Level.MOVE


def test_footage_of_a_camera_cannot_be_placed(tmp_path: Path) -> None:
    random = np.random.default_rng(4)
    world = cv2.resize(
        random.integers(0, 256, (60, 90, 3), np.uint8), (1400, 900), interpolation=cv2.INTER_CUBIC
    )
    frames = [world[100 + 2 * n : 460 + 2 * n, 150 + 5 * n : 790 + 5 * n] for n in range(100)]
    noisy = [cv2.add(each, random.integers(0, 12, each.shape, np.uint8)) for each in frames]
    (change,) = seen(filmed(tmp_path / "camera.mp4", noisy))
    assert change["level"] is None
    assert "moves on and on" in str(change["why"])


def test_a_clip_that_plays_on_a_slide_cannot_be_placed(tmp_path: Path) -> None:
    still, random = page(3), np.random.default_rng(4)
    world = cv2.resize(
        random.integers(0, 256, (30, 40, 3), np.uint8), (900, 600), interpolation=cv2.INTER_CUBIC
    )
    frames = [still] * 15
    for n in range(40):
        shown = still.copy()
        shown[120:300, 60:300] = world[4 * n : 4 * n + 180, 7 * n : 7 * n + 240]
        frames.append(shown)
    (change,) = seen(filmed(tmp_path / "clip.mp4", [*frames, *[still] * 15]))
    assert change["level"] is None


def test_a_picture_that_stands_has_no_changes_however_badly_it_is_coded(tmp_path: Path) -> None:
    assert seen(filmed(tmp_path / "still.mp4", [page(5)] * 150, quality=40)) == []


@pytest.mark.parametrize("rate", [24, 60])
def test_each_of_several_cuts_is_found_when_it_happens(tmp_path: Path, rate: int) -> None:
    pages = [page(n) for n in range(4)]
    found = seen(filmed(tmp_path / "cuts.mp4", [each for each in pages for _ in range(rate)], rate))
    assert [change["level"] for change in found] == [0, 0, 0]
    assert [round(float(str(change["start"]))) for change in found] == [1, 2, 3]


def test_a_file_that_shows_each_picture_once_is_seen_as_one_that_repeats_it() -> None:
    finder, found = Finder(25.0), list[Stretch]()
    gray = [cv2.cvtColor(page(n, 320, 180), cv2.COLOR_BGR2GRAY) for n in range(3)]
    for number, picture in enumerate(gray):
        found += finder.see(Shown(5.0 * number, picture))
    found += finder.see(Shown(15.0, gray[-1]))
    assert len(found) == 2
    assert all(stretch.frames for stretch in found)


def watched(path: Path, shop: Workshop) -> Watched:
    work = watch(path, shop)
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def test_a_file_is_watched_in_a_worker_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "made.mp4"
    write(make(Level.CUT, 7), path, 23)
    with workshop(tmp_path / "shop") as shop:
        found = watched(path, shop)
    assert [change.level for change in found.changes] == [Level.CUT]
    assert found.length == pytest.approx(0.8, abs=0.2)
    assert "one step makes" in found.changes[0].why


@pytest.mark.parametrize("content", [b"", b"no video at all", b"\0\0\0\x18ftypmp42" + b"\xff" * 4000])
def test_what_is_no_video_is_told_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.mp4"
    path.write_bytes(content)
    with workshop(tmp_path / "shop") as shop, pytest.raises(BadFileError, match="cannot be read as a video"):
        watched(path, shop)


def test_a_file_that_is_cut_off_is_watched_as_far_as_it_goes(tmp_path: Path) -> None:
    whole = filmed(tmp_path / "whole.mkv", [page(n) for n in range(3) for _ in range(25)])
    data = whole.read_bytes()
    (tmp_path / "half.mkv").write_bytes(data[: len(data) * 3 // 4])
    assert [change["level"] for change in seen(tmp_path / "half.mkv")][:1] == [0]


def test_sound_alone_shows_nothing(tmp_path: Path) -> None:
    with av.open(str(tmp_path / "sound.mp4"), "w") as container:
        stream = container.add_stream("aac", rate=48_000)
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 4800), np.float32), "fltp", "mono")
        frame.rate = 48_000
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    with workshop(tmp_path / "shop") as shop, pytest.raises(BadFileError, match="shows no picture"):
        watched(tmp_path / "sound.mp4", shop)


def test_watching_is_cancelled_at_once(tmp_path: Path) -> None:
    path = filmed(tmp_path / "long.mp4", [page(n) for n in range(2) for _ in range(50)])
    with workshop(tmp_path / "shop") as shop:
        shop.cancel.cancel()
        with pytest.raises(Cancelled):
            watched(path, shop)


def test_what_was_not_seen_once_is_no_verdict() -> None:
    assert verdict([]) == "none"
    assert verdict([{"level": 1}, {"level": 1}]) == "several"
    assert verdict([{"level": None}]) == "cannot tell"
