"""Frame n of a timeline as planes: the one code for preview and export.

The compositor holds the two slides of the cut it drew last, so neighbouring frames cost one composition each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from renderers.planes import Planes
from renderers.transitions import HIGHEST, Change, change
from studio.lecture import Level, Style
from studio.timeline import SceneClip, Timeline

Page = Callable[[str], Planes]
"""The finished picture of a scene, by its id, at the size of the profile."""


@dataclass(frozen=True, slots=True)
class _Prepared:
    clip: SceneClip
    how: tuple[Level, Style]
    change: Change


class Compositor:
    """Draws frames of one timeline; `page` supplies the scenes' pictures.

    `delivered` maps scene ids to the level and style that a rendered cut was delivered in; a cut it does not
    name is drawn as requested, or at the highest level there is a way for.
    """

    def __init__(
        self, timeline: Timeline, page: Page, delivered: Mapping[str, tuple[Level, Style]] | None = None
    ) -> None:
        self.timeline = timeline
        self._page = page
        self._delivered = delivered or {}
        self._prepared: _Prepared | None = None

    def frame(self, index: int) -> Planes:
        """The picture of frame `index`; IndexError outside the timeline."""
        number = self.timeline.clip_at(index)
        clip = self.timeline.clips[number]
        if clip.cut is None or index not in clip.cut.frames or number == 0:
            return self._page(clip.scene)
        return self._change(number).picture(index - clip.frames.start)

    def _change(self, number: int) -> Change:
        clip = self.timeline.clips[number]
        assert clip.cut is not None
        choice = clip.cut.choice
        how = self._delivered.get(clip.scene, (min(choice.level, HIGHEST), choice.style))
        if self._prepared is None or (self._prepared.clip, self._prepared.how) != (clip, how):
            a, b = self._page(self.timeline.clips[number - 1].scene), self._page(clip.scene)
            drawn = change(a, b, *how, choice.direction, len(clip.cut.frames))
            self._prepared = _Prepared(clip, how, drawn)
        return self._prepared.change
