"""Sound in pieces: joined in silence they sound like one recording, and stand where they belong."""

from __future__ import annotations

from collections.abc import Iterable

import av
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from renderers.encode import sound
from renderers.encode.sound import encode, silent_unit
from renderers.loudness import measure, normalise
from studio.errors import Cancelled
from studio.progress import CancelToken
from studio.timebase import BLOCK, SAMPLE_RATE
from tests.fakes import tone

Samples = NDArray[np.float32]
BITS = 64_000


def speech(seed: int, seconds: float) -> Samples:
    """Something like a voice: harmonics of a gliding tone under a syllable's swell, with breath; silent ends."""
    random = np.random.default_rng(seed)
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    phase = 2 * np.pi * np.cumsum(120 + 20 * np.sin(2 * np.pi * 0.7 * time)) / SAMPLE_RATE
    voice = sum(np.sin(n * phase) / n for n in range(1, 25))
    swell = np.clip(np.sin(2 * np.pi * 2.2 * time), 0, 1) * np.minimum(1, np.minimum(time, time[::-1]) / 0.02)
    return (0.15 * swell * (voice + 0.1 * random.standard_normal(len(time)))).astype(np.float32)


def with_lead(samples: Samples, lead: int = 4 * BLOCK) -> Samples:
    return np.concatenate([np.zeros(lead, np.float32), samples])


def heard(units: Iterable[bytes]) -> Samples:
    """What FFmpeg's decoder makes of units behind one priming unit, priming taken off."""
    describing = av.CodecContext.create("aac", "w")
    sound.configure(describing, BITS)
    describing.open()
    decoder = av.CodecContext.create("aac", "r")
    decoder.extradata = describing.extradata
    decoder.sample_rate, decoder.layout = SAMPLE_RATE, "mono"
    frames = [frame for unit in (silent_unit(BITS), *units) for frame in decoder.decode(av.Packet(unit))]
    return np.concatenate([frame.to_ndarray()[0] for frame in frames])[BLOCK:]


def padded(samples: Samples, length: int) -> Samples:
    return np.concatenate([samples, np.zeros(length - len(samples), np.float32)])


def snr(wanted: Samples, got: Samples) -> float:
    noise = wanted[: len(got)] - got[: len(wanted)]
    return float(10 * np.log10((wanted**2).sum() / (noise**2).sum()))


@pytest.fixture(scope="module")
def takes() -> list[Samples]:
    return [with_lead(speech(seed, seconds)) for seed, seconds in ((1, 1.1), (2, 0.63), (3, 1.4))]


def test_pieces_joined_sound_as_good_as_the_whole_encoded_at_once(takes: list[Samples]) -> None:
    segments = [encode(take, BITS, CancelToken()) for take in takes]
    whole = np.concatenate(
        [padded(take, segment.blocks * BLOCK) for take, segment in zip(takes, segments, strict=True)]
    )
    joined = heard(unit for segment in segments for unit in segment.units)
    at_once = heard(encode(whole, BITS, CancelToken()).units)
    assert snr(whole, at_once) > 15
    assert snr(whole, joined) == pytest.approx(snr(whole, at_once), abs=0.3)


