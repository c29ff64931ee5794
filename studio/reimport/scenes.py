"""One scene after a re-import: what the deck changed comes to it, what the author changed stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from studio.lecture import Recording, Scene, SlideVisual
from studio.reimport.report import Change, SceneReport
from studio.reimport.scripts import Said
from studio.reimport.threeway import as_before, has_wish, of_recording, of_three, of_transition, of_visual
from studio.titles import is_numbered


@dataclass(frozen=True, slots=True)
class Sides:
    """A slide as it was imported last time and as the changed deck has it."""

    base: Scene
    theirs: Scene

    @property
    def slide(self) -> SlideVisual:
        """The changed deck's slide."""
        assert isinstance(self.theirs.visual, SlideVisual)
        return self.theirs.visual

    @property
    def was(self) -> SlideVisual:
        """The slide as it was imported last time."""
        assert isinstance(self.base.visual, SlideVisual)
        return self.base.visual

    @property
    def redrawn(self) -> bool:
        """Whether the slide looks otherwise now."""
        return self.was.drawn != self.slide.drawn


def updated(
    mine: Scene, sides: Sides, said: Said | None, *, first: bool, whole: bool
) -> tuple[Scene, SceneReport]:
    """The scene and what came to it. `first`: it stands for its slide (others are copies and parts of it);
    `whole`: it is the only one.
    """
    base, theirs = sides.base, sides.theirs
    assert isinstance(mine.visual, SlideVisual)
    script = mine.script if said is None else said.script
    recording, told = of_recording(mine.recording, base.recording, theirs.recording, whole)
    changed = sides.redrawn or script.words != mine.script.words
    scene = replace(
        mine,
        visual=of_visual(mine.visual, sides.was, sides.slide),
        title=of_three(mine.title, base.title, theirs.title),
        script=script,
        recording=_aged(recording, changed and recording is mine.recording),
    )
    if first:
        scene = replace(
            scene,
            transition=of_transition(mine.transition, base.transition, theirs.transition),
            section=of_three(mine.section, base.section, theirs.section),
            hidden=of_three(mine.hidden, base.hidden, theirs.hidden),
            least=of_three(mine.least, base.least, theirs.least),
            unscripted=of_three(mine.unscripted, base.unscripted, theirs.unscripted),
        )
    scene = as_before(mine, scene)
    changes = [*_changes_of_slide(mine, scene, sides), *([said.change] if said and said.change else [])]
    changes += _changes_of_sound(mine, scene, told)
    changes += _changes_of_rest(mine, scene, sides) if first else ()
    report = SceneReport(scene.id, scene.title, sides.slide.number, tuple(changes))
    if said is not None and said.conflicts:
        report = replace(report, conflicts=said.conflicts, kept=scene.script, otherwise=said.otherwise)
    return scene, report


def _aged(recording: Recording | None, older: bool) -> Recording | None:
    """The recording, marked where slide or words are newer than it."""
    if recording is None or not older or recording.stale:
        return recording
    return replace(recording, stale=True)


def _changes_of_slide(mine: Scene, scene: Scene, sides: Sides) -> Iterator[Change]:
    if sides.redrawn:
        yield Change("slide", "The slide was changed in the deck; the new one is shown.")
        page = scene.visual.page if isinstance(scene.visual, SlideVisual) else None
        if page is not None and page != sides.slide.page:
            yield Change("page", "The picture in the place of the slide is kept; it shows the old slide.")
        elif page is None and isinstance(mine.visual, SlideVisual) and mine.visual.page is not None:
            yield Change("page", "The exact page of the old slide was taken out; add that of the new one.")
    if sides.base.title == sides.theirs.title or is_numbered(sides.theirs.title):
        return
    if scene.title == sides.theirs.title:
        if mine.title != scene.title:
            yield Change("title", f"The title is now “{scene.title}”.")
    else:
        yield Change(
            "title", f"The deck's title is now “{sides.theirs.title}”; the title given here is kept."
        )


def _changes_of_sound(mine: Scene, scene: Scene, told: str) -> Iterator[Change]:
    if told:
        yield Change("recording", told)
    if (
        scene.recording is not None
        and scene.recording.stale
        and not (mine.recording and mine.recording.stale)
    ):
        yield Change(
            "stale",
            "The recording is older than the slide or its words; record it again or mark it as checked.",
        )


def _changes_of_rest(mine: Scene, scene: Scene, sides: Sides) -> Iterator[Change]:
    base, theirs = sides.base, sides.theirs
    if base.transition.stored != theirs.transition.stored:
        if has_wish(mine.transition):
            yield Change("transition", "The deck's transition changed; what you chose here holds.")
        elif scene.transition != mine.transition:
            yield Change("transition", "The deck's transition changed and is used.")
    if base.least != theirs.least:
        if scene.least != theirs.least:
            yield Change("timing", "The deck's advance time changed; the length chosen here is kept.")
        elif scene.least != mine.least:
            yield Change("timing", "The deck's advance time changed and is used.")
    if scene.hidden != mine.hidden:
        yield Change(
            "hidden",
            "The slide is hidden in the deck now."
            if scene.hidden
            else "The slide is shown in the deck again.",
        )
    elif base.hidden != theirs.hidden and scene.hidden != theirs.hidden:
        yield Change(
            "hidden", "The deck hides or shows this slide otherwise now; what you chose here is kept."
        )
    if scene.section != mine.section and scene.section:
        yield Change("section", f"The slide stands in the section “{scene.section}” now.")
