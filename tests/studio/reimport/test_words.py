"""Three sets of notes become one script: nobody's words are lost, nothing private is said aloud."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.lecture import Paragraph, Script
from studio.reimport.words import Merged, merge, paragraphs, units

SENTENCES = st.sampled_from(
    ["Rain falls.", "It flows.", "Snow melts?", "水往下流。", "The sun shines!", "Why?", "Fog"]
)
PARAGRAPH = st.builds(
    lambda texts, gap, private: Paragraph(gap.join(texts), private),
    st.lists(SENTENCES, max_size=4),
    st.sampled_from([" ", "  ", ""]),
    st.booleans(),
)
SCRIPT = st.builds(Script, st.lists(PARAGRAPH, max_size=4).map(tuple))
CUT = st.lists(st.integers(0, 4), max_size=2)


def script(text: str) -> Script:
    """A paragraph a line; "#" in front makes it private."""
    return Script(
        tuple(Paragraph(line.lstrip("#"), line.startswith("#")) for line in text.split("\n") if line)
    )


def merged(mine: Script, base: Script, theirs: Script) -> Merged:
    return merge(units([mine]), units([base]), units([theirs]), 1)


def texts(mine: str, base: str, theirs: str) -> str:
    found = merged(script(mine), script(base), script(theirs))
    lines = "\n".join(("#" if p.private else "") + p.text for p in found.parts[0])
    told = "".join(f"\n[{c.base} | {c.mine} | {c.theirs}]" for c in found.conflicts[0])
    return lines + told


def sentences(*scripts: Script) -> set[str]:
    return {unit.key for each in scripts for unit in units([each]) if unit.key}


@pytest.mark.parametrize(
    ("mine", "base", "theirs", "after"),
    [
        ("A one. B two.", "A one. B two.", "A one. C new.", "A one. C new."),
        ("Mine. B two. C three.", "A one. B two. C three.", "A one. B two. Theirs.", "Mine. B two. Theirs."),
        ("Mine. B two.", "A one. B two.", "A one. Theirs.", "Mine. Theirs."),
        ("Mine. B.", "A one. B.", "Theirs. B.", "Mine. B.\n[A one. | Mine. | Theirs.]"),
        ("Same. B.", "A one. B.", "Same. B.", "Same. B."),
        ("A one.\nMine.", "A one.", "A one.\nTheirs.", "A one.\nMine.\n[ | Mine. | Theirs.]"),
        ("B two.", "A one.\nB two.", "New.\nB two.", "B two.\n[A one. |  | New.]"),
        ("#A one.\nB two.", "A one.\nB two.", "A one.\nNew.", "#A one.\nNew."),
        ("#A one.\nB two.", "A one.\nB two.", "New.\nB two.", "#New.\nB two."),
        ("A one.", "#A one.", "#New.", "#New."),
        ("#A one. B two.", "A one. B two.", "A one. New. B two.", "#A one. New. B two."),
        ("A one.\nB two.", "A one. B two.", "A one. New.", "A one. New."),
        ("A one.\nB two. C three.", "A one. B two. C three.", "A one. B two. New.", "A one.\nB two. New."),
        ("A one. B two.", "A one.\nB two.", "A one.\nB two. New.", "A one. B two. New."),
        ("甲。我的。", "甲。乙。", "新。乙。", "新。我的。"),
        ("", "A one.", "A one.", ""),
        ("Mine.", "", "", "Mine."),
        ("", "", "Theirs.", "Theirs."),
    ],
)  # fmt: skip
def test_what_teachers_expect(mine: str, base: str, theirs: str, after: str) -> None:
    assert texts(mine, base, theirs) == after


def test_marks_for_the_voice_stay_whole() -> None:
    slow = '<prosody rate="slow">One. Two.</prosody>'
    assert texts(f"{slow}\nMine.", f"{slow}\nEnd.", "One. New.\nEnd.") == "One. New.\nMine."


@given(SCRIPT)
def test_a_script_taken_to_pieces_is_itself_again(one: Script) -> None:
    assert paragraphs(units([one])) == one.paragraphs


@given(SCRIPT, SCRIPT)
def test_who_alone_changed_something_gets_it(base: Script, other: Script) -> None:
    assert merged(other, base, base).parts == (other.paragraphs,)
    theirs = merged(base, base, other)
    assert [u.key for u in units([Script(theirs.parts[0])])] == [u.key for u in units([other])]
    assert theirs.conflicts == ((),)


@given(SCRIPT, SCRIPT, SCRIPT)
def test_no_words_are_lost(mine: Script, base: Script, theirs: Script) -> None:
    found = merged(mine, base, theirs)
    said = sentences(Script(found.parts[0]))
    assert sentences(mine) - sentences(base) <= said
    listed = "\n".join(conflict.theirs for conflict in found.conflicts[0])
    missing = sentences(theirs) - sentences(base) - said
    assert all(sentence in " ".join(listed.split()) for sentence in missing)
    other = sentences(Script(found.otherwise[0]))
    assert sentences(theirs) - sentences(base) <= other


@given(SCRIPT, SCRIPT, SCRIPT)
def test_what_is_private_everywhere_is_never_said(mine: Script, base: Script, theirs: Script) -> None:
    heard = {u.key for side in (mine, base, theirs) for u in units([side]) if not u.private}
    for way in (merged(mine, base, theirs).parts[0], merged(mine, base, theirs).otherwise[0]):
        assert all(u.private or u.key in heard or not u.key for u in units([Script(way)]))


@given(SCRIPT, SCRIPT, CUT)
def test_the_parts_of_a_split_script_together_say_the_merged_one(
    base: Script, theirs: Script, cuts: list[int]
) -> None:
    bounds = [0, *sorted(min(cut, len(base.paragraphs)) for cut in cuts), len(base.paragraphs)]
    parts = [Script(base.paragraphs[a:b]) for a, b in pairwise(bounds)]
    found = merge(units(parts), units([base]), units([theirs]), len(parts))
    whole = merged(base, base, theirs)
    assert [u.key for u in units(map(Script, found.parts))] == [
        u.key for u in units([Script(whole.parts[0])])
    ]
