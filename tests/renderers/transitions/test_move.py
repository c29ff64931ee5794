"""Move: what both slides have glides to its new place, sharp and alive; nothing else stirs."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import torch

from renderers.layers.stack import Layer
from renderers.planes import Planes, to_rgb
from renderers.transitions import ease, move
from renderers.transitions.deliver import deliver
from renderers.transitions.how import Asked, How, Side
from renderers.transitions.move import Move
from studio.lecture import Level, TextBy
from studio.matching import Pair
from studio.progress import CancelToken
from tests.stacks import box, disc, ground, joined, photo, slide, words

RED, BLUE, GREEN = (200, 60, 40), (40, 60, 200), (60, 160, 80)
FRAMES = 12


def moving(a: Side, b: Side, *numbers: int, by: TextBy = "object") -> Move:
    return move.prepare(a, b, How(pairs=tuple(Pair(each, each, "id") for each in numbers), text_by=by))


def frames(drawn: Move) -> list[Planes]:
    return [drawn.at(ease(n / FRAMES)) for n in range(FRAMES + 1)]


def rgb(picture: Planes) -> np.ndarray:
    return to_rgb(picture).astype(int)


def where(picture: Planes, colour: tuple[int, int, int], reach: int = 40) -> np.ndarray:
    """(H, W) bool: where about this colour is seen."""
    return (np.abs(rgb(picture) - colour) < reach).all(-1)


def middle(mask: np.ndarray) -> tuple[float, float]:
    rows, columns = mask.nonzero()
    assert len(rows) > 20, "nothing of this colour is seen"
    return float(columns.mean()), float(rows.mean())


def luma(picture: Planes) -> torch.Tensor:
    return picture.y.int()


def test_a_frame_is_the_same_whatever_was_drawn_before_it() -> None:
    """An object that passes below another one must not take its traces along."""
    roof = words(5, "Stays above", 150, 130, 40)
    a, b = slide([disc(3, (30, 100, 120, 100), RED), roof]), slide([disc(3, (430, 100, 120, 100), RED), roof])
    drawn = moving(a, b, 3, 5)
    first = frames(drawn)
    for n in (11, 2, 6, 1):
        assert torch.equal(drawn.at(ease(n / FRAMES)).y, first[n].y), n
    alone = moving(a, b, 3, 5).at(ease(11 / FRAMES))
    assert torch.equal(alone.y, first[11].y)


def test_an_object_glides_straight_and_without_a_jerk_to_its_new_place() -> None:
    a, b = slide([disc(3, (60, 80, 90, 90), RED)]), slide([disc(3, (400, 230, 90, 90), RED)])
    spots = np.array([middle(where(picture, RED)) for picture in frames(moving(a, b, 3))])
    steps = np.hypot(*np.diff(spots, axis=0).T)
    assert steps.max() < 2 * steps.mean(), "no jerk"
    assert steps[0] < steps.max() / 4 > steps[-1], "slow at both ends"
    from_line = (spots - spots[0]) @ np.array([-150, 340]) / np.hypot(150, 340)
    assert np.abs(from_line).max() < 1.5, "straight"


def test_an_object_that_only_moves_keeps_every_edge() -> None:
    picture = photo(5, (40, 60, 200, 160), 1)
    a, b = slide([picture]), slide([photo(5, (380, 150, 200, 160), 1)])
    drawn = moving(a, b, 5)
    for n in range(1, FRAMES):
        left, top, width, height = (round(side) for side in drawn.tracks[0].place(ease(n / FRAMES)))
        part = luma(drawn.at(ease(n / FRAMES)))[top : top + height, left : left + width]
        assert int((part - luma(a.page)[60:220, 40:240]).abs().max()) <= 1


def test_an_object_grows_as_sharp_as_its_larger_picture() -> None:
    a, b = slide([words(8, "Growing", 60, 60, 20)]), slide([words(8, "Growing", 200, 150, 60)])
    drawn = moving(a, b, 8)
    edges = [float(np.abs(np.diff(picture.y.float(), axis=1)).max()) for picture in frames(drawn)]
    assert min(edges) > 0.6 * edges[-1]
    inks = [float((240 - picture.y.float()).clamp(min=0).sum()) for picture in frames(drawn)]
    assert all(before < after * 1.02 for before, after in pairwise(inks)), "grows all the way"


def test_an_object_turns_the_shorter_way() -> None:
    a, b = (
        slide([words(8, "IIIIIIII", 250, 130, 24, angle=-20)]),
        slide([words(8, "IIIIIIII", 250, 130, 24, angle=20)]),
    )
    tilts: list[float] = []
    for picture in frames(moving(a, b, 8)):
        rows, columns = (luma(picture) < 120).numpy().nonzero()
        tilts.append(float(np.degrees(0.5 * np.arctan2(*_turned(columns, rows)))))
    assert tilts[0] == pytest.approx(-20, abs=2)
    assert tilts[-1] == pytest.approx(20, abs=2)
    assert all(before <= after + 0.5 for before, after in pairwise(tilts))


def _turned(x: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    covariance = np.cov(x, y)
    return 2 * float(covariance[0, 1]), float(covariance[0, 0] - covariance[1, 1])


def test_a_colour_changes_on_the_way_and_the_object_stays_solid() -> None:
    a, b = slide([box(4, (60, 100, 120, 80), RED)]), slide([box(4, (400, 200, 120, 80), BLUE)])
    drawn = moving(a, b, 4)
    halfway = tuple((one + other) // 2 for one, other in zip(RED, BLUE, strict=True))
    assert where(drawn.at(0.5), halfway, 12).sum() > 0.95 * 120 * 80  # type: ignore[arg-type]


def test_titles_that_differ_by_a_few_pixels_are_held() -> None:
    a = slide([words(2, "A title", 40, 30, 30), disc(3, (60, 150, 90, 90), RED)])
    b = slide([words(2, "A title", 42, 31, 30), disc(3, (460, 150, 90, 90), RED)])
    drawn = moving(a, b, 2, 3)
    assert [actor.first.id for actor in drawn.actors if actor.moves] == [3]
    low, high = torch.aminmax(torch.stack([luma(a.page), luma(b.page)])[:, :120], dim=0)
    for picture in frames(drawn):
        shown = luma(picture)[:120]
        assert bool(((shown >= low - 1) & (shown <= high + 1)).all()), "a cross-fade in place"


def test_what_does_not_move_is_the_slide_itself_from_the_first_frame_on() -> None:
    still = [
        box(1, (0, 0, 640, 40), (30, 60, 120)),
        words(2, "Stays", 30, 60, 24),
        photo(5, (20, 140, 120, 90), 4),
    ]
    a = slide([*still, disc(3, (200, 150, 90, 90), RED)])
    b = slide([*still, disc(3, (500, 220, 90, 90), RED)])
    noise = torch.from_numpy(np.random.default_rng(1).integers(-2, 3, tuple(a.page.y.shape)))
    a, b = (
        Side(
            Planes((side.page.y + noise).clamp(16, 235).to(torch.uint8), side.page.u, side.page.v), side.stack
        )
        for side in (a, b)
    )  # the page is never quite what its objects make
    for picture in frames(moving(a, b, 1, 2, 3, 5)):
        assert int((luma(picture) - luma(a.page))[:140].abs().max()) <= 1
        assert int((luma(picture) - luma(a.page))[:, :190].abs().max()) <= 1


def test_nothing_pulses_at_the_ends() -> None:
    a = slide(
        [box(1, (0, 0, 640, 40), GREEN), words(6, "goes", 40, 250, 24), disc(3, (200, 150, 90, 90), RED)]
    )
    b = slide(
        [box(1, (0, 0, 640, 40), GREEN), words(7, "comes", 40, 90, 24), disc(3, (500, 150, 90, 90), RED)]
    )
    drawn = moving(a, b, 1, 3)
    for near, end in ((1e-3, a), (1 - 1e-3, b)):
        assert int((luma(drawn.at(near)) - luma(end.page)).abs().max()) <= 2


def test_what_leaves_is_gone_before_what_comes_is_seen() -> None:
    a = slide([words(6, "goes", 40, 250, 24), disc(3, (200, 150, 90, 90), RED)])
    b = slide([words(7, "comes", 40, 250, 24), disc(3, (500, 150, 90, 90), RED)])
    old, new = ((luma(ground()) - luma(side.page))[230:320, :190] for side in (a, b))
    only_old, only_new = (old > 60) & (new < 3), (new > 60) & (old < 3)
    for picture in frames(moving(a, b, 3)):
        seen = (luma(ground()) - luma(picture))[230:320, :190].float()
        assert min(float(seen[only_old].mean()), float(seen[only_new].mean())) < 20


@pytest.mark.parametrize("above", [True, False])
def test_what_stands_still_covers_what_passes_below_and_not_what_passes_above(above: bool) -> None:
    post = box(9, (300, 60, 40, 240), GREEN)

    def scene(left: int) -> Side:
        car = box(3, (left, 150, 80, 60), RED)
        return slide([car, post] if above else [post, car])

    drawn = moving(scene(60), scene(500), 3, 9)
    passing = drawn.at(0.5)
    assert where(passing, GREEN)[160:200, 304:336].all() == above
    assert where(passing, RED)[160:200, 304:336].all() != above


def test_objects_that_change_places_in_the_pile_do_so_where_they_do_not_meet() -> None:
    one, other = (40, 100, 100, 100), (440, 100, 100, 100)
    a = slide([box(1, one, RED), box(2, other, BLUE)])
    b = slide([box(2, (40, 100, 100, 100), BLUE), box(1, (440, 100, 100, 100), RED)])
    drawn = moving(a, b, 1, 2)
    tops = [
        int(where(picture, RED).sum()) > int(where(picture, BLUE).sum()) + 50 for picture in frames(drawn)
    ]
    changes = sum(before != after for before, after in pairwise(tops))
    assert changes <= 2, "one of them lies above as long as they meet"


def test_a_word_in_a_box_changes_while_the_box_moves() -> None:
    def labelled(text: str, left: int, top: int) -> Layer:
        return joined(
            4, [box(0, (left, top, 160, 80), GREEN), words(0, text, left + 20, top + 16, 20, (250,) * 3)]
        )

    a, b = slide([labelled("Rain", 60, 60)]), slide([labelled("Snow", 400, 220)])
    drawn = moving(a, b, 4)
    for picture in frames(drawn):
        assert where(picture, GREEN).sum() > 0.75 * 160 * 80, "the box is whole"
    whites = [int((where(picture, (250, 250, 250)) & _inside(picture)).sum()) for picture in frames(drawn)]
    assert min(whites) < 0.2 * whites[0], "one word has gone before the other comes"


def _inside(picture: Planes) -> np.ndarray:
    """The box of the green object."""
    rows, columns = where(picture, GREEN).nonzero()
    mask = np.zeros(tuple(picture.y.shape), bool)
    mask[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1] = True
    return mask


def test_grounds_dissolve_behind_what_travels() -> None:
    a = slide([disc(3, (60, 150, 90, 90), RED)], ground(colour=(250, 250, 250)))
    b = slide([disc(3, (460, 150, 90, 90), RED)], ground(colour=(90, 120, 150)))
    drawn = moving(a, b, 3)
    corner = [int(picture.y[10, 10]) for picture in frames(drawn)]
    assert all(after <= before for before, after in pairwise(corner))
    assert corner[FRAMES // 2] == pytest.approx((corner[0] + corner[-1]) / 2, abs=2)


@pytest.mark.parametrize("by", ["word", "character"])
def test_words_of_both_texts_travel_and_the_others_give_way(by: TextBy) -> None:
    a = slide([words(2, "Rain falls slowly", 40, 60, 26)])
    b = slide([words(2, "Now it slowly rains", 40, 220, 26)])
    drawn = moving(a, b, 2, by=by)
    travelling = [actor for actor in drawn.actors if actor.moves]
    assert len(travelling) == 1 if by == "word" else len(travelling) >= 6
    start, end = (actor_box(travelling, side) for side in ("first", "second"))
    assert end[1] - start[1] == pytest.approx(160, abs=4)
    ink = [float((230 - picture.y.float()).clamp(min=0).sum()) for picture in frames(drawn)]
    assert min(ink) > 0.25 * max(ink), "the common words are seen all the way"


def actor_box(actors: list[object], side: str) -> tuple[int, int]:
    layers = [getattr(actor, side) for actor in actors]
    return min(layer.left for layer in layers), min(layer.top for layer in layers)


def test_a_line_that_is_added_leaves_the_line_above_alone() -> None:
    a, b = slide([words(2, "First line", 40, 60, 26)]), slide([words(2, "First line\nand more", 40, 60, 26)])
    for picture in frames(moving(a, b, 2)):
        assert int((luma(picture) - luma(a.page))[:104].abs().max()) <= 1


def test_a_title_that_moves_keeps_the_words_it_keeps() -> None:
    a, b = (slide([words(2, f"Raining: {what}", 40, top, 30)]) for what, top in (("why", 60), ("how", 140)))
    drawn = moving(a, b, 2)
    (word,) = (actor for actor in drawn.actors if actor.moves and not actor.swapped)
    assert word.second.top - word.first.top == 80
    for t in (0.25, 0.75):  # the word that changes is on one line with the one that stays, wherever that is
        rows = (luma(drawn.at(t)) < 200).any(1).nonzero()[:, 0]
        assert int(rows[-1] - rows[0]) < 60
    middle_ = luma(drawn.at(drawn.behind.turn if 0 < drawn.behind.turn < 1 else 0.5))
    assert (middle_[:, 240:] > 200).all(), "the old word has gone, the new one has not come"


@pytest.mark.parametrize(("old", "new"), [("Part 4", "Part 5"), ("2.6.4 Licences", "2.6.5 Licences")])
@pytest.mark.parametrize("down", [0, 90])
def test_of_a_title_with_another_number_only_the_number_changes(old: str, new: str, down: int) -> None:
    a, b = slide([words(2, old, 40, 60, 30)]), slide([words(2, new, 40, 60 + down, 30)])
    drawn = moving(a, b, 2)
    assert len(drawn.tracks) >= 1, "what both say is there all the way"
    four, five = (ink[:200] for ink in (inked(a), inked(b)))
    for n, picture in enumerate(frames(drawn)):
        seen = 240 - luma(picture).float()
        lifted = seen[round(down * ease(n / FRAMES)) :][: 200 - down]
        both = [float(lifted[only].mean()) / 200 for only in alone(four, five, down)]
        assert min(both) < 0.15, f"both numbers are seen at {n}"
        assert float(lifted[four[: 200 - down] & five[down:]].mean()) > 120


def inked(side: Side) -> torch.Tensor:
    return luma(side.page) < 90


def alone(old: torch.Tensor, new: torch.Tensor, down: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Where only one of two texts has ink, the second of them lifted; not along the edges of the other."""
    from renderers.measure.regions import grown

    one, other = old[: len(old) - down], new[down:]
    return one & ~grown(other, 2), other & ~grown(one, 2)


