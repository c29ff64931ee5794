"""The recorded voice of the sample lesson: espeak-ng speaks, a little room is added, AAC or WAV comes out.

One process makes one recording (``python -m resources.samples.voice``): espeak-ng keeps global state, and a
second text in the same process does not come out the same.
"""

from __future__ import annotations

import ctypes
import io
import json
import subprocess
import sys
import tempfile
import wave
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from resources.samples.content import Recording

if TYPE_CHECKING:
    import numpy.typing as npt

    Samples = npt.NDArray[np.float64]

_SYNCHRONOUS, _UTF8, _RATE, _PITCH = 2, 1, 1, 3
_CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)

#: Silence of the room before and after the words, in ms: what an author trims off after recording.
LEAD_MS, TAIL_MS = 600, 800
SAMPLE_RATE = 16_000
_WAV_RATE = 11_025


@dataclass(frozen=True, slots=True)
class Sound:
    """A finished recording: the file and its whole length in ms."""

    data: bytes
    length_ms: int

    @property
    def heard_ms(self) -> int:
        """Length in ms that is heard once lead and tail are trimmed."""
        return self.length_ms - LEAD_MS - TAIL_MS


def as_m4a(recording: Recording) -> Sound:
    """Return the recording as AAC in an M4A file, mono, with the room before and after the words."""
    import av

    samples = _in_a_room(_spoken(recording), lead=LEAD_MS, tail=TAIL_MS)
    file = io.BytesIO()
    # "bitexact" keeps the encoder's version out of the file, so that equal input gives equal bytes.
    with av.open(file, "w", format="ipod", options={"fflags": "+bitexact"}) as container:
        stream = container.add_stream("aac", rate=SAMPLE_RATE, layout="mono")
        stream.bit_rate = 48_000
        stream.codec_context.flags |= av.codec.context.Flags.bitexact
        frame = av.AudioFrame.from_ndarray(samples.astype(np.float32)[None, :], format="fltp", layout="mono")
        frame.sample_rate = SAMPLE_RATE
        frame.pts = 0
        for packet in (*stream.encode(frame), *stream.encode(None)):
            container.mux(packet)
    return Sound(file.getvalue(), round(len(samples) * 1000 / SAMPLE_RATE))


def as_wav(recording: Recording) -> Sound:
    """Return the recording as 16-bit PCM, mono, with little silence around: the older form has no trim."""
    import soxr

    samples = _in_a_room(_spoken(recording), lead=120, tail=200)
    samples = soxr.resample(samples, SAMPLE_RATE, _WAV_RATE)
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(_WAV_RATE)
        out.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
    return Sound(file.getvalue(), round(len(samples) * 1000 / _WAV_RATE))


def _spoken(recording: Recording) -> Samples:
    """Return the words as samples in -1 to 1 at ``SAMPLE_RATE``, without silence at either end."""
    import soxr

    job = json.dumps(asdict(recording))
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-m", __name__],
        input=job.encode(),
        capture_output=True,
        check=True,
        timeout=120,
        cwd=root,
    )
    with wave.open(io.BytesIO(done.stdout)) as spoken:
        rate = spoken.getframerate()
        raw = np.frombuffer(spoken.readframes(spoken.getnframes()), "<i2").astype(np.float64) / 32768
    samples = soxr.resample(raw, rate, SAMPLE_RATE)
    loud = np.flatnonzero(np.abs(samples) > 0.01)
    return samples[loud[0] : loud[-1] + 1]


def _in_a_room(words: Samples, lead: int, tail: int) -> Samples:
    """Return the words with early echoes and a breath of room tone (about -58 dB), from ``lead`` to ``tail`` ms."""
    before, after = lead * SAMPLE_RATE // 1000, tail * SAMPLE_RATE // 1000
    dry = np.concatenate([np.zeros(before), words, np.zeros(after)])
    wet = dry.copy()
    for delay_ms, level in ((11, 0.16), (19, 0.11), (31, 0.08), (47, 0.05)):
        shift = delay_ms * SAMPLE_RATE // 1000
        wet[shift:] += level * dry[:-shift]
    wet *= 0.7 / np.max(np.abs(wet))
    noise = np.random.default_rng(11).standard_normal(len(wet) + 8)
    tone = np.convolve(noise, np.ones(9) / 9, "valid")
    return wet + tone * 0.0012 / np.std(tone)


def _speak(recording: Recording) -> bytes:
    """Return the words as a WAV file, straight from the espeak-ng library."""
    import espeakng_loader

    library = ctypes.CDLL(espeakng_loader.get_library_path())
    heard = bytearray()

    def collect(samples: ctypes._Pointer[ctypes.c_short], count: int, _events: int | None) -> int:
        if samples and count > 0:
            heard.extend(ctypes.string_at(samples, count * 2))
        return 0

    with tempfile.TemporaryDirectory() as folder:
        # The library has a small fixed buffer for this path, so a long one is handed over as a short link.
        data = Path(folder) / "d"
        data.symlink_to(espeakng_loader.get_data_path())
        rate = library.espeak_Initialize(_SYNCHRONOUS, 0, str(data).encode(), 0)
        callback = _CALLBACK(collect)
        library.espeak_SetSynthCallback(callback)
        library.espeak_ng_SetRandSeed(ctypes.c_long(1))
        if library.espeak_SetVoiceByName(recording.voice.encode()) != 0:
            raise ValueError(f"espeak-ng has no voice {recording.voice}.")
        library.espeak_SetParameter(_RATE, recording.rate, 0)
        library.espeak_SetParameter(_PITCH, recording.pitch, 0)
        text = recording.words.encode() + b"\0"
        library.espeak_Synth(text, ctypes.c_size_t(len(text)), 0, 0, 0, _UTF8, None, None)
        library.espeak_Synchronize()
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(bytes(heard))
    return file.getvalue()


if __name__ == "__main__":
    sys.stdout.buffer.write(_speak(Recording(**json.load(sys.stdin))))
