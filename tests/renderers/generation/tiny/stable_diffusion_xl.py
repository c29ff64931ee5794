"""Stable Diffusion XL in less than a megabyte: two text encoders, and sizes told to the U-Net."""

from __future__ import annotations

from pathlib import Path

from tests.renderers.generation.tiny import stable_diffusion, words


def save(folder: Path) -> None:
    from diffusers import EulerDiscreteScheduler, StableDiffusionXLPipeline
    from transformers import CLIPTextModelWithProjection

    second = CLIPTextModelWithProjection(words.clip_config(projection_dim=words.WIDTH)).eval()
    unet = stable_diffusion.unet(
        cross_attention_dim=2 * words.WIDTH, addition_embed_type="text_time", addition_time_embed_dim=8,
        projection_class_embeddings_input_dim=6 * 8 + words.WIDTH, transformer_layers_per_block=(1, 2),
        use_linear_projection=True,
    )  # fmt: skip
    StableDiffusionXLPipeline(
        **words.clip(), text_encoder_2=second, tokenizer_2=words.clip_tokenizer(), unet=unet,
        vae=stable_diffusion.vae(), scheduler=EulerDiscreteScheduler(beta_schedule="scaled_linear"),
        add_watermarker=False,
    ).save_pretrained(folder)  # fmt: skip
