"""A whole deck -> a lecture and the report about it."""

from __future__ import annotations

import io
import traceback
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pptx as python_pptx
from pptx.opc.package import Part
from pptx.parts.slide import SlidePart
from pptx.presentation import Presentation

from studio.assets import AssetStore
from studio.errors import BadFileError, StudioError
from studio.importers.ledger import Ledger
from studio.importers.pptx.background import WHITE, background_of
from studio.importers.pptx.comments import read_authors
from studio.importers.pptx.drawn import Drawings
from studio.importers.pptx.markup import integer, qn
from studio.importers.pptx.notes import read_notes
from studio.importers.pptx.package import open_package
from studio.importers.pptx.repair import Repairs, repair
from studio.importers.pptx.sections import read_sections
from studio.importers.pptx.settings import uses_timings
from studio.importers.pptx.shows import read_shows
from studio.importers.pptx.slide import DeckFacts, read_slide
from studio.importers.pptx.text import all_text, run_languages
from studio.importers.tools import Tools
from studio.languages import language_of, majority, primary
from studio.lecture import Lecture, Scene, SlideVisual
from studio.report import ImportReport, counted
from studio.titles import deck_title, numbered
from studio.validation import MOST_SCENES

_EMU = 12_700
"""English Metric Units in a point."""

_DEFAULT_SIZE = (9_144_000, 6_858_000)
"""What the schema says where `p:sldSz` is missing (EMU)."""

_TYPES = {
    ".pptm": "application/vnd.ms-powerpoint.presentation.macroEnabled.12",
    ".ppsm": "application/vnd.ms-powerpoint.slideshow.macroEnabled.12",
    ".potm": "application/vnd.ms-powerpoint.template.macroEnabled.12",
    ".ppsx": "application/vnd.openxmlformats-officedocument.presentationml.slideshow",
    ".potx": "application/vnd.openxmlformats-officedocument.presentationml.template",
}
_LOST = {
    "notesSlide": ("notes", "The notes of this slide are damaged or missing in the file."),
    "chart": ("object", "A chart of this slide is damaged or missing in the file."),
    "diagramData": ("object", "A diagram of this slide is damaged or missing in the file."),
}
"""What a relationship that leads nowhere costs; a picture or a sound says so where it is used."""

_PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def read_deck(data: bytes, path: Path, store: AssetStore, tools: Tools) -> tuple[Lecture, ImportReport]:
    """Read a deck from its bytes; raises `BadFileError` with one sentence where nothing can be read."""
    try:
        return _read(data, path, store, tools)
    except StudioError:
        raise
    except MemoryError:
        raise BadFileError(
            f"“{path.name}” needs more memory than there is to read it; split the deck or make its media smaller."
        ) from None
    except Exception:  # python-pptx and lxml break in many ways over a damaged file
        sentence = f"“{path.name}” is damaged and cannot be read; open it in PowerPoint and save it again."
        raise BadFileError(sentence, traceback.format_exc()) from None


def _read(data: bytes, path: Path, store: AssetStore, tools: Tools) -> tuple[Lecture, ImportReport]:
    package = open_package(data, path.name)
    repairs = repair(package)
    if repairs.changed:
        data = package.to_bytes()
    deck = python_pptx.Presentation(io.BytesIO(data))
    listed = list(_slides(deck))
    if not listed:
        raise BadFileError(f"“{path.name}” has no slides; add at least one in PowerPoint and try again.")
    if len(listed) > MOST_SCENES:
        raise BadFileError(
            f"“{path.name}” has more than {MOST_SCENES:,} slides; split it into several decks."
        )
    ledger = Ledger()
    width, height = _size(deck)
    asset = store.add(data, *_name_and_type(path, repairs))
    spoken, shown = _languages([part for _, part in listed])
    drawings, timed = Drawings(package, _part_name(deck.part)), uses_timings(deck)
    authors = ledger.attempt("comments", "Who commented is damaged.", {}, lambda: read_authors(deck.part))
    facts = DeckFacts(asset, drawings, width, height, timed, store, tools, {}, spoken, shown, authors=authors)
    scenes = _scenes(deck, listed, facts, repairs, ledger)
    _report_deck(deck, repairs, scenes, ledger)
    shows = ledger.attempt(
        "shows",
        "The custom shows of the deck are damaged.",
        (),
        lambda: read_shows(deck, [part for _, part in listed], scenes, ledger),
    )
    language = majority((s.script.language, 1 + len(s.script.words)) for s in scenes if not s.hidden)
    scenes = tuple(_with_language(scene, language) for scene in scenes)
    lecture = Lecture(
        title=deck_title(scenes),
        language=language,
        width=width / _EMU,
        height=height / _EMU,
        background=_background(listed[0][1]),
        scenes=scenes,
        shows=shows,
    )
    return lecture, ImportReport(path.name, len(scenes)).with_entries(tuple(ledger.entries))


def _name_and_type(path: Path, repairs: Repairs) -> tuple[str, str]:
    """What the stored deck is called and is: a repaired or converted one is an ordinary .pptx by now."""
    suffix = path.suffix.lower()
    if repairs.changed or suffix not in _TYPES:
        return path.with_suffix(".pptx").name, _PPTX
    return path.name, _TYPES[suffix]


def _slides(deck: Presentation) -> Iterator[tuple[int, Part]]:
    """The slides in order, by the slide list: id and part."""
    names = deck.element.find(qn("p:sldIdLst"))
    for entry in () if names is None else names.iterfind(qn("p:sldId")):
        relation = entry.get(qn("r:id")) or ""
        if relation in deck.part.rels:
            yield integer(entry.get("id")) or 0, deck.part.rels[relation].target_part


