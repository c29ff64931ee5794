"""Files damaged at random, but the same for the same seed: what `tests.tools.fuzz` feeds to the importers."""

from __future__ import annotations

import io
import random
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lxml import etree

Parts = dict[str, bytes]

_VALUES = (
    "", "0", "-1", "1", "2147483648", "-99999999999999999999", "1e308", "NaN", "inf", "0x10", "true", "rId1",
    "rId2", "rId999", "256", "../../../etc/passwd", "file:///etc/passwd", "\\\\host\\share\\a.png",
    "http://127.0.0.1:9/a", "100%", "9" * 400, "A" * 70_000, "\u202e", "𝔘" * 300, "ctrTitle", "body",
    "External", "á",
)  # fmt: skip
_NAMESPACES = (
    "http://schemas.openxmlformats.org/drawingml/2006/main",
    "http://schemas.openxmlformats.org/presentationml/2006/main",
    "http://purl.oclc.org/ooxml/presentationml/main",
    "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "urn:nobody",
    "",
)
_DOCTYPES = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>',
    '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>',
)
_TYPES = (
    "application/vnd.openxmlformats-officedocument.presentationml.slide+xml",
    "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml",
    "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
    "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    "application/xml", "image/png", "",
)  # fmt: skip
_SIDES = (0, 1, 32_768, 65_535, 100_000, 2**31 - 1, 2**32 - 1)


@dataclass(frozen=True, slots=True)
class Damaged:
    """A file after its mutations, and their names."""

    data: bytes
    done: tuple[str, ...]


def damaged(data: bytes, chance: random.Random) -> Damaged:
    """One to three mutations of a file: of the parts of a zip package, or of plain bytes."""
    names: list[str] = []
    parts = _unpacked(data)
    if parts is not None and chance.random() < 0.85:
        for _ in range(chance.choice((1, 1, 2, 3))):
            mutate = chance.choices(list(_OF_PARTS), list(_OF_PARTS.values()))[0]
            names.append(mutate.__name__)
            mutate(parts, chance)
        data = _packed(parts, chance, names)
    if parts is None or not names or chance.random() < 0.1:
        mutate_bytes = chance.choice(
            (cut, flip, splice, lie) if parts is not None else (cut, flip, splice, swell)
        )
        names.append(mutate_bytes.__name__)
        data = mutate_bytes(data, chance)
    return Damaged(data, tuple(names))


def _unpacked(data: bytes) -> Parts | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except zipfile.BadZipFile:
        return None


def _packed(parts: Parts, chance: random.Random, names: list[str]) -> bytes:
    """The package again; now and then with an entry twice, or with parts stored plainly."""
    how = zipfile.ZIP_STORED if chance.random() < 0.1 else zipfile.ZIP_DEFLATED
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", how, compresslevel=1) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, data in parts.items():
            archive.writestr(name, data)
        if parts and chance.random() < 0.05:
            names.append("twice")
            name, other = chance.choice(list(parts)), chance.choice(list(parts))
            archive.writestr(name, parts[other])
    return target.getvalue()


# -- plain bytes


def cut(data: bytes, chance: random.Random) -> bytes:
    """The first part of the file."""
    return data[: chance.randrange(1, len(data))]


def flip(data: bytes, chance: random.Random) -> bytes:
    """A few other bytes."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 4, 30))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def splice(data: bytes, chance: random.Random) -> bytes:
    """A stretch taken out or put in twice."""
    start = chance.randrange(len(data))
    stop = min(len(data), start + chance.choice((1, 30, 3000)))
    middle = b"" if chance.random() < 0.5 else data[start:stop] * chance.choice((2, 50))
    return data[:start] + middle + data[stop:]


def swell(data: bytes, chance: random.Random) -> bytes:
    """Deep or long text in the middle of a text file."""
    place = data.find(b"\n", chance.randrange(len(data))) + 1
    more = chance.choice(
        (b"> " * 4000, b"- " * 4000, b"#" * 9000, b"*_" * 9000, b"[" * 9000, b"`" * 9001, b"<a>" * 3000,
         b"|" * 9000, b"word " * 3000,
         b"\n\n# x" * 3000, "字".encode() * 5000, b"\xff\xfe\x00", b"  " * 5000 + b"- x")
    )  # fmt: skip
    return data[:place] + more + b"\n" + data[place:]


def lie(data: bytes, chance: random.Random) -> bytes:
    """Other numbers in the zip's own records: sizes, offsets, methods, counts."""
    changed = bytearray(data)
    signature = chance.choice((b"PK\1\2", b"PK\3\4", b"PK\5\6"))
    places = (
        [i for i in range(len(data) - 46) if data.startswith(signature, i)] if len(data) < 1 << 19 else []
    )
    for place in chance.sample(places, min(len(places), chance.choice((1, 3)))):
        offset = chance.randrange(4, 22 if signature == b"PK\5\6" else 30, 2)
        struct.pack_into("<H", changed, place + offset, chance.choice((0, 1, 8, 99, 0x7FFF, 0xFFFF)))
    return bytes(changed) if places else flip(data, chance)


