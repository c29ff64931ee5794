"""Opening what a user names, within limits: it is read in a child process that can be stopped.

A parser that hangs in a library cannot be cancelled, and one that wants all memory takes the program with it.
"""

from __future__ import annotations

from pathlib import Path

from renderers import wire
from renderers.messages import Message
from renderers.slides import CONVERSION_LIMIT_S
from renderers.workers import Worker
from renderers.workshop import Workshop
from studio.errors import BadFileError, LimitError, WorkerError
from studio.lecture import Lecture
from studio.report import ImportReport

LIMIT_S = 300.0
"""Seconds that reading may take; LibreOffice, which converts some files first, has its own limit besides."""
MEMORY = 6 * 1024**3
"""Bytes of address space. A deck of a gigabyte, as large as one may be, is held three times."""
_GRACE_S = 0.7
READ_AT_ONCE = (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm")
"""Endings of what nobody has to convert first. The importers know them, too, but loading those takes long."""


def load(source: Path, workshop: Workshop) -> tuple[Lecture, ImportReport]:
    """The lecture in a file, its assets in the workshop's store, and what is to be said about it.

    Raises StudioError with one sentence, and Cancelled.
    """
    if not (source.is_file() or source.is_dir()):
        raise BadFileError(f"There is no file “{source}”; check the name.")
    asked = {
        "path": str(source.absolute()),
        "assets": str(workshop.assets.folder.absolute()),
        "cache": str(workshop.cache.folder.absolute()),
    }
    limit = LIMIT_S if source.suffix.lower() in READ_AT_ONCE else LIMIT_S + CONVERSION_LIMIT_S
    with Worker("read", limit, MEMORY, _GRACE_S, workshop.scratch) as worker:
        try:
            (answer,) = worker.request(Message(asked), workshop.cancel)
        except LimitError as error:
            raise BadFileError(
                f"“{source.name}” takes more time or memory than reading a file may and was given up; "
                "save it again in its own program, or split it.",
                f"{error}\n{error.details}",
            ) from None
        except WorkerError as error:
            raise BadFileError(
                f"“{source.name}” cannot be read: what reads it failed; save it again in its own program and try "
                "that.",
                f"{error}\n{error.details}",
            ) from None
    workshop.cancel.check()  # an interrupt inside a library's own callback may have been swallowed
    lecture = wire.Receiving().lecture(answer.header["lecture"], answer.blobs)
    return lecture, wire.value(answer.header["report"], ImportReport)
