"""A stack is kept where it shows its page, and put right where outlines share a pixel; nowhere else."""

from __future__ import annotations

import numpy as np
import torch

from renderers.layers.making import apart, kept, settled
from renderers.layers.stack import Layer, Stack, stacked
from renderers.planes import Planes, from_rgb

WIDE, HIGH, EDGE = 320, 180, 90


def page(edge: int) -> Planes:
    """White, grey from the top down to a row that is half grey: what lies behind shows nowhere."""
    rows = np.full((HIGH, WIDE, 3), 255, np.uint8)
    rows[:EDGE] = 128
    rows[EDGE] = edge
    return from_rgb(rows)


def layer(number: int, rows: slice, grey: int, last: int) -> Layer:
    """A box of one grey whose last row is covered as far as `last` (0 to 255) says."""
    high = rows.stop - rows.start
    luma = torch.zeros((high, WIDE, 2), dtype=torch.uint8)
    luma[..., 1] = 255
    luma[-1, :, 1] = last
    level = 16 + 219 * grey / 255
    luma[..., 0] = (luma[..., 1].float() / 255 * level).round().byte()
    chroma = torch.zeros((high // 2, WIDE // 2, 3), dtype=torch.uint8)
    chroma[..., 2] = 255
    chroma[-1, :, 2] = (255 + last) // 2
    chroma[..., :2] = (chroma[..., 2:].float() / 255 * 128).round().byte()
    return Layer(number, "shape", 0, rows.start, luma, chroma)


def test_an_edge_that_hides_another_edge_hides_it_in_the_stack_too() -> None:
    ground = from_rgb(np.full((HIGH, WIDE, 3), 255, np.uint8))
    behind, above = layer(1, slice(EDGE - 10, EDGE + 2), 0, 0), layer(2, slice(0, EDGE + 2), 128, 0)
    for each in (behind, above):  # both end in the middle of the row before the last
        each.luma[-2, :, 1] = 128
        each.luma[-2, :, 0] = each.luma[-2, :, 0].float().mul(128 / 255).round().byte()
    stack = Stack(ground, (behind, above))
    shown = page(edge=192)
    assert apart(shown, stacked(stack)).edges > 40  # the black edge shines through the grey one
    assert kept(stack, shown).record["why"]
    assert apart(shown, stacked(settled(stack, shown))).edges <= 2
    assert not kept(settled(stack, shown), shown).record["why"]


def test_what_is_missing_is_not_painted_onto_what_lies_there() -> None:
    ground = from_rgb(np.full((HIGH, WIDE, 3), 255, np.uint8))
    stack = Stack(ground, (layer(2, slice(0, EDGE + 2), 128, 255),))
    rows = np.full((HIGH, WIDE, 3), 255, np.uint8)
    rows[: EDGE + 2] = 128
    rows[40:44, 100:200] = 0  # a line of text that no layer has
    shown = from_rgb(rows)
    assert kept(settled(stack, shown), shown).record["why"]
