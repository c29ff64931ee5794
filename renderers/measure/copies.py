"""Whether one object is seen more than once: searched for everywhere in frames of the way (`cv2.matchTemplate`).

It is searched for as it looks on either slide. Left out is what stands where some tracked object should be (that is
judged for itself), and what one of the slides shows there anyway: three equal marks of a list are no copies.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from renderers.measure.looks import Box, Floats, Frame, Look, Traveller

_SEARCHED = 5
"""So many objects are searched for: the largest ones that are no larger than `_LARGEST` of the frame."""
_LARGEST = 0.25
_SAMPLES = (0.3, 0.5, 0.7)
_ALIKE = 0.85
"""Normalised cross-correlation from which something looks like the object."""
_CONTRAST = 0.25
"""Share of the object's contrast that has to be seen: a ghost fainter than that is none."""
_FAINT = 6.0
"""Levels (standard deviation) that a template needs: whatever is fainter is found anywhere."""
_SIDE, _AREA = 5, 60
"""The least side and area of a template in pixels: smaller ones are found by chance."""
_MOST = 8
_COARSE = 1500
"""Templates of more pixels are searched for at half the size."""


def copies(
    frames: Sequence[Frame],
    moments: Sequence[float],
    searched: Sequence[Traveller],
    known: Sequence[Traveller],
) -> int:
    """The largest number of times that one of the objects is seen at once, from 1.

    `known` are all tracked objects: what is seen where they should be is no copy.
    """
    last = len(frames) - 1
    near = {min(range(len(moments)), key=lambda n: abs(moments[n] - sample)) for sample in _SAMPLES}
    most = 1
    for traveller in _worth(frames[0], searched):
        for template in _templates(frames, traveller):
            usual = [
                *_elsewhere(_found(frames[0], template), [each.box(0.0) for each in known]),
                *_elsewhere(_found(frames[last], template), [each.box(1.0) for each in known]),
            ]
            for index in near - {0, last}:
                expected = [each.box(moments[index]) for each in known]
                extra = _elsewhere(_found(frames[index], template), [*expected, *usual])
                most = max(most, 1 + len(extra))
    return most


def _worth(frame: Frame, travellers: Iterable[Traveller]) -> Iterator[Traveller]:
    """The objects that travel far enough to be seen twice, and can be searched for."""
    width, height = frame.size
    found = 0
    for each in travellers:
        (x0, y0, w0, h0), (x1, y1, w1, h1) = each.box(0.0), each.box(1.0)
        small, large = min(w0 * h0, w1 * h1), max(w0 * h0, w1 * h1)
        far = not _same((x0, y0, w0, h0), (x1, y1, w1, h1))
        fits = min(w0, h0, w1, h1) >= _SIDE and small >= _AREA and large <= _LARGEST * width * height
        if far and fits and found < _SEARCHED:
            found += 1
            yield each


def _templates(frames: Sequence[Frame], traveller: Traveller) -> Iterator[Floats]:
    """The object as it looks on the first slide, and where that is another look on the second."""
    looks = [
        (frames[0], traveller.look(0.0, frames[0].size)),
        (frames[-1], traveller.look(1.0, frames[-1].size)),
    ]
    same = looks[0][1].opacity.shape == looks[1][1].opacity.shape
    for frame, look in looks[:1] if same else looks:
        template = _template(frame, look)
        if template is not None:
            yield template


def _template(frame: Frame, look: Look) -> Floats | None:
    rows, columns = (np.flatnonzero((look.opacity > 0.1).any(axis)) for axis in (1, 0))
    if len(rows) < _SIDE or len(columns) < _SIDE:
        return None
    around = look.window.of(frame.plane(0))
    clear = look.opacity < 0.02
    ground = float(around[clear].mean()) if clear.any() else float(around.mean())
    whole = np.asarray(look.first[..., 0] + (1 - look.opacity) * ground, np.float32)
    # a pixel of the ground belongs to it: an even area has a shape only against what is around it
    template = whole[max(0, rows[0] - 1) : rows[-1] + 2, max(0, columns[0] - 1) : columns[-1] + 2]
    return np.ascontiguousarray(template) if float(template.std()) >= _FAINT else None


def _found(frame: Frame, template: Floats) -> list[Box]:
    """Where in a frame something looks like a template, the most alike first."""
    import cv2

    picture = frame.plane(0)
    scale = 2 if template.size > _COARSE else 1
    if scale > 1:
        picture, template = _halved(picture), _halved(template)
    height, width = template.shape
    if height > picture.shape[0] or width > picture.shape[1]:
        return []
    likeness = np.asarray(cv2.matchTemplate(picture, template, cv2.TM_CCOEFF_NORMED))
    wanted = _CONTRAST * float(template.std())
    found: list[Box] = []
    for _ in range(2 * _MOST):
        _, best, _, (x, y) = cv2.minMaxLoc(likeness)
        if best < _ALIKE or len(found) == _MOST:
            break
        if (
            float(picture[y : y + height, x : x + width].std()) >= wanted
        ):  # an even area correlates with anything
            found.append((x * scale, y * scale, width * scale, height * scale))
        likeness[
            max(0, y - height // 2) : y + height // 2 + 1, max(0, x - width // 2) : x + width // 2 + 1
        ] = -1
    return found


def _halved(plane: Floats) -> Floats:
    import cv2

    size = (plane.shape[1] // 2, plane.shape[0] // 2)
    return np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_AREA), np.float32)


def _elsewhere(found: Iterable[Box], known: Sequence[Box]) -> list[Box]:
    return [box for box in found if not any(_same(box, place) for place in known)]


def _same(box: Box, place: Box) -> bool:
    """Whether two boxes lie so near each other that one thing in each could be the same."""
    (x, y, w, h), (left, top, width, height) = box, place
    across = abs(x + w / 2 - left - width / 2) < max(w, width) / 2
    return across and abs(y + h / 2 - top - height / 2) < max(h, height) / 2
