"""What a pair of pictures shows inside its edges while it travels.

Level 3 fades one picture into the other, which `move` does itself, in one with placing it; higher levels hand in an
inside of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch

Inside = Callable[[float, int, int], "tuple[torch.Tensor, torch.Tensor]"]
"""At `t` (0 to 1) for a size in pixels (width, height, even): luma (H, W, 2) and chroma (H/2, W/2, 3), uint8,
premultiplied, as a `Layer` has them. At 0 it shows the first picture, at 1 the second one."""
