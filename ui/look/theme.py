"""The theme: light, dark or as the system has it. Colours, fonts, style sheet and icons of the whole program.

Views ask `current()` for colours and `icon()` for icons, and repaint on `changed`. What a style sheet can say is
said by dynamic properties: `card`, `bar`, `notice`, `line`, `role` (labels), `primary`, `danger`, `flat`, `link`,
`chip`, `bare`, `framed`, `ground`; see resources/look/editor.qss.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Literal, get_args

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from ui.look import icons
from ui.look.colours import DARK, LIGHT, Colours
from ui.look.icons import app_icon, icon

__all__ = ["CHOICES", "Choice", "Colours", "app_icon", "apply", "changed", "current", "icon", "prefer_script"]

Choice = Literal["light", "dark", "system"]
CHOICES: tuple[Choice, ...] = get_args(Choice)

GRID = 8
"""Steps between things, in device-independent pixels; 4 inside controls."""

_SMALLEST_POINTS = 10.0
"""Text is no smaller than this (10 pt are 13.3 px at 96 dpi); a person who set a larger font keeps it."""

_WIDE_FAMILIES = {
    "Hant": (
        "PingFang TC",
        "Microsoft JhengHei UI",
        "Noto Sans CJK TC",
        "Noto Sans TC",
        "Source Han Sans TC",
    ),
    "Hans": ("PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC"),
}
"""Chinese characters are drawn as Taiwan (or the mainland) writes them, whatever the system's language is."""


class _Theme(QObject):
    """What is in force, and who wants to hear of a change."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.colours = LIGHT
        self.choice: Choice = "system"
        self.script = ""
        self.follows = False

    def follow_system(self) -> None:
        """The system went dark or light; matters only while we follow it."""
        app = QApplication.instance()
        if self.choice == "system" and isinstance(app, QApplication):
            _put_on(app)


_theme = _Theme()
changed = _theme.changed
"""Other colours are in force."""


def current() -> Colours:
    """The colours in force."""
    return _theme.colours


def apply(app: QApplication, choice: Choice = "system") -> None:
    """Give the whole program its look; may be called again at any time."""
    _theme.choice = choice
    hints = app.styleHints()
    if not _theme.follows:
        hints.colorSchemeChanged.connect(_theme.follow_system)
        _theme.follows = True
    # Frames and dialogs drawn by the system follow too.
    schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    hints.setColorScheme(schemes.get(choice, Qt.ColorScheme.Unknown))
    _put_on(app)


def prefer_script(script: str) -> None:
    """Draw Chinese characters in the forms of `script` ("Hant", "Hans", "": as the system does)."""
    _theme.script = script
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setFont(_font())


def _put_on(app: QApplication) -> None:
    dark = _theme.choice == "dark" or (
        _theme.choice == "system" and app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    )
    before, _theme.colours = _theme.colours, DARK if dark else LIGHT
    icons.use(_theme.colours)
    if app.style().name() != "fusion":
        app.setStyle(QStyleFactory.create("fusion"))
    app.setPalette(palette(_theme.colours))
    app.setFont(_font())
    sheet = style_sheet(_theme.colours)
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)
    if before is not _theme.colours:
        changed.emit()


def _font() -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    smallest = 13.0 if sys.platform == "darwin" else _SMALLEST_POINTS
    font.setPointSizeF(max(font.pointSizeF(), smallest))
    if _theme.script:
        font.setFamilies([font.family(), *_wide_families(_theme.script)])
    return font


@cache
def _wide_families(script: str) -> tuple[str, ...]:
    """Those of the script's families that are installed."""
    installed = set(QFontDatabase.families())
    return tuple(family for family in _WIDE_FAMILIES.get(script, ()) if family in installed)


def style_sheet(colours: Colours) -> str:
    """The style sheet in these colours."""
    look = files("resources.look")
    points = _font().pointSizeF()
    return Template((look / "editor.qss").read_text(encoding="utf-8")).substitute(
        colours.names(),
        marks=Path(str(look / "marks")).as_posix(),
        tone="dark" if colours.dark else "light",
        small_size=f"{points * 0.9:.1f}pt",
        heading_size=f"{points * 1.25:.1f}pt",
        title_size=f"{points * 1.8:.1f}pt",
        button_layout={"darwin": "1", "win32": "0"}.get(sys.platform, "3"),
    )


def palette(colours: Colours) -> QPalette:
    """The same colours for what is painted without a style sheet: text, links, Fusion's own parts."""
    roles = QPalette.ColorRole
    table: dict[QPalette.ColorRole, QColor] = {
        roles.Window: colours.window,
        roles.WindowText: colours.text,
        roles.Base: colours.surface,
        roles.AlternateBase: colours.raised,
        roles.ToolTipBase: colours.text,
        roles.ToolTipText: colours.window,
        roles.PlaceholderText: colours.muted,
        roles.Text: colours.text,
        roles.Button: colours.surface,
        roles.ButtonText: colours.text,
        roles.BrightText: colours.danger,
        roles.Link: colours.accent,
        roles.LinkVisited: colours.accent,
        roles.Highlight: colours.accent,
        roles.HighlightedText: colours.accent_text,
        roles.Accent: colours.accent,
        roles.Light: colours.raised,
        roles.Midlight: colours.hover,
        roles.Mid: colours.border,
        roles.Dark: colours.outline,
        roles.Shadow: colours.outline,
    }
    result = QPalette()
    for role, colour in table.items():
        result.setColor(role, colour)
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.PlaceholderText):
        result.setColor(QPalette.ColorGroup.Disabled, role, colours.disabled)
    result.setColor(QPalette.ColorGroup.Disabled, roles.Highlight, colours.hover)
    result.setColor(QPalette.ColorGroup.Disabled, roles.HighlightedText, colours.disabled)
    return result
