"""Recorded narration: the author's own voice arrives, in every form that decks write it."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from tests.studio.importers.making import (
    MC,
    P14,
    REL,
    change,
    instead,
    make,
    probe_wave,
    read,
    said,
    slide_of,
    tone,
)

ICON = (
    '<p:pic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="{rel}"><p:nvPicPr>'
    '<p:cNvPr id="77" name="Audio 76"/><p:cNvPicPr/><p:nvPr>{file}{extension}</p:nvPr></p:nvPicPr>'
    "<p:blipFill/><p:spPr/></p:pic></p:spTree>"
)
NEWER = (
    '<p:extLst><p:ext uri="{{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}}"><p14:media xmlns:p14="{p14}" r:embed="rId90">'
    '<p14:trim st="500.5" end="250"/></p14:media></p:ext></p:extLst>'
)
TIMING = (
    '<p:timing><p:tnLst><p:par><p:cTn id="1" nodeType="tmRoot"><p:childTnLst><p:{kind} isNarration="{yes}">'
    '<p:cMediaNode><p:cTn id="2"/><p:tgtEl>{target}</p:tgtEl></p:cMediaNode></p:{kind}></p:childTnLst></p:cTn>'
    "</p:par></p:tnLst></p:timing></p:sld>"
)
ON_SHAPE = '<p:spTgt spid="77"/>'
MEDIA = "http://schemas.microsoft.com/office/2007/relationships/media"


def deck(
    folder: Path,
    *,
    file: str = '<a:audioFile r:link="rId91"/>',
    extension: str = NEWER.format(p14=P14),
    target: str = ON_SHAPE,
    kind: str = "audio",
    yes: str = "1",
    sound: bytes | None = None,
    links: str = "",
    transition: str = "",
) -> Path:
    """A slide with a narration written as asked; relation rId90 leads to the sound inside the file."""
    path = make(folder / "lesson.pptx", ("Rivers", "Rivers carry sand."))
    icon = ICON.format(rel=REL, file=file, extension=extension)
    timing = transition + TIMING.format(kind=kind, yes=yes, target=target)
    inside = f'<Relationship Id="rId90" Type="{MEDIA}" Target="../media/media1.wav"/>{links}</Relationships>'
    return change(
        path,
        {
            "ppt/slides/slide1.xml": lambda data: instead("</p:sld>", timing)(
                instead("</p:spTree>", icon)(instead("<p:sld ", f'<p:sld xmlns:r="{REL}" ')(plain(data)))
            ),
            "ppt/slides/_rels/slide1.xml.rels": instead("</Relationships>", inside),
            "ppt/media/media1.wav": tone(4) if sound is None else sound,
            "[Content_Types].xml": instead(
                "</Types>", '<Default Extension="wav" ContentType="audio/x-wav"/></Types>'
            ),
        },
    )


def plain(data: bytes) -> bytes:
    """The slide without the namespace that the test declares itself."""
    return data.replace(f' xmlns:r="{REL}"'.encode(), b"")


def test_narration_as_powerpoint_records_it(tmp_path: Path) -> None:
    lecture, report = read(deck(tmp_path), tmp_path, probe_wave)
    recording = lecture.scenes[0].recording
    assert recording is not None
    assert (recording.trim_start, recording.trim_end) == (Fraction(1001, 2000), Fraction(1, 4))
    assert recording.audio.media_type == "audio/wav"
    assert "The recorded narration (3.2 s) is kept as the voice of this slide, 0.8 s trimmed off" in said(
        report
    )
    assert slide_of(lecture, 1).media == (), "narration is no medium of the slide"
    assert lecture.scenes[0].script.words == "Rivers carry sand.", "the notes stay as the transcript"


@pytest.mark.parametrize(
    "form",
    [
        {"file": '<a:wavAudioFile r:embed="rId90"/>', "extension": ""},
        {"file": '<a:audioFile r:link="rId90"/>', "extension": ""},
        {"target": '<p:sndTgt r:embed="rId90" name="voice.wav"/>', "file": "", "extension": ""},
        {"yes": "true"},
        {"kind": "video", "file": '<a:videoFile r:link="rId90"/>', "extension": ""},
    ],
)
def test_older_and_other_forms_of_narration(tmp_path: Path, form: dict[str, str]) -> None:
    lecture, _ = read(deck(tmp_path, **form), tmp_path, probe_wave)  # type: ignore[arg-type]
    recording = lecture.scenes[0].recording
    assert recording is not None
    assert (tmp_path / "assets" / recording.audio.digest[:2] / recording.audio.digest).read_bytes() == tone(4)


def test_a_sound_that_is_no_narration_is_no_voice(tmp_path: Path) -> None:
    lecture, _ = read(deck(tmp_path, yes="0"), tmp_path, probe_wave)
    assert lecture.scenes[0].recording is None
    assert [medium.kind for medium in slide_of(lecture, 1).media] == ["sound"]


def test_narration_outside_the_file_is_never_opened(tmp_path: Path) -> None:
    outside = tmp_path / "voice.wav"
    outside.write_bytes(tone(2))
    link = f'<Relationship Id="rId91" Type="{REL}/audio" Target="{outside.as_uri()}" TargetMode="External"/>'
    lecture, report = read(deck(tmp_path, extension="", links=link), tmp_path, probe_wave)
    assert lecture.scenes[0].recording is None
    assert "The recorded narration of this slide is linked to a file outside the deck" in said(report)
    assert lecture.assets == (slide_of(lecture, 1).deck,)


def test_narration_that_cannot_be_played_costs_only_itself(tmp_path: Path) -> None:
    lecture, report = read(deck(tmp_path, sound=b"no sound at all"), tmp_path, probe_wave)
    assert lecture.scenes[0].recording is None
    assert "left out: The recorded narration of this slide cannot be played; record it again." in said(report)


def test_a_narration_trimmed_to_nothing_is_used_whole(tmp_path: Path) -> None:
    lecture, report = read(deck(tmp_path, sound=tone(0.5)), tmp_path, probe_wave)
    recording = lecture.scenes[0].recording
    assert recording is not None
    assert recording.trim_start == recording.trim_end == 0
    assert "replaced: The recorded narration is trimmed to nothing; the whole recording is used." in said(
        report
    )


def test_the_advance_time_is_kept_beside_the_narration(tmp_path: Path) -> None:
    timed = (
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice xmlns:p14="{P14}" Requires="p14">'
        '<p:transition spd="slow" p14:dur="1500" advTm="5250"><p:push dir="u"/></p:transition></mc:Choice>'
        '<mc:Fallback><p:transition advTm="9000"/></mc:Fallback></mc:AlternateContent>'
    )
    path = deck(tmp_path, transition=timed)
    lecture, _ = read(path, tmp_path, probe_wave)
    scene = lecture.scenes[0]
    assert scene.recording is not None
    assert scene.least == Fraction(21, 4)
    assert scene.transition.stored is not None
    assert (scene.transition.stored.kind, scene.transition.stored.option) == ("push", "u")
    assert scene.transition.stored.duration == Fraction(3, 2)
    change(path, {"ppt/presProps.xml": lambda data: data.replace(b"<p:showPr", b'<p:showPr useTimings="0"')})
    change(path, {"ppt/presProps.xml": without_timings})
    lecture, report = read(path, tmp_path, probe_wave)
    assert lecture.scenes[0].least is None
    assert "the deck says not to use its timings" in said(report)


def without_timings(data: bytes) -> bytes:
    """The presentation's properties with `useTimings` off, whether or not they held `p:showPr`."""
    if b"useTimings" in data:
        return data
    return data.replace(b"<p:extLst", b'<p:showPr useTimings="0"/><p:extLst', 1)


