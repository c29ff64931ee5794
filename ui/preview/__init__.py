"""What the video will show and sound like, with the transport below it."""

from ui.preview.preview import Preview

__all__ = ["Preview"]
