"""CogVideoX from a still, of the first version: its places are learned, so that it knows one size."""

from __future__ import annotations

from pathlib import Path

from tests.renderers.generation.tiny import words


def save(folder: Path) -> None:
    from diffusers import (
        AutoencoderKLCogVideoX,
        CogVideoXDDIMScheduler,
        CogVideoXImageToVideoPipeline,
        CogVideoXTransformer3DModel,
    )

    transformer = CogVideoXTransformer3DModel(
        num_attention_heads=2, attention_head_dim=16, in_channels=8, out_channels=4, time_embed_dim=2,
        text_embed_dim=words.WIDTH, num_layers=1, sample_width=8, sample_height=8, sample_frames=9, patch_size=2,
        temporal_compression_ratio=4, max_text_seq_length=226, use_rotary_positional_embeddings=True,
        use_learned_positional_embeddings=True,
    )  # fmt: skip
    vae = AutoencoderKLCogVideoX(
        in_channels=3, out_channels=3, latent_channels=4, layers_per_block=1, norm_num_groups=2,
        block_out_channels=(8, 8, 8, 8), temporal_compression_ratio=4,
        down_block_types=("CogVideoXDownBlock3D",) * 4, up_block_types=("CogVideoXUpBlock3D",) * 4,
    )  # fmt: skip
    CogVideoXImageToVideoPipeline(
        transformer=transformer, vae=vae, scheduler=CogVideoXDDIMScheduler(),
        text_encoder=words.t5(), tokenizer=words.t5_tokenizer(),
    ).save_pretrained(folder)  # fmt: skip
