"""Captions: every word of the author's, in lines that can be read, while the words are heard."""

from __future__ import annotations

import itertools
import unicodedata
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from studio.captions import LINE_WIDTH, LINES, SHORTEST, Caption, captions, columns, parted, wrap
from studio.lecture import Paragraph, Script
from studio.narration import Narration, Take, Utterance, lay_out
from studio.timeline import compile_timeline
from tests.fakes import lecture, slide

RATE = Fraction(25)


def wide(text: str) -> int:
    return sum(unicodedata.east_asian_width(char) in "WF" for char in text)


def fits(line: str) -> bool:
    """42 Latin or 18 CJK characters a line, and no more of a mixture: exact, in sevenths of three."""
    return 7 * wide(line) + 3 * (len(line) - wide(line)) <= 3 * LINE_WIDTH


def bare(text: str) -> str:
    return "".join(text.split())


LATIN = st.text("abcdefghijkl,.;!? ", min_size=1, max_size=300)
CJK = st.text("水循環是地球上的旅程，。！？「」（）、", min_size=1, max_size=120)
MIXED = st.text("水循環的ab c1,.，。「」()-'", min_size=1, max_size=200)
ANY = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=200)


@given(st.one_of(LATIN, CJK, MIXED, ANY))
def test_every_line_fits_and_no_character_is_lost(text: str) -> None:
    lines = wrap(text)
    assert all(map(fits, lines)), [line for line in lines if not fits(line)]
    assert bare("".join(lines)) == bare(text)
    assert all(line == line.strip() and line for line in lines)


@given(st.lists(st.text("abcdefghijkl", min_size=1, max_size=30), min_size=1, max_size=60))
def test_words_are_broken_at_spaces_only_and_keep_their_order(words: list[str]) -> None:
    assert " ".join(wrap(" ".join(words))).split() == words


@given(st.text("水循環是地球上的旅程，。！？、ab ", min_size=1, max_size=120))
@example("漢" * 18 + "，" + "漢" * 17)
@example("word " * 8 + "ab ! " + "word " * 8)
def test_a_mark_never_opens_a_line(text: str) -> None:
    assert not [line for line in wrap(text.lstrip("，。！？、 "))[1:] if line[0] in "，。！？、!"]


def test_an_opening_bracket_never_ends_a_line() -> None:
    for before in range(1, 40):
        lines = wrap("漢" * before + "「" + "漢" * 17 + "」")
        assert not [line for line in lines if line.endswith("「")]
        assert not [line for line in lines if line.startswith("」")]


