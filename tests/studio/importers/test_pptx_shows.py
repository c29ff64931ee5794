"""Custom shows of real decks, written into them as PowerPoint does: named, told, and taken on request."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

import pytest

from studio import edits
from studio.edits import take_show
from studio.errors import EditError
from studio.lecture import Lecture
from studio.report import ImportReport
from tests.studio.importers.making import change, read, said

Shows = tuple[tuple[str, tuple[int, ...]], ...]


def with_shows(deck: Path, target: Path, shows: Shows, show_pr: str = "") -> Path:
    """A copy of a deck with custom shows (name, slide numbers) and what “Set Up Slide Show” says."""
    shutil.copy(deck, target)
    with zipfile.ZipFile(deck) as archive:
        listed = re.findall(r'<p:sldId [^>]*r:id="(\w+)"', archive.read("ppt/presentation.xml").decode())
    told = "".join(
        f'<p:custShow name="{name}" id="{number}"><p:sldLst>'
        + "".join(f'<p:sld r:id="{listed[at - 1] if at else "rIdGone"}"/>' for at in slides)
        + "</p:sldLst></p:custShow>"
        for number, (name, slides) in enumerate(shows)
    )

    def add(data: bytes) -> bytes:
        found = re.sub(
            rb"(<p:notesSz[^>]*/>)",
            lambda at: at[1] + f"<p:custShowLst>{told}</p:custShowLst>".encode(),
            data,
        )
        assert found != data
        return found

    def set_up(data: bytes) -> bytes:
        plain = re.sub(rb"<p:showPr.*?</p:showPr>|<p:showPr[^>]*/>", b"", data, flags=re.DOTALL)
        return re.sub(
            rb"(<p:presentationPr[^>]*?)(/?)>",
            lambda at: at[1] + b">" + show_pr.encode() + (b"</p:presentationPr>" if at[2] else b""),
            plain,
            count=1,
        )

    parts = {"ppt/presentation.xml": add} | ({"ppt/presProps.xml": set_up} if show_pr else {})
    return change(target, parts)


@pytest.fixture(scope="module")
def deck(shared_decks: Path) -> Path:
    return shared_decks / "lectures" / "msworkshop-dev-containers-es.pptx"


def visible(lecture: Lecture) -> list[int]:
    return [scene.visual.number for scene in lecture.scenes if not scene.hidden]  # type: ignore[union-attr]


def show_lines(report: ImportReport) -> list[str]:
    return [entry.text for entry in report.entries if entry.what == "shows"]


def test_the_report_names_the_shows_and_all_slides_stay(deck: Path, tmp_path: Path) -> None:
    shows: Shows = (("Short", (5, 2, 5)), ("簡介", (1, 2, 3, 0)), ("Empty", ()), ("short", (1,)))
    lecture, report = read(with_shows(deck, tmp_path / "deck.pptx", shows), tmp_path)
    before, _ = read(deck, tmp_path)
    assert [scene.id for scene in lecture.scenes] == [scene.id for scene in before.scenes]
    assert show_lines(report) == [
        "The deck has the custom shows “Short”, “簡介”, “short (2)”; "
        "the video has all slides unless one of them is chosen."
    ]
    assert [show.name for show in lecture.shows] == ["", "Short", "簡介", "short (2)"]
    assert len(lecture.shows[2].scenes) == 3


def test_a_show_comes_in_its_order_with_a_slide_twice(deck: Path, tmp_path: Path) -> None:
    lecture, _ = read(with_shows(deck, tmp_path / "deck.pptx", (("Short", (5, 2, 5)),)), tmp_path)
    taken = take_show(lecture, "Short")
    assert visible(taken) == [5, 2, 5]
    assert len({scene.id for scene in taken.scenes}) == len(taken.scenes) == len(lecture.scenes) + 1
    first, second, again = (scene for scene in taken.scenes if not scene.hidden)
    assert first.script == again.script
    assert first.visual == again.visual
    assert taken.scenes[1:].index(second) >= 0


def test_other_slides_stay_hidden_behind_the_one_they_follow(deck: Path, tmp_path: Path) -> None:
    lecture, _ = read(with_shows(deck, tmp_path / "deck.pptx", (("Few", (2, 4)),)), tmp_path)
    taken = take_show(lecture, "few")  # as somebody types it
    assert visible(taken) == [2, 4]
    assert [scene.id for scene in taken.scenes] == [scene.id for scene in lecture.scenes]
    assert edits.current_show(taken) == "Few"
    assert edits.current_show(edits.set_hidden(taken, (taken.scenes[4].id,), False)) is None


def test_all_slides_come_back_as_they_were(deck: Path, tmp_path: Path) -> None:
    lecture, _ = read(with_shows(deck, tmp_path / "deck.pptx", (("A", (5, 2, 5)), ("B", (3,)))), tmp_path)
    there = take_show(take_show(take_show(lecture, "A"), "B"), "")
    assert there.scenes == lecture.scenes
    assert take_show(lecture, "") is lecture


def test_a_slide_hidden_in_the_deck_stays_hidden_in_a_show(deck: Path, tmp_path: Path) -> None:
    path = with_shows(deck, tmp_path / "deck.pptx", (("A", (1, 2)),))
    with zipfile.ZipFile(path) as archive:
        links = archive.read("ppt/_rels/presentation.xml.rels").decode()
        listed = re.findall(r'<p:sldId [^>]*r:id="(\w+)"', archive.read("ppt/presentation.xml").decode())
    link = next(at for at in re.findall(r"<Relationship [^>]*>", links) if f'Id="{listed[1]}"' in at)
    target = re.search(r'Target="([^"]*)"', link)
    assert target is not None
    change(path, {f"ppt/{target[1]}": lambda data: data.replace(b"<p:sld ", b'<p:sld show="0" ', 1)})
    lecture, _ = read(path, tmp_path)
    assert visible(take_show(lecture, "A")) == [1]


def test_an_unknown_show_is_refused_with_those_that_are_there(deck: Path, tmp_path: Path) -> None:
    lecture, _ = read(with_shows(deck, tmp_path / "deck.pptx", (("A", (1,)), ("B", (2,)))), tmp_path)
    with pytest.raises(EditError, match=r"There is no custom show “C”; the deck has “A”, “B”\."):
        take_show(lecture, "C")
    with pytest.raises(EditError, match="has no custom shows"):
        take_show(read(deck, tmp_path)[0], "C")


def test_a_range_set_up_in_powerpoint_is_told_and_can_be_chosen(deck: Path, tmp_path: Path) -> None:
    setting = '<p:showPr><p:present/><p:sldRg st="3" end="7"/></p:showPr>'
    lecture, report = read(with_shows(deck, tmp_path / "deck.pptx", (), setting), tmp_path)
    assert len(visible(lecture)) == len(read(deck, tmp_path)[0].scenes)
    assert "PowerPoint presents only the slides 3–7" in said(report)
    assert visible(take_show(lecture, "3-7")) == [3, 4, 5, 6, 7]


def test_a_show_set_up_in_powerpoint_is_told(deck: Path, tmp_path: Path) -> None:
    setting = '<p:showPr><p:present/><p:custShow id="1"/></p:showPr>'
    shows: Shows = (("A", (1,)), ("B", (2,)))
    _, report = read(with_shows(deck, tmp_path / "deck.pptx", shows, setting), tmp_path)
    assert "PowerPoint presents only the custom show “B” (Set Up Slide Show)" in said(report)


def test_ordinary_decks_have_none_and_say_nothing(deck: Path, tmp_path: Path) -> None:
    lecture, report = read(deck, tmp_path)
    assert lecture.shows == ()
    assert show_lines(report) == []
