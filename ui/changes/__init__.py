"""Changes at a glance: every change of the lecture, asked for and delivered, in one look."""

from ui.changes.pane import ChangesPane

__all__ = ["ChangesPane"]
