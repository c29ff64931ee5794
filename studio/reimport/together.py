"""The whole lecture after a re-import: scenes, their order, the choices, and the report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from studio.edits.finding import fresh_id, with_scenes
from studio.errors import BadFileError
from studio.lecture import PDF, CustomShow, Lecture, Scene, SlideVisual
from studio.reimport.matching import match
from studio.reimport.order import arranged
from studio.reimport.pairs import with_living_pairs
from studio.reimport.report import Change, ReimportReport, SceneReport
from studio.reimport.scenes import Sides, updated
from studio.reimport.scripts import Said, merged_scripts, own_words
from studio.reimport.shown import Shown, deck_of, shown
from studio.reimport.threeway import as_before, of_choices, of_three

_GONE = "The slide is no longer in the deck and was taken out."
_STAYS = (
    "The slide is no longer in the deck; what was written or recorded here is kept, and the scene is hidden."
)
_NEW = "The slide is new in the deck."
_OUT = "The slide was changed in the deck; it was taken out here and stays out."


@dataclass(frozen=True, slots=True)
class _Three:
    """The lecture, the deck's last import and the new one, and which slide is which."""

    mine: Lecture
    base: Lecture
    theirs: Lecture
    pairs: Mapping[int, int]
    shows: Mapping[int, Shown]

    def sides(self, slide: int) -> Sides:
        return Sides(self.base.scenes[slide], self.theirs.scenes[self.pairs[slide]])


def reimport(mine: Lecture, base: Lecture, theirs: Lecture, source: str) -> tuple[Lecture, ReimportReport]:
    """The lecture `mine`, made from the deck whose import is `base`, with what changed up to its import `theirs`.

    Scenes that nothing came to are the same objects, and so is the lecture. `source` is the changed deck's name.
    Raises BadFileError where the decks have no slide in common.
    """
    if deck_of(base).digest == deck_of(theirs).digest:
        same = tuple(_unchanged(scene) for scene in mine.scenes)
        return mine, ReimportReport(source, len(theirs.scenes), (), same)
    pairs = match(base.scenes, theirs.scenes)
    if not pairs:
        raise BadFileError(
            f"“{source}” has no slide in common with the deck of this lecture; choose the changed deck, or import"
            " it as a lecture of its own."
        )
    three = _Three(mine, base, theirs, pairs, shown(mine, base))
    scenes, reports = _scenes(three)
    first = {s.first.id: (i, pairs[i]) for i, s in three.shows.items() if i in pairs}
    new = _new_scenes(three, scenes)
    order = arranged(scenes, first, new)
    reports |= {scene.id: _told_new(scene) for scene in new.values()}
    reports |= {name: _moved(reports[name]) for name in order.moved}
    in_order, told = with_living_pairs(mine, with_scenes(mine, order.scenes))
    reports |= {name: _also(reports[name], change) for name, change in told.items() if name in reports}
    lecture, whole = _whole(three, in_order, new)
    if order.refused:
        whole.append(Change("order", "The order was changed in the deck and here; the order here is kept."))
    here = {scene.id for scene in order.scenes}
    listed = [reports.get(scene.id) or _unchanged(scene) for scene in order.scenes]
    gone = [report for name, report in reports.items() if name not in here]
    return lecture, ReimportReport(source, len(theirs.scenes), tuple(whole), (*listed, *gone, *_out(three)))


def _scenes(three: _Three) -> tuple[list[Scene], dict[str, SceneReport]]:
    """The scenes that stay, in their old order, and a report for each scene of the deck."""
    said = merged_scripts(three.base, three.theirs, three.pairs, three.shows)
    reports: dict[str, SceneReport] = {}
    made: dict[str, Scene | None] = {}
    for slide, there in three.shows.items():
        if slide in three.pairs:
            found = _updated(there, three.sides(slide), said)
        else:
            found = _removed(there, three.base.scenes[slide])
        for before, (scene, report) in zip(there.scenes, found, strict=True):
            made[before.id], reports[before.id] = scene, report
    _follow_sections(three, made)
    stay = [made.get(scene.id, scene) for scene in three.mine.scenes]
    return [scene for scene in stay if scene is not None], reports


def _updated(there: Shown, sides: Sides, said: Mapping[str, Said]) -> Iterator[tuple[Scene, SceneReport]]:
    whole = len(there.scenes) == 1
    for scene in there.scenes:
        yield updated(scene, sides, said.get(scene.id), first=scene is there.first, whole=whole)


def _removed(there: Shown, base: Scene) -> Iterator[tuple[Scene | None, SceneReport]]:
    """Scenes whose slide is gone: with work of the author's they stay, hidden; else they go with it."""
    own = own_words(there.scenes, base) or any(_own(scene, base) for scene in there.scenes)
    for scene in there.scenes:
        change = Change("kept", _STAYS) if own else Change("removed", _GONE)
        hidden = scene if scene.hidden else replace(scene, hidden=True)
        yield hidden if own else None, SceneReport(scene.id, scene.title, None, (change,))


