"""The folder of a lecture's bytes, and what is removed from it when nobody needs it any more."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from studio import assets
from studio.assets import AssetStore

NOW, LONG_AGO = 2e9, 1e9


@pytest.fixture
def store(tmp_path: Path) -> AssetStore:
    return AssetStore(tmp_path)


def old(store: AssetStore, data: bytes) -> Path:
    path = store.path(store.add(data, "x", "x/x").digest)
    os.utime(path, (LONG_AGO, LONG_AGO))
    return path


def test_what_nobody_asked_for_goes_and_its_size_is_told(store: AssetStore) -> None:
    path = old(store, b"seven b")
    assert store.tidy(frozenset(), LONG_AGO + 1) == 7
    assert not path.exists()


def test_what_is_needed_stays(store: AssetStore) -> None:
    path = old(store, b"x")
    assert store.tidy(frozenset({path.name}), NOW) == 0
    assert path.exists()


@pytest.mark.parametrize(
    "touch", [lambda store, path: path.name in store, lambda store, _: store.add(b"x", "", "")]
)
def test_asking_for_something_keeps_it_young(store: AssetStore, touch) -> None:
    path = old(store, b"x")
    touch(store, path)
    assert store.tidy(frozenset(), LONG_AGO + 1) == 0
    assert path.exists()


def test_what_is_asked_for_at_the_last_moment_is_put_back(store: AssetStore) -> None:
    path = old(store, b"x")
    os.utime(path, (NOW, NOW))  # between the first look and the second
    assert assets._removed(path, NOW) == 0
    assert path.read_bytes() == b"x"


def test_what_a_killed_program_had_set_aside_goes_too(store: AssetStore) -> None:
    path = old(store, b"x")
    aside = path.replace(path.with_suffix(".old"))
    store.tidy(frozenset(), LONG_AGO + 1)
    assert not aside.exists()


def test_files_that_are_none_of_ours_stay(store: AssetStore) -> None:
    other = store.folder / "ab" / "notes.txt"
    other.parent.mkdir(parents=True)
    other.write_text("mine")
    os.utime(other, (LONG_AGO, LONG_AGO))
    store.tidy(frozenset(), NOW)
    assert other.exists()


def test_what_a_power_cut_left_empty_is_written_again(store: AssetStore) -> None:
    asset = store.add(b"a whole deck", "deck.pptx", "application/x-deck")
    store.path(asset.digest).write_bytes(b"")
    store.add(b"a whole deck", "deck.pptx", "application/x-deck")
    assert store.read(asset.digest) == b"a whole deck"
