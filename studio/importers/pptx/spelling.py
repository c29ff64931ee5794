"""Spells the names in a package as every reader expects them (ECMA-376 Part 2, 10.1 and 9.1.1).

Decks come out of many writers, and out of hands that packed them anew: in a folder of its own, with the folders of
another system beside it, with backslashes or other capitals. PowerPoint forgives that; what reads the deck later
(python-pptx, LibreOffice, the built-in painter) forgives each something else.
"""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from studio.importers.pptx.markup import BadMarkup, Element, local, parse, written
from studio.importers.pptx.package import Package
from studio.importers.pptx.relationships import source_of

_TYPES = "[content_types].xml"
_CLUTTER = re.compile(r"(?:^|/)(?:__MACOSX/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\[trash\]/)", re.IGNORECASE)
_UNSAFE = re.compile(r"[%?#\s]")


def respell(package: Package) -> None:
    """Give parts the names that the standard gives them, and relationships the names that the parts have."""
    for name in [name for name in (*package.parts, *package.unreadable) if _CLUTTER.search(name)]:
        _forget(package, name)
    _rename(package, _from_the_root(package))
    _rename(package, {name: _as_the_standard(name) for name in package.parts})
    _rename(package, _beside_their_sources(package))
    moved = _without_signs(package)
    _rename(package, moved)
    _retarget(package, moved)
    if moved:
        _retype(package, moved)


def _forget(package: Package, name: str) -> None:
    package.parts.pop(name, None)
    if name in package.unreadable:
        package.unreadable.remove(name)


def _rename(package: Package, names: dict[str, str]) -> None:
    for old, new in names.items():
        if old != new and old in package.parts and new not in package.parts:
            package.parts[new] = package.parts.pop(old)


def _from_the_root(package: Package) -> dict[str, str]:
    """Whoever packs the unpacked folder instead of what is in it has everything one level too deep."""
    tables = [name for name in package.parts if posixpath.basename(name).lower() == _TYPES]
    top = min(tables, key=lambda name: name.count("/"), default="")
    folder = top[: -len(_TYPES)]
    if not folder:
        return {}
    return {name: name.removeprefix(folder) for name in package.parts if name.startswith(folder)}


def _as_the_standard(name: str) -> str:
    if name.lower() == _TYPES:
        return "[Content_Types].xml"
    folder, file = posixpath.split(name)
    if file.lower().endswith(".rels") and posixpath.basename(folder).lower() == "_rels":
        return posixpath.join(posixpath.dirname(folder), "_rels", f"{file[:-5]}.rels")
    return name


def _beside_their_sources(package: Package) -> dict[str, str]:
    """Tables of relationships are found by the name of the part they belong to, letter by letter."""
    by_case = {name.casefold(): name for name in package.parts}
    names: dict[str, str] = {}
    for rels in [name for name in package.parts if name.endswith(".rels")]:
        source = source_of(rels)
        real = by_case.get(source.casefold(), source)
        if real and real != source:
            folder, file = posixpath.split(real)
            names[rels] = posixpath.join(folder, "_rels", f"{file}.rels")
    return names


def _without_signs(package: Package) -> dict[str, str]:
    """New names for parts whose own is read in two ways: "slide%201.xml" may mean "slide 1.xml"."""
    names: dict[str, str] = {}
    taken = set(package.parts)
    for old in package.parts:
        if _UNSAFE.search(old) and not old.endswith(".rels"):
            new = _UNSAFE.sub("_", old)
            while new in taken:
                new = _UNSAFE.sub("_", posixpath.dirname(old)) + "/_" + posixpath.basename(new)
            names[old] = new
            taken.add(new)
            folder, file = posixpath.split(old)
            beside, called = posixpath.split(new)
            names[f"{folder}/_rels/{file}.rels".lstrip("/")] = f"{beside}/_rels/{called}.rels".lstrip("/")
    return names


def _retarget(package: Package, moved: dict[str, str]) -> None:
    by_case = {name.casefold(): name for name in package.parts}
    by_case |= {old.casefold(): new for old, new in moved.items()}
    for rels in [name for name in package.parts if name.endswith(".rels")]:
        try:
            root = parse(package.parts[rels])
        except BadMarkup:  # the repair drops it
            continue
        links = [link for link in root if local(link) == "Relationship"]
        if [link for link in links if _respelt(link, source_of(rels), package, by_case)]:
            package.parts[rels] = written(root)


def _respelt(link: Element, source: str, package: Package, by_case: dict[str, str]) -> bool:
    """Whether a relationship led to a part under another spelling only; it leads to the part now."""
    target = link.get("Target")
    if not target or link.get("TargetMode") == "External" or target.startswith("#"):
        return False
    for way in (target, target.replace("\\", "/"), unquote(target).replace("\\", "/")):
        part = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), way)).lstrip("/")
        real = part if part in package.parts else by_case.get(part.casefold())
        if real is not None:
            if part == real and way == target and "%" not in target:
                return False
            link.set("Target", f"/{real}")
            return True
    return False


def _retype(package: Package, moved: dict[str, str]) -> None:
    by_name = {name.casefold(): new for old, new in moved.items() for name in (old, unquote(old))}
    data = package.parts.get("[Content_Types].xml")
    if data is None:
        return
    try:
        root = parse(data)
    except BadMarkup:
        return
    for entry in root:
        part = (entry.get("PartName") or "").lstrip("/") if local(entry) == "Override" else ""
        new = by_name.get(part.casefold()) or by_name.get(unquote(part).casefold())
        if part and new:
            entry.set("PartName", f"/{new}")
    package.parts["[Content_Types].xml"] = written(root)
