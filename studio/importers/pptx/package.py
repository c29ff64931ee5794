"""Opens the zip package of a deck without trusting it (Open Packaging Conventions, ECMA-376 Part 2)."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import NoReturn

from studio.errors import BadFileError

MAX_UNPACKED = 1 << 30
"""Bytes all parts together may have. Ratios are no measure: an honest EMF can shrink 667 to 1."""

MAX_PART = 512 << 20
"""Bytes one part may have (a lecture's video is the largest honest one)."""

MAX_MARKUP = 128 << 20
"""Bytes one XML part may have: it is held in memory as a tree, about ten times as large."""

MAX_PARTS = 20_000

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CHUNK = 1 << 20
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


@dataclass(slots=True)
class Package:
    """The parts of a deck by name (no leading slash). `unreadable` names those that could not be unpacked."""

    name: str
    parts: dict[str, bytes]
    unreadable: list[str] = field(default_factory=list[str])

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
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _unpack(archive, name, forbidden)
    except _BROKEN as error:
        sentence = f"“{name}” is no complete PowerPoint file; perhaps the copy or download was not finished."
        raise BadFileError(sentence, repr(error)) from None


def is_markup(name: str) -> bool:
    """Whether a part is XML by its name."""
    return name.lower().endswith((".xml", ".rels", ".vml"))


def _refuse_ole(data: bytes, name: str) -> NoReturn:
    if _ENCRYPTED in data:
        raise BadFileError(
            f"“{name}” is protected by a password; open it in PowerPoint, remove the password and save it again."
        )
    raise BadFileError(f"“{name}” is no .pptx file; open it in PowerPoint and save it as .pptx.")


def _unpack(archive: zipfile.ZipFile, name: str, forbidden: tuple[str, ...]) -> Package:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        _refuse_size(name)
    package = Package(name, {})
    left = MAX_UNPACKED
    for entry in entries:
        part = _safe_name(entry.filename, name)
        limit = min(left, MAX_MARKUP if is_markup(part) else MAX_PART)
        try:
            content = _read(archive, entry, limit)
        except _BROKEN:
            package.unreadable.append(part)
            continue
        if len(content) > limit:
            _refuse_size(name)
        left -= len(content)
        _refuse_entities(part, content, name, forbidden)
        package.parts[part] = content
    return package


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


def _refuse_size(name: str) -> NoReturn:
    raise BadFileError(
        f"“{name}” unpacks to more than {MAX_UNPACKED >> 30} GB or to too many parts and was not opened; "
        "split the deck or make its media smaller."
    )


def _refuse_entities(part: str, content: bytes, name: str, forbidden: tuple[str, ...]) -> None:
    # ECMA-376 Part 2 forbids document type declarations; they are how XML bombs are built.
    if not is_markup(part) or part.lower().endswith(".vml"):
        return
    for encoding in ("ascii", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        if any(word.encode(encoding) in content for word in forbidden):
            raise BadFileError(
                f"“{name}” declares XML entities, which no PowerPoint file needs, and was not opened; "
                "save it again in PowerPoint if you trust where it comes from."
            )


_NOT_DRAWN = re.compile(
    r"docProps/|customXml/|ppt/(?:notes(?:Slides|Masters)|comments|commentAuthors|tags|changesInfos)"
    r"|ppt/(?:viewProps|presProps|revisionInfo|commentAuthors)\.xml$|\[Content_Types\]\.xml$"
)


def drawn_from(package: Package) -> str:
    """A digest (SHA-256, hex) of the parts that slides are drawn from.

    A teacher who corrects a sentence in the notes changes the file, but no picture: pages are kept by this.
    """
    digest = hashlib.sha256()
    for name in sorted(package.parts):
        if not _NOT_DRAWN.match(name):
            data = package.parts[name]
            digest.update(f"{name}\n{len(data)}\n".encode())
            digest.update(data)
    return digest.hexdigest()
