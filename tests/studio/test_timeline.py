"""The timeline: every scene's frames, cut and narration, in whole frames."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.coherence import CutChoice
from studio.lecture import Asset, Choices, Level, Recording, Transition
from studio.narration import Pause, Span, Take, estimate, narrate
from studio.timeline import LEAD, TAIL, Timeline, compile_timeline, shown
from tests.fakes import lecture, slide

RATE = Fraction(25)
PLAIN = CutChoice(Level.HOLD, "dissolve", "left", Fraction(2, 5), "")


def take(seconds: Fraction | int) -> Take:
    return Take(Fraction(seconds))


def frames(timeline: Timeline) -> list[tuple[int, int]]:
    return [(clip.frames.start, clip.frames.stop) for clip in timeline.clips]


def test_a_scene_is_its_change_then_its_narration_with_a_breath_before_and_after() -> None:
    two = lecture(slide(1, "One."), slide(2, "Two."))
    timeline = compile_timeline(two, {"s1": take(2), "s2": take(3)}, {"s2": PLAIN}, RATE)
    first, second = timeline.clips
    assert first.cut is None
    assert (first.speech, first.frames.stop) == (0, 68)  # 0.2 + 2 + 0.5 s = 67.5 frames, rounded up
    assert second.cut is not None
    assert (second.cut.frames.start, second.cut.frames.stop) == (68, 78)
    assert second.speech == 78
    assert second.frames.stop == 78 + 93  # 3.7 s = 92.5 frames
    assert second.heard(RATE) == Fraction(78, 25) + LEAD
    assert timeline.seconds == Fraction(171, 25)


LENGTHS = st.fractions(min_value=Fraction(1, 10), max_value=90, max_denominator=997)
CUTS = st.fractions(min_value=0, max_value=5, max_denominator=97)


@given(
    st.lists(st.tuples(LENGTHS, CUTS, st.booleans()), min_size=1, max_size=12),
    st.sampled_from([RATE, Fraction(30), Fraction(30000, 1001)]),
)
def test_narration_is_whole_and_stands_in_no_change_unless_asked(
    asked: list[tuple[Fraction, Fraction, bool]], rate: Fraction
) -> None:
    scenes = [
        slide(number, "Word.", transition=Transition(speak_over=over))
        for number, (_, _, over) in enumerate(asked, 1)
    ]
    takes = {scene.id: take(length) for scene, (length, _, _) in zip(scenes, asked, strict=True)}
    cuts = {
        scene.id: replace(PLAIN, duration=length) for scene, (_, length, _) in zip(scenes, asked, strict=True)
    }
    timeline = compile_timeline(lecture(*scenes), takes, cuts, rate)
    stop = 0
    for clip, scene in zip(timeline.clips, scenes, strict=True):
        assert clip.frames.start == stop, "scenes stand side by side"
        stop = clip.frames.stop
        end = clip.heard(rate) + takes[scene.id].length
        assert end + TAIL <= Fraction(stop) / rate, "the whole take and its tail are inside the scene"
        if clip.cut and len(clip.cut.frames):
            over = scene.transition.speak_over
            assert (clip.speech in clip.cut.frames) == over
            assert clip.frames.stop - clip.cut.frames.stop >= 2
    assert timeline.length == stop


def test_speaking_over_a_change_starts_with_it_and_may_shorten_the_scene() -> None:
    after, over = (
        compile_timeline(
            lecture(slide(1, "One."), slide(2, "Two.", transition=Transition(speak_over=flag))),
            {"s2": take(2)},
            {"s2": PLAIN},
            RATE,
        ).clips[1]
        for flag in (False, True)
    )
    assert over.speech == over.frames.start
    assert len(after.frames) - len(over.frames) == 10


@pytest.mark.parametrize(
    ("words", "least", "length", "frames"),
    [
        ("", None, None, 125),  # the lecture's silence
        ("", Fraction(2), None, 50),  # the deck's own advance
        ("(duration: 4)", None, None, 100),  # the script's
        ("Hi.", Fraction(4), 1, 100),  # advance longer than the words
        ("Hi.", Fraction(1), 3, 93),  # words longer than the advance: never cut
    ],
)
def test_how_long_a_scene_stays(words: str, least: Fraction | None, length: int | None, frames: int) -> None:
    scene = slide(1, words, least=least)
    takes = {} if length is None else {"s1": take(length)}
    timeline = compile_timeline(lecture(scene), takes, {}, RATE)
    assert timeline.length == frames


def test_an_advance_counts_from_the_end_of_the_change() -> None:
    two = lecture(slide(1), slide(2, least=Fraction(3)))
    clip = compile_timeline(two, {}, {"s2": PLAIN}, RATE).clips[1]
    assert len(clip.frames) == 10 + 75


def test_silence_is_as_long_as_the_author_chose() -> None:
    timeline = compile_timeline(lecture(slide(1), choices=Choices(silence=Fraction(7))), {}, {}, RATE)
    assert timeline.seconds == 7
    assert timeline.clips[0].take.length == 0


def test_hidden_scenes_and_those_left_out_for_want_of_words_are_not_shown() -> None:
    recorded = Recording(Asset("0" * 64, "me.wav", "audio/wav", 1))
    whole = lecture(
        slide(1, "One."),
        slide(2, "Two.", hidden=True),
        slide(3),
        slide(4, unscripted="silent"),
        slide(5, recording=recorded),
        slide(6, "Six."),
        choices=Choices(unscripted="skip"),
    )
    assert [scene.id for scene in shown(whole)] == ["s1", "s4", "s5", "s6"]
    timeline = compile_timeline(whole, {}, {}, RATE)
    assert [clip.scene for clip in timeline.clips] == ["s1", "s4", "s5", "s6"]
    kept = replace(whole, choices=Choices())
    assert [scene.id for scene in shown(kept)] == ["s1", "s3", "s4", "s5", "s6"]
    assert [scene.id for scene in shown(lecture(slide(1, unscripted="skip"), slide(2)))] == ["s2"]


@pytest.mark.parametrize(("seconds", "frames"), [("0", 0), ("1/25", 0), ("3/50", 2), ("2/25", 2), ("-1", 0)])
def test_a_change_of_less_than_two_frames_is_none(seconds: str, frames: int) -> None:
    cut = replace(PLAIN, duration=Fraction(seconds))
    clip = compile_timeline(lecture(slide(1), slide(2)), {}, {"s2": cut}, RATE).clips[1]
    assert clip.cut is not None
    assert len(clip.cut.frames) == frames
    assert clip.speech == clip.frames.start + frames


def test_the_first_scene_has_no_change_even_where_one_is_chosen() -> None:
    timeline = compile_timeline(lecture(slide(1), slide(2)), {}, {"s1": PLAIN, "s2": PLAIN}, RATE)
    assert timeline.clips[0].cut is None
    hidden = lecture(slide(1, hidden=True), slide(2))
    assert compile_timeline(hidden, {}, {"s2": PLAIN}, RATE).clips[0].cut is None


def test_every_frame_belongs_to_the_scene_that_shows_it() -> None:
    timeline = compile_timeline(lecture(*(slide(n, least=Fraction(1)) for n in (1, 2, 3))), {}, {}, RATE)
    assert [timeline.clip_at(frame) for frame in (0, 24, 25, 49, 50, 74)] == [0, 0, 1, 1, 2, 2]
    for outside in (-1, 75):
        with pytest.raises(IndexError):
            timeline.clip_at(outside)
    assert Timeline(RATE).length == 0


def test_an_estimate_stands_in_until_a_take_is_measured_and_is_marked_so() -> None:
    scene = slide(1, "The sun warms the sea. Water rises.")
    guessed = compile_timeline(lecture(scene), {}, {}, RATE).clips[0]
    assert not guessed.take.measured
    narration = narrate(scene, Choices())
    sentences = narration.utterances
    pauses = [item.seconds for item in narration.items if isinstance(item, Pause)]
    assert guessed.take.length == sum(map(estimate, sentences)) + sum(pauses)
    spans = (Span(sentences[0], Fraction(0), Fraction(2)), Span(sentences[1], Fraction(2), Fraction(9)))
    told = compile_timeline(lecture(scene), {"s1": Take(Fraction(9), spans)}, {}, RATE).clips[0]
    assert told.take.measured
    assert len(told.frames) == 243  # 9.7 s


def test_an_hour_of_scenes_adds_up_to_the_frame() -> None:
    rate = Fraction(30000, 1001)
    scenes = [slide(n, "Word.") for n in range(1, 241)]
    takes = {scene.id: take(Fraction(14) + Fraction(n, 97)) for n, scene in enumerate(scenes)}
    cuts = {scene.id: PLAIN for scene in scenes}
    timeline = compile_timeline(lecture(*scenes), takes, cuts, rate)
    assert timeline.seconds > 3600
    assert timeline.length == sum(stop - start for start, stop in frames(timeline))
    wanted = sum((LEAD + t.length + TAIL for t in takes.values()), Fraction(0))
    late = timeline.seconds - wanted - 239 * 12 / rate
    assert 0 <= late < 240 / rate, "each scene rounds up by less than a frame, by itself"
