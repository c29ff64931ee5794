"""The automatic choice agrees with what a person chose for real decks, and the page that says so is true."""

from __future__ import annotations

import json

import pytest

from studio.lecture import Level
from tests.tools.agreement import HALVES, MEASURED, PAGE, Judged, judged, labels, report, share

FOUND = {"tuning": 0.93, "held out": 0.89}
"""A little below what was measured."""


@pytest.fixture(scope="module")
def found() -> list[Judged]:
    return judged()


def test_enough_seams_are_labelled_and_no_deck_stands_in_both_halves() -> None:
    told = labels()
    assert len(told) >= 200
    assert len({label.name for label in told}) == len(told)
    decks = [{label.deck for label in told if label.half == half} for half in HALVES]
    assert not decks[0] & decks[1]
    sizes = [sum(label.half == half for label in told) for half in HALVES]
    assert min(sizes) > 0.45 * len(told)
    assert all(label.why for label in told)


def test_every_label_has_its_features_and_nothing_else_has() -> None:
    assert set(json.loads(MEASURED.read_text("utf-8"))) == {label.name for label in labels()}


@pytest.mark.parametrize("half", HALVES)
def test_the_choice_agrees_with_the_labels(found: list[Judged], half: str) -> None:
    some = [each for each in found if each.label.half == half]
    hold = sum(each.label.level is Level.HOLD for each in some) / len(some)
    assert share(some) >= FOUND[half] > hold, "no better than always choosing Hold"


def test_travelling_is_not_chosen_where_a_person_would_not(found: list[Judged]) -> None:
    wrong = [each for each in found if each.choice.level is Level.MOVE and each.label.level is not Level.MOVE]
    assert len(wrong) <= 0.02 * len(found)


def test_the_page_in_the_documentation_is_the_one_of_these_rules(found: list[Judged]) -> None:
    assert PAGE.read_text("utf-8") == report(found), "run python -m tests.tools.agreement"
