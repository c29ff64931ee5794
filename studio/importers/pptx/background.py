"""The colour behind the slides: what fills a frame of another shape (ECMA-376 Part 1, 19.3.1.1 and 20.1.2.3)."""

from __future__ import annotations

import colorsys

from pptx.opc.package import Part

from studio.importers.pptx.markup import Element, child, children, integer, local, parse, real

WHITE = "#ffffff"
_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_NAMED = {
    "black": "000000",
    "white": "ffffff",
    "red": "ff0000",
    "green": "008000",
    "blue": "0000ff",
    "gray": "808080",
}
_FIRST_BACKGROUND = 1001
"""`p:bgRef@idx` 1001 is the first of the theme's background fills."""

Colour = tuple[float, float, float]


def background_of(master: Part) -> str:
    """The background of a slide master as "#rrggbb": a solid fill, a gradient's first stop, else white."""
    background = child(master._element, "p:cSld", "p:bg")  # pyright: ignore[reportPrivateUsage, reportAttributeAccessIssue]
    theme = theme_of(master)
    mapping = child(master._element, "p:clrMap")  # pyright: ignore[reportPrivateUsage, reportAttributeAccessIssue]
    palette = _palette(theme, {} if mapping is None else dict(mapping.attrib))
    colour = _of_fill(_fill_in(child(background, "p:bgPr")), palette, None)
    reference = child(background, "p:bgRef")
    if colour is None and reference is not None:
        own = _first_colour(reference, palette, None)
        colour = _of_fill(_theme_fill(theme, reference), palette, own) or own
    return WHITE if colour is None else "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def theme_of(master: Part) -> Element | None:
    """The theme of a master; None where it has none."""
    for link in master.rels.values():
        if link.reltype.endswith("/theme") and not link.is_external:
            return parse(link.target_part.blob)
    return None


def theme_name(theme: Element | None) -> str:
    """The name of a theme; "" where there is none."""
    return "" if theme is None else theme.get("name") or ""


def _palette(theme: Element | None, mapping: dict[str, str]) -> dict[str, Colour]:
    """Scheme colour -> colour, the master's colour map applied."""
    scheme = child(theme, "a:themeElements", "a:clrScheme")
    found: dict[str, Colour] = {}
    for slot in () if scheme is None else children(scheme):
        colour = _first_colour(slot, {}, None)
        if colour is not None:
            found[local(slot)] = colour
    for name, slot in (_MAP | mapping).items():
        if slot in found:
            found.setdefault(name, found[slot])
    return found


def _theme_fill(theme: Element | None, reference: Element) -> Element | None:
    styles = child(theme, "a:themeElements", "a:fmtScheme", "a:bgFillStyleLst")
    fills = [] if styles is None else list(children(styles))
    index = (integer(reference.get("idx")) or 0) - _FIRST_BACKGROUND
    if not 0 <= index < len(fills):
        return None
    return fills[index]


def _fill_in(properties: Element | None) -> Element | None:
    fills = () if properties is None else children(properties)
    return next((fill for fill in fills if local(fill) in ("solidFill", "gradFill")), None)


def _of_fill(fill: Element | None, palette: dict[str, Colour], own: Colour | None) -> Colour | None:
    if fill is not None and local(fill) == "solidFill":
        return _first_colour(fill, palette, own)
    stops = child(fill, "a:gsLst")
    places = [] if stops is None else sorted(stops, key=lambda stop: real(stop.get("pos")) or 0.0)
    return _first_colour(places[0], palette, own) if places else None


def _first_colour(parent: Element, palette: dict[str, Colour], own: Colour | None) -> Colour | None:
    """The colour a parent holds; `own` stands for `phClr`, the colour of whoever uses a theme's fill."""
    for node in children(parent):
        kind, value = local(node), node.get("val") or ""
        base: Colour | None = None
        if kind == "srgbClr":
            base = _from_hex(value)
        elif kind == "sysClr":
            base = _from_hex(node.get("lastClr") or "")
        elif kind == "prstClr":
            base = _from_hex(_NAMED.get(value, ""))
        elif kind == "schemeClr":
            base = own if value == "phClr" else palette.get(value)
        if base is not None:
            return _changed(base, node)
    return None


def _from_hex(text: str) -> Colour | None:
    try:
        red, green, blue = bytes.fromhex(text)
    except ValueError:
        return None
    return red / 255, green / 255, blue / 255


def _changed(colour: Colour, node: Element) -> Colour:
    """The colour after its modifiers (20.1.2.3: lumMod, lumOff, tint, shade; the rest changes it little)."""
    for change in children(node):
        amount = _fraction(change.get("val"))
        hue, light, saturation = colorsys.rgb_to_hls(*colour)
        if local(change) == "lumMod":
            colour = colorsys.hls_to_rgb(hue, min(1.0, light * amount), saturation)
        elif local(change) == "lumOff":
            colour = colorsys.hls_to_rgb(hue, min(1.0, light + amount), saturation)
        elif local(change) == "shade":
            colour = (colour[0] * amount, colour[1] * amount, colour[2] * amount)
        elif local(change) == "tint":
            colour = tuple(1 - (1 - part) * amount for part in colour)  # pyright: ignore[reportAssignmentType]
    return colour


def _fraction(text: str | None) -> float:
    """A percentage: 50000 or, in Strict files, "50%"."""
    if text is not None and text.endswith("%"):
        return (real(text[:-1]) or 0.0) / 100
    return (real(text) or 0.0) / 100_000
