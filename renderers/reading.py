"""Reads what a user names, a .lecture file or anything an importer reads, and says who will draw it in which fonts.

Runs in the "read" worker: `renderers.loading` asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from renderers import wire
from renderers.cache import Cache
from renderers.messages import Message
from renderers.slides import converter, fonts, painters, pdf, picture_reader
from renderers.slides.embedded.told import own_fonts
from renderers.workshop import Workshop
from studio.assets import AssetStore
from studio.importers import import_file
from studio.lecture import Lecture, Scene, SlideVisual
from studio.progress import CancelToken
from studio.report import Entry, ImportReport


def handle(request: Message, cancel: CancelToken) -> Iterator[Message]:
    """Read the file at "path"; its assets go into the folder "assets", "cache" is the folder of kept results."""
    asked = request.header
    with Workshop(Cache(Path(asked["cache"])), AssetStore(Path(asked["assets"])), cancel) as shop:
        lecture, report = read(Path(asked["path"]), shop)
    header, blobs = wire.Sending().message(lecture, 0)
    yield Message({"lecture": header, "report": wire.plain(report)}, blobs)


def read(source: Path, workshop: Workshop) -> tuple[Lecture, ImportReport]:
    """The lecture in a file, its assets in the workshop's store, and what is to be said about it.

    Raises StudioError with one sentence, and Cancelled.
    """
    if source.suffix.lower() == ".lecture" and not source.is_dir():
        from studio.lecture_file import open_lecture

        lecture = open_lecture(source, workshop.assets)
        report = ImportReport(source.name, len(lecture.scenes))
    else:
        from renderers.media import probe

        stoppable = partial(probe, cancel=workshop.cancel)
        lecture, report = import_file(
            source,
            workshop.assets,
            probe=stoppable,
            convert=converter(workshop),
            read_pdf=pdf.reader(workshop),
            look=picture_reader(workshop),
        )
    workshop.cancel.check()  # an interrupt inside a library's own callback may have been swallowed
    return lecture, report.with_entries(_drawing(lecture, workshop))


def _drawing(lecture: Lecture, workshop: Workshop) -> tuple[Entry, ...]:
    """Who draws the slides on this machine, and in which fonts."""
    slides = [(scene, scene.visual) for scene in lecture.scenes if isinstance(scene.visual, SlideVisual)]
    slides = [(scene, visual) for scene, visual in slides if visual.page is None]
    if not slides:
        return ()
    missing = painters.unavailable()
    painter = Entry("replaced", "painter", missing) if missing else Entry("kept", "painter", painters.told())
    own = {
        deck: own_fonts(workshop.assets.path(deck), missing is None)
        for deck in dict.fromkeys(visual.deck.digest for _, visual in slides)
    }
    fonts.ask(font for _, visual in slides for font in visual.fonts)
    lines = (_fonts(scene, visual, own[visual.deck.digest][0]) for scene, visual in slides)
    brought = (line for _, told in own.values() for line in told)
    return (painter, *brought, *(line for line in lines if line is not None))


def _fonts(scene: Scene, visual: SlideVisual, own: frozenset[str]) -> Entry | None:
    replaced = fonts.replaced(font for font in visual.fonts if font.family.casefold() not in own)
    if not replaced:
        return None
    told = ", ".join(f"“{asked}” in {used}" for asked, used in replaced)
    return Entry("replaced", "font", f"Fonts that are not installed: {told}.", visual.number, scene.id)
