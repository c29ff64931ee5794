"""What an importer may use from outside: handed in by whoever starts the import."""

from __future__ import annotations

from dataclasses import dataclass

from studio.ports import Converter, MediaProbe, PdfReader, PictureReader


@dataclass(frozen=True, slots=True)
class Tools:
    """The tools of one import; each may be missing, and the importer then says what that costs."""

    probe: MediaProbe | None = None
    convert: Converter | None = None
    read_pdf: PdfReader | None = None
    look: PictureReader | None = None
