"""How an object of two slides should look at a moment of the way between them, and how much of that is seen.

All is looked at on a reduced picture (about `LINES` rows). What is behind an object is taken from the frame
itself, around and between its strokes, so that nothing has to be known of the ground it travels over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from renderers.planes import Planes

if TYPE_CHECKING:
    from renderers.layers.stack import Layer
    from renderers.transitions.how import Track
    from renderers.warping import Matrix

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]
Box = tuple[float, float, float, float]

LINES = 180
FAINT = 4.0
"""Levels (of 255; standard deviation, with its surroundings) below which nobody sees whether an object is there."""
_CLEAR, _COVERS = 0.02, 0.06
_MARGIN = 4
_LEAST = 12
"""Pixels of the reduced picture that have to be seen of an object before anything is said about it."""
_SEEN_SHARE = 0.5
"""The share of an object that has to be seen: less lies outside the frame or is covered."""
_SURE, _NUDGE, _OTHER = 0.92, 0.75, 24.0
_SOFT = 0.6
"""Pixels (standard deviation) by which pictures are softened before they are compared."""
_LARGE = 12_000
"""Objects of more pixels are looked at in every second pixel of every second row."""


def reduction(frame: Planes) -> int:
    """By how much pictures of the size of `frame` are reduced for looking at them."""
    return max(1, round(frame.size[1] / LINES))


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the reduced frame: rows `top` to `bottom`, columns `left` to `right`."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def empty(self) -> bool:
        """Whether nothing of it lies in the frame."""
        return self.right <= self.left or self.bottom <= self.top

    def of(self, plane: NDArray[Any]) -> NDArray[Any]:
        """Its part of a plane."""
        return plane[self.top : self.bottom, self.left : self.right]


@dataclass(frozen=True, slots=True)
class Look:
    """An object at `t`: how it looks on either slide, brought to where it is then; (H, W, 4) the size of `window`.

    The four are Y, U and V times opacity (0 to 255) and opacity (0 to 1). `whole` is the sum of its opacity, with
    what lies outside the frame.
    """

    window: Window
    first: Floats
    second: Floats
    t: float
    whole: float

    @property
    def mixed(self) -> Floats:
        """The one look fading into the other."""
        if self.first is self.second:
            return self.first
        return np.asarray(self.first + self.t * (self.second - self.first), np.float32)

    @property
    def opacity(self) -> Floats:
        """Where it may cover something: what either look does."""
        return np.maximum(self.first[..., 3], self.second[..., 3])


class Traveller:
    """An object of both slides, ready to be looked at anywhere on its way."""

    def __init__(self, track: Track, reduction: int) -> None:
        self.track = track
        self._by = reduction
        self._first, self._second = (_reduced(each, reduction) for each in (track.first, track.second))

    def box(self, t: float) -> Box:
        """Left, top, width and height on the reduced frame."""
        left, top, width, height = self.track.place(t)
        return left / self._by, top / self._by, width / self._by, height / self._by

    def look(self, t: float, size: tuple[int, int]) -> Look:
        """What it should look like at `t` in a reduced frame of `size` (width, height)."""
        box = self.box(t)
        window = _window(box, size)
        if window.empty:
            return Look(window, _NOTHING, _NOTHING, t, 0.0)
        ways = self.track.ways(t) if self.track.ways is not None else None
        first = self._seen(self.track.first, self._first, box, window, ways and ways[0]) if t < 1 else None
        second = self._seen(self.track.second, self._second, box, window, ways and ways[1]) if t > 0 else None
        one, other = first if first is not None else second, second if second is not None else first
        assert one is not None
        assert other is not None
        whole = (
            float(self._first[..., 3].mean() * (1 - t) + self._second[..., 3].mean() * t) * box[2] * box[3]
        )
        return Look(window, one, other, t, whole)

    def _seen(self, layer: Layer, drawn: Floats, box: Box, window: Window, way: Matrix | None) -> Floats:
        return _placed(drawn, box, window) if way is None else _warped(drawn, layer, way, self._by, window)


def box_of(layer: Layer, reduction: int) -> Box:
    """Where an object stands on the reduced frame of its slide."""
    width, height = layer.size
    return layer.left / reduction, layer.top / reduction, width / reduction, height / reduction


def standing(layer: Layer, reduction: int, size: tuple[int, int]) -> tuple[Window, Floats]:
    """Where an object that stays where it is covers a reduced frame: its window and opacity there."""
    box = box_of(layer, reduction)
    window = _window(box, size)
    if window.empty:
        return window, _NOTHING[..., 3]
    return window, np.ascontiguousarray(_placed(_reduced(layer, reduction), box, window)[..., 3])


_NOTHING = np.zeros((0, 0, 4), np.float32)


@dataclass(slots=True)
class Frame:
    """A frame as it is looked at: reduced planes, made when they are first asked for."""

    picture: Planes
    by: int
    _planes: dict[int, Floats] = field(default_factory=dict[int, Floats])

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in reduced pixels."""
        width, height = self.picture.size
        return width // self.by, height // self.by

    def plane(self, channel: int) -> Floats:
        """Y, U or V (0, 1, 2) at the reduced size, 0 to 255."""
        if channel not in self._planes:
            import cv2

            plane = self.picture.planes[channel].cpu().numpy()
            small = cv2.resize(plane, self.size, interpolation=cv2.INTER_AREA)
            self._planes[channel] = np.asarray(small, np.float32)
        return self._planes[channel]


