"""Writes Office Math in one line of text, so that no equation is lost (ECMA-376 part 1, 22.1)."""

from __future__ import annotations

from renderers.slides.builtin.node import Node


def linear(node: Node) -> str:
    """Return the equation's letters in reading order with the usual signs between them."""
    writer = _WRITERS.get(node.tag)
    if writer is not None:
        return writer(node)
    if node.tag == "t":
        return node.text
    return "".join(linear(child) for child in node)


def _part(node: Node, name: str) -> str:
    child = node.child(name)
    return linear(child) if child is not None else ""


def _grouped(text: str) -> str:
    return text if len(text) <= 1 or text.isalnum() else f"({text})"


def _property(node: Node, holder: str, name: str, default: str) -> str:
    found = node.path(f"{holder}/{name}")
    return default if found is None else found.any_attribute("val")


def _fraction(node: Node) -> str:
    return f"{_grouped(_part(node, 'num'))}/{_grouped(_part(node, 'den'))}"


def _power(node: Node) -> str:
    return f"{_part(node, 'e')}^{_grouped(_part(node, 'sup'))}"


def _index(node: Node) -> str:
    return f"{_part(node, 'e')}_{_grouped(_part(node, 'sub'))}"


def _both(node: Node) -> str:
    return f"{_part(node, 'e')}_{_grouped(_part(node, 'sub'))}^{_grouped(_part(node, 'sup'))}"


def _root(node: Node) -> str:
    return f"{_part(node, 'deg')}√{_grouped(_part(node, 'e'))}"


def _operator(node: Node) -> str:
    low, high = _part(node, "sub"), _part(node, "sup")
    sign = _property(node, "naryPr", "chr", "∫")
    bounds = (f"_{_grouped(low)}" if low else "") + (f"^{_grouped(high)}" if high else "")
    return f"{sign}{bounds} {_part(node, 'e')}"


def _fenced(node: Node) -> str:
    left, right = _property(node, "dPr", "begChr", "("), _property(node, "dPr", "endChr", ")")
    between = _property(node, "dPr", "sepChr", "|")
    return left + between.join(linear(e) for e in node.children("e")) + right


def _rows(node: Node) -> str:
    rows = (" ".join(linear(e) for e in row.children("e")) for row in node.children("mr"))
    return "[" + "; ".join(rows) + "]"


def _limit(node: Node) -> str:
    return f"{_part(node, 'e')}({_part(node, 'lim')})"


def _function(node: Node) -> str:
    return f"{_part(node, 'fName')} {_part(node, 'e')}"


_WRITERS = {
    "f": _fraction,
    "sSup": _power,
    "sSub": _index,
    "sSubSup": _both,
    "rad": _root,
    "nary": _operator,
    "d": _fenced,
    "m": lambda node: _rows(node) if node.child("mr") is not None else "".join(linear(c) for c in node),
    "limLow": _limit,
    "limUpp": _limit,
    "func": _function,
    "eqArr": lambda node: "; ".join(linear(e) for e in node.children("e")),
}
