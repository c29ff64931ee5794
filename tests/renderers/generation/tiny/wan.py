"""Wan in less than half a megabyte: first and last picture, two transformers, and the 5B that has neither."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.renderers.generation.tiny import words


def save_flf(folder: Path) -> None:
    """Wan2.1-FLF2V: it sees both pictures with CLIP's eyes."""
    eyes = {"image_encoder": words.eyes(), "image_processor": words.lens()}
    _save(folder, transformer=_transformer(image_dim=words.WIDTH, pos_embed_seq_len=2 * 5), **eyes)


def save_still(folder: Path) -> None:
    """Wan2.1-I2V: the same without places for a second picture."""
    eyes = {"image_encoder": words.eyes(), "image_processor": words.lens()}
    _save(folder, transformer=_transformer(image_dim=words.WIDTH), **eyes)


def save_a14b(folder: Path) -> None:
    """Wan2.2-I2V-A14B: one transformer for much noise and one for little, and no eyes."""
    two = {"transformer": _transformer(), "transformer_2": _transformer()}
    _save(folder, **two, image_encoder=None, image_processor=None, boundary_ratio=0.9)


def save_5b(folder: Path) -> None:
    """Wan2.2-TI2V-5B: a time for each token."""
    alone = {"image_encoder": None, "image_processor": None}
    _save(folder, transformer=_transformer(in_channels=16), **alone, expand_timesteps=True)


def save_larger(folder: Path) -> None:
    """One whose steps take longer than all that is around them, to measure that against."""
    wide = {"num_attention_heads": 8, "attention_head_dim": 32, "ffn_dim": 1024, "num_layers": 4}
    _save(folder, transformer=_transformer(**wide), image_encoder=None, image_processor=None)


def _save(folder: Path, **parts: Any) -> None:
    from diffusers import AutoencoderKLWan, FlowMatchEulerDiscreteScheduler, WanImageToVideoPipeline

    vae = AutoencoderKLWan(base_dim=3, z_dim=16, dim_mult=[1, 1, 1, 1], num_res_blocks=1,
                           temperal_downsample=[False, True, True])  # fmt: skip
    pipeline: Any = WanImageToVideoPipeline(
        tokenizer=words.t5_tokenizer(), text_encoder=words.t5("UMT5EncoderModel"), vae=vae,
        scheduler=FlowMatchEulerDiscreteScheduler(shift=3.0), **parts,
    )  # fmt: skip
    pipeline.save_pretrained(folder)


def _transformer(**facts: Any) -> Any:
    from diffusers import WanTransformer3DModel

    return WanTransformer3DModel(**{
        "patch_size": (1, 2, 2), "num_attention_heads": 2, "attention_head_dim": 12, "in_channels": 36,
        "out_channels": 16, "text_dim": words.WIDTH, "freq_dim": 32, "ffn_dim": 32, "num_layers": 2,
        "cross_attn_norm": True, "qk_norm": "rms_norm_across_heads", "rope_max_seq_len": 32, **facts,
    })  # fmt: skip
