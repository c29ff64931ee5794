"""`lecture-studio devices`: the processors and what each is used for."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from studio.progress import CancelToken
from ui.cli.console import Console


def options(command: argparse.ArgumentParser) -> None:
    """The options of `devices`."""
    command.add_argument("--json", action="store_true", help="one event a line on standard output")


def run(asked: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    """List the devices, one a line, and who draws slides."""
    from renderers.devices import devices
    from renderers.slides import painters

    found = devices()
    console.event("devices", devices=[asdict(device) for device in found], slides=painters.why())
    for device in found:
        memory = f", {device.memory / 2**30:.0f} GiB" if device.memory else ""
        console.say(f"{device.kind:<8} {device.name}{memory}: {device.reason}")
    console.say(f"{'slides':<8} {painters.why()}")
    return 0
