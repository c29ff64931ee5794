"""The check of finished videos: a good one passes, and each fault that it is there for is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from renderers.encode import mux
from renderers.encode.settling import settled
from renderers.encode.sound import encode as sound
from renderers.encode.sound import silent_unit
from renderers.encode.video import VideoSettings, encode, seen
from renderers.planes import from_rgb
from renderers.profiles import Profile
from renderers.segments import hold
from studio.captions import Caption
from studio.chapters import Chapter
from studio.exporters import srt
from studio.lecture import Level
from studio.progress import CancelToken
from studio.timebase import BLOCK, SAMPLE_RATE
from tests.fakes import changing, run, tone
from tests.tools import check_video
from tests.tools.finding import Export, Scene

PROFILE = Profile("tiny", "Tiny", 320, 180, Fraction(25), 20, "veryfast", 50, 64_000, -16.0, -1.0)
SCENES = (Scene(1, 0, 0, 60, 0), Scene(2, 60, 70, 140, 2))
SPOKEN = ((0.2, 1.0), (3.0, 4.6))
"""When the voice is heard, in seconds."""


def pages() -> tuple[np.ndarray, np.ndarray]:
    """Two slides that share a headline."""
    import cv2

    found = []
    for text in ("clouds", "rivers and the sea"):
        page = np.full((180, 320, 3), 245, np.uint8)
        cv2.putText(page, "The water cycle", (20, 40), cv2.FONT_HERSHEY_SIMPLEX, 0.8, (20, 30, 60), 2)
        cv2.putText(page, text, (20, 130), cv2.FONT_HERSHEY_SIMPLEX, 0.6, (20, 90, 60), 1)
        found.append(page)
    return found[0], found[1]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished video of two scenes with a change between them, and its captions."""
    video = tmp_path_factory.mktemp("video") / "rain.mp4"
    settings, token = VideoSettings.of(PROFILE), CancelToken()
    a, b = map(from_rgb, pages())
    drawn = changing(a, b, Level.HOLD, "dissolve", "left", 10)
    still_a, still_b = (encode([page], settings, token) for page in (a, b))
    pictures = settled(drawn, b, seen(still_b, b.size))
    cut = encode(pictures, settings, token, settles_at=10)
    samples = np.zeros(round(5.6 * SAMPLE_RATE), np.float32)
    for start, end in SPOKEN:
        at = round(start * SAMPLE_RATE)
        voice = tone(end - start, level=0.29)
        samples[at : at + len(voice)] = voice
    captions = tuple(Caption(Fraction(str(start)), Fraction(str(end)), ("Clouds",)) for start, end in SPOKEN)
    blocks = len(samples) // BLOCK
    film = mux.Film(
        still_a.parameter_sets,
        [*hold(still_a, 60, 50), *cut.coded(), *hold(still_b, 70, 50)],
        [silent_unit(64_000), *sound(samples, 64_000, token).units[:blocks]],
        captions,
        (Chapter("Rain", Fraction(0), Fraction("5.6")),),
        "Rain",
        "en",
    )

    def written():
        yield from mux.write(video, film, settings, PROFILE, token)

    run(written())
    video.with_suffix(".srt").write_text(srt.text(captions), "utf-8")
    return video


def failed(video: Path, scenes: tuple[Scene, ...] = SCENES, frames: int = 140) -> set[str]:
    """The names of the checks that fail."""
    found = check_video.findings(video, Export(frames, scenes), PROFILE, deep=True)
    return {finding.check for finding in found if finding.passed is False}


@pytest.fixture
def copy(made: Path, tmp_path: Path) -> Callable[[], Path]:
    """The video once more, for a test that spoils it."""

    def copied() -> Path:
        for suffix in (".mp4", ".srt"):
            (tmp_path / made.with_suffix(suffix).name).write_bytes(made.with_suffix(suffix).read_bytes())
        return tmp_path / made.name

    return copied


def test_a_good_video_passes(made: Path) -> None:
    assert failed(made) == set()


def test_the_command_ends_with_0_or_1(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check_video.profiles, "load", lambda _name: PROFILE)
    events = tmp_path / "events.json"
    scenes = [{name: getattr(scene, name) for name in Scene.__slots__} for scene in SCENES]
    for frames, code in ((140, 0), (139, 1)):
        done = {"event": "done", "frames": frames, "scenes": scenes}
        events.write_text("\n".join(map(json.dumps, ({"event": "progress"}, done))), "utf-8")
        assert check_video.main([str(made), str(events)]) == code
    told = capsys.readouterr().out
    assert "FAIL frames" in told
    assert "decoded 140, told 139" in told


def test_voice_inside_a_cut_is_found(made: Path) -> None:
    assert "cuts are silent" in failed(made, (SCENES[0], replace(SCENES[1], body=80)))


def test_voice_at_the_end_of_a_scene_is_found(made: Path) -> None:
    scenes = (replace(SCENES[0], stop=27), replace(SCENES[1], start=27, body=70))
    assert "last 0.3 s of scenes are silent" in failed(made, scenes)


@pytest.mark.parametrize("late", [-0.4, 0.4])
def test_captions_that_stand_beside_the_voice_are_found(copy: Callable[[], Path], late: float) -> None:
    video = copy()
    moved = tuple(
        Caption(Fraction(str(start + late + 0.4)), Fraction(str(end + late + 0.4)), ("Clouds",))
        for start, end in ((0.2 - 0.4, 1.0 - 0.4), (3.0 - 0.4, 4.6 - 0.4))
        if start + late + 0.4 >= 0
    )
    video.with_suffix(".srt").write_text(srt.text(moved), "utf-8")
    assert "captions begin with the voice" in failed(video)


def test_a_pause_that_is_not_one_is_found(copy: Callable[[], Path]) -> None:
    video = copy()
    short = Caption(Fraction(3), Fraction(4), ("Rivers",))
    video.with_suffix(".srt").write_text(srt.text((short,)), "utf-8")
    assert "gaps between captions are quiet" in failed(video)


def test_a_video_without_captions_passes(copy: Callable[[], Path]) -> None:
    video = copy()
    video.with_suffix(".srt").write_text("", "utf-8")
    assert failed(video) == set()


def test_a_damaged_picture_is_found(copy: Callable[[], Path]) -> None:
    video = copy()
    data = bytearray(video.read_bytes())
    middle = data.index(b"mdat") + 2000
    data[middle : middle + 400] = bytes(400)
    video.write_bytes(data)
    assert "FFmpeg decodes it without a word" in failed(video)


def test_a_cut_that_ends_too_early_is_found(made: Path) -> None:
    """The scene's own picture would begin while the slide is still half faded."""
    assert "cuts end in their slide" in failed(made, (SCENES[0], replace(SCENES[1], body=66)))


def test_stills_are_compared_with_their_pages(made: Path) -> None:
    lumas = [from_rgb(page).y.numpy() for page in pages()]
    export = Export(140, SCENES)
    right, wrong = (
        next(check_video.page_findings(made, export, lambda index, order=order: lumas[order[index]]))
        for order in ((0, 1), (0, 0))
    )
    assert right.passed
    assert not wrong.passed
    assert "scene 2" in wrong.told
