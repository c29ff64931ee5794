"""A Stable Diffusion pipeline taken apart: encode, lead into noise and back by single steps, decode.

The steps are those of DDIM without noise (Song et al., Denoising Diffusion Implicit Models, ICLR 2021, eq. 12),
whatever sampler the model comes with: they can be gone both ways. Words are followed without guidance, which could
not be undone on the way back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from renderers.generation.job import Picture

if TYPE_CHECKING:
    import torch


@dataclass(frozen=True, slots=True)
class Words:
    """What a model is told at the first and at the last picture, as numbers: (2, tokens, width), and one vector of
    all words each, (2, width), for models that want that too.
    """

    tokens: torch.Tensor
    whole: torch.Tensor | None

    def at(self, shares: tuple[float, ...]) -> Words:
        """What it is told at places from 0 to 1: even between the two."""
        import torch

        share = self.tokens.new_tensor(shares)
        tokens = torch.lerp(self.tokens[:1], self.tokens[1:], share[:, None, None])
        whole = (
            self.whole if self.whole is None else torch.lerp(self.whole[:1], self.whole[1:], share[:, None])
        )
        return Words(tokens, whole)


class Painter:
    """A loaded pipeline at work on pictures of one `size` (width, height)."""

    def __init__(self, pipeline: Any, size: tuple[int, int]) -> None:
        import torch

        self.size = size
        self.unet = pipeline.unet
        self._pipeline, self._vae = pipeline, pipeline.vae
        self._device, self._dtype = pipeline._execution_device, pipeline.unet.dtype
        if self._vae.dtype == torch.float16 and self._vae.config.get("force_upcast"):
            self._vae.to(torch.float32)  # the one of SDXL overflows
        self._clear = np.asarray(pipeline.scheduler.alphas_cumprod.cpu(), np.float64)
        self._kind = pipeline.scheduler.config.get("prediction_type", "epsilon")
        self._times: tuple[int, ...] = ()

    @property
    def steps(self) -> int:
        """Steps between a picture and the deepest noise."""
        return len(self._times)

    def plan(self, steps: int, depth: float) -> None:
        """Divide the way from a picture to `depth` (0 to 1) into steps."""
        deepest = depth * (len(self._clear) - 1)
        self._times = tuple(round(deepest * (step + 1) / steps) for step in range(steps))

    def encoded(self, picture: Picture) -> torch.Tensor:
        """The latent (1, C, h, w) of a picture of `size`: the mean of what the encoder says."""
        import torch

        pixels = torch.from_numpy(picture.astype(np.float32) / 127.5 - 1).permute(2, 0, 1)[None]
        with torch.inference_mode():
            coded = self._vae.encode(pixels.to(self._device, self._vae.dtype)).latent_dist.mode()
        return coded.float() * self._vae.config.scaling_factor

    def decoded(self, latent: torch.Tensor) -> Picture:
        """The picture of a latent (1, C, h, w)."""
        import torch

        with torch.inference_mode():
            shown = self._vae.decode((latent / self._vae.config.scaling_factor).to(self._vae.dtype)).sample
        page = shown[0].float().permute(1, 2, 0).cpu().numpy()
        return np.round(np.nan_to_num(page / 2 + 0.5).clip(0, 1) * 255).astype(np.uint8)

    def words(self, first: str, last: str) -> Words:
        """What the model understands of words for the first and the last picture."""
        import torch

        with torch.inference_mode():
            said = self._pipeline.encode_prompt(
                prompt=[first, last], device=self._device, num_images_per_prompt=1,
                do_classifier_free_guidance=False,
            )  # fmt: skip
        return Words(said[0], said[2] if len(said) > 2 else None)

    def deeper(self, latent: torch.Tensor, guess: torch.Tensor, step: int, words: Words) -> torch.Tensor:
        """One step into the noise; the first is step 0. `guess` is where it leads, as far as that is known.

        The noise is looked for there, so that the step back leads here (Pan et al., Effective Real Image Editing
        with Accelerated Iterative Diffusion Inversion, ICCV 2023, section 3).
        """
        return self._between(latent, self._noise(guess, step, words), step - 1, step)

    def clearer(self, latents: torch.Tensor, step: int, words: Words) -> torch.Tensor:
        """The same step back."""
        noise = self._noise(latents, step, words)
        return self._between(latents, noise, step, step - 1)

    def _clearness(self, step: int) -> float:
        """How much of a picture is left after a step (alpha bar); all of it before the first."""
        return 1.0 if step < 0 else float(self._clear[self._times[step]])

    def _between(self, latents: torch.Tensor, noise: torch.Tensor, here: int, there: int) -> torch.Tensor:
        before, after = self._clearness(here), self._clearness(there)
        clear = (latents - (1 - before) ** 0.5 * noise) / before**0.5
        return after**0.5 * clear + (1 - after) ** 0.5 * noise

    def _noise(self, latents: torch.Tensor, step: int, words: Words) -> torch.Tensor:
        """What the model takes for noise in latents (batch, C, h, w) at a step."""
        import torch

        clear = self._clearness(step)
        said = self.unet.config.get("addition_embed_type")
        more = {"added_cond_kwargs": self._added(words, len(latents))} if said == "text_time" else {}
        with torch.inference_mode():
            found = self.unet(
                latents.to(self._dtype), self._times[step],
                encoder_hidden_states=words.tokens.to(self._dtype), **more,
            ).sample.float()  # fmt: skip
        if self._kind == "v_prediction":
            return clear**0.5 * found + (1 - clear) ** 0.5 * latents
        if self._kind == "sample":
            return (latents - clear**0.5 * found) / max(1e-6, (1 - clear) ** 0.5)
        return found

    def _added(self, words: Words, count: int) -> dict[str, torch.Tensor]:
        """What SDXL is told besides: all words as one vector, and that the picture has its own size, uncropped."""
        import torch

        assert words.whole is not None
        width, height = self.size
        sizes = torch.tensor([[height, width, 0, 0, height, width]] * count, device=self._device)
        return {"text_embeds": words.whole.to(self._dtype), "time_ids": sizes.to(self._dtype)}
