"""A typed, read-only view of OOXML elements, so that no other module touches namespaces.

Elements and attributes are matched by local name, which makes transitional and strict files
(ECMA-376 parts 1 and 4) read alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

EMU_PER_UNIT = 1270.0
"""The painter's unit is a tenth of a point; DrawingML lengths are EMU (ECMA-376 part 1, 20.1.2.1)."""
_SUFFIXES = {"pt": 12700.0, "in": 914400.0, "cm": 360000.0, "mm": 36000.0, "pc": 152400.0, "pi": 152400.0}


def local(name: str) -> str:
    """Return a qualified name without its namespace."""
    return name.rpartition("}")[2]


def units(text: str | None, default: float = 0.0) -> float:
    """Return a DrawingML length (EMU, or strict "1.5pt") in painter units."""
    return default if text is None else emu(text) / EMU_PER_UNIT


def emu(text: str) -> float:
    """Return a DrawingML length in EMU; unreadable ones count as zero."""
    try:
        return float(text)
    except ValueError:
        factor = _SUFFIXES.get(text[-2:], 0.0)
        return float(text[:-2] or 0) * factor if factor else 0.0


def ratio(text: str | None, default: float = 0.0) -> float:
    """Return a DrawingML percentage (100000 or strict "100%") as a fraction of one."""
    if text is None:
        return default
    try:
        return float(text[:-1]) / 100.0 if text.endswith("%") else float(text) / 100000.0
    except ValueError:
        return default


class Node:
    """One element: children and attributes by local name."""

    __slots__ = ("_element",)

    def __init__(self, element: ElementTree.Element) -> None:
        self._element = element

    @classmethod
    def parse(cls, data: bytes) -> Node:
        """Read a part; raises ElementTree.ParseError, also where the part declares a document type."""
        if b"<!DOCTYPE" in data[:4096]:
            raise ElementTree.ParseError("document types are not read")
        root = ElementTree.fromstring(data)
        _settle_alternatives(root)
        return cls(root)

    @classmethod
    def made(cls, tag: str, **attributes: str) -> Node:
        """Make an element that stands in no file."""
        return cls(ElementTree.Element(tag, attributes))

    def with_child(self, child: Node) -> Node:
        """Append a child to an element made here; returns self."""
        self._element.append(child._element)
        return self

    @property
    def tag(self) -> str:
        """Local name."""
        return local(self._element.tag)

    @property
    def text(self) -> str:
        """Character data straight inside the element."""
        return self._element.text or ""

    @property
    def key(self) -> int:
        """Identity of the underlying element, for look-ups within one part."""
        return id(self._element)

    def __iter__(self) -> Iterator[Node]:
        return (Node(child) for child in self._element)

    def __len__(self) -> int:
        return len(self._element)

    def child(self, *names: str) -> Node | None:
        """Return the first child with one of the names."""
        for child in self._element:
            if local(child.tag) in names:
                return Node(child)
        return None

    def children(self, *names: str) -> list[Node]:
        """Return the children with one of the names, in order."""
        return [Node(child) for child in self._element if local(child.tag) in names]

    def path(self, steps: str) -> Node | None:
        """Follow child names parted by slashes."""
        node: Node | None = self
        for step in steps.split("/"):
            node = node.child(step) if node is not None else None
        return node

    def find(self, name: str) -> Node | None:
        """Return the first descendant (or self) with the name."""
        return next(self.every(name), None)

    def every(self, *names: str) -> Iterator[Node]:
        """Walk all descendants (and self) with one of the names, in document order."""
        return (Node(e) for e in self._element.iter() if local(e.tag) in names)

    def get(self, name: str) -> str | None:
        """Return a plain attribute."""
        return self._element.get(name)

    def rid(self, name: str) -> str | None:
        """Return an attribute of the relationships namespace (r:id, r:embed, …)."""
        for key, value in self._element.attrib.items():
            if key.endswith("/relationships}" + name):
                return value
        return None

    def any_attribute(self, name: str) -> str:
        """Return an attribute of whatever namespace; empty where there is none."""
        return next((v for k, v in self._element.attrib.items() if local(k) == name), "")

    def flag(self, name: str) -> bool | None:
        """Return an xsd:boolean attribute, None where absent."""
        value = self._element.get(name)
        return None if value is None else value in ("1", "true", "on")

    def whole(self, name: str, default: int = 0) -> int:
        """Return a whole-number attribute."""
        try:
            return int(float(self._element.get(name, default)))
        except ValueError:
            return default

    def ratio(self, name: str, default: float = 0.0) -> float:
        """Return a percentage attribute as a fraction of one."""
        return ratio(self._element.get(name), default)

    def units(self, name: str, default: float = 0.0) -> float:
        """Return a length attribute in painter units."""
        return units(self._element.get(name), default)


class Cascade:
    """Property elements from the nearest to the farthest; the nearest that says something wins."""

    __slots__ = ("nodes",)

    def __init__(self, *nodes: Node | None) -> None:
        self.nodes = tuple(node for node in nodes if node is not None)

    def get(self, name: str) -> str | None:
        """Return the attribute from the nearest element that has it."""
        return next((v for v in (n.get(name) for n in self.nodes) if v is not None), None)

    def flag(self, name: str) -> bool | None:
        """Return the boolean attribute from the nearest element that has it."""
        return next((v for v in (n.flag(name) for n in self.nodes) if v is not None), None)

    def child(self, *names: str) -> Node | None:
        """Return the child of the nearest element that has one of the names."""
        return next((c for c in (n.child(*names) for n in self.nodes) if c is not None), None)

    def units(self, name: str, default: float = 0.0) -> float:
        """Return the length in painter units from the nearest element that has it."""
        return units(self.get(name), default)

    def deeper(self, name: str) -> Cascade:
        """Return the cascade of the children with that name."""
        return Cascade(*(node.child(name) for node in self.nodes))


def _settle_alternatives(element: ElementTree.Element) -> None:
    """Replace each mc:AlternateContent by the branch that can be drawn.

    The Fallback is what the author's program prepared for readers that know no extension; an empty one
    means the content exists only in a Choice (ECMA-376 part 3, 10.2).
    """
    settled: list[ElementTree.Element] = []
    changed = False
    for child in element:
        if local(child.tag) == "AlternateContent":
            changed = True
            settled.extend(_branch(child))
        else:
            settled.append(child)
    if changed:
        element[:] = settled
    for child in element:
        _settle_alternatives(child)
    if any(local(child.tag) == "AlternateContent" for child in element):
        _settle_alternatives(element)


def _branch(alternatives: ElementTree.Element) -> list[ElementTree.Element]:
    branches = list(alternatives)
    fallback = [list(b) for b in branches if local(b.tag) == "Fallback" and len(b)]
    choices = [list(b) for b in branches if local(b.tag) == "Choice" and len(b)]
    return (fallback or choices or [[]])[0]
