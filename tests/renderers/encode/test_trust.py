"""Encoders are tried before they are trusted: what is broken is refused with a reason, and the work goes on."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path

import av
import pytest

from renderers import profiles
from renderers.encode import encoders, probe, trust, video
from renderers.encode.encoders import FAMILIES, WHOLE, Family, family
from renderers.encode.probe import Coding, NoDeviceError, UntrustedError, examine
from renderers.encode.trust import choose
from renderers.encode.video import VideoSettings
from renderers.messages import Message
from renderers.planes import Planes
from renderers.segments import VideoSegment
from renderers.workers import Worker
from renderers.workshop import Workshop
from studio.errors import MissingToolError, StudioError
from studio.progress import NEVER, CancelToken
from tests.fakes import PROFILE, workshop

SMALL = replace(PROFILE, width=160, height=96)


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Generator[Workshop]:
    monkeypatch.setattr(trust, "_TRIED", {})
    with workshop(tmp_path) as made:
        yield made


def settings(name: str = "x264") -> VideoSettings:
    return VideoSettings.of(SMALL, name)


@pytest.mark.parametrize("name", ["x264", "x265", "svtav1"])
def test_an_encoder_that_does_what_it_should_is_trusted(name: str) -> None:
    examine(settings(name), NEVER)


@pytest.mark.parametrize("name", ["x265", "svtav1"])
def test_the_archive_is_made_by_an_encoder_that_is_trusted(name: str) -> None:
    archive = replace(profiles.load("archive"), width=640, height=360)
    assert name in archive.encoders
    examine(VideoSettings.of(archive, name), NEVER)


def test_an_encoder_is_trusted_where_all_pictures_of_a_still_are_coded() -> None:
    examine(VideoSettings.of(SMALL, "x264", WHOLE), NEVER)


Change = Callable[[VideoSegment], VideoSegment]


def broken(change: Change, *, stills: bool = False) -> Coding:
    """x264, with something wrong about its changes or its stills."""

    def still(picture: Planes, by: VideoSettings, cancel: CancelToken) -> VideoSegment:
        made = video.still(picture, by, cancel)
        return change(made) if stills else made

    def between(
        pictures: list[Planes], by: VideoSettings, cancel: CancelToken, settles_at: int
    ) -> VideoSegment:
        made = video.encode(pictures, by, cancel, settles_at)
        return made if stills else change(made)

    return Coding(still, between)


def test_one_that_drops_a_picture_is_refused() -> None:
    dropping = broken(lambda made: replace(made, pictures=made.pictures[:-1]))
    with pytest.raises(UntrustedError, match="leaves pictures out"):
        examine(settings(), NEVER, dropping)


def test_one_that_describes_changes_otherwise_is_refused() -> None:
    def otherwise(
        pictures: list[Planes], by: VideoSettings, cancel: CancelToken, settles_at: int
    ) -> VideoSegment:
        return video.encode(pictures, replace(by, crf=by.crf - 9, preset="slow"), cancel)

    with pytest.raises(UntrustedError, match="cannot stand in one file"):
        examine(settings(), NEVER, Coding(change=otherwise))


def test_one_whose_pictures_are_wrong_is_refused() -> None:
    def turned(made: VideoSegment) -> VideoSegment:
        first, second, *others = made.pictures
        return replace(made, pictures=(first, *reversed(others), second))

    with pytest.raises(UntrustedError, match=r"pictures|decode"):
        examine(settings(), NEVER, broken(turned))


def test_one_that_shows_something_else_is_refused() -> None:
    def darker(picture: Planes, by: VideoSettings, cancel: CancelToken) -> VideoSegment:
        return video.still(picture.map(lambda plane: plane // 2 + 8), by, cancel)

    with pytest.raises(UntrustedError, match="differ from what they were made from"):
        examine(settings(), NEVER, Coding(darker))


def test_one_whose_stills_creep_is_refused() -> None:
    def creeping(picture: Planes, by: VideoSettings, cancel: CancelToken) -> VideoSegment:
        other = picture.map(lambda plane: (plane.int() + 3).clamp(0, 255).byte())
        return video.encode([picture, *[other] * (by.group - 1)], by, cancel)

    with pytest.raises(UntrustedError, match="does not stay as it is"):
        examine(VideoSettings.of(SMALL, "x264", WHOLE), NEVER, Coding(creeping))


def test_one_that_cannot_be_repeated_is_refused() -> None:
    with pytest.raises(UntrustedError, match=r"cannot be joined: .*inter frame"):
        examine(
            settings("svtav1"),
            NEVER,
            broken(lambda made: replace(made, pictures=(made.pictures[0],) * 2), stills=True),
        )


@pytest.mark.parametrize("name", [each.name for each in FAMILIES if each.hardware])
def test_hardware_that_is_not_there_is_refused_with_a_sentence(name: str) -> None:
    try:
        examine(settings(name), NEVER)
    except UntrustedError as error:
        why, missing = str(error), isinstance(error, NoDeviceError)
    else:
        pytest.skip("it is there, and does what a film needs")
    assert "\n" not in why
    if missing:
        assert why.startswith(("it needs a", f"this version of FFmpeg has no {family(name).encoder}"))


def test_the_profile_goes_on_with_the_next_encoder_and_says_why(shop: Workshop) -> None:
    liked = replace(
        SMALL, encoders=("videotoolbox" if "h264_nvenc" in av.codecs_available else "nvenc", "x265")
    )
    chosen = choose(liked, shop)
    assert chosen.settings.family == "x265"
    (refused,) = chosen.refused
    assert refused.family == liked.encoders[0]
    assert refused.why
    assert choose(replace(SMALL, encoders=liked.encoders[:1]), shop).settings.family == "x264"


def test_one_that_is_asked_for_and_cannot_be_used_ends_the_work(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = Family("lost", "Lost", "h264", "h264_nobody_has", {}, needs="a card that nobody has")
    monkeypatch.setattr(encoders, "FAMILIES", (*FAMILIES, missing))
    monkeypatch.setattr(trust.Probing, "_tried", lambda *_: ("it needs a card that nobody has", False))
    with pytest.raises(MissingToolError, match="“lost” cannot be used: it needs a card that nobody has;"):
        choose(SMALL, shop, "lost")
    with pytest.raises(StudioError, match="There is no encoder “nonsense”"):
        choose(SMALL, shop, "nonsense")


class _Crashing(Worker):
    """A child that a driver brings down: the "check" worker aborts."""

    def __init__(self, name: str, *arguments: object, **options: object) -> None:
        super().__init__("check")

    def request(self, message: Message, *arguments: object, **options: object):  # type: ignore[override]
        yield from super().request(Message({"do": "crash"}), NEVER)


def test_a_driver_that_crashes_takes_only_its_child_with_it(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trust, "Worker", _Crashing)
    chosen = choose(replace(SMALL, encoders=("x265",)), shop)
    assert chosen.settings.family == "x264"
    assert "it failed while it was tried" in chosen.refused[0].why
    monkeypatch.setattr(trust, "Worker", Worker)
    monkeypatch.setattr(trust, "_TRIED", {})
    assert choose(replace(SMALL, encoders=("x265",)), shop).settings.family == "x265", "and it is tried again"


def test_an_encoder_without_a_device_is_tried_once(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    liked = replace(SMALL, encoders=("svtav1",))
    assert choose(liked, shop).settings.family == "svtav1"
    monkeypatch.setattr(trust, "_TRIED", {})
    monkeypatch.setattr(trust, "Worker", _Crashing)
    assert choose(liked, shop).settings.family == "svtav1", "the cache knows"
    assert choose(replace(liked, crf=SMALL.crf - 1), shop).settings.family == "x264", (
        "of this quality, not of others"
    )


def test_x264_needs_no_child_process(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trust, "Worker", None)
    assert choose(SMALL, shop) == trust.Choice(VideoSettings.of(SMALL))


def test_every_option_is_known_to_ffmpeg() -> None:
    """A misspelt option would be passed over in silence."""
    import re
    import subprocess

    import imageio_ffmpeg

    program = imageio_ffmpeg.get_ffmpeg_exe()
    common = {"g", "bf", "refs", "flags", "global_quality"}
    for each in FAMILIES:
        command = [program, "-hide_banner", "-h", f"encoder={each.encoder}"]
        told = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False).stdout
        known = set(re.findall(r"^\s+-([\w-]+)", told, re.MULTILINE)) | common
        if "AVOptions" in told:
            assert set(each.options) <= known, each.name


def test_a_test_page_has_strokes_and_soft_parts() -> None:
    one, other = (probe.page(320, 180, seed) for seed in (1, 2))
    assert one.size == (320, 180)
    assert float((one.y.float() - other.y.float()).abs().mean()) > 5
