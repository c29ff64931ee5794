"""A stage to play on: a laid-out lecture, a loudspeaker and a clock that a test turns, sounds it knows."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal
from pytestqt.qtbot import QtBot

from renderers import plan
from renderers.steps import SpeakStep
from studio.lecture import Lecture
from studio.timebase import SAMPLE_RATE
from studio.timeline import SceneClip, Timeline
from tests.ui.laid_out import MEANS, PREVIEW, records
from ui.playback import Playback
from ui.playback.sound import Pull
from ui.session import Session
from ui.settings import Settings
from ui.tasks import Tasks
from ui.workbench import Workbench


class Loudspeaker(QObject):
    """Plays exactly as much as a test says (`hear`), pulling a little ahead of it as real ones do."""

    changed = Signal()

    def __init__(self, there: bool = True, ahead: int = 4800) -> None:
        super().__init__()
        self.is_known, self.is_there = True, there
        self.ahead = ahead
        self.volume = 1.0
        self.starts = 0
        self.pulled = b""
        self._pull: Pull | None = None
        self._played = 0

    def find(self) -> None:
        """It is known."""

    def start(self, pull: Pull) -> bool:
        """Begin to pull, if there is a device."""
        if not self.is_there:
            return False
        self.starts += 1
        self._pull, self._played, self.pulled = pull, 0, pull(self.ahead)
        return True

    def stop(self) -> None:
        """Pull no more."""
        self._pull = None

    def played(self) -> int:
        """What a test said."""
        return self._played

    def set_volume(self, volume: float) -> None:
        """How loud."""
        self.volume = volume

    @property
    def sounds(self) -> bool:
        """Whether it plays."""
        return self._pull is not None

    def hear(self, samples: int) -> None:
        """Play so many samples more."""
        assert self._pull is not None
        self.pulled += self._pull(samples)
        self._played += samples

    def plug(self, there: bool) -> None:
        """Put a device in or pull it out."""
        self.is_there = there
        self.changed.emit()


@dataclass
class Time:
    """Seconds that pass when a test says so."""

    now: float = 100.0

    def __call__(self) -> float:
        """What a clock reads."""
        return self.now


@dataclass
class Stage:
    """Everything that plays, with the sounds by key: each sample of sound k has the value k."""

    qtbot: QtBot
    store: QSettings
    speaker: Loudspeaker = field(default_factory=Loudspeaker)
    time: Time = field(default_factory=Time)
    made: dict[str, bytes] = field(default_factory=dict[str, bytes])
    read_cache: bool = False

    def __post_init__(self) -> None:
        self.session, self.tasks, self.settings = Session(), Tasks(), Settings(store=self.store)
        self.workbench = Workbench(self.session, self.tasks, None)
        self.playback = Playback(
            self.session,
            self.workbench,
            self.settings,
            None,
            output=self.speaker,
            output_changed=self.speaker.changed,
            read=None if self.read_cache else self.made.get,
            now=self.time,
        )

    def open(self, lecture: Lecture, seconds: str = "2", silent: bool = False) -> Timeline:
        """Open a lecture of which everything is made; every sentence lasts so many seconds."""
        steps = (step for step in plan.prepare(lecture, PREVIEW, MEANS) if isinstance(step, SpeakStep))
        for number, step in enumerate(() if silent else steps, 1):
            self.made[step.key] = array("h", [number] * int(float(seconds) * SAMPLE_RATE)).tobytes()
        self.session.open(lecture)
        self.feed(lecture, seconds)
        return self.timeline

    def feed(self, lecture: Lecture, seconds: str = "2") -> None:
        """Let everything of a lecture be made."""
        with self.qtbot.waitSignal(
            self.workbench.findings_changed, check_params_cb=lambda _: self.is_laid_out
        ):
            self.workbench.feed(records(lecture, seconds), MEANS)

    @property
    def is_laid_out(self) -> bool:
        """Whether the timeline is that of the lecture, with all lengths measured."""
        timeline = self.workbench.timeline
        return (
            timeline is not None
            and self.workbench.is_current
            and all(c.take.measured for c in timeline.clips)
        )

    @property
    def timeline(self) -> Timeline:
        """The timeline there is."""
        assert self.workbench.timeline is not None
        return self.workbench.timeline

    def clip(self, scene_id: str) -> SceneClip:
        """A scene's place."""
        clip = self.workbench.clip(scene_id)
        assert clip is not None
        return clip

    def play(self) -> None:
        """Press play and wait for the sound to begin, or for the clock to run without."""
        self.playback.play()
        self.begun()

    def begun(self) -> None:
        """Wait until what is played has begun."""
        self.until(lambda: self.playback.playing and not self.playback.is_waiting)

    def hear(self, frames: float) -> None:
        """Let the loudspeaker play so many frames of 30 a second, and wait for the picture."""
        self.speaker.hear(round(frames * SAMPLE_RATE / 30))

    def pass_time(self, seconds: float) -> None:
        """Let time pass."""
        self.time.now += seconds

    def at(self, frame: int) -> None:
        """Wait until the picture is at a frame."""
        self.until(lambda: self.playback.position == frame)

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait for something."""
        self.qtbot.waitUntil(condition, timeout=2000)

    def close(self) -> None:
        """End all."""
        self.playback.close()
        self.workbench.close()
        self.until(lambda: self.tasks.idle)


def stage_in(folder: Path, qtbot: QtBot) -> Stage:
    """A stage with settings of its own."""
    return Stage(qtbot, QSettings(str(folder / "stage.ini"), QSettings.Format.IniFormat))
