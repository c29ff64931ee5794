"""What each kind of pipeline can do for a change of slides, in one table, and why another cannot.

Found from a folder's JSON alone. Sizes, numbers of pictures and the usual steps are those that the pipelines of
diffusers 0.42 ask for and the models were trained with.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from renderers.generation.folders import Model
from studio.lecture import Level

Takes = Literal["ends", "still", "blend"]
"""What a video model is given: first and last picture; one still, so that both are moved and meet; or a blend of
both, over which it draws."""


@dataclass(frozen=True, slots=True)
class Family:
    """One kind of pipeline, as it is used for a change.

    `sides` divides width and height, `area` is the number of pixels that it was trained with. Its number of
    pictures is `every` times k plus `rest`, at most `most`, shown at `rate` a second. `steps` and `guidance` are
    what it is usually run with, `prompt` says whether it is told anything in words, `exact` are parts kept in 32
    bits. `tail` is how many of its last pictures may be the last one that it was given, `fixed` the one size that
    it knows. `called` is the class that its parts are loaded into, "" the one that its folder names.
    """

    title: str
    takes: Takes | None = None
    reshapes: bool = False
    sides: int = 8
    area: int = 512 * 512
    every: int = 1
    rest: int = 0
    most: int = 1
    rate: int = 8
    steps: int = 30
    guidance: float = 5.0
    prompt: bool = True
    exact: tuple[str, ...] = ()
    tail: int = 1
    fixed: tuple[int, int] | None = None
    called: str = ""

    def size(self, width: int, height: int) -> tuple[int, int]:
        """The size it is asked for where a picture of `width` x `height` is shown: of that shape, no larger than
        the picture and than what it was trained with, and such that it can work with it.
        """
        if self.fixed is not None:
            return self.fixed
        scale = min(1.0, (self.area / (width * height)) ** 0.5)
        across, down = (max(1, round(side * scale / self.sides)) * self.sides for side in (width, height))
        return across, down

    def pictures(self, wanted: int) -> int:
        """How many pictures it is asked for where `wanted` are shown: at least as many if it can, two at least."""
        fitting = range(self.rest or self.every, self.most + 1, self.every)
        usable = [count for count in fitting if count >= 2] or [self.most]
        return next((count for count in usable if count >= wanted), usable[-1])


_WAN = Family(
    "Wan", "ends", sides=16, area=832 * 480, every=4, rest=1, most=81, rate=16, steps=40,
    exact=("vae", "image_encoder"),
)  # fmt: skip
_LTX = Family("LTX-Video", "ends", sides=32, area=768 * 512, every=8, rest=1, most=121, rate=24, steps=40,
              guidance=3.0)  # fmt: skip
_FROM_STILL = replace(_LTX, takes="still")
_LTX2 = replace(_LTX, title="LTX-2", guidance=4.0, tail=8)
_ANIMATED = Family("AnimateDiff", "blend", sides=8, every=1, rest=0, most=16, steps=25, guidance=7.5)

FAMILIES: dict[str, Family] = {
    "StableDiffusionPipeline": Family("Stable Diffusion", reshapes=True, guidance=7.5),
    "StableDiffusionXLPipeline": Family("Stable Diffusion XL", reshapes=True, area=1024 * 1024),
    "FluxPipeline": Family("FLUX", sides=16, area=1024 * 1024, steps=28, guidance=3.5),
    "WanImageToVideoPipeline": _WAN,
    "LTXConditionPipeline": _LTX,
    "LTXImageToVideoPipeline": _FROM_STILL,
    "LTXPipeline": replace(_FROM_STILL, called="LTXImageToVideoPipeline"),
    "LTX2ConditionPipeline": _LTX2,
    "LTX2ImageToVideoPipeline": replace(_LTX2, called="LTX2ConditionPipeline"),
    "LTX2Pipeline": replace(_LTX2, called="LTX2ConditionPipeline"),
    "HunyuanVideoFramepackPipeline": Family(
        "FramePack", "ends", sides=16, area=640 * 640, every=4, rest=1, most=33, rate=30, guidance=9.0
    ),
    "StableVideoDiffusionPipeline": Family(
        "Stable Video Diffusion", "still", sides=64, area=1024 * 576, most=25, rate=7, steps=25, guidance=3.0,
        prompt=False,
    ),
    "CogVideoXImageToVideoPipeline": Family(
        "CogVideoX", "still", sides=16, area=720 * 480, every=8, rest=1, most=49, steps=50, guidance=6.0
    ),
    "AnimateDiffPipeline": replace(_ANIMATED, called="AnimateDiffVideoToVideoPipeline"),
    "AnimateDiffVideoToVideoPipeline": _ANIMATED,
    "AnimateDiffSparseControlNetPipeline": replace(_ANIMATED, takes="ends"),
}  # fmt: skip
"""By the name of the pipeline's class."""


