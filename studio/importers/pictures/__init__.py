"""Pictures: each becomes a scene that shows it. A folder of them is a lecture in the order of their names.

A text file of the same name beside a picture holds the words to be spoken.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from studio.assets import AssetStore
from studio.errors import BadFileError
from studio.importers.ledger import Ledger
from studio.importers.lines import shortened
from studio.importers.pictures.names import in_order, is_ignored, title_of
from studio.importers.pictures.scripts import SUFFIXES as SCRIPTS
from studio.importers.pictures.scripts import words_in
from studio.importers.pptx.picture_sizes import size_of, too_large
from studio.importers.tools import Tools
from studio.languages import language_of
from studio.lecture import Lecture, PageImage, PictureVisual, Scene, Script
from studio.ports import PictureFacts
from studio.privacy import marked
from studio.report import ImportReport, counted
from studio.titles import deck_title, numbered
from studio.validation import MOST_SCENES, is_odd_shape

label = "pictures, alone or a folder of them"
suffixes = (".png", ".jpg", ".jpeg", ".jfif", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".svg", ".svgz")

_HEIC = (".heic", ".heif", ".avif")
_MOST_FILES = 100_000
_LARGEST_FILE = 500 << 20
"""Bytes of one picture."""
_HEIGHT = 540.0
"""Points that a picture counts as high: what is meant by the size of a slide."""
_NAMED = 3
"""So many files are named in one line of the report."""
_HEADS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*")
_TYPES = {
    b"\x89P": "image/png",
    b"\xff\xd8": "image/jpeg",
    b"GI": "image/gif",
    b"BM": "image/bmp",
    b"RI": "image/webp",
    b"II": "image/tiff",
    b"MM": "image/tiff",
}


def recognises(path: Path) -> bool:
    """A folder, or a picture by its first bytes; one of a kind that is not drawn by its name."""
    if path.is_dir() or path.suffix.lower() in _HEIC:
        return True
    with path.open("rb") as file:
        head = file.read(16)
    web, bitmap = (head[:4], head[8:12]) == (b"RIFF", b"WEBP"), head[:2] == b"BM" and head[6:10] == bytes(4)
    return head.startswith(_HEADS) or web or bitmap


def read(path: Path, store: AssetStore, tools: Tools) -> tuple[Lecture, ImportReport]:
    """A scene a picture; raises `BadFileError` with one sentence where none can be shown."""
    if path.suffix.lower() in _HEIC and path.is_file():
        raise BadFileError(
            f"“{path.name}” is a picture of a kind that cannot be read here; save it as .jpg and try again."
        )
    ledger = Ledger()
    folder = _folder_of(path) if path.is_dir() else _Folder((path,), _beside(path), (), ())
    if not folder.pictures:
        raise BadFileError(_nothing(path, folder))
    if len(folder.pictures) > MOST_SCENES:
        raise BadFileError(
            f"“{path.name}” holds {len(folder.pictures):,} pictures; at most {MOST_SCENES:,} can be used."
        )
    told = {script: _script(script, ledger) for script in folder.scripts.values()}
    words = "\n".join(text for _, paragraphs in told.values() for text in paragraphs)
    reading = _Reading(store, tools, ledger, language_of(words))
    scenes: list[Scene] = []
    for number, picture in enumerate(folder.pictures, start=1):
        script = folder.scripts.get(_stem(picture))
        scene = reading.scene(picture, number, told[script] if script is not None else ("", ()))
        if scene is not None:
            scenes.append(scene)
    if not scenes:
        raise BadFileError(_unreadable(path, ledger))
    _report_whole(folder, scenes, ledger)
    title = shortened(title_of(path.name)) if path.is_dir() else ""
    width, height = _usual_size(scenes)
    lecture = Lecture(title or deck_title(scenes), reading.language, width, height, scenes=tuple(scenes))
    return lecture, ImportReport(path.name, len(folder.pictures)).with_entries(tuple(ledger.entries))


@dataclass(frozen=True, slots=True)
class _Folder:
    """What stands in a folder. `scripts` are text files by the bare name of their picture."""

    pictures: tuple[Path, ...]
    scripts: dict[str, Path]
    photographs: tuple[str, ...]
    """Names of pictures of a kind that is not drawn here."""
    others: tuple[str, ...]


def _folder_of(path: Path) -> _Folder:
    try:
        names = [each for each in path.iterdir() if not is_ignored(each.name)]
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise BadFileError(f"The folder “{path.name}” cannot be opened ({reason}).") from None
    if len(names) > _MOST_FILES:
        raise BadFileError(
            f"“{path.name}” holds {len(names):,} files; put the pictures into a folder of their own."
        )
    files = [each for each in in_order(names) if each.is_file()]
    pictures = tuple(each for each in files if each.suffix.lower() in suffixes)
    stems = {_stem(each) for each in pictures}
    scripts: dict[str, Path] = {}
    for kind in SCRIPTS:
        for each in files:
            if each.suffix.lower() == kind and _stem(each) in stems:
                scripts.setdefault(_stem(each), each)
    photographs = tuple(each.name for each in files if each.suffix.lower() in _HEIC)
    used = {*pictures, *scripts.values()}
    others = tuple(e.name for e in files if e not in used and e.name not in photographs)
    return _Folder(pictures, scripts, photographs, others)


def _beside(path: Path) -> dict[str, Path]:
    """The script of a picture that was chosen by itself."""
    found = next((path.with_suffix(kind) for kind in SCRIPTS if path.with_suffix(kind).is_file()), None)
    return {} if found is None else {_stem(path): found}


def _stem(path: Path) -> str:
    return unicodedata.normalize("NFC", path.stem).casefold()


def _script(path: Path, ledger: Ledger) -> tuple[str, tuple[str, ...]]:
    try:
        return words_in(path)
    except BadFileError as error:
        ledger.left_out("notes", str(error))
        return "", ()


@dataclass(frozen=True, slots=True)
class _Reading:
    """Makes scenes of pictures, one by one: only one is in memory."""

    store: AssetStore
    tools: Tools
    ledger: Ledger
    language: str

    def scene(self, path: Path, number: int, told: tuple[str, tuple[str, ...]]) -> Scene | None:
        """The scene of a picture; None where it cannot be shown, which is in the report then."""
        scene_id = _id(path.name)
        own = self.ledger.on(number, scene_id)
        found = self._facts(path)
        if isinstance(found, str):
            self.ledger.on(number, None).left_out("picture", f"“{path.name}” {found}")
            return None
        data, facts = found
        if facts.pictures > 1:
            own.replaced("picture", f"“{path.name}” holds {facts.pictures} pictures; the first one is shown.")
        asset = self.store.add(data, path.name, facts.media_type)
        title, paragraphs = told
        script = marked(paragraphs)
        if any(paragraph.private for paragraph in script):
            own.left_out("private notes", "Words in the script look private and are not spoken.")
        spoken = "\n".join(paragraphs)
        return Scene(
            scene_id,
            shortened(title or title_of(path.stem)) or numbered(number),
            PictureVisual(PageImage(asset, 1, float(facts.width), float(facts.height))),
            Script(script, language_of(spoken, around=self.language)),
        )

    def _facts(self, path: Path) -> tuple[bytes, PictureFacts] | str:
        """The bytes of a picture and what it holds; what is wrong with it, as the end of a sentence."""
        try:
            if path.stat().st_size > _LARGEST_FILE:
                return f"is larger than {_LARGEST_FILE >> 20} MB; save it smaller."
            data = path.read_bytes()
        except OSError as error:
            return f"cannot be opened ({error.strerror or 'unknown reason'})."
        large = too_large(data)
        if large is not None:
            return f"has {large[0]:,} x {large[1]:,} pixels, more than can be drawn; save it smaller."
        facts = _without_reader(data) if self.tools.look is None else self.tools.look(path)
        if facts is None:
            return "is damaged or no picture of its kind; open it, save it as .png and try again."
        if is_odd_shape(facts.width, facts.height):
            return f"has {facts.width:,} x {facts.height:,} pixels, a shape that no slide can have."
        return data, facts


def _without_reader(data: bytes) -> PictureFacts | None:
    size, kind = size_of(data), _TYPES.get(data[:2])
    return None if size is None or kind is None else PictureFacts(*size, kind)


def _id(name: str) -> str:
    """A name that stays when other pictures come and go."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40] or "picture"
    return f"{slug}-{hashlib.sha256(name.encode(errors='replace')).hexdigest()[:8]}"


