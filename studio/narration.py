"""From a script to what is spoken: utterances, pauses, and where each stands in a take.

A `Narration` says what shall be heard; a `Take` says when, from measured lengths where there are any and
from estimates (marked so) where there are none.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Utterance:
    """One sentence. `text` is shown as a caption, `spoken` is what the voice gets (respellings applied).

    `language` is a BCP 47 tag; `voice` is a voice id or "" (choose by language); `speed` is 1.0 for normal.
    `paragraph` is the index in the script.
    """

    text: str
    spoken: str
    language: str
    voice: str = ""
    speed: float = 1.0
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Pause:
    """Silence between utterances, in seconds."""

    seconds: Fraction


@dataclass(frozen=True, slots=True)
class Narration:
    """What is heard in one scene, in order; `least` is the shortest length asked for in the script."""

    items: tuple[Utterance | Pause, ...] = ()
    least: Fraction | None = None

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """The sentences alone, in order."""
        return tuple(item for item in self.items if isinstance(item, Utterance))


@dataclass(frozen=True, slots=True)
class Span:
    """When a sentence is heard: seconds from the start of its take, half-open."""

    utterance: Utterance
    start: Fraction
    end: Fraction


@dataclass(frozen=True, slots=True)
class Take:
    """One voiced narration: its length in seconds and when each sentence is heard.

    `measured` is False while any length in it is an estimate.
    """

    length: Fraction = Fraction(0)
    spans: tuple[Span, ...] = ()
    measured: bool = True