def test_small_dense_words_leave_nothing_on_their_box() -> None:
    lines = "Every word of this is small\nand stands close to others\nso that little ground is seen"

    def labelled(text: str, left: int) -> Layer:
        plate = box(0, (left, 60, 290, 80), (250, 250, 250))
        return joined(4, [plate, words(0, text, left + 12, 70, 9, (200, 20, 20))], "text")

    behind = box(1, (0, 0, 640, 360), (60, 90, 120))
    a, b = slide([behind, labelled(lines, 40)]), slide([behind, labelled("Few words now", 120)])
    drawn = moving(a, b, 1, 4)
    at = drawn.behind.turn if 0 < drawn.behind.turn < 1 else 0.5
    box_at = round(40 + 80 * at)
    inside = rgb(drawn.at(at))[66:134, box_at + 8 : box_at + 280]
    assert int(np.abs(inside - 250).max()) < 12, "an empty box between the two wordings"


def test_text_that_reads_otherwise_gives_way_where_it_stands() -> None:
    a, b = slide([words(2, "Rain", 40, 60, 40)]), slide([words(2, "Snow", 340, 200, 40)])
    drawn = moving(a, b, 2)
    ink = [float((230 - picture.y.float()).clamp(min=0).sum()) for picture in frames(drawn)]
    assert min(ink) < 0.15 * ink[0], "one has gone before the other comes"
    for picture in frames(drawn):
        assert int((luma(picture)[150:200] - luma(ground())[150:200]).abs().max()) <= 1, "nothing passes"
    assert not drawn.tracks, "nothing there to follow with the eye"


