"""The question before unsaved work is left: whoever asks the user gets this, and says what the answer was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Leaving:
    """Unsaved work is about to be left. Exactly one of the three calls is to be made."""

    title: str
    save: Callable[[], None]
    """Save, then go on; where saving fails or is given up, nothing is left."""
    discard: Callable[[], None]
    """Go on without saving."""
    cancel: Callable[[], None]
    """Stay."""
