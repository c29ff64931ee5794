"""Pages find their slides, whatever the PDF did to words and order; what is not sure is said to be so."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from studio.exact_pages.matching import DeckSlide, Matching, NoPictures, match

WORDS = (
    *("evaporation", "condensation", "rivers", "clouds", "glaciers", "sunlight", "groundwater", "ocean"),
    *("vapour", "rainfall", "snow", "storms", "roots", "leaves", "soil", "bedrock", "springs", "deltas"),
    *("tides", "currents", "salt", "harbours", "lakes", "wetlands"),
)


def slide_text(number: int) -> str:
    some = random.Random(number)
    return f"Chapter {number}\n" + "\n".join(" ".join(some.sample(WORDS, 5)) for _ in range(4))


def deck(count: int, hidden: Sequence[int] = ()) -> list[DeckSlide]:
    return [DeckSlide(n, f"{slide_text(n)}\nWater cycle", n in hidden) for n in range(1, count + 1)]


def pages(*numbers: int) -> list[str]:
    return [f"Water cycle\n{slide_text(number)}\n{number}" for number in numbers]


class Shades:
    """Pictures that differ in where they are dark; a slide or page without an entry cannot be drawn."""

    def __init__(self, slides: Mapping[int, int], its_pages: Mapping[int, int]) -> None:
        self.slides, self.its_pages, self.asked = slides, its_pages, list[int]()

    def of_slides(self, indices: Sequence[int]) -> Mapping[int, bytes]:
        self.asked += indices
        return {index: shade(self.slides[index], 3) for index in indices if index in self.slides}

    def of_pages(self, indices: Sequence[int]) -> Mapping[int, bytes]:
        return {index: shade(self.its_pages[index], 0) for index in indices if index in self.its_pages}


def shade(number: int, brighter: int) -> bytes:
    some = random.Random(f"picture {number}")
    return bytes(some.randrange(0, 250) + brighter for _ in range(32 * 24))


def numbers(matching: Matching) -> dict[int, int]:
    """Slide number -> page number, both from 1."""
    return {each.slide + 1: each.page + 1 for each in matching.found}


def test_a_pdf_of_all_slides_gives_each_its_own_page() -> None:
    found = match(deck(30), pages(*range(1, 31)), NoPictures())
    assert numbers(found) == {n: n for n in range(1, 31)}
    assert all(each.sure for each in found.found)
    assert (found.missing, found.over) == ((), ())


def test_hidden_slides_that_were_left_out_shift_nothing() -> None:
    found = match(deck(12, hidden=(3, 4, 9)), pages(1, 2, 5, 6, 7, 8, 10, 11, 12), NoPictures())
    assert numbers(found) == {1: 1, 2: 2, 5: 3, 6: 4, 7: 5, 8: 6, 10: 7, 11: 8, 12: 9}
    assert found.missing == (2, 3, 8)


def test_a_page_of_another_origin_is_left_over() -> None:
    found = match(deck(6), ["Printed by the office on Monday", *pages(1, 2, 3, 4, 5, 6)], NoPictures())
    assert numbers(found) == {n: n + 1 for n in range(1, 7)}
    assert found.over == (0,)


def test_a_range_leaves_the_other_slides_as_they_are() -> None:
    found = match(deck(20), pages(8, 9, 10), NoPictures())
    assert numbers(found) == {8: 1, 9: 2, 10: 3}


def test_a_slide_that_was_moved_since_is_found_where_it_was() -> None:
    found = match(deck(8), pages(1, 5, 2, 3, 4, 6, 7, 8), NoPictures())
    assert numbers(found) == {1: 1, 2: 3, 3: 4, 4: 5, 5: 2, 6: 6, 7: 7, 8: 8}
    assert [each.how for each in found.found].count("moved") == 1


def test_of_a_slide_printed_once_a_step_the_last_page_is_taken() -> None:
    lines = slide_text(2).splitlines()
    steps = ["\n".join(lines[:shown]) for shown in (2, 3, 5)]
    found = match(deck(4), [*pages(1), *steps, *pages(3, 4)], NoPictures())
    assert numbers(found) == {1: 1, 2: 4, 3: 5, 4: 6}
    assert found.steps == ((1, 1), (2, 1))
    assert found.over == ()


def test_words_are_known_again_after_what_a_pdf_does_to_them() -> None:
    slides = [
        DeckSlide(1, "Efficient workflows\nThe office filing of affidavits"),
        DeckSlide(2, "水循環\n蒸發與凝結的過程"),
    ]
    slides += [
        DeckSlide(3, "دورة الماء في الطبيعة والتبخر"),
        DeckSlide(4, "Photosynthesis in leaves needs sunlight"),
    ]
    read = ["Eﬃcient workﬂows \uf0a7 The oﬃce ﬁling of aﬃdavits", "水 循 環 蒸 發 與 凝 結 的 過 程"]
    read += ["رخبتلاو ةعيبطلا يف ءاملا ةرود", "Photosyn-\nthesis\x02 in leaves needssunlight"]
    found = match(slides, read, NoPictures())
    assert numbers(found) == {1: 1, 2: 2, 3: 3, 4: 4}
    assert all(each.sure for each in found.found)


def test_slides_without_words_go_by_their_pictures() -> None:
    slides = [DeckSlide(n) for n in range(1, 7)]
    order = (1, 2, 4, 5, 6)  # the third was left out, and no page has words either
    shades = Shades({n: n for n in range(6)}, {at: n - 1 for at, n in enumerate(order)})
    found = match(slides, [""] * 5, shades)
    assert numbers(found) == {1: 1, 2: 2, 4: 3, 5: 4, 6: 5}
    assert all(each.sure for each in found.found)


def test_only_slides_that_words_do_not_tell_apart_are_drawn() -> None:
    slides = [*deck(5), DeckSlide(6, "Questions?"), *deck(8)[6:], DeckSlide(9, "Questions?")]
    read = [*pages(1, 2, 3, 4, 5), "Questions?", *pages(7, 8), "Questions?"]
    shades = Shades({n: n for n in range(9)}, {n: n for n in range(9)})
    found = match(slides, read, shades)
    assert numbers(found) == {n: n for n in range(1, 10)}
    assert shades.asked == [5, 8]


def test_what_only_its_place_speaks_for_is_doubtful() -> None:
    slides = [*deck(3), DeckSlide(4), *deck(7)[4:]]
    found = match(slides, [*pages(1, 2, 3), "", *pages(5, 6, 7)], NoPictures())
    assert numbers(found) == {n: n for n in range(1, 8)}
    assert [each.slide for each in found.found if not each.sure] == [3]


def test_a_slide_that_was_written_anew_gets_no_page_of_old() -> None:
    slides = [*deck(3), DeckSlide(4, "Quiz: name six planets and forty-nine moons of theirs"), *deck(7)[4:]]
    read = [*pages(1, 2, 3), "Exam rules: bring pencil, ruler, compass, identity card", *pages(5, 6, 7)]
    found = match(slides, read, NoPictures())
    assert numbers(found) == {n: n for n in (1, 2, 3, 5, 6, 7)}
    assert (found.missing, found.over) == ((3,), (3,))


def test_nothing_is_made_of_nothing() -> None:
    assert match([], [], NoPictures()) == Matching((), (), ())
    assert match(deck(2), [], NoPictures()).missing == (0, 1)
    assert match([], pages(1, 2), NoPictures()).over == (0, 1)


def test_a_long_deck_is_matched_as_surely() -> None:
    printed = [n for n in range(1, 601) if n % 7]
    found = match(deck(600), pages(*printed), NoPictures())
    assert numbers(found) == {number: at for at, number in enumerate(printed, start=1)}


class HalfAlike(Shades):
    """Pages whose lower half looks otherwise than their slides'."""

    def of_pages(self, indices: Sequence[int]) -> Mapping[int, bytes]:
        return {
            index: picture[: 32 * 12] + shade(1000 + index, 0)[32 * 12 :]
            for index, picture in super().of_pages(indices).items()
        }


def test_a_page_with_other_words_in_the_place_of_a_slide_is_not_shown_for_it() -> None:
    """A title over points looks like any other, and the deck was changed since."""
    slides = deck(5)
    found = match(
        slides, pages(1, 2, 3, 4, 77), HalfAlike({n: n for n in range(5)}, {n: n for n in range(5)})
    )
    assert numbers(found) == {1: 1, 2: 2, 3: 3, 4: 4}
    assert (found.missing, found.over) == ((4,), (4,))


def test_glyphs_that_nobody_can_read_leave_it_to_the_pictures() -> None:
    slides = deck(4)
    garbled = ["".join(chr(0x1400 + 40 * page + at) for at in range(40)) for page in range(4)]
    found = match(slides, garbled, Shades({n: n for n in range(4)}, {n: n for n in range(4)}))
    assert numbers(found) == {1: 1, 2: 2, 3: 3, 4: 4}
