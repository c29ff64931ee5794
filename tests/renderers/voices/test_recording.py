"""A teacher's own recording: read from any usual format, and its sentences found for the captions."""

from __future__ import annotations

import time
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from renderers.loudness import normalise
from renderers.media import probe
from renderers.voices.recording import align, decode
from studio.errors import BadFileError, Cancelled
from studio.narration import Utterance
from studio.progress import CancelToken
from tests.renderers.test_media import FORMATS, tone, write_sound
from tests.speaker import Speaker

LINES = (
    "Water rises through the roots of the plant.",
    "Why?",
    "The leaves lose water all day long, and so they draw more of it up from the ground.",
    "At night they rest.",
)


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_recording_is_read_at_its_true_length_and_loudness(suffix: str, tmp_path: Path) -> None:
    path = write_sound(tmp_path / f"take.{suffix}", np.stack([tone(2), tone(2)]))
    sound = decode(path)
    assert float(sound.seconds) == pytest.approx(2, abs=0.1)
    middle = sound.samples[24_000:72_000]
    assert np.sqrt(np.mean(np.square(middle))) == pytest.approx(0.4 / np.sqrt(2), rel=0.05)


def test_its_trimmed_ends_are_cut_to_the_sample(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "take.wav", tone(2)[None])
    whole, cut = decode(path), decode(path, Fraction(1, 4), Fraction(1, 2))
    assert len(whole) == 96_000
    assert len(cut) == 60_000
    assert np.array_equal(cut.samples[480:-480], whole.samples[12_480:71_520])
    assert cut.samples[0] == cut.samples[-1] == 0


def test_a_recording_trimmed_to_nothing_is_empty(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "take.wav", tone(1)[None])
    assert len(decode(path, Fraction(1), Fraction(1))) == 0


def test_a_broken_recording_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "take.m4a"
    path.write_bytes(b"not a sound")
    with pytest.raises(BadFileError, match=r"^The recording “take\.m4a” cannot be read; record it again"):
        decode(path)


@pytest.fixture(scope="module")
def spoken() -> list[np.ndarray]:
    with Speaker() as speaker:
        return [speaker.speak(Utterance(line, line, "en"), CancelToken()).samples for line in LINES]


@pytest.mark.parametrize("noise", [0.0, 0.004])
def test_the_sentences_of_a_recording_are_found_at_its_pauses(spoken: list[np.ndarray], noise: float) -> None:
    rng = np.random.default_rng(3)
    pieces, true, now = [np.zeros(24_000)], [], 24_000
    for samples, pause in zip(spoken, (0.5, 0.4, 0.8, 1.0), strict=True):
        true.append((now / 48_000, (now + len(samples)) / 48_000))
        pieces += [samples, np.zeros(int(pause * 48_000))]
        now += len(samples) + int(pause * 48_000)
    take = np.concatenate(pieces)
    spans = align(LINES, (take + noise * rng.normal(size=len(take))).astype(np.float32))
    for (start, end), (begins, ends) in zip(spans, true, strict=True):
        assert abs(float(start) - begins) < 0.2
        assert abs(float(end) - ends) < 0.2


def test_without_pauses_the_sentences_share_the_time_by_their_length(spoken: list[np.ndarray]) -> None:
    steady = np.random.default_rng(5).normal(scale=0.1, size=10 * 48_000).astype(np.float32)
    spans = align(LINES, steady)
    assert spans[0][0] == 0
    assert float(spans[-1][1]) == pytest.approx(10, abs=0.05)
    lengths = [end - start for start, end in spans]
    assert lengths[2] == max(lengths)
    assert lengths[1] == min(lengths)


@pytest.mark.parametrize("samples", [np.zeros(0), np.zeros(48_000), np.ones(100), np.ones(5_000)])
def test_any_sound_gives_spans_in_order(samples: np.ndarray) -> None:
    spans = align(LINES, samples.astype(np.float32))
    assert len(spans) == len(LINES)
    flat = [moment for span in spans for moment in span]
    assert flat == sorted(flat)
    assert align((), samples.astype(np.float32)) == ()


HOUR = 3600 * 48_000


class Impatient(CancelToken):
    """Is cancelled at the n-th look at it, and remembers the longest time between two looks."""

    def __init__(self, looks: int) -> None:
        super().__init__()
        self.left, self.longest, self.seen = looks, 0.0, time.thread_time()

    def check(self) -> None:
        now = time.thread_time()
        self.longest, self.seen, self.left = max(self.longest, now - self.seen), now, self.left - 1
        if not self.left:
            self.cancel()
        super().check()


def lecture_hour() -> np.ndarray:
    """An hour in which somebody speaks for two seconds and pauses for half of one."""
    speech = np.random.default_rng(7).normal(scale=0.1, size=120_000).astype(np.float32)
    speech[96_000:] *= 0.001
    return np.resize(speech, HOUR)


def test_reading_an_hour_of_sound_can_be_stopped_at_any_moment(tmp_path: Path) -> None:
    import wave

    with wave.open(str(tmp_path / "hour.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(48_000)
        file.writeframes(bytes(2 * HOUR))
    cancel = Impatient(looks=2000)
    with pytest.raises(Cancelled):
        decode(tmp_path / "hour.wav", cancel=cancel)
    assert cancel.longest < 0.3


def test_finding_sentences_in_an_hour_can_be_stopped_at_any_moment() -> None:
    sound = lecture_hour()
    for looks in (3, 400, 800):
        cancel = Impatient(looks)
        with pytest.raises(Cancelled):
            align(LINES * 100, sound, cancel)
        assert cancel.longest < 0.3


def test_levelling_an_hour_can_be_stopped_at_any_moment() -> None:
    sound = lecture_hour()[: HOUR // 6]
    normalise(sound[: 20 * 48_000])  # what is loaded once is not counted
    for looks in (3, 640, 700):
        cancel = Impatient(looks)
        with pytest.raises(Cancelled):
            normalise(sound, cancel=cancel)
        assert cancel.longest < 0.3


def test_a_file_that_does_not_tell_its_length_is_listened_to_until_stopped(tmp_path: Path) -> None:
    path = tmp_path / "live.webm"
    with av.open(str(path), "w", options={"live": "1"}) as container:
        stream = container.add_stream("libopus", rate=48_000, layout="mono")
        for number in range(500):
            frame = av.AudioFrame.from_ndarray(np.zeros((1, 960), np.float32), "fltp", "mono")
            frame.sample_rate, frame.pts = 48_000, 960 * number
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    facts = probe(path, CancelToken())
    assert facts is not None
    assert float(facts.duration) == pytest.approx(10, abs=0.1)
    with pytest.raises(Cancelled):
        probe(path, Impatient(looks=100))
