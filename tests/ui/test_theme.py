"""The look: readable in light and dark, every icon there, sharp and in the theme's colours."""

from __future__ import annotations

import ast
import gc
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui.look import theme
from ui.look.colours import DARK, LIGHT, Colours
from ui.look.icons import UnknownIconError

ROOT = Path(__file__).resolve().parents[2]
ICONS = ROOT / "resources" / "icons"
MARKS = ROOT / "resources" / "look" / "marks"
GROUNDS = ("window", "surface", "raised", "hover", "selection")
THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp, "light")


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2, "contrast ratio": 1 to 21."""

    def luminance(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@THEMES
@pytest.mark.parametrize("name", ["text", "muted", "accent", "warning", "danger", "success"])
def test_text_is_readable_on_every_ground(colours: Colours, name: str) -> None:
    found = {ground: contrast(getattr(colours, name), getattr(colours, ground)) for ground in GROUNDS}
    assert min(found.values()) >= 4.5, found


@THEMES
def test_text_is_readable_on_coloured_grounds(colours: Colours) -> None:
    for ground in (colours.accent, colours.accent_hover, *colours.levels):
        assert contrast(colours.accent_text, ground) >= 4.5, ground.name()
    for name in ("warning", "danger", "success"):
        ground = getattr(colours, f"{name}_surface")
        assert contrast(getattr(colours, name), ground) >= 4.5, name
        assert contrast(colours.text, ground) >= 4.5, name
        assert contrast(colours.muted, ground) >= 4.5, name
    assert contrast(colours.window, colours.text) >= 4.5  # a tool tip is the other way round


@THEMES
def test_marks_and_edges_of_controls_stand_out(colours: Colours) -> None:
    for ground in (colours.window, colours.surface, colours.raised):
        for mark in (colours.outline, colours.focus, *colours.levels):
            assert contrast(mark, ground) >= 3, (mark.name(), ground.name())


@THEMES
def test_the_six_levels_have_six_colours(colours: Colours) -> None:
    assert len({colour.name() for colour in colours.levels}) == 6


@pytest.mark.parametrize("tone", ["light", "dark"])
def test_marks_of_controls_are_drawn_in_the_colours_of_the_theme(tone: str) -> None:
    colours = DARK if tone == "dark" else LIGHT
    for path in MARKS.glob(f"*.{tone}.svg"):
        role = path.name.split(".")[1]
        assert getattr(colours, role).name().upper() in path.read_text().upper(), path.name


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_style_sheet_is_understood_and_its_pictures_are_there(
    qapp: QApplication, choice: theme.Choice, capfd: pytest.CaptureFixture[str]
) -> None:
    theme.apply(qapp, choice)
    label = QLabel("shown")
    label.ensurePolished()
    assert "Could not parse" not in capfd.readouterr().err
    pictures = re.findall(r'url\("(.+?)"\)', qapp.styleSheet())
    assert pictures
    assert all(Path(picture).is_file() for picture in pictures)


def test_a_view_hears_of_another_theme_and_only_then(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, "light")
    with qtbot.waitSignal(theme.changed, timeout=1000):
        theme.apply(qapp, "dark")
    assert theme.current() is DARK
    with qtbot.assertNotEmitted(theme.changed):
        theme.apply(qapp, "dark")


def test_an_icon_takes_the_colours_of_the_theme_in_force(qapp: QApplication) -> None:
    shown = theme.icon("play")
    drawn: dict[str, set[str]] = {}
    for choice in ("light", "dark"):
        theme.apply(qapp, choice)
        drawn[choice] = _inks(shown, QIcon.Mode.Normal)
        assert theme.current().text.name() in drawn[choice]
        assert theme.current().disabled.name() in _inks(shown, QIcon.Mode.Disabled)
    assert drawn["light"] != drawn["dark"]


def test_an_icon_is_sharp_on_a_dense_screen(qapp: QApplication) -> None:
    picture = theme.icon("play").pixmap(QSize(20, 20), 2.0)
    assert (picture.width(), picture.height(), picture.devicePixelRatio()) == (40, 40, 2.0)


def test_copies_of_an_icon_outlive_it(qapp: QApplication) -> None:
    copies = [QIcon(theme.icon("play")) for _ in range(20)]
    for copy in copies:
        copy.addPixmap(theme.icon("play").pixmap(16, 16))
    theme.icon.cache_clear()
    gc.collect()
    assert not any(copy.pixmap(24, 24).isNull() for copy in copies)


def test_a_checked_icon_is_another_one(qapp: QApplication) -> None:
    icon = theme.icon("eye", on="eye-off")
    off, on = (
        icon.pixmap(QSize(32, 32), QIcon.Mode.Normal, state) for state in (QIcon.State.Off, QIcon.State.On)
    )
    assert off.toImage() != on.toImage()


def test_an_unknown_icon_is_named() -> None:
    with pytest.raises(UnknownIconError, match="no-such-icon"):
        theme.icon("no-such-icon")


def test_the_program_has_an_icon_of_its_own(qapp: QApplication) -> None:
    icon = theme.app_icon()
    assert QSize(16, 16) in icon.availableSizes()
    assert len({QColor(icon.pixmap(64, 64).toImage().pixelColor(x, 32)).name() for x in range(64)}) > 4


def test_every_icon_that_is_asked_for_is_there() -> None:
    asked = {name for path in (ROOT / "ui").rglob("*.py") for name in _icon_names(path)}
    missing = {name for name in asked if not (ICONS / f"{name}.svg").is_file()}
    assert asked
    assert not missing


def test_no_icon_is_carried_for_nothing() -> None:
    words = {
        node.value
        for path in (ROOT / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
    }
    assert not {path.stem for path in ICONS.glob("*.svg")} - words


def _icon_names(path: Path) -> Iterator[str]:
    """Names in `theme.icon("…")`, choices among several included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "icon":
            for argument in node.args[:1]:
                yield from _literals(argument)


def _literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def _inks(icon: QIcon, mode: QIcon.Mode) -> set[str]:
    image = icon.pixmap(QSize(48, 48), mode).toImage()
    pixels = (image.pixelColor(x, y) for x in range(48) for y in range(48))
    return {colour.name() for colour in pixels if colour.alpha() == 255}
