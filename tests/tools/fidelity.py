"""Measures how near our pages come to PowerPoint's: the first slide of every deck against its thumbnail.

    python -m tests.tools.fidelity [DECKS] [--pages FOLDER] [--out docs/fidelity.md] [--sheets FOLDER]

PowerPoint leaves a picture of the first slide in the file (`docProps/thumbnail.*`, found by its relationship).
Three pages are compared with it: *before*, what LibreOffice makes of the deck as it is, with the fonts of the
system; *after*, what our own conversion makes of it (the "pages" worker); and the built-in painter's. PDFs are kept
in the pages folder, outside the checkout, and made anew when what decides them has changed.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import tempfile
import time
import tomllib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from renderers import editions
from renderers.messages import Message
from renderers.slides import fonts, libreoffice
from renderers.workers import Worker
from studio.errors import StudioError
from studio.importers.pptx.markup import parse, qn, written
from studio.importers.pptx.package import Package, open_package
from studio.importers.pptx.relationships import targets
from studio.importers.pptx.repair import repair
from studio.progress import CancelToken
from tests.renderers.slides.builtin.compare import ssim

ROOT = Path(__file__).resolve().parents[2]
DECKS = ROOT.parent / "shared" / "decks"
LECTURES = "lectures"
"""The folder whose decks are lectures: they come first and have a mean of their own."""
REASONS = ROOT / "docs" / "fidelity.toml"
_FINER = 4
"""Pages are drawn this many times as large as the thumbnail and averaged, which is how PowerPoint made it."""
_LIMIT_S = 120


@dataclass(frozen=True)
class Deck:
    """A deck with a thumbnail: its folder's name, and as bytes a deck of its first slide alone."""

    path: Path
    thumbnail: np.ndarray
    first: bytes

    @property
    def group(self) -> str:
        """The folder the deck stands in."""
        return self.path.parent.name

    @cached_property
    def digest(self) -> str:
        """What is measured, in short."""
        return hashlib.sha256(self.first).hexdigest()[:16]

    def size(self, scale: int = 1) -> tuple[int, int]:
        """Width and height of the thumbnail, times `scale`."""
        height, width = self.thumbnail.shape
        return width * scale, height * scale


@dataclass(frozen=True)
class Score:
    """SSIM of each way to draw the first slide; None where it could not be drawn."""

    deck: Deck
    before: float | None
    after: float | None
    painted: float | None


def find(folder: Path) -> list[Deck]:
    """The decks below a folder that have slides and a thumbnail; what cannot be opened is passed over."""
    suffixes = (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm")
    files = [path for path in folder.rglob("*") if path.suffix.lower() in suffixes]
    files.sort(key=lambda path: (path.parent.name != LECTURES, path))
    return [deck for path in files if (deck := read(path)) is not None]


def read(path: Path) -> Deck | None:
    """The deck with its thumbnail, or None where it has none (or no slides, or cannot be opened)."""
    try:
        package = open_package(path.read_bytes(), path.name)
        thumbnail = _thumbnail(package)
        if thumbnail is None:
            return None
        mended = Package(package.name, dict(package.parts))
        repair(mended)
        first = first_slide(package, mended)
    except StudioError:
        return None
    return None if first is None else Deck(path, thumbnail, first)


def _thumbnail(package: Package) -> np.ndarray | None:
    """PowerPoint's picture of the first slide, (H, W) grey levels."""
    import cv2

    named = [part for kind, part in targets(package, "").values() if kind.endswith("/thumbnail")]
    data = next((package.parts[part] for part in named if part in package.parts), None)
    if not data:
        return None
    picture = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_GRAYSCALE)
    return _metafile(data) if picture is None else picture


def _metafile(data: bytes) -> np.ndarray | None:
    """Thumbnails of older PowerPoints are metafiles around a bitmap."""
    import cv2

    from renderers.slides.builtin.metafile import embedded_raster, metafile_kind

    kind = metafile_kind(data)
    raster = embedded_raster(data, kind) if kind else None
    return None if raster is None else cv2.imdecode(np.frombuffer(raster, np.uint8), cv2.IMREAD_GRAYSCALE)


def first_slide(package: Package, mended: Package) -> bytes | None:
    """The deck with all slides but the first struck off its list; None for a deck without slides.

    `mended` is the package where slides can be found; what is changed is the list alone, so that "before" is
    the deck as its author saved it.
    """
    main = next(target for kind, target in targets(mended, "").values() if kind.endswith("/officeDocument"))
    root = parse(package.parts[main])
    lists = [each for each in root if isinstance(each.tag, str) and each.tag.endswith("}sldIdLst")]
    entries = list(lists[0]) if lists else []
    for entry in entries[1:]:
        lists[0].remove(entry)
    for extension in root.findall(qn("p:extLst")):  # sections name slides that are no longer listed
        root.remove(extension)
    alone = Package(package.name, {**package.parts, main: written(root)})
    return alone.to_bytes() if entries else None


