"""The timeline: ruler, scenes with their seams, narration and captions, playhead."""

from ui.timeline.pane import TimelinePane

__all__ = ["TimelinePane"]
