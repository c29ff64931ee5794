"""A teacher without slides starts from Markdown: what is shown, what is spoken, what the report says."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

from studio.chapters import chapters
from studio.errors import BadFileError
from studio.timeline import compile_timeline
from tests.studio.importers.outlining import card, lines, outline, points, read, spoken, titled

LESSON = """# The water cycle

Water goes round and round.

## Where water is

- Oceans: **97 %**
- Ice
  - [Antarctica](https://example.org)
  - Greenland

Most of the water on Earth is salty. (pause: 1s) Only a little can be drunk.

## How it moves

1. Evaporation
2. Rain

Note: The sun lifts the water. It falls again.
"""


def test_headings_become_cards_lists_their_points_and_text_the_words(tmp_path: Path) -> None:
    lecture, _ = outline(LESSON, tmp_path)
    assert lecture.title == "The water cycle"
    assert lecture.language == "en"
    opening, where, how = lecture.scenes
    assert card(opening).opening
    assert spoken(opening) == ["Water goes round and round."]
    assert points(where) == [(0, "Oceans: 97 %"), (0, "Ice"), (1, "Antarctica"), (1, "Greenland")]
    assert spoken(where) == ["Most of the water on Earth is salty. (pause: 1s) Only a little can be drunk."]
    assert points(how) == [(0, "1. Evaporation"), (0, "2. Rain")]
    assert spoken(how) == ["The sun lifts the water. It falls again."]


def test_a_card_without_words_is_read_out(tmp_path: Path) -> None:
    lecture, report = outline("# One\n\n## Two\n\n- a first point\n- a second point\n", tmp_path)
    assert lecture.choices.unscripted == "read"
    assert not spoken(lecture.scenes[1])
    assert lines(report, "notes") == ["2 cards have no words to speak; heading and points are read out."]


@pytest.mark.parametrize(
    "notes",
    [
        "Note: Say this aloud.",
        "Notes:\n\nSay this aloud.",
        "<!-- Say this aloud. -->",
        "> Say this aloud.",
        "備註：Say this aloud.",
    ],
)
def test_every_way_of_marking_notes_is_spoken_and_not_shown(tmp_path: Path, notes: str) -> None:
    lecture, _ = outline(f"# A\n\n## B\n\n- shown\n\n{notes}\n\n## C\n\n- other\n", tmp_path)
    scene = titled(lecture, "B")
    assert points(scene) == [(0, "shown")]
    assert spoken(scene) == ["Say this aloud."]
    assert not spoken(titled(lecture, "C"))


def test_a_list_announced_by_a_colon_is_spoken_with_its_sentence(tmp_path: Path) -> None:
    text = "# A\n\n## B\n\nThe cell has three parts that you should know:\n\n- wall\n- nucleus\n"
    lecture, _ = outline(text, tmp_path)
    assert spoken(titled(lecture, "B")) == [
        "The cell has three parts that you should know:",
        "wall",
        "nucleus",
    ]


def test_running_text_alone_shows_its_first_sentences(tmp_path: Path) -> None:
    text = "# A\n\n## B\n\nCells divide. (pause: 1s) It takes an hour.\n\nThen they grow. They eat sugar.\n"
    lecture, _ = outline(text, tmp_path)
    scene = titled(lecture, "B")
    assert points(scene) == [(0, "Cells divide."), (0, "Then they grow.")]
    assert spoken(scene) == ["Cells divide. (pause: 1s) It takes an hour.", "Then they grow. They eat sugar."]


def test_a_long_list_is_parted_into_cards_and_no_word_is_lost_or_said_twice(tmp_path: Path) -> None:
    items = [f"Point number {i} of this long list" for i in range(20)]
    said = " ".join(f"This is what is said about point {i}." for i in range(20))
    lecture, _ = outline(
        "# A\n\n## B\n\n" + "".join(f"- {i}\n" for i in items) + f"\nNote: {said}\n", tmp_path
    )
    cards = lecture.scenes[1:]
    assert [scene.title for scene in cards] == ["B", "B (2)", "B (3)"]
    assert [text for scene in cards for _, text in points(scene)] == items
    assert all(5 <= len(points(scene)) <= 7 for scene in cards)
    assert " ".join(text for scene in cards for text in spoken(scene)) == said
    # What is said about a point is heard while it is seen, give or take one at the seam.
    assert "point 10." in " ".join(spoken(cards[1]))


def test_inner_points_on_a_further_card_say_again_what_they_belong_to(tmp_path: Path) -> None:
    text = "# A\n\n## B\n\n- Planets\n" + "".join(f"  - planet number {i}\n" for i in range(9))
    lecture, _ = outline(text, tmp_path)
    second = titled(lecture, "B (2)")
    assert points(second)[0] == (0, "Planets")
    assert {level for level, _ in points(second)[1:]} == {1}


def test_higher_headings_become_chapters(tmp_path: Path) -> None:
    text = "# T\n\n## One\n\n### a\n\n- x\n\n### b\n\n- y\n\n## Two\n\n### c\n\n- z\n"
    lecture, report = outline(text, tmp_path)
    sections = [(scene.section, scene.title, card(scene).opening) for scene in lecture.scenes]
    assert sections == [
        ("", "T", True),
        ("One", "One", True),
        ("One", "a", False),
        ("One", "b", False),
        ("Two", "c", False),
    ]
    assert "2 sections become chapters." in lines(report, "sections")


def test_what_cannot_be_shown_is_named(tmp_path: Path) -> None:
    text = (
        "# A\n\n## B\n\n- p\n\n![A map of the Nile](nile.png)\n\n```python\na = 1\nb = 2\nc = 3\n```\n\n"
        "$$\nE = mc^2\n$$\n\nText.[^1]\n\n[^1]: A footnote.\n\n## C\n\n| x | y |\n|---|---|\n| a | 1 |\n| b | 2 |\n"
    )
    lecture, report = outline(text, tmp_path)
    left = [(entry.slide, entry.what) for entry in report.about("left out")]
    assert {(2, "picture"), (2, "code"), (2, "formula")} <= set(left)
    assert lines(report, "picture") == ["The picture “A map of the Nile” is left out; cards show text only."]
    assert points(titled(lecture, "C")) == [(0, "a: 1"), (0, "b: 2")]
    assert lines(report, "table") == ["A table of 3 rows is shown as points."]
    shown = [text for scene in lecture.scenes for _, text in points(scene)] + [
        text for scene in lecture.scenes for text in spoken(scene)
    ]
    assert not any(mark in line for line in shown for mark in ("![", "```", "$$", "[^1]", "**"))


def test_ids_stay_when_another_part_of_the_file_is_edited(tmp_path: Path) -> None:
    before, _ = outline(LESSON, tmp_path)
    edited = LESSON.replace("## Where", "## Before\n\n- new\n\n## Where").replace(
        "- Ice\n", "- Ice and snow\n"
    )
    after, _ = outline(edited, tmp_path)
    ids = [scene.id for scene in after.scenes]
    assert [scene.id for scene in before.scenes] == [ids[0], ids[2], ids[3]]
    twice, _ = outline("# A\n\n## B\n\n- x\n\n## B\n\n- y\n", tmp_path)
    assert len({scene.id for scene in twice.scenes}) == 3


def test_inline_formulas_are_readable(tmp_path: Path) -> None:
    lecture, _ = outline("# A\n\n## B\n\n- $h_t = \\alpha \\cdot x^2$ costs $5 or $10\n", tmp_path)
    assert points(lecture.scenes[1]) == [(0, "hₜ = α·x² costs $5 or $10")]


def test_marp_slides_show_all_their_text_one_card_each(tmp_path: Path) -> None:
    text = (
        "---\nmarp: true\ntheme: default\n---\n# Stacks\n![bg right:40%](s.png)\n- LIFO\n\n---\n\n"
        "<!-- _class: lead -->\n# Rules\n> First rule\n> Second rule\n\n<!-- Explain both rules slowly. -->\n"
    )
    lecture, report = outline(text, tmp_path)
    stacks, rules = lecture.scenes
    assert (points(stacks), points(rules)) == ([(0, "LIFO")], [(0, "First rule"), (0, "Second rule")])
    assert spoken(rules) == ["Explain both rules slowly."]
    assert lines(report, "picture") == ["The picture “s.png” is left out; cards show text only."]


def test_remark_slides_with_notes_arrive_as_written(shared_decks: Path, tmp_path: Path) -> None:
    lecture, _ = read(shared_decks / "outlines" / "dataone__05_qaqc-slides.md", tmp_path)
    opening, topics = lecture.scenes[0], titled(lecture, "Lesson Topics")
    assert lecture.title == "Data Quality Control and Assurance"
    assert card(opening).opening
    assert points(opening)[1] == (0, "Sept. 22, 2016")
    assert points(topics)[:2] == [(0, "Definitions"), (1, "Quality assurance and quality control")]
    assert spoken(topics)[0].startswith("First we will define quality assurance")
    assert not any("???" in text or ".center[" in text for s in lecture.scenes for text in spoken(s))
    assert sum(bool(spoken(scene)) for scene in lecture.scenes) >= 12


def test_a_chinese_chapter_is_read_with_its_sections(shared_decks: Path, tmp_path: Path) -> None:
    lecture, report = read(shared_decks / "outlines" / "ai-system__2.9-Transformer.md", tmp_path)
    assert (lecture.title, lecture.language) == ("2.9 Transformer模型", "zh-CN")
    assert titled(lecture, "编码过程").section.startswith("2.9.1")
    assert lines(report, "contents") == ["The table of contents is left out."]
    assert not any("Copyright" in text for scene in lecture.scenes for text in spoken(scene))
    timeline = compile_timeline(lecture, {}, {}, Fraction(30))
    assert chapters(lecture, timeline)[1].title.startswith("2.9.1")


def test_every_real_outline_arrives_with_cards_that_are_not_too_full(
    shared_decks: Path, tmp_path: Path
) -> None:
    found = [path for path in (shared_decks / "outlines").iterdir() if path.suffix in (".md", ".docx")]
    assert len(found) >= 12
    for path in found:
        lecture, _ = read(path, tmp_path)
        assert lecture.scenes
        assert lecture.language
        for scene in lecture.scenes:
            assert scene.title.strip()
            assert len(points(scene)) <= 12
            assert all(text.strip() for _, text in points(scene))
            assert len({scene.id for scene in lecture.scenes}) == len(lecture.scenes)


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        ("   \n\n", "blank.md", "holds no text to show"),
        ("# T\n\n" + "## x\n\n- y\n\n" * 1100, "long.md", "makes more than 1000 slides"),
        ("a" * (4 << 20) + "\n", "huge.md", "larger than 4 MB"),
        ("word " * 5000, "line.md", "has a line of more than 20000 characters"),
        (b"# A\x00\x01\x02", "binary.md", "is no text file"),
        ("Title\n=====\n", "talk.rst", "save it as Markdown"),
        ("* Title\n", "talk.org", "save it as Markdown"),
        ("\\section{Title}", "talk.tex", "save it as Markdown"),
        ("<h1>Title</h1>", "talk.html", "save its text as Markdown"),
        ("text", "talk.rtf", "save it as .docx"),
    ],
)
def test_a_bad_outline_ends_in_one_sentence(
    tmp_path: Path, content: str | bytes, name: str, sentence: str
) -> None:
    with pytest.raises(BadFileError, match=sentence) as caught:
        outline(content, tmp_path, name)
    assert str(caught.value).startswith(f"“{name}”")


_OLD = {
    "zh-TW": "# 水循環\n\n## 海洋\n\n- 水從海洋蒸發\n- 雲把水帶到陸地上\n",
    "zh-CN": "# 水循环\n\n## 海洋\n\n- 水从海洋蒸发，变成云\n- 云把水带到陆地上\n",
    "ja": "# 水の循環\n\n## 海\n\n- 水は海から蒸発する\n- 雲が水を陸へ運ぶ、カタカナも\n",
    "ko": "# 물의 순환\n\n## 바다\n\n- 물은 바다에서 증발합니다\n- 구름이 물을 육지로 옮깁니다\n",
    "de": "# Größe\n\n## Über Äpfel\n\n- Übung “macht” den Meister – täglich\n",
    "fr": "# L’été à la forêt\n\n## Où ça\n\n- Déjà vu, garçon\n",
    "ru": "# Круговорот воды\n\n## Океан\n\n- Вода испаряется\n",
}
_ENCODINGS = {
    "zh-TW": ("big5", "cp950"),
    "zh-CN": ("gb2312", "gbk", "gb18030"),
    "ja": ("shift_jis", "cp932", "euc_jp"),
    "ko": ("cp949",),
    "de": ("cp1252",),
    "fr": ("cp1252",),
    "ru": ("cp1251",),
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        (language, encoding)
        for language, own in _ENCODINGS.items()
        for encoding in (*own, "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")
    ],
)
@pytest.mark.parametrize("name", ["lesson.md", "lesson.adoc"])
def test_files_of_older_editors_are_read(tmp_path: Path, language: str, encoding: str, name: str) -> None:
    text = _OLD[language]
    lecture, _ = outline(text.replace("\n", "\r\n").encode(encoding), tmp_path, name)
    assert lecture.title == text.partition("\n")[0].removeprefix("# ")
    assert [shown for scene in lecture.scenes for _, shown in points(scene)] == re.findall(
        r"(?m)^- (.*)$", text
    )


def test_real_texts_survive_older_encodings(shared_decks: Path, tmp_path: Path) -> None:
    folder = shared_decks / "outlines"
    for name, encoding in (
        ("openchain-jwg__Introduction.md", "cp932"),
        ("ai-system__2.9-Transformer.md", "gb18030"),
        ("innersourcelearningpat__03-how-works-zh.asciidoc", "gb18030"),
        ("dataone__05_qaqc-slides.md", "cp1252"),
    ):
        text = (folder / name).read_text("utf-8").encode(encoding, "ignore").decode(encoding)
        expected, _ = outline(text, tmp_path, name)
        found, _ = outline(text.encode(encoding), tmp_path, name)
        assert found == expected, (name, encoding)
