"""Damages real decks and outlines at random and sees that every one ends in a lecture or in one sentence.

`python -m tests.tools.fuzz --cases 10000 --seed 1` tries that many; `--case 4711` tries one again and says more.
A case is the import, now and then also the painting of its first slide and what LibreOffice would be given. It runs
in a child process with a limit; a crash, a hang, more than 1 GB, a mistake of ours that shows as a traceback, or
an error that is not one sentence counts as a failure and is printed with the number that makes it again.
"""

from __future__ import annotations

import argparse
import json
import os
import queue
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from tests.conftest import DECKS

LARGE = (
    "lectures/openchain-jwg__oss-education-scrm-jp.pptx",
    "lectures/lecture-dsa-2__ch11_graph.pptx",
    "lectures/cs7320-ai__19_ML_intro_discussion.pptx",
    "conformance/open-xml-sdk__typical.pptx",
    "conformance/tika__testPPT_various2.pptx",
    "outlines/dataone__06_protect-slides.md",
)
SOURCES = (
    *LARGE,
    "lectures/reference-material__Ch4_DevTools.pptx",
    "conformance/pptx-automizer__SmartArt.pptx",
    "conformance/pptx-automizer__ChartWaterfall.pptx",
    "conformance/pptx-automizer__ChartScatter.pptx",
    "conformance/pptx-automizer__SVGImages.pptx",
    "conformance/pptx-automizer__NestedTables.pptx",
    "conformance/open-xml-sdk__Image_AnimatedGIF.pptx",
    "conformance/open-xml-sdk__SoundTest.pptx",
    "conformance/open-xml-sdk__bldlst-Build-Graphics-bldgraphic-uiexpand.pptx",
    "conformance/open-xml-sdk__QuizShow_TP10176929.potx",
    "conformance/python-pptx__shp-shapes.pptx",
    "conformance/poi__EmbeddedAudio.pptx",
    "conformance/tika__testPPT_embeddedMP3.pptx",
    "conformance/tika__testPPT.ppsx",
    "conformance/tika__testComment.pptx",
    "conformance/aspose__SimpleAnimations.pptx",
    "conformance/aspose__InkEffects.pptx",
    "conformance/aspose__morph-transition.pptx",
    "conformance/shapecrawler__074-google-slides.pptx",
    "conformance/shapecrawler__001.pptx",
    "edge/tika__testPPT_macros.pptm",
    "edge/tika__LibreOfficeImpress_odp_1.3.odp",
    "edge/tika__testPPT.ppt",
    "outlines/reference-material__Training.docx",
    "outlines/lecture-dsa-2__ch06_stacks.md",
)
"""Decks of every kind, and outlines (an outline of OPML is made: none is among the real files)."""

OPML = "an-outline.opml"
SECONDS, MEGABYTES = 20.0, 1000.0
"""Of processor time and of memory that one case may take."""
_PATIENCE_S = 180.0
"""A case that has not answered by then hangs (other work on the machine counts, so it is long)."""
_ADDRESSES = 6 << 30
_LONGEST_SENTENCE = 1000


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a case; `wrong` is "" where all is well. `seconds` are of processor time."""

    case: int
    source: str
    done: tuple[str, ...]
    outcome: str
    wrong: str = ""
    details: str = ""
    seconds: float = 0.0
    megabytes: float = 0.0


# -- the child


def serve(seed: int, source: IO[str], sink: IO[str]) -> None:
    """Answer numbers of cases with results, one JSON a line."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESSES, _ADDRESSES))
    for line in source:
        print(json.dumps(asdict(examined(seed, int(line)))), file=sink, flush=True)


