"""The loudspeaker: finds out whether there is one, and lets it pull samples when it wants them.

QtMultimedia is loaded in two short steps on the main thread, once, when it is first needed or a moment before: what
looks for devices there belongs to the thread that asked first, and must not outlive it.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QIODevice, QObject, QTimer, Signal

from studio.timebase import SAMPLE_RATE
from ui.playback.mixing import BYTES
from ui.playback.sound_server import SoundServer

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices

RETRY_S = 2.0
"""A device that failed while it played is not tried again sooner."""
AHEAD_S = 0.2
"""So much sound is handed over ahead of time: longer than anything keeps the main thread busy."""
LATENCY_MS = 40
"""What PulseAudio shall keep to itself; unasked it may keep two seconds, and nobody would know where it is."""

HELD_MS = 20
"""What the system has taken but not yet made heard, about: measured with PulseAudio, as usual elsewhere."""

Pull = Callable[[int], bytes]
"""A number of samples -> so many samples."""


class Output(Protocol):
    """What playback needs of a loudspeaker."""

    @property
    def is_known(self) -> bool:
        """Whether it is known if there is a device; `find` finds out, `changed` tells."""
        ...

    @property
    def is_there(self) -> bool:
        """Whether there is a device that works, as far as is known."""
        ...

    def find(self) -> None:
        """Find out whether there is a device, in a moment."""
        ...

    def start(self, pull: Pull) -> bool:
        """Play what `pull` gives, from now on; False where that cannot be."""
        ...

    def stop(self) -> None:
        """Play nothing any more, at once."""
        ...

    def played(self) -> int:
        """Samples heard since `start`."""
        ...

    def set_volume(self, volume: float) -> None:
        """0: silent; 1: as loud as it is."""
        ...


class Sound(QObject):
    """The system's default output, through QAudioSink."""

    changed = Signal()
    """It is known now whether there is a device, or another one is there; whoever plays starts again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_known = self.is_there = False
        self._volume = 1.0
        self._failed = float("-inf")
        self._sink: QAudioSink | None = None
        self._source: _Source | None = None
        self._devices: QMediaDevices | None = None
        self._is_looking = False
        self._server: SoundServer | None = None

    def find(self) -> None:
        """Load QtMultimedia and look for devices when the main thread is idle; `changed` tells that it is done."""
        if not self._is_looking:
            self._is_looking = True
            os.environ.setdefault("PULSE_LATENCY_MSEC", str(LATENCY_MS))
            QTimer.singleShot(0, self, self._load)

    def start(self, pull: Pull) -> bool:
        """Play what `pull` gives, from now on; False where there is no device or it does not open."""
        self.stop()
        if not self.is_known or self._devices is None:
            return False
        # QAudio is named nowhere, but without it the binding does not know what `stateChanged` tells.
        from PySide6.QtMultimedia import QAudio, QAudioSink, QMediaDevices, QtAudio  # noqa: F401  # pyright: ignore[reportUnusedImport]

        device = QMediaDevices.defaultAudioOutput()
        gone = self._server is not None and self._server.is_gone
        if gone or device.isNull() or time.monotonic() - self._failed < RETRY_S:
            self._lose()
            return False
        self._sink = QAudioSink(device, _format(), self)
        self._sink.setBufferSize(int(AHEAD_S * SAMPLE_RATE) * BYTES)
        self._sink.setVolume(self._volume)
        self._source = _Source(pull, self)
        self._sink.start(self._source)
        if self._sink.error() != QtAudio.Error.NoError:
            self._lose()
            return False
        self._sink.stateChanged.connect(lambda _: self._look_at_state())
        self.is_there = True
        return True

    def stop(self) -> None:
        """Play nothing any more, at once."""
        sink, self._sink = self._sink, None
        source, self._source = self._source, None
        if sink is not None:
            sink.reset()
            sink.deleteLater()
        if source is not None:
            source.close()
            source.deleteLater()

    def played(self) -> int:
        """Samples heard since `start`."""
        if self._sink is None:
            return 0
        return max(0, self._sink.processedUSecs() - HELD_MS * 1000) * SAMPLE_RATE // 1_000_000

    def set_volume(self, volume: float) -> None:
        """0: silent; 1: as loud as it is."""
        self._volume = volume
        if self._sink is not None:
            self._sink.setVolume(volume)

    def _load(self) -> None:
        with suppress(ImportError):  # a library of the system that it stands on may be missing
            import PySide6.QtMultimedia  # noqa: F401  # pyright: ignore[reportUnusedImport]

            QTimer.singleShot(0, self, self._watch)
            return
        self.is_known = True
        self.changed.emit()

    def _watch(self) -> None:
        from PySide6.QtMultimedia import QMediaDevices

        self._server = SoundServer.found()
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._outputs_changed)
        self._outputs_changed()

    def _outputs_changed(self) -> None:
        from PySide6.QtMultimedia import QMediaDevices

        self._failed = float("-inf")
        self.is_there = not QMediaDevices.defaultAudioOutput().isNull()
        self.is_known = True
        self.changed.emit()

    def _look_at_state(self) -> None:
        """A device that is pulled out stops its sink with an error."""
        from PySide6.QtMultimedia import QtAudio

        sink = self._sink
        if sink is None or sink.state() != QtAudio.State.StoppedState:
            return
        if sink.error() in (QtAudio.Error.OpenError, QtAudio.Error.IOError, QtAudio.Error.FatalError):
            self._failed = time.monotonic()
            self._lose()
            self.changed.emit()

    def _lose(self) -> None:
        self.stop()
        self.is_there = False


class _Source(QIODevice):
    """What the sink reads from: never at its end, never waiting."""

    def __init__(self, pull: Pull, parent: QObject) -> None:
        super().__init__(parent)
        self._pull = pull
        self.open(QIODevice.OpenModeFlag.ReadOnly)

    def isSequential(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def bytesAvailable(self) -> int:  # noqa: N802 - Qt's name
        return SAMPLE_RATE * BYTES

    def readData(self, maxlen: int) -> object:  # noqa: N802 - Qt's name
        return self._pull(maxlen // BYTES)

    def writeData(self, data: bytes | bytearray | memoryview, len: int) -> int:  # noqa: N802 - Qt's names
        return -1


def _format() -> QAudioFormat:
    from PySide6.QtMultimedia import QAudioFormat

    format_ = QAudioFormat()
    format_.setSampleRate(SAMPLE_RATE)
    format_.setChannelCount(1)
    format_.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return format_
