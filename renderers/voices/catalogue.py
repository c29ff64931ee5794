"""Which voices there are, as values, and which one speaks a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from studio.errors import MissingToolError
from studio.languages import primary
from studio.narration import is_latin


@dataclass(frozen=True, slots=True)
class VoiceInfo:
    """One voice. `id` names it within its `engine`; `languages` are BCP 47 tags, the main one first.

    `version` says what makes the sound, for cache keys: another version may sound different.
    """

    id: str
    engine: str
    name: str
    languages: tuple[str, ...] = ()
    gender: Literal["female", "male", ""] = ""
    version: str = ""

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> VoiceInfo:
        """A voice as `dataclasses.asdict` wrote it, after a journey through JSON."""
        return cls(**{**data, "languages": tuple(data["languages"])})  # pyright: ignore[reportArgumentType]


@dataclass(frozen=True, slots=True)
class ChosenVoice:
    """A voice and, where it is not what was asked for, one sentence for the report."""

    voice: VoiceInfo
    remark: str = ""


_SAME = {"no": "nb", "nn": "nb", "iw": "he", "in": "id", "sh": "sr", "zh-yue": "yue", "cmn": "zh", "mo": "ro"}
_NEAR = {
    "en": "en-us",
    "en-ca": "en-us",
    "en-ph": "en-us",
    "en-au": "en-gb",
    "en-nz": "en-gb",
    "en-ie": "en-gb",
    "en-in": "en-gb",
    "en-sg": "en-gb",
    "en-hk": "en-gb",
    "en-za": "en-gb",
    "fr": "fr-fr",
    "fr-ca": "fr-fr",
    "pt-pt": "pt",
    "yue": "zh-hk",
}
"""Accents that come nearest where the region has no voice of its own."""
_LATIN_AMERICA = frozenset(
    f"es-{c}" for c in ("mx", "ar", "co", "cl", "pe", "ve", "us", "uy", "ec", "gt", "cr")
)


def choose_voice(language: str, wanted: str, available: Sequence[VoiceInfo]) -> ChosenVoice:
    """The voice for a sentence in `language` (BCP 47).

    `wanted` is a voice's id (also "engine:id" and "id+variant"), its name, a beginning of it, or a language; ""
    leaves the choice to the language: region, then language, then English. A wanted voice is set aside where
    it cannot read the sentence's script. Raises `MissingToolError` where there is no voice at all.
    """
    if not available:
        raise MissingToolError(
            "No voice is installed; install the package “espeakng-loader” and try again, or record the narration."
        )
    if not isinstance(available, tuple):
        return _choose(language, wanted, available)
    key = (language, wanted, id(available))
    voices, chosen = _chosen.get(key, ((), None))
    if chosen is None or voices is not available:
        chosen = _choose(language, wanted, available)
        if len(_chosen) >= _MOST:
            _chosen.clear()
        _chosen[key] = available, chosen
    return chosen


_MOST = 2000
_chosen: dict[tuple[str, str, int], tuple[Sequence[VoiceInfo], ChosenVoice]] = {}
"""Choices made before, each with the voices it was made from: a plan asks for each of a thousand sentences."""


def _choose(language: str, wanted: str, available: Sequence[VoiceInfo]) -> ChosenVoice:
    by_language = _for_language(language, available)
    if not wanted:
        return by_language
    voice = named(wanted, available)
    if voice is None:
        remark = f"There is no voice called “{wanted}”; “{by_language.voice.name}” speaks instead."
        return ChosenVoice(by_language.voice, remark)
    if not _can_read(voice, language):
        remark = (
            f"The voice “{voice.name}” cannot read “{language}”; “{by_language.voice.name}” reads it instead."
        )
        return by_language if by_language.remark else ChosenVoice(by_language.voice, remark)
    return ChosenVoice(voice)


def _for_language(language: str, available: Sequence[VoiceInfo]) -> ChosenVoice:
    best = _best(language, available)
    if best is not None:
        return ChosenVoice(best)
    english = _best("en", available) or available[0]
    return ChosenVoice(english, f"No installed voice speaks “{language}”; “{english.name}” reads it instead.")


def _best(language: str, available: Sequence[VoiceInfo]) -> VoiceInfo | None:
    wanted = _normal(language)
    scored = [(_score(wanted, voice), voice) for voice in available]
    best = max(scored, key=lambda pair: (pair[0], -len(pair[1].id)))
    return best[1] if best[0] > 0 else None


def _score(wanted: str, voice: VoiceInfo) -> int:
    return max((_fit(wanted, tag.lower()) for tag in voice.languages), default=0)


def _fit(wanted: str, tag: str) -> int:
    """How well a voice for `tag` speaks `wanted`; 0: not at all."""
    near = _NEAR.get(wanted, "es-419" if wanted in _LATIN_AMERICA else "")
    if tag == wanted:
        return 100
    if tag == near:
        return 90
    if wanted.startswith(f"{tag}-"):
        return 50 + len(tag)
    if primary(tag) == primary(wanted):
        return max(1, 40 - len(tag))
    return 0


def _normal(language: str) -> str:
    """A tag in small letters, without script ("zh-Hant-TW" -> "zh-tw"), old names replaced."""
    tag = language.replace("_", "-").lower()
    tag = _SAME.get(tag, tag)
    first, *rest = tag.split("-")
    first = _SAME.get(first, first)
    return "-".join([first, *(part for part in rest if len(part) != 4 or part.isdigit())])


def named(wanted: str, available: Sequence[VoiceInfo]) -> VoiceInfo | None:
    """The voice that a user means by an id, "engine:id", a name, a beginning of one, or a language; None: none."""
    base, _, variant = wanted.strip().partition("+")
    name = base.lower()
    for voice in available:
        if name in (voice.id.lower(), f"{voice.engine}:{voice.id}".lower(), voice.name.lower()):
            return _varied(voice, variant)
    exact = [voice for voice in available if _score(_normal(name), voice) >= 90]
    if exact:
        return _varied(min(exact, key=lambda voice: len(voice.id)), variant)
    beginning = [voice for voice in available if voice.name.lower().startswith(name)]
    if beginning:
        return min(beginning, key=lambda voice: len(voice.name))
    return _best(name, available) if len(primary(name)) in (2, 3) else None


def _varied(voice: VoiceInfo, variant: str) -> VoiceInfo:
    return replace(voice, id=f"{voice.id}+{variant}") if variant else voice


def _can_read(voice: VoiceInfo, language: str) -> bool:
    return not language or is_latin(language) or _score(_normal(language), voice) > 0
