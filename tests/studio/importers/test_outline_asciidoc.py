"""Outlines and scripts in AsciiDoc: what is shown, what is spoken, what is put aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from studio.errors import BadFileError
from studio.importers.outline.asciidoc_inline import plain
from tests.studio.importers.outlining import card, lines, outline, points, read, spoken, titled

LESSON = """= The Water Cycle
Mei Lin <mei@example.org>
v1.2, 2024-05-03
:lang: en-GB
:planet: Earth
// not for anybody

== Where water *is*

Most of the water on {planet} is salty.
Only a little of it
can be drunk.

.Kinds
* Oceans: 97 %
** salty
* [x] Ice
+
And a little more.

. Evaporation
. Rain

////
* put aside
////

== How it moves

NOTE: The sun lifts it.

image::cycle.png[The cycle,640]

|===
|Step |Energy

|Evaporation |takes
|Rain |gives
|===

----
a
b
c
----

[.notes]
--
The sun lifts the water.

It falls again.
--

include::secret.adoc[]
"""


def test_an_article_becomes_scenes(tmp_path: Path) -> None:
    (tmp_path / "secret.adoc").write_text("== Never read\n")
    lecture, report = outline(LESSON, tmp_path, "water.adoc")
    assert (lecture.title, lecture.language) == ("The Water Cycle", "en-GB")
    assert [scene.title for scene in lecture.scenes] == ["The Water Cycle", "Where water is", "How it moves"]
    assert points(lecture.scenes[0]) == [(0, "Mei Lin"), (0, "1.2, 2024-05-03")]
    assert points(lecture.scenes[1]) == [
        (0, "Oceans: 97 %"),
        (1, "salty"),
        (0, "Ice"),
        (1, "And a little more."),
        (1, "1. Evaporation"),
        (1, "2. Rain"),
    ]
    assert spoken(lecture.scenes[1])[0].startswith(
        "Most of the water on Earth is salty. Only a little of it can"
    )
    assert spoken(lecture.scenes[2]) == ["The sun lifts the water.", "It falls again."]
    assert (1, "Evaporation: takes") in points(lecture.scenes[2])
    assert lines(report, "include") == [
        "“secret.adoc”, which the file includes, is not read; put its text into this file."
    ]
    assert "The cycle" in lines(report, "picture")[0]
    assert "3 lines of code" in lines(report, "code")[0]


def test_the_older_ways_to_write_headings_and_lists(tmp_path: Path) -> None:
    text = (
        "The Water Cycle\n===============\n\nWhere water is\n--------------\n- Oceans\n  * salty\n- Ice\n\n"
        "## How it moves ##\n\nEvaporation:: Water becomes vapour.\nRain::\n  It falls.\n"
    )
    lecture, _ = outline(text, tmp_path, "water.asciidoc")
    assert [scene.title for scene in lecture.scenes] == ["The Water Cycle", "Where water is", "How it moves"]
    assert points(lecture.scenes[1]) == [(0, "Oceans"), (1, "salty"), (0, "Ice")]
    assert points(lecture.scenes[2]) == [
        (0, "Evaporation"),
        (1, "Water becomes vapour."),
        (0, "Rain"),
        (1, "It falls."),
    ]


def test_slides_for_a_browser_show_all_their_text_and_speak_their_notes(tmp_path: Path) -> None:
    notes = "[NOTE.speaker]\n====\nSay this.\n====\n"
    text = f"= Talk\n:revealjs_theme: white\n\n== One\n\n* a\n\n{notes}\n== Two\n\nShown.\n"
    lecture, _ = outline(text, tmp_path, "talk.adoc")
    assert spoken(titled(lecture, "One")) == ["Say this."]
    assert points(titled(lecture, "Two")) == [(0, "Shown.")]


def test_conditions_choose_what_is_read(tmp_path: Path) -> None:
    conditions = "ifdef::video[]\n* yes\nendif::[]\nifndef::video[]\n* no\nendif::[]\nifdef::video[* also]\n"
    text = f":video:\n\n== A\n\n{conditions}"
    lecture, _ = outline(text, tmp_path, "a.adoc")
    assert points(lecture.scenes[0]) == [(0, "yes"), (0, "also")]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("a *bold* _word_ and `code`", "a bold word and code"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("**b**old __i__talic ##h##", "bold italic h"),
        ("\"`quoted`\" and '`so`'", "“quoted” and ‘so’"),
        ("https://example.org/a[The page^] and https://example.org", "The page and https://example.org"),
        (
            "link:a.html[here,window=_blank] xref:b#c[there] <<part,the part>> <<part>>",
            "here there the part part",
        ),
        ("x^2^ and H~2~O", "x² and H₂O"),
        ("stem:[a^2] kbd:[Ctrl+C] menu:File[Save > As]", "a² Ctrl+C File › Save › As"),
        ("one -- two... (C) -> three", "one — two… → three"),
        (r"\-> not an arrow, \*no bold*", "-> not an arrow, *no bold*"),
        ("a footnote:[hidden] b [[anchor]]c", "a b c"),
        ("[.role]#marked# {unknown}", "marked {unknown}"),
    ],
)
def test_marks_inside_a_line_become_words(marked: str, words: str) -> None:
    assert plain(marked, {}, []) == words


def test_a_real_outline_by_bullets(shared_decks: Path, tmp_path: Path) -> None:
    lecture, report = read(shared_decks / "outlines" / "innersource__contributor-outline.asciidoc", tmp_path)
    assert lecture.title == "InnerSource Contributor Content Outline"
    heads = [scene.title for scene in lecture.scenes if not scene.title.endswith(")")]
    assert heads == [
        "InnerSource Contributor Content Outline",
        "The Contributor in InnerSource",
        "Becoming an InnerSource Contributor",
        "The Contributor Ethos",
        "Mechanics of Contributing",
        "Benefits of Contribution",
        "Conclusion",
    ]
    first = titled(lecture, "The Contributor in InnerSource")
    assert points(first)[1] == (0, "Quick overview of the Contributor role.")
    assert spoken(first) == ["Outline for this section inspired by the Trusted Committer introduction video."]
    assert not any(
        sign in text for s in lecture.scenes for _, text in points(s) for sign in ("**", "https:", "[[")
    )
    assert lines(report, "comment") == []


def test_a_real_script_speaks_only_what_is_said(shared_decks: Path, tmp_path: Path) -> None:
    name = "innersourcelearningpat__01-introduction-script.asciidoc"
    lecture, report = read(shared_decks / "outlines" / name, tmp_path)
    assert lecture.title == "The Contributor in InnerSource - Introduction"
    assert [scene.title for scene in lecture.scenes[1:]] == [
        "Intro",
        "Overview",
        "Relationship to other roles",
        "Section overview",
        "Wish people an enjoyable time",
    ]
    words = "\n".join(line for scene in lecture.scenes for line in spoken(scene))
    assert words.startswith("My name is Johannes Tigges.")
    for unspoken in ("J:", "I:", "EDITOR", "Flip open", "popping up", "Actors", "draft to have something"):
        assert unspoken not in words
    assert len(spoken(titled(lecture, "Relationship to other roles"))) == 4
    assert lines(report, "speaker") == ["The marks of who speaks (“I”, “J”) are not spoken."]
    assert len(lines(report, "direction")) == 6
    assert len(lines(report, "comment")) == 2
    assert "“Actors: Isabel and Johannes” stands beside the script and is left out." in lines(report, "text")


def test_a_lecture_about_scripts_is_no_script(tmp_path: Path) -> None:
    text = (
        "= The Shell\n\n== Commands\n\nA word that the shell looks up.\n\n== Script\n\n=== Lines\n\nMany.\n"
    )
    lecture, _ = outline(text, tmp_path, "shell.adoc")
    assert "Commands" in [scene.title for scene in lecture.scenes]


def test_a_real_chinese_article(shared_decks: Path, tmp_path: Path) -> None:
    name = "innersourcelearningpat__03-how-works-zh.asciidoc"
    lecture, _ = read(shared_decks / "outlines" / name, tmp_path)
    assert (lecture.title, lecture.language) == ("InnerSource如何运作?", "zh-CN")
    assert card(lecture.scenes[-1]).heading == "额外的资源"
    assert points(lecture.scenes[-1]) == [
        (0, "主办团队通常以 主导团队 模式表示。"),
        (0, "Trusted Committer 的模式。"),
    ]
    assert "调用(Guest) 团队" in spoken(lecture.scenes[0])[1]


@pytest.mark.parametrize(
    "text",
    [
        "* " * 3000 + "x",
        "[" * 3000 + "\n\n== A\n\nb\n",
        "== A\n\n" + "====\n" * 999 + "b\n",
        "== A\n\n" + "".join(f"{'=' * n}\n" for n in range(4, 120)) + "b\n",
        "== A\n\n|===\n" + "|" * 3000 + "\n|===\n",
        "== A\n\n" + "".join("*" * (1 + n % 5) + f" b{n}\n+\n" for n in range(900)),
        "== A\n\n" + "x footnote:[" * 900 + "y\n",
        "== A\n\n" + "*a _b `c #d " * 900,
        "ifdef::a[]\n" * 900 + "== A\n\nb\n",
        ":a: {a}{a}\n\n== {a}\n\nb {a}\n",
    ],
    ids=range(10),
)
def test_odd_text_ends_soon_and_in_a_sentence_at_worst(text: str, tmp_path: Path) -> None:
    error = refusal(text, tmp_path)
    assert error == "" or error.startswith("“odd.adoc”")


def refusal(text: str, folder: Path) -> str:
    """The sentence in which reading ends; "" where there are scenes."""
    try:
        lecture, _ = outline(text, folder, "odd.adoc")
    except BadFileError as error:
        return str(error)
    return "" if lecture.scenes else "nothing"