# -- parts of a package


def drop(parts: Parts, chance: random.Random) -> None:
    """A part is missing."""
    if len(parts) > 1:
        del parts[chance.choice(list(parts))]


def rename(parts: Parts, chance: random.Random) -> None:
    """A part is called otherwise."""
    name = chance.choice(list(parts))
    other = chance.choice(
        (name.upper(), name + ".bin", "/" + name, name.replace("/", "\\"), "../" + name, "ppt/slides/slide1.xml",
         "x" * 300, "ppt/\u202e.xml", "C:/" + name, name.replace(".xml", ".dat"))
    )  # fmt: skip
    parts[other] = parts.pop(name)


def swap(parts: Parts, chance: random.Random) -> None:
    """Two parts change places."""
    one, two = chance.choice(list(parts)), chance.choice(list(parts))
    parts[one], parts[two] = parts[two], parts[one]


def copy(parts: Parts, chance: random.Random) -> None:
    """A part stands where another was."""
    parts[chance.choice(list(parts))] = parts[chance.choice(list(parts))]


def spoil(parts: Parts, chance: random.Random) -> None:
    """Bytes of a part are damaged."""
    name = chance.choice(list(parts))
    if parts[name]:
        parts[name] = chance.choice((cut, flip, splice))(parts[name] + b" ", chance)


def many(parts: Parts, chance: random.Random) -> None:
    """Very many more parts."""
    for number in range(chance.choice((200, 2000))):
        parts[f"ppt/media/more{number}.bin"] = b""


def media(parts: Parts, chance: random.Random) -> None:
    """A picture or sound is damaged, or says it is huge."""
    found = [name for name in parts if "/media/" in name and len(parts[name]) > 40] or list(parts)
    name = chance.choice(found)
    data = bytearray(parts[name])
    if len(data) > 40 and chance.random() < 0.6:
        width, height = chance.choice(_SIDES), chance.choice(_SIDES)
        if data.startswith(b"\x89PNG"):
            struct.pack_into(">II", data, 16, width, height)
            struct.pack_into(">I", data, 29, zlib.crc32(data[12:29]))
        elif data.startswith(b"GIF8"):
            struct.pack_into("<HH", data, 6, width & 0xFFFF, height & 0xFFFF)
        elif data.startswith(b"\xff\xd8"):
            for start in (data.find(b"\xff\xc0"), data.find(b"\xff\xc2")):
                if 0 <= start < len(data) - 9:
                    struct.pack_into(">HH", data, start + 5, height & 0xFFFF, width & 0xFFFF)
        else:
            place = chance.randrange(min(len(data), 4096) - 4)
            struct.pack_into("<I", data, place, chance.choice(_SIDES))
    elif data:
        data = bytearray(chance.choice((cut, flip, splice))(bytes(data) + b" ", chance))
    parts[name] = bytes(data)


# -- XML inside


def _markup(parts: Parts, chance: random.Random) -> tuple[str, Any] | None:
    """A part that can be parsed, and its root; slides and their kin more often than the others."""
    names = [name for name in parts if name.endswith((".xml", ".rels", ".opml"))]
    telling = [name for name in names if any(word in name.lower() for word in _TELLING)]
    for _ in range(5):
        pool = telling if telling and chance.random() < 0.75 else names
        if not pool:
            return None
        name = chance.choice(pool)
        try:
            return name, etree.fromstring(
                parts[name], etree.XMLParser(resolve_entities=False, no_network=True)
            )
        except (etree.XMLSyntaxError, ValueError):
            continue
    return None


_TELLING = ("slides/", "presentation.xml", ".rels", "content_types", "content.xml", "document.xml", "charts/")


def _edited(edit: Callable[[Any, list[Any], random.Random], None]) -> Callable[[Parts, random.Random], None]:
    def mutate(parts: Parts, chance: random.Random) -> None:
        found = _markup(parts, chance)
        if found is None:
            spoil(parts, chance)
            return
        name, root = found
        nodes = list(root.iter(etree.Element))
        try:
            edit(root, nodes, chance)
            parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        except ValueError:  # lxml refuses what no XML may hold
            spoil(parts, chance)

    mutate.__name__ = edit.__name__.lstrip("_")
    return mutate


def _attributes(root: Any, nodes: list[Any], chance: random.Random) -> None:
    """Attributes get values that no one expects, or those of others."""
    having = [node for node in nodes if node.attrib] or nodes
    for _ in range(chance.choice((1, 1, 5, 40))):
        node = chance.choice(having)
        name = chance.choice(list(node.attrib) or ["id"])
        value = chance.choice(list(chance.choice(having).attrib.values()) or ["0"])
        if chance.random() < 0.15 and name in node.attrib:
            del node.attrib[name]
        else:
            node.set(name, chance.choice(_VALUES) if chance.random() < 0.7 else value)


