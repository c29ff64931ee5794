"""Whether a change keeps its meaning, as an image or video encoder sees it: optional, where one is installed.

Picture encoders (CLIP, DINO): the least cosine similarity of the embeddings of neighbouring frames, of `FRAMES`
spread evenly over the change, the slides among them. Clip encoders (TimeSformer, ViViT, VideoMAE): the mean of two
cosine similarities, of the change's clip with each slide shown for as long. 1 is "the same"; figures of different
encoders cannot be compared. Folders of transformers in the models folder; safetensors only, none of their own code.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from renderers.generation import folders, weights
from renderers.messages import Message
from renderers.planes import Planes
from renderers.workers import Worker
from studio.progress import CancelToken

Kind = Literal["picture", "clip"]
KINDS: dict[str, Kind] = {
    "clip": "picture",
    "dinov2": "picture",
    "dinov2_with_registers": "picture",
    "dinov3_vit": "picture",
    "vit": "picture",
    "timesformer": "clip",
    "vivit": "clip",
    "videomae": "clip",
}
"""What each model type of a config.json looks at; others are no encoders that are used here ("vit" is DINO's)."""
FRAMES, SIDE = 16, 256
"""Frames that are looked at, and the length of their longer side in pixels."""
LIMIT_S = 600.0


@dataclass(frozen=True, slots=True)
class Encoder:
    """A folder with an encoder; `refusal` says why it is not loaded, "" where it may be."""

    name: str
    folder: Path
    kind: Kind
    refusal: str = ""


def encoders(folder: Path) -> tuple[Encoder, ...]:
    """The encoders in a folder of models, by name; nothing is loaded and nothing is fetched."""
    found: list[Encoder] = []
    for config in sorted(folder.glob("*/config.json")):
        kind = KINDS.get(str(folders.read_json(config).get("model_type")))
        if kind is not None:
            place = config.parent
            refusal = folders.refusal(place) or ("" if weights.files(place) else "it holds no safetensors")
            found.append(Encoder(place.name, place, kind, refusal))
    return tuple(found)


def consistency(frames: Sequence[Planes], encoder: Encoder, worker: Worker, cancel: CancelToken) -> float:
    """How much a change (its frames, the slides first and last) keeps its meaning: -1 to 1, 1 is the same.

    `worker` is one named "semantic". Raises WorkerError, LimitError, Cancelled.
    """
    chosen = [frames[round(n * (len(frames) - 1) / (FRAMES - 1))] for n in range(FRAMES)]
    pictures = [_small(frame) for frame in chosen]
    height, width = pictures[0][1]
    asked = {
        "do": "embed",
        "folder": str(encoder.folder),
        "kind": encoder.kind,
        "width": width,
        "height": height,
    }
    (answer,) = worker.request(Message(asked, tuple(data for data, _ in pictures)), cancel, LIMIT_S)
    return float(answer.header["figure"])


def _small(frame: Planes) -> tuple[bytes, tuple[int, int]]:
    """A frame as RGB bytes, and its height and width."""
    import cv2
    import numpy as np

    from renderers.planes import to_rgb

    width, height = frame.size
    scale = min(1.0, SIDE / max(width, height))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    small = np.asarray(cv2.resize(to_rgb(frame), size, interpolation=cv2.INTER_AREA), np.uint8)
    return np.ascontiguousarray(small).tobytes(), (size[1], size[0])
