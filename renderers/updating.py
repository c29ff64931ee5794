"""Bringing a changed deck into a lecture: both decks are read as every file is, in a child process with limits."""

from __future__ import annotations

from pathlib import Path

from renderers.loading import load
from renderers.workshop import Workshop
from studio.errors import BadFileError
from studio.lecture import Asset, Lecture
from studio.reimport import Reimported
from studio.reimport import update as brought


def update(lecture: Lecture, deck: Path, shop: Workshop, name: str = "") -> Reimported:
    """The lecture with the changes of a deck (`studio.reimport`), whose assets are in the workshop's store then.

    `name` names the deck inside the lecture that is to be updated, where it has several. Raises StudioError with
    one sentence, and Cancelled.
    """
    if deck.suffix.lower() == ".lecture":
        raise BadFileError(f"“{deck.name}” is a lecture; choose the changed deck.")
    theirs, report = load(deck, shop)
    return brought(lecture, theirs, report, lambda base: _read(base, shop), name)


def _read(deck: Asset, shop: Workshop) -> Lecture:
    try:
        return load(shop.assets.path(deck.digest), shop)[0]
    except BadFileError as error:
        raise BadFileError(
            f"The deck “{deck.name}” inside the lecture cannot be read; open the lecture again.", str(error)
        ) from error
