"""What of a lecture needs a look before it is exported: one list, each line of which leads to its place."""

from __future__ import annotations

from ui.attention.pane import AttentionPane

__all__ = ["AttentionPane"]
