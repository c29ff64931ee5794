"""Sentences of studio and renderers (errors, reasons, report lines, progress) in the language of the editor.

They are made in English where they arise. `resources/translations/update.py` collects their templates from the
source ("“{1}” is damaged; open an older copy."); here a sentence is matched against them, the translated template
is found through Qt Linguist (context "Sentences") and its holes are filled again.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from PySide6.QtCore import QCoreApplication

CONTEXT = "Sentences"
LONGEST = 4000
"""Longer texts (characters) are no sentence of ours."""

_HOLE = re.compile(r"\{(\d+)\}")
_DEEPEST = 4
_JOINT = 5
"""A template with fewer letters of its own ("{1}: {2}") says nothing unless what it joins is known."""
_KNOWN = "Cut"
"""A word that every translation translates."""


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence with numbered holes, ready to be matched; `words` counts its own letters."""

    text: str
    start: str
    end: str
    words: int
    quoted: frozenset[int]
    """Holes within quotation marks: names that people gave, never to be translated."""

    @property
    def whole(self) -> bool:
        """Whether it is a sentence without holes."""
        return len(self.text) == len(self.start) == len(self.end)


def told(text: str) -> str:
    """A sentence of studio or renderers in the language of the editor; an unknown one stays as it is."""
    language = _revision()
    if not text or len(text) > LONGEST or language == _KNOWN:
        return text
    return _told(text, language)


def templates() -> tuple[str, ...]:
    """All templates, as they stand in the source."""
    return tuple(template.text for template in _all())


@lru_cache(maxsize=2048)
def _told(text: str, _language: str, depth: int = 0) -> str:
    whole = _translated(text) if text in _plain() else None
    if whole is not None:
        return whole
    for template in _all():
        if not (text.startswith(template.start) and text.endswith(template.end)):
            continue
        match = _pattern(template.text, template.words < _JOINT).fullmatch(text)
        if match is None:
            continue
        filled = _filled(template, _values(match), _language, depth)
        if filled is not None:
            return filled
    return text


def _filled(template: Template, values: tuple[str, ...], language: str, depth: int) -> str | None:
    """The translated template with its holes filled; None where a mere joint would join what is not known."""

    def value(number: int) -> str:
        raw = values[number - 1]
        if number in template.quoted or depth >= _DEEPEST:
            return raw
        return _told(raw, language, depth + 1)

    filled = tuple(value(number) for number in range(1, len(values) + 1))
    if template.words < _JOINT and not _all_known(template, values, filled):
        return None
    return _HOLE.sub(lambda hole: filled[int(hole[1]) - 1], _translated(template.text))


def _all_known(template: Template, values: tuple[str, ...], filled: tuple[str, ...]) -> bool:
    pairs = enumerate(zip(values, filled, strict=True), 1)
    return all(
        before != after or number in template.quoted or not any(char.isalpha() for char in before)
        for number, (before, after) in pairs
    )


def _values(match: re.Match[str]) -> tuple[str, ...]:
    return tuple(match[f"h{number}"] for number in range(1, match.re.groups + 1))


def _translated(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)


def _revision() -> str:
    """Changes with the language, so that nothing is remembered across it."""
    return _translated(_KNOWN)


@cache
def _plain() -> frozenset[str]:
    return frozenset(template.text for template in _all() if template.whole)


@cache
def _all() -> tuple[Template, ...]:
    """The templates, those that say most first, so that a general one never hides a special one."""
    table = json.loads((files("resources.translations") / "sentences.json").read_text(encoding="utf-8"))
    made = [_template(entry["text"]) for entry in table]
    return tuple(sorted(made, key=lambda template: (-template.words, -len(template.text))))


def _template(text: str) -> Template:
    parts = _HOLE.split(text)
    literals, holes = parts[0::2], parts[1::2]
    quoted = frozenset(
        int(number)
        for number, before, after in zip(holes, literals, literals[1:], strict=False)
        if before.endswith("“") and after.startswith("”")
    )
    words = sum(char.isalpha() for literal in literals for char in literal)
    return Template(text, literals[0], literals[-1], words, quoted)


@cache
def _pattern(text: str, joint: bool) -> re.Pattern[str]:
    """What a template matches; only few are ever needed, so each is made when it is."""
    parts = _HOLE.split(text)
    hole = ".+?" if joint else ".*?"
    pattern = re.escape(parts[0])
    for number, literal in zip(parts[1::2], parts[2::2], strict=True):
        pattern += f"(?P<h{number}>{hole}){re.escape(literal)}"
    return re.compile(pattern, re.DOTALL)
