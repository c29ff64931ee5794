"""Stand-ins with the widths of what they stand in for: lines break where the author saw them break."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from renderers.slides import fitted, fonts, stretching
from renderers.slides.embedded import sfnt
from renderers.slides.embedded.reader import BadFontError

needs_fontconfig = pytest.mark.skipif(shutil.which("fc-match") is None, reason="no fontconfig here")


def installed(face: str) -> Path:
    """The file of an installed face; the test is skipped where it is missing."""
    told = subprocess.run(
        ["fc-match", "-f", "%{file}\n%{family}", face], capture_output=True, text=True, check=True
    )
    file, _, family = told.stdout.partition("\n")
    if face not in family.split(","):
        pytest.skip(f"{face} is not installed")
    return Path(file)


@needs_fontconfig
def test_the_copy_for_a_missing_font_has_its_widths_and_lines(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    installed("Open Sans")
    monkeypatch.setenv("LECTURE_STUDIO_CACHE", str(tmp_path))
    fitted.provide(["segoe ui", "a family nobody knows"], "test")
    made = sorted(fitted.folder("test").iterdir())
    assert len(made) == 4, "regular, bold, italic and both, of the one family that is listed"
    tables = [sfnt.taken_apart(file.read_bytes()) for file in made]
    widths = sorted(stretching.mean_width(each) for each in tables)
    assert widths == pytest.approx([0.443, 0.443, 0.475, 0.475], abs=0.001)
    unit = int.from_bytes(tables[0]["head"][18:20], "big")
    up, down = (int.from_bytes(tables[0]["hhea"][at : at + 2], "big", signed=True) for at in (4, 6))
    assert (up / unit, -down / unit) == pytest.approx((1.079, 0.251), abs=0.001)


@needs_fontconfig
@pytest.mark.parametrize("factor", [0.8, 1.2])
def test_letters_are_drawn_narrower_or_wider_and_no_higher(factor: float, qapp: object) -> None:
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QFont, QRawFont

    data = installed("Open Sans").read_bytes()
    stretched = sfnt.put_together(stretching.stretched(sfnt.taken_apart(data), factor, 0, 0))
    hinting = QFont.HintingPreference.PreferNoHinting
    before, after = (QRawFont(QByteArray(each), 1000, hinting) for each in (data, stretched))
    for letter in "Hamburgefonstiv é Å":  # the last two are made of parts
        glyph = before.glyphIndexesForString(letter)[0]
        old, new = before.boundingRect(glyph), after.boundingRect(glyph)
        assert (new.left(), new.right()) == pytest.approx((old.left() * factor, old.right() * factor), abs=3)
        assert (new.top(), new.bottom()) == pytest.approx((old.top(), old.bottom()), abs=3)
        width, wide = (font.advancesForGlyphIndexes([glyph])[0].x() for font in (before, after))
        assert wide == pytest.approx(width * factor, abs=2)


def test_an_entry_whose_stand_in_is_missing_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LECTURE_STUDIO_CACHE", str(tmp_path))
    monkeypatch.setattr(shutil, "which", lambda _: None)
    fitted._file.cache_clear()
    fitted.provide(["Segoe UI"], "test")
    fitted._file.cache_clear()
    assert not fitted.folder("test").exists()


def test_a_font_that_cannot_be_drawn_narrower_is_refused() -> None:
    with pytest.raises(BadFontError):
        stretching.stretched({"CFF ": b""}, 0.9, 0, 0)


@needs_fontconfig
def test_the_report_names_the_font_behind_the_copy() -> None:
    installed("Open Sans")
    fonts.provide(["Segoe UI"])
    assert fonts.used("Segoe UI") in ("Open Sans", "Segoe UI")


def test_every_fitted_family_says_what_it_is_made_from() -> None:
    for fit in fitted.fits().values():
        assert set(fit.styles) == {"regular", "bold", "italic", "boldItalic"}
        assert fit.face
        assert all(
            0.3 < cut.mean < 0.7 or (not cut.mean and 0.6 < cut.width < 1.5) for cut in fit.styles.values()
        )
        assert (fit.ascent > 0) == (fit.descent > 0)


@needs_fontconfig
def test_a_face_without_slanted_letters_is_not_passed_off_as_italic(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    installed("Ume UI Gothic")
    monkeypatch.setenv("LECTURE_STUDIO_CACHE", str(tmp_path))
    fitted.provide(["Meiryo UI"], "test")
    assert len(list(fitted.folder("test").iterdir())) == 2, "regular and bold; whoever draws text slants it"
