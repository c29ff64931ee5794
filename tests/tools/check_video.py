"""Checks a finished video against what the export said of it, and prints a table; exit code 1 where a check fails.

    python -m tests.tools.check_video VIDEO EVENTS.json [--profile NAME] [--deep [--source DECK]]

`EVENTS.json` is what `lecture-studio render --json` printed. `--deep` looks at decoded frames; with the source of
the video (and the cache it was rendered with) also at its pages.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from renderers import profiles
from renderers.profiles import Profile
from tests.tools.finding import Export, Finding
from tests.tools.video_file import DECODES, file_findings
from tests.tools.video_joints import Luma, joint_findings, order_findings, page_findings
from tests.tools.video_sound import sound_findings


def findings(
    video: Path, export: Export, profile: Profile, deep: bool = False, source: Path | None = None
) -> Iterator[Finding]:
    """All lines of the table; what is heard and seen is looked at only in a file that decodes."""
    yield from order_findings(export)
    found = list(file_findings(video, export, profile))
    yield from found
    if any(each.passed is False and each.check == DECODES for each in found):
        return
    yield from sound_findings(video, export, profile)
    if deep:
        yield from joint_findings(video, export)
        if source:
            yield from page_findings(video, export, pages_of(source, profile))


def pages_of(source: Path, profile: Profile) -> Callable[[int], Luma]:
    """The luma of the page of each scene (by its index), as the painter made it."""
    from renderers import engine, means, page_plan, pages, plan
    from renderers.loading import load
    from renderers.workplace import workshop
    from studio.progress import CancelToken
    from studio.timeline import shown
    from tests.fakes import run

    shop = workshop(CancelToken())
    lecture, _ = load(source, shop)
    tools = means.find(profile, shop)
    run(engine.run(plan.prepare(lecture, profile, tools), shop, "prepare", 1))
    keys = [page_plan.page_step(scene, lecture, profile, tools).key for scene in shown(lecture)]
    return lambda index: np.asarray(pages.unpack(shop.entry(keys[index])).y)


def main(arguments: list[str]) -> int:
    """Check, print, and return the exit code."""
    parser = argparse.ArgumentParser(prog="check_video", description=__doc__.splitlines()[0])
    parser.add_argument("video", type=Path)
    parser.add_argument("events", type=Path)
    parser.add_argument("--profile", default=profiles.DEFAULT, choices=profiles.names())
    parser.add_argument("--deep", action="store_true")
    parser.add_argument("--source", type=Path)
    asked = parser.parse_args(arguments)
    failed = 0
    found = findings(
        asked.video, Export.read(asked.events), profiles.load(asked.profile), asked.deep, asked.source
    )
    for finding in found:
        mark = {True: "ok", False: "FAIL", None: "-"}[finding.passed]
        failed += finding.passed is False
        print(f"{mark:5}{finding.check:34}{finding.told}", flush=True)
    print(f"{asked.video.name}: {'all is well' if not failed else f'{failed} checks failed'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
