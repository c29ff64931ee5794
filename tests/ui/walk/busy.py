"""Typing, dragging and undoing while a 1080p video is made: `busy.py DECK FOLDER` prints the longest gaps.

A gap is how long the event loop of the window stood still; what is asked for is 50 ms at most.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QPoint, QSettings
from PySide6.QtWidgets import QApplication

from renderers import profiles
from renderers.export import Order
from studio.lecture import Lecture
from tests.ui.walk import hand
from tests.ui.walk.driver import Driver, Until, Walk
from tests.ui.watchdog import Watchdog
from ui.app import compose, dress
from ui.hub import Hub
from ui.main_window import MainWindow
from ui.settings import Settings

WORDS = "Every drop of water has been here before, again and again. "


@dataclass
class Busy:
    """Somebody who goes on working while a video is made."""

    hub: Hub
    window: MainWindow
    deck: Path
    video: Path
    gaps: dict[str, Watchdog] = field(default_factory=dict[str, Watchdog])

    def walk(self) -> Walk:
        """Open, export, then type, drag, undo."""
        self.hub.documents.open(self.deck)
        yield Until("the lecture", lambda: self.hub.session.lecture is not None)
        last = self.lecture.scenes[-1].id
        yield Until("all pages", lambda: self.hub.workbench.page_key(last), 180)
        self.window.page.import_card.dismiss()
        yield Until("the window", lambda: hand.in_front(self.window))
        profile = profiles.load("youtube-1080p")
        self.hub.exporting.start(Order(self.lecture, profile, self.video))
        yield Until("the export at work", self.is_encoding, 180)
        yield from self.type_words()
        yield from self.drag_a_scene()
        yield from self.undo_everything()
        if not self.hub.exporting.busy:
            print("busy: the export ended too early to say anything", flush=True)
        self.hub.exporting.close()
        self.hub.session.close()

    def is_encoding(self) -> bool:
        """Whether the export is beyond speaking and drawing."""
        jobs = self.hub.exporting.running
        task = jobs[0].task if jobs else None
        return task is not None and task.progress is not None and task.progress.stage in ("render", "join")

    def type_words(self) -> Walk:
        """Type into the script, as fast as a good typist, for some seconds."""
        script = self.window.page.script.field
        hand.click(script, QPoint(script.width() // 2, script.height() - 12))
        yield Until("the cursor in the script", script.hasFocus)
        hand.keys("ctrl+Home")
        before = len(self.lecture.scenes[0].script.words)
        with self.watched("typing"):
            hand.write_on(WORDS, delay_ms=60)
            yield Until(
                "the words", lambda: len(self.lecture.scenes[0].script.words) >= before + len(WORDS) - 1
            )

    def drag_a_scene(self) -> Walk:
        """Drag the second scene behind the third."""
        view = self.window.page.storyboard.view
        second, fourth = (self.lecture.scenes[number].id for number in (1, 2))
        start, stop = view.scene_rect(second).center(), view.scene_rect(fourth).center() + QPoint(0, 60)
        order = [scene.id for scene in self.lecture.scenes]
        with self.watched("drag"):
            hand.drag_on(start, stop)
            yield Until("the other order", lambda: [scene.id for scene in self.lecture.scenes] != order)

    def undo_everything(self) -> Walk:
        """Undo it all, step by step."""
        with self.watched("undo"):
            while (history := self.hub.session.history) is not None and history.undoes is not None:
                done = history.done
                pressed = hand.keys_on("ctrl+z")
                yield Until("a step back", lambda done=done: self.steps() < done)
                yield Until("the keys to be let go", lambda pressed=pressed: pressed.poll() is not None)

    def steps(self) -> int:
        """How many steps can be undone."""
        return 0 if self.hub.session.history is None else self.hub.session.history.done

    def watched(self, what: str) -> Watchdog:
        """A watchdog for one kind of work."""
        self.gaps[what] = Watchdog(self.window)
        return self.gaps[what]

    @property
    def lecture(self) -> Lecture:
        """The open lecture."""
        assert self.hub.session.lecture is not None
        return self.hub.session.lecture


def main(deck: Path, folder: Path) -> int:
    """Work while a video is made; 0 if everything was done."""
    app = QApplication(["lecture-studio"])
    settings = Settings(store=QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    settings.language = "en"
    dress(app, settings)
    made = compose(settings)
    window = MainWindow(made.hub)
    window.show()
    busy = Busy(made.hub, window, deck, folder / "busy.mp4")
    driver = Driver(busy.walk())
    code = app.exec()
    del driver
    for what, watchdog in busy.gaps.items():
        print(f"busy: {what}: {watchdog.told}", flush=True)
    made.close()
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
