"""DrawingML colours: from the element that names one to the colour that is painted.

Source: ECMA-376 part 1, 20.1.2.3 (colour elements and their transforms).
"""

from __future__ import annotations

import colorsys
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QColor

from renderers.slides.builtin.node import Node, ratio

COLOR_TAGS = ("srgbClr", "schemeClr", "sysClr", "prstClr", "scrgbClr", "hslClr")
Rgb = tuple[float, float, float]
_SHORT = {"dk": "dark", "lt": "light", "med": "medium"}
_DIRECT_MAP = {"tx1": "dk1", "tx2": "dk2", "bg1": "lt1", "bg2": "lt2"}


@dataclass(frozen=True, slots=True)
class Palette:
    """A theme's colours seen through a master's or slide's colour map."""

    colors: dict[str, QColor]
    mapping: dict[str, str]

    def scheme(self, name: str) -> QColor:
        """Return a scheme colour; unknown names are black."""
        slot = self.mapping.get(name) or _DIRECT_MAP.get(name, name)
        return self.colors.get(slot, QColor(0, 0, 0))

    def color(self, node: Node | None, placeholder: QColor | None = None) -> QColor | None:
        """Return the colour named inside `node` (or by it), None where it names none."""
        if node is None:
            return None
        named = node if node.tag in COLOR_TAGS else node.child(*COLOR_TAGS)
        if named is None:
            return None
        return transformed(self._base(named, placeholder), named)

    def _base(self, node: Node, placeholder: QColor | None) -> QColor:
        value = node.get("val") or ""
        if node.tag == "schemeClr":
            return (placeholder or QColor(0, 0, 0)) if value == "phClr" else self.scheme(value)
        if node.tag == "srgbClr":
            return QColor("#" + value) if len(value) == 6 else QColor(0, 0, 0)
        if node.tag == "sysClr":
            last = node.get("lastClr")
            return QColor("#" + last) if last else QColor("white" if value == "window" else "black")
        if node.tag == "prstClr":
            return _preset(value)
        return _from_channels(node)


def read_palette(theme: Node | None, mapping: Node | None) -> Palette:
    """Return the palette of a theme part and a clrMap element."""
    scheme = theme.path("themeElements/clrScheme") if theme is not None else None
    bare = Palette({}, {})
    colors = {entry.tag: bare.color(entry) or QColor(0, 0, 0) for entry in scheme or ()}
    return Palette(colors, read_mapping(mapping))


def read_mapping(mapping: Node | None) -> dict[str, str]:
    """Return the colour map as a table of names."""
    names = ("bg1", "tx1", "bg2", "tx2", *(f"accent{i}" for i in range(1, 7)), "hlink", "folHlink")
    return {n: v for n in names if mapping is not None and (v := mapping.get(n))}


def transformed(color: QColor, node: Node) -> QColor:
    """Apply the transforms inside a colour element, in their order."""
    rgb: Rgb = (color.redF(), color.greenF(), color.blueF())
    alpha = color.alphaF()
    for step in node:
        amount = ratio(step.get("val"), 1.0)
        if step.tag == "alpha":
            alpha = amount
        elif step.tag == "alphaMod":
            alpha *= amount
        elif step.tag == "alphaOff":
            alpha += ratio(step.get("val"))
        elif step.tag in _TRANSFORMS:
            rgb = _TRANSFORMS[step.tag](rgb, amount)
    return of_channels(rgb, alpha)


def of_channels(rgb: Rgb, alpha: float = 1.0) -> QColor:
    """Return the colour of channels from 0 to 1; values beyond are cut."""
    return QColor.fromRgbF(_unit(rgb[0]), _unit(rgb[1]), _unit(rgb[2]), _unit(alpha))


def _unit(value: float) -> float:
    return min(1.0, max(0.0, value))


def _preset(name: str) -> QColor:
    for short, full in _SHORT.items():
        if name.startswith(short) and not name.startswith(full):
            name = full + name[len(short) :]
    color = QColor(name.lower())
    return color if color.isValid() else QColor(0, 0, 0)


def _from_channels(node: Node) -> QColor:
    if node.tag == "scrgbClr":
        linear = (node.ratio("r"), node.ratio("g"), node.ratio("b"))
        red, green, blue = (_encoded(_unit(c)) for c in linear)
        return of_channels((red, green, blue))
    hue = node.whole("hue") / 60000.0 / 360.0
    return QColor.fromRgbF(
        *(_unit(c) for c in colorsys.hls_to_rgb(hue, node.ratio("lum"), node.ratio("sat")))
    )


def _linear(c: float) -> float:
    return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4


def _encoded(c: float) -> float:
    return c * 12.92 if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055


def _in_hsl(change: Callable[[float, float, float, float], Rgb]) -> Callable[[Rgb, float], Rgb]:
    def apply(rgb: Rgb, amount: float) -> Rgb:
        hue, light, sat = colorsys.rgb_to_hls(*rgb)
        hue, light, sat = change(hue, light, sat, amount)
        return colorsys.hls_to_rgb(hue % 1.0, _unit(light), _unit(sat))

    return apply


def _in_linear(change: Callable[[float, float], float]) -> Callable[[Rgb, float], Rgb]:
    def apply(rgb: Rgb, amount: float) -> Rgb:
        red, green, blue = (_encoded(_unit(change(_linear(c), amount))) for c in rgb)
        return red, green, blue

    return apply


def _gray(rgb: Rgb, _amount: float) -> Rgb:
    level = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]
    return level, level, level


def _each(change: Callable[[float], float]) -> Callable[[Rgb, float], Rgb]:
    return lambda rgb, _amount: (change(rgb[0]), change(rgb[1]), change(rgb[2]))


_TRANSFORMS: dict[str, Callable[[Rgb, float], Rgb]] = {
    "lumMod": _in_hsl(lambda h, lum, s, a: (h, lum * a, s)),
    "lumOff": _in_hsl(lambda h, lum, s, a: (h, lum + a, s)),
    "lum": _in_hsl(lambda h, _l, s, a: (h, a, s)),
    "satMod": _in_hsl(lambda h, lum, s, a: (h, lum, s * a)),
    "satOff": _in_hsl(lambda h, lum, s, a: (h, lum, s + a)),
    "sat": _in_hsl(lambda h, lum, _s, a: (h, lum, a)),
    "hueMod": _in_hsl(lambda h, lum, s, a: (h * a, lum, s)),
    # Hue amounts are 60000ths of a degree, read here as 100000ths of one.
    "hueOff": _in_hsl(lambda h, lum, s, a: (h + a * 100000 / 60000 / 360, lum, s)),
    "hue": _in_hsl(lambda _h, lum, s, a: (a * 100000 / 60000 / 360, lum, s)),
    "comp": _in_hsl(lambda h, lum, s, _a: (h + 0.5, lum, s)),
    "tint": _in_linear(lambda c, a: c * a + 1 - a),
    "shade": _in_linear(lambda c, a: c * a),
    "gamma": _each(_encoded),
    "invGamma": _each(_linear),
    "inv": _each(lambda c: 1 - c),
    "gray": _gray,
    "red": lambda rgb, a: (a, rgb[1], rgb[2]),
    "green": lambda rgb, a: (rgb[0], a, rgb[2]),
    "blue": lambda rgb, a: (rgb[0], rgb[1], a),
}
