"""The words of all scenes after a re-import: which scenes say the words of which slides, merged and shared out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from studio.lecture import Lecture, Scene, Script
from studio.reimport.report import Change, Conflict
from studio.reimport.shown import Shown
from studio.reimport.threeway import of_three
from studio.reimport.words import Unit, merge, units


@dataclass(frozen=True, slots=True)
class Said:
    """The script of a scene after the merge, and what is to be said about it."""

    script: Script
    change: Change | None = None
    conflicts: tuple[Conflict, ...] = ()
    otherwise: Script | None = None


@dataclass(slots=True)
class Share:
    """Scenes that together say the words of one slide, or of several (by index) that were merged here."""

    scenes: list[Scene]
    slides: list[int]


def merged_scripts(
    base: Lecture, theirs: Lecture, pairs: Mapping[int, int], shows: Mapping[int, Shown]
) -> dict[str, Said]:
    """What each scene says, by its id; scenes whose slides' notes did not change are left out.

    `pairs` maps slides of the old deck to those of the new one, `shows` gives the scenes that show a slide.
    """
    shares = [
        share
        for slide in shows
        if slide in pairs
        for share in _shares(slide, shows[slide], base.scenes[slide])
    ]
    _absorb(shares, base, [slide for slide in pairs if slide not in shows])
    said: dict[str, Said] = {}
    for share in shares:
        before = [base.scenes[slide].script for slide in share.slides]
        after = [theirs.scenes[pairs[slide]].script for slide in share.slides]
        if before != after:
            said |= _said(share.scenes, before, after)
    return said


def own_words(scenes: Sequence[Scene], base: Scene) -> bool:
    """Whether scenes of one slide say anything that the slide's notes did not."""
    known = _keys([base.script], _language(scenes))
    return any(key not in known for key in _keys([s.script for s in scenes], _language(scenes)))


def _shares(slide: int, shown: Shown, base: Scene) -> list[Share]:
    """The parts of a split scene together; each copy, which says it all again, by itself."""
    language = _language(shown.scenes)
    known = _keys([base.script], language)
    parts, copies = {shown.first.id}, list[Share]()
    claimed = _keys([shown.first.script], language) & known
    for scene in shown.scenes:
        own = _keys([scene.script], language) & known
        if scene is shown.first or not own:
            continue
        if 2 * (own & claimed).total() > own.total():
            copies.append(Share([scene], [slide]))
        else:
            parts.add(scene.id)
            claimed += own
    return [Share([scene for scene in shown.scenes if scene.id in parts], [slide]), *copies]


def _absorb(shares: Sequence[Share], base: Lecture, absent: Sequence[int]) -> None:
    """Give slides whose scenes were merged into others to those: their words live on there."""
    for slide in absent:
        words = base.scenes[slide].script
        for share in shares:
            language = _language(share.scenes)
            own = _keys([words], language)
            spare = _keys([s.script for s in share.scenes], language) - _keys(
                [base.scenes[known].script for known in share.slides], language
            )
            if own and 2 * (own & spare).total() >= own.total():
                share.slides.append(slide)
                break


def _keys(scripts: Sequence[Script], language: str) -> Counter[str]:
    return Counter(unit.key for unit in units(scripts, language) if unit.key)


def _language(scenes: Sequence[Scene]) -> str:
    return scenes[0].script.language


def _said(scenes: Sequence[Scene], before: Sequence[Script], after: Sequence[Script]) -> dict[str, Said]:
    language = _language(scenes)
    mine, old = units([scene.script for scene in scenes], language), _of(before, language)
    merged = merge(mine, old, _of(after, language), len(scenes))
    own = [(u.key, u.private) for u in mine] != [(u.key, u.private) for u in old]
    said: dict[str, Said] = {}
    for part, scene in enumerate(scenes):
        tag = of_three(scene.script.language, before[0].language, after[0].language)
        script = Script(merged.parts[part], tag)
        conflicts = merged.conflicts[part]
        if script == scene.script and not conflicts:
            continue
        change = _change(bool(conflicts), script.paragraphs != scene.script.paragraphs, own)
        said[scene.id] = Said(
            script, change, conflicts, Script(merged.otherwise[part], tag) if conflicts else None
        )
    return said


def _of(scripts: Sequence[Script], language: str) -> tuple[Unit, ...]:
    """The words of the deck, whose slides are no parts of anything."""
    return tuple(replace(unit, part=0) for unit in units(scripts, language))


def _change(conflict: bool, changed: bool, own: bool) -> Change | None:
    if conflict:
        return Change(
            "conflict",
            "The same words were changed in the deck and here; those written here are kept.",
        )
    if not changed:  # only the language that the deck marks them with
        return None
    if own:
        return Change("merged", "The notes were changed in the deck and here; both changes are kept.")
    return Change("notes", "The notes were changed in the deck; the new words are used.")
