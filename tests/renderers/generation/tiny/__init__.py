"""The smallest pipelines of every family, with random weights and the real classes, one family a module.

`BUILD` finds them; each is a function that saves one into a folder, as a user would have it there.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.renderers.generation.tiny import (
    animatediff,
    cogvideox,
    flux,
    framepack,
    ltx,
    ltx2,
    stable_diffusion,
    stable_diffusion_xl,
    stable_video,
    wan,
)

BUILD: dict[str, Callable[[Path], None]] = {
    "animated": animatediff.save,
    "animated-sparse": animatediff.save_sparse,
    "cogvideox": cogvideox.save,
    "flux": flux.save,
    "framepack": framepack.save,
    "ltx-between": ltx.save_between,
    "ltx-from": ltx.save_from,
    "ltx2": ltx2.save,
    "sd": stable_diffusion.save,
    "sdxl": stable_diffusion_xl.save,
    "svd": stable_video.save,
    "wan-5b": wan.save_5b,
    "wan-a14b": wan.save_a14b,
    "wan-flf": wan.save_flf,
    "wan-still": wan.save_still,
}
