"""What a way of changing is told beside the two pictures."""

from __future__ import annotations

from dataclasses import dataclass

from studio.lecture import Direction


@dataclass(frozen=True, slots=True)
class How:
    """`direction` is where the incoming picture travels to."""

    direction: Direction = "left"

    @property
    def along(self) -> int:
        """The axis of travel in a plane: 0 rows (up, down), 1 columns (left, right)."""
        return 0 if self.direction in ("up", "down") else 1

    @property
    def forward(self) -> bool:
        """True when the incoming picture travels to smaller rows or columns."""
        return self.direction in ("left", "up")