@pytest.mark.parametrize("text", ["Rain", "Snow"])
def test_a_box_grows_and_its_words_keep_their_size(text: str) -> None:
    def labelled(text: str, left: int, top: int, width: int, height: int) -> Layer:
        middle = (left + width // 2 - 40, top + height // 2 - 20)
        plate = box(0, (left, top, width, height), GREEN)
        return joined(4, [plate, words(0, text, *middle, 20, (250,) * 3)], "text")

    a, b = slide([labelled("Rain", 60, 60, 160, 80)]), slide([labelled(text, 300, 100, 300, 200)])
    drawn = moving(a, b, 4)
    for t in (0.2, 0.8):
        rows, columns = where(drawn.at(t), GREEN).nonzero()
        assert columns.max() - columns.min() == pytest.approx(160 + 140 * t, abs=4)
        whites = (luma(drawn.at(t)) > 180).numpy()[
            rows.min() + 4 : rows.max() - 4, columns.min() + 4 : columns.max() - 4
        ]
        high, wide = (np.ptp(places) + 1 for places in whites.nonzero())
        assert 12 < high < 30, "letters are not stretched"
        assert 30 < wide < 90


def test_tracks_tell_where_the_objects_are() -> None:
    a, b = slide([disc(3, (60, 80, 90, 90), RED)]), slide([disc(3, (400, 230, 120, 120), RED)])
    drawn = moving(a, b, 3)
    (track,) = drawn.tracks
    for t in (0.0, 0.25, 0.5, 0.8, 1.0):
        left, top, width, height = track.place(t)
        x, y = middle(where(drawn.at(t), RED))
        assert (left + width / 2, top + height / 2) == (pytest.approx(x, abs=1.5), pytest.approx(y, abs=1.5))


def test_slides_without_objects_cannot_move() -> None:
    page = ground()
    with pytest.raises(ValueError, match="no objects"):
        move.prepare(Side(page), Side(page), How())


def test_an_inside_of_its_own_is_shown_in_the_place_of_the_picture() -> None:
    a, b = slide([photo(5, (40, 60, 200, 160), 1)]), slide([photo(5, (300, 120, 240, 200), 2)])
    sizes: list[tuple[int, int]] = []

    def green(t: float, width: int, height: int) -> tuple[torch.Tensor, torch.Tensor]:
        sizes.append((width, height))
        picture = box(0, (0, 0, width, height), GREEN)
        return picture.luma, picture.chroma

    drawn = move.prepare(a, b, How(pairs=(Pair(5, 5, "id"),)), lambda pair, first, second: green)
    assert where(drawn.at(0.5), GREEN).sum() == pytest.approx(220 * 180, rel=0.03)
    assert sizes == [(220, 180)]
    assert drawn.tracks[0].reshaped


def test_what_is_drawn_on_a_device_is_what_the_processor_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    from renderers import warping

    a = slide(
        [words(8, "Turn", 330, 60, 16), photo(5, (400, 120, 200, 150), 1), disc(3, (60, 150, 90, 90), RED)]
    )
    b = slide(
        [
            words(8, "Turn", 500, 200, 30, angle=40),
            photo(5, (420, 60, 120, 90), 1),
            disc(3, (300, 200, 90, 90), BLUE),
        ]
    )
    here = frames(moving(a, b, 3, 5, 8))
    monkeypatch.setattr(warping, "on_processor", lambda _: False)
    for one, other in zip(here, frames(moving(a, b, 3, 5, 8)), strict=True):
        assert int((luma(one) - luma(other)).abs().max()) <= 4


def test_where_nothing_stands_on_both_slides_move_is_not_claimed() -> None:
    first, second = box(1, (40, 40, 120, 80), (200, 40, 40)), box(2, (400, 200, 120, 80), (40, 40, 200))
    apart = deliver(slide([first]), slide([second]), Asked(Level.MOVE, "dissolve", 12), CancelToken())
    assert apart.delivered < Level.MOVE
    assert apart.reasons[0] == "Move: no object of one slide stands on the other"


def test_words_that_fade_into_other_words_are_told_from_words_that_give_way() -> None:
    from renderers.measure.persistence import Tracked
    from renderers.measure.wordings import LIMIT, wordings
    from renderers.planes import blend

    a, b = slide([words(2, "Rain falls here", 40, 60, 30)]), slide([words(2, "Snow melts now", 44, 64, 30)])
    assert a.stack is not None
    assert b.stack is not None
    moments = tuple(ease(n / FRAMES) for n in range(FRAMES + 1))
    known = Tracked(moving(a, b, 2).tracks, moments, a.stack, b.stack)
    fading = [blend(a.page, b.page)(t) for t in moments]
    faded, given = wordings(fading, known), wordings(frames(moving(a, b, 2)), known)
    assert faded is not None
    assert given is not None
    assert given < LIMIT < faded
