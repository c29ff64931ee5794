"""Where one begins: import, outline, sample, recent lessons, and work that a crash left."""

from __future__ import annotations

from ui.welcome.offer import UnsavedOffer
from ui.welcome.page import Welcome

__all__ = ["UnsavedOffer", "Welcome"]
