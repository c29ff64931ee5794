"""Opening what a user names: a .lecture file, or anything an importer reads."""

from __future__ import annotations

from pathlib import Path

from renderers.slides import converter
from renderers.workshop import Workshop
from studio.errors import BadFileError
from studio.importers import import_file
from studio.lecture import Lecture
from studio.report import ImportReport


def load(source: Path, workshop: Workshop) -> tuple[Lecture, ImportReport]:
    """The lecture in a file, its assets in the workshop's store; a .lecture has an empty report.

    Raises BadFileError with one sentence.
    """
    if not source.is_file():
        raise BadFileError(f"There is no file “{source}”; check the name.")
    if source.suffix.lower() == ".lecture":
        from studio.lecture_file import open_lecture

        lecture = open_lecture(source, workshop.assets)
        return lecture, ImportReport(source.name, len(lecture.scenes))
    from renderers.media import probe

    return import_file(source, workshop.assets, probe=probe, convert=converter(workshop))
