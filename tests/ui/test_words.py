"""Codes and numbers in words, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from fractions import Fraction
from typing import get_args

import pytest
from PySide6.QtWidgets import QApplication

from studio.history import CODES, Code, Label
from studio.lecture import Direction, Level, Style, Unscripted
from studio.report import Outcome
from ui.language import languages, words

NOW = datetime(2026, 5, 20, 15, 0)


@pytest.fixture(params=["en", "zh_TW"])
def language(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    languages.install(qapp, request.param)
    yield request.param
    languages.install(qapp, "en")


def test_every_step_has_a_name(language: str) -> None:
    for code in CODES:
        for label in (Label(code), Label(code, 3), Label(code, 1, "Title")):
            told = words.step(label)
            assert told
            assert not set(told) & set("%{}()")
            assert (language == "en") == told.isascii() or "“" in told


@pytest.mark.parametrize(
    ("label", "english", "chinese"),
    [
        (Label("move-scenes", 3), "Move 3 scenes", "移動 3 個場景"),
        (Label("move-scenes", 1), "Move 1 scene", "移動 1 個場景"),
        (Label("type", 1, "Title"), "Type in “Title”", "在「Title」中輸入"),
        (Label("remove-scenes", 2, "Title"), "Delete 2 scenes", "刪除 2 個場景"),
    ],
)
def test_what_is_undone_is_named(language: str, label: Label, english: str, chinese: str) -> None:
    assert words.step(label) == (english if language == "en" else chinese)


def test_a_long_name_is_shortened(language: str) -> None:
    told = words.step(Label("rename-scene", 1, "A title\nthat goes on and on for ever and a day"))
    assert "A title that goes on" in told
    assert "…" in told
    assert len(told) < 60


def test_all_codes_of_the_document_have_words(language: str) -> None:
    told = [words.level_name(level) for level in Level] + [words.level_line(level) for level in Level]
    told += [words.style(code) for code in get_args(Style)]
    told += [words.direction(code) for code in get_args(Direction)]
    told += [words.unscripted(code) for code in get_args(Unscripted)]
    told += [words.outcome(code) for code in get_args(Outcome)]
    assert all(told)
    assert (
        all(text.isascii() for text in told) if language == "en" else not any(text.isascii() for text in told)
    )


def test_codes_are_not_those_of_another_version() -> None:
    assert set(get_args(Code)) == set(words.Words().steps(1))


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en", "English"),
        ("en-GB", "British English"),
        ("zh-TW", "繁體中文 (台灣)"),
        ("zh-HK", "繁體中文 (香港)"),
        ("cmn", "中文"),
        ("yue", "粵語"),
        ("de", "Deutsch"),
        ("ja", "日本語"),
        ("pt-BR", "Português (Brasil)"),
        ("fr-CA", "Français canadien"),
        ("tlh", "tlh"),
        ("", ""),
    ],
)
def test_a_language_is_called_by_its_own_name(qapp: QApplication, tag: str, name: str) -> None:
    assert words.language(tag) == name


def test_times_and_sizes_in_english(qapp: QApplication) -> None:
    languages.install(qapp, "en")
    assert [words.clock(value) for value in (0, 65, 59.99, 7384)] == ["0:00", "1:05", "0:59", "2:03:04"]
    assert words.clock(Fraction(413, 10), tenths=True) == "0:41.3"
    assert [words.duration(value) for value in (0.4, 2, 41.2, 65, 120, 7384)] == [
        *("0.4 s", "2 s", "41 s", "1 min 05 s", "2 min", "2 h 03 min")
    ]
    assert [words.about(value) for value in (2, 38, 200, 5000)] == [
        *("a few seconds", "about 40 s", "about 3 min", "about 1 h 25 min")
    ]
    assert [words.size(value) for value in (1, 5, 41_300_000, 1_234_567_890)] == [
        *("1 byte", "5 bytes", "41 MB", "1.2 GB")
    ]
    assert words.share(0.45) == "45%"


@pytest.mark.parametrize(
    ("back", "english", "chinese"),
    [
        (timedelta(seconds=5), "just now", "剛剛"),
        (timedelta(minutes=1), "1 minute ago", "1 分鐘前"),
        (timedelta(minutes=5), "5 minutes ago", "5 分鐘前"),
        (timedelta(hours=2), "2 hours ago", "2 小時前"),
        (timedelta(hours=16), "yesterday", "昨天"),
        (timedelta(days=3), "3 days ago", "3 天前"),
    ],
)
def test_how_long_ago(language: str, back: timedelta, english: str, chinese: str) -> None:
    assert words.ago(NOW - back, NOW) == (english if language == "en" else chinese)


def test_what_is_long_ago_has_a_date(language: str) -> None:
    assert "2025" in words.ago(datetime(2025, 1, 2), NOW) or "25" in words.ago(datetime(2025, 1, 2), NOW)
