"""What a language has to say for the sample lesson: the shape that every translation fills."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """The words of one slide; ``notes`` are paragraphs, none for a slide that stays silent."""

    title: str
    kicker: str = ""
    body: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    alt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """One card of a row: a heading and a sentence."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The words of the chart; the numbers are the same in every language."""

    categories: tuple[str, str]
    series: tuple[str, str]
    unit: str
    source: str
    alt: str


@dataclass(frozen=True, slots=True)
class Recording:
    """What the recorded voice says on one slide, and how it sounds."""

    words: str
    voice: str
    pitch: int
    rate: int
    label: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """All words of the lesson in one language."""

    file_name: str
    lang: str
    alt_lang: str
    name: str
    sections: tuple[str, str, str]
    opening: Page
    goals: Page
    goal_cards: tuple[Card, Card, Card]
    question: Page
    evaporation: Page
    condensation: Page
    precipitation: Page
    loop: Page
    loop_steps: tuple[str, str, str, str]
    loop_middle: str
    budget: Page
    chart: Chart
    stay: Page
    stay_rows: tuple[tuple[str, str, str], ...]
    why: Page
    why_cards: tuple[Card, Card, Card]
    backup: Page
    recording: Recording
    older_recording: Recording | None = None
