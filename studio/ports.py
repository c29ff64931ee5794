"""What `studio` needs from outside, as small protocols: `renderers` fills them, `ui` hands them in."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Protocol

from studio.lecture import Comment


@dataclass(frozen=True, slots=True)
class MediaFacts:
    """What a sound or video file holds; lengths in seconds, sizes in pixels (0 x 0: sound only)."""

    duration: Fraction
    width: int = 0
    height: int = 0
    has_sound: bool = False


class MediaProbe(Protocol):
    """Looks into a medium without trusting it."""

    def __call__(self, path: Path) -> MediaFacts | None:
        """The facts, or None where the file cannot be decoded."""
        ...


class Converter(Protocol):
    """Turns a presentation of another program (.ppt, .odp) into .pptx bytes."""

    def __call__(self, path: Path) -> bytes:
        """The deck as .pptx; raises `StudioError` with one sentence where that fails."""
        ...


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line of text on a page of a PDF and its place, in fractions of the page as it is shown.

    `size` is that of its letters, as a fraction of the page's height.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page of a PDF: its size in points as it is shown (turned where it says so), and the words on it.

    0 x 0: it cannot be opened. `lines` are those that stand upright, in the order they were written in, `notes`
    what sticky notes say. `bookmark` is the outermost bookmark that leads to it.
    """

    width: float
    height: float
    text: str = ""
    lines: tuple[PdfLine, ...] = ()
    notes: tuple[Comment, ...] = ()
    bookmark: str = ""


class PdfReader(Protocol):
    """Looks at a PDF without trusting it."""

    def __call__(self, path: Path) -> tuple[PdfPage, ...]:
        """Its pages in order; raises `StudioError` with one sentence where it cannot be read."""
        ...


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What a picture file holds: pixels as it is shown (turned as the camera says), its kind, how many pictures."""

    width: int
    height: int
    media_type: str
    pictures: int = 1


class PictureReader(Protocol):
    """Looks at a picture without trusting it."""

    def __call__(self, path: Path) -> PictureFacts | None:
        """The facts, or None where it cannot be drawn."""
        ...
