"""FLUX in half a megabyte: a transformer over patches of latents."""

from __future__ import annotations

from pathlib import Path

from tests.renderers.generation.tiny import stable_diffusion, words


def save(folder: Path) -> None:
    from diffusers import FlowMatchEulerDiscreteScheduler, FluxPipeline, FluxTransformer2DModel

    transformer = FluxTransformer2DModel(
        patch_size=1, in_channels=16, num_layers=1, num_single_layers=1, attention_head_dim=16,
        num_attention_heads=2, joint_attention_dim=words.WIDTH, pooled_projection_dim=words.WIDTH,
        axes_dims_rope=(4, 4, 8),
    )  # fmt: skip
    FluxPipeline(
        **words.clip(), text_encoder_2=words.t5(), tokenizer_2=words.t5_tokenizer(), transformer=transformer,
        vae=stable_diffusion.vae(shift_factor=0.1, use_quant_conv=False, use_post_quant_conv=False),
        scheduler=FlowMatchEulerDiscreteScheduler(),
    ).save_pretrained(folder)  # fmt: skip
