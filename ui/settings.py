"""What the program remembers about this user: typed, over QSettings."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, cast

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

ThemeName = Literal["system", "light", "dark"]
MOST_RECENT = 12


class Settings(QObject):
    """The user's preferences and where the windows stood. `changed` tells the name of what was set."""

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None, store: QSettings | None = None) -> None:
        super().__init__(parent)
        self._store = store or QSettings("lecture-studio", "lecture-studio")

    @property
    def language(self) -> str:
        """The language of the window: "system", "en" or "zh_TW"."""
        return self._text("language", "system")

    @language.setter
    def language(self, value: str) -> None:
        self._set("language", value)

    @property
    def theme(self) -> ThemeName:
        """The look of the window."""
        value = self._text("theme", "system")
        return value if value in ("system", "light", "dark") else "system"

    @theme.setter
    def theme(self, value: ThemeName) -> None:
        self._set("theme", value)

    @property
    def reduce_motion(self) -> bool:
        """Whether nothing in the window moves by itself, and new lectures use fades only."""
        return self._flag("reduce_motion", False)

    @reduce_motion.setter
    def reduce_motion(self, value: bool) -> None:
        self._set("reduce_motion", value)

    @property
    def captions(self) -> bool:
        """Whether the preview shows captions."""
        return self._flag("captions", True)

    @captions.setter
    def captions(self, value: bool) -> None:
        self._set("captions", value)

    @property
    def volume(self) -> float:
        """How loud the preview is: 0 to 1."""
        try:
            return min(max(float(self._text("volume", "1")), 0.0), 1.0)
        except ValueError:
            return 1.0

    @volume.setter
    def volume(self, value: float) -> None:
        self._set("volume", f"{value:.3f}")

    @property
    def muted(self) -> bool:
        """Whether the preview is silent."""
        return self._flag("muted", False)

    @muted.setter
    def muted(self, value: bool) -> None:
        self._set("muted", value)

    @property
    def profile(self) -> str:
        """The export profile used last ("": the default)."""
        return self._text("profile", "")

    @profile.setter
    def profile(self, value: str) -> None:
        self._set("profile", value)

    @property
    def cache_limit(self) -> int:
        """How many bytes of made results are kept; 0: the program's own limit."""
        try:
            return max(0, int(self._text("cache_limit", "0")))
        except ValueError:
            return 0

    @cache_limit.setter
    def cache_limit(self, value: int) -> None:
        self._set("cache_limit", str(value))

    @property
    def voices(self) -> tuple[tuple[str, str], ...]:
        """The voice ids that new lectures start with, by language tag (as `Choices.voices`)."""
        self._store.beginGroup("voices")
        found = tuple((tag, str(self._store.value(tag))) for tag in sorted(self._store.childKeys()))
        self._store.endGroup()
        return found

    def set_voice(self, language: str, voice: str) -> None:
        """Choose the voice with which new lectures speak a language; "": the program chooses."""
        if voice:
            self._set(f"voices/{language}", voice)
        else:
            self._store.remove(f"voices/{language}")
            self.changed.emit(f"voices/{language}")

    @property
    def preferences_page(self) -> str:
        """The page of the preferences that was looked at last."""
        return self._text("preferences_page", "")

    @preferences_page.setter
    def preferences_page(self, value: str) -> None:
        self._set("preferences_page", value)

    @property
    def recent(self) -> tuple[Path, ...]:
        """Lectures opened or saved lately, the latest first."""
        value = self._store.value("recent", [])
        names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return tuple(Path(str(name)) for name in cast("list[object]", names))

    def add_recent(self, path: Path) -> None:
        """Put a lecture at the head of the recent ones."""
        others = [other for other in self.recent if other != path]
        self._set("recent", [str(item) for item in (path, *others)][:MOST_RECENT])

    def forget_recent(self, path: Path) -> None:
        """Take a lecture out of the recent ones (it is no longer there)."""
        self._set("recent", [str(other) for other in self.recent if other != path])

    def shortcut(self, action: str) -> str | None:
        """The user's own shortcut for an action ("": none at all); None where he chose none."""
        value = self._store.value(f"shortcuts/{action}")
        return value if isinstance(value, str) else None

    def set_shortcut(self, action: str, keys: str | None) -> None:
        """Choose a shortcut for an action; None: the program's own again."""
        if keys is None:
            self._store.remove(f"shortcuts/{action}")
            self.changed.emit("shortcuts")
        else:
            self._set(f"shortcuts/{action}", keys)

    def layout(self, name: str) -> QByteArray | None:
        """How a part of the window stood when it was last closed."""
        value = self._store.value(f"layout/{name}")
        return value if isinstance(value, QByteArray) else None

    def set_layout(self, name: str, state: QByteArray) -> None:
        """Remember how a part of the window stands."""
        self._store.setValue(f"layout/{name}", state)

    def shown(self, pane: str, default: bool) -> bool:
        """Whether a pane that can be hidden is shown."""
        return self._flag(f"panes/{pane}", default)

    def set_shown(self, pane: str, shown: bool) -> None:
        """Remember whether a pane is shown."""
        self._set(f"panes/{pane}", shown)

    def _text(self, name: str, default: str) -> str:
        value = self._store.value(name, default)
        return value if isinstance(value, str) else default

    def _flag(self, name: str, default: bool) -> bool:
        return str(self._store.value(name, default)).lower() in ("true", "1")

    def _set(self, name: str, value: object) -> None:
        self._store.setValue(name, value)
        self.changed.emit(name)
