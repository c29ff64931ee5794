"""LTX-Video in half a megabyte, with conditions at any picture and with a first one only."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.renderers.generation.tiny import words


def save_between(folder: Path) -> None:
    from diffusers import LTXConditionPipeline

    LTXConditionPipeline(**_parts()).save_pretrained(folder)


def save_from(folder: Path) -> None:
    from diffusers import LTXImageToVideoPipeline

    LTXImageToVideoPipeline(**_parts()).save_pretrained(folder)


def _parts() -> dict[str, Any]:
    from diffusers import AutoencoderKLLTXVideo, FlowMatchEulerDiscreteScheduler, LTXVideoTransformer3DModel

    channels = {"block_out_channels": (8, 8, 8, 8), "decoder_block_out_channels": (8, 8, 8, 8)}
    vae = AutoencoderKLLTXVideo(
        latent_channels=8, **channels, layers_per_block=(1, 1, 1, 1, 1),
        decoder_layers_per_block=(1, 1, 1, 1, 1), spatio_temporal_scaling=(True, True, True, False),
        decoder_spatio_temporal_scaling=(True, True, True, False),
        decoder_inject_noise=(False,) * 5, upsample_residual=(False,) * 4, upsample_factor=(1,) * 4,
        timestep_conditioning=False, patch_size=4, patch_size_t=1, encoder_causal=True, decoder_causal=False,
    )  # fmt: skip
    transformer = LTXVideoTransformer3DModel(
        in_channels=8, out_channels=8, patch_size=1, patch_size_t=1, num_attention_heads=4, attention_head_dim=8,
        cross_attention_dim=32, num_layers=1, caption_channels=words.WIDTH,
    )  # fmt: skip
    return {
        "vae": vae, "transformer": transformer, "scheduler": FlowMatchEulerDiscreteScheduler(),
        "text_encoder": words.t5(), "tokenizer": words.t5_tokenizer(),
    }  # fmt: skip
