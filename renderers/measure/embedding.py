"""The child's side of semantic consistency (the "semantic" worker): loads an encoder and compares embeddings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from renderers.generation import folders, weights
from renderers.messages import Message
from renderers.planes import one_thread
from studio.errors import BadFileError
from studio.progress import CancelToken

if TYPE_CHECKING:
    import torch

_MEAN, _SPREAD = (0.5, 0.5, 0.5), (0.5, 0.5, 0.5)
"""What pixels are normalised by where a folder does not say."""


def handle(message: Message, cancel: CancelToken) -> Iterator[Message]:
    """Compare the RGB frames in the blobs by the encoder in "folder"; answers {"figure"}, -1 to 1."""
    asked = message.header
    shape = (int(asked["height"]), int(asked["width"]), 3)
    frames = [np.frombuffer(blob, np.uint8).reshape(shape) for blob in message.blobs]
    one_thread()
    encoder = _loaded(asked["folder"])
    cancel.check()
    figure = encoder.neighbours(frames) if asked["kind"] == "picture" else encoder.clip(frames)
    yield Message({"figure": figure})


@lru_cache(maxsize=1)
def _loaded(folder: str) -> _Encoder:
    return _Encoder(Path(folder))


class _Encoder:
    """An encoder from a folder that was looked into before: safetensors, no code of its own."""

    def __init__(self, folder: Path) -> None:
        import torch
        from transformers import AutoModel

        why = folders.refusal(folder) or ("" if weights.files(folder) else "it holds no safetensors")
        if why:
            raise BadFileError(f"The encoder “{folder.name}” is not loaded: {why}.")
        model: Any = AutoModel.from_pretrained(
            str(folder),
            local_files_only=True,
            use_safetensors=True,
            trust_remote_code=False,
            dtype=torch.float32,
        )
        self._model = model.eval()
        config = model.config
        size = getattr(getattr(config, "vision_config", config), "image_size", 224)
        self._size = (size, size) if isinstance(size, int) else (int(size[0]), int(size[1]))
        self._length = int(getattr(config, "num_frames", 0))
        told = folders.read_json(folder / "preprocessor_config.json")
        self._mean, self._spread = (
            _three(told.get(k), d) for k, d in (("image_mean", _MEAN), ("image_std", _SPREAD))
        )

    def neighbours(self, frames: Sequence[np.ndarray[Any, Any]]) -> float:
        """The least similarity of neighbouring frames."""
        import torch

        with torch.inference_mode():
            if hasattr(self._model, "get_image_features"):
                found = self._model.get_image_features(pixel_values=self._pixels(frames))
            else:
                found = self._model(pixel_values=self._pixels(frames))
        vectors = _vectors(found)
        return min(_similar(a, b) for a, b in pairwise(vectors))

    def clip(self, frames: Sequence[np.ndarray[Any, Any]]) -> float:
        """The mean similarity of the clip with each end shown for as long."""
        import torch

        count = self._length or len(frames)
        spread = [frames[round(n * (len(frames) - 1) / max(1, count - 1))] for n in range(count)]
        clips = (spread, [frames[0]] * count, [frames[-1]] * count)
        with torch.inference_mode():
            found = [
                self._model(pixel_values=self._pixels(clip)[None]).last_hidden_state.mean(1)[0]
                for clip in clips
            ]
        return (_similar(found[0], found[1]) + _similar(found[0], found[2])) / 2

    def _pixels(self, frames: Sequence[np.ndarray[Any, Any]]) -> torch.Tensor:
        """(N, 3, H, W) float32, normalised."""
        import cv2
        import torch

        height, width = self._size
        sized = [cv2.resize(frame, (width, height), interpolation=cv2.INTER_AREA) for frame in frames]
        pixels = torch.from_numpy(np.stack(sized)).permute(0, 3, 1, 2).float() / 255
        mean, spread = (torch.tensor(value)[:, None, None] for value in (self._mean, self._spread))
        return (pixels - mean) / spread


def _vectors(found: Any) -> torch.Tensor:
    """One vector a picture, from what different models return."""
    import torch

    if isinstance(found, torch.Tensor):
        return found
    pooled = getattr(found, "pooler_output", None)
    return found.last_hidden_state[:, 0] if pooled is None else pooled


def _similar(a: torch.Tensor, b: torch.Tensor) -> float:
    import torch

    return float(torch.nn.functional.cosine_similarity(a, b, dim=0))


def _three(value: Any, default: tuple[float, float, float]) -> tuple[float, float, float]:
    if isinstance(value, list) and len(value) == 3 and all(isinstance(each, int | float) for each in value):
        return float(value[0]), float(value[1]), float(value[2])
    return default
