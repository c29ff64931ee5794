"""What the command line says of a finished video."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from renderers.export import CutReport
from studio.report import ImportReport
from ui.cli.outcome import noteworthy


def test_changes_that_fell_are_told_apart_where_slides_have_one_title() -> None:
    cuts = [
        CutReport(f"scene{start}", "Water", 4, 3, "", "dissolve", ("Reshape: no picture",), None, start)
        for start in (8.5, 71.0)
    ]
    outcome: Any = SimpleNamespace(cuts=cuts, remarks=(), refused=())
    assert list(noteworthy(outcome, ImportReport("rain.pptx", 3, ()), Path("rain.pptx"))) == [
        "0:08 “Water”: level 4 asked, 3 delivered: Reshape: no picture.",
        "1:11 “Water”: level 4 asked, 3 delivered: Reshape: no picture.",
    ]
