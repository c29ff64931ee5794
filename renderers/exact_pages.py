"""A PDF that a teacher saved from PowerPoint becomes the pages of a lecture's slides (`studio.exact_pages`).

Where words do not tell slides apart, their pictures do: pages that are drawn already are taken from the cache, the
others are painted small by the built-in painter, which is fast and near enough.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from renderers.messages import Message
from renderers.slides import pdf, picture_reader
from studio.errors import BadFileError, StudioError, WorkerError
from studio.exact_pages import Exact, exact_pages
from studio.lecture import PDF, Asset, Lecture, PageImage, Scene, SlideVisual
from studio.validation import LARGEST_FILE, is_odd_shape

if TYPE_CHECKING:
    from renderers.workshop import Workshop

_DRAWN = (256, 192)
"""Pixels of a slide painted to be compared; shrunk like the pages, so the shape need not be kept."""
_PAINT_LIMIT_S = 20.0
_MOST_FAILURES = 3
"""Slides on which the painter may hang or crash; after that no further one is tried."""


def from_pdf(lecture: Lecture, path: Path, workshop: Workshop) -> Exact:
    """Which page of the PDF at `path` each slide gets; the PDF is kept among the assets of the workshop.

    Raises NoMatchError where the PDF belongs to something else, BadFileError where it cannot be read, Cancelled.
    """
    if not path.is_file():
        raise BadFileError(f"There is no file “{path.name}”; check where it is and choose it again.")
    pages = pdf.reader(workshop)(path)
    asset = kept(path, PDF, workshop)
    return exact_pages(lecture, asset, pages, lambda scenes: _Pictures(scenes, asset, workshop))


def from_picture(path: Path, workshop: Workshop) -> PageImage:
    """A picture file, or the one page of a PDF, to be shown in the place of a slide.

    Raises BadFileError, Cancelled.
    """
    from studio.importers import pdf as importer  # loading all importers takes long

    if not path.is_file():
        raise BadFileError(f"There is no file “{path.name}”; check where it is and choose it again.")
    if importer.recognises(path):
        pages = pdf.reader(workshop)(path)
        if len(pages) > 1:
            raise BadFileError(
                f"“{path.name}” has {len(pages)} pages; choose a picture or a PDF of one page for a single slide."
            )
        page = next(iter(pages))
        width, height, kind = page.width, page.height, PDF
    else:
        facts = picture_reader(workshop)(path)
        width, height, kind = (0, 0, "") if facts is None else (facts.width, facts.height, facts.media_type)
    if is_odd_shape(width, height):
        raise BadFileError(
            f"“{path.name}” cannot be shown as a slide; save it as .png or .jpg and choose that."
        )
    return PageImage(kept(path, kind, workshop), 1, width, height)


def kept(path: Path, kind: str, workshop: Workshop) -> Asset:
    """The file as an asset of the workshop. Raises BadFileError where it is too large or cannot be read."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise BadFileError(f"“{path.name}” is larger than {LARGEST_FILE >> 30} GB; make it smaller.")
        return workshop.assets.add(path.read_bytes(), path.name, kind)
    except OSError as error:
        raise BadFileError(
            f"“{path.name}” cannot be opened ({error.strerror or 'unknown reason'}); check that you may read it."
        ) from None


class _Pictures:
    """The small grey pictures that `studio.exact_pages` asks for."""

    def __init__(self, scenes: Sequence[Scene], asset: Asset, workshop: Workshop) -> None:
        self._scenes, self._asset, self._workshop = scenes, asset, workshop

    def of_pages(self, indices: Sequence[int]) -> Mapping[int, bytes]:
        """Pictures of pages of the PDF."""
        path = self._workshop.assets.path(self._asset.digest)
        return pdf.shrunk(path, self._asset.name, indices, self._workshop)

    def of_slides(self, indices: Sequence[int]) -> Mapping[int, bytes]:
        """Pictures of slides; one that cannot be drawn has none, and neither have those after some that hang."""
        found: dict[int, bytes] = {}
        failures = 0
        for index in indices:
            self._workshop.cancel.check()
            visual = self._scenes[index].visual
            assert isinstance(visual, SlideVisual), "only slides are compared"
            try:
                found[index] = self._painted(visual)
            except WorkerError:
                failures += 1
                if failures == _MOST_FAILURES:
                    break
            except StudioError:  # what cannot be drawn cannot be compared; its words or its place have to do
                continue
        return found

    def _painted(self, visual: SlideVisual) -> bytes:
        width, height = _DRAWN
        deck = str(self._workshop.assets.path(visual.deck.digest))
        asked = {"do": "slide", "deck": deck, "slide": visual.slide_id, "width": width, "height": height}
        with self._workshop.worker("paint") as worker:
            (answer,) = worker.request(Message(asked), self._workshop.cancel, _PAINT_LIMIT_S)
        return _grey(answer.blobs[0])


def _grey(rgb: bytes) -> bytes:
    import cv2
    import numpy as np

    width, height = _DRAWN
    picture = np.frombuffer(rgb, np.uint8).reshape(height, width, 3)
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    return np.asarray(cv2.resize(grey, pdf.SMALL, interpolation=cv2.INTER_AREA), np.uint8).tobytes()
