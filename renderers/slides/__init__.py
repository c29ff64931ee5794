"""Slides -> pages: `libreoffice` draws a deck exactly, by way of PDF; `builtin` draws it with Qt without it."""

from __future__ import annotations

from pathlib import Path

from renderers.messages import Message
from renderers.workshop import Workshop
from studio.errors import WorkerError
from studio.ports import Converter, PictureFacts, PictureReader

CONVERSION_LIMIT_S = 600.0
"""Seconds that LibreOffice gets for a whole deck."""


PICTURE_LIMIT_S = 30.0
"""Seconds that looking at one picture may take; a photograph takes a tenth of one."""


def converter(workshop: Workshop) -> Converter:
    """The `Converter` port: presentations of other programs (.ppt, .odp) -> .pptx, in a worker."""

    def convert(path: Path) -> bytes:
        with workshop.worker("pages") as worker:
            message = Message({"do": "import", "deck": str(path.absolute())})
            answers = list(worker.request(message, workshop.cancel, CONVERSION_LIMIT_S))
        return answers[-1].blobs[0]

    return convert


def picture_reader(workshop: Workshop) -> PictureReader:
    """The `PictureReader` port: a picture is looked at in a worker; one that brings it down costs only itself."""

    def read(path: Path) -> PictureFacts | None:
        asked = Message({"do": "look", "file": str(path.absolute())})
        with workshop.worker("paint") as worker:
            try:
                (answer,) = worker.request(asked, workshop.cancel, PICTURE_LIMIT_S)
            except WorkerError:
                return None
        return PictureFacts(**answer.header) if answer.header else None

    return read
