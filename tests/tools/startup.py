"""Measures how soon the window stands, against an empty window of PySide6: both in fresh processes, in turn.

    python -m tests.tools.startup [TIMES]

Prints seconds from the start of the process to the first picture, and the ratio of the medians.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time

from tests.tools import as_installed

EMPTY = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, lambda: (print(time.time(), flush=True), app.quit()))
app = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""
OURS = """
import sys, time
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from ui import app as editor
from ui.settings import Settings
from ui.main_window import MainWindow
app = QApplication([])
settings = Settings(store=QSettings(sys.argv[1] + "/settings.ini", QSettings.Format.IniFormat))
editor.dress(app, settings)
made = editor.compose(settings)
window = MainWindow(made.hub)
window.stands.connect(lambda: (print(time.time(), flush=True), app.exit()))
window.show()
app.exec()
assert "torch" not in sys.modules
made.close()
"""


def seconds(script: str) -> float:
    """From the start of a process to the first picture of its window."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.time()
        done = subprocess.run(
            [sys.executable, "-c", script, folder],
            env=as_installed.environment(),
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
    return float(done.stdout.split()[0]) - started


def main(times: int) -> None:
    """Measure both in turn and print."""
    seconds(OURS)  # the first start of all compiles
    pairs = [(seconds(EMPTY), seconds(OURS)) for _ in range(times)]
    empty, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"empty window {empty:.2f} s, editor {ours:.2f} s, ratio {ours / empty:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
