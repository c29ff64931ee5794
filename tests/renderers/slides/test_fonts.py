"""Stand-ins for missing fonts: what the report says is what LibreOffice is told to take."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from renderers.slides import fonts
from studio.lecture import Font

needs_fontconfig = pytest.mark.skipif(shutil.which("fc-match") is None, reason="no fontconfig here")


@needs_fontconfig
def test_a_missing_font_is_named_with_what_stands_in_for_it() -> None:
    if fonts.missing_families():
        pytest.skip("the usual stand-ins are not installed here")
    asked = (Font("Calibri"), Font("Microsoft JhengHei", wide=True), Font("Carlito"))
    assert fonts.replaced(asked) == (("Calibri", "Carlito"), ("Microsoft JhengHei", "Noto Sans CJK TC"))


@needs_fontconfig
def test_an_unknown_font_has_some_stand_in() -> None:
    ((asked, used),) = fonts.replaced([Font("A font, that-nobody: has\\")])
    assert asked.startswith("A font")
    assert used


def test_the_aliases_are_well_formed() -> None:
    from lxml import etree

    root = etree.fromstring(fonts.aliases().encode())
    assert len(root.findall("alias")) > 50


@needs_fontconfig
def test_fontconfig_accepts_the_aliases_without_complaint(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    monkeypatch.setenv("LECTURE_STUDIO_CACHE", str(tmp_path))
    import os

    env = {**os.environ, **fonts.environment()}
    said = subprocess.run(["fc-match", "Segoe UI"], env=env, capture_output=True, text=True, check=True)
    assert said.stderr == ""


@needs_fontconfig
def test_all_fonts_of_a_deck_are_asked_for_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [Font(f"Nobody has {number}", wide) for number in range(40) for wide in (False, True)]
    started: list[list[str]] = []
    run = subprocess.run

    def counting(command: list[str], **options: object) -> object:
        started.append(command)
        return run(command, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "run", counting)
    fonts.ask(asked)
    assert len(fonts.replaced(asked)) == 80
    assert len(started) == 1
