"""Lets exports fail at named and at random moments, and sees that nothing is lost and the next run goes on.

`python -m tests.tools.faults --cases 100 --seed 1` tries that many; `--case 17` tries one again.
A case is a real export in a process of its own to which something happens (`tests.tools.faulting`), or a damaged
cache, or a place that cannot be written. Afterwards: one sentence and the right exit code, every file as it was
before or whole, and a second run that ends well, makes less than a first one, leaves nothing half-written and gives
the same bytes as an export to which nothing happened.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from tests.tools.faulting import Fault, install

PROFILE = "draft-540p"
OLD = "# Rain\n\nWater fell.\n\n## Snow\n\n- cold\n\nIt was cold.\n"
NEW = "# Rain\n\nWater falls.\n\n## Snow\n\n- cold\n- white\n\nIt is cold.\n\n## Sea\n\n- salt\n\nIt ends here.\n"
SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "samples" / "water-cycle.pptx"
KEPT_WHEN_QUICK = ("pages", "sounds")
LIMIT_S = 600.0
TARGETS = ("folder", "captions-folder", "no-folder", "read-only-folder", "read-only-file", "strangers")
DAMAGES = ("truncate", "alter", "zero", "delete")


@dataclass(frozen=True, slots=True)
class Case:
    """What happens: a `fault` while it runs, or `damage` done to entries before, or a `target` that is none.

    `before`: a video of an older version of the lecture stands there. `quick`: pages and sounds are kept already.
    """

    number: int
    fault: Fault | None = None
    damage: str = ""
    target: str = ""
    before: bool = False
    quick: bool = True
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of one run."""

    code: int
    events: tuple[dict[str, Any], ...]
    said: str

    @property
    def fresh(self) -> int:
        """How many steps were run; -1 where it did not get to its end."""
        return next((event["fresh_steps"] for event in self.events if event["event"] == "done"), -1)


# -- which cases


def cases(seed: int, first: int, count: int) -> Iterator[Case]:
    """Named points and random ones in turn; case n is the same whatever the others are."""
    for number in range(first, first + count):
        chance = random.Random(f"{seed}:{number}")
        make = _MAKERS[number % len(_MAKERS)]
        yield make(number, chance)


def _step(number: int, chance: random.Random) -> Case:
    point = chance.choice(("step-before", "step-after"))
    action = chance.choice(("kill", "full", "clear", "interrupt"))
    return Case(number, Fault(point, chance.randint(1, 12), action), before=chance.random() < 0.5)


def _entry(number: int, chance: random.Random) -> Case:
    fault = Fault("entry-half", chance.randint(1, 12), chance.choice(("kill", "full", "clear")))
    return Case(number, fault, before=chance.random() < 0.5)


def _picture(number: int, chance: random.Random) -> Case:
    fault = Fault("picture", chance.randint(1, 150), chance.choice(("kill", "full", "closed", "interrupt")))
    return Case(number, fault, before=chance.random() < 0.5)


def _rename(number: int, chance: random.Random) -> Case:
    point = chance.choice(("rename-before", "rename-after"))
    action = "kill" if point == "rename-after" else chance.choice(("kill", "full", "closed"))
    return Case(number, Fault(point, chance.randint(1, 4), action), before=True)


def _moment(number: int, chance: random.Random) -> Case:
    action = chance.choice(("kill", "kill", "interrupt"))
    return Case(number, Fault("moment", chance.randint(0, 4000), action), before=chance.random() < 0.5)


def _sizes(number: int, chance: random.Random) -> Case:
    return Case(number, Fault("size", int(10 ** chance.uniform(1.5, 5.2)), ""), before=chance.random() < 0.5)


def _worker(number: int, chance: random.Random) -> Case:
    return Case(
        number,
        Fault(f"worker {chance.choice(('speech', 'paint', 'read'))}", chance.randint(1, 2), ""),
        quick=False,
    )


def _damaged(number: int, chance: random.Random) -> Case:
    return Case(number, damage=chance.choice(DAMAGES), before=chance.random() < 0.5)


def _placed(number: int, chance: random.Random) -> Case:
    return Case(number, target=chance.choice(TARGETS))


def _real(number: int, chance: random.Random) -> Case:
    """The sample lesson from nothing: every tenth time a kill while LibreOffice works or is waited for."""
    if number % 50 != len(_MAKERS) - 1:
        return _moment(number, chance)
    worker = Fault("worker pages", chance.randint(1, 4), "")
    fault = chance.choice((Fault("step-after", chance.randint(1, 60), "kill"), worker))
    return Case(number, fault, quick=False, sample=True)


