"""What a re-import did, scene by scene: for people as sentences, for programs as stable words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from studio.lecture import Lecture, Script
from studio.report import ImportReport

Kind = Literal[
    "slide",
    "page",
    "notes",
    "merged",
    "conflict",
    "recording",
    "stale",
    "title",
    "transition",
    "timing",
    "hidden",
    "section",
    "moved",
    "new",
    "removed",
    "kept",
    "taken-out",
    "order",
    "lecture",
]
"""What a line is about. "removed": gone with the deck's slide; "kept": the same, but the author's work stays,
hidden; "taken-out": the author's doing, the deck has it still; "stale": the recording wants to be checked."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that came of the changed deck, as one sentence for people."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place whose words were changed on both sides: as they were imported, as they are here, and in the deck.

    Paragraphs are lines; "" where nothing stood or stands.
    """

    base: str
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class SceneReport:
    """What became of one scene.

    `scene` is its id (of one that is gone: the id it had), `slide` the number of its slide in the changed deck
    (None: it has none there). Where there are conflicts, `kept` is the script as it is now and `otherwise` the same
    with the deck's words in their places.
    """

    scene: str
    title: str
    slide: int | None
    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    kept: Script | None = None
    otherwise: Script | None = None

    def has(self, kind: Kind) -> bool:
        """Whether a change of this kind came to the scene."""
        return any(change.kind == kind for change in self.changes)


@dataclass(frozen=True, slots=True)
class ReimportReport:
    """All that is to be said about one re-import: the deck's name, its slides, the scenes in their new order.

    Scenes that are gone stand behind the others.
    """

    source: str
    slides: int
    whole: tuple[Change, ...] = ()
    scenes: tuple[SceneReport, ...] = ()

    @property
    def changed(self) -> tuple[SceneReport, ...]:
        """The scenes of which something is to be said."""
        return tuple(scene for scene in self.scenes if scene.changes)

    @property
    def conflicts(self) -> tuple[SceneReport, ...]:
        """The scenes whose words were changed on both sides at the same place."""
        return tuple(scene for scene in self.scenes if scene.conflicts)

    def about(self, kind: Kind) -> Iterator[SceneReport]:
        """The scenes to which a change of one kind came."""
        return (scene for scene in self.scenes if scene.has(kind))


@dataclass(frozen=True, slots=True)
class Reimported:
    """The lecture with the deck's changes, what became of its scenes, and the report of the deck's import."""

    lecture: Lecture
    changes: ReimportReport
    report: ImportReport