def covered(look: Look, above: Sequence[tuple[Window, Floats]]) -> Bools | None:
    """Which pixels of a look's window lie under others; None where none do."""
    found: Bools | None = None
    w = look.window
    for other, opacity in above:
        left, top = max(w.left, other.left), max(w.top, other.top)
        right, bottom = min(w.right, other.right), min(w.bottom, other.bottom)
        if right <= left or bottom <= top:
            continue
        part = opacity[top - other.top : bottom - other.top, left - other.left : right - other.left]
        if found is None:
            found = np.zeros(look.opacity.shape, np.bool_)
        found[top - w.top : bottom - w.top, left - w.left : right - w.left] |= part > _COVERS
    return found


def presence(frame: Frame, look: Look, under: Bools | None = None) -> float | None:
    """How much of a look is seen where it should be: NCC times contrast retention, 0 to 1.

    It may look as on the one slide, as on the other, or like the one fading into the other; where the looks differ
    in part (other words in the same box), what they have in common will do. None where nothing can be said: too
    little of it lies in the frame, uncovered and in sight.
    """
    if look.window.empty:
        return None
    step = 2 if look.first.size > 4 * _LARGE else 1
    best = _presence(frame, look, look.mixed, under, step)
    if best is None or best >= _SURE or look.first is look.second:
        return best
    for drawn in (look.first, look.second):
        best = max(best, _presence(frame, look, drawn, under, step) or 0.0)
    apart = np.abs(look.first - look.second)[..., :3].max(axis=-1) > _OTHER
    if best < _SURE and float(apart.mean()) < 0.5:
        unlike = apart if under is None else apart | under
        best = max(best, _presence(frame, look, look.mixed, unlike, step) or 0.0)
    return best


def _presence(frame: Frame, look: Look, drawn: Floats, under: Bools | None, step: int) -> float | None:
    drawn, opacity = drawn[::step, ::step], drawn[::step, ::step, 3]
    clear, seen = opacity < _CLEAR, _near(opacity)
    if under is not None:
        free = ~under[::step, ::step]
        clear, seen = clear & free, seen & free
    inside = float(opacity[seen].sum()) * step * step
    if int(seen.sum()) < _LEAST or inside < _SEEN_SHARE * look.whole:
        return None
    best: tuple[float, float] | None = None
    for channel in range(3):
        actual = look.window.of(frame.plane(channel))[::step, ::step]
        wanted = _soft(drawn[..., channel] + (1 - opacity) * _behind(actual, clear))
        actual = _soft(actual)
        contrast, alike = _alike(actual[seen], wanted[seen])
        if contrast >= FAINT and alike < _SURE:
            alike = max(alike, _alike(actual[seen], _nudged(actual, wanted, seen)[seen])[1])
        if channel == 0 and contrast >= 2 * FAINT:
            return alike
        if contrast >= FAINT and (best is None or contrast > best[0]):
            best = contrast, alike
    return None if best is None else best[1]


def _alike(actual: Floats, wanted: Floats) -> tuple[float, float]:
    """The contrast that is wanted (levels), and NCC x contrast retention of what is there."""
    a, w = actual - actual.mean(), wanted - wanted.mean()
    spread_a, spread_w = float(np.sqrt(np.mean(a * a))), float(np.sqrt(np.mean(w * w)))
    if spread_w < 1e-3:
        return 0.0, 0.0
    return spread_w, max(0.0, float(np.mean(a * w)) / (spread_w * max(spread_a, spread_w)))


def _nudged(actual: Floats, wanted: Floats, seen: Bools) -> Floats:
    """What is wanted, shifted by the part of a pixel at which it fits best: frames are drawn at whole, even pixels.

    One step of the least-squares fit of Lucas and Kanade (IJCAI 1981), at most `_NUDGE` either way.
    """
    down, across = np.gradient(wanted, axis=0), np.gradient(wanted, axis=1)
    slopes = np.stack([across[seen], down[seen]], axis=-1)
    rest = (actual - wanted)[seen]
    products = slopes.T @ slopes + 1e-3 * np.eye(2)
    shift = np.linalg.solve(products, slopes.T @ (rest - rest.mean())).clip(-_NUDGE, _NUDGE)
    return np.asarray(wanted + shift[0] * across + shift[1] * down, np.float32)


