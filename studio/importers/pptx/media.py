"""Finding the bytes of a sound or video: inside the file only, what is linked is never opened."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from pptx.opc.package import Part

from studio.assets import AssetStore
from studio.importers.ledger import Ledger
from studio.importers.pptx.bounds import LONGEST_NAME
from studio.importers.pptx.markup import local, qn
from studio.importers.pptx.objects import Canvas, Shape, embedded_media, identity, media_file, shape_id
from studio.lecture import Asset, EmbeddedMedia

_TYPES = {
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".aac": "audio/aac",
    ".wav": "audio/wav",
    ".wma": "audio/x-ms-wma",
    ".aif": "audio/aiff",
    ".aiff": "audio/aiff",
    ".au": "audio/basic",
    ".mid": "audio/midi",
    ".midi": "audio/midi",
    ".ogg": "audio/ogg",
    ".flac": "audio/flac",
    ".mp4": "video/mp4",
    ".m4v": "video/mp4",
    ".mov": "video/quicktime",
    ".avi": "video/x-msvideo",
    ".wmv": "video/x-ms-wmv",
    ".mpg": "video/mpeg",
    ".mpeg": "video/mpeg",
    ".webm": "video/webm",
    ".mkv": "video/x-matroska",
}


@dataclass(frozen=True, slots=True)
class Found:
    """Where a medium's bytes are: a part of the package; None with `linked` where the file is outside."""

    part: Part | None
    linked: bool = False


def find_medium(shape: Shape, part: Part) -> Found:
    """The medium a shape plays: `p14:media@r:embed` first, else the older `a:audioFile` and its kin."""
    newer = embedded_media(shape.element)
    older = media_file(shape.element)
    relations = [
        None if newer is None else newer.get(qn("r:embed")),
        None if older is None else older.get(qn("r:embed")),
        None if older is None else older.get(qn("r:link")),
        None if newer is None else newer.get(qn("r:link")),
    ]
    linked = False
    for relation in filter(None, relations):
        found = find_part(part, relation)
        if found.part is not None:
            return found
        linked = linked or found.linked
    return Found(None, linked)


def find_part(part: Part, relation: str) -> Found:
    """The part a relation leads to."""
    if relation not in part.rels:
        return Found(None)
    link = part.rels[relation]
    if link.is_external:
        return Found(None, linked=True)
    return Found(link.target_part)


def keep(part: Part, store: AssetStore) -> Asset:
    """Store a medium's bytes; the name is that of the part, as the author's own file name is not kept."""
    name = posixpath.basename(str(part.partname))
    suffix = posixpath.splitext(name)[1].lower()
    return store.add(part.blob, name, _TYPES.get(suffix, part.content_type))


def read_media(
    found: list[Shape], narration: frozenset[int], canvas: Canvas, store: AssetStore, ledger: Ledger
) -> tuple[EmbeddedMedia, ...]:
    """The videos and sounds that stand on a slide, without its narration."""
    media: list[EmbeddedMedia] = []
    for shape in found:
        file = media_file(shape.element)
        number = shape_id(shape.element)
        if file is None or number in narration:
            continue
        kind = "video" if local(file) in ("videoFile", "quickTimeFile") else "sound"
        own = identity(shape.element)
        name = ((own.get("name") if own is not None else "") or kind)[:LONGEST_NAME]
        where = find_medium(shape, canvas.part)
        asset = None
        if where.part is not None and where.part.blob:
            asset = keep(where.part, store)
            instead = "shows its still picture" if kind == "video" else "does not play it"
            ledger.left_out(
                "media", f"The {kind} “{name}” is kept in the lecture; the finished video {instead}."
            )
        elif where.linked:
            ledger.left_out(
                "media", f"The {kind} “{name}” is linked to a file outside the deck, which was not opened."
            )
        else:
            ledger.left_out("media", f"The {kind} “{name}” is missing in the file.")
        media.append(EmbeddedMedia(number, kind, canvas.box(shape.frame), asset))
    return tuple(media)
