"""The named colours of the editor, light and dark.

Every pair of text and ground keeps a contrast of 4.5:1, every mark and edge of a control 3:1 (WCAG 2.2, 1.4.3
and 1.4.11, level AA); a test computes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

if TYPE_CHECKING:
    from studio.lecture import Level


@dataclass(frozen=True, slots=True)
class Colours:
    """All colours a view may use.

    Grounds: `window` lies behind everything, `surface` is a pane, a list or a field, `raised` a card or a bar,
    `hover` whatever the pointer is over, `selection` what is selected. `border` only parts areas; `outline` is the
    edge of a control. `levels` mark the coherence levels 0 to 5, always beside a number or a shape;
    `on_accent` is text on `accent` and on any of `levels`. `shade` dims what is hidden or trimmed (with alpha).
    """

    dark: bool
    window: QColor
    surface: QColor
    raised: QColor
    hover: QColor
    selection: QColor
    border: QColor
    outline: QColor
    text: QColor
    muted: QColor
    disabled: QColor
    accent: QColor
    accent_hover: QColor
    accent_text: QColor
    focus: QColor
    warning: QColor
    warning_surface: QColor
    danger: QColor
    danger_surface: QColor
    success: QColor
    success_surface: QColor
    shade: QColor
    levels: tuple[QColor, ...]

    def level(self, level: Level | int) -> QColor:
        """The colour of a coherence level's mark."""
        return self.levels[int(level)]

    def names(self) -> dict[str, str]:
        """The colours as a style sheet writes them, by name."""
        values = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return {name: value.name() for name, value in values.items() if isinstance(value, QColor)}


def _colours(dark: bool, levels: str, shade: QColor, **names: str) -> Colours:
    plain = {name: QColor(value) for name, value in names.items()}
    return Colours(dark=dark, levels=tuple(QColor(one) for one in levels.split()), shade=shade, **plain)


LIGHT = _colours(
    False,
    "#5F6775 #3157C8 #0B7285 #2B7A3D #9A5B00 #8B3FB0",
    QColor(243, 244, 247, 170),
    window="#F3F4F7",
    surface="#FFFFFF",
    raised="#F8F9FB",
    hover="#E9ECF2",
    selection="#DCE6FD",
    border="#D8DCE4",
    outline="#848C9B",
    text="#1B1F28",
    muted="#565E6C",
    disabled="#8D94A1",
    accent="#3157C8",
    accent_hover="#284BB3",
    accent_text="#FFFFFF",
    focus="#3157C8",
    warning="#875000",
    warning_surface="#FDF3DF",
    danger="#B3261E",
    danger_surface="#FDECEA",
    success="#1A6B3A",
    success_surface="#E6F4EA",
)

DARK = _colours(
    True,
    "#A6AEBC #8CA6FF #5CC8DB #7FD08F #EDB25A #D79BF2",
    QColor(20, 22, 27, 170),
    window="#14161B",
    surface="#1C1F26",
    raised="#252932",
    hover="#2F3440",
    selection="#2C3B69",
    border="#363C49",
    outline="#7B8598",
    text="#E9EBF0",
    muted="#A9B1BF",
    disabled="#6A7282",
    accent="#8CA6FF",
    accent_hover="#A3B8FF",
    accent_text="#0E1530",
    focus="#A9BDFF",
    warning="#F0B74A",
    warning_surface="#33290F",
    danger="#FF9A90",
    danger_surface="#3A1C1A",
    success="#74D192",
    success_surface="#16301F",
)
