"""Slide, layout and master: what a part holds itself and what it inherits."""

from __future__ import annotations

from dataclasses import dataclass

from renderers.slides.builtin.colors import Palette, read_mapping, read_palette
from renderers.slides.builtin.node import Node
from renderers.slides.builtin.package import Package

_BODY_TYPES = {
    "body",
    "subTitle",
    "obj",
    "tbl",
    "chart",
    "dgm",
    "media",
    "clipArt",
    "pic",
    "vertBody",
    "half",
}
_MASTER_TYPE = {"ctrTitle": "title", "subTitle": "body", "vertTitle": "title"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One slide, layout or master with the sheet it builds on."""

    package: Package
    name: str
    node: Node
    parent: Sheet | None
    theme: Node | None
    theme_name: str
    palette: Palette

    @property
    def master(self) -> Sheet:
        """The sheet at the root."""
        return self.parent.master if self.parent is not None else self

    def shapes(self) -> Node | None:
        """Return the shape tree."""
        return self.node.path("cSld/spTree")

    def target(self, rid: str | None) -> str | None:
        """Return the part that a relationship id of this sheet leads to."""
        relation = self.package.relations(self.name).get(rid or "")
        return None if relation is None or relation.external else relation.target

    def ancestors(self, shape: Node) -> tuple[Node, ...]:
        """Return the placeholders a placeholder inherits from, nearest first (none for other shapes)."""
        found: list[Node] = []
        sheet, wanted = self.parent, shape
        while sheet is not None:
            above = _matching(sheet, wanted)
            if above is not None:
                found.append(above)
                wanted = above
            sheet = sheet.parent
        return tuple(found)


def open_sheet(package: Package, name: str, height: int = 2) -> Sheet | None:
    """Read a slide with its layout and master; None where the slide itself cannot be read.

    `height` counts what may stand above it: a hostile file sends one round in circles.
    """
    node = package.node(name)
    if node is None:
        return None
    above = package.first(name, "slideLayout") if node.tag == "sld" else package.first(name, "slideMaster")
    parent = open_sheet(package, above, height - 1) if above and height and node.tag != "sldMaster" else None
    if parent is None:
        theme_name = package.first(name, "theme") or ""
        theme = package.node(theme_name)
        return Sheet(package, name, node, None, theme, theme_name, read_palette(theme, node.child("clrMap")))
    override = node.path("clrMapOvr/overrideClrMapping")
    colors = parent.palette.colors
    mapping = read_mapping(override) if override is not None else parent.palette.mapping
    return Sheet(package, name, node, parent, parent.theme, parent.theme_name, Palette(colors, mapping))


def placeholder(shape: Node) -> Node | None:
    """Return the p:ph element of a shape, None where it is no placeholder."""
    for child in shape:
        if child.tag.startswith("nv"):
            return child.path("nvPr/ph")
    return None


def kind(ph: Node) -> str:
    """Return a placeholder's type; the schema's default is "obj"."""
    return ph.get("type") or "obj"


def style_kind(ph: Node | None) -> str:
    """Return which of the master's text styles a shape follows: title, body or other."""
    if ph is None:
        return "other"
    if kind(ph) in ("title", "ctrTitle", "vertTitle"):
        return "title"
    return "body" if kind(ph) in _BODY_TYPES else "other"


def _matching(sheet: Sheet, shape: Node) -> Node | None:
    """Find the placeholder of a sheet that `shape` builds on (ECMA-376 part 1, 19.3.1.36)."""
    wanted = placeholder(shape)
    tree = sheet.shapes()
    if wanted is None or tree is None:
        return None
    candidates = [
        (s, ph) for s in tree.every("sp", "pic", "graphicFrame") if (ph := placeholder(s)) is not None
    ]
    if sheet.parent is not None:
        index = wanted.get("idx")
        same = [s for s, ph in candidates if index is not None and ph.get("idx") == index]
        if same:
            return same[0]
    return _by_kind(candidates, kind(wanted), sheet.parent is None)


def _by_kind(candidates: list[tuple[Node, Node]], wanted: str, on_master: bool) -> Node | None:
    exact = [s for s, ph in candidates if kind(ph) == wanted]
    if exact:
        return exact[0]
    general = _MASTER_TYPE.get(wanted, "body" if wanted in _BODY_TYPES and on_master else "")
    titles = {"title", "ctrTitle"}
    for shape, ph in candidates:
        if kind(ph) == general or (wanted in titles and kind(ph) in titles):
            return shape
    return None
