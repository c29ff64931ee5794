"""The environment in which a user's Python runs: it keeps what it has compiled, also where ours is told not to."""

from __future__ import annotations

import os


def environment(**more: str) -> dict[str, str]:
    """The variables of this process, and some more, without the one that forbids bytecode files.

    Without those files every process of the program, each worker too, compiles our modules anew.
    """
    return {
        name: value for name, value in {**os.environ, **more}.items() if name != "PYTHONDONTWRITEBYTECODE"
    }
