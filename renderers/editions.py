"""What made a result besides its inputs: our own code and the libraries it stands on, a short text a kind of step.

Part of every step's key, so that another version of the program, of a library or of the installed fonts makes new
what it may make differently, and nothing else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache, lru_cache
from importlib import metadata
from importlib.resources import files
from importlib.resources.abc import Traversable

from renderers.slides import fonts


@dataclass(frozen=True, slots=True)
class Editions:
    """One text for each kind of step; equal texts, equal results for equal input."""

    converted: str
    rastered: str
    painted: str
    pictured: str
    card: str
    separated: str
    layered: str
    spoken: str
    recorded: str
    aligned: str
    compared: str
    checked: str
    generated: str
    still: str
    cut: str
    sound: str
    texts: str


@lru_cache(maxsize=1)
def find() -> Editions:
    """The editions of this installation, found once in a process; loads no library."""
    read, version = cache(_read), cache(_version)  # most files and libraries decide several kinds of steps
    return Editions(**{kind: _edition(kind, read, version) for kind in SOURCES})


_CONVERTING = (
    "autofit",
    "bullets",
    "equations",
    "faithful",
    "excerpt",
    "fitted",
    "fonts",
    "libreoffice",
    "links",
    "numbers",
    "opendocument",
    "pages_worker",
    "powerpoint",
    "prepared",
    "stretching",
    "typefaces",
    "vectors",
)
_READING = ("studio/importers/pptx/*.py",)
_APART = ("components", "executing", "making", "pieces", "sheets", "stack")
_PLANES = ("renderers/planes.py", "renderers/warping.py", "renderers/pages.py", "renderers/executors.py")
_PAINTING = ("renderers/slides/paint_worker.py", "renderers/slides/fit.py", *_PLANES)
_MEASURED = (
    "components",
    "copies",
    "features",
    "gates",
    "lettering",
    "looks",
    "persistence",
    "regions",
    "reshaping",
    "swept",
    "wordings",
    "zones",
)
_CHANGES = (*(f"renderers/measure/{name}.py" for name in _MEASURED), *_PLANES)
_COMPOSED = (
    "renderers/transitions/*.py",
    "renderers/composing.py",
    "renderers/flows.py",
    "renderers/matching.py",
    "renderers/warping.py",
    "renderers/layers/*.py",
    *_CHANGES,
)
_SOUNDS = ("renderers/sound.py", "renderers/sounds.py", "renderers/loudness.py", "renderers/executors.py")
_CODERS = ("av1", "bits", "codecs", "encoders", "h264", "hevc", "probe", "video")
_CODING = (
    *(f"renderers/encode/{name}.py" for name in _CODERS),
    "renderers/segments.py",
    *_PLANES,
)
SOURCES: dict[str, tuple[str, ...]] = {
    "converted": (
        *(f"renderers/slides/{name}.py" for name in _CONVERTING),
        "renderers/slides/builtin/fonts.py",
        "renderers/slides/embedded/*.py",
        "resources/fonts/*.toml",
        *_READING,
    ),
    "rastered": (
        "renderers/slides/pages_worker.py",
        "renderers/slides/pdf_lines.py",
        "renderers/slides/seams.py",
        "renderers/slides/fit.py",
        *_PLANES,
    ),
    "painted": (
        "renderers/slides/builtin/*.py",
        "renderers/slides/embedded/*.py",
        "resources/fonts/*.toml",
        *_PAINTING,
        *_READING,
    ),
    "pictured": (
        "renderers/slides/pictures.py",
        "renderers/slides/pages_worker.py",
        "renderers/slides/pdf_lines.py",
        "renderers/slides/vectors.py",
        *_PAINTING,
    ),
    "card": (
        "renderers/slides/cards.py",
        "renderers/slides/cardtext.py",
        "renderers/slides/themes.py",
        "resources/themes/*.toml",
        "studio/languages.py",
        *_PAINTING,
    ),
    "separated": ("renderers/slides/separated.py", "renderers/slides/ole_pictures.py"),
    "layered": (
        *(f"renderers/layers/{name}.py" for name in _APART),
        "renderers/slides/pages_worker.py",
        "renderers/slides/paint_worker.py",
        "renderers/slides/seams.py",
        "renderers/slides/separated.py",
        "renderers/slides/ole_pictures.py",
        "renderers/transitions/hold.py",
        *_PLANES,
    ),
    "spoken": _SOUNDS,
    "recorded": ("renderers/voices/recording.py", "renderers/media.py", *_SOUNDS),
    "aligned": ("renderers/voices/recording.py", "studio/narration.py", *_SOUNDS),
    "compared": _CHANGES,
    "checked": _COMPOSED,
    "generated": (
        "renderers/generation/*.py",
        "renderers/flows.py",
        "renderers/layers/stack.py",
        "renderers/measure/features.py",
        *_PLANES,
    ),
    "still": _CODING,
    "cut": ("renderers/encode/settling.py", *_COMPOSED, *_CODING),
    "sound": ("renderers/encode/sound.py", *_SOUNDS),
    "texts": ("studio/captions.py", "studio/chapters.py", "studio/exporters/*.py"),
}
"""The files that decide what a kind of step makes, by path; "*" stands for all of a folder."""
LIBRARIES: dict[str, tuple[str, ...]] = {
    "converted": ("lxml",),
    "rastered": ("pypdfium2", "opencv-python-headless"),
    "painted": ("PySide6-Essentials", "opencv-python-headless"),
    "pictured": ("PySide6-Essentials", "pypdfium2", "opencv-python-headless"),
    "card": ("PySide6-Essentials", "opencv-python-headless"),
    "separated": ("lxml",),
    "layered": ("PySide6-Essentials", "pypdfium2", "opencv-python-headless", "torch"),
    "spoken": ("av", "soxr"),
    "recorded": ("av", "soxr"),
    "aligned": ("numpy",),
    "compared": ("torch", "opencv-python-headless", "numpy"),
    "checked": ("torch", "opencv-python-headless", "scipy"),
    "generated": ("diffusers", "transformers", "torch", "opencv-python-headless", "av"),
    "still": ("av", "torch"),
    "cut": ("av", "torch", "opencv-python-headless", "scipy"),
    "sound": ("av", "numpy"),
    "texts": ("pysubs2",),
}
"""The libraries whose versions may show in the result."""
_Read = Callable[[str], tuple[tuple[str, bytes], ...]]
_WITH_FONTS = frozenset({"converted", "painted", "card", "separated", "layered"})


def _edition(kind: str, read: _Read, version: Callable[[str], str]) -> str:
    parts = [_code(kind, read), *(f"{name} {version(name)}" for name in LIBRARIES[kind])]
    if kind in _WITH_FONTS:
        parts.append(f"fonts {fonts.installed()}")
    return ", ".join(parts)


def _code(kind: str, read: _Read) -> str:
    """A digest of the files of a kind; the program's version where it was built without its sources."""
    digest, found = hashlib.sha256(), False
    for pattern in sorted(set(SOURCES[kind])):
        for name, content in read(pattern):
            found = found or name.endswith(".py")
            digest.update(f"\0{name}\0".encode() + content)
    return digest.hexdigest()[:16] if found else f"lecture-studio {metadata.version('lecture-studio')}"


def _read(pattern: str) -> tuple[tuple[str, bytes], ...]:
    """Names and digests of the files that a path names."""
    return tuple((file.name, hashlib.sha256(file.read_bytes()).digest()) for file in matching(pattern))


def matching(pattern: str) -> Iterator[Traversable]:
    """The files that a path names, in the order of their names."""
    package, *folders, name = pattern.split("/")
    folder = files(package).joinpath(*folders)
    if folder.is_dir():
        found = (file for file in folder.iterdir() if fnmatchcase(file.name, name))
        yield from sorted(found, key=lambda file: file.name)


def _version(library: str) -> str:
    """A library's version; torch's without its third number, which only mends."""
    try:
        version = metadata.version(library)
    except metadata.PackageNotFoundError:
        return "?"
    return ".".join(version.split(".")[:2]) if library == "torch" else version
