"""Playing: where one is in the lecture, the sound that is heard there, the frames that are seen."""

from ui.playback.transport import Playback

__all__ = ["Playback"]