def before(deck: Deck, pages: Path) -> bytes:
    """LibreOffice's PDF of the deck as it is: no table of fonts, nothing prepared."""
    key = hashlib.sha256(f"{libreoffice.version()} {fonts.installed()}".encode()).hexdigest()[:12]
    kept = pages / f"{deck.digest}-before-{key}.pdf"
    if not kept.exists():
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder, f"deck{deck.path.suffix}")
            source.write_bytes(deck.first)
            profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
            command = [libreoffice.executable() or "soffice", profile, "--headless", "--convert-to", "pdf"]
            subprocess.run(
                [*command, "--outdir", folder, str(source)], timeout=_LIMIT_S, check=True, capture_output=True
            )
            kept.write_bytes(source.with_suffix(".pdf").read_bytes())
    return kept.read_bytes()


def after(deck: Deck, pages: Path) -> bytes:
    """The PDF that our own conversion makes of the deck."""
    key = hashlib.sha256(f"{libreoffice.version()} {editions.find().converted}".encode()).hexdigest()[:12]
    kept = pages / f"{deck.digest}-after-{key}.pdf"
    if not kept.exists():
        with tempfile.TemporaryDirectory() as folder, Worker("pages", limit_s=_LIMIT_S) as worker:
            source = Path(folder, "deck.pptx")
            source.write_bytes(deck.first)
            request = Message({"do": "convert", "deck": str(source), "first": 1, "last": 1})
            kept.write_bytes(list(worker.request(request, CancelToken()))[-1].blobs[0])
    return kept.read_bytes()


def rastered(pdf: bytes, deck: Deck, worker: Worker) -> np.ndarray:
    """The first page of a PDF as (H, W, 3) RGB, finer than the thumbnail, drawn as our pages are."""
    width, height = deck.size(_FINER)
    request = Message({"do": "raster", "page": 0, "width": width, "height": height}, (pdf,))
    answer = list(worker.request(request, CancelToken()))[-1]
    return np.frombuffer(answer.blobs[0], np.uint8).reshape(height, width, 3)


def painted(deck: Deck, worker: Worker) -> np.ndarray:
    """The built-in painter's page as (H, W, 3) RGB, finer than the thumbnail."""
    width, height = deck.size(_FINER)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "deck.pptx")
        package = open_package(deck.first, deck.path.name)
        repair(package)
        source.write_bytes(package.to_bytes())
        main = next(part for kind, part in targets(package, "").values() if kind.endswith("/officeDocument"))
        slide = parse(package.parts[main]).find(f"{qn('p:sldIdLst')}/{qn('p:sldId')}")
        asked = {
            "do": "slide",
            "deck": str(source),
            "slide": slide.get("id"),
            "width": width,
            "height": height,
        }
        answer = list(worker.request(Message(asked), CancelToken()))[-1]
        return np.frombuffer(answer.blobs[0], np.uint8).reshape(height, width, 3)


def small(page: np.ndarray, deck: Deck) -> np.ndarray:
    """A page as (H, W) grey levels at the thumbnail's size."""
    import cv2

    return cv2.resize(cv2.cvtColor(page, cv2.COLOR_RGB2GRAY), deck.size(), interpolation=cv2.INTER_AREA)


def measure(deck: Deck, pages: Path, workers: tuple[Worker, Worker], sheets: Path | None = None) -> Score:
    """Draw the first slide in the three ways and compare; with `sheets`, keep the four pictures side by side.

    `workers` are a "pages" and a "paint" worker.
    """
    rasters, paints = workers
    drawn: list[np.ndarray | None] = []
    for way in (
        lambda: rastered(before(deck, pages), deck, rasters),
        lambda: rastered(after(deck, pages), deck, rasters),
        lambda: painted(deck, paints),
    ):
        try:
            drawn.append(way())
        except (StudioError, OSError, subprocess.SubprocessError):
            drawn.append(None)
    found = [None if page is None else ssim(small(page, deck), deck.thumbnail) for page in drawn]
    if sheets is not None:
        _sheet(deck, drawn, sheets)
    return Score(deck, *found)


def _sheet(deck: Deck, drawn: Sequence[np.ndarray | None], folder: Path) -> None:
    """The thumbnail, before, after and painted, two by two, as a PNG."""
    import cv2

    width, height = deck.size(3)
    shown = [cv2.cvtColor(deck.thumbnail, cv2.COLOR_GRAY2RGB), *drawn]
    cells = [
        np.zeros((height, width, 3), np.uint8) if page is None else cv2.resize(page, (width, height))
        for page in shown
    ]
    sheet = np.vstack([np.hstack(cells[:2]), np.hstack(cells[2:])])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{deck.group}-{deck.path.stem}.png").write_bytes(
        cv2.imencode(".png", cv2.cvtColor(sheet, cv2.COLOR_RGB2BGR))[1].tobytes()
    )


