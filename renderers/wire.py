"""Values on the pipe between the program and its engine process: as JSON and back, lectures by what changed.

Both ends are the same program, so there are no versions. A scene that the other end has seen is not sent again:
`Sending` on the one end and `Receiving` on the other keep the scenes of the lecture that was sent last.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from studio.lecture import Lecture, Scene, Visual

if TYPE_CHECKING:
    from cattrs import Converter

T = TypeVar("T")


def plain(value: object) -> Any:
    """A frozen dataclass of ours as what JSON can hold."""
    return _converter().unstructure(value)


def value(data: object, kind: type[T]) -> T:
    """The dataclass that `plain` was given."""
    return _converter().structure(data, kind)


@dataclass(slots=True)
class Sending:
    """What the process at the other end holds, and so what it need not be told."""

    child: int = 0
    """Which process that is (`workers.Made`); a fresh one holds nothing."""
    scenes: dict[str, Scene] = field(default_factory=dict[str, Scene])

    def message(self, lecture: Lecture, child: int) -> tuple[dict[str, Any], tuple[bytes, ...]]:
        """The lecture as a header and one blob a scene that is not there yet."""
        known = self.scenes if child == self.child else {}
        changed = [scene for scene in lecture.scenes if known.get(scene.id) is not scene]
        self.keep(lecture, child)
        header = {"head": plain(replace(lecture, scenes=())), "order": [scene.id for scene in lecture.scenes]}
        return header, tuple(_packed(changed))

    def keep(self, lecture: Lecture, child: int) -> None:
        """Remember that the process holds this lecture."""
        self.child, self.scenes = child, {scene.id: scene for scene in lecture.scenes}


@dataclass(slots=True)
class Receiving:
    """The scenes that were sent before."""

    scenes: dict[str, Scene] = field(default_factory=dict[str, Scene])

    def lecture(self, header: dict[str, Any], blobs: Iterable[bytes]) -> Lecture:
        """The lecture of a message."""
        fresh = (value(json.loads(blob), Scene) for blob in blobs)
        known = self.scenes | {scene.id: scene for scene in fresh}
        self.scenes = {scene_id: known[scene_id] for scene_id in header["order"]}
        return replace(value(header["head"], Lecture), scenes=tuple(self.scenes.values()))


def _packed(scenes: Iterable[Scene]) -> Iterable[bytes]:
    return (json.dumps(plain(scene), ensure_ascii=False).encode() for scene in scenes)


@lru_cache(maxsize=1)
def _converter() -> Converter:
    from cattrs import Converter
    from cattrs.strategies import configure_tagged_union

    converter = Converter()
    converter.register_unstructure_hook(Fraction, str)
    converter.register_structure_hook(Fraction, lambda text, _: Fraction(text))
    converter.register_unstructure_hook(Path, str)
    converter.register_structure_hook(Path, lambda text, _: Path(text))
    configure_tagged_union(Visual, converter, tag_name="kind")
    return converter
