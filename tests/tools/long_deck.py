"""Makes a long deck of a real one, and measures what reading it costs.

    python -m tests.tools.long_deck DECK.pptx [SLIDES]

The deck's slides with their notes are written again and again until there are SLIDES (300); `lecture-studio report`
reads them in a fresh process. Prints CPU seconds of our process and of its children, and the most memory it had.
"""

from __future__ import annotations

import posixpath
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from studio.importers.pptx.markup import append, parse, qn, written
from studio.importers.pptx.package import Package, open_package
from studio.importers.pptx.relationships import RELATIONSHIPS, targets
from studio.importers.pptx.repair import repair

_MAIN = "ppt/presentation.xml"
_SLIDE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"


def lengthened(deck: bytes, slides: int) -> bytes:
    """The deck with so many slides: its own in order, from the first one again after the last."""
    package = open_package(deck, "deck")
    repair(package)
    root = parse(package.parts[_MAIN])
    links = targets(package, _MAIN)
    listed = root.find(qn("p:sldIdLst"))
    own = [links[entry.get(qn("r:id"))][1] for entry in listed]
    table = parse(package.parts["ppt/_rels/presentation.xml.rels"])
    for extra in range(max(0, slides - len(own))):
        name = _copy(package, own[extra % len(own)], f"x{extra}")
        append(table, "Relationship", Id=f"rIdX{extra}", Type=_SLIDE, Target=f"/{name}")
        entry = append(listed, "sldId", id=str(1_000_000 + extra))
        entry.set(qn("r:id"), f"rIdX{extra}")
    package.parts[_MAIN] = written(root)
    package.parts["ppt/_rels/presentation.xml.rels"] = written(table)
    return package.to_bytes()


def _copy(package: Package, part: str, mark: str) -> str:
    """Copy a slide with its notes; returns the name of the new part."""
    links = targets(package, part)
    notes = next((target for kind, target in links.values() if kind.endswith("/notesSlide")), None)
    name = _twin(package, part, mark, {})
    if notes is not None:
        own = _twin(package, notes, mark, {part: name})
        _relink(package, name, {notes: own})
    return name


def _twin(package: Package, part: str, mark: str, instead: dict[str, str]) -> str:
    stem, suffix = posixpath.splitext(part)
    name = f"{stem}{mark}{suffix}"
    package.parts[name] = package.parts[part]
    if _rels(part) in package.parts:
        package.parts[_rels(name)] = package.parts[_rels(part)]
        _relink(package, name, instead)
    types = parse(package.parts["[Content_Types].xml"])
    kind = next((each.get("ContentType") for each in types if each.get("PartName") == f"/{part}"), None)
    if kind is not None:
        append(types, "Override", PartName=f"/{name}", ContentType=kind)
        package.parts["[Content_Types].xml"] = written(types)
    return name


def _relink(package: Package, part: str, instead: dict[str, str]) -> None:
    """Have relationships lead elsewhere."""
    known = targets(package, part)
    root = parse(package.parts[_rels(part)])
    for link in root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
        target = known.get(link.get("Id"), ("", ""))[1]
        if target in instead:
            link.set("Target", f"/{instead[target]}")
    package.parts[_rels(part)] = written(root)


def _rels(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def main(arguments: list[str]) -> int:
    """Make the deck, read it, print one line."""
    deck, slides = Path(arguments[0]), int(arguments[1]) if len(arguments) > 1 else 300
    with tempfile.TemporaryDirectory() as folder:
        long = Path(folder, "long.pptx")
        long.write_bytes(lengthened(deck.read_bytes(), slides))
        told = subprocess.run(
            [sys.executable, "-c", _READ, str(long)], capture_output=True, text=True, check=True
        ).stdout
        size = long.stat().st_size
    count = re.search(r": (\d+) slides", told)
    print(f"{deck.name}: {count[1] if count else '?'} slides, {size / 1e6:.1f} MB: {told.splitlines()[-1]}")
    return 0


_READ = """
import resource, sys
from ui.cli import main
main.run(["report", sys.argv[1]])
own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{own.ru_utime + own.ru_stime:.2f} s CPU, children {others.ru_utime + others.ru_stime:.2f} s, "
      f"{own.ru_maxrss / 1024:.0f} MB")
"""

if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
