"""`lecture-studio models`: the picture and video models in the models folder."""

from __future__ import annotations

import argparse

from studio.progress import CancelToken
from studio.settings import models_folder
from ui.cli.console import Console


def options(command: argparse.ArgumentParser) -> None:
    """The options of `models`."""
    command.add_argument("--json", action="store_true", help="one event a line on standard output")


def run(asked: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    """List the diffusers folders that are there, with size and whether they may be loaded."""
    from renderers.generation.families import verdict
    from renderers.generation.folders import installed

    folder = models_folder()
    found = installed(folder)
    console.event(
        "models",
        folder=str(folder),
        models=[
            {"name": model.name, "pipeline": model.pipeline, "size": model.size, "verdict": verdict(model)}
            for model in found
        ],
    )
    if not found:
        console.say(f"No models are installed. Put diffusers folders (safetensors) into {folder}.")
    for model in found:
        console.say(f"{model.name:<32} {model.pipeline:<32} {model.size / 2**30:6.1f} GiB  {verdict(model)}")
    return 0
