"""The list of scenes: cards with thumbnails, sections as headings, and between two cards the change."""

from ui.storyboard.pane import Storyboard

__all__ = ["Storyboard"]
