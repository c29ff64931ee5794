"""The list of voices is kept for as long as nothing can have changed it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from renderers import means
from renderers.voices import standing
from renderers.workshop import Workshop
from tests.fakes import workshop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Workshop]:
    with workshop(tmp_path / "home") as made:
        yield made


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package that brings voices, as far as the list depends on it."""
    folder = tmp_path / "espeakng_loader"
    (folder / "espeak-ng-data" / "lang").mkdir(parents=True)
    (folder / "espeak-ng-data" / "lang" / "en").write_text("name English")
    spec = ModuleSpec("espeakng_loader", None, is_package=True)
    spec.submodule_search_locations = [str(folder)]
    monkeypatch.setattr(standing, "find_spec", lambda _: spec)
    return folder


def test_voices_are_asked_for_once(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    first = means.voices(shop)
    assert len(first) > 100

    def asked(*_: object) -> None:
        raise AssertionError("the engines were started again")

    monkeypatch.setattr(means, "ask_voices", asked)
    assert means.voices(shop) == first


def test_a_voice_that_is_put_there_or_taken_away_is_seen(data: Path) -> None:
    before = standing.signature()
    assert before == standing.signature()
    added = data / "espeak-ng-data" / "lang" / "tlh"
    added.write_text("name Klingon")
    after = standing.signature()
    assert after != before
    added.write_text("name Klingom")
    os.utime(added, (1, 1))
    assert standing.signature() != after
    added.unlink()
    assert standing.signature() == before


def test_another_version_of_an_engine_is_seen(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = standing.signature()
    monkeypatch.setattr(standing.metadata, "version", lambda _: "99")
    assert standing.signature() != before


def test_engines_of_others_are_asked_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "engine_names", lambda: ("pyttsx3", "system", "piper"))
    assert standing.signature() is None


def test_a_list_without_the_built_in_voices_is_not_kept(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(means, "ask_voices", lambda *_: ())
    assert means.voices(shop) == ()
    monkeypatch.undo()
    assert means.voices(shop)
