"""OpenH264 through GStreamer against FFmpeg: two decoders that share no code must make the same pictures."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from tests.tools.finding import Finding
from tests.tools.video_file import ffmpeg

PACKAGES = "gstreamer1.0-tools gstreamer1.0-plugins-base gstreamer1.0-plugins-good gstreamer1.0-plugins-bad"


def missing() -> str:
    """Which Debian packages the proof lacks; empty if none."""
    inspect = shutil.which("gst-inspect-1.0")
    parts = ("qtdemux", "h264parse", "openh264dec", "videocodectestsink")
    there = inspect and all(
        subprocess.run([inspect, part], capture_output=True, check=False).returncode == 0 for part in parts
    )
    return "" if there else PACKAGES


def finding(video: Path, frames: int) -> Finding:
    """One MD5 over all pictures of the film, by each of the two; `frames` is how many there must be."""
    pipeline = ("filesrc", f"location={video}", "!", "qtdemux", "!", "h264parse", "!", "openh264dec", "!")
    sink = ("video/x-raw,format=I420", "!", "videocodectestsink", "name=sum")
    told = subprocess.run(
        ["gst-launch-1.0", "-m", "-v", *pipeline, *sink],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    theirs = re.search(r"checksum=\(string\)([0-9a-f]{32})", told.stdout)
    ours = ffmpeg(
        *("-v", "error", "-xerror", "-progress", "pipe:2", "-nostats", "-i", str(video), "-map", "0:v:0"),
        *("-pix_fmt", "yuv420p", "-f", "md5", "-"),
    )
    mine = re.search(r"MD5=([0-9a-f]{32})", ours.stdout)
    counts = re.findall(r"^frame=(\d+)", ours.stderr, re.M)
    decoded = int(counts[-1]) if counts else 0
    if not theirs or not mine:
        fault = (told.stderr or ours.stderr).strip().splitlines()
        return Finding("OpenH264 makes FFmpeg's pictures", False, fault[-1] if fault else "no checksum")
    same = theirs.group(1) == mine.group(1) and decoded == frames
    words = "equal" if theirs.group(1) == mine.group(1) else "different"
    return Finding("OpenH264 makes FFmpeg's pictures", same, f"{decoded} pictures, {words}")
