"""Makes a package readable for every later reader: what is broken costs that one thing, never the deck.

All in memory; the author's file is never written. The repaired bytes are what the lecture keeps, so that
whatever paints the slides later opens the same deck.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from studio.errors import BadFileError
from studio.importers.pptx.content_types import TYPES, mend_content_types
from studio.importers.pptx.kinship import adopt
from studio.importers.pptx.markup import BadMarkup, append, parse, qn, written
from studio.importers.pptx.package import (
    Package,
    declares,
    holds_markup,
    is_markup,
    refuse_entities,
    unpacks_without_end,
)
from studio.importers.pptx.picture_sizes import BLANK, Size, too_large
from studio.importers.pptx.relationships import RELATIONSHIPS, mend_relationships, targets
from studio.importers.pptx.slide_list import mend_slides
from studio.importers.pptx.spelling import respell
from studio.importers.pptx.wellformed import mended

_OFFICE_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_ZIP = b"PK\x03\x04"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+ml|officeDocument)/")


@dataclass(frozen=True, slots=True)
class Repairs:
    """What was mended. `slides` are part names of slides that are blank now, `parts` those left out;
    `lost` counts entries of the slide list that led nowhere, `rebuilt` says that all did and the list was written
    anew; `adopted` are slides that got a layout; `cut` names, for each part, the kinds of relationship
    ("notesSlide", "image") that led nowhere; `pictures` gives the size of each picture (part name) that was too
    large and is blank now; `changed` says whether the bytes differ.
    """

    slides: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    lost: int = 0
    rebuilt: bool = False
    adopted: tuple[str, ...] = ()
    cut: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    pictures: dict[str, Size] = field(default_factory=dict[str, Size])
    changed: bool = False


def repair(package: Package) -> Repairs:
    """Mend `package` in place; raises `BadFileError` where there is no presentation to mend."""
    before = dict(package.parts)
    respell(package)
    _to_transitional(package)
    broken = {*package.unreadable, *_drop_malformed(package)}
    main = _main_part(package)
    listed = mend_slides(package, main)
    cut = mend_relationships(package)
    adopted, noted = adopt(package, main)
    for slide in noted:
        cut[slide] = tuple(kind for kind in cut.get(slide, ()) if kind != "notesSlide")
    mend_content_types(package, main)
    pictures = _blank_pictures(package)
    return Repairs(
        listed.blanks,
        tuple(sorted(broken.difference(listed.blanks))),
        listed.lost,
        listed.rebuilt,
        adopted,
        cut,
        pictures,
        changed=package.respelt or package.parts != before or bool(package.unreadable),
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


def _blank_pictures(package: Package) -> dict[str, Size]:
    """Take away pictures that would fill the memory of whatever draws them."""
    found = {name: size for name, data in package.parts.items() if (size := too_large(data)) is not None}
    package.parts.update(dict.fromkeys(found, BLANK))
    return found


def _drop_malformed(package: Package) -> list[str]:
    """Take out what is no XML although it should be, and cannot be made so, and bombs; returns the names."""
    dropped: list[str] = []
    for name in [
        name for name, data in package.parts.items() if not _is_well_formed(name, data, package.name)
    ]:
        clean = mended(package.parts[name]) if is_markup(name) else None
        if clean is not None and _is_well_formed(name, clean, package.name):
            package.parts[name] = clean
        else:
            del package.parts[name]
            dropped.append(name)
    return dropped


def _is_bomb(name: str, data: bytes) -> bool:
    """Whether a part that is not called XML is some all the same, with entities, or a package without end."""
    if data.startswith(_ZIP):
        return unpacks_without_end(data)
    # Readers go by the type a part is said to have. Drawings may declare entities and are looked at later.
    return holds_markup(name, data) and not name.lower().endswith(".svg") and declares(data)


def _is_well_formed(name: str, data: bytes, deck: str) -> bool:
    if not is_markup(name):
        return not _is_bomb(name, data)
    if name.lower().endswith(".vml"):
        return True
    try:
        root = parse(data)
    except BadMarkup:
        return False
    if root.getroottree().docinfo.internalDTD is not None:  # in an encoding that was not looked for
        refuse_entities(deck)
    if name == "[Content_Types].xml":
        return root.tag == f"{{{TYPES}}}Types"
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