_MAKERS = (_rename, _step, _picture, _entry, _damaged, _sizes, _placed, _worker, _moment, _real)


# -- one run


class Place:
    """A folder in which all cases run one after the other, always under the same names, which the cache knows."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home, self.tmp, self.out = folder / "home", folder / "tmp", folder / "out" / "lesson.mp4"
        self.steps = self.home / "cache" / "steps"
        self._kept: dict[str, Path] = {}
        self.whole: dict[bool, dict[str, bytes]] = {}
        self.cold: dict[bool, int] = {}
        _warm()

    def ready(self, case: Case) -> None:
        """The state from which a case starts."""
        if case.sample not in self.whole:
            self._base(case.sample)
        self._reset()
        if case.quick or case.before:
            shutil.copytree(self._kept["quick"], self.home)
        if case.before:
            shutil.rmtree(self.home)
            shutil.copytree(self._kept["before"], self.home)
            shutil.copytree(self._kept["out"], self.out.parent, dirs_exist_ok=True)

    def _reset(self) -> None:
        for folder in (self.home, self.tmp, self.out.parent):
            shutil.rmtree(folder, ignore_errors=True)
        self.tmp.mkdir(parents=True)
        self.out.parent.mkdir()

    def _base(self, sample: bool) -> None:
        """Exports to which nothing happens: what is compared with, and what is kept from before."""
        self._reset()
        if not sample:
            self._keep_old()
        self._reset()
        ran = self.run(None, sample=sample)
        assert ran.code == 0, ran.said
        self.whole[sample], self.cold[sample] = self.files(), ran.fresh
        if sample:
            return
        for path in self.steps.glob("??/*"):
            head = path.read_bytes()[:200]
            if not any(f'"kind": "{kind}"'.encode() in head for kind in (*KEPT_WHEN_QUICK, "")):
                path.unlink()
        self._kept["quick"] = self.folder / "quick"
        shutil.copytree(self.home, self._kept["quick"])
        both = self.folder / "before"
        shutil.copytree(self.folder / "old-home", both)
        shutil.copytree(self.home, both, dirs_exist_ok=True)
        self._kept["before"] = both

    def _keep_old(self) -> None:
        ran = self.run(None, text=OLD)
        assert ran.code == 0, ran.said
        self._kept["out"] = self.folder / "old"
        shutil.copytree(self.out.parent, self._kept["out"])
        shutil.copytree(self.home, self.folder / "old-home")

    def files(self) -> dict[str, bytes]:
        """What stands beside the video, and it.

        Who clears the cache also clears away which texts were made here: old ones are then kept aside as if they
        had been corrected by hand, which costs nobody anything.
        """
        found = {path.name: path.read_bytes() for path in self.out.parent.iterdir() if path.is_file()}
        old = self._kept.get("out")
        aside = {path.read_bytes() for path in old.iterdir()} if old is not None else set[bytes]()
        return {name: data for name, data in found.items() if ".1." not in name or data not in aside}

    def run(
        self, fault: Fault | None, *, sample: bool = False, text: str = NEW, out: Path | None = None
    ) -> Ran:
        """One export in a process of its own."""
        source = SAMPLE if sample else self.folder / "lesson.md"
        (self.folder / "lesson.md").write_text(text, "utf-8")
        words = [
            "render",
            str(source),
            "-o",
            str(out or self.out),
            "--profile",
            PROFILE,
            "--jobs",
            "2",
            "--json",
        ]
        told, said = os.pipe(), os.pipe()
        child = os.fork()
        if not child:
            self._be_a_run(words, fault, told[1], said[1])
        os.close(told[1])
        os.close(said[1])
        heard = _heard((told[0], said[0]), child)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        lines = [line for line in heard[0].splitlines() if line.endswith("}")]  # a kill may cut the last one
        return Ran(code, tuple(map(json.loads, lines)), heard[1])

    def _be_a_run(self, words: list[str], fault: Fault | None, told: int, said: int) -> NoReturn:
        """What the child does, without starting Python and loading all libraries anew."""
        code = 99
        try:
            os.dup2(told, 1)
            os.dup2(said, 2)
            os.closerange(3, max(told, said) + 1)
            sys.stdout, sys.stderr = (open(number, "w", closefd=False) for number in (1, 2))  # noqa: SIM115
            places = {
                "CACHE": self.home / "cache",
                "STATE": self.home / "state",
                "MODELS": self.home / "models",
            }
            os.environ.update({f"LECTURE_STUDIO_{name}": str(path) for name, path in places.items()})
            os.environ["TMPDIR"] = tempfile.tempdir = str(self.tmp)
            sys.argv = ["lecture-studio", *words]
            if fault is not None:
                install(fault, self.steps, self.out)
            from ui.__main__ import main

            code = main()
            sys.stdout.flush()
        except BaseException:  # nothing gets past the program's own entry
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)


def _heard(pipes: tuple[int, int], child: int) -> list[str]:
    """What a child says on both pipes until it ends; one that takes too long is killed."""
    heard = dict.fromkeys(pipes, b"")
    deadline = time.monotonic() + LIMIT_S
    left = list(pipes)
    while left:
        ready = select.select(left, [], [], max(0.0, deadline - time.monotonic()))[0]
        if not ready:
            os.kill(child, signal.SIGKILL)
            break
        for pipe in ready:
            data = os.read(pipe, 1 << 16)
            heard[pipe] += data
            if not data:
                left.remove(pipe)
    for pipe in pipes:
        os.close(pipe)
    return [data.decode("utf-8", "replace") for data in heard.values()]


def _warm() -> None:
    """Load once what every run needs."""
    import av.video  # noqa: F401
    import torch

    import renderers.encode.video
    import renderers.transitions.deliver  # noqa: F401
    import ui.cli.commands.render  # noqa: F401
    from renderers import editions

    torch.set_num_threads(1)
    editions.find()


# -- one case


def tried(case: Case, place: Place) -> list[str]:
    """What is wrong after a case, a sentence each; [] where all is well."""
    place.ready(case)
    if case.target:
        return _on_target(case.target, place)
    if case.damage:
        return _on_damage(case, place)
    before = place.files()
    first = place.run(case.fault, sample=case.sample)
    wrong = [*_ending(case.fault, first), *_standing(place, before, case.sample)]
    if first.code != -signal.SIGKILL:
        wrong += [f"half a file stays: {name}" for name in place.files() if name.endswith(".part")]
        wrong += [f"a scratch folder stays: {path.name}" for path in place.tmp.iterdir()]
    return [*wrong, *_next(case, place)]


def _ending(fault: Fault | None, ran: Ran) -> Iterator[str]:
    assert fault is not None
    expected = {
        "kill": (-9, 0),
        "interrupt": (130, 0),
        "clear": (0,),
        "full": (1, 0),
        "closed": (1, 0),
        "": (1, 0),
    }
    if ran.code not in expected[fault.action]:
        yield f"exit code {ran.code} after {fault}: {ran.said[-2000:]}"
    lines = ran.said.splitlines()
    if ran.code in (1, 130) and (len(lines) != 1 or not lines[0].endswith(".")):
        yield f"not one sentence: {ran.said[-2000:]!r}"
    if ran.code == 0 and lines:
        yield f"said though all went well: {ran.said[-500:]!r}"
    if "mistake" in ran.said:
        yield f"taken for a fault of the program: {ran.said} {ran.events[-1].get('details', '')[-1500:]}"


def _standing(place: Place, before: dict[str, bytes], sample: bool) -> Iterator[str]:
    """Every file under its name is as it was before or whole."""
    now, whole = place.files(), place.whole[sample]
    for name, data in now.items():
        if not name.endswith(".part") and data not in (before.get(name), whole.get(name)):
            yield f"{name} is neither the old one nor the new one"
    for name in before.keys() - now.keys():
        yield f"{name} is gone"


def _next(case: Case, place: Place) -> Iterator[str]:
    """The next run ends well, makes less than a first one, and leaves what an undisturbed one leaves."""
    ran = place.run(None, sample=case.sample)
    if ran.code:
        yield f"the next run ends with {ran.code}: {ran.said[-2000:]}"
        return
    if place.files() != place.whole[case.sample]:
        names = sorted(
            name for name, data in place.files().items() if data != place.whole[case.sample].get(name)
        )
        yield f"the next run gives other files: {', '.join(names)}"
    cleared = case.fault is not None and case.fault.action == "clear"
    if not cleared and ran.fresh >= place.cold[case.sample] and _has_finished_any(case):
        yield f"the next run makes {ran.fresh} steps, as many as a first one"
    left = list(place.folder.glob("home/cache/**/.lecture-studio-*"))
    left += list(place.tmp.iterdir())
    for path in left:
        yield f"the next run leaves {path.relative_to(place.folder)}"


def _has_finished_any(case: Case) -> bool:
    return case.quick or (case.sample and case.fault is not None and case.fault.nth > 2)


def _on_damage(case: Case, place: Place) -> list[str]:
    """Entries of a finished export are damaged, and it is made again under its name."""
    ran = place.run(None)
    if ran.code:
        return [f"an undisturbed export ends with {ran.code}: {ran.said[-2000:]}"]
    chance = random.Random(case.number)
    entries = sorted(path for path in place.steps.glob("??/*"))
    for path in chance.sample(entries, chance.randint(1, len(entries) * 2 // 3)):
        _damage(path, case.damage, chance)
    place.out.unlink()
    return list(_next(case, place))


def _damage(path: Path, how: str, chance: random.Random) -> None:
    data = path.read_bytes()
    at = chance.randrange(len(data))
    if how == "delete":
        path.unlink()
    elif how == "truncate":
        path.write_bytes(data[:at])
    elif how == "alter":
        path.write_bytes(data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :])
    else:  # what a power cut leaves of a file whose length was noted already
        path.write_bytes(data[:at] + bytes(len(data) - at))


def _on_target(target: str, place: Place) -> list[str]:
    """A place that cannot be written: one sentence, and what is there stays."""
    out = _prepared(target, place)
    before = place.files()
    ran = place.run(None, out=out)
    wrong: list[str] = []
    if ran.code != 1 or len(ran.said.splitlines()) != 1 or "mistake" in ran.said:
        wrong.append(f"{target}: exit code {ran.code}, {ran.said[-2000:]!r}")
    if place.files() != before:
        wrong.append(f"{target}: something was written: {sorted(place.files())}")
    place._reset()
    shutil.copytree(place._kept["quick"], place.home)
    return [*wrong, *_next(Case(0), place)]


def _prepared(target: str, place: Place) -> Path:
    out = place.out
    if target == "folder":
        out.mkdir()
    elif target == "captions-folder":
        out.with_suffix(".srt").mkdir()
    elif target == "no-folder":
        return out.parent / "missing" / "lesson.mp4"
    elif target == "read-only-folder" and os.geteuid() == 0 and Path("/sys").is_dir():
        return Path("/sys/lesson.mp4")  # for root every folder can be written, unless the system forbids it
    elif target == "read-only-folder":
        closed = out.parent / "closed"
        closed.mkdir(mode=0o555)
        return closed / "lesson.mp4"
    elif target == "read-only-file":
        shutil.copytree(place._kept["out"], out.parent, dirs_exist_ok=True)
        out.chmod(0o444)
    else:
        out.write_bytes(b"somebody else's")
    return out


def main(arguments: list[str] | None = None) -> int:
    """Try cases and print what is wrong; 1 where something is."""
    parser = argparse.ArgumentParser(description="Exports that fail at chosen and at random moments.")
    parser.add_argument("--cases", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="the number of the first one")
    parser.add_argument("--case", type=int, help="this one alone")
    parser.add_argument("--without-sample", action="store_true", help="leave out those that take minutes")
    asked = parser.parse_args(arguments)
    first, count = (asked.first, asked.cases) if asked.case is None else (asked.case, 1)
    failures = tried_cases = 0
    started, before = time.monotonic(), time.process_time() + sum(os.times()[2:4])
    with tempfile.TemporaryDirectory(prefix="studio-faults-") as folder:
        place = Place(Path(folder))
        for case in cases(asked.seed, first, count):
            if case.sample and asked.without_sample:
                case = _moment(case.number, random.Random(case.number))
            tried_cases += 1
            wrong = tried(case, place)
            failures += bool(wrong)
            print(f"{case.number:4} {'FAILED' if wrong else 'ok    '} {_told(case)}", flush=True)
            for line in wrong:
                print(f"       {line}", flush=True)
    spent = time.process_time() + sum(os.times()[2:4]) - before
    took = time.monotonic() - started
    print(f"{tried_cases} cases, {failures} failed; {took:.0f} s, {spent:.0f} s of processor time")
    return 1 if failures else 0


def _told(case: Case) -> str:
    what = (
        case.damage
        or case.target
        or (f"{case.fault.point} {case.fault.nth} {case.fault.action}" if case.fault else "")
    )
    notes = [name for name in ("before", "sample") if getattr(case, name)]
    return f"{what} {' '.join(notes)}"


if __name__ == "__main__":
    sys.exit(main())
