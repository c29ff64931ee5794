"""A video maker without a child process: it waits where a test wants it to, and writes a small file."""

from __future__ import annotations

import threading
from collections.abc import Generator
from dataclasses import dataclass, field
from fractions import Fraction

from renderers.export import CutReport, Order, Outcome
from renderers.forecast import Forecast
from studio.errors import WorkerError
from studio.progress import CancelToken, Progress
from studio.timeline import compile_timeline

EXPECTED = Forecast(Fraction(195), True, 42.0, 41_000_000, 10**12, 7)
FELL = "the slides share only 12% of the picture, too little to hold"
REMARK = "There is no voice called “Bob”; “Ada” speaks instead."


@dataclass
class Maker:
    """Counts what it was asked for. `hold`: an export waits for it in the middle of its work."""

    expected: Forecast = EXPECTED
    hold: threading.Event | None = None
    fails: bool = False
    orders: list[Order] = field(default_factory=list[Order])
    asked: list[Order] = field(default_factory=list[Order])
    closed: int = 0

    def forecast(self, order: Order, cancel: CancelToken) -> Forecast:
        """Always the same."""
        self.asked.append(order)
        return self.expected

    def export(self, order: Order, cancel: CancelToken) -> Generator[Progress, None, Outcome]:
        """Half of the work, a pause, the file."""
        self.orders.append(order)
        scene = order.lecture.scenes[0].id
        yield Progress("prepare", 1, 1, "Drawing slides", scene)
        yield Progress("render", 5, 10, "Rendering changes", scene)
        while self.hold is not None and not self.hold.is_set():
            cancel.check()
            self.hold.wait(0.01)
        if self.fails:
            raise WorkerError("The paint worker stopped unexpectedly; try again.", "Segmentation fault")
        order.out.write_bytes(bytes(41_000))
        timeline = compile_timeline(order.lecture, {}, {}, order.profile.rate)
        return Outcome((order.out,), timeline, 7, reports(order), (REMARK,))

    def close(self) -> None:
        """One process fewer."""
        self.closed += 1


def reports(order: Order) -> tuple[CutReport, ...]:
    """Every change came as asked for but the last."""
    rest = order.lecture.scenes[1:]
    return tuple(
        CutReport(
            scene.id,
            scene.title,
            2,
            1 if scene is rest[-1] else 2,
            "both slides look alike",
            "dissolve",
            (FELL,) if scene is rest[-1] else (),
            {"step_share": 0.125, "ends_exact": True},
        )
        for scene in rest
    )
