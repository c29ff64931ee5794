"""Sentences of studio and renderers, told in the language of the window."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from time import thread_time

import pytest
from PySide6.QtWidgets import QApplication

from studio.assets import AssetStore
from studio.coherence import NAMES
from studio.errors import BadFileError
from studio.importers import import_file
from ui.language import languages
from ui.language.sentences import templates, told


@pytest.fixture(autouse=True)
def _chinese(qapp: QApplication) -> Iterator[None]:
    languages.install(qapp, "zh_TW")
    yield
    languages.install(qapp, "en")


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        (
            "The folder “/tmp/a” does not exist; make it or choose another.",
            "資料夾「/tmp/a」不存在；請建立它或選擇其他資料夾。",
        ),
        (
            "Move: the picture jumps: one step makes 45% of the change",
            "物件移動：畫面跳動：單一影格就佔了變化的 45%",
        ),
        (
            "the model “sd15” cannot do it: it makes single pictures, and no motion",
            "模型「sd15」無法做到：它只產生單張圖片，不產生動態",
        ),
        ("3 of 6 objects match and 2 move", "6 個物件中有 3 個相符，其中 2 個移動"),
        ("A new section begins: Cut and run; fades only", "新章節開始：Cut and run；僅用淡化"),
        (
            "7 builds are kept in the lecture; the video shows the finished slide.",
            "7 個動畫步驟保留在課程中；影片顯示完成後的投影片。",
        ),
        (
            "Scene 3 (“Cut”) has no recording; record or choose one first.",
            "場景 3（「Cut」）沒有錄音，請先錄製或選擇一段。",
        ),
        ("The recorded narration is kept as the voice of this slide.", "錄製的旁白保留為這張投影片的聲音。"),
        (
            "The recorded narration (3.0 s) is kept as the voice of this slide.",
            "錄製的旁白（3.0 秒）保留為這張投影片的聲音。",
        ),
    ],
)
def test_a_sentence_is_told_with_what_it_names(english: str, chinese: str) -> None:
    assert told(english) == chinese


@pytest.mark.parametrize(
    "text", ["", "Something nobody wrote here, and that is that", "光合作用", "a: b", "x" * 9000]
)
def test_an_unknown_sentence_stays_as_it_is(text: str) -> None:
    assert told(text) == text


def test_names_that_people_gave_are_not_translated() -> None:
    assert "「Cut」" in told("“Cut” is empty; perhaps the copy or download was not finished.")


def test_english_is_left_alone(qapp: QApplication) -> None:
    languages.install(qapp, "en")
    assert told("The slide is damaged; only its picture is kept.").startswith("The slide")


def test_the_levels_have_chinese_names() -> None:
    assert all(not told(text).isascii() for pair in NAMES.values() for text in pair)


def test_every_line_of_the_sample_lessons_reports_is_told(samples: Path, tmp_path: Path) -> None:
    for path in sorted(samples.glob("*.pptx")):
        _, report = import_file(path, AssetStore(tmp_path))
        assert report.entries
        assert not [entry.text for entry in report.entries if _has_english(told(entry.text))]


def test_every_line_of_real_decks_reports_is_told(shared_decks: Path, tmp_path: Path) -> None:
    decks = sorted(path for path in shared_decks.rglob("*.pptx") if path.stat().st_size < 300_000)[:12]
    for path in decks:
        try:
            _, report = import_file(path, AssetStore(tmp_path))
            lines = [entry.text for entry in report.entries]
        except BadFileError as error:
            lines = [str(error)]
        assert not [line for line in lines if _has_english(told(line))], path.name


def test_telling_takes_less_than_a_millisecond() -> None:
    sentences = [f"“Lesson {n}.pptx” is damaged; the {n} rest is not known here at all" for n in range(50)]
    told(sentences[0])
    start = thread_time()
    for sentence in sentences:
        told(sentence)
    assert (thread_time() - start) / len(sentences) < 0.001


def test_templates_are_sentences_for_people() -> None:
    assert len(templates()) > 250
    assert not [text for text in templates() if "\n" in text or "<" in text]


def _has_english(text: str) -> bool:
    """Whether words are left in English outside the names between corner brackets."""
    return re.search(r"[a-z]{3,} [a-z]{2,}", re.sub(r"「.*?」", "", text)) is not None