def _elements(root: Any, nodes: list[Any], chance: random.Random) -> None:
    """Elements go, come twice or stand elsewhere."""
    for _ in range(chance.choice((1, 1, 3))):
        node = chance.choice(nodes)
        parent = node.getparent()
        if parent is None:
            continue
        way = chance.randrange(3)
        if way == 0:
            parent.remove(node)
        elif way == 1:
            for _ in range(chance.choice((1, 20))):
                parent.append(etree.fromstring(etree.tostring(node, with_tail=False)))
        else:
            place = chance.choice(nodes)
            if node not in place.iterancestors() and place is not node:
                place.append(node)


def _names(root: Any, nodes: list[Any], chance: random.Random) -> None:
    """Elements have another name or namespace."""
    for _ in range(chance.choice((1, 3))):
        node = chance.choice(nodes)
        local = etree.QName(chance.choice(nodes) if chance.random() < 0.5 else node).localname
        namespace = chance.choice(_NAMESPACES)
        node.tag = f"{{{namespace}}}{local}" if namespace else local


def _words(root: Any, nodes: list[Any], chance: random.Random) -> None:
    """Text where none is expected, and very long text."""
    told = [node for node in nodes if node.text and node.text.strip()] or nodes
    for _ in range(chance.choice((1, 4))):
        node = chance.choice(told if chance.random() < 0.8 else nodes)
        node.text = chance.choice(
            ("", "word " * 20_000, "a" * 300_000, "字" * 100_000, "(" * 5000, "<p>" * 900, "(pause: 1e99)",
             "\u202e" * 99, "(voice: ../../x)", "." * 50_000,
             "1" * 5000, "a\n" * 9000, "= \\frac{" * 900, "x. " * 30_000)
        )  # fmt: skip


def _deep(root: Any, nodes: list[Any], chance: random.Random) -> None:
    """Elements inside copies of themselves, many times over."""
    node = chance.choice(nodes)
    if len(nodes) > 200 and chance.random() < 0.7:
        node = next((each for each in nodes if etree.QName(each).localname == "grpSp"), node)
    place = node
    for _ in range(chance.choice((30, 200, 700, 3000))):
        place = etree.SubElement(place, node.tag, dict(node.attrib))


def _ids(root: Any, nodes: list[Any], chance: random.Random) -> None:
    """All relationships or ids are one, or turned round."""
    wanted = "Id" if any("Id" in node.attrib for node in nodes) else "id"
    having = [node for node in nodes if wanted in node.attrib]
    values = [node.get(wanted) for node in having]
    chance.shuffle(values)
    for node, value in zip(having, values, strict=True):
        node.set(wanted, value if chance.random() < 0.8 else values[0])


def _targets(root: Any, nodes: list[Any], chance: random.Random) -> None:
    """Relationships lead elsewhere, also out of the file and round in circles."""
    having = [node for node in nodes if "Target" in node.attrib or "ContentType" in node.attrib] or nodes
    for node in chance.sample(having, min(len(having), chance.choice((1, 3, 10)))):
        if "ContentType" in node.attrib:
            node.set("ContentType", chance.choice(_TYPES))
        elif chance.random() < 0.4:
            node.set("TargetMode", "External")
            node.set("Target", chance.choice(_VALUES))
        else:
            node.set(
                "Target",
                chance.choice((chance.choice(having).get("Target") or "", chance.choice(_VALUES), ".", "/")),
            )


def declare(parts: Parts, chance: random.Random) -> None:
    """A document type with entities, in one of several encodings."""
    found = _markup(parts, chance)
    if found is None:
        return
    name, root = found
    body = etree.tostring(root, encoding="unicode").replace(">", ">&a;", 1) if chance.random() < 0.5 else (
        etree.tostring(root, encoding="unicode"))  # fmt: skip
    encoding = chance.choice(("utf-8", "utf-16", "utf-16-le", "utf-32", "utf-7", "cp037"))
    told = f'<?xml version="1.0" encoding="{encoding}"?>{chance.choice(_DOCTYPES)}{body}'
    parts[name] = told.encode(encoding, "xmlcharrefreplace")


_OF_PARTS: dict[Callable[[Parts, random.Random], None], int] = {
    _edited(_attributes): 8,
    _edited(_elements): 6,
    _edited(_names): 2,
    _edited(_words): 2,
    _edited(_deep): 1,
    _edited(_ids): 2,
    _edited(_targets): 3,
    declare: 1,
    drop: 2,
    rename: 1,
    swap: 1,
    copy: 1,
    spoil: 3,
    many: 1,
    media: 3,
}
"""What can happen to a package, and how often."""
