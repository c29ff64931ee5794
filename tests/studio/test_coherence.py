"""The automatic choice at each seam: the author first, then the deck, then the rules, always with a reason."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.coherence import (
    LENGTHS,
    LONGEST,
    NAMES,
    CutChoice,
    Features,
    choose,
    usual_length,
    visible_text,
    words_in_common,
)
from studio.lecture import Arrival, CardPoint, CardVisual, Choices, Level, Scene, StoredTransition, Transition
from tests.fakes import slide

ALIKE = Features(same_theme=True, words=0.5)
OTHER = Features(same_theme=False, words=0.0)
MOVING = Features(True, 0.5, shared=0.9, colours=0.9, matched=6 / 7, moved=2 / 6, objects=7, partners=6)


def chosen(features: Features = ALIKE, choices: Choices | None = None, **scene: Any) -> CutChoice:
    return choose(slide(2, **scene), slide(1), features, choices or Choices())


def stored(kind: str, option: str = "", duration: Fraction | None = None) -> Transition:
    return Transition(stored=StoredTransition(kind, option, duration))


@pytest.mark.parametrize(
    ("features", "section", "level", "style", "reason"),
    [
        (OTHER, "Part 2", Level.WHOLE, "dip", "A new section begins: Part 2"),
        (OTHER, "", Level.CUT, "dissolve", "Another design and 0 % of the words in common: nothing to keep"),
        (Features(False, 0.1), "", Level.WHOLE, "dissolve", "Another design, but the same subject"),
        (ALIKE, "", Level.HOLD, "dissolve", "The same design: what both slides share stays, the rest fades"),
        (Features(True, 0.0), "", Level.HOLD, "dissolve", "The same design: what both slides share stays"),
        (
            Features(True, 1.0, shared=0.4),
            "",
            Level.HOLD,
            "dissolve",
            "The same design: 40 % of the picture is",
        ),
        (
            Features(True, 1.0, shared=0.39),
            "",
            Level.WHOLE,
            "dissolve",
            "The same design, but only 39 % of the",
        ),
        (MOVING, "", Level.MOVE, "dissolve", "6 of 7 objects match and 2 move"),
        (replace(MOVING, shared=0.1), "", Level.MOVE, "dissolve", "6 of 7 objects match and 2 move"),
        (replace(MOVING, moved=1 / 6), "", Level.MOVE, "dissolve", "6 of 7 objects match and 1 moves"),
        (replace(MOVING, moved=0.0), "", Level.HOLD, "dissolve", "The same design: 90 %"),
        (
            replace(MOVING, same_theme=False),
            "",
            Level.WHOLE,
            "dissolve",
            "Another design, but the same subject",
        ),
        (Features(True, 1.0, shared=0.0), "Part 2", Level.WHOLE, "dip", "A new section begins"),
    ],
)
def test_the_first_rule_that_fits_decides_and_says_why(
    features: Features, section: str, level: Level, style: str, reason: str
) -> None:
    choice = chosen(features, section=section)
    assert (choice.level, choice.style, choice.chosen_by) == (level, style, "rule")
    assert choice.reason.startswith(reason)
    assert choice.duration == LENGTHS[level]


@pytest.mark.parametrize(
    ("level", "arrive", "own", "seconds"),
    [
        (Level.HOLD, "fade", None, Fraction(3, 10)),
        (Level.HOLD, "draw", None, Fraction(1)),
        (Level.MOVE, "draw", None, Fraction(1)),
        (Level.WHOLE, "draw", None, Fraction(2, 5)),
        (Level.HOLD, "draw", Fraction(1, 2), Fraction(1, 2)),
    ],
)
def test_drawing_takes_the_time_that_it_needs_to_be_seen(
    level: Level, arrive: Arrival, own: Fraction | None, seconds: Fraction
) -> None:
    choice = chosen(OTHER, transition=Transition(level, arrive=arrive, duration=own))
    assert choice.duration == seconds
    assert own is not None or usual_length(level, arrive) == seconds


def test_the_author_stands_above_the_lecture_the_lecture_above_the_deck_the_deck_above_rules() -> None:
    deck = StoredTransition("push", "u")
    everywhere = Choices(level=Level.WHOLE)
    own = chosen(OTHER, everywhere, transition=Transition(Level.HOLD, stored=deck), section="New")
    assert (own.level, own.chosen_by, own.reason) == (Level.HOLD, "author", "You chose it for this cut")
    all_cuts = chosen(OTHER, everywhere, transition=Transition(stored=deck), section="New")
    assert (all_cuts.level, all_cuts.reason) == (Level.WHOLE, "You chose it for every cut")
    of_deck = chosen(OTHER, transition=Transition(stored=deck), section="New")
    assert (of_deck.style, of_deck.direction, of_deck.chosen_by) == ("push", "up", "deck")
    assert of_deck.reason == "The deck asks for Push"
    assert chosen(OTHER, section="New").chosen_by == "rule"


@pytest.mark.parametrize(
    ("words", "level", "style", "duration", "by"),
    [
        ("(transition: hold)", Level.HOLD, "dissolve", Fraction(3, 10), "author"),
        ("(transition: push up 2s)", Level.WHOLE, "push", Fraction(2), "author"),
        ("(transition: none)", Level.CUT, "dissolve", Fraction(0), "author"),
        ("(transition: 0.5s)", Level.WHOLE, "cover", Fraction(1, 2), "deck"),
        ("(transition: up)", Level.WHOLE, "cover", Fraction(3), "deck"),
        ("(transition: sideways)", Level.WHOLE, "cover", Fraction(3), "deck"),
    ],
)
def test_a_transition_asked_for_in_the_notes_stands_above_the_decks(
    words: str, level: Level, style: str, duration: Fraction, by: str
) -> None:
    choice = chosen(words=f"Rain falls. {words}", transition=stored("cover", "u", Fraction(3)))
    assert (choice.level, choice.style, choice.duration, choice.chosen_by) == (level, style, duration, by)


def test_what_the_author_sets_on_the_cut_stands_above_his_notes() -> None:
    choice = chosen(words="(transition: push)", transition=Transition(Level.HOLD, duration=Fraction(1)))
    assert (choice.level, choice.duration) == (Level.HOLD, 1)
    longer = chosen(words="(transition: push)", transition=Transition(duration=Fraction(1)))
    assert (longer.style, longer.duration) == ("push", 1)


@pytest.mark.parametrize("level", list(Level))
def test_every_level_can_be_asked_for_and_has_its_own_length_and_words(level: Level) -> None:
    choice = chosen(transition=Transition(level))
    assert choice.level is level
    assert choice.duration == LENGTHS[level]
    assert all(NAMES[level])


@pytest.mark.parametrize(
    ("kind", "option", "level", "style", "direction"),
    [
        ("morph", "byObject", Level.MOVE, "dissolve", "left"),
        ("fade", "", Level.WHOLE, "dissolve", "left"),
        ("fade", "thruBlk", Level.WHOLE, "dip", "left"),
        ("push", "r", Level.WHOLE, "push", "right"),
        ("pan", "d", Level.WHOLE, "push", "down"),
        ("wipe", "lu", Level.WHOLE, "wipe", "left"),
        ("cover", "u", Level.WHOLE, "cover", "up"),
        ("cut", "", Level.CUT, "dissolve", "left"),
        ("somethingNew", "", Level.WHOLE, "dip", "left"),
    ],
)
def test_a_transition_of_the_deck_becomes_what_is_nearest_to_it(
    kind: str, option: str, level: Level, style: str, direction: str
) -> None:
    choice = chosen(OTHER, transition=stored(kind, option))
    assert (choice.level, choice.style, choice.direction) == (level, style, direction)
    assert choice.chosen_by == "deck"


def test_lengths_are_the_authors_then_the_decks_then_the_levels() -> None:
    deck = StoredTransition("fade", "", Fraction(3, 2))
    assert chosen(transition=Transition(stored=deck)).duration == Fraction(3, 2)
    own = Transition(stored=deck, duration=Fraction(1, 4))
    assert chosen(transition=own).duration == Fraction(1, 4)
    assert chosen(transition=Transition(duration=Fraction(2))).duration == 2
    assert chosen(transition=stored("fade", "", Fraction(99))).duration == LONGEST
    assert chosen(transition=Transition(duration=Fraction(99))).duration == LONGEST
    assert chosen(transition=Transition(Level.CUT, duration=Fraction(1))).duration == 0


WORDS = st.sampled_from(["push", "morph", "fade", "wipe", "cover", "cut", "zoom", "flythrough", "vortex"])


@given(WORDS, st.sampled_from([None, *Level]), st.sampled_from(["dissolve", "push", "wipe", "cover", "dip"]))
def test_fades_only_takes_away_what_moves_and_nothing_else(
    kind: str, level: Level | None, style: Any
) -> None:
    transition = Transition(level, style, stored=StoredTransition(kind, "l", Fraction(1)))
    free = chosen(transition=transition)
    calm = chosen(choices=Choices(fades_only=True), transition=transition)
    assert calm.level <= Level.HOLD
    assert calm.style in ("dissolve", "dip")
    assert calm.duration == free.duration
    if free.level <= Level.HOLD and free.style in ("dissolve", "dip"):
        assert calm == free
    else:
        assert calm.level == min(free.level, Level.HOLD)
        assert calm.reason == f"{free.reason}; fades only"


def test_fades_only_leaves_what_the_rules_propose() -> None:
    for features in (ALIKE, OTHER):
        for section in ("", "New"):
            calm = chosen(features, Choices(fades_only=True), section=section)
            assert calm == chosen(features, section=section)


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("Rain falls", "rain, falls!", 1.0),
        ("Rain falls", "Sun shines", 0.0),
        ("the rain falls", "the rain stops", 0.5),
        ("水的循環", "水的旅行", 2 / 6),
        ("水循環，水", "水循環", 1.0),
        ("ฝนตก", "ฝนตก", 1.0),
        ("AI 模型", "AI 圖片", 1 / 5),
        ("", "", 0.0),
        ("…—", "!", 0.0),
    ],
)
def test_words_in_common(one: str, other: str, share: float) -> None:
    assert words_in_common(one, other) == pytest.approx(share)


@given(st.text(max_size=60), st.text(max_size=60))
def test_words_in_common_is_a_share_and_does_not_ask_which_comes_first(one: str, other: str) -> None:
    assert 0 <= words_in_common(one, other) <= 1
    assert words_in_common(one, other) == words_in_common(other, one)


def test_all_words_on_a_picture_are_seen() -> None:
    assert visible_text(slide(1, text="Clouds")) == "Clouds"
    card = Scene("c", "", CardVisual("Rain", (CardPoint("falls"), CardPoint("flows", 1))))
    assert visible_text(card) == "Rain\nfalls\nflows"
