"""Models are loaded from their folder, safetensors only, and nothing of strangers is run."""

from __future__ import annotations

from renderers.generation import loader
from tests.renderers.generation.conftest import Tiny


def test_a_tiny_stable_diffusion_is_found_and_loaded_and_draws(tiny: Tiny) -> None:
    model = tiny("sd")
    pipeline = loader.load(model, loader.Means(), (64, 64))
    drawn = pipeline("a", num_inference_steps=2, height=64, width=64, output_type="np").images
    assert drawn.shape == (1, 64, 64, 3)
