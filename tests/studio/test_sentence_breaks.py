"""Where sentences end by Unicode's own rules, against the library that walks over them slowly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uniseg.sentencebreak import sentence_boundaries

from studio.sentence_breaks import breaks


@given(st.text("aB5 .!?,)”。」ק\u0301あÉ:;-", max_size=40))
def test_the_rules_of_unicode_hold(line: str) -> None:
    assert breaks(line) == [place for place in sentence_boundaries(line) if 0 < place < len(line)]


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("<axes._subplots at 0x12>", []),  # SB8: only a small letter comes behind the full stop
        ("one. •two", []),
        ("one. •Two", [5]),
        ("", []),
        ("A.", []),
    ],
)
def test_marks_that_are_no_letters_part_nothing(line: str, places: list[int]) -> None:
    assert breaks(line) == places
