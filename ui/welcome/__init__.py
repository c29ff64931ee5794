"""Where one begins: import, outline, sample, recent lessons, and work that a crash left."""

from __future__ import annotations

from ui.welcome.page import Welcome

__all__ = ["Welcome"]
