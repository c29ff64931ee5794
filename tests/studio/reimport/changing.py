"""Changing decks as teachers do in PowerPoint, and importing what came of it."""

from __future__ import annotations

import copy
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from pptx import Presentation

from studio.assets import AssetStore
from studio.importers import import_file, pptx
from studio.importers.tools import Tools
from studio.lecture import Asset, Lecture
from studio.ports import MediaProbe
from studio.reimport import Reimported, base_of, reimport

Deck = Any
"""python-pptx has no types to speak of."""


def read_base(deck: Asset, store: AssetStore, tools: Tools) -> Lecture:
    """What the last import of a deck gave: the bytes inside the lecture, read again."""
    return pptx.read_bytes(store.read(deck.digest), Path(deck.name), store, tools)[0]


@dataclass(frozen=True)
class Workplace:
    """A deck, what was imported of it, and a folder for its changed forms."""

    deck: Path
    folder: Path
    store: AssetStore
    lecture: Lecture
    probe: MediaProbe | None = None
    bases: dict[str, Lecture] = field(default_factory=dict)

    def update(self, mine: Lecture, *changes: Callable[[Deck], object], name: str = "") -> Reimported:
        """Change the deck and bring the changes into a lecture."""
        return self.bring(mine, self.changed(*changes, name=name))

    def bring(self, mine: Lecture, changed: Path) -> Reimported:
        """Bring a deck into a lecture; a deck inside it is read once for all tests."""
        theirs, report = import_file(changed, self.store, probe=self.probe)
        deck = base_of(mine, theirs, report.source)
        if deck.digest not in self.bases:
            self.bases[deck.digest] = read_base(deck, self.store, Tools(self.probe))
        return Reimported(*reimport(mine, self.bases[deck.digest], theirs, report.source), report)

    def changed(self, *changes: Callable[[Deck], object], name: str = "") -> Path:
        """The deck with changes, as a file."""
        deck = Presentation(str(self.deck))
        for change in changes:
            change(deck)
        path = self.folder / "changed" / (name or self.deck.name)
        path.parent.mkdir(exist_ok=True)
        deck.save(str(path))
        return path


def shortened(deck: Path, count: int, path: Path) -> Path:
    """A deck with its first slides only."""
    made = Presentation(str(deck))
    for number in range(len(made.slides), count, -1):
        delete(number)(made)
    made.save(str(path))
    return path


def workplace(deck: Path, folder: Path, probe: MediaProbe | None = None) -> Workplace:
    store = AssetStore(folder / "assets")
    return Workplace(deck, folder, store, import_file(deck, store, probe=probe)[0], probe)


def notes(number: int, text: str | Callable[[str], str]) -> Callable[[Deck], None]:
    """Give slide `number` (from 1) other notes."""

    def change(deck: Deck) -> None:
        frame = deck.slides[number - 1].notes_slide.notes_text_frame
        frame.text = text(frame.text) if callable(text) else text

    return change


def instead(old: str, new: str) -> Callable[[str], str]:
    """Text with something else in it; the old must be there."""

    def change(text: str) -> str:
        assert old in text, f"{old!r} is not in {text!r}"
        return text.replace(old, new)

    return change


def word(number: int, old: str, new: str) -> Callable[[Deck], None]:
    """Change a word that stands on slide `number`."""

    def change(deck: Deck) -> None:
        runs = [
            run
            for shape in deck.slides[number - 1].shapes
            if shape.has_text_frame
            for paragraph in shape.text_frame.paragraphs
            for run in paragraph.runs
        ]
        found = next(run for run in runs if old in run.text)
        found.text = found.text.replace(old, new)

    return change


def picture(number: int) -> Callable[[Deck], None]:
    """Put another picture in the place of the first one of slide `number`."""

    def change(deck: Deck) -> None:
        slide = deck.slides[number - 1]
        shape = next(shape for shape in slide.shapes if hasattr(shape, "image"))
        page = np.full((40, 60, 3), number * 7 % 255, np.uint8)
        _, relation = slide.part.get_or_add_image_part(io.BytesIO(cv2.imencode(".png", page)[1].tobytes()))
        shape._element.blipFill.blip.rEmbed = relation

    return change


def move(number: int, to: int) -> Callable[[Deck], None]:
    """Put slide `number` where number `to` is."""

    def change(deck: Deck) -> None:
        entries = deck.slides._sldIdLst
        entry = list(entries)[number - 1]
        entries.remove(entry)
        entries.insert(to - 1, entry)

    return change


def delete(number: int) -> Callable[[Deck], None]:
    """Take slide `number` out."""

    def change(deck: Deck) -> None:
        entry = list(deck.slides._sldIdLst)[number - 1]
        deck.part.drop_rel(entry.rId)
        deck.slides._sldIdLst.remove(entry)

    return change


def add(
    to: int, title: str, text: str, said: str = "", slide_id: int | None = None
) -> Callable[[Deck], None]:
    """Put a new slide where number `to` is."""

    def change(deck: Deck) -> None:
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = title
        slide.shapes.add_textbox(0, 0, 999_999, 999_999).text_frame.text = text
        if said:
            slide.notes_slide.notes_text_frame.text = said
        move(len(deck.slides), to)(deck)

    return change


def new_ids(start: int = 900) -> Callable[[Deck], None]:
    """Number all slides anew, as an export of another program or pasting all of them does."""

    def change(deck: Deck) -> None:
        for number, entry in enumerate(deck.slides._sldIdLst, start):
            entry.set("id", str(number))

    return change


def pasted(number: int, slide_id: int) -> Callable[[Deck], None]:
    """Slide `number` cut and pasted: the same slide under another id."""

    def change(deck: Deck) -> None:
        list(deck.slides._sldIdLst)[number - 1].set("id", str(slide_id))

    return change


def hide(number: int) -> Callable[[Deck], None]:
    return lambda deck: deck.slides[number - 1]._element.set("show", "0")


def push(number: int) -> Callable[[Deck], None]:
    """Give slide `number` the transition Push in the place of its own."""

    def change(deck: Deck) -> None:
        element = deck.slides[number - 1]._element
        for child in list(element):
            if "transition" in child.tag or child.tag.endswith("AlternateContent"):
                element.remove(child)
        made = element.makeelement(f"{{{_P}}}transition", {})
        made.append(copy.copy(element.makeelement(f"{{{_P}}}push", {"dir": "u"})))
        element.insert(2, made)

    return change


_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
