"""Stable Video Diffusion: the smallest is still seven megabytes, as its eyes are of one size."""

from __future__ import annotations

from pathlib import Path

from tests.renderers.generation.tiny import words


def save(folder: Path) -> None:
    from diffusers import (
        AutoencoderKLTemporalDecoder,
        EulerDiscreteScheduler,
        StableVideoDiffusionPipeline,
        UNetSpatioTemporalConditionModel,
    )

    unet = UNetSpatioTemporalConditionModel(
        block_out_channels=(32, 32), layers_per_block=1, sample_size=8, in_channels=8, out_channels=4,
        down_block_types=("CrossAttnDownBlockSpatioTemporal", "DownBlockSpatioTemporal"),
        up_block_types=("UpBlockSpatioTemporal", "CrossAttnUpBlockSpatioTemporal"),
        cross_attention_dim=words.WIDTH, num_attention_heads=2, projection_class_embeddings_input_dim=96,
        addition_time_embed_dim=32, num_frames=8,
    )  # fmt: skip
    vae = AutoencoderKLTemporalDecoder(
        block_out_channels=(32, 32, 32, 32), in_channels=3, out_channels=3, latent_channels=4,
        down_block_types=("DownEncoderBlock2D",) * 4,
    )  # fmt: skip
    scheduler = EulerDiscreteScheduler(
        beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", interpolation_type="linear",
        prediction_type="v_prediction", sigma_max=700.0, sigma_min=0.002, steps_offset=1,
        timestep_type="continuous", timestep_spacing="leading", use_karras_sigmas=True,
    )  # fmt: skip
    StableVideoDiffusionPipeline(
        unet=unet, vae=vae, scheduler=scheduler,
        image_encoder=words.eyes("CLIPVisionModelWithProjection", 224), feature_extractor=words.lens(224),
    ).save_pretrained(folder)  # fmt: skip
