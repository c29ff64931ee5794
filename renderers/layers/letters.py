"""In which order a hand would draw the separate marks of a picture: lines from above, letters along each line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_FIGURE = 4.0
"""What is so many letters high is no letter."""
_BODY = 0.5
"""What is lower than this share of a letter is a dot, an accent or a dash: it makes no line of its own."""
_LINE = 0.6
"""Letters whose middles are no further apart than this share of their height stand on one line."""
_RULE = 3.0
"""A flat mark so many letters wide is a rule under words, drawn after them."""
_ONE = 0.5
"""Marks that lie over each other by this share of the narrower one belong to one letter."""


def reading_order(boxes: NDArray[np.int32], *, leftwards: bool) -> NDArray[np.int32]:
    """The place in the order of each mark; `boxes` is (n, 4): left, top, width, height.

    Figures (what is much higher than the letters) come first, then the lines from above, along each the letters
    from the left, or from the right where the script runs `leftwards`. Marks above each other in one line, as an
    i and its dot or the parts of a Chinese character, are one letter.
    """
    import numpy as np

    if leftwards:
        boxes = boxes.copy()
        boxes[:, 0] = -(boxes[:, 0] + boxes[:, 2])
    letter = float(np.percentile(boxes[:, 3], 70)) if len(boxes) else 0.0
    figures = boxes[:, 3] > _FIGURE * letter
    order = _by_place(np.flatnonzero(figures), boxes)
    for line in _lines(np.flatnonzero(~figures), boxes, letter):
        order += _along(line, boxes, letter)
    ranks = np.empty(len(boxes), np.int32)
    ranks[order] = np.arange(len(boxes))
    return ranks


def _by_place(marks: NDArray[np.intp], boxes: NDArray[np.int32]) -> list[int]:
    return sorted((int(mark) for mark in marks), key=lambda mark: (boxes[mark, 1], boxes[mark, 0]))


def _lines(marks: NDArray[np.intp], boxes: NDArray[np.int32], letter: float) -> list[list[int]]:
    """The marks of each line, lines from above."""
    import numpy as np

    middles = boxes[:, 1] + boxes[:, 3] / 2
    bodies = [int(mark) for mark in marks if boxes[mark, 3] >= _BODY * letter] or [
        int(mark) for mark in marks
    ]
    lines: list[list[int]] = []
    middle = 0.0
    for mark in sorted(bodies, key=lambda mark: middles[mark]):
        if lines and middles[mark] - middle <= _LINE * letter:
            lines[-1].append(mark)
            middle += (middles[mark] - middle) / len(lines[-1])
        else:
            lines.append([mark])
            middle = float(middles[mark])
    small = {int(mark) for mark in marks}.difference(bodies)
    if small:
        tops = np.array([boxes[line, 1].min() for line in lines])
        bottoms = np.array([(boxes[line, 1] + boxes[line, 3]).max() for line in lines])
        for mark in sorted(small):
            away = np.maximum(0, np.maximum(tops - middles[mark], middles[mark] - bottoms))
            lines[int(away.argmin())].append(mark)
    return lines


def _along(line: list[int], boxes: NDArray[np.int32], letter: float) -> list[int]:
    """The marks of one line in order: letter by letter, in a letter from above."""
    rules = [m for m in line if boxes[m, 2] > _RULE * letter and boxes[m, 3] < _BODY * letter]
    words = sorted((m for m in line if m not in rules), key=lambda mark: boxes[mark, 0])
    letters: list[list[int]] = []
    begins = ends = 0
    for mark in words:
        left, right = int(boxes[mark, 0]), int(boxes[mark, 0] + boxes[mark, 2])
        both = min(ends, right) - max(begins, left)
        if letters and both >= _ONE * min(ends - begins, right - left):
            letters[-1].append(mark)
            ends = max(ends, right)
        else:
            letters.append([mark])
            begins, ends = left, right
    parts = [mark for each in letters for mark in _by_place_in_letter(each, boxes)]
    return parts + sorted(rules, key=lambda mark: boxes[mark, 0])


def _by_place_in_letter(marks: list[int], boxes: NDArray[np.int32]) -> list[int]:
    """The largest mark first (an i before its dot, an Arabic word before its points), then from above."""
    largest = max(int(boxes[mark, 2] * boxes[mark, 3]) for mark in marks)
    return sorted(
        marks,
        key=lambda mark: (
            boxes[mark, 2] * boxes[mark, 3] < largest,
            int(boxes[mark, 1]),
            int(boxes[mark, 0]),
        ),
    )
