"""Parts the content of a scene into cards that are not too full, each with the words that belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from studio.importers.outline.content import Content, Item, words_in
from studio.lecture import CardPoint
from studio.sentences import sentences

MOST_POINTS = 7
MOST_WORDS = 60.0
"""What one card holds, so that its text stays large."""

_FULLER = 1.5
"""How much fuller a slide may be that the author wrote as one."""

_ONE_CARD = 10.0
_BROKEN_GROUP = 0.6
_PARENT_WORDS = 12


@dataclass(frozen=True, slots=True)
class Card:
    """One card: its points and what is spoken over it, a paragraph each."""

    points: tuple[CardPoint, ...]
    spoken: tuple[str, ...]


def cards_of(content: Content, language: str) -> tuple[Card, ...]:
    """The cards of a scene, at least one; all words that are spoken stand in exactly one of them."""
    groups = _groups(content.items)
    ranges = _ranges([_shown(group) for group in groups], _FULLER if content.full else 1.0)
    shares = [groups[start:end] for start, end in ranges] or [groups]
    points = [tuple(p for group in share if (p := _shown(group)) is not None) for share in shares]
    shown = [_with_parent(points, number) for number in range(len(points))]
    points = [_without_orphan(card, after) for card, after in zip(shown, [*shown[1:], ()], strict=True)]
    if content.notes:
        spoken = _dealt(content.notes, [_weight(each) for each in points], language)
    else:
        spoken = [tuple(i.spoken for group in share for i in group if i.spoken) for share in shares]
    return tuple(Card(card, words) for card, words in zip(points, spoken, strict=True))


def _with_parent(cards: list[tuple[CardPoint, ...]], number: int) -> tuple[CardPoint, ...]:
    """A card that begins with inner points says again what they belong to."""
    points = cards[number]
    if not number or not points or points[0].level == 0:
        return points
    before = [point for card in cards[:number] for point in card if point.level < points[0].level]
    return (before[-1], *points) if before and words_in(before[-1].text) <= _PARENT_WORDS else points


def _without_orphan(card: tuple[CardPoint, ...], after: tuple[CardPoint, ...]) -> tuple[CardPoint, ...]:
    """A last point that the next card begins with again stands there with what belongs to it."""
    return card[:-1] if len(card) > 1 and card[-1:] == after[:1] else card


def _groups(items: Sequence[Item]) -> list[list[Item]]:
    """Words that stand alone go with the next point, those at the end with the last one."""
    groups: list[list[Item]] = [[]]
    last = max((i for i, item in enumerate(items) if item.shown is not None), default=-1)
    for place, item in enumerate(items):
        if _shown(groups[-1]) is not None and (item.shown is not None or place < last):
            groups.append([])
        groups[-1].append(item)
    return groups


def _shown(group: Sequence[Item]) -> CardPoint | None:
    return next((item.shown for item in group if item.shown is not None), None)


def _weight(points: Sequence[CardPoint]) -> float:
    return 1 + sum(words_in(point.text) for point in points)


def _ranges(points: list[CardPoint | None], fuller: float) -> list[tuple[int, int]]:
    """Where to part: as few cards as hold all, about equally full, inner points with their outer one."""
    most_points, most_words = int(MOST_POINTS * fuller), MOST_WORDS * fuller
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(points) + 1):
        options: list[tuple[float, int]] = []
        words = 0.0
        for start in range(end - 1, max(-1, end - 1 - most_points), -1):
            point = points[start]
            words += 0.0 if point is None else words_in(point.text)
            if words > most_words and start < end - 1:
                break
            fill = max(words / most_words, (end - start) / most_points)
            broken = _BROKEN_GROUP * (point.level if point is not None and start else 0)
            options.append((best[start][0] + _ONE_CARD + fill * fill + broken, start))
        best.append(min(options))
    ranges: list[tuple[int, int]] = []
    end = len(points)
    while end:
        start = best[end][1]
        ranges.insert(0, (start, end))
        end = start
    return ranges


def _dealt(notes: tuple[str, ...], weights: list[float], language: str) -> list[tuple[str, ...]]:
    """Notes over several cards: in order, each card its share by the words it shows, parted at sentences."""
    if len(weights) == 1:
        return [notes]
    pieces = [(i, s) for i, note in enumerate(notes) for s in (sentences(note, language) or (note,))]
    if len(notes) >= 2 * len(weights):
        pieces = list(enumerate(notes))
    if len(pieces) <= len(weights):
        return [(pieces[i][1],) if i < len(pieces) else () for i in range(len(weights))]
    total, shown = sum(words_in(text) for _, text in pieces) or 1.0, sum(weights)
    dealt: list[list[tuple[int, str]]] = [[] for _ in weights]
    said = 0.0
    for index, text in pieces:
        middle = (said + words_in(text) / 2) / total * shown
        card = next((c for c in range(len(weights)) if middle < sum(weights[: c + 1])), len(weights) - 1)
        dealt[card].append((index, text))
        said += words_in(text)
    return [_rejoined(each) for each in dealt]


def _rejoined(pieces: list[tuple[int, str]]) -> tuple[str, ...]:
    paragraphs: dict[int, list[str]] = {}
    for index, text in pieces:
        paragraphs.setdefault(index, []).append(text)
    return tuple(_joined(each) for each in paragraphs.values())


def _joined(parts: list[str]) -> str:
    text = parts[0]
    for part in parts[1:]:
        # Chinese and Japanese sentences stand without a blank between them.
        text += part if text[-1:] in "。！？」』" else f" {part}"
    return text
