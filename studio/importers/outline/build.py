"""An outline -> the lecture and the report about it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from studio.errors import BadFileError
from studio.importers.ledger import Ledger
from studio.importers.outline.arrange import Draft, arrange
from studio.importers.outline.blocks import Block, Break, Outline, Remark
from studio.importers.outline.cards import Card, cards_of
from studio.importers.outline.content import content_of
from studio.importers.outline.files import MAX_LINE, MAX_SCENES
from studio.languages import language_of
from studio.lecture import CardVisual, Choices, Lecture, Paragraph, Scene, Script, Unscripted
from studio.report import ImportReport, counted


def build(outline: Outline, path: Path) -> tuple[Lecture, ImportReport]:
    """The lecture that an outline makes; raises `BadFileError` where it says nothing or far too much."""
    arranged = arrange(replace(outline, blocks=tuple(_cut(block) for block in outline.blocks)))
    if not arranged.drafts:
        raise BadFileError(f"“{path.name}” holds no text to show; write a heading and some points.")
    title = " ".join((arranged.title or _spaced(path.stem)).split())
    language = language_of(_words(outline), ((outline.language, 1),) if outline.language else ())
    ledger = Ledger()
    scenes: list[Scene] = []
    ids: Counter[str] = Counter()
    for draft in arranged.drafts:
        for scene in _scenes(draft, title, language, ids, len(scenes), ledger):
            if len(scenes) >= MAX_SCENES:
                raise BadFileError(
                    f"“{path.name}” makes more than {MAX_SCENES} slides; split it into several lectures."
                )
            scenes.append(scene)
    _report_whole(scenes, ledger)
    lecture = Lecture(title, language, scenes=tuple(scenes), choices=Choices(unscripted="read"))
    return lecture, ImportReport(path.name, len(scenes)).with_entries(tuple(ledger.entries))


def _scenes(
    draft: Draft, title: str, language: str, ids: Counter[str], before: int, ledger: Ledger
) -> Iterator[Scene]:
    content = content_of(draft, language)
    heading = draft.heading or title
    name = _id(draft)
    noted = bool(content.notes)
    for number, card in enumerate(cards_of(content, language), start=1):
        ids[name] += 1
        scene_id = name if ids[name] == 1 else f"{name}-{ids[name]}"
        if number == 1:
            page = ledger.on(before + 1, scene_id)
            for remark in content.remarks:
                _write(remark, page)
        yield _scene(scene_id, heading, number, card, draft, noted, language)


def _scene(
    scene_id: str, heading: str, number: int, card: Card, draft: Draft, noted: bool, language: str
) -> Scene:
    title = heading if number == 1 else f"{heading} ({number})"
    spoken = card.spoken
    if not spoken and number > 1 and not noted:
        # A further card without words is read out, but without the heading once more.
        spoken = tuple(point.text for point in card.points)
    words = "\n".join(spoken) or "\n".join([title, *(point.text for point in card.points)])
    # A card the notes have no share for stays silent among spoken ones; it is not read out of turn.
    unscripted: Unscripted | None = "silent" if noted and not spoken else None
    return Scene(
        scene_id,
        title,
        CardVisual(title, card.points, draft.opening),
        Script(tuple(Paragraph(text) for text in spoken), language_of(words, around=language)),
        section=draft.section,
        unscripted=unscripted,
    )


def _cut(block: Block) -> Block:
    """A text longer than a line may be is no paragraph of a talk."""
    if isinstance(block, Break | Remark) or len(block.text) <= MAX_LINE:
        return block
    return replace(block, text=block.text[:MAX_LINE] + "…")


def _id(draft: Draft) -> str:
    """A name made of the headings above alone, so that edits elsewhere in the file do not change it."""
    path = "\n".join(draft.path)
    plain = unicodedata.normalize("NFKD", draft.heading).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "card"
    return f"{slug}-{hashlib.sha256(path.encode()).hexdigest()[:8]}"


def _words(outline: Outline) -> str:
    texts = (block.text for block in outline.blocks if not isinstance(block, Break | Remark))
    return "\n".join([outline.title, *texts])


def _spaced(stem: str) -> str:
    return re.sub(r"[\s_]+", " ", stem).strip() or stem


def _write(remark: Remark, ledger: Ledger) -> None:
    write = {"kept": ledger.kept, "replaced": ledger.replaced, "left out": ledger.left_out}[remark.outcome]
    write(remark.what, remark.text)


def _report_whole(scenes: list[Scene], ledger: Ledger) -> None:
    points = sum(len(s.visual.points) for s in scenes if isinstance(s.visual, CardVisual))
    spoken = sum(bool(scene.script.words) for scene in scenes)
    silent = sum(not scene.script.words and scene.unscripted is None for scene in scenes)
    ledger.kept(
        "cards", f"The outline became {counted(len(scenes), 'card')} with {counted(points, 'point')}."
    )
    if spoken:
        ledger.kept("notes", f"{counted(spoken, 'card')} {'has' if spoken == 1 else 'have'} words to speak.")
    if silent:
        ledger.replaced(
            "notes",
            f"{counted(silent, 'card')} {'has' if silent == 1 else 'have'} no words to speak; "
            "heading and points are read out.",
        )
    sections = dict.fromkeys(scene.section for scene in scenes if scene.section)
    if sections:
        ledger.kept("sections", f"{counted(len(sections), 'section')} become chapters.")
