"""Edits of the lecture as a whole: its title, and what the author chose for all of its scenes."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from studio.edits.finding import sound_text
from studio.edits.words import LONGEST_SCENE, checked_language
from studio.errors import EditError
from studio.lecture import Choices, Lecture, Level, Respelling, Unscripted


def set_title(lecture: Lecture, title: str) -> Lecture:
    """Give the lecture another title."""
    return _checked(lecture, replace(lecture, title=sound_text(title).strip()))


def set_lecture_language(lecture: Lecture, language: str) -> Lecture:
    """Say which language (BCP 47 tag) the lecture is in."""
    return _checked(lecture, replace(lecture, language=checked_language(language)))


def set_lecture_unscripted(lecture: Lecture, choice: Unscripted) -> Lecture:
    """What happens to scenes without words that say nothing else themselves."""
    return _chosen(lecture, replace(lecture.choices, unscripted=choice))


def set_silence(lecture: Lecture, seconds: Fraction) -> Lecture:
    """How long a silent scene lasts, in seconds."""
    if not 0 < seconds <= LONGEST_SCENE:
        raise EditError(
            "A silent scene can last from a fraction of a second to six hours; choose such a length."
        )
    return _chosen(lecture, replace(lecture.choices, silence=seconds))


def set_fades_only(lecture: Lecture, fades_only: bool) -> Lecture:
    """Whether nothing slides, zooms or travels anywhere in the lecture."""
    return _chosen(lecture, replace(lecture.choices, fades_only=fades_only))


def set_lecture_level(lecture: Lecture, level: Level | None) -> Lecture:
    """One level for every cut the author did not set himself; None: the automatic choice."""
    return _chosen(lecture, replace(lecture.choices, level=level))


def set_voice(lecture: Lecture, voice: str, language: str = "") -> Lecture:
    """Choose a voice (its id; "": the program chooses) for a language (BCP 47 tag or prefix of one) or for all."""
    choices = lecture.choices
    tag = checked_language(language)
    if not tag:
        return _chosen(lecture, replace(choices, voice=voice))
    others = tuple(pair for pair in choices.voices if pair[0].lower() != tag.lower())
    voices = tuple(sorted((*others, (tag, voice)))) if voice else others
    return _chosen(lecture, replace(choices, voices=voices))


def add_respelling(lecture: Lecture, rule: Respelling) -> Lecture:
    """Add a pronunciation rule; EditError where it is empty or there is one for the same word."""
    rules = lecture.choices.respellings
    return _with_rules(lecture, (*rules, _new_rule(rule, rules)))


def replace_respelling(lecture: Lecture, index: int, rule: Respelling) -> Lecture:
    """Put another pronunciation rule in the place of one (index from 0)."""
    rules = _rules(lecture, index)
    others = (*rules[:index], *rules[index + 1 :])
    return _with_rules(lecture, (*rules[:index], _new_rule(rule, others), *rules[index + 1 :]))


def remove_respelling(lecture: Lecture, index: int) -> Lecture:
    """Take a pronunciation rule (index from 0) away."""
    rules = _rules(lecture, index)
    return _with_rules(lecture, (*rules[:index], *rules[index + 1 :]))


def _rules(lecture: Lecture, index: int) -> tuple[Respelling, ...]:
    rules = lecture.choices.respellings
    if not 0 <= index < len(rules):
        raise EditError("This pronunciation rule is no longer there; choose one of those that are.")
    return rules


def _new_rule(rule: Respelling, others: tuple[Respelling, ...]) -> Respelling:
    new = Respelling(
        sound_text(rule.written).strip(), sound_text(rule.spoken).strip(), checked_language(rule.language)
    )
    if not new.written or not new.spoken:
        raise EditError(
            "A pronunciation rule needs the word as it is written and as it is spoken; fill in both."
        )
    if any((r.written, r.language.lower()) == (new.written, new.language.lower()) for r in others):
        raise EditError(f"There is already a pronunciation rule for “{new.written}”; change that one.")
    return new


def _with_rules(lecture: Lecture, rules: tuple[Respelling, ...]) -> Lecture:
    return _chosen(lecture, replace(lecture.choices, respellings=rules))


def _chosen(lecture: Lecture, choices: Choices) -> Lecture:
    return _checked(lecture, replace(lecture, choices=choices))


def _checked(before: Lecture, after: Lecture) -> Lecture:
    """The very same lecture where nothing changed."""
    return before if after == before else after