@pytest.mark.parametrize(
    ("name", "language", "newer", "older"),
    [("water-cycle.pptx", "en-GB", [2], []), ("water-cycle.zh-Hant.pptx", "zh-TW", [2], [10])],
)
def test_the_sample_lessons_keep_their_narration(
    samples: Path, tmp_path: Path, name: str, language: str, newer: list[int], older: list[int]
) -> None:
    path = samples / name
    if not path.exists():
        pytest.skip(f"the sample lesson {name} is not here")
    lecture, report = read(path, tmp_path)
    recordings = {
        number: scene.recording for number, scene in enumerate(lecture.scenes, 1) if scene.recording
    }
    assert list(recordings) == newer + older
    assert all(recordings[number].trim_start + recordings[number].trim_end > 0 for number in newer)
    assert all(recordings[number].trim_start + recordings[number].trim_end == 0 for number in older)
    assert all((lecture.scenes[number - 1].least or 0) > 10 for number in recordings)
    assert "looks private and is not spoken" in said(report, 1)
    assert [scene.hidden for scene in lecture.scenes] == [False] * 10 + [True]
    assert {scene.script.language for scene in lecture.scenes} == {language}


@pytest.mark.parametrize("trim", ["1e99999999", "9" * 5000, "1/3", "-5", "nan", "five"])
def test_a_trim_that_is_no_plain_number_trims_nothing(tmp_path: Path, trim: str) -> None:
    extension = NEWER.format(p14=P14).replace("500.5", trim).replace('end="250"', 'end="0"')
    lecture, _ = read(deck(tmp_path, extension=extension), tmp_path, probe_wave)
    recording = lecture.scenes[0].recording
    assert recording is not None
    assert recording.trim_start == recording.trim_end == 0
