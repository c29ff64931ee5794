"""FramePack over HunyuanVideo: a Llama and a CLIP read the words, SigLIP looks at the picture."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.renderers.generation.tiny import words


def save(folder: Path) -> None:
    from diffusers import FlowMatchEulerDiscreteScheduler, HunyuanVideoFramepackPipeline

    clip = words.clip()
    HunyuanVideoFramepackPipeline(
        transformer=_transformer(), vae=_vae(), scheduler=FlowMatchEulerDiscreteScheduler(shift=7.0),
        text_encoder=words.llama(), tokenizer=words.letters(),
        text_encoder_2=clip["text_encoder"], tokenizer_2=clip["tokenizer"],
        image_encoder=words.siglip(), feature_extractor=words.siglip_lens(),
    ).save_pretrained(folder)  # fmt: skip


def _transformer() -> Any:
    from diffusers import HunyuanVideoFramepackTransformer3DModel

    return HunyuanVideoFramepackTransformer3DModel(
        in_channels=4, out_channels=4, num_attention_heads=2, attention_head_dim=10, num_layers=1,
        num_single_layers=1, num_refiner_layers=1, patch_size=2, text_embed_dim=words.WIDTH,
        pooled_projection_dim=words.WIDTH, rope_axes_dim=(2, 4, 4), has_image_proj=True, image_proj_dim=words.WIDTH,
        has_clean_x_embedder=True,
    )  # fmt: skip


def _vae() -> Any:
    from diffusers import AutoencoderKLHunyuanVideo

    return AutoencoderKLHunyuanVideo(
        latent_channels=4, block_out_channels=(8, 8, 8, 8), layers_per_block=1, norm_num_groups=4
    )