def mean(values: Sequence[float | None]) -> str:
    """The mean of what could be drawn."""
    known = [value for value in values if value is not None]
    return f"{np.mean(known):.3f}" if known else "–"


def report(scores: Sequence[Score], reasons: dict[str, str]) -> str:
    """The results as a page of Markdown; `reasons` by deck, for the ten that are farthest from their thumbnail."""
    told = subprocess.run(
        [libreoffice.executable() or "soffice", "--version"], capture_output=True, text=True, check=False
    )
    lines = [
        "# Pages against PowerPoint's own pictures",
        "",
        "First slide of every deck against the thumbnail that PowerPoint left in the file (SSIM of grey levels",
        "at the thumbnail's size, Gaussian window of 11 x 11). *Before*: LibreOffice alone, the deck as it is, the",
        "system's fonts. *After*: our conversion. *Painter*: the built-in painter. Made by `make fidelity`.",
        "",
        f"{time.strftime('%Y-%m-%d')}, {' '.join(told.stdout.split()[:2])}, fonts: {', '.join(_packages())}.",
        "",
        "| decks | number | before | after | painter |",
        "|---|--:|--:|--:|--:|",
    ]
    lectures = [score for score in scores if score.deck.group == LECTURES]
    others = [score for score in scores if score.deck.group != LECTURES]
    for name, group in (("lectures", lectures), ("all others", others)):
        if group:
            means = (mean([getattr(score, way) for score in group]) for way in ("before", "after", "painted"))
            lines.append(f"| {name} | {len(group)} | {' | '.join(means)} |")
    for name, group in (("Lectures", lectures), ("All others", others)):
        if group:
            lines += ["", f"## {name}", "", "| deck | before | after | painter |", "|---|--:|--:|--:|"]
            for score in group:
                values = (mean([value]) for value in (score.before, score.after, score.painted))
                lines.append(f"| {score.deck.path.stem} | {' | '.join(values)} |")
    return "\n".join([*lines, *_worst(scores, reasons), ""])


def _worst(scores: Sequence[Score], reasons: dict[str, str]) -> list[str]:
    """The ten decks whose page differs most after all, and why."""
    ranked = sorted(scores, key=lambda score: score.after if score.after is not None else -1.0)
    lines = ["", "## The ten that differ most", ""]
    for score in ranked[:10]:
        reason = reasons.get(score.deck.path.stem, "not looked at yet.")
        lines.append(f"- **{score.deck.path.stem}** ({mean([score.after])}): {reason}")
    return lines


def _packages() -> list[str]:
    """The font packages of a Debian machine."""
    asked = ["dpkg-query", "-W", "-f", "${binary:Package} ${Version}\n", "fonts-*"]
    try:
        told = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    except OSError:
        return ["unknown"]
    return [" ".join(parts) for line in told.splitlines() if len(parts := line.split()) == 2] or ["unknown"]


def main() -> None:
    """Measure all decks of a folder, print the table and write the page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("decks", type=Path, nargs="?", default=DECKS)
    parser.add_argument("--pages", type=Path, default=Path(tempfile.gettempdir()) / "lecture-studio-fidelity")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--sheets", type=Path)
    options = parser.parse_args()
    if not options.decks.is_dir():
        parser.exit(1, f"There is no folder {options.decks}; name one with decks.\n")
    if libreoffice.executable() is None:
        parser.exit(1, "LibreOffice is not installed; there is nothing to measure.\n")
    options.pages.mkdir(parents=True, exist_ok=True)
    decks, scores = find(options.decks), list[Score]()
    limit = _LIMIT_S
    with ThreadPoolExecutor(3) as pool, Worker("pages", limit) as rasters, Worker("paint", limit) as paints:
        made = [[pool.submit(way, deck, options.pages) for way in (before, after)] for deck in decks]
        for deck, pdfs in zip(decks, made, strict=True):
            wait(pdfs)  # what failed is tried again and passed over there
            scores.append(score := measure(deck, options.pages, (rasters, paints), options.sheets))
            values = (mean([value]) for value in (score.before, score.after, score.painted))
            print(f"{deck.group}/{deck.path.stem[:60]:60}", *values, flush=True)
    reasons = tomllib.loads(REASONS.read_text("utf-8"))["reasons"] if REASONS.exists() else {}
    page = report(scores, reasons)
    print("\n".join(page.splitlines()[5:12]))
    if options.out is not None:
        options.out.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
