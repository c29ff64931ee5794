"""Whatever the author did to a lecture and whatever became of its deck: own work stays, no more changes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio import edits
from studio.errors import EditError
from studio.lecture import CardVisual, Lecture, Level, Paragraph, Scene, Script, SlideVisual
from studio.narration import lay_out
from studio.places import scripted
from studio.reimport import ReimportReport, reimport
from studio.reimport.shown import deck_of
from studio.reimport.words import units
from studio.validation import problems
from tests.studio.edits.lessons import recording
from tests.studio.reimport.changing import shortened, workplace

LESSON = "education__L06_DataProtection.pptx"
Edit = Callable[[Lecture, str, int], Lecture]


@pytest.fixture(scope="module")
def base(shared_decks: Path, tmp_path_factory: pytest.TempPathFactory) -> Lecture:
    folder = tmp_path_factory.mktemp("lesson")
    return workplace(shortened(shared_decks / "lectures" / LESSON, 8, folder / LESSON), folder).lecture


def _split(lecture: Lecture, name: str, number: int) -> Lecture:
    said = scripted(lecture.scene(name), lecture.choices)
    return edits.split(lecture, name, number, lay_out(said, {}))


def _said(lecture: Lecture, name: str, number: int) -> Lecture:
    text = edits.script_text(lecture.scene(name).script)
    words = [u.text for u in units([lecture.scene(name).script])]
    old = words[number % len(words)] if words else ""
    return edits.set_script(
        lecture, name, text.replace(old, f"Own sentence {number} of {name}.", 1) if old else "Own."
    )


EDITS: tuple[Edit, ...] = (
    _said,
    _split,
    lambda lecture, name, n: edits.rename(lecture, name, f"Own title {n}"),
    lambda lecture, name, n: edits.move(lecture, [name], n % (len(lecture.scenes) + 1)),
    lambda lecture, name, n: edits.duplicate(lecture, [name]),
    lambda lecture, name, n: edits.merge(lecture, [name, lecture.scenes[edits_index(lecture, name) + 1].id]),
    lambda lecture, name, n: edits.remove(lecture, [name]) if len(lecture.scenes) > 2 else lecture,
    lambda lecture, name, n: edits.set_hidden(lecture, [name], n % 2 == 0),
    lambda lecture, name, n: edits.set_level(lecture, name, Level(n % 6)),
    lambda lecture, name, n: edits.set_recording(lecture, name, recording(f"{name}{n}.wav"), replace=True),
    lambda lecture, name, n: edits.start_section(lecture, name, f"Own section {n}"),
    lambda lecture, name, n: edits.insert(lecture, [Scene("card", "", CardVisual("Own card"))], n % 3),
    lambda lecture, name, n: edits.set_paragraph_private(lecture, name, 0, n % 2 == 0),
)
EDITED = st.lists(
    st.tuples(st.integers(0, len(EDITS) - 1), st.integers(0, 30), st.integers(0, 30)), max_size=7
)
CHANGED = st.lists(st.tuples(st.sampled_from(["words", "look", "notes", "gone", "move", "new", "id"]),
                             st.integers(0, 30), st.integers(0, 30)), max_size=5)  # fmt: skip


def edits_index(lecture: Lecture, name: str) -> int:
    at = [scene.id for scene in lecture.scenes].index(name)
    if at + 1 == len(lecture.scenes):
        raise EditError("There is none behind it.")
    return at


def edited(lecture: Lecture, wanted: list[tuple[int, int, int]]) -> Lecture:
    """The lecture after edits; one that cannot be done is passed over, as in the editor."""
    for which, scene, number in wanted:
        try:
            lecture = EDITS[which](lecture, lecture.scenes[scene % len(lecture.scenes)].id, number)
        except EditError:
            continue
    return lecture


def changed(lecture: Lecture, wanted: list[tuple[str, int, int]], name: str) -> Lecture:
    """What an import of the changed deck gives."""
    scenes = list(lecture.scenes)
    for kind, which, number in wanted:
        at = which % len(scenes)
        scene = scenes[at]
        visual = scene.visual
        assert isinstance(visual, SlideVisual)
        match kind:
            case "look":
                scenes[at] = replace(scene, visual=replace(visual, drawn=f"{number}"))
            case "words":
                texts = list(units([scene.script]))
                text = f"Deck sentence {number} of {scene.id}."
                told = [p.text for p in scene.script.paragraphs] or [""]
                told[0] = told[0].replace(texts[0].text, text) if texts and texts[0].text else text
                scenes[at] = replace(scene, script=Script(tuple(map(Paragraph, told)), scene.script.language))
            case "notes":
                scenes[at] = replace(scene, script=Script((Paragraph(f"All new notes {number}."),), "en-US"))
            case "gone" if len(scenes) > 4:
                del scenes[at]
            case "move":
                scenes.insert(number % len(scenes), scenes.pop(at))
            case "new":
                fresh = replace(
                    visual, slide_id=1000 + number + len(scenes), drawn=f"new {number}", objects=()
                )
                fields = {
                    "id": f"slide-{fresh.slide_id}",
                    "title": f"New {number} {len(scenes)}",
                    "visual": fresh,
                }
                scenes.insert(
                    at, replace(scene, script=Script((Paragraph(f"New words {number}."),)), **fields)
                )
            case "id":
                scenes[at] = replace(scene, visual=replace(visual, slide_id=2000 + number + 50 * at))
            case _:
                pass
    deck = replace(deck_of(lecture), digest=hashlib.sha256(name.encode()).hexdigest(), name=name)
    ids = dict.fromkeys(s.visual.slide_id for s in scenes if isinstance(s.visual, SlideVisual))
    if len(ids) < len(scenes):
        return changed(lecture, wanted[:-1], name)
    numbered = (
        replace(s, id=f"slide-{s.visual.slide_id}", visual=replace(s.visual, deck=deck, number=n))
        for n, s in enumerate(scenes, 1)
        if isinstance(s.visual, SlideVisual)
    )
    return replace(lecture, scenes=tuple(numbered))


def sentences(*lectures: Lecture) -> set[str]:
    return {unit.key for each in lectures for scene in each.scenes for unit in units([scene.script])}


def sounds(lecture: Lecture) -> set[str]:
    return {scene.recording.audio.digest for scene in lecture.scenes if scene.recording is not None}


def listed(report: ReimportReport) -> Iterator[str]:
    for scene in report.scenes:
        for conflict in scene.conflicts:
            yield " ".join(conflict.theirs.split())


@given(EDITED)
def test_an_unchanged_deck_changes_nothing(base: Lecture, wanted: list[tuple[int, int, int]]) -> None:
    mine = edited(base, wanted)
    assert reimport(mine, base, base, "deck.pptx")[0] is mine
    again, report = reimport(mine, base, changed(base, [], "saved again"), "deck.pptx")
    assert report.changed == ()
    assert report.whole == ()
    digest = deck_of(base)
    back = (
        replace(s, visual=replace(s.visual, deck=digest)) if isinstance(s.visual, SlideVisual) else s
        for s in again.scenes
    )
    assert replace(again, scenes=tuple(back)) == mine


@given(EDITED, CHANGED)
def test_own_work_survives_every_change_of_the_deck(
    base: Lecture, wanted: list[tuple[int, int, int]], happened: list[tuple[str, int, int]]
) -> None:
    mine, theirs = edited(base, wanted), changed(base, happened, "changed")
    after, report = reimport(mine, base, theirs, "deck.pptx")
    assert problems(after) == ()
    assert sentences(mine) - sentences(base) <= sentences(after)
    assert sounds(mine) <= sounds(after)
    titles = {scene.title for scene in mine.scenes if scene.title.startswith("Own")}
    assert titles <= {scene.title for scene in after.scenes}
    assert [s for s in after.scenes if s.id == "card"] == [s for s in mine.scenes if s.id == "card"]
    assert {scene.scene for scene in report.scenes} >= {scene.id for scene in after.scenes}


@given(EDITED, CHANGED)
def test_what_the_deck_says_anew_is_said_or_listed(
    base: Lecture, wanted: list[tuple[int, int, int]], happened: list[tuple[str, int, int]]
) -> None:
    mine, theirs = edited(base, wanted), changed(base, happened, "changed")
    after, report = reimport(mine, base, theirs, "deck.pptx")
    told = "\n".join(listed(report))
    missing = {s for s in sentences(theirs) - sentences(base) - sentences(after) if s not in told}
    out = {scene.slide for scene in report.about("taken-out")}
    for scene in theirs.scenes:
        assert isinstance(scene.visual, SlideVisual)
        if scene.visual.number not in out:
            assert missing.isdisjoint(unit.key for unit in units([scene.script]))


@given(EDITED, CHANGED)
def test_the_same_deck_a_second_time_changes_nothing_more(
    base: Lecture, wanted: list[tuple[int, int, int]], happened: list[tuple[str, int, int]]
) -> None:
    theirs = changed(base, happened, "changed")
    after, _ = reimport(edited(base, wanted), base, theirs, "deck.pptx")
    again, report = reimport(after, theirs, changed(theirs, [], "saved again"), "deck.pptx")
    assert report.changed == ()
    assert [scene.id for scene in again.scenes] == [scene.id for scene in after.scenes]
    assert [scene.script for scene in again.scenes] == [scene.script for scene in after.scenes]
