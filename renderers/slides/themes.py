"""How cards look, read from `resources/themes`: colours, one grid, sizes of letters, families by script."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from studio.languages import primary

DEFAULT = "calm"


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one kind of card ("#rrggbb")."""

    ground: str
    heading: str
    text: str
    minor: str
    accent: str


@dataclass(frozen=True, slots=True)
class Grid:
    """Where things stand, in fractions of the card's height."""

    side: float
    top: float
    body: float
    bottom: float
    bar_width: float
    bar_height: float
    bar_gap: float
    indent: float
    opening_side: float


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of letters and distances in fractions of the card's height; `line` and `heading_line` in ems.

    `steps` are the factors tried one after the other until a text fits; `roomy` are the ones for cards
    that fill no more than `roomy_share` of their place with them.
    """

    opening: float
    subtitle: float
    heading: float
    point: float
    minor: float
    least: float
    line: float
    heading_line: float
    before: float
    before_minor: float
    roomy: tuple[float, ...]
    roomy_share: float
    steps: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """All that decides how a card looks besides its words."""

    name: str
    card: Colours
    opening: Colours
    grid: Grid
    sizes: Sizes
    fonts: Mapping[str, tuple[str, ...]]
    scales: Mapping[str, float]
    """Factors by script, for letters that look smaller than Latin ones of the same size."""

    def families(self, language: str) -> tuple[str, ...]:
        """The families to ask for in a text of that language, the best first, those of other scripts behind."""
        own = script_of(language)
        order = dict.fromkeys([own, "Latn", *self.fonts])
        return tuple(dict.fromkeys(family for script in order for family in self.fonts.get(script, ())))


def script_of(language: str) -> str:
    """The script (ISO 15924) whose families serve a BCP 47 language best."""
    tag = language.lower().replace("_", "-")
    if primary(tag) in ("zh", "yue"):
        traditional = primary(tag) == "yue" or any(mark in tag for mark in ("hant", "tw", "hk", "mo"))
        return "Hant" if traditional else "Hans"
    return _SCRIPTS.get(primary(tag), "Latn")


@cache
def load(name: str = DEFAULT) -> Theme:
    """The built-in theme with that name; KeyError or FileNotFoundError mean a broken installation."""
    data: dict[str, Any] = tomllib.loads(
        files("resources").joinpath("themes", f"{name}.toml").read_text("utf-8")
    )
    text: dict[str, Any] = dict(data["text"])
    text |= {name: tuple(text[name]) for name in ("roomy", "steps")}
    fonts = {script: tuple(families) for script, families in data["fonts"].items()}
    return Theme(
        name,
        Colours(**data["card"]),
        Colours(**data["opening"]),
        Grid(**data["grid"]),
        Sizes(**text),
        fonts,
        data["scales"],
    )


_SCRIPTS = {
    "ja": "Jpan",
    "ko": "Kore",
    "ar": "Arab",
    "fa": "Arab",
    "ur": "Arab",
    "ps": "Arab",
    "ug": "Arab",
    "he": "Hebr",
    "yi": "Hebr",
    "th": "Thai",
    "hi": "Deva",
    "mr": "Deva",
    "ne": "Deva",
    "sa": "Deva",
}
