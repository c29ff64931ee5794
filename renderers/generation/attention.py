"""Attention of a picture between two others that looks at both of them as well as at itself.

After He et al., AID: Attention Interpolation of Text-to-Image Diffusion, NeurIPS 2024, section 4 (fused outer
interpolation): with keys and values of its own and of the first picture, and with its own and the last one's, mixed
by how far it is on its way. So details stay those of the two pictures where latents alone would lead to a third.

For U-Nets only. Their self-attention knows no places: a key of another picture fits wherever it stands.
Transformers turn queries and keys by their place in the picture and attend to words and picture at once; a second
picture's keys at the same places cannot be told from the first one's there.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import torch


class Ends:
    """What the two pictures at the ends were like inside, layer by layer, at the step that is at work.

    `keep` before the ends are computed (as a batch of two), `use` before pictures between them, each with its place
    from 0 to 1; neither: attention is as usual.
    """

    def __init__(self) -> None:
        self._seen: dict[str, tuple[torch.Tensor, torch.Tensor]] = {}
        self._shares: tuple[float, ...] = ()
        self._keeping = False

    def keep(self) -> None:
        """Remember what is computed next."""
        self._keeping, self._shares = True, ()

    def use(self, shares: tuple[float, ...]) -> None:
        """Look at what was kept, in what is computed next: pictures at these places."""
        self._keeping, self._shares = False, shares

    def rest(self) -> None:
        """Forget all."""
        self._keeping, self._shares = False, ()
        self._seen.clear()

    def attend(self, layer: str, attention: Any, hidden: torch.Tensor) -> torch.Tensor | None:
        """The self-attention of a layer to (batch, places, width), None where it is as usual."""
        if not self._keeping and not self._shares:
            return None
        keys, values = attention.to_k(hidden), attention.to_v(hidden)
        if self._keeping:
            self._seen[layer] = keys, values
            return None
        import torch

        queries = attention.to_q(hidden)
        shares = queries.new_tensor(self._shares)[:, None, None]
        outs: list[torch.Tensor] = []
        for end in (0, 1):
            beside = [seen[end : end + 1].expand_as(keys) for seen in self._seen[layer]]
            both = torch.cat([keys, beside[0]], 1), torch.cat([values, beside[1]], 1)
            outs.append(_attended(attention.heads, queries, *both))
        mixed = torch.lerp(outs[0], outs[1], shares)
        return attention.to_out[1](attention.to_out[0](mixed)) / attention.rescale_output_factor


class _Fused:
    """A layer's attention, with the ends in it."""

    def __init__(self, layer: str, usual: Any, ends: Ends) -> None:
        self._layer, self._usual, self._ends = layer, usual, ends

    def __call__(
        self,
        attn: Any,
        hidden_states: torch.Tensor,
        encoder_hidden_states: Any = None,
        *rest: Any,
        **named: Any,
    ) -> torch.Tensor:
        """As `diffusers` calls it; what attends to words is left as it is."""
        if encoder_hidden_states is None and hidden_states.ndim == 3:
            found = self._ends.attend(self._layer, attn, hidden_states)
            if found is not None:
                return found
        return self._usual(attn, hidden_states, encoder_hidden_states, *rest, **named)


@contextmanager
def interpolated(unet: Any) -> Generator[Ends]:
    """A U-Net whose self-attention minds the ends; as it was afterwards. ValueError for what is no U-Net."""
    if not hasattr(unet, "set_attn_processor"):
        raise ValueError("only U-Nets let their attention be replaced")
    usual = dict(unet.attn_processors)
    ends = Ends()
    unet.set_attn_processor({name: _Fused(name, each, ends) for name, each in usual.items()})
    try:
        yield ends
    finally:
        ends.rest()
        unet.set_attn_processor(usual)


def _attended(heads: int, queries: torch.Tensor, keys: torch.Tensor, values: torch.Tensor) -> torch.Tensor:
    from torch.nn.functional import scaled_dot_product_attention

    def split(tensor: torch.Tensor) -> torch.Tensor:
        return tensor.unflatten(-1, (heads, -1)).transpose(1, 2)

    seen = scaled_dot_product_attention(split(queries), split(keys), split(values))
    return seen.transpose(1, 2).flatten(2).to(queries.dtype)
