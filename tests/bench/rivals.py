"""How others make the same video: FFmpeg's own slideshow with cross-fades, and moviepy.

Both are given the finished pages as PNG and the finished sound, and x264 with the profile's preset and crf and as
many threads as it likes. What they cannot do (voices, captions, checking what a change delivers) is not asked.

    python -m tests.bench.rivals LESSON VIDEO SHOW.json SECONDS

writes what they are given; LESSON.lecture was exported as VIDEO and its results are cached.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from renderers import engine, means, page_plan, pages, plan, profiles
from renderers.loading import load
from renderers.planes import to_rgb
from renderers.profiles import Profile
from renderers.workplace import workshop
from studio.progress import NEVER
from tests.bench.making import PROFILE


@dataclass(frozen=True, slots=True)
class Slideshow:
    """Pages (PNG) with how long each is seen and how long the dissolve before it lasts (seconds), and the sound."""

    pages: tuple[str, ...]
    lengths: tuple[float, ...]
    fades: tuple[float, ...]
    sound: str
    rate: int
    crf: int
    preset: str
    key_interval: int
    sound_bits: int

    @property
    def seconds(self) -> float:
        """How long the video lasts."""
        return sum(self.lengths)


def slideshow(lesson: Path, video: Path, folder: Path, most: float) -> Slideshow:
    """The beginning of a lesson, whole scenes of at most so many seconds together (one at least), as a slideshow.

    Its results are cached; `video` is its export.
    """
    profile: Profile = profiles.load(PROFILE)
    with workshop(NEVER) as shop:
        lecture, _ = load(lesson, shop)
        tools = means.find(profile, shop)
        steps = plan.prepare(lecture, profile, tools)
        records = engine.split(steps, shop)[0]
        records |= engine.split(plan.measure(lecture, profile, tools, records), shop)[0]
        timeline = plan.compiled(lecture, profile, tools, records)
        shown: list[str] = []
        lengths: list[float] = []
        fades: list[float] = []
        for clip in timeline.clips:
            length = float(len(clip.frames) / timeline.rate)
            if lengths and sum(lengths) + length > most:
                break
            page = page_plan.page_step(lecture.scene(clip.scene), lecture, profile, tools)
            path = folder / f"page {len(shown)}.png"
            Image.fromarray(np.asarray(to_rgb(pages.unpack(shop.entry(page.key))))).save(path)
            shown.append(str(path))
            lengths.append(length)
            fades.append(0.0 if clip.cut is None else float(len(clip.cut.frames) / timeline.rate))
    how = (int(profile.rate), profile.crf, profile.preset, profile.key_interval, profile.sound_bits)
    return Slideshow(tuple(shown), tuple(lengths), tuple(fades), str(video), *how)


def by_ffmpeg(show: Slideshow, out: Path) -> list[str]:
    """The command that makes a slideshow with FFmpeg: stills that last, joined by a chain of `xfade`."""
    import imageio_ffmpeg

    inputs: list[str] = []
    chain: list[str] = []
    last, begins = "[0:v]", 0.0
    for index, (page, length) in enumerate(zip(show.pages, show.lengths, strict=True)):
        longer = show.fades[index + 1] if index + 1 < len(show.fades) else 0.0
        # The next page fades in over the end of this one, which therefore has to last so much longer.
        inputs += ["-loop", "1", "-framerate", str(show.rate), "-t", f"{length + longer:.6f}", "-i", page]
        if index:
            fade = max(show.fades[index], 1 / show.rate)
            chain.append(
                f"{last}[{index}:v]xfade=transition=fade:duration={fade:.6f}:offset={begins:.6f}[v{index}]"
            )
            last = f"[v{index}]"
        begins += length
    chain.append(f"{last}format=yuv420p[v]")
    return [
        *(imageio_ffmpeg.get_ffmpeg_exe(), "-y", "-v", "error", "-nostdin", *inputs, "-i", show.sound),
        *("-filter_complex", ";".join(chain), "-map", "[v]", "-map", f"{len(show.pages)}:a"),
        *("-c:v", "libx264", "-preset", show.preset, "-crf", str(show.crf), "-g", str(show.key_interval)),
        *(
            "-t",
            f"{show.seconds:.6f}",
            "-c:a",
            "aac",
            "-b:a",
            f"{show.sound_bits // 1000}k",
            "-movflags",
            "+faststart",
            str(out),
        ),
    ]


def read(told: Path) -> Slideshow:
    """A slideshow that was kept as JSON."""
    found = json.loads(told.read_text())
    return Slideshow(
        **{name: tuple(each) if isinstance(each, list) else each for name, each in found.items()}
    )


if __name__ == "__main__":
    lesson, video, told, most = sys.argv[1:]
    show = slideshow(Path(lesson), Path(video), Path(told).parent, float(most))
    Path(told).write_text(json.dumps(asdict(show)))
