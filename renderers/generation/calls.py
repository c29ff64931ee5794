"""How each kind of video pipeline is asked for a change: its own names for the same few things.

Each gives the arguments of one call; pictures are PIL's, of the size that is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

WITHOUT_WORDS = "smooth, natural motion"
"""What a model is told where the author says nothing."""
_OVER = 0.6
"""How far a blend of two pictures is drawn anew: far enough for motion, near enough to be them."""


@dataclass(frozen=True, slots=True)
class Ask:
    """`frames` pictures of `size` (width, height) from `first` to `last`; None: whatever comes of `first`."""

    first: Image
    last: Image | None
    size: tuple[int, int]
    frames: int
    prompt: str
    steps: int
    guidance: float
    rate: int

    @property
    def usual(self) -> dict[str, Any]:
        """What all pipelines name alike."""
        width, height = self.size
        return {"width": width, "height": height, "num_inference_steps": self.steps}

    @property
    def told(self) -> dict[str, Any]:
        """The same, with words."""
        return {**self.usual, "prompt": self.prompt or WITHOUT_WORDS, "guidance_scale": self.guidance}


def _wan(ask: Ask) -> dict[str, Any]:
    ends = {"image": ask.first} if ask.last is None else {"image": ask.first, "last_image": ask.last}
    return {**ask.told, **ends, "num_frames": ask.frames}


def _ltx_between(ask: Ask) -> dict[str, Any]:
    from diffusers.pipelines.ltx.pipeline_ltx_condition import LTXVideoCondition

    ends = [
        LTXVideoCondition(image=ask.first, frame_index=0),
        LTXVideoCondition(image=ask.last, frame_index=ask.frames - 1),
    ]
    return {
        **ask.told, "conditions": ends, "num_frames": ask.frames, "frame_rate": ask.rate,
        "image_cond_noise_scale": 0.025, "decode_timestep": 0.05, "decode_noise_scale": 0.025,
    }  # fmt: skip


def _ltx_from(ask: Ask) -> dict[str, Any]:
    return {
        **ask.told, "image": ask.first, "num_frames": ask.frames, "frame_rate": ask.rate,
        "decode_timestep": 0.05, "decode_noise_scale": 0.025,
    }  # fmt: skip


def _ltx2(ask: Ask) -> dict[str, Any]:
    from diffusers.pipelines.ltx2.pipeline_ltx2_condition import LTX2VideoCondition

    assert ask.last is not None
    ends = [  # places are counted in latents; crf 0: slides are not made worse before they are looked at
        LTX2VideoCondition(frames=ask.first, index=0, crf=0),
        LTX2VideoCondition(frames=ask.last, index=-1, crf=0),
    ]
    # only the plain guidance: the others cost a run of the model each, and steer what is heard
    plain = {"stg_scale": 0.0, "modality_scale": 1.0, "audio_guidance_scale": 1.0}
    return {**ask.told, **plain, "conditions": ends, "num_frames": ask.frames, "frame_rate": float(ask.rate)}


def _framepack(ask: Ask) -> dict[str, Any]:
    return {**ask.told, "image": ask.first, "last_image": ask.last, "num_frames": ask.frames}


def _svd(ask: Ask) -> dict[str, Any]:
    return {
        **ask.usual, "image": ask.first, "num_frames": ask.frames, "fps": ask.rate,
        "max_guidance_scale": ask.guidance, "decode_chunk_size": 4,
    }  # fmt: skip


def _cogvideo(ask: Ask) -> dict[str, Any]:
    return {**ask.told, "image": ask.first, "num_frames": ask.frames, "use_dynamic_cfg": True}


def _animated(ask: Ask) -> dict[str, Any]:
    from PIL import Image

    assert ask.last is not None
    last = ask.last
    blend = [Image.blend(ask.first, last, index / (ask.frames - 1)) for index in range(ask.frames)]
    return {**ask.told, "video": blend, "strength": _OVER}


def _sparse(ask: Ask) -> dict[str, Any]:
    ends = {"conditioning_frames": [ask.first, ask.last], "controlnet_frame_indices": [0, ask.frames - 1]}
    return {**ask.told, **ends, "num_frames": ask.frames}


CALLS: dict[str, Callable[[Ask], dict[str, Any]]] = {
    "WanImageToVideoPipeline": _wan,
    "LTXConditionPipeline": _ltx_between,
    "LTXImageToVideoPipeline": _ltx_from,
    "LTX2ConditionPipeline": _ltx2,
    "HunyuanVideoFramepackPipeline": _framepack,
    "StableVideoDiffusionPipeline": _svd,
    "CogVideoXImageToVideoPipeline": _cogvideo,
    "AnimateDiffVideoToVideoPipeline": _animated,
    "AnimateDiffSparseControlNetPipeline": _sparse,
}
"""By the name of the class that is called (`families.called`)."""


def steps(pipeline: str, ask: Ask) -> int:
    """How many steps such a call takes."""
    if CALLS[pipeline] is _animated:
        return max(1, int(ask.steps * _OVER))
    return ask.steps
