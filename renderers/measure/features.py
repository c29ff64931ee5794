"""What two pages have in common, in a few milliseconds: the ground for the automatic choice of a level."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderers.measure import components
from renderers.measure.regions import shared_regions
from renderers.planes import Planes, to_rgb

WIDTH = 320
"""Pages are compared at this width in pixels."""
_BINS = (8, 8, 8)


@dataclass(frozen=True, slots=True)
class PageFeatures:
    """What two pages have in common, each 0 (nothing) to 1 (all): `shared` regions, `colours`, `similarity`.

    `parts` counts the connected pieces of the first page and of the second, `matched` those that both have, `moved`
    those of the matched that stand elsewhere.
    """

    shared: float
    colours: float
    similarity: float
    parts: tuple[int, int] = (0, 0)
    matched: int = 0
    moved: int = 0


def between(a: Planes, b: Planes) -> PageFeatures:
    """The features of two reduced pages."""
    shared = float(shared_regions(a, b).float().mean())
    first, second = to_rgb(a), to_rgb(b)
    alike = max(0.0, similarity(first, second))
    return PageFeatures(shared, colours(first, second), alike, *components.compared(first, second))


def colours(a: NDArray[np.uint8], b: NDArray[np.uint8]) -> float:
    """Intersection of the Lab histograms (8 bins each) of two (H, W, 3) RGB pages: 0 to 1."""
    import cv2

    def histogram(page: NDArray[np.uint8]) -> NDArray[np.float32]:
        lab = cv2.cvtColor(page, cv2.COLOR_RGB2LAB)
        counts = cv2.calcHist([lab], [0, 1, 2], None, list(_BINS), [0, 256] * 3)
        return np.asarray(counts / counts.sum(), np.float32)

    return float(np.minimum(histogram(a), histogram(b)).sum())


def similarity(a: NDArray[np.uint8], b: NDArray[np.uint8]) -> float:
    """Mean SSIM of the luma of two RGB pages of one size (Wang et al., IEEE TIP 13(4), 2004; 11 x 11 Gaussian
    window, sigma 1.5): -1 to 1.
    """
    import cv2

    def blur(picture: NDArray[np.float32]) -> NDArray[np.float32]:
        return np.asarray(cv2.GaussianBlur(picture, (11, 11), 1.5), np.float32)

    x, y = (np.asarray(cv2.cvtColor(page, cv2.COLOR_RGB2GRAY), np.float32) for page in (a, b))
    mean_x, mean_y = blur(x), blur(y)
    var_x, var_y = blur(x * x) - mean_x**2, blur(y * y) - mean_y**2
    covariance = blur(x * y) - mean_x * mean_y
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    ssim = ((2 * mean_x * mean_y + c1) * (2 * covariance + c2)) / (
        (mean_x**2 + mean_y**2 + c1) * (var_x + var_y + c2)
    )
    return float(ssim.mean())


def reduced(page: Planes) -> Planes:
    """A page at the width that features are taken at."""
    import cv2
    import torch

    width, height = page.size
    small = (WIDTH, 2 * round(height * WIDTH / width / 2))

    def shrink(plane: torch.Tensor, size: tuple[int, int]) -> torch.Tensor:
        return torch.from_numpy(np.asarray(cv2.resize(plane.numpy(), size, interpolation=cv2.INTER_AREA)))

    half = (small[0] // 2, small[1] // 2)
    return Planes(shrink(page.y, small), shrink(page.u, half), shrink(page.v, half))
