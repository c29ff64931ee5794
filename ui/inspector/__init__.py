"""The inspector: all that can be set of the selected scenes and of the lecture, in one pane."""

from __future__ import annotations

from ui.inspector.inspector import Inspector

__all__ = ["Inspector"]
