"""Caption files: what is written is read back, times and words, by a reader that is not ours."""

from __future__ import annotations

import html
import re
from fractions import Fraction

import pysubs2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.captions import Caption
from studio.exporters import srt, webvtt

SPOKEN = (
    Caption(Fraction(1, 5), Fraction(21, 10), ("Rain falls on the hills,", "and runs to the sea.")),
    Caption(Fraction(21, 10), Fraction(10, 3), ("水從海面上升，",)),
    Caption(Fraction(3661), Fraction(7322), ("An hour later.",)),
)
HARD = ("The set {1, 2} in C:\\New\\home", "if a < b & b --> c, <i>then</i> {\\an8} \\h")


def payloads(text: str) -> list[str]:
    """What stands under each line of times, as it is written in the file."""
    blocks = re.split(r"\n{2,}", text.strip())
    return [block.split("\n", 2)[2] for block in blocks if " --> " in block]


@pytest.mark.parametrize("form", [srt, webvtt])
def test_captions_come_back_with_their_times_and_words(form: type[srt]) -> None:
    read = pysubs2.SSAFile.from_string(form.text(SPOKEN))
    assert [event.plaintext for event in read] == ["\n".join(caption.lines) for caption in SPOKEN]
    assert [(event.start, event.end) for event in read] == [
        (200, 2100),
        (2100, 3333),
        (3_661_000, 7_322_000),
    ]


def test_files_begin_as_their_formats_ask() -> None:
    assert webvtt.text(SPOKEN).startswith("WEBVTT\n\n")
    assert "00:00:00.200 --> 00:00:02.100\nRain falls" in webvtt.text(SPOKEN)
    assert srt.text(SPOKEN).startswith("1\n00:00:00,200 --> 00:00:02,100\nRain falls")
    assert webvtt.text(()).strip() == "WEBVTT"
    assert srt.text(()).strip() == ""


def test_braces_and_backslashes_are_words_like_others() -> None:
    caption = Caption(Fraction(0), Fraction(1), HARD)
    assert payloads(srt.text((caption,))) == ["\n".join(HARD)]
    assert html.unescape(payloads(webvtt.text((caption,)))[0]) == "\n".join(HARD)


def test_webvtt_escapes_what_would_be_markup_or_a_line_of_times() -> None:
    (payload,) = payloads(webvtt.text((Caption(Fraction(0), Fraction(1), HARD),)))
    assert "if a &lt; b &amp; b --&gt; c, &lt;i&gt;then&lt;/i&gt;" in payload
    assert "-->" not in payload


LINE = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zs", "Zl", "Zp")), min_size=1, max_size=30
)


@given(st.lists(st.lists(LINE, min_size=1, max_size=2), min_size=1, max_size=5))
def test_every_character_of_a_caption_stands_in_both_files(texts: list[list[str]]) -> None:
    captions = tuple(Caption(Fraction(n), Fraction(n + 1), tuple(lines)) for n, lines in enumerate(texts))
    wanted = ["\n".join(lines) for lines in texts]
    assert payloads(srt.text(captions)) == wanted
    assert [html.unescape(text) for text in payloads(webvtt.text(captions))] == wanted
