"""What asking a model costs beside the model: seconds of the bare pipeline against those of the whole request.

    python -m tests.bench.generation [--steps 8] [--size 192] [--times 3] [--json]

A Wan with random weights, large enough that its steps take most of the time, makes 17 pictures; a large model only
takes longer for them. The seconds are processor time of one thread; the least of several turns counts.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch

from renderers import wire
from renderers.generation import families, folders, loader, worker
from renderers.generation.calls import CALLS, Ask
from renderers.generation.folders import Model
from renderers.generation.loader import Means
from renderers.messages import Message
from studio.progress import NEVER
from tests.renderers.generation.pictures import hills, sea
from tests.renderers.generation.tiny import wan

_FRAMES = 17


@dataclass(frozen=True, slots=True)
class Figure:
    """Seconds of the pipeline alone and of the whole request with a loaded model; `share` is what that adds."""

    bare: float
    whole: float

    @property
    def share(self) -> float:
        """What the request adds, as a share of the bare pipeline's time."""
        return self.whole / self.bare - 1


def measure(steps: int, size: int, times: int) -> Figure:
    """Both, in turns."""
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as folder:
        with loader.quietly():
            torch.manual_seed(1)
            wan.save_larger(Path(folder) / "wan")
        model = folders.look(Path(folder) / "wan")
        pipeline = loader.load(model, Means(), (size, size), _FRAMES)
        turns = [
            (
                _seconds(lambda: _bare(pipeline, model, steps, size)),
                _seconds(lambda: _whole(model, steps, size)),
            )
            for _ in range(times + 1)
        ][1:]  # the first one loads
    return Figure(min(bare for bare, _ in turns), min(whole for _, whole in turns))


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _bare(pipeline: Any, model: Model, steps: int, size: int) -> None:
    from PIL import Image

    found = families.family(model)
    assert found is not None
    first, last = (Image.fromarray(picture(size, size)) for picture in (hills, sea))
    ask = Ask(first, last, (size, size), _FRAMES, "a", steps, found.guidance, found.rate)
    pipeline(
        **CALLS[families.called(model)](ask), generator=torch.Generator().manual_seed(1), output_type="np"
    )


def _whole(model: Model, steps: int, size: int) -> None:
    job = {"kind": "video", "frames": _FRAMES, "steps": steps, "prompt": "a"}
    header = {"do": "make", "folder": str(model.folder), "means": wire.plain(Means()), "job": job}
    pictures = hills(size, size).tobytes(), sea(size, size).tobytes()
    list(worker.handle(Message({**header, "width": size, "height": size}, pictures), NEVER))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--steps", type=int, default=8)
    parser.add_argument("--size", type=int, default=192)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    figure = measure(asked.steps, asked.size, asked.times)
    if asked.json:
        print(json.dumps({**asdict(figure), "share": figure.share}))
    else:
        print(f"bare {figure.bare:.2f} s, whole request {figure.whole:.2f} s: {figure.share:+.1%}")


if __name__ == "__main__":
    main()
