"""Finished pages as they are kept: the planes that everything is composed and encoded from.

Planes are kept as they are: half the size of RGB, and reading one is ten times faster than decoding a PNG.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from renderers.cache import Entry
from renderers.planes import levels
from renderers.slides.fit import Place

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from renderers.planes import Planes


def pack(page: NDArray[np.uint8], **facts: object) -> Entry:
    """An (H, W, 3) sRGB page as an entry: Y, U and V; the record holds the digest of the three."""
    blobs = tuple(plane.tobytes() for plane in levels(page))
    digest = hashlib.sha256(b"".join(blobs)).hexdigest()
    height, width = page.shape[:2]
    return Entry({"digest": digest, "width": width, "height": height, **facts}, blobs)


def unpack(entry: Entry) -> Planes:
    """The page of an entry."""
    import torch

    from renderers.planes import Planes

    return Planes(*(torch.from_numpy(array.copy()) for array in arrays(entry)))


def arrays(entry: Entry) -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.uint8]]:
    """Y, U and V of an entry as they are kept: not to be written to, and without loading torch."""
    import numpy as np

    width, height = entry.record["width"], entry.record["height"]
    y, u, v = (np.frombuffer(blob, np.uint8) for blob in entry.blobs)
    half = (height // 2, width // 2)
    return y.reshape(height, width), u.reshape(half), v.reshape(half)


def on_ground(
    page: NDArray[np.uint8], place: Place, width: int, height: int, colour: str
) -> NDArray[np.uint8]:
    """A page at its place in a frame of one colour ("#rrggbb")."""
    import numpy as np

    if (place.width, place.height) == (width, height):
        return page
    ground = np.empty((height, width, 3), np.uint8)
    ground[:] = tuple(bytes.fromhex(colour.lstrip("#")))
    ground[place.top : place.top + place.height, place.left : place.left + place.width] = page
    return ground
