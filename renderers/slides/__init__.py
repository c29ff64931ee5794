"""Slides -> pages: `libreoffice` draws a deck exactly, by way of PDF; `builtin` draws it with Qt without it."""

from __future__ import annotations

from pathlib import Path

from renderers.messages import Message
from renderers.workshop import Workshop
from studio.ports import Converter

CONVERSION_LIMIT_S = 600.0
"""Seconds that LibreOffice gets for a whole deck."""


def converter(workshop: Workshop) -> Converter:
    """The `Converter` port: presentations of other programs (.ppt, .odp) -> .pptx, in a worker."""

    def convert(path: Path) -> bytes:
        with workshop.worker("pages") as worker:
            message = Message({"do": "import", "deck": str(path.absolute())})
            answers = list(worker.request(message, workshop.cancel, CONVERSION_LIMIT_S))
        return answers[-1].blobs[0]

    return convert
