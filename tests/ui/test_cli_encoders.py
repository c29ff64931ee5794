"""Who codes the pictures, as the command line tells it and lets one choose it."""

from __future__ import annotations

import json
from pathlib import Path

import av
import pytest

from tests.ui.test_cli import events, make_deck, studio

MISSING = "nvenc" if "h264_videotoolbox" in av.codecs_available else "videotoolbox"
"""A family that no machine has beside the others."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


def test_devices_names_the_encoder_of_every_profile_and_says_why_others_are_not_used(home: Path) -> None:
    told = events(studio(home, "devices", "--json"))[-1]
    coders = {each["name"]: each for each in told["encoders"]}
    assert "archive" in coders["x265"]["profiles"]
    assert {"youtube-1080p", "lms-720p", "draft-540p"} <= set(coders["x264"]["profiles"])
    assert sorted(name for each in coders.values() for name in each["profiles"]) == [
        "archive",
        "draft-540p",
        "lms-720p",
        "uhd-2160p",
        "youtube-1080p",
    ]
    assert coders[MISSING]["why"]
    assert not coders[MISSING]["profiles"]
    for_people = studio(home, "devices").stdout
    assert f"not used: {coders[MISSING]['why']}" in for_people
    assert "x265 (HEVC): codes the pictures of archive" in for_people


def test_a_video_is_coded_by_the_encoder_that_is_asked_for(home: Path) -> None:
    deck, out = make_deck(home / "deck.pptx", ("", "")), home / "lesson.mp4"
    asked = ("render", deck, "-o", out, "--profile", "draft-540p", "--json")
    done = events(studio(home, *asked, "--encoder", "svtav1"))[-1]
    assert (done["event"], done["encoder"], done["refused"]) == ("done", "svtav1", [])
    with av.open(str(out)) as film:
        assert film.streams.video[0].codec_context.codec_tag == "av01"
        assert sum(1 for _ in film.decode(video=0)) == done["frames"]
    again = events(studio(home, *asked))[-1]
    assert (again["encoder"], again["unchanged"]) == ("x264", False), "another encoder makes another film"


def test_an_encoder_that_is_not_there_ends_the_work_with_a_sentence(home: Path) -> None:
    deck, out = make_deck(home / "deck.pptx", ("",)), home / "not.mp4"
    asked = ("render", deck, "-o", out, "--profile", "draft-540p")
    refused = studio(home, *asked, "--encoder", MISSING)
    assert refused.returncode == 1
    assert f"The encoder “{MISSING}” cannot be used: " in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not out.exists()


def test_a_profile_that_likes_hardware_is_made_without_it_and_says_so(home: Path) -> None:
    deck, out = make_deck(home / "deck.pptx", ("",)), home / "uhd.mp4"
    result = studio(home, "render", deck, "-o", out, "--profile", "uhd-2160p", "--json")
    done = json.loads(result.stdout.splitlines()[-1])
    if done["encoder"] == "x264":
        assert [each["family"] for each in done["refused"]] == ["nvenc", "qsv", "amf", "videotoolbox"]
        assert all(each["why"] for each in done["refused"])
    else:
        assert done["encoder"] not in [each["family"] for each in done["refused"]]
