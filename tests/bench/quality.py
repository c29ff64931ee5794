"""How like its slides a video is, and how many bytes its pictures take, over what another program made too.

    python -m tests.bench.quality VIDEO SHOW.json

Prints JSON: the mean and the least SSIM of luma (Wang et al., IEEE TIP 13(4), 2004) of pictures that show a slide
at rest against it, seven of each slide, and the bytes of the picture stream up to the end of the show.
"""

from __future__ import annotations

import json
import sys
from itertools import accumulate
from pathlib import Path

import av
import numpy as np
from PIL import Image

from renderers.measure.features import similarity
from tests.bench.rivals import Slideshow, read

_LOOKS = 7
_REST_S = 0.2
"""Seconds behind a change in which the picture may still settle, and before the next one."""


def quality(video: Path, show: Slideshow) -> dict[str, float]:
    """The figures of one video."""
    return {**likeness(video, show), "bytes": picture_bytes(video, show.seconds)}


def picture_bytes(video: Path, seconds: float) -> int:
    """Bytes of all coded pictures that are shown in the first so many seconds."""
    with av.open(str(video)) as container:
        stream = container.streams.video[0]
        return sum(
            packet.size
            for packet in container.demux(stream)
            if packet.pts is not None and float(packet.pts * stream.time_base) < seconds
        )


def likeness(video: Path, show: Slideshow) -> dict[str, float]:
    """The mean and the least SSIM of pictures at rest against their slides."""
    ends = list(accumulate(show.lengths))
    found: list[float] = []
    with av.open(str(video)) as container:
        stream = container.streams.video[0]
        for page, end, length, fade in zip(show.pages, ends, show.lengths, show.fades, strict=True):
            slide = np.asarray(Image.open(page).convert("RGB"))
            begins = end - length + fade + _REST_S
            for moment in np.linspace(begins, end - 2 * _REST_S, _LOOKS):
                container.seek(round(moment / stream.time_base), stream=stream)
                frame = next(f for f in container.decode(stream) if f.time is None or f.time >= moment)
                found.append(similarity(frame.to_ndarray(format="rgb24"), slide))
    return {"mean": float(np.mean(found)), "least": float(np.min(found))}


if __name__ == "__main__":
    print(json.dumps(quality(Path(sys.argv[1]), read(Path(sys.argv[2])))))
