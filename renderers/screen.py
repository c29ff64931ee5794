"""Finished planes as a screen wants them: BGRX pixels of any size. No torch, so that a first page comes soon."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from renderers.planes import TO_BGR

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Plane = NDArray[np.uint8]


def bgrx(y: Plane, u: Plane, v: Plane, width: int, height: int) -> bytes:
    """`width` x `height` pixels of four bytes: blue, green, red and 255; as `planes.to_rgb` has them, +-1.

    Made smaller by the mean of what each pixel covers (area), made larger linearly.
    """
    import cv2

    size = (y.shape[1], y.shape[0])
    chroma = (cv2.resize(plane, size, interpolation=cv2.INTER_NEAREST) for plane in (u, v))
    picture = cv2.transform(cv2.merge([y, *chroma]), _matrix())
    if size != (width, height):
        smaller = width <= size[0] and height <= size[1]
        how = cv2.INTER_AREA if smaller else cv2.INTER_LINEAR
        picture = cv2.resize(picture, (width, height), interpolation=how)
    return cv2.cvtColor(picture, cv2.COLOR_BGR2BGRA).tobytes()


@lru_cache(maxsize=1)
def _matrix() -> NDArray[np.float32]:
    import numpy as np

    return np.array(TO_BGR, np.float32)