def family(model: Model) -> Family | None:
    """The kind of a model, as far as the program knows what to do with it."""
    found = FAMILIES.get(model.pipeline)
    known = _KNOWN.get(model.pipeline)
    return known(found, model) if found is not None and known is not None else found


def called(model: Model) -> str:
    """The class that a model's parts are loaded into: some folders name one for words alone, and hold no others."""
    found = FAMILIES.get(model.pipeline)
    return (found.called if found is not None else "") or model.pipeline


def why_not(model: Model, level: Level) -> str:
    """Why a model is of no use at level 4 or 5, as a clause; "" where it is of use."""
    if model.refusal:
        return model.refusal
    found = family(model)
    if found is None:
        return _STRANGE.get(model.pipeline, _unknown)(model)
    if level is Level.RESHAPE:
        return "" if found.reshapes else _no_reshaping(found)
    if found.takes is None:
        return "it makes single pictures, and no motion"
    refused = _REFUSED.get(model.pipeline)
    return refused(model) if refused else ""


def verdict(model: Model) -> str:
    """What a model can do here, in one sentence without its end."""
    if model.refusal:
        return f"refused: {model.refusal}"
    use = [words for level, words in _USES.items() if not why_not(model, level)]
    if use:
        return f"usable: {' and '.join(use)}"
    reasons = dict.fromkeys(why_not(model, level) for level in reversed(_USES))
    return f"not used: {'; '.join(reasons)}"


_USES = {Level.RESHAPE: "reshapes pictures (level 4)", Level.MOTION: "invents motion (level 5)"}


def _no_reshaping(found: Family) -> str:
    if found.takes is not None:
        return "it makes videos, whose latents are no path between two pictures"
    return "pictures are reshaped in models with a U-Net only"


def _wan_of(found: Family, model: Model) -> Family:
    """Wan 2.1 without places for a second picture's tokens (only its FLF2V model has them) knows one still."""
    with_eyes = model.setting("transformer", "image_dim") is not None
    if with_eyes and model.setting("transformer", "pos_embed_seq_len") is None:
        return replace(found, takes="still")
    return found


def _svd_of(found: Family, model: Model) -> Family:
    """There is one for 14 pictures and one for 25."""
    return replace(found, most=_number(model.setting("unet", "num_frames"), found.most))


def _cogvideo_of(found: Family, model: Model) -> Family:
    """Where its places are learned (version 1.0), it knows one size and one number of pictures."""
    if not model.setting("transformer", "use_learned_positional_embeddings"):
        return found
    width, height, frames = (
        _number(model.setting("transformer", f"sample_{name}"), usual)
        for name, usual in (("width", 90), ("height", 60), ("frames", 49))
    )
    return replace(found, fixed=(width * 8, height * 8), rest=frames, most=frames)


def _number(told: object, usual: int) -> int:
    return told if isinstance(told, int) and told > 0 else usual


_KNOWN: dict[str, Callable[[Family, Model], Family]] = {
    "WanImageToVideoPipeline": _wan_of,
    "StableVideoDiffusionPipeline": _svd_of,
    "CogVideoXImageToVideoPipeline": _cogvideo_of,
}
"""What the settings of a model say besides its kind."""


def _of_five_billion(model: Model) -> str:
    """Wan2.2-TI2V-5B has a time for each token (`expand_timesteps`), and overwrites the last picture's place."""
    if model.index.get("expand_timesteps"):
        return "it is a Wan2.2-TI2V-5B, which ignores the last picture without a word"
    return ""


def _sparse(model: Model) -> str:
    """A ControlNet with an embedding of its own for what it is given was trained with drawings (SparseCtrl)."""
    if model.setting("controlnet", "use_simplified_condition_embedding") is False:
        return "its ControlNet was trained with drawn lines and takes no pictures"
    return ""


def _wan(model: Model) -> str:
    return _of_five_billion(model) or "it draws from words alone and takes no picture"


def _of_words(_: Model) -> str:
    return "it draws from words alone and takes no picture"


def _unknown(model: Model) -> str:
    return f"this program has no use for a {model.pipeline}"


_REFUSED: dict[str, Callable[[Model], str]] = {
    "AnimateDiffSparseControlNetPipeline": _sparse,
    "WanImageToVideoPipeline": _of_five_billion,
}
"""Kinds of which some cannot do what is asked."""
_STRANGE: dict[str, Callable[[Model], str]] = {
    "WanPipeline": _wan,
    "CogVideoXPipeline": _of_words,
    "HunyuanVideoPipeline": _of_words,
    "MochiPipeline": _of_words,
}
"""Kinds that are not used at all, which people may well have."""