@pytest.mark.parametrize("count", [18, 36])
def test_eighteen_ideographs_fill_a_line(count: int) -> None:
    assert [len(line) for line in wrap("漢" * count)] == [18] * (count // 18)


def test_lines_are_of_even_length_and_break_after_a_mark() -> None:
    assert wrap("Water rises from the sea, cools down and falls again as rain.") == [
        "Water rises from the sea,",
        "cools down and falls again as rain.",
    ]
    lengths = [len(line) for line in wrap("and " * 24 + "end")]
    assert len(lengths) == 3
    assert max(lengths) - min(lengths) <= 4
    assert wrap("A short one.") == ["A short one."]
    assert wrap("水從海面上升，冷卻之後形成雲，最後變成雨落下來。")[0].endswith("，")
    assert wrap("") == wrap("   ") == []


def test_a_long_sentence_goes_on_in_the_next_caption_after_a_comma() -> None:
    assert parted(
        "It takes about a million of them to make one raindrop, "
        "and now gravity wins: down it comes, as rain, or higher up as snow."
    ) == [
        ("It takes about a million of", "them to make one raindrop,"),
        ("and now gravity wins: down it comes,", "as rain, or higher up as snow."),
    ]
    first, second = parted("the water that lies under the ground and in the ice of the poles " * 2)
    assert abs(len(" ".join(first)) - len(" ".join(second))) < 45, "where there is no comma, in halves"


def test_japanese_breaks_behind_a_phrase_and_never_before_a_small_kana() -> None:
    lines = wrap(
        "インターネットからダウンロードしたプログラムAを、自社の製品や受託開発に利用できると思いますか。"
    )
    assert lines == [
        "インターネットから",
        "ダウンロードしたプログラムAを、",
        "自社の製品や受託開発に",
        "利用できると思いますか。",
    ]
    for before in range(1, 30):
        assert not [line for line in wrap("あ" * before + "ちょっと")[1:] if line[0] in "ょっー"]


def test_chinese_breaks_behind_a_particle_rather_than_inside_a_word() -> None:
    lines = wrap("太陽曬暖海面，跑得最快的水分子掙脫出來，變成水蒸氣往上升。")
    assert not [line for line in lines if line.startswith("子")]


def test_a_short_caption_stays_until_it_is_read_or_the_next_comes() -> None:
    alone = told("No.", Fraction(1, 3))[0]
    assert alone.end == Fraction(26, 25), "its scene ends after 26 frames"
    timeline = compile_timeline(lecture(slide(1, "No. It rains every day in the mountains.")), {}, {}, RATE)
    short, long = captions(timeline)
    assert short.end == min(short.start + SHORTEST, long.start)


def test_a_word_longer_than_a_line_is_broken_and_leaves_the_others_alone() -> None:
    address = "https://example.org/a/very/long/path/that/never/ends/at/all/indeed"
    lines = wrap(f"See {address} for more about the water cycle.")
    assert all(map(fits, lines))
    assert address in "".join(lines)
    assert "more about the water" in lines[-1], "no ladder of single words"
    assert len(lines) <= 4


def test_columns_count_as_18_ideographs_to_a_line() -> None:
    assert columns("a" * 42) == LINE_WIDTH
    assert columns("漢" * 18) == LINE_WIDTH
    assert columns("ab ") == 2


def told(text: str, length: Fraction) -> tuple[Caption, ...]:
    """The captions of one sentence that is heard for so long."""
    said = Utterance(text, text, "en")
    take = lay_out(Narration((said,)), {said: length})
    return captions(compile_timeline(lecture(slide(1)), {"s1": take}, {}, RATE))


@given(
    st.one_of(LATIN, CJK, MIXED), st.fractions(min_value=Fraction(1, 10), max_value=60, max_denominator=100)
)
def test_captions_share_the_time_of_their_sentence(text: str, length: Fraction) -> None:
    found = told(text, length)
    assert bare("".join(line for caption in found for line in caption.lines)) == bare(text)
    assert all(1 <= len(caption.lines) <= LINES for caption in found)
    if not found:
        return
    assert found[0].start == Fraction(1, 5)
    assert found[-1].end >= Fraction(1, 5) + length
    for before, after in itertools.pairwise(found):
        assert before.start < before.end == after.start < after.end


def test_a_long_sentence_stays_longer_where_it_has_more_to_read() -> None:
    found = told("word " * 30 + "end.", Fraction(10))
    assert len(found) == 2
    shares = [(caption.end - caption.start) / sum(map(len, caption.lines)) for caption in found]
    assert shares[0] == shares[1]


def test_captions_stand_while_their_sentences_are_heard_scene_after_scene() -> None:
    whole = lecture(slide(1, "One rain. Two rains."), slide(2, "Three."), slide(3), slide(4, "Four."))
    timeline = compile_timeline(whole, {}, {}, RATE)
    found = captions(timeline)
    assert [caption.lines for caption in found] == [("One rain.",), ("Two rains.",), ("Three.",), ("Four.",)]
    for before, after in itertools.pairwise(found):
        assert before.end <= after.start
    for caption, number in zip(found, (0, 0, 1, 3), strict=True):
        frames = timeline.clips[number].frames
        assert Fraction(frames.start) / RATE <= caption.start < caption.end <= Fraction(frames.stop) / RATE


def test_what_is_private_or_a_direction_is_never_shown() -> None:
    paragraphs = (Paragraph("Rain falls."), Paragraph("Ask Tom for the beaker.", private=True))
    scene = slide(1, script=Script((*paragraphs, Paragraph("(pause: 2) Snow falls. (speed: 1.2)")), "en"))
    timeline = compile_timeline(lecture(scene), {}, {}, RATE)
    text = " ".join(line for caption in captions(timeline) for line in caption.lines)
    assert text == "Rain falls. Snow falls."


def test_a_take_without_sentences_has_no_captions() -> None:
    timeline = compile_timeline(lecture(slide(1)), {"s1": Take(Fraction(3))}, {}, RATE)
    assert captions(timeline) == ()
