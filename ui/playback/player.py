"""Plays a stretch of a timeline: sound out of the loudspeaker, and the place that is heard just now."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance

from studio.timebase import SAMPLE_RATE
from ui.playback.clock import Clock
from ui.playback.mixing import Find, Mixer, Stretch
from ui.playback.sound_store import Read, SoundStore

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.playback.sound import Output

LOOK_AHEAD = 30 * SAMPLE_RATE
"""Samples of which the sounds are fetched before they are heard."""
FIRST = SAMPLE_RATE
"""Samples of which the sounds are waited for before anything is heard."""
PATIENCE_MS = 250
"""No longer than this: what is not there then is silent until it comes."""
REFRESH_S = 0.5


class Player(QObject):
    """Positions are samples of the timeline. `changed` tells that there is a device now, or none any more."""

    changed = Signal()

    def __init__(
        self,
        output: Output,
        output_changed: SignalInstance | None,
        read: Read,
        now: Callable[[], float] = time.perf_counter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._output, self._store, self._now = output, SoundStore(read, self), now
        self._mixer, self._clock = Mixer(self._store.find), Clock(now)
        self._running = self.is_waiting = False
        self._looked = 0.0
        self.is_silent = False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._go)
        self._store.arrived.connect(self._look_again, Qt.ConnectionType.QueuedConnection)
        if output_changed is not None:
            output_changed.connect(self._output_changed)

    def find_device(self) -> None:
        """Find out whether there is a loudspeaker, before it is needed."""
        self._output.find()

    def set_volume(self, volume: float) -> None:
        """0: silent; 1: as loud as it is."""
        self._output.set_volume(volume)

    def use(self, find: Find) -> None:
        """Play these sounds from now on."""
        self._mixer.use(find)
        self._store.try_again()

    def start(self, stretch: Stretch) -> None:
        """Play a stretch from its beginning, as soon as its first sounds are there."""
        self._output.stop()
        self._mixer.begin(stretch)
        self._running = self.is_waiting = True
        self.look_ahead(stretch.first)
        if not self._output.is_known:
            self._output.find()
        self._patience.start()
        self._look_again()

    def move(self, stretch: Stretch) -> None:
        """Everything lies somewhere else now, what is heard just now at `stretch.first`; no sound is dropped."""
        heard = 0 if self.is_waiting else self._clock.read()
        self._mixer.stretch = replace(stretch, origin=heard)

    def stop(self) -> None:
        """Play nothing any more."""
        self._running = self.is_waiting = False
        self._patience.stop()
        self._output.stop()

    def sample(self) -> int | None:
        """What is heard just now; None: the stretch is over."""
        if self.is_waiting:
            return self._mixer.stretch.first
        if self._clock.is_dead:
            self._output.stop()
            self._clock.go_alone()
            self._tell(silent=True)
        sample = self._mixer.stretch.at(self._clock.read())
        if sample is not None and self._now() - self._looked > REFRESH_S:
            self.look_ahead(sample)
        return sample

    def look_ahead(self, sample: int) -> None:
        """Have the sounds fetched that are heard from `sample` on."""
        self._looked = self._now()
        stretch = self._mixer.stretch
        keys = self._mixer.keys(sample, sample + LOOK_AHEAD)
        if self._running and stretch.loop:
            keys = (*self._mixer.keys(sample, stretch.stop), *self._mixer.keys(stretch.start, sample + 1))
        self._store.want(tuple(dict.fromkeys(keys)))

    def close(self) -> None:
        """Let go of the device and of what was read."""
        self.stop()
        self._store.close()

    def _look_again(self) -> None:
        first = self._mixer.stretch.first
        ready = self._output.is_known and self._store.has(self._mixer.keys(first, first + FIRST))
        if self.is_waiting and ready:
            self._go()

    def _go(self) -> None:
        self._patience.stop()
        self.is_waiting = False
        played = self._output.start(self._mixer.read)
        self._clock.start(self._output.played if played else None)
        if self._output.is_known:
            self._tell(silent=not played)

    def _output_changed(self) -> None:
        if self.is_waiting:
            self._look_again()
        elif self._running and (sample := self.sample()) is not None:
            self.start(replace(self._mixer.stretch, first=sample, origin=0))
        else:
            self._tell(silent=not self._output.is_there)

    def _tell(self, silent: bool) -> None:
        if silent != self.is_silent:
            self.is_silent = silent
            self.changed.emit()