def test_nothing_clicks_at_the_joints(takes: list[Samples]) -> None:
    segments = [encode(take, BITS, CancelToken()) for take in takes]
    joined = heard(unit for segment in segments * 2 for unit in segment.units)
    ends = np.cumsum([segment.blocks for segment in segments * 2])[:-1] * BLOCK
    for end in ends:
        around = joined[end - BLOCK // 2 : end + 2 * BLOCK]
        assert np.abs(np.diff(around)).max() < 1e-4
        assert np.abs(around).max() < 1e-3


def test_silence_between_pieces_is_digital_silence(takes: list[Samples]) -> None:
    segment = encode(takes[0], BITS, CancelToken())
    gap = [silent_unit(BITS)] * 7
    joined = heard([*segment.units, *gap, *segment.units])
    start = segment.blocks * BLOCK
    assert np.abs(joined[start + BLOCK : start + 6 * BLOCK]).max() == 0
    again = joined[start + 7 * BLOCK :]
    assert np.array_equal(again[: 40 * BLOCK], joined[: 40 * BLOCK]), "it sounds the same wherever it stands"


@settings(max_examples=12)
@given(st.integers(BLOCK, 20 * BLOCK), st.integers(0, 12))
def test_a_click_is_found_where_it_was_put(at: int, before: int) -> None:
    samples = np.zeros(at + 40, np.float32)
    samples[at : at + 16] = 0.8
    segment = encode(samples, BITS, CancelToken())
    assert segment.blocks == -(-len(samples) // BLOCK) + 1
    decoded = heard([*[silent_unit(BITS)] * before, *segment.units])
    found = int(np.argmax(np.abs(decoded))) - before * BLOCK
    assert abs(found - (at + 8)) <= SAMPLE_RATE // 1000


def test_a_piece_that_does_not_begin_in_silence_is_refused() -> None:
    with pytest.raises(ValueError, match="begin with silence"):
        encode(speech(1, 0.5) + 0.1, BITS, CancelToken())


def test_equal_samples_make_equal_units(takes: list[Samples]) -> None:
    assert encode(takes[0], BITS, CancelToken()) == encode(takes[0].copy(), BITS, CancelToken())
    assert encode(takes[0], BITS, CancelToken()) != encode(takes[0], 2 * BITS, CancelToken())


def test_the_encoder_stops_when_asked(takes: list[Samples]) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        encode(takes[0], BITS, cancel)


def test_peaks_stay_below_the_profile_s_once_they_are_coded() -> None:
    """Clicks of noise on a voice: what the coder changes most."""
    random = np.random.default_rng(7)
    voice = speech(3, 6.0)
    for at in range(4800, len(voice) - 4800, 9600):
        voice[at : at + 48] += 0.9 * random.standard_normal(48).astype(np.float32)
    for margin, kept in ((0.0, False), (sound.OVERSHOOT_DB, True)):
        ready = normalise(voice, -14.0, -1.0 - margin)
        peak = measure(heard(encode(with_lead(ready), BITS, CancelToken()).units)).true_peak
        assert (peak <= -0.7) is kept, f"{peak:.1f} dBTP with a margin of {margin} dB"


def test_pauses_cost_nothing_and_what_is_said_around_them_stays_where_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    coded: list[int] = []
    real = sound._units

    def counted(samples: Samples, bits: int, cancel: CancelToken) -> list[bytes]:
        coded.append(len(samples) // BLOCK)
        return real(samples, bits, cancel)

    silent_unit(BITS)  # is coded once, whoever asks first
    monkeypatch.setattr(sound, "_units", counted)
    first, second = speech(1, 1.5), speech(2, 1.2)
    pause = np.zeros(3 * SAMPLE_RATE // 2, np.float32)
    whole = with_lead(np.concatenate([first, pause, second]))
    units = encode(whole, BITS, CancelToken()).units
    assert sum(coded) < (len(first) + len(second)) // BLOCK + 8
    begins, ends = (4 * BLOCK + len(first)) // BLOCK + 3, (4 * BLOCK + len(first) + len(pause)) // BLOCK - 1
    assert set(units[begins:ends]) == {silent_unit(BITS)}
    told = heard(units)
    assert np.abs(told[begins * BLOCK : ends * BLOCK - BLOCK]).max() < 1e-3
    for start, said in ((4 * BLOCK, first), (4 * BLOCK + len(first) + len(pause), second)):
        back = told[start : start + len(said)]
        noise = np.square(back - said).mean()
        assert 10 * np.log10(np.square(said).mean() / noise) > 15


def test_a_short_pause_is_coded_through() -> None:
    short, hum = np.zeros(2 * BLOCK, np.float32), tone(0.5)
    whole = with_lead(np.concatenate([hum, short, hum]))
    units = encode(whole, BITS, CancelToken()).units
    assert silent_unit(BITS) not in units[6 : len(units) - 3]


def test_silence_alone_is_only_silent_units() -> None:
    units = encode(np.zeros(20 * BLOCK, np.float32), BITS, CancelToken()).units
    assert (len(units), set(units)) == (21, {silent_unit(BITS)})


@pytest.mark.parametrize("bits", [64_000, 192_000])
def test_no_block_is_larger_than_a_decoder_has_to_take(bits: int) -> None:
    """6144 bits a channel (ISO/IEC 14496-3, 4.5.3), however much there is to code."""
    noise = np.random.default_rng(5).normal(0, 0.4, SAMPLE_RATE).clip(-1, 1).astype(np.float32)
    assert max(map(len, encode(with_lead(noise), bits, CancelToken()).units)) <= 6144 // 8


def test_speech_takes_hardly_more_bits_than_were_asked_for() -> None:
    said = with_lead(speech(1, 3.0))
    sizes = [sum(map(len, encode(said, bits, CancelToken()).units)) * 8 / 3.0 for bits in (64_000, 128_000)]
    assert 1.5 * sizes[0] < sizes[1] < 1.2 * 128_000