def _soft(plane: NDArray[Any]) -> Floats:
    """A picture in which thin strokes look the same wherever they fall between pixels: otherwise small letters are
    seen less at some places of their way than at others, and the least of that falls with the number of frames.
    """
    import cv2

    return np.asarray(cv2.GaussianBlur(np.ascontiguousarray(plane, np.float32), (3, 3), _SOFT), np.float32)


def _near(opacity: Floats) -> Bools:
    """Where an object is, and two pixels around it."""
    import cv2

    grown = cv2.dilate((opacity > 0.1).astype(np.uint8), np.ones((5, 5), np.uint8))
    return np.asarray(grown, np.bool_)


def _behind(actual: Floats, clear: Bools) -> Floats:
    """What lies behind an object: the frame where it is clear, elsewhere the mean of the clear pixels around."""
    import cv2

    share = clear.astype(np.float32)
    if not clear.any():
        return np.full_like(actual, actual.mean())
    known = actual * share
    result = np.full_like(actual, known.sum() / share.sum())
    for side in (31, 9):
        weights = cv2.blur(share, (side, side))
        np.divide(cv2.blur(known, (side, side)), weights, out=result, where=weights > 1e-3)
    result[clear] = actual[clear]
    return result


def _reduced(layer: Layer, by: int) -> Floats:
    """(H, W, 4): Y, U and V times opacity (0 to 255), opacity (0 to 1), at the reduced size."""
    import cv2

    width, height = (max(1, round(side / by)) for side in layer.size)
    luma, chroma = layer.luma.cpu().numpy(), layer.chroma.cpu().numpy()
    y, alpha = (
        cv2.resize(np.ascontiguousarray(luma[..., n]), (width, height), interpolation=cv2.INTER_AREA)
        for n in (0, 1)
    )
    u, v = (
        cv2.resize(np.ascontiguousarray(chroma[..., n]), (width, height), interpolation=cv2.INTER_AREA)
        for n in (0, 1)
    )
    drawn = np.stack([y, u, v, alpha], axis=-1).astype(np.float32)
    drawn[..., 3] /= 255
    return drawn


def _window(box: Box, size: tuple[int, int]) -> Window:
    left, top, width, height = box
    return Window(
        max(0, int(np.floor(left)) - _MARGIN),
        max(0, int(np.floor(top)) - _MARGIN),
        min(size[0], int(np.ceil(left + width)) + _MARGIN),
        min(size[1], int(np.ceil(top + height)) + _MARGIN),
    )


def _placed(drawn: Floats, box: Box, window: Window) -> Floats:
    """A reduced layer stretched into a box, as seen in a window."""
    import cv2

    left, top, width, height = box
    across, down = max(width, 0.5) / drawn.shape[1], max(height, 0.5) / drawn.shape[0]
    if min(across, down) < 0.7:
        goal = (max(1, round(width)), max(1, round(height)))
        drawn = np.asarray(cv2.resize(drawn, goal, interpolation=cv2.INTER_AREA), np.float32)
        across, down = max(width, 0.5) / drawn.shape[1], max(height, 0.5) / drawn.shape[0]
    # pixel centres: x of the layer = (x + 0.5 - left) / across - 0.5
    shift_x = (window.left + 0.5 - left) / across - 0.5
    shift_y = (window.top + 0.5 - top) / down - 0.5
    matrix = np.array([[1 / across, 0, shift_x], [0, 1 / down, shift_y]], np.float32)
    goal = (window.right - window.left, window.bottom - window.top)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(cv2.warpAffine(drawn, matrix, goal, flags=flags), np.float32)


def _warped(drawn: Floats, layer: Layer, way: Matrix, by: int, window: Window) -> Floats:
    """A reduced layer as a matrix (pixels of the frame to pixels of the frame) brings it into a window."""
    import cv2

    onto = np.array([way[:3], way[3:], (0, 0, 1)], np.float64)
    wide, high = layer.size[0] / drawn.shape[1], layer.size[1] / drawn.shape[0]
    across, down = float(np.hypot(onto[0, 0], onto[1, 0])), float(np.hypot(onto[0, 1], onto[1, 1]))
    if min(across, down) < 0.7:
        goal = (max(1, round(drawn.shape[1] * across)), max(1, round(drawn.shape[0] * down)))
        drawn = np.asarray(cv2.resize(drawn, goal, interpolation=cv2.INTER_AREA), np.float32)
        wide, high = layer.size[0] / drawn.shape[1], layer.size[1] / drawn.shape[0]
    # centres of pixels: of the small layer to the frame, on its way, to the reduced window
    here = np.array([[wide, 0, layer.left + wide / 2], [0, high, layer.top + high / 2], [0, 0, 1]])
    there = np.array([[1 / by, 0, -window.left - 0.5], [0, 1 / by, -window.top - 0.5], [0, 0, 1]])
    matrix = np.linalg.inv(there @ onto @ here)[:2]
    goal = (window.right - window.left, window.bottom - window.top)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(cv2.warpAffine(drawn, matrix, goal, flags=flags), np.float32)
