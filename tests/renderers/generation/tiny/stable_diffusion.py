"""Stable Diffusion 1.5 in half a megabyte: pictures of 64 x 64 from words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.renderers.generation.tiny.words import WIDTH, clip


def save(folder: Path) -> None:
    """The whole pipeline."""
    from diffusers import StableDiffusionPipeline

    pipeline: Any = StableDiffusionPipeline(
        **clip(), vae=vae(), unet=unet(), scheduler=scheduler(),
        safety_checker=None, feature_extractor=None, requires_safety_checker=False,
    )  # fmt: skip
    pipeline.save_pretrained(folder)


def vae(**facts: Any) -> Any:
    """An autoencoder that makes one number of 8 x 8 pixels, as the large one does."""
    from diffusers import AutoencoderKL

    return AutoencoderKL(
        block_out_channels=(4, 8, 8, 8), latent_channels=4, norm_num_groups=2,
        down_block_types=("DownEncoderBlock2D",) * 4, up_block_types=("UpDecoderBlock2D",) * 4,
        **facts,
    )  # fmt: skip


def unet(**facts: Any) -> Any:
    """A U-Net of two levels, the lower one with attention."""
    from diffusers import UNet2DConditionModel

    return UNet2DConditionModel(**{
        "block_out_channels": (8, 16), "layers_per_block": 1, "sample_size": 8, "norm_num_groups": 2,
        "cross_attention_dim": WIDTH, "attention_head_dim": 4,
        "down_block_types": ("DownBlock2D", "CrossAttnDownBlock2D"),
        "up_block_types": ("CrossAttnUpBlock2D", "UpBlock2D"), **facts,
    })  # fmt: skip


def scheduler() -> Any:
    from diffusers import DDIMScheduler

    return DDIMScheduler(
        beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", clip_sample=False,
        set_alpha_to_one=False, steps_offset=1,
    )  # fmt: skip
