"""Finished pages as they are kept: lossless pictures under the key of the step that drew them."""

from __future__ import annotations

import hashlib

import numpy as np
from numpy.typing import NDArray

from renderers.cache import Entry
from renderers.slides.fit import Place
from studio.errors import WorkerError


def pack(page: NDArray[np.uint8], **facts: object) -> Entry:
    """An (H, W, 3) RGB page as an entry: PNG bytes; the record holds the digest of the pixels."""
    import cv2

    done, png = cv2.imencode(".png", cv2.cvtColor(page, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_PNG_COMPRESSION, 1])
    if not done:
        raise WorkerError("A page could not be kept as a picture; try again.")
    height, width = page.shape[:2]
    digest = hashlib.sha256(page.tobytes()).hexdigest()
    return Entry({"digest": digest, "width": width, "height": height, **facts}, (png.tobytes(),))


def unpack(entry: Entry) -> NDArray[np.uint8]:
    """The (H, W, 3) RGB page of an entry."""
    import cv2

    picture = cv2.imdecode(np.frombuffer(entry.blobs[0], np.uint8), cv2.IMREAD_COLOR)
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), np.uint8)


def on_ground(
    page: NDArray[np.uint8], place: Place, width: int, height: int, colour: str
) -> NDArray[np.uint8]:
    """A page at its place in a frame of one colour ("#rrggbb")."""
    if (place.width, place.height) == (width, height):
        return page
    ground = np.empty((height, width, 3), np.uint8)
    ground[:] = tuple(bytes.fromhex(colour.lstrip("#")))
    ground[place.top : place.top + place.height, place.left : place.left + place.width] = page
    return ground
