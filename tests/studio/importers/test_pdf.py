"""A PDF becomes a lecture: its pages are shown, its words can be read out, what is no slide's own is left out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from renderers.slides import pdf
from studio.assets import AssetStore
from studio.errors import BadFileError, MissingToolError
from studio.importers import import_file
from studio.lecture import Lecture, PictureVisual, Scene
from studio.narration import words_of
from studio.ports import PdfLine, PdfPage
from studio.progress import NEVER
from studio.report import ImportReport
from tests.pdfs import Page, Text, slide, write_pdf


def pages_of(path: Path) -> tuple[PdfPage, ...]:
    return pdf.pages_in(pdf.look(path, path.name, NEVER))


def read(path: Path, pages: tuple[PdfPage, ...] | None = None) -> tuple[Lecture, ImportReport]:
    """Import a PDF; `pages` stand for what the reader says of it."""

    def look(path: Path) -> tuple[PdfPage, ...]:
        return pages_of(path) if pages is None else pages

    return import_file(path, AssetStore(path.parent / "assets"), read_pdf=look)


def lecture_of(tmp_path: Path, *pages: Page, bookmarks: Sequence[tuple[str, int]] = ()) -> Lecture:
    return read(write_pdf(tmp_path / "lesson.pdf", pages, bookmarks))[0]


def picture(scene: Scene) -> PictureVisual:
    assert isinstance(scene.visual, PictureVisual)
    return scene.visual


def told(report: ImportReport, slide_number: int | None = None) -> list[tuple[str, str]]:
    return [(e.outcome, e.what) for e in report.entries if e.slide == slide_number]


def test_every_page_is_a_scene_with_its_title_and_words(tmp_path: Path) -> None:
    lecture = lecture_of(tmp_path, slide("The water cycle", "Sun", "Rain"), slide("Clouds", "They are cold."))
    assert [scene.title for scene in lecture.scenes] == ["The water cycle", "Clouds"]
    assert [picture(scene).image.number for scene in lecture.scenes] == [1, 2]
    assert picture(lecture.scenes[0]).text == "The water cycle\nSun\nRain"
    assert lecture.title == "The water cycle"
    assert len(lecture.assets) == 1
    assert lecture.assets[0].name == "lesson.pdf"


def test_the_commonest_size_is_the_lectures(tmp_path: Path) -> None:
    small, large = slide("A", width=720, height=540), slide("B", width=960, height=540)
    lecture, report = read(write_pdf(tmp_path / "a.pdf", [small, large, large]))
    assert (lecture.width, lecture.height) == (960, 540)
    assert picture(lecture.scenes[0]).image.width == 720
    assert ("replaced", "size") in told(report)


def test_notes_for_a_second_screen_are_warned_of(tmp_path: Path) -> None:
    _, report = read(write_pdf(tmp_path / "a.pdf", [slide("A", width=1920, height=540)] * 2))
    assert ("replaced", "notes") in told(report)


def test_a_scan_is_shown_and_said_to_be_unreadable(tmp_path: Path) -> None:
    lecture, report = read(write_pdf(tmp_path / "a.pdf", [slide("A"), Page(drawing="0 0 9 9 re f")]))
    assert [scene.title for scene in lecture.scenes] == ["A", "Slide 2"]
    assert told(report, 2) == [("left out", "text")]


def test_lines_that_were_wrapped_are_read_as_one_paragraph(tmp_path: Path) -> None:
    texts: tuple[Text, ...] = (
        (60, 450, 40, "Why it rains"),
        (60, 360, 22, "• Warm air rises, and where it grows cold its water becomes"),
        (80, 334, 22, "drops that are too heavy to stay."),
        (60, 290, 22, "• Snow"),
        (60, 250, 22, "• Hail"),
    )
    lecture = lecture_of(tmp_path, Page(texts))
    assert [p.text for p in words_of(lecture.scenes[0]).paragraphs] == [
        "Why it rains",
        "Warm air rises, and where it grows cold its water becomes drops that are too heavy to stay.",
        "Snow",
        "Hail",
    ]


def test_a_list_without_marks_stays_a_list(tmp_path: Path) -> None:
    names = ("Evaporation", "Condensation", "Precipitation", "Collection of the water")
    lecture = lecture_of(tmp_path, slide("Steps", *names))
    assert picture(lecture.scenes[0]).text.split("\n") == ["Steps", *names]


def test_a_title_of_two_lines_is_one(tmp_path: Path) -> None:
    texts: tuple[Text, ...] = (
        (60, 470, 40, "What the sun does to the"),
        (60, 422, 40, "water of the sea"),
        (60, 300, 22, "It warms it."),
    )
    assert lecture_of(tmp_path, Page(texts)).scenes[0].title == "What the sun does to the water of the sea"


def test_the_title_is_found_wherever_it_was_written(tmp_path: Path) -> None:
    texts: tuple[Text, ...] = ((80, 300, 22, "Drops fall."), (60, 450, 40, "Rain"))
    scene = lecture_of(tmp_path, Page(texts)).scenes[0]
    assert (scene.title, picture(scene).text) == ("Rain", "Rain\nDrops fall.")


def test_text_of_one_size_gives_no_title(tmp_path: Path) -> None:
    texts: tuple[Text, ...] = ((60, 480, 12, "It was raining when"), (60, 460, 12, "we came."))
    assert lecture_of(tmp_path, Page(texts)).scenes[0].title == "Slide 1"


def test_footers_and_page_numbers_are_not_read_out(tmp_path: Path) -> None:
    def page(number: int) -> Page:
        more: tuple[Text, ...] = ((60, 20, 10, f"Prof. Chen - Water {number}/5"), (900, 20, 10, str(number)))
        return Page(slide(f"Part {number}", f"Words of {number}").texts + more)

    lecture = lecture_of(tmp_path, *map(page, range(1, 6)))
    assert [picture(scene).text for scene in lecture.scenes] == [
        f"Part {n}\nWords of {n}" for n in range(1, 6)
    ]


def test_steps_of_one_slide_keep_their_title(tmp_path: Path) -> None:
    points = ("First", "Second", "Third", "Fourth")
    lecture = lecture_of(tmp_path, *(slide("Recap", *points[:count]) for count in range(1, 5)))
    assert {scene.title for scene in lecture.scenes} == {"Recap"}
    assert picture(lecture.scenes[3]).text == "Recap\nFirst\nSecond\nThird\nFourth"


def test_fewer_bookmarks_than_pages_are_sections(tmp_path: Path) -> None:
    pages = [slide(name) for name in ("A", "B", "C", "D")]
    lecture = lecture_of(tmp_path, *pages, bookmarks=[("Water", 1), ("Ice", 3)])
    assert [scene.section for scene in lecture.scenes] == ["Water", "Water", "Ice", "Ice"]


def test_a_bookmark_for_every_page_is_its_title(tmp_path: Path) -> None:
    marks = [("Rain and snow", 1), ("Slide 2", 2), ("Rain and snow (2)", 3)]
    lecture = lecture_of(tmp_path, slide("RAIN"), slide("Hail"), slide("RAIN"), bookmarks=marks)
    assert [scene.title for scene in lecture.scenes] == ["Rain and snow", "Hail", "Rain and snow"]
    assert not any(scene.section for scene in lecture.scenes)


def test_single_notes_on_most_pages_are_the_speakers_words(tmp_path: Path) -> None:
    pages = [slide(f"Part {n}", notes=(("", f"Say {n}.\nTODO: check the figure"),)) for n in range(4)]
    lecture = lecture_of(tmp_path, *pages)
    assert [scene.script.words for scene in lecture.scenes] == [f"Say {n}." for n in range(4)]


def test_notes_of_reviewers_are_comments_and_never_heard(tmp_path: Path) -> None:
    noted = slide("Rain", notes=(("Mei", "Too long?"), ("Tom", "Yes.")))
    lecture, report = read(write_pdf(tmp_path / "a.pdf", [noted, slide("Snow"), slide("Hail")]))
    assert [comment.text for comment in picture(lecture.scenes[0]).comments] == ["Too long?", "Yes."]
    assert not lecture.scenes[0].script.paragraphs
    assert ("kept", "comments") in told(report, 1)


def test_a_page_that_cannot_be_drawn_costs_that_page(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [slide("A"), slide("B"), slide("C")])
    first, _, third = pages_of(path)
    lecture, report = read(path, (first, PdfPage(0, 0), third))
    assert [(scene.title, picture(scene).image.number) for scene in lecture.scenes] == [("A", 1), ("C", 3)]
    assert told(report, 2) == [("left out", "page")]


def test_letters_of_print_are_letters_again(tmp_path: Path) -> None:
    line = PdfLine("Eﬃcient ﬁlters of ⽔", 0.1, 0.1, 0.9, 0.2, 0.1)
    cut = (
        PdfLine("Evapo\ufffe", 0.1, 0.5, 0.9, 0.55, 0.05),
        PdfLine("ration of water", 0.1, 0.56, 0.4, 0.61, 0.05),
    )
    path = write_pdf(tmp_path / "a.pdf", [slide("A")])
    lecture, _ = read(path, (PdfPage(960, 540, lines=(line, *cut)),))
    assert picture(lecture.scenes[0]).text == "Efficient filters of 水\nEvaporation of water"


def test_lines_of_chinese_join_without_a_space(tmp_path: Path) -> None:
    lines = (
        PdfLine("水循環", 0.1, 0.1, 0.4, 0.2, 0.1),
        PdfLine("太陽使海水蒸發,水蒸氣上升後遇冷凝結成雲,最後又以雨或雪", 0.1, 0.4, 0.9, 0.45, 0.05),
        PdfLine("的形式回到地面。", 0.1, 0.47, 0.4, 0.52, 0.05),
    )
    path = write_pdf(tmp_path / "a.pdf", [slide("A")])
    lecture, _ = read(path, (PdfPage(960, 540, lines=lines),))
    text = picture(lecture.scenes[0]).text
    assert text == "水循環\n太陽使海水蒸發,水蒸氣上升後遇冷凝結成雲,最後又以雨或雪的形式回到地面。"
    assert lecture.scenes[0].script.language.startswith("zh")


def test_without_a_reader_one_sentence_says_so(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [slide("A")])
    with pytest.raises(MissingToolError, match="is a PDF, which cannot be read here"):
        import_file(path, AssetStore(tmp_path / "assets"))


def test_a_pdf_is_known_by_its_content(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "lesson.pptx", [slide("A")])
    assert read(path)[0].scenes[0].title == "A"


def test_no_page_of_any_size_ends_in_one_sentence(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [slide("A")])
    with pytest.raises(BadFileError, match="has no page that can be drawn"):
        read(path, (PdfPage(0, 0), PdfPage(5000, 1)))