def examined(seed: int, case: int) -> Result:
    """Make one case and try it."""
    from tests.tools.mutations import damaged

    chance = random.Random(f"{seed}:{case}")
    name = _source(case)
    made = damaged(_opml() if name == OPML else (DECKS / name).read_bytes(), chance)
    _forget_peak()
    before = time.process_time()
    outcome, wrong, details = "", "", ""
    with tempfile.TemporaryDirectory(prefix="lecture-studio-fuzz-") as folder:
        path = Path(folder, Path(name).name)
        path.write_bytes(made.data)
        try:
            outcome, wrong = _tried(path, chance)
        except BaseException as error:  # whatever it is: nothing but sentences may come out
            import traceback

            outcome, wrong, details = (
                "mistake",
                f"{type(error).__name__}: {error}"[:300],
                traceback.format_exc(),
            )
    seconds, megabytes = time.process_time() - before, _peak()
    if not wrong and seconds > SECONDS:
        wrong = f"took {seconds:.0f} seconds"
    if not wrong and megabytes > MEGABYTES:
        wrong = f"took {megabytes:.0f} MB"
    return Result(case, name, made.done, outcome, wrong, details, round(seconds, 3), round(megabytes, 1))


def _source(case: int) -> str:
    """The file that a case damages: each in turn, but the large ones, ten times as slow, in every fourth turn."""
    turn, place = divmod(case, len(SOURCES) + 1)
    others = (*SOURCES[len(LARGE) :], OPML)
    if place < len(LARGE):
        return LARGE[place] if turn % 4 == 0 else others[(turn + place) % len(others)]
    return others[place - len(LARGE)]


def _tried(path: Path, chance: random.Random) -> tuple[str, str]:
    from renderers.media import probe
    from studio.assets import AssetStore
    from studio.errors import StudioError
    from studio.importers import import_file
    from studio.lecture import SlideVisual
    from studio.lecture_json import dumps, loads

    store = AssetStore(path.parent / "assets")
    steps = chance.random()
    if steps < 0.1 and path.suffix == ".pptx":  # a lecture of a stranger holds a deck that was never imported
        outcome, wrong = _drawn(path, chance)
        if wrong:
            return outcome, wrong
    try:
        lecture, report = import_file(path, store, probe=probe, convert=_converted)
        if loads(dumps(lecture)) != lecture:
            return "lecture", "the lecture is another one after it was saved"
        for entry in report.entries:
            if wrong := _ill_said(entry.text, path):
                return "lecture", wrong
    except StudioError as error:
        told = error.details.rstrip().rpartition("\n")[2]
        known = "" if "Traceback" not in error.details else f" [{told[:120]}]"
        return f"sentence: {str(error).replace(path.name, 'FILE')}{known}", _ill_said(str(error), path)
    first = lecture.scenes[0].visual
    if steps < 0.3 and isinstance(first, SlideVisual):
        return _drawn(store.path(first.deck.digest), chance)
    return "lecture", ""


def _drawn(deck: Path, chance: random.Random) -> tuple[str, str]:
    """Paint a slide with the built-in painter, and make the deck ready for LibreOffice."""
    from renderers.slides import paint_worker
    from renderers.slides.builtin import DeckPainter
    from renderers.slides.prepared import prepare
    from studio.errors import StudioError

    paint_worker._application()
    try:
        painter = DeckPainter(deck)
        try:
            for number in painter.slide_ids[: chance.choice((1, 3))]:
                if painter.paint(number, 320, 240).isNull():
                    return "painted", "no picture came out"
                if any("\n" in told for told in painter.left_out(number)):
                    return "painted", "what was left out is more than a line"
        finally:
            painter.close()
        if chance.random() < 0.5:
            prepare(deck)
    except StudioError as error:
        return f"not drawn: {error}", _ill_said(str(error), deck)
    return "drawn", ""


def _converted(path: Path) -> bytes:
    """What would be converted is looked through; then any deck stands for what LibreOffice makes of it."""
    from renderers.slides import opendocument
    from tests.studio.importers.making import make

    data = path.read_bytes()
    if data[:4] == b"PK\3\4":
        opendocument.prepare(data)
    return make(path.with_suffix(".made.pptx"), ("One", "Hello.")).read_bytes()


def _ill_said(sentence: str, path: Path) -> str:
    """What is wrong with a sentence for people; "" where it is one."""
    if "\n" in sentence or not sentence.rstrip("”").endswith((".", "?", "!", "…")):
        return f"not one sentence: {sentence[:200]!r}"
    if any(place in sentence for place in (str(path.parent), sys.prefix, str(Path(__file__).parents[2]))):
        return f"names a place of this machine: {sentence[:200]!r}"
    return f"is {len(sentence)} characters long" if len(sentence) > _LONGEST_SENTENCE else ""


