"""Proves with decoders that share no code that a finished video is right, and prints a table: `make prove`.

    python -m tests.tools.prove VIDEO EVENTS.json [--profile NAME] [--source DECK] [--only PART …]

`EVENTS.json` is what `lecture-studio render --json` printed. A proof whose program is not installed is skipped and
says which Debian packages it wants. Exit code 1 where a proof fails.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from renderers import profiles
from renderers.profiles import Profile
from tests.tools import proof_openh264, proof_players
from tests.tools.finding import Export, Finding
from tests.tools.proof_pictures import full_range, places, slides, small
from tests.tools.proof_seeking import seeking_findings, text_findings
from tests.tools.proof_sound import click_findings
from tests.tools.video_file import file_findings
from tests.tools.video_joints import joint_findings

PARTS = ("file", "openh264", "seeking", "texts", "players", "joints", "clicks")


def findings(
    video: Path, export: Export, profile: Profile, parts: tuple[str, ...], source: Path | None = None
) -> Iterator[Finding]:
    """All lines of the table."""
    if "file" in parts:
        yield from file_findings(video, export, profile)
    if "openh264" in parts:
        lacking = proof_openh264.missing()
        yield _skipped("OpenH264", lacking) if lacking else proof_openh264.finding(video, export.frames)
    if "texts" in parts:
        yield from text_findings(video)
    if {"seeking", "players"} & set(parts):
        yield from _shown(video, export, profile, parts, source)
    if "joints" in parts:
        yield from joint_findings(video, export)
    if "clicks" in parts:
        yield from click_findings(video, export, profile)


def _shown(
    video: Path, export: Export, profile: Profile, parts: tuple[str, ...], source: Path | None
) -> Iterator[Finding]:
    known = slides(video, export, profile.rate)
    if source:
        from tests.tools.check_video import pages_of

        page = pages_of(source, profile)
        known = {scene.number: full_range(small(page(index))) for index, scene in enumerate(export.scenes)}
    if "seeking" in parts:
        yield from seeking_findings(video, export, profile, known)
    if "players" in parts:
        asked = places(export, profile.rate)
        lacking = proof_players.chromium_missing()
        if lacking:
            yield _skipped("Chromium", lacking)
        else:
            yield from proof_players.findings("Chromium", proof_players.chromium(video, asked), asked, known)
        yield from proof_players.findings("QtMultimedia", proof_players.qt(video, asked), asked, known)


def _skipped(name: str, packages: str) -> Finding:
    return Finding(name, None, f"skipped; it needs: apt-get install {packages}")


def main(arguments: list[str]) -> int:
    """Prove, print, and return the exit code."""
    parser = argparse.ArgumentParser(prog="prove", description=__doc__.splitlines()[0])
    parser.add_argument("video", type=Path)
    parser.add_argument("events", type=Path)
    parser.add_argument("--profile", default=profiles.DEFAULT, choices=profiles.names())
    parser.add_argument("--source", type=Path, help="compare with its pages, from the cache of the export")
    parser.add_argument("--only", nargs="+", default=PARTS, choices=PARTS)
    asked = parser.parse_args(arguments)
    failed = 0
    export, profile = Export.read(asked.events), profiles.load(asked.profile)
    for finding in findings(asked.video, export, profile, tuple(asked.only), asked.source):
        mark = {True: "ok", False: "FAIL", None: "-"}[finding.passed]
        failed += finding.passed is False
        print(f"{mark:5}{finding.check:34}{finding.told}", flush=True)
    print(f"{asked.video.name}: {'all is well' if not failed else f'{failed} proofs failed'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