def _own(scene: Scene, base: Scene) -> bool:
    """Whether a scene holds what cannot be had from the deck again: a recording, a title, a picture."""
    recording = scene.recording
    recorded = recording is not None and (
        base.recording is None or base.recording.audio.digest != recording.audio.digest
    )
    page = scene.visual.page if isinstance(scene.visual, SlideVisual) else None
    drawn = page is not None and page.file.media_type != PDF
    return recorded or drawn or scene.title != base.title


def _follow_sections(three: _Three, made: dict[str, Scene | None]) -> None:
    """Let what the author put beside a slide go with it into a section that was named anew."""
    last: tuple[str, str] | None = None
    firsts = {there.first.id for slide, there in three.shows.items() if slide in three.pairs}
    for scene in three.mine.scenes:
        now = made.get(scene.id, scene)
        if scene.id in firsts:
            last = (scene.section, now.section if now else "")
        elif now is not None and last is not None and scene.section == last[0] != last[1]:
            made[scene.id] = replace(now, section=last[1])


def _new_scenes(three: _Three, scenes: Sequence[Scene]) -> dict[int, Scene]:
    """The scenes of slides that came with the deck, by index; a section has the name that it has here."""
    known = set(three.pairs.values())
    taken = {scene.id for scene in (*three.mine.scenes, *three.base.scenes)}
    names = _section_names(three, scenes)
    new: dict[int, Scene] = {}
    for index, scene in enumerate(three.theirs.scenes):
        if index not in known:
            name = scene.id if scene.id not in taken else fresh_id(scene.id, "new", taken)
            taken.add(name)
            new[index] = replace(scene, id=name, section=names.get(scene.section, scene.section))
    return new


def _section_names(three: _Three, scenes: Collection[Scene]) -> dict[str, str]:
    """What the deck's sections are called here: as most of their slides say."""
    now = {scene.id: scene.section for scene in scenes}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for slide, there in three.shows.items():
        if slide in three.pairs:
            votes[three.theirs.scenes[three.pairs[slide]].section][now[there.first.id]] += 1
    return {section: counted.most_common(1)[0][0] for section, counted in votes.items()}


def _whole(three: _Three, lecture: Lecture, added: Mapping[int, Scene]) -> tuple[Lecture, list[Change]]:
    """What belongs to no scene: title, language, the shape of the slides, the choices, the deck's custom shows."""
    mine, base, theirs = three.mine, three.base, three.theirs
    new = replace(
        lecture,
        title=of_three(mine.title, base.title, theirs.title),
        language=of_three(mine.language, base.language, theirs.language),
        width=of_three(mine.width, base.width, theirs.width),
        height=of_three(mine.height, base.height, theirs.height),
        background=of_three(mine.background, base.background, theirs.background),
        choices=of_choices(mine.choices, base.choices, theirs.choices),
        shows=_shows(three, added),
    )
    told: list[Change] = []
    if new.title != mine.title:
        told.append(Change("lecture", f"The lecture is called “{new.title}” now."))
    if (new.width, new.height) != (mine.width, mine.height):
        told.append(Change("lecture", "The slides have another shape now."))
    return as_before(lecture, new), told


def _shows(three: _Three, added: Mapping[int, Scene]) -> tuple[CustomShow, ...]:
    """The custom shows of the deck, of the scenes that its slides are here. Those of another deck stay."""
    mine, base, theirs = three.mine, three.base, three.theirs
    ids = {
        index: three.shows[index].first.id if index in three.shows else scene.id
        for index, scene in enumerate(base.scenes)
    }
    if mine.shows and set(mine.shows[0].scenes).isdisjoint(ids.values()):
        return mine.shows
    now = {theirs.scenes[new].id: ids[old] for old, new in three.pairs.items()}
    now |= {theirs.scenes[index].id: scene.id for index, scene in added.items()}
    return tuple(
        replace(show, scenes=tuple(now[name] for name in show.scenes if name in now)) for show in theirs.shows
    )


def _out(three: _Three) -> Iterator[SceneReport]:
    """Slides that the author took out and the deck changed."""
    for slide in sorted(three.pairs):
        if slide in three.shows:
            continue
        sides = three.sides(slide)
        if sides.redrawn or sides.base.script != sides.theirs.script:
            yield SceneReport(
                sides.base.id, sides.theirs.title, sides.slide.number, (Change("taken-out", _OUT),)
            )


def _told_new(scene: Scene) -> SceneReport:
    slide = scene.visual.number if isinstance(scene.visual, SlideVisual) else None
    return SceneReport(scene.id, scene.title, slide, (Change("new", _NEW),))


def _moved(report: SceneReport) -> SceneReport:
    return _also(report, Change("moved", "The slide stands at another place in the deck now, and here."))


def _also(report: SceneReport, change: Change) -> SceneReport:
    return replace(report, changes=(*report.changes, change))


def _unchanged(scene: Scene) -> SceneReport:
    slide = scene.visual.number if isinstance(scene.visual, SlideVisual) else None
    return SceneReport(scene.id, scene.title, slide)
