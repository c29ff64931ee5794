"""AnimateDiff over the tiny Stable Diffusion, and with a ControlNet for some of its pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.renderers.generation.tiny import stable_diffusion, words


def save(folder: Path) -> None:
    from diffusers import AnimateDiffPipeline

    AnimateDiffPipeline(**_parts()).save_pretrained(folder)


def save_sparse(folder: Path) -> None:
    from diffusers import AnimateDiffSparseControlNetPipeline
    from diffusers.models import SparseControlNetModel

    control = SparseControlNetModel(
        block_out_channels=(8, 16), layers_per_block=1, in_channels=4, conditioning_channels=4, norm_num_groups=2,
        down_block_types=("CrossAttnDownBlockMotion", "DownBlockMotion"), cross_attention_dim=words.WIDTH,
        motion_num_attention_heads=2, use_simplified_condition_embedding=True,
    )  # fmt: skip
    words.wake(control)
    AnimateDiffSparseControlNetPipeline(**_parts(), controlnet=control).save_pretrained(folder)


def _parts() -> dict[str, Any]:
    from diffusers import MotionAdapter

    adapter = MotionAdapter(
        block_out_channels=(8, 16),
        motion_layers_per_block=1,
        motion_norm_num_groups=2,
        motion_num_attention_heads=2,
    )
    unet = stable_diffusion.unet(
        down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"),
        up_block_types=("UpBlock2D", "CrossAttnUpBlock2D"),
    )
    return {
        **words.clip(), "unet": unet, "vae": stable_diffusion.vae(), "motion_adapter": adapter,
        "scheduler": stable_diffusion.scheduler(),
    }  # fmt: skip
