"""Sentences as a listener hears them, in the languages and with the oddities of real notes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.sentences import LONGEST, sentences

CASES = {
    "titles": ("en", ["Dr. Smith met Mrs. Jones.", "They talked."]),
    "latin": ("en", ["Use fruit, e.g. Apples, i.e. Malus.", "See Fig. 3.", "Then No. 5."]),
    "et cetera inside": ("en", ["Bring pens, paper, etc. to class."]),
    "et cetera at the end": ("en", ["Bring pens etc.", "The class starts."]),
    "decimals and versions": (
        "en",
        ["Pi is 3.14.", "Python 3.11.2 is out.", "Go to example.com.", "Next one."],
    ),
    "initials": ("en", ["By J. R. R. Tolkien.", "A paper by A. Einstein is old.", "Take plan B.", "We go."]),
    "states": ("en", ["In the U.S.", "The law says.", "The U.S. Army came at 5 p.m.", "Then it left."]),
    "quotes": ("en", ["He said, “Are you going?”", "John shook his head.", '"What?" she asked.']),
    "brackets": ("en", ["It works.", "(He left.)", "Good."]),
    "a name with a mark": ("en", ["Yahoo! is a firm."]),
    "lists": ("en", ["1. Introduction to cells.", "2. Methods."]),
    "ellipses": ("en", ["Well…", "Maybe.", "So… it goes... on."]),
    "german": (
        "de",
        ["Das gilt z. B. Häuser.", "Am 3. Oktober war Feier.", "Das war 1990.", "Danach, d. h. Später."],
    ),
    "french": ("fr", ["M. Dupont est là.", "C'est vrai, c.-à-d. Paris.", "« Oui. »", "Il part."]),
    "spanish": ("es", ["El Sr. García y la Sra. López.", "¿Qué tal?", "¡Bien!", "Los EE. UU. son grandes."]),
    "italian": ("it", ["Il sig. Rossi è qui.", "Dove?"]),
    "chinese": (
        "zh-TW",
        ["你好。", "你好嗎？", "他說：「我知道。」", "然後走了。", "我……", "不知道。", "版本3.5。"],
    ),
    "a full-width list": ("ja", ["１．水です。"]),
    "full-width": ("zh-CN", ["很好！", "ＡＢＣ．", "好｡", "完"]),
    "japanese": ("ja", ["これはペンです。", "「はい。」と言った。", "いいえ！"]),
    "arabic": ("ar", ["هل أنت بخير؟", "نعم.", "یہ قلم ہے۔", "شكرا."]),
    "hindi": ("hi", ["यह है।", "वह है॥", "ठीक."]),
    "thai": ("th", ["สวัสดีครับ วันนี้เราจะเรียนเรื่องพืช ต้นไม้"]),
}


@pytest.mark.parametrize("name", CASES)
def test_a_text_falls_into_the_sentences_a_reader_sees(name: str) -> None:
    language, expected = CASES[name]
    blank = "" if language.startswith(("zh", "ja")) else " "
    assert sentences(blank.join(expected), language) == tuple(expected)


def test_a_line_end_ends_a_sentence() -> None:
    assert sentences("Cells\nPlants and\x0banimals", "en") == ("Cells", "Plants and", "animals")


def test_marks_alone_are_never_a_sentence() -> None:
    assert sentences("*** \n---\n", "en") == ()
    assert sentences("Fine. ***", "en") == ("Fine. ***",)


def test_a_very_long_sentence_is_spoken_in_pieces_that_end_at_commas() -> None:
    clause = "the water rises through the roots of the plant into every leaf"
    pieces = sentences(", ".join([clause] * 12) + ".", "en")
    assert len(pieces) > 1
    assert all(len(piece) <= LONGEST for piece in pieces)
    assert all(piece.endswith((",", ".")) for piece in pieces)


def test_a_very_long_thai_text_is_cut_at_its_spaces() -> None:
    phrase = "วันนี้เราจะเรียนเรื่องพืช"
    pieces = sentences(" ".join([phrase] * 30), "th")
    assert len(pieces) > 1
    assert all(piece.startswith("วัน") and piece.endswith("พืช") for piece in pieces)


def test_a_text_without_a_single_blank_still_comes_in_short_pieces() -> None:
    assert all(len(piece) <= LONGEST for piece in sentences("字" * 1000 + "a" * 1000, "zh"))


@given(
    st.text(alphabet='aB cé1.…!?。，「」("\n9Ωん٣؟', max_size=60),
    st.sampled_from(["en", "de", "zh-TW", "ja", "th"]),
)
def test_no_word_is_lost_doubled_or_moved(text: str, language: str) -> None:
    spoken = "".join("".join(sentences(text, language)).split())
    letters = [c for c in text if c.isalnum()]
    assert [c for c in spoken if c.isalnum()] == letters


@given(
    st.lists(
        st.sampled_from(["the cell wall, thin", "Dr. No", "it is 3.5", "Ok", "光合作用，水"]), max_size=8
    )
)
def test_taking_out_the_inside_of_words_changes_no_break(parts: list[str]) -> None:
    from uniseg.sentencebreak import sentences as whole

    text = ". ".join(parts)
    joined = [part.strip() for part in whole(text)]
    for sentence in sentences(text, "xx"):
        assert any(piece in sentence for piece in joined)


def test_a_row_of_brackets_does_not_stall_an_import() -> None:
    import time

    before = time.process_time()
    assert sentences("Before. " + "(" * 5000 + " After it.", "en")[0] == "Before."
    assert time.process_time() - before < 5, "without care the square of the row's length: more than a minute"
