"""Opens the zip package of a deck without trusting it (Open Packaging Conventions, ECMA-376 Part 2)."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import NoReturn

from studio.errors import BadFileError
from studio.importers import zips

MAX_UNPACKED = 1 << 30
"""Bytes all parts together may have."""

FREE_UNPACKED, MAX_RATIO = 256 << 20, 30
"""So many bytes may come out of a file of any size: one honest EMF can shrink 667 to 1. What unpacks to more has to
be at least a thirtieth of it, which every deck full of media is, and no bomb."""

MAX_PART = 512 << 20
"""Bytes one part may have (a lecture's video is the largest honest one)."""

MAX_MARKUP = 128 << 20
"""Bytes the XML parts may have, one or all together."""

MAX_NODES, MAX_NODES_OF_PART = 3_000_000, 1_500_000
"""Tags and attributes of all XML parts together and of one: each takes about 250 bytes where it is held as a tree.
The largest real decks have 300,000."""

MAX_PARTS = 20_000

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CHUNK = 1 << 20
_BROKEN = (*zips.BROKEN, zlib.error)
_BEFORE_MARKUP = b"\xef\xbb\xbf\xfe\xff\0 \t\r\n"
_EBCDIC = "<?xm".encode("cp037")
_ENCODINGS = ("ascii", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")


@dataclass(slots=True)
class Package:
    """The parts of a deck by name (no leading slash). `unreadable` names those that could not be unpacked;
    `respelt` says that a name stood otherwise in the file (with backslashes, or twice).
    """

    name: str
    parts: dict[str, bytes]
    unreadable: list[str] = field(default_factory=list[str])
    respelt: bool = False

    def to_bytes(self) -> bytes:
        """The package as a zip file; the same parts give the same bytes."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name in sorted(self.parts, key=lambda each: (each != "[Content_Types].xml", each)):
                # The date belongs to the entry: a fixed one keeps equal input equal output.
                archive.writestr(zipfile.ZipInfo(name), self.parts[name], zipfile.ZIP_DEFLATED)
        return target.getvalue()


def open_package(data: bytes, name: str, forbidden: tuple[str, ...] = ("<!DOCTYPE", "<!ENTITY")) -> Package:
    """Unpack a deck within the limits; `name` is what sentences call it, `forbidden` what no XML part may hold.

    Raises `BadFileError`.
    """
    if data[:8] == _OLE:
        _refuse_ole(data, name)
    try:
        with zips.opened(data) as archive:
            return _unpack(archive, len(data), name, forbidden)
    except _BROKEN as error:
        sentence = f"“{name}” is no complete PowerPoint file; perhaps the copy or download was not finished."
        raise BadFileError(sentence, repr(error)) from None


def unpacks_without_end(data: bytes) -> bool:
    """Whether a package inside a part (a workbook, a document) says it unpacks to more than a deck may."""
    try:
        with zips.opened(data) as archive:
            entries = archive.infolist()
    except _BROKEN:
        return False  # nobody can unpack it
    return len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > FREE_UNPACKED


def is_markup(name: str) -> bool:
    """Whether a part is XML by its name."""
    return name.lower().endswith((".xml", ".rels", ".vml"))


def _refuse_ole(data: bytes, name: str) -> NoReturn:
    if _ENCRYPTED in data:
        raise BadFileError(
            f"“{name}” is protected by a password; open it in PowerPoint, remove the password and save it again."
        )
    raise BadFileError(f"“{name}” is no .pptx file; open it in PowerPoint and save it as .pptx.")


def is_too_much(markup: bytes) -> bool:
    """Whether an XML part has more tags and attributes than can be held as a tree."""
    return _nodes(markup) > MAX_NODES_OF_PART


def _nodes(markup: bytes) -> int:
    return markup.count(b"<") + markup.count(b"=")


def holds_markup(name: str, content: bytes) -> bool:
    """Whether a part is XML by its name or by how it begins: readers go by the type it is said to have."""
    return is_markup(name) or content[:64].lstrip(_BEFORE_MARKUP).startswith((b"<", _EBCDIC))


def _unpack(archive: zipfile.ZipFile, packed: int, name: str, forbidden: tuple[str, ...]) -> Package:
    entries = [entry for entry in archive.infolist() if entry.filename and not entry.is_dir()]
    most = min(MAX_UNPACKED, max(FREE_UNPACKED, packed * MAX_RATIO))
    room = _Room(name, most, most, MAX_MARKUP, MAX_NODES)
    if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        room.refuse()
    package = Package(name, {})
    for entry in entries:
        part = _safe_name(entry.filename, name)
        package.respelt |= part != entry.filename or part in package.parts
        if part.endswith("/"):  # a folder, by a writer that uses backslashes
            continue
        try:
            content = _read(archive, entry, room.limit(part))
        except _BROKEN:
            package.unreadable.append(part)
            continue
        _refuse_entities(part, content, name, forbidden)
        if room.take(part, content):
            package.parts[part] = content
        else:
            package.unreadable.append(part)
    return package


@dataclass(slots=True)
class _Room:
    """How much of a file may still be unpacked."""

    name: str
    most: int
    left: int
    markup: int
    nodes: int

    def limit(self, part: str) -> int:
        """Bytes the part may have."""
        return min(self.left, self.markup if is_markup(part) else MAX_PART)

    def take(self, part: str, content: bytes) -> bool:
        """Count a part; False where it alone is too much. Raises `BadFileError` where the file is."""
        markup = holds_markup(part, content)
        if self.left < len(content) and self.most < MAX_UNPACKED:
            raise BadFileError(
                f"“{self.name}” unpacks to more than {self.most >> 20} MB, too much for a file of its size, and "
                "was not opened; save it again in PowerPoint if you trust where it comes from."
            )
        if len(content) > self.limit(part) or (markup and len(content) > self.markup):
            self.refuse()
        self.left -= len(content)
        if not markup:
            return True
        self.markup -= len(content)
        if is_too_much(content):
            return False
        self.nodes -= _nodes(content)
        if self.nodes < 0:
            raise BadFileError(
                f"“{self.name}” holds more than {MAX_NODES:,} tags and attributes, more than can be read; "
                "split the deck."
            )
        return True

    def refuse(self) -> NoReturn:
        raise BadFileError(
            f"“{self.name}” unpacks to more than {MAX_UNPACKED >> 30} GB or to too many parts and was not opened; "
            "split the deck or make its media smaller."
        )


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int) -> bytes:
    # The size in the directory may lie, so the limit holds on what really comes out.
    pieces: list[bytes] = []
    size = 0
    with archive.open(entry) as stream:
        while size <= limit and (piece := stream.read(_CHUNK)):
            pieces.append(piece)
            size += len(piece)
    return b"".join(pieces)


def _safe_name(entry: str, name: str) -> str:
    part = entry.replace("\\", "/").lstrip("/")
    if ".." in part.split("/") or ":" in part or "\0" in part:
        raise BadFileError(
            f"“{name}” holds a part with an unsafe name and was not opened; "
            "save it again in PowerPoint if you trust where it comes from."
        )
    return part


def _refuse_entities(part: str, content: bytes, name: str, forbidden: tuple[str, ...]) -> None:
    # ECMA-376 Part 2 forbids document type declarations; they are how XML bombs are built.
    if is_markup(part) and declares(content, forbidden):
        refuse_entities(name)


def declares(content: bytes, words: tuple[str, ...] = ("<!ENTITY",)) -> bool:
    """Whether one of the words stands in some XML, in any of the common encodings."""
    return any(word.encode(encoding) in content for encoding in _ENCODINGS for word in words)


def refuse_entities(name: str) -> NoReturn:
    """Raise the `BadFileError` about a file in which XML declares a document type."""
    raise BadFileError(
        f"“{name}” declares XML entities, which no PowerPoint file needs, and was not opened; "
        "save it again in PowerPoint if you trust where it comes from."
    )
