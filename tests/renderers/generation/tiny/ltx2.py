"""LTX-2, which makes sound too, with all its parts as small as they go."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.renderers.generation.tiny import words

_WIDE, _AUDIO, _MEL = 32, 16, 16


def save(folder: Path) -> None:
    from diffusers import FlowMatchEulerDiscreteScheduler, LTX2ConditionPipeline
    from diffusers.pipelines.ltx2 import LTX2TextConnectors
    from diffusers.pipelines.ltx2.vocoder import LTX2Vocoder

    pieces = {
        f"{medium}_connector_{name}": number
        for medium in ("video", "audio")
        for name, number in (
            ("num_attention_heads", 4), ("attention_head_dim", 8), ("num_layers", 1),
            ("num_learnable_registers", 4),
        )
    }  # fmt: skip
    connectors = LTX2TextConnectors(
        caption_channels=_WIDE, text_proj_in_factor=3, connector_rope_base_seq_len=32,
        rope_double_precision=False, rope_type="split", **pieces,
    )  # fmt: skip
    vocoder = LTX2Vocoder(
        in_channels=2 * _MEL, hidden_channels=32, upsample_kernel_sizes=[4, 4], upsample_factors=[2, 2],
        resnet_kernel_sizes=[3], resnet_dilations=[[1, 3, 5]], output_sampling_rate=16000,
    )  # fmt: skip
    LTX2ConditionPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(), vae=_vae(), audio_vae=_audio_vae(), connectors=connectors,
        text_encoder=words.gemma(_WIDE), tokenizer=words.gemma_tokenizer(), transformer=_transformer(),
        vocoder=vocoder,
    ).save_pretrained(folder)  # fmt: skip


def _vae() -> Any:
    from diffusers import AutoencoderKLLTX2Video

    return AutoencoderKLLTX2Video(
        latent_channels=4, block_out_channels=(8, 8, 8, 8), decoder_block_out_channels=(8, 8, 8),
        layers_per_block=(1, 1, 1, 1, 1), decoder_layers_per_block=(1, 1, 1, 1), upsample_residual=(False,) * 3,
        upsample_factor=(1, 1, 1), spatial_compression_ratio=32, temporal_compression_ratio=8,
    )  # fmt: skip


def _audio_vae() -> Any:
    from diffusers import AutoencoderKLLTX2Audio

    return AutoencoderKLLTX2Audio(
        base_channels=8, ch_mult=(1, 1, 1), num_res_blocks=1, resolution=32, latent_channels=2, mel_bins=_MEL
    )


def _transformer() -> Any:
    from diffusers import LTX2VideoTransformer3DModel

    return LTX2VideoTransformer3DModel(
        in_channels=4, out_channels=4, num_attention_heads=4, attention_head_dim=8, cross_attention_dim=_WIDE,
        audio_in_channels=8, audio_out_channels=8, audio_num_attention_heads=4, audio_attention_head_dim=4,
        audio_cross_attention_dim=_AUDIO, num_layers=2, caption_channels=_WIDE, rope_double_precision=False,
        rope_type="split",
    )  # fmt: skip