def _usual_size(scenes: Iterable[Scene]) -> tuple[float, float]:
    """The commonest shape, at the height that slides have."""
    shapes: Counter[float] = Counter()
    for scene in scenes:
        if isinstance(scene.visual, PictureVisual):
            shapes[round(scene.visual.image.width / scene.visual.image.height, 2)] += 1
    return round(_HEIGHT * shapes.most_common(1)[0][0], 1), _HEIGHT


def _nothing(path: Path, folder: _Folder) -> str:
    if folder.photographs:
        return (
            f"The pictures in “{path.name}” are of a kind that cannot be read here (“{folder.photographs[0]}”); "
            "save them as .jpg and try again."
        )
    return f"The folder “{path.name}” holds no pictures; choose a folder of .png, .jpg or other pictures."


def _unreadable(path: Path, ledger: Ledger) -> str:
    first = next(entry.text for entry in ledger.entries if entry.what == "picture")
    return first if not path.is_dir() else f"No picture in the folder “{path.name}” can be shown: {first}"


def _report_whole(folder: _Folder, scenes: Sequence[Scene], ledger: Ledger) -> None:
    ledger.kept("pictures", f"{counted(len(scenes), 'picture')} in the order of their names.")
    spoken = sum(bool(scene.script.words) for scene in scenes)
    if spoken:
        told = f"{counted(spoken, 'picture')} with words to speak, from text files of the same name."
        ledger.kept("notes", told)
    if folder.photographs:
        ledger.left_out(
            "picture",
            f"{_listed(folder.photographs)}: photographs of a kind that cannot be read here; save them as .jpg.",
        )
    if folder.others:
        ledger.left_out("file", f"{_listed(folder.others)}: no pictures, and not used.")


def _listed(names: Sequence[str]) -> str:
    named = ", ".join(f"“{name}”" for name in names[:_NAMED])
    return named if len(names) <= _NAMED else f"{named} and {len(names) - _NAMED} more"
