"""Imports every file of a folder of decks as the command line does, and writes the table of what came out.

    python -m tests.tools.decks FOLDER [--pages] [--painter builtin] [--pictures FOLDER] [--out TABLE.md]

Each file has a process of its own and a time limit. A good file ends with exit code 0 and a lecture, a bad one with
exit code 1 and one sentence; everything else is a fault, and then this program ends with exit code 1 itself.
With --pages the slides are drawn too, small, by the program's own plan.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

IMPORT_LIMIT_S = 120
"""Seconds for one import; the longest are those that LibreOffice converts first."""

PAGES_LIMIT_S = 900
OUTCOMES = ("kept", "replaced", "left out")
PAINTERS = ("LibreOffice", "built-in", "none")
_NO_DECKS = (".md", ".docx", ".odt", ".asciidoc", ".txt", ".opml")
_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child process ended: its exit code (None: it ran out of time), what it said, seconds of a processor."""

    code: int | None
    out: str
    err: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `refused` is the sentence of a file that cannot be read; `faults` must be empty."""

    name: str
    seconds: float
    slides: int = 0
    noted: int = 0
    characters: int = 0
    outcomes: tuple[int, int, int] = (0, 0, 0)
    refused: str = ""
    drawn: tuple[int, ...] = ()
    drawing: float = 0.0
    remarks: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


def run(arguments: list[str], limit: float, places: Path) -> Ended:
    """Run a child in a group of its own with the program's folders under `places`; the group ends with it."""
    variables = {f"LECTURE_STUDIO_{name}": str(places / name.lower()) for name in ("CACHE", "STATE")}
    before = _spent()
    child = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=_ROOT,
        env={**os.environ, **variables, "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        out, err = child.communicate(timeout=limit)
        code: int | None = child.returncode
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        out, err = child.communicate()
        code = None
    return Ended(code, out, err, _spent() - before)


def _spent() -> float:
    """Seconds that ended children and theirs have kept a processor busy: whatever else runs, they stay the same."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def import_one(deck: Path, places: Path, limit: float = IMPORT_LIMIT_S) -> tuple[Row, Path]:
    """What `lecture-studio import` makes of a file, and the lecture it wrote (if it did)."""
    lecture = places / "deck.lecture"
    ended = run(["-m", "ui", "import", str(deck), "-o", str(lecture), "--force", "--json"], limit, places)
    if ended.code == 0:
        return _imported(deck.name, ended, lecture), lecture
    sentence = ended.err.strip().removeprefix("lecture-studio: ")
    row = Row(deck.name, ended.seconds, refused=sentence.partition("\n")[0], faults=refusal_faults(ended))
    return row, lecture


def refusal_faults(ended: Ended) -> tuple[str, ...]:
    """What is wrong with the way a file was refused: it has to be exit code 1 and one sentence, in time."""
    lines = ended.err.strip().splitlines()
    faults: list[str] = []
    if ended.code is None:
        faults.append("the import ran out of time")
    elif ended.code != 1:
        faults.append(f"the import ended with exit code {ended.code}")
    if len(lines) != 1:
        faults.append(f"the import ended with {len(lines)} lines instead of one sentence")
    elif "made a mistake" in lines[0] or not lines[0].endswith((".", "。")):
        faults.append("the sentence is none for a teacher")
    return tuple(faults)


def _imported(name: str, ended: Ended, lecture: Path) -> Row:
    from studio.assets import AssetStore
    from studio.lecture_file import open_lecture

    event = next(json.loads(line) for line in ended.out.splitlines() if '"report"' in line)
    counted = Counter(entry["outcome"] for entry in event["entries"])
    with tempfile.TemporaryDirectory() as folder:
        scenes = open_lecture(lecture, AssetStore(Path(folder))).scenes
    words = [scene.script.words for scene in scenes]
    lost = [e["text"] for e in event["entries"] if "damaged" in e["text"] or "missing" in e["text"]]
    kept, replaced, left = (counted[outcome] for outcome in OUTCOMES)
    return Row(
        name,
        ended.seconds,
        slides=len(scenes),
        noted=sum(map(bool, words)),
        characters=sum(map(len, words)),
        outcomes=(kept, replaced, left),
        remarks=tuple(dict.fromkeys(lost)),
        faults=() if len(scenes) == event["slides"] > 0 else ("the report and the lecture differ",),
    )


def draw_one(row: Row, lecture: Path, places: Path, painter: str, pictures: str) -> Row:
    """The row with its pages drawn in a child process."""
    from dataclasses import replace

    options = ["--painter", painter, *(("--pictures", str(Path(pictures, row.name))) if pictures else ())]
    ended = run(["-m", "tests.tools.decks", str(lecture), "--draw", *options], PAGES_LIMIT_S, places)
    if ended.code != 0:
        how = "ran out of time" if ended.code is None else f"ended with exit code {ended.code}"
        return replace(row, drawing=ended.seconds, faults=(*row.faults, f"drawing {how}"))
    told = json.loads(ended.out.splitlines()[-1])
    return replace(
        row,
        drawn=tuple(told["drawn"][name] for name in PAINTERS),
        drawing=ended.seconds,
        remarks=(*row.remarks, *told["remarks"]),
        faults=(*row.faults, *told["faults"]),
    )


def files_of(folder: Path) -> list[Path]:
    """The decks of a folder and of those in it, without read-me files and outlines."""
    found = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return sorted(path for path in found if path.suffix.lower() not in _NO_DECKS)


def table(rows: Iterable[Row], pages: bool) -> str:
    """The rows in Markdown, with a line of sums."""
    heads = ["file", "slides", "with notes", "characters", *OUTCOMES, "import (s)"]
    heads += ["pages (s)", *PAINTERS] if pages else []
    rows = tuple(rows)
    lines = [f"| {' | '.join([*heads, 'remarks'])} |", f"|---|{'--:|' * (len(heads) - 1)}---|"]
    lines += [f"| {' | '.join(_cells(row, pages))} |" for row in rows]
    return "\n".join([*lines, f"| {' | '.join(_sums(rows, pages))} |"])


def _cells(row: Row, pages: bool) -> list[str]:
    facts = [row.slides, row.noted, row.characters, *row.outcomes]
    cells = [row.name, *(["–"] * len(facts) if row.refused else map(str, facts)), f"{row.seconds:.1f}"]
    if pages:
        drawn = [str(count or "–") for count in row.drawn] or ["–"] * len(PAINTERS)
        cells += [f"{row.drawing:.1f}" if row.drawn else "–", *drawn]
    told = [*(f"FAULT: {fault}" for fault in row.faults), *filter(None, [row.refused]), *row.remarks]
    return [*cells, " ".join(told).replace("|", "/")]


def _sums(rows: tuple[Row, ...], pages: bool) -> list[str]:
    def total(values: Iterable[float]) -> str:
        return f"{sum(values):g}"

    cells = [f"**{len(rows)} files, {sum(bool(row.refused) for row in rows)} of them refused**"]
    cells += [total(row.slides for row in rows), total(row.noted for row in rows)]
    cells += [total(row.characters for row in rows)]
    cells += [total(row.outcomes[index] for row in rows) for index in range(len(OUTCOMES))]
    cells += [f"{sum(row.seconds for row in rows):.0f}"]
    if pages:
        cells += [f"{sum(row.drawing for row in rows):.0f}"]
        cells += [total(row.drawn[index] for row in rows if row.drawn) for index in range(len(PAINTERS))]
    return [*cells, f"{sum(bool(row.faults) for row in rows)} with faults"]


_INTRODUCTION = """# What the import makes of real decks

Made by `make decks`: every file is imported by `lecture-studio import` in a process of its own, with a time limit.
*Kept*, *replaced* and *left out* count the lines of the import report. *Characters* are those of the scripts.
A file that cannot be read ends with exit code 1 and the one sentence that stands in the last column.
Seconds are those of one processor core, starting the program included.
"""
_ABOUT_PAGES = """Pages are drawn 480 pixels wide by the program's own plan; *none* counts those that no
painter could draw. A remark tells of pages that are of one colour although their slide has objects on it.
"""


def main(arguments: list[str] | None = None) -> int:
    """Import, draw where asked, print and write the table; 1 where a file ended in any other way than it may."""
    options = _options().parse_args(arguments)
    if options.draw:
        from tests.tools.decks_pages import draw

        print(json.dumps(draw(options.folder, options.painter, options.pictures)))
        return 0
    rows: list[Row] = []
    for path in files_of(options.folder):
        with tempfile.TemporaryDirectory() as places:
            row, lecture = import_one(path, Path(places))
            if options.pages and not row.refused:
                row = draw_one(row, lecture, Path(places), options.painter, options.pictures)
        rows.append(row)
        print(" ".join(_cells(row, options.pages)), file=sys.stderr, flush=True)
    text = "\n".join([_INTRODUCTION, *([_ABOUT_PAGES] if options.pages else []), table(rows, options.pages)])
    print(text)
    if options.out:
        options.out.write_text(text + "\n", encoding="utf-8")
    return int(any(row.faults for row in rows))


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.tools.decks", description=__doc__)
    parser.add_argument("folder", type=Path, help="a folder of decks; folders in it count too")
    parser.add_argument("--pages", action="store_true", help="draw the slides too (minutes)")
    parser.add_argument("--painter", choices=("libreoffice", "builtin"), default="libreoffice")
    parser.add_argument("--pictures", default="", metavar="FOLDER", help="keep contact sheets of the pages")
    parser.add_argument("--out", type=Path, metavar="TABLE.md", help="write the table there")
    parser.add_argument("--draw", action="store_true", help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main())