def _opml() -> bytes:
    part = '<outline text="Part" _note="Say this."><outline text="One"/><outline text="Two"/></outline>'
    return f'<opml version="2.0"><head><title>A</title></head><body>{part * 9}</body></opml>'.encode()


def _forget_peak() -> None:
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def _peak() -> float:
    """The most memory held since it was forgotten, in MB; 0 where the system does not tell."""
    try:
        told = Path("/proc/self/status").read_text()
    except OSError:
        return 0.0
    return int(told.partition("VmHWM:")[2].split()[0]) / 1024


# -- the parent


class _Child:
    """A process that tries cases; a fresh one after each that crashed or hung."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._process: subprocess.Popen[str] | None = None
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._hearing: threading.Thread | None = None

    def tried(self, case: int) -> Result:
        """The result of a case, in which a crash or a hang is told as such."""
        process = self._running()
        assert process.stdin is not None
        try:
            print(case, file=process.stdin, flush=True)
            line = self._lines.get(timeout=_PATIENCE_S)
            if line:
                fields: dict[str, Any] = json.loads(line)
                return Result(**{**fields, "done": tuple(fields["done"])})
            wrong = f"crashed (exit code {process.wait(10)})"
        except queue.Empty:
            wrong = "hung"
        except BrokenPipeError:
            wrong = "crashed"
        self.close()
        return Result(case, _source(case), (), "none", wrong)

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            if self._process.stdin is not None:
                with suppress(OSError):
                    self._process.stdin.close()
            if self._hearing is not None:
                self._hearing.join()
            self._process = None

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None:
            self._lines = queue.SimpleQueue()
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.tools.fuzz", "--seed", str(self._seed), "--child"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            )
            self._hearing = threading.Thread(
                target=_heard, args=(self._process.stdout, self._lines), daemon=True
            )
            self._hearing.start()
        return self._process


def _heard(source: IO[str], into: queue.SimpleQueue[str]) -> None:
    for line in source:
        into.put(line)
    into.put("")
    source.close()


def tried(seed: int, cases: range) -> Iterator[Result]:
    """Try cases one after the other in a child process."""
    child = _Child(seed)
    try:
        for case in cases:
            yield child.tried(case)
    finally:
        child.close()


def main() -> int:
    """Try the cases that were asked for; returns 1 where one failed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=int, default=1000, help="how many")
    parser.add_argument("--start", type=int, default=0, help="the number of the first")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--case", type=int, help="try this one alone, in this process")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.child:
        sink = os.fdopen(os.dup(1), "w")
        os.dup2(2, 1)
        serve(asked.seed, sys.stdin, sink)
        return 0
    if asked.case is not None:
        one = examined(asked.seed, asked.case)
        print(json.dumps(asdict(one), indent=1, ensure_ascii=False), one.details, sep="\n")
        return int(bool(one.wrong))
    return _all(asked.seed, range(asked.start, asked.start + asked.cases))


def _all(seed: int, cases: range) -> int:
    outcomes: Counter[str] = Counter()
    slowest = largest = Result(0, "", (), "")
    failed = 0
    for result in tried(seed, cases):
        outcomes[result.outcome] += 1
        if result.case % 500 == 499:
            print(f"… {result.case + 1}", file=sys.stderr, flush=True)
        slowest = max(slowest, result, key=lambda each: each.seconds)
        largest = max(largest, result, key=lambda each: each.megabytes)
        if result.wrong:
            failed += 1
            told = f"FAILED --seed {seed} --case {result.case} {result.source} {result.done}: {result.wrong}"
            print(told, result.details.rstrip().replace("\n", "\n    "), sep="\n    ", flush=True)
    for outcome, count in outcomes.most_common():
        print(f"{count:6}  {outcome}")
    print(f"{len(cases)} cases, {failed} failed; slowest {slowest.seconds:.1f} s of processor time (case"
          f" {slowest.case}, {slowest.source}); most memory {largest.megabytes:.0f} MB (case {largest.case},"
          f" {largest.source})")  # fmt: skip
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
