"""The directions that can be put into a script, by name; written as the script's language writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from studio.languages import language_of, primary
from studio.lecture import Lecture, Level, Scene
from ui.controls import spoken
from ui.language import words

if TYPE_CHECKING:
    from ui.hub import Hub

PAUSES = (1, 2, 3, 5, 10)
LENGTHS = (5, 10, 20, 30)

_WRITTEN = {
    "en": {
        **{name: name for name in ("pause", "voice", "speed", "duration", "transition", "slow", "fast")},
        **{name: name for name in ("arrive", "draw")},
        **{name: name for name in ("normal", "very slow", "very fast", "none", "fade", "push", "hold")},
        "move": "move",
        "s": "s",
        "open": "(",
        "close": ")",
        "colon": ": ",
    },
    "zh": {
        "pause": "停頓",
        "voice": "聲音",
        "speed": "語速",
        "duration": "時長",
        "transition": "轉場",
        "slow": "慢",
        "fast": "快",
        "normal": "正常",
        "very slow": "很慢",
        "very fast": "很快",
        "none": "無",
        "fade": "淡入",
        "push": "推入",
        "hold": "相同不動",
        "move": "物件移動",
        "arrive": "進場",
        "draw": "手繪",
        "s": "秒",
        "open": "（",
        "close": "）",
        "colon": "：",
    },
}
"""Words of directions as `studio.directions` understands them; simplified characters use the English ones."""


def direction(key: str, value: str, chinese: bool) -> str:
    """A direction as it is written into a script: "(pause: 2 s)" or "（停頓：2 秒）"."""
    table = _WRITTEN["zh" if chinese else "en"]
    number, _, unit = value.partition(" ")
    written = f"{number} {table['s']}" if unit == "s" else table.get(value, value)
    return f"{table['open']}{table[key]}{table['colon']}{written}{table['close']}"


def writes_chinese(scene: Scene | None, lecture: Lecture | None) -> bool:
    """Whether a script is in traditional Chinese, so that its directions shall be too."""
    if scene is None or lecture is None:
        return False
    declared = scene.script.language or lecture.language
    tag = language_of(scene.script.words[:400], ((declared, 1),), declared)
    return primary(tag) in ("zh", "yue") and tag.lower() not in ("zh-cn", "zh-sg", "zh-hans")


class InsertMenu(QMenu):
    """Filled anew each time it opens: voices and the script's language change."""

    chosen = Signal(str)

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self.setTitle(self.tr("Insert"))
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Make the entries."""
        self.clear()
        pauses = self.addMenu(self.tr("Pause"))
        for seconds in PAUSES:
            self._add(pauses, words.duration(seconds), "pause", f"{seconds} s")
        self._fill_voices(self.addMenu(self.tr("Another voice from here on")))
        speeds = self.addMenu(self.tr("Speed from here on"))
        for value, told in (
            ("very slow", self.tr("Very slow")),
            ("slow", self.tr("Slow")),
            ("normal", self.tr("Normal")),
            ("fast", self.tr("Fast")),
            ("very fast", self.tr("Very fast")),
        ):
            self._add(speeds, told, "speed", value)
        lengths = self.addMenu(self.tr("The scene stays for at least"))
        for seconds in LENGTHS:
            self._add(lengths, words.duration(seconds), "duration", f"{seconds} s")
        changes = self.addMenu(self.tr("Change to this scene"))
        for value, told in (
            ("none", words.level_name(Level.CUT)),
            ("fade", words.style("dissolve")),
            ("push", words.style("push")),
            ("hold", words.level_name(Level.HOLD)),
            ("move", words.level_name(Level.MOVE)),
        ):
            self._add(changes, told, "transition", value)
        self._add(self, self.tr("New things are drawn"), "arrive", "draw")

    def _fill_voices(self, menu: QMenu) -> None:
        session, workbench = self._hub.session, self._hub.workbench
        scene, lecture = session.scene, session.lecture
        declared = scene.script.language if scene is not None else ""
        if not declared and lecture is not None:
            declared = lecture.language
        heard = [primary(declared)] if declared else []
        heard += spoken.heard_languages(workbench.timeline, lecture)
        for tag in dict.fromkeys(heard):
            found = spoken.voices(workbench.means, tag)
            target = menu.addMenu(words.language(tag)) if len(set(heard)) > 1 and found else menu
            for _, name in found:
                self._add(target, name, "voice", name)
        if menu.isEmpty():
            menu.addAction(self.tr("No voice found yet")).setEnabled(False)
            return
        menu.addSeparator()
        back = menu.addAction(self.tr("Back to the chosen voice"))
        back.triggered.connect(lambda: self.chosen.emit("</voice>"))

    def _add(self, menu: QMenu, told: str, key: str, value: str) -> None:
        chinese = writes_chinese(self._hub.session.scene, self._hub.session.lecture)
        text = direction(key, value, chinese)
        menu.addAction(told.replace("&", "&&")).triggered.connect(lambda: self.chosen.emit(text))
