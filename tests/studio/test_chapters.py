"""Chapters: places to jump to that YouTube and players take."""

from __future__ import annotations

import itertools
import re
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from studio.chapters import SHORTEST, Chapter, as_text, chapters
from studio.lecture import Lecture
from studio.timeline import compile_timeline
from tests.fakes import lecture, slide

RATE = Fraction(25)


def made(whole: Lecture) -> list[tuple[str, int, int]]:
    """Title, start and end (seconds) of every chapter."""
    found = chapters(whole, compile_timeline(whole, {}, {}, RATE))
    return [(chapter.title, int(chapter.start), int(chapter.end)) for chapter in found]


def scenes(*told: tuple[str, int], **fields: str) -> Lecture:
    """Silent scenes of (section, seconds)."""
    return lecture(
        *(slide(n, section=section, least=Fraction(s)) for n, (section, s) in enumerate(told, 1)), **fields
    )


def test_each_section_is_a_chapter_whatever_number_of_scenes_it_has() -> None:
    whole = scenes(("Rain", 6), ("Rain", 6), ("Snow", 20), ("Rain", 15))
    assert made(whole) == [("Rain", 0, 12), ("Snow", 12, 32), ("Rain", 32, 47)]


def test_without_sections_each_scene_is_a_chapter() -> None:
    assert made(scenes(("", 12), ("", 14))) == [("Slide 1", 0, 12), ("Slide 2", 12, 26)]


def test_what_stands_before_the_first_section_is_named_after_the_lecture() -> None:
    assert made(scenes(("", 12), ("Snow", 14))) == [("Rain", 0, 12), ("Snow", 12, 26)]
    assert made(scenes(("", 12), ("Snow", 14), title="")) == [("Slide 1", 0, 12), ("Snow", 12, 26)]


def test_a_short_chapter_joins_the_one_before_and_a_short_first_one_the_next() -> None:
    assert made(scenes(("A", 20), ("B", 5), ("C", 20))) == [("A", 0, 25), ("C", 25, 45)]
    assert made(scenes(("A", 5), ("B", 20), ("C", 20))) == [("A", 0, 25), ("C", 25, 45)]
    assert made(scenes(("A", 20), ("B", 20), ("C", 5))) == [("A", 0, 20), ("B", 20, 45)]
    assert made(scenes(("A", 5), ("B", 3))) == [("A", 0, 8)]
    assert made(scenes(("A", 20), ("B", 5), ("B", 6), ("C", 20))) == [
        ("A", 0, 20),
        ("B", 20, 31),
        ("C", 31, 51),
    ]


def test_short_scenes_in_a_row_become_chapters_of_their_own() -> None:
    many = made(scenes(*[("", 4)] * 200))
    assert len(many) == 66, "three of them each, and the last two with the ones before"
    assert many[:2] == [("Slide 1", 0, 12), ("Slide 4", 12, 24)]
    assert made(scenes(("A", 20), ("B", 6), ("C", 6), ("D", 20))) == [
        ("A", 0, 20),
        ("B", 20, 32),
        ("D", 32, 52),
    ]


@given(st.lists(st.tuples(st.sampled_from(["", "A", "B", "C"]), st.integers(1, 30)), min_size=1, max_size=15))
def test_chapters_start_at_nought_stand_side_by_side_and_last_ten_seconds(
    told: list[tuple[str, int]],
) -> None:
    whole = scenes(*told)
    timeline = compile_timeline(whole, {}, {}, RATE)
    found = chapters(whole, timeline)
    assert found[0].start == 0
    assert found[-1].end == timeline.seconds
    for before, after in itertools.pairwise(found):
        assert before.end == after.start
    assert len(found) == 1 or all(chapter.end - chapter.start >= SHORTEST for chapter in found)
    assert all(chapter.title for chapter in found)


def test_a_lecture_of_nothing_has_no_chapters() -> None:
    assert made(lecture()) == []


def test_the_text_is_what_youtube_reads() -> None:
    starts = [0, 75, 3725]
    found = tuple(Chapter(f"Part {n}", Fraction(start), Fraction(9999)) for n, start in enumerate(starts))
    assert as_text(found) == "0:00 Part 0\n1:15 Part 1\n1:02:05 Part 2\n"


def test_a_title_of_several_lines_stays_on_one() -> None:
    text = as_text((Chapter("Rain\vand\nsnow ", Fraction(0), Fraction(20)),))
    assert text == "0:00 Rain and snow\n"
    assert re.fullmatch(r"\d+:\d\d \S.*\n", text)


def test_a_section_that_is_taken_up_again_behind_a_short_one_goes_on() -> None:
    assert made(scenes(("A", 20), ("B", 5), ("A", 20), ("C", 20))) == [("A", 0, 45), ("C", 45, 65)]
