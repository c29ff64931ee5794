"""Relationships between the parts of a package (ECMA-376 Part 2, 9.3), and what to do with broken ones."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote, urlsplit

from studio.importers.pptx.markup import Element, local, parse, written
from studio.importers.pptx.package import Package

RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


def targets(package: Package, source: str) -> dict[str, tuple[str, str]]:
    """The internal relationships of a part: id -> (type, part name); the part may be missing."""
    data = package.parts.get(rels_name(source))
    found: dict[str, tuple[str, str]] = {}
    for link in parse(data) if data else ():
        if local(link) == "Relationship" and link.get("Id") and link.get("TargetMode") != "External":
            target = _resolve(source, link.get("Target") or "")
            found[link.get("Id")] = (link.get("Type") or "", target)
    return found


def rels_name(source: str) -> str:
    """The part that holds the relationships of a part; of the package itself for ""."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def source_of(rels: str) -> str:
    """The part whose relationships a part holds."""
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def _resolve(source: str, target: str) -> str:
    path = unquote(urlsplit(target).path) if "%" in target else target.partition("#")[0]
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(source), path)).lstrip("/")


def mend_relationships(package: Package) -> dict[str, tuple[str, ...]]:
    """Drop relationships to parts that are not there; find those that differ in upper and lower case.

    Returns the kinds of relationship dropped, each once, by the part they started from.
    """
    by_case = {name.casefold(): name for name in package.parts}
    dropped: dict[str, dict[str, None]] = {}
    for rels in [name for name in package.parts if name.endswith(".rels")]:
        source = source_of(rels)
        root = parse(package.parts[rels])
        taken: set[str] = set()
        changed = False
        for link in list(root):
            right = _right_target(link, source, package, by_case) if link.get("Id") not in taken else None
            taken.add(link.get("Id") or "")
            if right is None:
                root.remove(link)
                dropped.setdefault(source, {})[(link.get("Type") or "").rpartition("/")[2]] = None
            elif right != link.get("Target"):
                link.set("Target", right)
            else:
                continue
            changed = True
        if changed:
            package.parts[rels] = written(root)
    return {source: tuple(kinds) for source, kinds in dropped.items()}


def _right_target(link: Element, source: str, package: Package, by_case: dict[str, str]) -> str | None:
    """Where a relationship really leads, as it should be written; None where it is broken."""
    target = link.get("Target")
    if local(link) != "Relationship" or not link.get("Id") or not link.get("Type") or target is None:
        return None
    if link.get("TargetMode") == "External":
        return target
    part = _resolve(source, target)
    if part in package.parts:
        return target
    return "/" + by_case[part.casefold()] if part.casefold() in by_case else None
