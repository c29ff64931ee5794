"""The language of the window: whose is chosen, what changes with it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from ui.language import languages


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    yield
    languages.install(qapp, "en")


@pytest.mark.parametrize(
    ("wanted", "file"),
    [
        (["zh-Hant-TW"], "zh_TW"),
        (["zh_TW"], "zh_TW"),
        (["zh-HK", "en"], "zh_TW"),
        (["en-GB", "zh-TW"], "en"),
        (["de-DE", "zh-Hant"], "zh_TW"),
        (["zh-CN"], "en"),
        (["de-DE"], "en"),
        ([], "en"),
    ],
)
def test_the_system_gets_what_it_wants_first(wanted: list[str], file: str) -> None:
    assert languages.of_system(wanted).file == file


@pytest.mark.parametrize("choice", ["zh_TW", "zh-Hant"])
def test_a_language_changes_our_words_and_those_of_qt(qapp: QApplication, qtbot: QtBot, choice: str) -> None:
    assert languages.install(qapp, choice).tag == "zh-Hant"
    assert languages.current().file == "zh_TW"
    assert QCoreApplication.translate("Words", "yesterday") == "昨天"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "取消"


def test_english_comes_back(qapp: QApplication) -> None:
    languages.install(qapp, "zh_TW")
    languages.install(qapp, "en")
    assert QCoreApplication.translate("Words", "yesterday") == "yesterday"
    assert QLocale().language() is QLocale.Language.English


def test_characters_are_drawn_as_taiwan_writes_them(qapp: QApplication) -> None:
    languages.install(qapp, "zh_TW")
    chinese = qapp.font().families()
    languages.install(qapp, "en")
    assert all("JP" not in family for family in chinese)
    assert chinese[0] == qapp.font().families()[0]
