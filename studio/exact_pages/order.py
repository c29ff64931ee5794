"""The best way to pair two rows in order: what a comparison of two files does with lines, here with degrees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def in_order(gains: Sequence[Mapping[int, float]]) -> dict[int, int]:
    """Left index -> right index, rising on both sides, with the largest sum of gains (all above 0).

    Of equal sums the one with the later right-hand partners is taken: of a slide that was printed once a build
    step, the last page shows all of it. Takes K log N steps for K gains: the heaviest increasing subsequence
    by a tree of maxima (Fenwick, A new data structure for cumulative frequency tables, 1994).
    """
    size = 1 + max((right for row in gains for right in row), default=-1)
    tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)
    """For prefixes of the right row: the best sum so far and the link that ends it."""
    links: list[tuple[int, int, int]] = []
    """(left, right, link before)"""
    for left, row in enumerate(gains):
        new: list[tuple[int, float, int]] = []
        for right, gain in row.items():
            before, link = _best(tree, right)
            new.append((right, before + gain, link))
        for right, total, link in sorted(new):
            links.append((left, right, link))
            _raise(tree, right + 1, (total, len(links) - 1))
    chosen: dict[int, int] = {}
    link = _best(tree, size)[1]
    while link >= 0:
        left, right, link = links[link]
        chosen[left] = right
    return chosen


def _best(tree: Sequence[tuple[float, int]], stop: int) -> tuple[float, int]:
    """The best of the right indices below `stop`."""
    best = (0.0, -1)
    while stop > 0:
        best = max(best, tree[stop])
        stop -= stop & -stop
    return best


def _raise(tree: list[tuple[float, int]], at: int, value: tuple[float, int]) -> None:
    while at < len(tree):
        tree[at] = max(tree[at], value)
        at += at & -at
