"""Which sample is heard when: arithmetic that must hold to the sample."""

from __future__ import annotations

from array import array
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.timebase import SAMPLE_RATE
from studio.timeline import compile_timeline
from tests.fakes import lecture, slide
from ui.playback.mixing import Mixer, Piece, Score, Stretch, frame_at, sample_at

RATES = [Fraction(30), Fraction(25), Fraction(30_000, 1001), Fraction(60)]


def values(data: bytes) -> list[int]:
    """Samples as numbers."""
    return list(array("h", data))


@given(st.sampled_from(RATES), st.integers(0, 400_000))
def test_a_frame_is_seen_from_its_first_sample_to_its_last(rate: Fraction, frame: int) -> None:
    first, after = sample_at(frame, rate), sample_at(frame + 1, rate)
    assert frame_at(first, rate) == frame == frame_at(after - 1, rate)
    assert abs(first - Fraction(frame) / rate * SAMPLE_RATE) < 1


def test_an_hour_is_as_long_in_sound_as_in_pictures() -> None:
    assert sample_at(108_000, Fraction(30)) == 3600 * SAMPLE_RATE


def test_a_stretch_ends_where_it_ends() -> None:
    stretch = Stretch(first=100, start=50, stop=110)
    assert [stretch.at(n) for n in (0, 9, 10, 500)] == [100, 109, None, None]
    assert list(stretch.runs(8, 5)) == [(108, 2), (None, 3)]


def test_a_loop_comes_back_to_its_start_again_and_again() -> None:
    stretch = Stretch(first=108, start=100, stop=110, loop=True)
    assert [stretch.at(n) for n in (0, 1, 2, 11, 12, 22)] == [108, 109, 100, 109, 100, 100]
    assert list(stretch.runs(0, 15)) == [(108, 2), (100, 10), (100, 3)]


def test_sounds_stand_where_they_belong_with_silence_between() -> None:
    sounds = {"a": array("h", [1, 2, 3]).tobytes(), "b": array("h", [7, 8]).tobytes()}
    mixer = Mixer(sounds.get)
    mixer.use(lambda *_: (Piece(2, "a"), Piece(7, "b")))
    mixer.begin(Stretch(0, 0, 100))
    assert values(mixer.read(4)) == [0, 0, 1, 2]
    assert values(mixer.read(6)) == [3, 0, 0, 7, 8, 0]


def test_a_sound_that_is_not_made_yet_is_silent_and_heard_when_it_comes() -> None:
    sounds: dict[str, bytes] = {}
    mixer = Mixer(sounds.get)
    mixer.use(lambda *_: (Piece(0, "late"),))
    mixer.begin(Stretch(0, 0, 100))
    assert values(mixer.read(2)) == [0, 0]
    sounds["late"] = array("h", [1, 2, 3, 4]).tobytes()
    assert values(mixer.read(3)) == [3, 4, 0]


def test_a_sound_gives_way_to_the_next_one() -> None:
    sounds = {"a": array("h", [1] * 9).tobytes(), "b": array("h", [2] * 2).tobytes()}
    mixer = Mixer(sounds.get)
    mixer.use(lambda *_: (Piece(0, "a"), Piece(4, "b")))
    assert values(mixer.sound(3, 5)) == [1, 2, 2, 0, 0]


@pytest.mark.parametrize(
    ("first", "stop", "keys"),
    [(0, 5, ()), (0, 11, "a"), (12, 13, "a"), (12, 21, "ab"), (90, 91, "b")],
)
def test_it_is_known_what_will_be_heard_soon(first: int, stop: int, keys: str) -> None:
    mixer = Mixer({}.get)
    mixer.use(lambda *_: (Piece(10, "a"), Piece(20, "b")))
    assert mixer.keys(first, stop) == tuple(keys)


def test_a_loop_is_served_without_a_gap() -> None:
    mixer = Mixer({"a": array("h", range(10)).tobytes()}.get)
    mixer.use(lambda *_: (Piece(0, "a"),))
    mixer.begin(Stretch(3, 2, 6, loop=True))
    assert values(mixer.read(4) + mixer.read(5)) == [3, 4, 5, 2, 3, 4, 5, 2, 3]


def test_only_the_scenes_that_are_played_are_looked_at() -> None:
    talk = lecture(*(slide(number, f"Sentence {number}. Another one.") for number in range(1, 6)))
    timeline = compile_timeline(talk, {}, {}, Fraction(30))
    asked: list[str] = []

    def sounds(scene_id: str) -> list[tuple[str, Fraction]]:
        asked.append(scene_id)
        spans = next(clip for clip in timeline.clips if clip.scene == scene_id).take.spans
        return [(f"{scene_id}/{number}", span.start) for number, span in enumerate(spans)]

    score = Score(timeline, sounds)
    second, third = timeline.clips[1:3]
    stop = sample_at(third.frames.start + 1, timeline.rate)
    for _ in range(2):
        pieces = score.around(sample_at(second.frames.start, timeline.rate), stop)
        assert [piece.key for piece in pieces] == ["s2/0", "s2/1", "s3/0", "s3/1"]
    assert asked == ["s2", "s3"]
    assert pieces[0].start == second.heard(timeline.rate) * SAMPLE_RATE
    assert score.around(10**9, 10**9 + 5)[-1].key == "s5/1"
    assert score.around(5, 5) == ()
