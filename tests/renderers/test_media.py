"""Media files as teachers have them, and as they should not have them."""

from __future__ import annotations

import socket
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from renderers.media import probe
from studio.ports import MediaFacts

FORMATS = {
    "wav": "pcm_s16le",
    "m4a": "aac",
    "mp3": "libmp3lame",
    "wma": "wmav2",
    "ogg": "libopus",
    "flac": "flac",
}


def write_sound(path: Path, samples: np.ndarray, rate: int = 48_000) -> Path:
    """`samples` (channels, n) float32 written in the format that the suffix names."""
    with av.open(str(path), "w") as container:
        layout = "stereo" if len(samples) == 2 else "mono"
        stream = container.add_stream(FORMATS[path.suffix[1:]], rate=rate, layout=layout)
        stream.bit_rate = 128_000
        resampler = av.AudioResampler(stream.format, layout, rate)
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples, np.float32), "fltp", layout)
        frame.sample_rate, frame.pts = rate, 0
        fifo = av.AudioFifo()
        for piece in resampler.resample(frame):
            fifo.write(piece)
        size = stream.codec_context.frame_size or 1024
        while (piece := fifo.read(size, partial=True)) is not None:
            container.mux(stream.encode(piece))
        container.mux(stream.encode(None))
    return path


def tone(seconds: float, rate: int = 48_000) -> np.ndarray:
    return (0.4 * np.sin(2 * np.pi * 440 * np.arange(int(seconds * rate)) / rate)).astype(np.float32)


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_usual_sound_files_are_understood(suffix: str, tmp_path: Path) -> None:
    path = write_sound(tmp_path / f"my voice.{suffix}", tone(2)[None])
    facts = probe(path)
    assert facts is not None
    assert float(facts.duration) == pytest.approx(2, abs=0.15)
    assert (facts.width, facts.height, facts.has_sound) == (0, 0, True)


def test_a_video_tells_its_size(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=25)
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        for _ in range(50):
            picture = av.VideoFrame.from_ndarray(np.zeros((180, 320, 3), np.uint8), "rgb24")
            container.mux(stream.encode(picture))
        container.mux(stream.encode(None))
    assert probe(path) == MediaFacts(Fraction(2), 320, 180, has_sound=False)


@pytest.mark.parametrize("content", [b"", b"RIFF\0\0\0\0WAVE", b"no sound at all" * 100])
def test_what_is_no_medium_is_none(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(content)
    assert probe(path) is None
    assert probe(tmp_path / "missing.wav") is None


def test_a_playlist_reaches_neither_the_network_nor_other_files(tmp_path: Path) -> None:
    write_sound(tmp_path / "secret.wav", tone(1)[None])
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        port = server.getsockname()[1]
        playlists = {
            "net.m3u8": f"#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:{port}/a.ts\n#EXT-X-ENDLIST\n",
            "near.m3u8": "#EXTM3U\n#EXTINF:1,\nsecret.wav\n#EXT-X-ENDLIST\n",
            "near.ffconcat": "ffconcat version 1.0\nfile secret.wav\n",
            "net.wav": f"#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:{port}/a.ts\n#EXT-X-ENDLIST\n",
        }
        for name, text in playlists.items():
            path = tmp_path / name
            path.write_text(text)
            assert probe(path) is None, name
        with pytest.raises(TimeoutError):
            server.accept()


def test_a_name_like_an_address_is_a_file_all_the_same(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "a.wav", tone(1)[None])
    odd = path.rename(tmp_path / "http:%31 #1.wav")
    facts = probe(odd)
    assert facts is not None
    assert facts.duration == 1
