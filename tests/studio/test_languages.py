"""The language of a text decides which voice speaks it."""

from __future__ import annotations

import pytest

from studio.languages import language_of, majority


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Sun warms the surface of the sea and it rises.", "en"),
        ("太陽曬暖海面，水變成看不見的水蒸氣往上升。", "zh-TW"),
        ("太阳晒暖海面，水变成看不见的水蒸气往上升。", "zh-CN"),
        ("まず初めに質問させてください。", "ja-JP"),
        ("태양이 바다를 데웁니다.", "ko"),
        ("Солнце нагревает море.", "ru"),
        ("Сонце нагріває поверхню моря, і вода її піднімається.", "uk"),
        ("خورشید پرتو گرم می‌کند و چرخه آغاز می‌شود", "fa"),
        ("El sol calienta la superficie del mar y el agua sube.", "es"),
        ("Le soleil chauffe la surface de la mer et l'eau monte dans le ciel.", "fr"),
        ("Die Sonne erwärmt das Meer und das Wasser steigt auf.", "de"),
        ("Il sole scalda la superficie del mare e l'acqua sale nel cielo.", "it"),
        ("O sol aquece a água do mar, que não para de subir ao céu.", "pt"),
    ],
)
def test_a_text_shows_its_language_whatever_it_is_marked_with(text: str, language: str) -> None:
    assert language_of(text) == language
    wrong = "en-US" if language != "en" else "de-DE"
    assert language_of(text, [(wrong, len(text))]) == language


@pytest.mark.parametrize(
    ("text", "marks", "language"),
    [
        ("The colour of the sea is blue.", [("en-GB", 30)], "en-GB"),
        ("看看這兩組長條。", [("zh-HK", 8)], "zh-HK"),
        ("看看这两组长条。", [("zh-TW", 8)], "zh-CN"),
        ("漢字", [("ja-JP", 2)], "ja-JP"),
        (
            "使用 Transformer 模型進行 Natural Language Processing 的課程",
            [("en-US", 40), ("zh-TW", 9)],
            "zh-TW",
        ),
        ("x = y + z", [("it-IT", 9)], "it-IT"),
        ("El sol calienta la superficie del mar.", [("en-US", 30), ("es-MX", 8)], "es-MX"),
    ],
)
def test_the_mark_decides_what_letters_cannot(text: str, marks: list[tuple[str, int]], language: str) -> None:
    assert language_of(text, marks) == language


def test_a_short_text_is_in_the_language_around_it() -> None:
    assert language_of("Learning objectives", [("it-IT", 19)], around="en-GB") == "en-GB"
    assert language_of("課程", [("en-US", 2)], around="en-GB") == "zh-TW"
    assert language_of("", default="fr-FR") == "fr-FR"
    assert language_of("Docker", [], default="zh-TW") == "en"


def test_one_deck_does_not_change_its_accent() -> None:
    assert language_of("This is how it is used in the field.", [("en-CA", 36)], around="en-US") == "en-US"


def test_the_majority_is_counted_by_weight() -> None:
    assert majority([("en", 3), ("", 99), ("zh-TW", 2), ("zh-TW", 2)]) == "zh-TW"
    assert majority([]) == ""
