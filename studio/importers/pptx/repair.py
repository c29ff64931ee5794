"""Makes a package readable for every later reader: what is broken costs that one thing, never the deck.

All in memory; the author's file is never written. The repaired bytes are what the lecture keeps, so that
whatever paints the slides later opens the same deck.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from studio.errors import BadFileError
from studio.importers.pptx.markup import BadMarkup, Element, append, local, parse, qn, written
from studio.importers.pptx.package import Package, is_markup
from studio.importers.pptx.relationships import RELATIONSHIPS, mend_relationships, targets

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PML = "application/vnd.openxmlformats-officedocument.presentationml."
_MAIN = _PML + "presentation.main+xml"
_MAIN_MACRO = "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
_OFFICE_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_SLIDE = _PML + "slide+xml"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+ml|officeDocument)/")
_BLANK_SLIDE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cSld><p:spTree>'
    b'<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    b"</p:spTree></p:cSld></p:sld>"
)


@dataclass(frozen=True, slots=True)
class Repairs:
    """What was mended. `slides` are part names of slides that are blank now, `parts` those left out;
    `lost` counts entries of the slide list that led nowhere; `cut` names, for each part, the kinds of
    relationship ("notesSlide", "image") that led nowhere; `changed` says whether the bytes differ.
    """

    slides: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    lost: int = 0
    cut: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    changed: bool = False


def repair(package: Package) -> Repairs:
    """Mend `package` in place; raises `BadFileError` where there is no presentation to mend."""
    before = dict(package.parts)
    _to_transitional(package)
    broken = {*package.unreadable, *_drop_malformed(package)}
    main = _main_part(package)
    slides, lost = _mend_slides(package, main)
    cut = mend_relationships(package)
    _mend_content_types(package, main, slides)
    parts = tuple(sorted(name for name in broken if name not in slides))
    return Repairs(
        tuple(slides), parts, lost, cut, changed=package.parts != before or bool(package.unreadable)
    )


def _to_transitional(package: Package) -> None:
    """ISO/IEC 29500 Strict differs from Transitional, as far as decks go, by its namespace names."""
    for name, data in package.parts.items():
        if is_markup(name) and b"//purl.oclc.org/ooxml/" in data:
            data = _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", data)
            data = data.replace(b"/2006/extendedProperties", b"/2006/extended-properties")
            data = data.replace(
                b"/2006/relationships/extendedProperties", b"/2006/relationships/extended-properties"
            )
            data = data.replace(b"/2006/customProperties", b"/2006/custom-properties")
            data = data.replace(
                b"/2006/relationships/customProperties", b"/2006/relationships/custom-properties"
            )
            package.parts[name] = data.replace(b' conformance="strict"', b"")


def _drop_malformed(package: Package) -> list[str]:
    dropped = [name for name, data in package.parts.items() if not _is_well_formed(name, data)]
    for name in dropped:
        del package.parts[name]
    return dropped


def _is_well_formed(name: str, data: bytes) -> bool:
    if not is_markup(name) or name.lower().endswith(".vml"):
        return True
    try:
        root = parse(data)
    except BadMarkup:
        return False
    if name == "[Content_Types].xml":
        return root.tag == f"{{{_TYPES}}}Types"
    return not name.endswith(".rels") or root.tag == f"{{{RELATIONSHIPS}}}Relationships"


def _main_part(package: Package) -> str:
    """The name of the presentation part; the package's own relationship to it is written anew if it is broken."""
    links = targets(package, "").values()
    named = [target for kind, target in links if kind.endswith("/officeDocument") and target in package.parts]
    main = [*named, "ppt/presentation.xml"][0]
    if main not in package.parts:
        raise BadFileError(
            f"“{package.name}” holds no presentation; perhaps the copy or download was not finished."
        )
    if parse(package.parts[main]).tag != qn("p:presentation"):
        raise BadFileError(
            f"“{package.name}” holds no presentation but another kind of document; choose a PowerPoint file."
        )
    if (_OFFICE_DOCUMENT, main) not in links:
        root = parse(package.parts.get("_rels/.rels", f'<Relationships xmlns="{RELATIONSHIPS}"/>'.encode()))
        append(root, "Relationship", Id="rIdMain", Type=_OFFICE_DOCUMENT, Target=main)
        package.parts["_rels/.rels"] = written(root)
    return main


def _mend_slides(package: Package, main: str) -> tuple[list[str], int]:
    """Give every listed slide a part: a blank one where its own is broken, so that numbers and pages agree."""
    root = parse(package.parts[main])
    links = targets(package, main)
    blanks: list[str] = []
    lost = 0
    for entry in list(root.iter(qn("p:sldId"))):
        kind, target = links.get(entry.get(qn("r:id")) or "", ("", ""))
        if not kind.endswith("/slide"):
            entry.getparent().remove(entry)
            lost += 1
        elif not _is_slide(package.parts.get(target)):
            package.parts[target] = _BLANK_SLIDE
            blanks.append(target)
    if lost:
        package.parts[main] = written(root)
    return blanks, lost


def _is_slide(data: bytes | None) -> bool:
    return data is not None and parse(data).tag == qn("p:sld")


def _mend_content_types(package: Package, main: str, blanks: list[str]) -> None:
    """Type the main part as a presentation (slide shows and templates are not) and leave no part untyped."""
    name = "[Content_Types].xml"
    if name not in package.parts:
        raise BadFileError(
            f"“{package.name}” is damaged: its table of contents cannot be read; save it again."
        )
    root = parse(package.parts[name])
    before = written(root)
    overrides: dict[str, Element] = {}
    defaults: set[str] = set()
    for entry in list(root):
        if local(entry) == "Override" and entry.get("PartName") and entry.get("ContentType"):
            overrides[entry.get("PartName").lstrip("/")] = entry
        elif local(entry) == "Default" and entry.get("Extension") and entry.get("ContentType"):
            defaults.add(entry.get("Extension").lower())
        else:
            root.remove(entry)
    kind = overrides[main].get("ContentType") or "" if main in overrides else ""
    _override(root, overrides, main, _MAIN_MACRO if "macroEnabled" in kind else _MAIN)
    for blank in blanks:
        _override(root, overrides, blank, _SLIDE)
    known = {part.casefold() for part in overrides}
    for part in package.parts:
        suffix = part.rpartition(".")[2].lower()
        if part != name and part.casefold() not in known and suffix not in defaults:
            _override(root, overrides, part, "application/octet-stream")
    if written(root) != before:
        package.parts[name] = written(root)


def _override(root: Element, overrides: dict[str, Element], part: str, kind: str) -> None:
    if part in overrides:
        overrides[part].set("ContentType", kind)
    else:
        overrides[part] = append(root, "Override", PartName="/" + part, ContentType=kind)
