"""`lecture-studio devices`: the processors and picture encoders, and what each is used for."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING

from studio.progress import CancelToken
from ui.cli.console import Console

if TYPE_CHECKING:
    from renderers.devices import Encoder


def options(command: argparse.ArgumentParser) -> None:
    """The options of `devices`."""
    command.add_argument("--json", action="store_true", help="one event a line on standard output")


def run(asked: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    """List the devices, one a line, who draws slides, and the picture encoders."""
    from renderers.devices import devices, encoders
    from renderers.slides import painters
    from renderers.workplace import workshop

    found = devices()
    with workshop(cancel) as shop:
        coders = encoders(shop)
    listed = {"devices": [asdict(each) for each in found], "encoders": [asdict(each) for each in coders]}
    console.event("devices", **listed, slides=painters.why())
    for device in found:
        memory = f", {device.memory / 2**30:.0f} GiB" if device.memory else ""
        console.say(f"{device.kind:<8} {device.name}{memory}: {device.reason}")
    console.say(f"{'slides':<8} {painters.why()}")
    for each in coders:
        console.say(f"{each.name:<18}{each.title}: {_use(each)}")
    return 0


def _use(encoder: Encoder) -> str:
    if encoder.why:
        return f"not used: {encoder.why}"
    if encoder.profiles:
        return f"codes the pictures of {', '.join(encoder.profiles)}"
    return f"works; ask for it with --encoder {encoder.name}"
