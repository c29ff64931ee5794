"""Reads the parts of an Office package (ECMA-376 part 2) without trusting any one of them."""

from __future__ import annotations

import posixpath
import zlib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

from renderers.slides.builtin.node import Node
from studio.importers import zips
from studio.importers.pptx.package import MAX_MARKUP, MAX_PART, is_markup, is_too_much


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship: its kind is the last step of the type, its target a part name or an address."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of one file; broken or missing ones read as absent."""

    def __init__(self, path: Path) -> None:
        self._zip = zips.opened(path)
        self._names = {name.casefold(): name for name in self._zip.namelist()}
        self._nodes: dict[str, Node | None] = {}
        self._relations: dict[str, dict[str, Relation]] = {}

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def blob(self, name: str) -> bytes | None:
        """Return the bytes of a part, None where it is absent, damaged or beyond what an import would read."""
        real = self._names.get(name.casefold())
        # A zip reader gives no more than the size in the directory says.
        if real is None or self._zip.getinfo(real).file_size > (MAX_MARKUP if is_markup(real) else MAX_PART):
            return None
        try:
            return self._zip.read(real)
        except (*zips.BROKEN, zlib.error):
            return None

    def node(self, name: str) -> Node | None:
        """Return the root element of an XML part, None where it is absent or broken."""
        if name not in self._nodes:
            data = self.blob(name)
            try:
                self._nodes[name] = None if data is None or is_too_much(data) else Node.parse(data)
            except (ElementTree.ParseError, RecursionError, ValueError, LookupError):
                self._nodes[name] = None  # a lookup fails where the encoding is unknown
        return self._nodes[name]

    def relations(self, name: str) -> dict[str, Relation]:
        """Return the relationships of a part ("" for the package) by id."""
        if name not in self._relations:
            self._relations[name] = self._read_relations(name)
        return self._relations[name]

    def first(self, name: str, kind: str) -> str | None:
        """Return the part a relationship of that kind leads to."""
        found = (r.target for r in self.relations(name).values() if r.kind == kind and not r.external)
        return next(found, None)

    def _read_relations(self, name: str) -> dict[str, Relation]:
        folder, _, file = name.rpartition("/")
        node = self.node(posixpath.join(folder, "_rels", file + ".rels"))
        relations: dict[str, Relation] = {}
        for entry in node.children("Relationship") if node is not None else ():
            target, external = entry.get("Target") or "", entry.get("TargetMode") == "External"
            kind = (entry.get("Type") or "").rpartition("/")[2]
            if not external:
                target = posixpath.normpath(posixpath.join("/" + folder, unquote(target))).lstrip("/")
            relations[entry.get("Id") or ""] = Relation(kind, target, external)
        return relations
