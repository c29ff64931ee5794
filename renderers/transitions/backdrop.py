"""What stands behind the objects that travel: the two slides without them, one fading into the other.

It is level 2 with the objects known: what leaves fades out before what comes fades in, over the ground that lies
behind both. Wherever nothing travels it is the slides themselves, pixel by pixel.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from renderers.layers.stack import Layer, Stack
from renderers.measure.regions import grown, shared_regions
from renderers.planes import Planes
from renderers.transitions.cast import Actor, Cast
from renderers.transitions.cels import CHROMA, LUMA, Cel, clipped, lay, of
from renderers.transitions.drawing import Drawing, drawing
from renderers.transitions.how import How, Side
from renderers.transitions.looks import without_changes
from renderers.warping import mixed

if TYPE_CHECKING:
    import torch

EARLIEST, LATEST = 0.3, 0.7
"""When what leaves is gone, as a share of the time: however little it is, it does not vanish at a stroke."""
_AFTER, _BEFORE = 0.4, 0.6
"""When at the earliest something comes, and when at the latest something has left, while other things travel: the
eye follows what moves, and new words do not come up under it.
"""
_SEEN = 8
"""Levels by which a pixel changes at least where something leaves or comes."""
_FADED = How()


@dataclass(frozen=True, slots=True)
class Backdrop:
    """`first` turns into `between` until `turn` (0 to 1), and `between` into `second` from there.

    Where there is a `drawing`, `second` is without what comes: that is drawn on it.
    """

    first: Planes
    between: Planes
    second: Planes
    turn: float
    drawing: Drawing | None = None

    def at(self, t: float) -> Planes:
        """The picture at `t`; a new one."""
        if t < self.turn:
            return self.first.map(lambda p, q: mixed(p, q, t / self.turn), self.between)
        if self.turn >= 1:
            return self.second.map(lambda plane: plane.clone())
        share = (t - self.turn) / (1 - self.turn)
        page = self.between.map(lambda p, q: mixed(p, q, share), self.second)
        return page if self.drawing is None else self.drawing.on(page, share)

    def leaving(self, t: float) -> float:
        """How much is seen at `t` of what leaves: 1 to 0."""
        return max(0.0, 1 - t / self.turn) if self.turn > 0 else 0.0

    def coming(self, t: float) -> float:
        """How much is seen at `t` of what comes: 0 to 1."""
        return max(0.0, (t - self.turn) / (1 - self.turn)) if self.turn < 1 else 0.0


@dataclass(frozen=True, slots=True)
class _Half:
    """One slide, seen from behind: the page without what travels, and also without what leaves or comes.

    `travels` and `fades` are (H, W) bool: where these objects lie; `written` is where a whole text fades: what
    letters of two words have in common is not shared.
    """

    page: Planes
    alone: Planes
    plate: Planes
    travels: torch.Tensor
    fades: torch.Tensor
    written: torch.Tensor


def backdrop(a: Side, b: Side, first: Stack, second: Stack, parts: Cast, how: How = _FADED) -> Backdrop:
    """The pictures behind what travels. The stacks are those of the slides, their text perhaps in pieces."""
    one = _half(a.page, first, parts, leaves=True)
    other = _half(b.page, second, parts, leaves=False)
    changing = one.travels | other.travels | one.written | other.written
    same = shared_regions(a.page, b.page) & ~changing
    hidden_a, hidden_b = ((half.travels | half.fades) & ~same for half in (one, other))
    plate_a, plate_b = (
        _true_plate(one, other, hidden_a, hidden_b),
        _true_plate(other, one, hidden_b, hidden_a),
    )
    begins, ends = _without_travellers(one, plate_a), _without_travellers(other, plate_b)
    turn = _turn(begins, plate_a, plate_b, ends, travels=bool(parts.moving))
    between = plate_a.map(lambda p, q: mixed(p, q, turn), plate_b)
    if turn in (0.0, 1.0):
        between = ends if turn else begins
    if how.arrive == "draw" and parts.coming and turn < 1:
        return _drawn(Backdrop(begins, between, ends, turn), plate_b, second, parts, how)
    return Backdrop(begins, between, ends, turn)


def _drawn(faded: Backdrop, plate: Planes, stack: Stack, parts: Cast, how: How) -> Backdrop:
    """The backdrop on which what comes is drawn instead of faded in."""
    import torch

    moving = {actor.in_second for actor in parts.moving}
    coming = [stack.layers[place] for place in parts.coming]
    behind = Stack(
        stack.ground, tuple(each for place, each in enumerate(stack.layers) if place not in moving)
    )
    covers = torch.zeros_like(faded.second.y, dtype=torch.bool)
    for layer in coming:
        _mark(covers, layer, layer.luma[..., 1] > 0)
    bare = faded.second.map(lambda page, below: torch.where(_of_size(covers, page), below, page), plate)
    drawn = drawing(bare, faded.second, covers, behind, coming, how.leftwards)
    return replace(faded, second=bare, drawing=drawn)


def _half(page: Planes, stack: Stack, parts: Cast, *, leaves: bool) -> _Half:
    import torch

    size = page.size
    travels = torch.zeros((size[1], size[0]), dtype=torch.bool, device=page.y.device)
    fades, written = travels.clone(), travels.clone()
    still = {_place(each, first=leaves): each for each in parts.still}
    moving = {_place(each, first=leaves) for each in parts.moving}
    alone, plate = (stack.ground.map(lambda plane: plane.clone()) for _ in range(2))
    for place, layer in enumerate(stack.layers):
        if place in moving:
            _mark(travels, layer, layer.luma[..., 1] > 0)
            continue
        picture = of(layer)
        lay(alone, picture, layer.left, layer.top)
        actor = still.get(place)
        kept = _kept(actor, first=leaves) if actor else None
        if actor is None:
            _mark(fades, layer, layer.luma[..., 1] > 0)
            if layer.kind == "text" and not layer.angle:
                _mark(written, layer, layer.luma[..., 1] > 0)
        else:
            lay(plate, kept or picture, layer.left, layer.top)
        if kept:
            _mark(fades, layer, (kept.luma != picture.luma).any(0))
    return _Half(page, alone, plate, grown(travels, 1), grown(fades, 1), written)


def _place(actor: Actor, *, first: bool) -> int:
    return actor.in_first if first else actor.in_second


def _kept(actor: Actor, *, first: bool) -> Cel | None:
    """What an object that stays shows between its two pictures, where not all of it changes."""
    if actor.like.look != "other":
        return None
    a, b = (actor.first, actor.second) if first else (actor.second, actor.first)
    like = actor.like if first else actor.like.turned()
    return without_changes(a, b, like)


def _mark(mask: torch.Tensor, layer: Layer, where: torch.Tensor) -> None:
    seen = clipped((layer.left, layer.top, *layer.size), (mask.shape[1], mask.shape[0]))
    if seen:
        left, top, width, height = seen
        x, y = left - layer.left, top - layer.top
        mask[top : top + height, left : left + width] |= where[y : y + height, x : x + width]


def _true_plate(own: _Half, other: _Half, hidden: torch.Tensor, hidden_there: torch.Tensor) -> Planes:
    """The plate as the pages show it: where this page is hidden, corrected by what the other one shows there."""

    def true(
        page: torch.Tensor, plate: torch.Tensor, there: torch.Tensor, drawn: torch.Tensor
    ) -> torch.Tensor:
        import torch

        here, beyond = _of_size(hidden, page), _of_size(hidden_there, page)
        mended = plate.short() + torch.where(beyond, 0, there.short() - drawn.short())
        low, high = LUMA if page is own.page.y else CHROMA
        return torch.where(here, mended.clamp_(low, high).to(torch.uint8), page)

    if not bool(hidden.any()):
        return own.page
    return own.page.map(true, own.plate, other.page, other.plate)


def _without_travellers(half: _Half, plate: Planes) -> Planes:
    if not bool(half.travels.any()):
        return half.page

    def chosen(page: torch.Tensor, alone: torch.Tensor, plate: torch.Tensor) -> torch.Tensor:
        import torch

        behind = torch.where(_of_size(half.fades, page), alone, plate)
        return torch.where(_of_size(half.travels, page), behind, page)

    return half.page.map(chosen, half.alone, plate)


def _of_size(mask: torch.Tensor, plane: torch.Tensor) -> torch.Tensor:
    """A mask of luma pixels for a plane of either size: a pixel of chroma is in it where one of its four is."""
    if mask.shape == plane.shape:
        return mask
    return mask[::2, ::2] | mask[1::2, ::2] | mask[::2, 1::2] | mask[1::2, 1::2]


def _turn(begins: Planes, plate_a: Planes, plate_b: Planes, ends: Planes, *, travels: bool) -> float:
    """When what leaves has left: the time is shared by how much leaves and how much comes."""
    leaving, coming = _apart(begins, plate_a), _apart(plate_b, ends)
    if leaving and coming:
        return min(max(leaving / (leaving + coming), EARLIEST), LATEST)
    if travels and (leaving or coming):
        return _BEFORE if leaving else _AFTER
    return 1.0 if leaving else 0.0


def _apart(a: Planes, b: Planes) -> float:
    """The mean difference of two pictures in luma; 0 where nothing is seen to differ."""
    largest = max(int((p.short() - q.short()).abs_().amax()) for p, q in zip(a.planes, b.planes, strict=True))
    return float((a.y.short() - b.y.short()).abs_().float().mean()) + 1e-6 if largest > _SEEN else 0.0
