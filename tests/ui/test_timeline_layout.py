"""Where things stand on the timeline, without a window."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest

from studio import edits
from studio.captions import captions
from studio.coherence import CutChoice
from studio.lecture import Asset, Lecture, Level, Recording
from studio.timebase import FrameRange
from studio.timeline import Timeline, compile_timeline
from tests.fakes import lecture, slide
from ui.timeline import layout, lengths
from ui.timeline.layout import Scale, Stretch
from ui.timeline.strip import Item, Strip, strip

RATE = Fraction(30)
HOLD = CutChoice(Level.HOLD, "dissolve", "left", Fraction(3, 10), "")
VOICE = Recording(Asset("ab" * 32, "me.wav", "audio/wav", 1))


def lesson() -> Lecture:
    return lecture(
        slide(1, "Rain falls. Rivers run."),
        slide(2),
        slide(3, "The sun shines on the wide sea, and the water there becomes warm vapour, which rises."),
    )


def compiled(made: Lecture) -> Timeline:
    return compile_timeline(made, {}, {scene.id: HOLD for scene in made.scenes[1:]}, RATE)


def shown(made: Lecture) -> Strip:
    return strip(made, compiled(made))


ROWS = layout.rows(260, 16)
SCENES = sum(ROWS.row("scenes")) - 8
BADGES = ROWS.badges


def test_frames_and_pixels_agree_both_ways() -> None:
    scale = Scale(0.37, offset=211)
    assert scale.frame(scale.x(5000)) == pytest.approx(5000)


@pytest.mark.parametrize("factor", [0.7, 1.5, 9])
def test_the_frame_under_the_pointer_stays_there_when_zooming(factor: float) -> None:
    before = Scale(0.5, offset=400)
    after = layout.zoomed(before, factor, 300, length=100_000, width=1200)
    assert after.frame(300) == pytest.approx(before.frame(300), abs=1 / after.per_frame)


def test_one_zooms_out_no_further_than_the_whole_lecture_and_in_to_single_frames() -> None:
    assert layout.zoomed(Scale(1), 1e-9, 0, 9000, 1000).width(9000) <= 1000
    assert layout.zoomed(Scale(1), 1e9, 0, 9000, 1000).per_frame == layout.MOST_PER_FRAME


@pytest.mark.parametrize("a_second", [0.02, 0.3, 2, 25, 90, 480])
def test_labels_of_the_ruler_never_touch_and_tell_the_truth(a_second: float) -> None:
    scale = Scale(a_second / 30)
    ticks = layout.ticks(scale, RATE, 0, 1200 / scale.per_frame, room=90)
    labelled = [tick for tick in ticks if tick.seconds is not None]
    places = [scale.x(tick.frame) for tick in labelled]
    assert all(after - before >= 89 for before, after in pairwise(places))
    assert 2 <= len(labelled) < 20
    assert all(tick.frame == float((tick.seconds or 0) * RATE) for tick in labelled)


def test_clips_follow_each_other_in_time() -> None:
    made = shown(lesson())
    starts = [frames.start for item in made.items if (frames := made.frames(item)) is not None]
    assert starts == sorted(starts)
    assert [item.kind for item in made.items] == [
        *("scene", "caption", "caption"),
        *("seam", "scene"),
        *("seam", "scene", "caption", "caption"),
    ]


def test_captions_stand_where_the_video_shows_them() -> None:
    timeline = compiled(lesson())
    made = strip(lesson(), timeline)
    told = [(made.frames(item), item) for item in made.items if item.kind == "caption"]
    wanted = captions(timeline)
    assert [frames.start for frames, _ in told if frames] == [round(each.start * RATE) for each in wanted]


def test_what_an_edit_does_not_touch_is_taken_over() -> None:
    before = shown(lesson())
    longer = edits.set_least(lesson(), ("s2",), Fraction(9))
    after = strip(longer, compiled(longer), before)
    assert after.pieces[0] is before.pieces[0]
    assert after.pieces[2].captions is before.pieces[2].captions
    assert after.pieces[2].start > before.pieces[2].start


def test_a_scene_that_was_just_taken_out_is_not_shown() -> None:
    made = edits.remove(lesson(), ("s2",))
    assert [piece.id for piece in strip(made, compiled(lesson())).pieces] == ["s1", "s3"]


def part_at(made: Strip, scale: Scale, x: float, y: float) -> tuple[str, Item | None]:
    found = layout.hit(made, scale, ROWS, x, y)
    return found.part, found.item


def test_what_lies_under_the_pointer() -> None:
    made, scale = shown(lesson()), Scale(4.0)
    second = made.pieces[1]
    edge, middle = scale.x(second.body), scale.x((second.body + second.stop) / 2)
    assert part_at(made, scale, middle, 4) == ("ruler", None)
    assert part_at(made, scale, middle, SCENES) == ("scene", Item("scene", "s2"))
    assert part_at(made, scale, scale.x(second.start) + 15, SCENES) == ("seam", Item("seam", "s2"))
    assert part_at(made, scale, edge + 2, SCENES) == ("seam-end", Item("seam", "s2"))
    assert part_at(made, scale, scale.x(second.stop) - 3, SCENES) == ("scene-end", Item("scene", "s2"))
    caption = made.frames(Item("caption", "s3", 1))
    assert caption is not None
    assert part_at(made, scale, scale.x(caption.start) + 3, ROWS.bottom - 8) == (
        "caption",
        Item("caption", "s3", 1),
    )


def test_a_short_change_is_reached_by_its_badge() -> None:
    made, scale = shown(lesson()), Scale(0.5)
    x = layout.badge_centre(scale, made.pieces[1])
    assert part_at(made, scale, x - 7, BADGES) == ("seam", Item("seam", "s2"))
    assert part_at(made, scale, x + 7, BADGES) == ("seam", Item("seam", "s2"))


def test_badges_that_would_cover_each_other_are_left_out() -> None:
    made = shown(lesson())
    assert [piece.id for piece in layout.badged(Scale(0.5), made.pieces)] == ["s2", "s3"]
    assert layout.badged(Scale(0.05), made.pieces) == []


def test_both_ends_of_a_recording_can_be_taken_hold_of() -> None:
    scenes = lesson().scenes
    made = shown(replace(lesson(), scenes=(replace(scenes[0], recording=VOICE), *scenes[1:])))
    frames, scale = made.frames(Item("recording", "s1")), Scale(4.0)
    assert frames is not None
    y = ROWS.row("speech")[0] + 10
    assert part_at(made, scale, scale.x(frames.start), y)[0] == "trim-start"
    assert part_at(made, scale, scale.x(frames.stop), y)[0] == "trim-end"
    assert part_at(made, scale, scale.x(frames.stop) - 40, y)[0] == "speech"


def test_a_dragged_edge_moves_all_that_is_behind_it_and_nothing_before() -> None:
    scale = Scale(2.0, stretch=Stretch(100, 15))
    assert (scale.x(99), scale.x(100), scale.x(200)) == (198, 230, 430)


def test_things_are_drawn_to_marks_only_near_them() -> None:
    assert layout.snapped(103, (0, 100, 200), (), 1.0) == 100
    assert layout.snapped(150.4, (0, 100, 200), (), 1.0) == 150
    assert layout.snapped(103, (0, 100, 200), (), 10.0) == 103
    assert layout.snapped(103, (), (106,), 1.0) == 106


def test_between_marks_that_stand_close_one_can_still_stop_at_any_frame() -> None:
    assert layout.snapped(105, (100, 110), (), 0.5) == 105


@pytest.mark.parametrize(("wanted", "given"), [(-5, 0), (1, 0), (2, 2), (45, 45), (900, 300)])
def test_a_change_takes_none_to_ten_seconds(wanted: int, given: int) -> None:
    assert lengths.cut_frames(wanted, RATE) == given


def test_a_silent_scene_lasts_as_long_as_its_end_was_dragged() -> None:
    made = lesson()
    clip = compiled(made).clips[1]
    for stop in (clip.frames.stop - 60, clip.frames.stop + 200):
        after = compiled(lengths.with_stop(made, clip, stop, RATE))
        assert after.clips[1].frames == FrameRange(clip.frames.start, stop)


def test_a_scene_ends_with_its_narration_at_the_earliest() -> None:
    made = lesson()
    clip = compiled(made).clips[0]
    later = lengths.with_stop(made, clip, clip.frames.stop + 90, RATE)
    assert compiled(later).clips[0].frames.stop == clip.frames.stop + 90
    back = lengths.with_stop(later, compiled(later).clips[0], 3, RATE)
    assert back.scene("s1").least is None
    assert compiled(back).clips[0].frames == clip.frames


def test_trimming_a_recording_leaves_something_and_gives_back_what_was_cut() -> None:
    scene = replace(slide(1), recording=replace(VOICE, trim_start=Fraction(2)))
    assert lengths.trimmed(scene, Fraction(6), start=Fraction(100)) == (Fraction(15, 2), 0)
    assert lengths.trimmed(scene, Fraction(6), start=Fraction(-9)) == (0, 0)
    assert lengths.trimmed(scene, Fraction(6), end=Fraction(1)) == (2, 1)
