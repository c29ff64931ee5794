"""A gradient from LibreOffice is smooth: no light lines where its steps meet."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pypdfium2
import pytest

from renderers.slides import seams


def page_of(content: str) -> pypdfium2.PdfDocument:
    """A PDF with one page of 400 x 100 points."""
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 100]/Contents 4 0 R>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
    )
    body = "".join(f"{number} 0 obj\n{each}\nendobj\n" for number, each in enumerate(objects, start=1))
    return pypdfium2.PdfDocument(f"%PDF-1.4\n{body}trailer<</Root 1 0 R>>\n%%EOF\n".encode())


def stripes(steps: int, change: float) -> str:
    """Slanting grey stripes side by side, each a little lighter, on a white page."""
    edges = [440 / steps * n - 40 for n in range(steps + 1)]
    shapes = (
        f"{0.1 + change * n:.4f} g {left:.3f} 0 m {right:.3f} 0 l {right + 37:.3f} 100 l {left + 37:.3f} 100 l f"
        for n, (left, right) in enumerate(pairwise(edges))
    )
    return "\n".join(shapes)


@pytest.mark.parametrize("scale", [0.9, 1.7])
def test_steps_of_a_gradient_meet_without_a_line(scale: float) -> None:
    document = page_of(stripes(73, 0.01))
    row = seams.render(document[0], scale)[40, :, 0].astype(int)
    plain = document[0].render(scale=scale).to_numpy()[40, :, 0].astype(int)
    assert np.diff(row).min() >= 0, "no column is lighter than the next one"
    assert np.diff(plain).min() < -5, "drawn at once, the page has light lines"
    assert abs(len(row) - 400 * scale) < 1


def test_a_page_without_gradients_is_drawn_at_once() -> None:
    document = page_of(stripes(4, 0.2) + "\n0 0 0 rg 10 10 30 30 re f")
    picture = seams.render(document[0], 1.3)
    expected = document[0].render(scale=1.3, rev_byteorder=True).to_numpy()[:, :, :3]
    assert np.array_equal(picture, expected)
