"""What a change was found to do is told in sentences, and a whole lecture on one line."""

from __future__ import annotations

import pytest

from studio.delivered import At, counted, fell, kept, strip
from studio.lecture import Level

FOLLOWED = {"persistence": 0.93, "gaps": 0, "copies": 1}


def test_a_cut_is_told_as_what_it_is() -> None:
    assert kept({"delivered": 0, "scores": None}) == ("The next slide simply appears.",)


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
def test_each_level_tells_what_those_below_promise_too(level: int) -> None:
    scores = {**FOLLOWED, "sharpness": 0.9, "lettering": 0.2, "ends_alike": 0.95}
    told = " ".join(kept({"delivered": level, "scores": scores}))
    assert "Nothing jumps" in told
    assert ("What both slides share stays still." in told) == (level >= 2)
    assert ("disappears on the way" in told) == (level >= 3)
    assert ("stays sharp" in told) == (level >= 4)
    assert ("words beside the picture" in told) == (level >= 4)
    assert ("What the model made" in told) == (level >= 5)


def test_nothing_is_claimed_that_was_not_measured() -> None:
    told = " ".join(kept({"delivered": 5, "scores": {"persistence": None, "sharpness": None}}))
    assert "disappears" not in told
    assert "sharp" not in told
    assert "model" not in told


def test_a_fall_is_told_with_its_first_reason() -> None:
    record = {"requested": 5, "delivered": 3, "reasons": ["no video model is installed", "another"]}
    assert fell(record) == "asked 5, delivered 3: no video model is installed"
    assert fell({**record, "delivered": 5, "reasons": []}) == ""


def test_a_lecture_stands_on_one_line() -> None:
    changes = [
        At(0, None, Level.CUT),
        At(25, Level(3), Level.MOVE),
        At(50, None, None),
        At(99.9, None, Level.MOTION),
    ]
    assert strip(changes, 100, 8) == "· ▄ ? " + " █"
    assert strip([], 100, 4) == "    "
    assert strip([At(3, None, Level.HOLD)], 0, 4) == "▃   "
    assert strip([At(1, None, Level.HOLD), At(2, None, Level.CUT)], 100, 4) == "▃   "


def test_changes_are_counted_by_what_was_asked_and_delivered() -> None:
    changes = [
        At(0, Level(3), Level(2)),
        At(1, Level(2), Level(2)),
        At(2, Level(3), Level(2)),
        At(3, None, None),
    ]
    assert counted(changes) == {(2, 2): 1, (3, 2): 2, (None, None): 1}
