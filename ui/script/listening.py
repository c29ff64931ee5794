"""Hearing the current scene sentence by sentence: which sounds are there, which one is heard now."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from fractions import Fraction

    from studio.narration import Span
    from studio.timeline import SceneClip
    from ui.hub import Hub
    from ui.script.sentences import Sentence

State = Literal["ready", "waiting", "reading", "playing", "absent"]
"""Of a sentence: can be played, is being spoken, its recording is being read, plays, or is not in the video."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """The frames `start <= n < stop` in which a sentence is heard."""

    start: int
    stop: int


class Listening(QObject):
    """What can be heard of the sentences it was given."""

    states_changed = Signal()
    heard_changed = Signal(int)
    """The index of the sentence that is heard while the lecture plays; -1: none."""

    def __init__(self, hub: Hub, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._scene = ""
        self._sentences: tuple[Sentence, ...] = ()
        self._frames: tuple[_Heard | None, ...] = ()
        self._order: list[tuple[int, int]] = []
        self._wanted = ""
        self._playing = self._heard = -1
        hub.workbench.findings_changed.connect(self._learn)
        hub.workbench.timeline_changed.connect(self.refresh)
        hub.playback.moved.connect(self._follow)
        hub.playback.state_changed.connect(self._follow_state)

    @property
    def heard(self) -> int:
        """The sentence that is heard now; -1: none."""
        return self._heard

    @property
    def waits(self) -> bool:
        """Whether a sentence is being spoken."""
        return any(frames is None for frames in self._frames) and not self._absent

    @property
    def _absent(self) -> bool:
        return self._hub.workbench.clip(self._scene) is None

    @property
    def _recorded(self) -> bool:
        """Whether the scene has the author's own voice."""
        scene = self._hub.session.scene
        return scene is not None and scene.id == self._scene and scene.recording is not None

    def show(self, scene: str, sentences: tuple[Sentence, ...]) -> None:
        """Know the sentences of a scene, in order."""
        if scene != self._scene:
            self._wanted, self._playing = "", -1
        self._scene, self._sentences = scene, sentences
        self.refresh()

    def state(self, index: int) -> State:
        """How it stands with a sentence."""
        if self._absent:
            return "absent"
        if index == self._playing:
            return "playing"
        known = index < len(self._frames) and self._frames[index] is not None
        return "ready" if known else "reading" if self._recorded else "waiting"

    def play(self, index: int) -> None:
        """Play one sentence; as soon as it is spoken where it is not yet. Once more: stop."""
        if not 0 <= index < len(self._sentences) or self._absent:
            return
        if index == self._playing and self._hub.playback.playing:
            self._hub.playback.pause()
            return
        frames = self._frames[index] if index < len(self._frames) else None
        if frames is None:
            self._wanted = self._sentences[index].text
            self._hub.workbench.prefer(self._scene)
            return
        self._wanted = ""
        self._hub.playback.play_range(frames.start, frames.stop)
        self._playing = index
        self.states_changed.emit()
        self._follow(self._hub.playback.position)

    @property
    def plays_sentence(self) -> bool:
        """Whether just one sentence is being played."""
        return self._playing >= 0

    def refresh(self) -> None:
        """Look again which sounds are there."""
        clip = self._hub.workbench.clip(self._scene)
        self._frames = self._found(clip) if clip is not None else (None,) * len(self._sentences)
        self._order = sorted((f.start, index) for index, f in enumerate(self._frames) if f is not None)
        self.states_changed.emit()
        self._follow(self._hub.playback.position)
        if self._wanted:
            texts = [sentence.text for sentence in self._sentences]
            index = texts.index(self._wanted) if self._wanted in texts else -1
            if index >= 0 and self._frames[index] is not None:
                self.play(index)

    def _found(self, clip: SceneClip) -> tuple[_Heard | None, ...]:
        """The frames of each sentence whose sound is made; sentences are known by their words while one types."""
        timeline = self._hub.workbench.timeline
        if timeline is None:
            return (None,) * len(self._sentences)
        heard = clip.heard(timeline.rate)
        made: dict[str, list[_Heard]] = defaultdict(list)
        for span in self._made(clip):
            start, stop = (
                floor((heard + span.start) * timeline.rate),
                ceil((heard + span.end) * timeline.rate),
            )
            made[span.utterance.text].append(_Heard(start, max(stop, start + 1)))
        for spans in made.values():
            spans.reverse()
        return tuple(
            made[sentence.text].pop() if made.get(sentence.text) else None for sentence in self._sentences
        )

    def _made(self, clip: SceneClip) -> tuple[Span, ...]:
        sounds = self._hub.workbench.sound_keys(self._scene)
        if self._recorded:
            return clip.take.spans if sounds else ()
        starts: set[Fraction] = {start for _, start in sounds}
        return tuple(span for span in clip.take.spans if span.start in starts)

    def _learn(self, scenes: frozenset[str]) -> None:
        if self._scene in scenes:
            self.refresh()

    def _follow_state(self) -> None:
        if not self._hub.playback.playing and self._playing >= 0:
            self._playing = -1
            self.states_changed.emit()
        self._follow(self._hub.playback.position)

    def _follow(self, frame: int) -> None:
        heard = -1
        if self._hub.playback.playing:
            at = bisect_right(self._order, (frame, len(self._frames))) - 1
            index = self._order[at][1] if at >= 0 else -1
            span = self._frames[index] if index >= 0 else None
            heard = index if span is not None and frame < span.stop else -1
        if heard != self._heard:
            self._heard = heard
            self.heard_changed.emit(heard)