def _size(deck: Presentation) -> tuple[float, float]:
    size = deck.element.find(qn("p:sldSz"))
    wide, high = (None, None) if size is None else (integer(size.get("cx")), integer(size.get("cy")))
    return (float(wide), float(high)) if wide and high and wide > 0 and high > 0 else _DEFAULT_SIZE


def _scenes(
    deck: Presentation, listed: list[tuple[int, Part]], facts: DeckFacts, repairs: Repairs, ledger: Ledger
) -> tuple[Scene, ...]:
    sections = read_sections(deck.element)
    scenes: list[Scene] = []
    taken: set[int] = set()
    for number, (written_id, part) in enumerate(listed, start=1):
        slide_id = written_id if written_id and written_id not in taken else _free(taken, listed)
        taken.add(slide_id)
        page = ledger.on(number, f"slide-{slide_id}")
        section = sections.get(slide_id, "")
        if _part_name(part) in repairs.slides:
            page.left_out("slide", "The slide is damaged in the file and comes as an empty one.")
        elif _part_name(part) in repairs.adopted:
            page.replaced("layout", "The slide has lost its layout and takes the deck's first one.")
        for kind in repairs.cut.get(_part_name(part), ()):
            if kind in _LOST:
                page.left_out(*_LOST[kind])
        _report_pictures(part, repairs, page)
        bare = Scene(
            page.scene or "", numbered(number), SlideVisual(facts.asset, slide_id, number), section=section
        )
        scenes.append(
            page.attempt(
                "slide",
                "The slide is damaged; only its picture is kept.",
                bare,
                lambda part=part, slide_id=slide_id, number=number, section=section, page=page: read_slide(
                    cast(SlidePart, part).slide, slide_id, number, section, facts, page
                ),
            )
        )
    return tuple(scenes)


def _part_name(part: Part) -> str:
    return str(part.partname).lstrip("/")


def _languages(parts: list[Part]) -> tuple[str, str]:
    """The languages of all notes and of all slides together: a short text is in the language around it."""
    spoken: list[str] = []
    shown: list[str] = []
    marks: tuple[list[tuple[str, int]], list[tuple[str, int]]] = ([], [])
    for part in parts:
        try:
            slide = cast(SlidePart, part).slide
            shown.append(all_text(slide.element))
            marks[1].extend(run_languages(slide.element))
            lines, marked = read_notes(slide)
            spoken += lines
            marks[0].extend(marked)
        except Exception:  # what is broken is told when the slide itself is read
            continue
    slides = language_of("\n".join(shown), marks[1])
    notes = language_of("\n".join(spoken), marks[0], slides)
    return notes, notes if primary(notes) == primary(slides) else slides


def _with_language(scene: Scene, language: str) -> Scene:
    """A slide that shows no words speaks the deck's language."""
    if scene.script.language:
        return scene
    return replace(scene, script=replace(scene.script, language=language))


def _free(taken: set[int], listed: list[tuple[int, Part]]) -> int:
    """A slide id nobody has, for a slide list that gives one twice."""
    return max(taken | {number for number, _ in listed} | {255}) + 1


def _background(first: Part) -> str:
    try:
        return background_of(cast(SlidePart, first).slide.slide_layout.slide_master.part)
    except Exception:  # without a master, or with a damaged one, the page is white
        return WHITE


def _report_pictures(part: Part, repairs: Repairs, ledger: Ledger) -> None:
    """Say which pictures of a slide, or of the layout and master behind it, are too large to be drawn."""
    for shown in _behind(part) if repairs.pictures else ():
        for link in shown.rels.values():
            size = None if link.is_external else repairs.pictures.get(_part_name(link.target_part))
            if size is not None:
                ledger.left_out(
                    "picture",
                    f"A picture of {size[0]:,} × {size[1]:,} pixels is too large to be drawn and is left out; "
                    "put a smaller one in its place.",
                )


def _behind(part: Part) -> Iterator[Part]:
    """A slide's part, its layout's and its master's, as far as they are there."""
    yield part
    for kind in ("/slideLayout", "/slideMaster"):
        links = (link for link in part.rels.values() if link.reltype.endswith(kind) and not link.is_external)
        link = next(links, None)
        if link is None:
            return
        part = link.target_part
        yield part


def _report_deck(deck: Presentation, repairs: Repairs, scenes: tuple[Scene, ...], ledger: Ledger) -> None:
    if repairs.lost:
        ledger.left_out(
            "slide", f"{counted(repairs.lost, 'slide')} of the deck's list cannot be found in the file."
        )
    if repairs.rebuilt:
        ledger.replaced(
            "slide",
            "The deck's list of slides is damaged; all slides of the file come, in order of their numbers.",
        )
    if repairs.parts:
        ledger.left_out("part", f"{counted(len(repairs.parts), 'part')} of the file cannot be read.")
    if all(scene.hidden for scene in scenes):
        ledger.left_out(
            "hidden slide", "Every slide of the deck is hidden; show at least one before making the video."
        )
    kinds = {link.reltype.rpartition("/")[2] for link in deck.part.rels.values()}
    if "vbaProject" in kinds:
        ledger.left_out("macro", "The macros of the deck are left out.")
    names = dict.fromkeys(scene.section for scene in scenes if scene.section)
    if names:
        ledger.kept("sections", f"{counted(len(names), 'section')} of the deck become chapters.")
