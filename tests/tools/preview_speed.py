"""Measures the preview on real files: pictures a second while a change plays, and how soon a scrub is seen.

    python -m tests.tools.preview_speed [FILE]

Works in a folder of its own, so that everything is drawn and spoken anew; without FILE it takes the sample lesson.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from studio.timebase import FrameRange
from tests.ui.watchdog import Watchdog
from ui.app import compose
from ui.hub import Hub
from ui.look import theme
from ui.preview import Preview
from ui.settings import Settings

PATIENCE_S = 240


class Paints(QObject):
    """Notes when a widget was painted, and which frame it showed, and whether it was the very picture."""

    def __init__(self, preview: Preview) -> None:
        super().__init__(preview)
        self._preview = preview
        self.seen: list[tuple[float, int, bool]] = []
        preview.surface.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            surface, frame = self._preview.surface, self._preview.hub.playback.position
            size = surface.pixels
            exact = self._preview.source.exact(frame, size.width(), size.height()) is not None
            self.seen.append((time.perf_counter(), frame, exact))
        return super().eventFilter(watched, event)


def until(condition: Callable[[], bool], seconds: float = PATIENCE_S) -> None:
    """Let the event loop run until something is so."""
    loop, look = QEventLoop(), QTimer(interval=1)
    end = time.perf_counter() + seconds
    look.timeout.connect(lambda: loop.quit() if condition() or time.perf_counter() > end else None)
    look.start()
    loop.exec()
    look.stop()
    if not condition():
        raise SystemExit("It took too long.")


def is_made(hub: Hub) -> bool:
    """Whether all is drawn, spoken and checked."""
    timeline = hub.workbench.timeline
    return timeline is not None and all(
        clip.take.measured
        and hub.workbench.page_key(clip.scene)
        and (hub.workbench.cut_step(clip.scene) is None or hub.workbench.checked(clip.scene))
        for clip in timeline.clips
    )


def longest_cut(hub: Hub) -> FrameRange:
    """The longest change of the lecture that has frames of its own."""
    timeline = hub.workbench.timeline
    assert timeline is not None
    cuts = [clip.cut.frames for clip in timeline.clips if clip.cut and hub.workbench.cut_step(clip.scene)]
    return max(cuts, key=len)


def wait_for_first_cut(hub: Hub, preview: Preview) -> None:
    """The process that draws changes has started and was asked for the first of them, as for any who looks on."""
    timeline, size = hub.workbench.timeline, preview.surface.pixels
    assert timeline is not None
    cut = timeline.clips[1].cut
    assert cut is not None
    start = time.perf_counter()
    until(lambda: preview.source.exact(cut.frames.stop - 1, size.width(), size.height()) is not None)
    print(f"first change fetched after another {time.perf_counter() - start:.1f} s")


def play_cut(hub: Hub, preview: Preview) -> None:
    """Frames a second over a change with a second before and after it, played at 960 x 540."""
    cut, paints = longest_cut(hub), Paints(preview)
    frames = FrameRange(max(cut.start - 30, 0), cut.stop + 30)
    hub.playback.seek(frames.start)
    until(lambda: not hub.playback.is_waiting)
    with Watchdog() as watchdog:
        hub.playback.play_range(frames.start, frames.stop)
        until(lambda: not hub.playback.playing)
    first_at = {frame: (moment, exact) for moment, frame, exact in reversed(paints.seen)}
    shown = sorted(frame for frame in first_at if frame in cut)  # the pages before and after stand still
    moments = [first_at[frame][0] for frame in shown]
    rate = (len(moments) - 1) / (moments[-1] - moments[0])
    exact = sum(first_at[frame][1] for frame in shown)
    gaps = [later - one for one, later in pairwise(moments)]
    print(f"a change of {len(cut)} frames: {len(shown)} shown, {exact} of them exact, {rate:.1f} a second")
    print(f"longest wait for a picture: {max(gaps) * 1000:.0f} ms")
    print(watchdog.told)


def paint_speed(preview: Preview) -> None:
    """How often a second the surface can be painted at all."""
    count, start = 120, time.perf_counter()
    for _ in range(count):
        preview.surface.repaint()
    print(f"painting alone: {count / (time.perf_counter() - start):.0f} pictures a second")


def scrub(hub: Hub, preview: Preview) -> None:
    """Jumps all over the lecture: how soon anything of the frame is seen, and how soon the very frame."""
    timeline = hub.workbench.timeline
    assert timeline is not None
    cut, paints = longest_cut(hub), Paints(preview)
    places = [(index * 7919) % timeline.length for index in range(40)]
    places += [cut.start + (index * 7) % len(cut) for index in range(20)]
    seen: list[float] = []
    exact: list[float] = []
    with Watchdog() as watchdog:
        for place in places:
            paints.seen.clear()
            start = time.perf_counter()
            hub.playback.seek(place)
            preview.surface.update()  # a frame that looks like the one before is not painted again
            until(lambda place=place: any(f == place and e for _, f, e in paints.seen), 5)
            seen.append(next(moment for moment, frame, _ in paints.seen if frame == place) - start)
            exact.append(next(moment for moment, frame, e in paints.seen if frame == place and e) - start)
    for name, values in (("nearest picture", seen), ("very picture", exact)):
        ms = sorted(value * 1000 for value in values)
        print(f"scrub, {name}: median {statistics.median(ms):.0f} ms, worst {ms[-1]:.0f} ms of {len(ms)}")
    print(watchdog.told)


def main(path: Path) -> None:
    """Open a file, wait until all of it is made, and measure."""
    app = QApplication(sys.argv[:1])
    theme.apply(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("CACHE", "STATE"):
            os.environ.setdefault(f"LECTURE_STUDIO_{name}", str(Path(folder, name.lower())))
        made = compose(Settings(store=QSettings(str(Path(folder, "s.ini")), QSettings.Format.IniFormat)))
        hub = made.hub
        preview = Preview(hub)
        preview.resize(preview.width(), preview.height())
        preview.show()
        preview.surface.setFixedSize(960, 540)
        preview.adjustSize()
        try:
            hub.documents.open(path)
            until(lambda: is_made(hub))
            print("no sound device" if hub.playback.is_silent else "with sound")
            wait_for_first_cut(hub, preview)
            paint_speed(preview)
            play_cut(hub, preview)
            scrub(hub, preview)
        finally:
            made.close()


if __name__ == "__main__":
    sample = Path(str(files("resources.samples") / "water-cycle.pptx"))
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else sample)
