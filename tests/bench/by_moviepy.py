"""A slideshow (`rivals.Slideshow` as JSON) made with moviepy: image clips that fade in over each other.

    python by_moviepy.py SHOW.json OUT.mp4

Stands alone, because moviepy has an environment of its own: it wants an older Pillow than the program.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from moviepy import AudioFileClip, CompositeVideoClip, ImageClip
from moviepy.video.fx import CrossFadeIn


def make(show: dict[str, Any], out: str) -> None:
    """Make the slideshow with x264 as the profile says, as many threads as it likes."""
    fades = show["fades"]
    clips: list[ImageClip] = []
    begins = 0.0
    for index, (page, length) in enumerate(zip(show["pages"], show["lengths"], strict=True)):
        longer = fades[index + 1] if index + 1 < len(fades) else 0.0
        clip = ImageClip(page, duration=length + longer).with_start(begins)
        clips.append(clip.with_effects([CrossFadeIn(fades[index])]) if fades[index] else clip)
        begins += length
    whole = CompositeVideoClip(clips).with_duration(begins)
    whole.with_audio(AudioFileClip(show["sound"]).subclipped(0, begins)).write_videofile(
        out,
        fps=show["rate"],
        codec="libx264",
        preset=show["preset"],
        ffmpeg_params=["-crf", str(show["crf"]), "-g", str(show["key_interval"])],
        audio_codec="aac",
        logger=None,
    )


if __name__ == "__main__":
    make(json.loads(Path(sys.argv[1]).read_text()), sys.argv[2])
