"""Languages, voices and what happens without words, as one chooses among them."""

from __future__ import annotations

from functools import cmp_to_key, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCollator, QCoreApplication, QLocale

from studio.languages import primary
from ui.language import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from renderers.means import Means
    from renderers.voices.catalogue import VoiceInfo
    from studio.lecture import Lecture, Unscripted
    from studio.timeline import Timeline

Choices = tuple[tuple[object, str], ...]


def languages(means: Means | None, lecture: Lecture | None, held: Iterable[str] = ()) -> Choices:
    """The tags one can choose with their names: those in use first, then all that a voice speaks, by name."""
    used = [tag for tag in held if tag]
    if lecture is not None:
        used += [lecture.language, *(scene.script.language for scene in lecture.scenes)]
    known = {tag.lower() for tag in used}
    spoken = (tag for voice in (means.voices if means is not None else ()) for tag in voice.languages[:1])
    others = frozenset(tag for tag in spoken if tag.lower() not in known)
    first = [(tag, words.language(tag)) for tag in dict.fromkeys(used) if tag]
    return (*first, *_by_name(others, QLocale().name()))


def voices(means: Means | None, language: str, held: str = "") -> Choices:
    """The voices that speak a language (BCP 47; "": all), by name, each by its id; `held` is always among them."""
    return _fitting(means.voices if means is not None else (), language, held, QLocale().name())


def heard_languages(timeline: Timeline | None, lecture: Lecture | None) -> tuple[str, ...]:
    """The languages (first part of the tag) that are spoken in a lecture, the commonest first."""
    counts: dict[str, int] = {}
    for clip in timeline.clips if timeline is not None else ():
        for span in clip.take.spans:
            tag = primary(span.utterance.language)
            counts[tag] = counts.get(tag, 0) + 1
    chosen = [primary(tag) for tag, _ in lecture.choices.voices] if lecture is not None else []
    own = [primary(lecture.language)] if lecture is not None and lecture.language else []
    return tuple(dict.fromkeys((*sorted(counts, key=lambda tag: -counts[tag]), *own, *chosen)))


def unscripted(lecture: Lecture) -> Choices:
    """What can happen to a scene without words; None, the lecture's own choice, first."""
    kinds: tuple[Unscripted, ...] = ("silent", "read", "skip")
    same = QCoreApplication.translate("Spoken", "As for the lecture: {choice}")
    own = same.format(choice=words.unscripted(lecture.choices.unscripted))
    return ((None, own), *((kind, words.unscripted(kind)) for kind in kinds))


@lru_cache(maxsize=64)
def _fitting(known: tuple[VoiceInfo, ...], language: str, held: str, _locale: str) -> Choices:
    """Asked for at every keystroke, like `_by_name`."""
    fitting = [
        voice
        for voice in known
        if not language or any(primary(tag) == primary(language) for tag in voice.languages)
    ]
    found = [(voice.id, voice.name) for voice in fitting]
    if held and held not in {voice for voice, _ in found}:
        found.append((held, held))
    return _sorted(found)


@lru_cache(maxsize=8)
def _by_name(tags: frozenset[str], _locale: str) -> Choices:
    """Asked for at every keystroke, so the last answers are kept."""
    return _sorted((tag, words.language(tag)) for tag in tags)


def _sorted(pairs: Iterable[tuple[str, str]]) -> Choices:
    """By name, as the language of the window sorts."""
    collator = QCollator(QLocale())
    return tuple(sorted(pairs, key=cmp_to_key(lambda one, other: collator.compare(one[1], other[1]))))
