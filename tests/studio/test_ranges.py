"""Numbers of slides read as people write them."""

from __future__ import annotations

from studio.ranges import in_short


def test_neighbours_become_a_range() -> None:
    assert in_short([1, 4, 5, 6]) == "1, 4–6"
    assert in_short([3, 2, 9, 2]) == "2–3, 9"
    assert in_short([]) == ""
