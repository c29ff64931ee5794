"""The smallest pipelines of every family, with random weights and the real classes, one family a module.

`BUILD` finds them; each is a function that saves one into a folder, as a user would have it there.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.renderers.generation.tiny import stable_diffusion

BUILD: dict[str, Callable[[Path], None]] = {
    "sd": stable_diffusion.save,
}
