"""Pages look like PowerPoint's: our first pages against the pictures that PowerPoint left in decks."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from renderers.slides import fonts, libreoffice
from renderers.workers import Worker
from tests.tools import fidelity

FLOORS = {
    "openchain-jwg__oss-education-scrm-jp": 0.80,
    "cs7320-ai__16_decision_making": 0.89,
    "msworkshop-build-resume-website": 0.87,
}
"""LibreOffice alone reaches 0.62, 0.84 and 0.83."""


@pytest.mark.skipif(libreoffice.executable() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", FLOORS)
def test_first_pages_are_near_the_authors_own(name: str, shared_decks: Path, tmp_path: Path) -> None:
    if fonts.missing_families():
        pytest.skip("the usual stand-ins are not installed here")
    deck = fidelity.read(shared_decks / "lectures" / f"{name}.pptx")
    assert deck is not None
    with Worker("pages", limit_s=120) as worker:
        page = fidelity.rastered(fidelity.after(deck, tmp_path), deck, worker)
    assert fidelity.ssim(fidelity.small(page, deck), deck.thumbnail) >= FLOORS[name]


def test_only_decks_with_slides_and_a_picture_are_measured(shared_decks: Path) -> None:
    found = {deck.path.stem: deck for deck in fidelity.find(shared_decks / "edge")}
    assert "python-pptx__no-slides" not in found
    assert "tika__testPPT_protected_passtika" not in found
    assert found["tika__testPPT_macros"].size() == (256, 144)


def test_the_page_tells_means_apart_and_why_the_worst_differ() -> None:
    def score(folder: str, name: str, after: float | None) -> fidelity.Score:
        deck = fidelity.Deck(Path(folder, f"{name}.pptx"), np.zeros((144, 256), np.uint8), name.encode())
        return fidelity.Score(deck, 0.5, after, 0.7)

    scores = [score("lectures", "one", 0.9), score("lectures", "two", 0.8), score("edge", "three", None)]
    page = fidelity.report(scores, {"two": "its font."})
    assert "| lectures | 2 | 0.500 | 0.850 | 0.700 |" in page
    assert "| all others | 1 | 0.500 | – | 0.700 |" in page
    assert "**two** (0.800): its font." in page
