"""Review comments of real decks: kept for the author, in nothing that others get."""

from __future__ import annotations

from pathlib import Path

from studio.lecture import Comment
from studio.lecture_json import dumps, loads
from tests.studio.importers.making import read, said, slide_of


def test_classic_comments_come_with_author_and_time(shared_decks: Path, tmp_path: Path) -> None:
    lecture, report = read(shared_decks / "conformance" / "tika__testComment.pptx", tmp_path)
    assert slide_of(lecture, 1).comments == (
        Comment("Michael McCandless", "Here is a comment", "2011-09-17T08:45:16.522"),
    )
    assert "kept: 1 review comment is kept for you alone, in no video, caption or transcript." in said(
        report, 1
    )


def test_answers_follow_what_they_answer(shared_decks: Path, tmp_path: Path) -> None:
    lecture, report = read(shared_decks / "conformance" / "tika__testPPT_various2.pptx", tmp_path)
    found = [(comment.text, comment.answer) for comment in slide_of(lecture, 1).comments]
    assert found == [
        ("This is a comment", False),
        ("This is a reply to the initial comment", True),
        ("This is a reply to the reply", True),
        ("This is another comment", False),
    ]
    assert "4 review comments are kept" in said(report, 1)
    assert "left out: The review comments" not in said(report)


def test_threaded_comments_of_newer_programs(shared_decks: Path, tmp_path: Path) -> None:
    lecture, _ = read(shared_decks / "lectures" / "msworkshop-dev-containers-es.pptx", tmp_path)
    found = [comment for scene in lecture.scenes for comment in scene.visual.comments]  # type: ignore[union-attr]
    assert [(comment.author, comment.time, comment.resolved) for comment in found] == [
        ("Usuario invitado", "2022-08-17T17:21:15.468", True)
    ]
    assert found[0].text.startswith("Introducción a instalar")


def test_comments_stay_in_the_lecture_and_out_of_its_words(shared_decks: Path, tmp_path: Path) -> None:
    lecture, _ = read(shared_decks / "conformance" / "tika__testPPT_various2.pptx", tmp_path)
    assert loads(dumps(lecture)) == lecture
    spoken = "\n".join(paragraph.text for scene in lecture.scenes for paragraph in scene.script.paragraphs)
    shown = "\n".join(item.text for n in (1, 2, 3) for item in slide_of(lecture, n).objects)
    for comment in slide_of(lecture, 1).comments:
        assert comment.text not in spoken
        assert comment.text not in shown
