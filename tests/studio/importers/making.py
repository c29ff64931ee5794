"""Decks made for one test: python-pptx writes an ordinary one, the test then changes its parts by hand."""

from __future__ import annotations

import io
import wave
import zipfile
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

from pptx import Presentation

from studio.assets import AssetStore
from studio.errors import StudioError
from studio.importers import import_file
from studio.lecture import Lecture, SlideVisual
from studio.ports import MediaFacts
from studio.report import ImportReport

P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
P159 = "http://schemas.microsoft.com/office/powerpoint/2015/09/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Change = Callable[[bytes], bytes] | bytes | None


def make(path: Path, *slides: tuple[str, str]) -> Path:
    """A deck with one slide for each (title, notes); no notes part where the notes are empty."""
    deck = Presentation()
    for title, notes in slides:
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = title
        if notes:
            slide.notes_slide.notes_text_frame.text = notes
    deck.save(str(path))
    return path


def change(path: Path, parts: dict[str, Change]) -> Path:
    """Rewrite (bytes), edit (a function) or remove (None) parts of a package; others are added."""
    with zipfile.ZipFile(path) as archive:
        old = {name: archive.read(name) for name in archive.namelist()}
    for name, what in parts.items():
        if what is None:
            del old[name]
        else:
            old[name] = what(old[name]) if callable(what) else what
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in old.items():
            archive.writestr(name, data)
    path.write_bytes(target.getvalue())
    return path


def instead(old: str, new: str) -> Callable[[bytes], bytes]:
    """An edit that replaces text which must be there."""

    def edit(data: bytes) -> bytes:
        assert old.encode() in data, f"{old} is not in the part"
        return data.replace(old.encode(), new.encode())

    return edit


def read(path: Path, folder: Path, probe: object = None) -> tuple[Lecture, ImportReport]:
    """Import a deck with a store in `folder`."""
    return import_file(path, AssetStore(folder / "assets"), probe=probe)  # type: ignore[arg-type]


def refused(path: Path, folder: Path) -> StudioError | None:
    """The sentence in which reading a file ends; None where a lecture with at least one scene came out."""
    try:
        lecture, report = read(path, folder)
    except StudioError as error:
        return error
    assert len(lecture.scenes) == report.slides > 0, path.name
    return None


def said(report: ImportReport, slide: int | None = None) -> str:
    """All sentences of a report (about one slide), one a line."""
    return "\n".join(
        f"{entry.outcome}: {entry.text}" for entry in report.entries if slide in (None, entry.slide)
    )


def slide_of(lecture: Lecture, number: int) -> SlideVisual:
    """The picture of scene `number` (from 1)."""
    visual = lecture.scenes[number - 1].visual
    assert isinstance(visual, SlideVisual)
    return visual


def tone(seconds: float) -> bytes:
    """A WAV file of silence with that length."""
    target = io.BytesIO()
    with wave.open(target, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(2 * round(8000 * seconds)))
    return target.getvalue()


def probe_wave(path: Path) -> MediaFacts | None:
    """Measures WAV files; everything else cannot be decoded."""
    try:
        with wave.open(str(path), "rb") as sound:
            return MediaFacts(Fraction(sound.getnframes(), sound.getframerate()), has_sound=True)
    except (wave.Error, EOFError):
        return None
