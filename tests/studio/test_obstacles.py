"""What an author is told before anything is drawn: which levels can be, which cannot, and why."""

from __future__ import annotations

from dataclasses import replace

from studio import edits
from studio.comparing import Moving
from studio.lecture import (
    Box,
    Choices,
    EmbeddedMedia,
    Generation,
    Lecture,
    Level,
    PageImage,
    PictureVisual,
    Scene,
    SlideObject,
    SlideVisual,
)
from studio.obstacles import ModelUse, Outlook, outlook, whose
from tests.fakes import DECK, lecture, slide

WAN = ModelUse("Wan2.1-FLF2V", "Wan", "it makes videos", "")
STABLE = ModelUse("sd15", "Stable Diffusion", "", "it makes single pictures, and no motion")


def of(number: int, *objects: SlideObject) -> Scene:
    """A slide with these objects."""
    scene = slide(number)
    assert isinstance(scene.visual, SlideVisual)
    return replace(scene, visual=replace(scene.visual, objects=objects))


def text(number: int, words: str, x: float = 0.1) -> SlideObject:
    return SlideObject(number, f"Text {number}", "text", Box(x, 0.1, 0.3, 0.2), words)


def photo(number: int, digest: str, x: float = 0.1) -> SlideObject:
    return SlideObject(number, f"Photo {number}", "picture", Box(x, 0.4, 0.3, 0.4), picture=digest * 32)


def seen(first: Scene, second: Scene, *models: ModelUse, choices: Choices | None = None) -> Outlook:
    return outlook(first, second, choices or Choices(), models)


def test_it_counts_what_matches_and_what_moves() -> None:
    first = of(1, text(2, "Rain"), text(3, "Snow"), photo(4, "ab"))
    second = of(2, text(2, "Rain", 0.6), text(3, "Snow"), photo(4, "ab", 0.6), text(5, "Hail"))
    found = seen(first, second)
    assert (found.moving, found.texts, found.pictures) == (Moving(3, 4, 3, 2), 2, 1)
    assert found.obstacle(Level.MOVE) is None
    assert found.foretold(Level.MOVE) == (Level.MOVE, ())


def test_the_same_picture_on_both_slides_is_nothing_to_reshape_but_may_be_given_motion() -> None:
    first, second = of(1, photo(4, "ab")), of(2, photo(4, "ab", 0.5))
    found = seen(first, second, WAN)
    obstacle = found.obstacle(Level.RESHAPE)
    assert obstacle is not None
    assert (obstacle.reason, obstacle.lies) == ("no picture turns into another here", "slides")
    assert found.foretold(Level.RESHAPE) == (Level.MOVE, ("no picture turns into another here",))
    assert found.foretold(Level.MOTION) == (Level.MOTION, ())
    other = seen(first, of(2, photo(4, "cd")))
    assert other.obstacle(Level.RESHAPE) is None


def test_without_a_video_model_the_next_lower_level_that_can_be_is_foretold() -> None:
    first, second = of(1, photo(4, "ab")), of(2, photo(5, "cd"))
    assert seen(first, second).foretold(Level.MOTION) == (Level.RESHAPE, ("no video model is installed",))
    same = seen(first, of(2, photo(4, "ab", 0.5)), STABLE)
    assert same.foretold(Level.MOTION) == (
        Level.MOVE,
        (
            "no installed model can do it (“sd15”: it makes single pictures, and no motion)",
            "no picture turns into another here",
        ),
    )


def test_a_model_that_is_asked_for_by_name_is_answered_for_by_name() -> None:
    first, second = of(1, photo(4, "ab")), of(2, photo(5, "cd"))

    def asked(name: str) -> str:
        wish = replace(second.transition, generation=Generation(name))
        found = outlook(first, replace(second, transition=wish), Choices(), (WAN, STABLE))
        obstacle = found.obstacle(Level.MOTION)
        return "" if obstacle is None else obstacle.reason

    assert asked("") == asked("Wan2.1-FLF2V") == ""
    assert asked("sd15") == "the model “sd15” cannot do it: it makes single pictures, and no motion"
    assert asked("gone") == "the model “gone” is not installed"


def test_slides_without_objects_or_pictures_say_so() -> None:
    bare, words = of(1), of(2, text(2, "Rain"))
    assert seen(bare, words).foretold(Level.MOVE) == (Level.HOLD, ("there is no object on the slide before",))
    obstacle = seen(words, of(3, photo(4, "ab")), WAN).obstacle(Level.MOTION)
    assert obstacle is not None
    assert obstacle.reason == "there is no picture on the slide before"


def test_of_pages_that_are_drawn_already_nothing_is_foretold_against_moving() -> None:
    page = Scene("p", "Page", PictureVisual(PageImage(DECK, 1, 960, 540)))
    found = seen(page, replace(page, id="q"), WAN)
    assert found.obstacles == ()
    assert found.moving is None


def test_fades_only_and_a_slide_without_layers_stand_against_moving() -> None:
    first, second = of(1, photo(4, "ab")), of(2, photo(5, "cd"))
    fading = seen(first, second, WAN, choices=Choices(fades_only=True))
    assert fading.foretold(Level.MOTION) == (Level.HOLD, ("fades only: nothing may move",))
    flat = outlook(first, second, Choices(), (), unlayered="slide 3 cannot be taken apart")
    assert flat.foretold(Level.RESHAPE) == (Level.HOLD, ("slide 3 cannot be taken apart",))


def test_a_pair_by_hand_counts_at_once() -> None:
    made: Lecture = lecture(of(1, text(2, "Rain")), of(2, text(7, "Snow", 0.6)))
    assert seen(*made.scenes).moving == Moving(1, 1)
    said = edits.pair_objects(made, "s2", 2, 7)
    assert seen(*said.scenes).moving == Moving(1, 1, 1, 1)


def test_the_mark_of_a_sound_is_no_picture_but_a_film_is() -> None:
    mark = SlideObject(9, "Recorded narration", "media", Box(0.9, 0.9, 0.05, 0.05), picture="ee" * 32)
    talk, photograph = of(1, mark), of(2, photo(4, "ab"))
    found = seen(talk, photograph, WAN)
    assert found.obstacle(Level.RESHAPE) is not None
    obstacle = found.obstacle(Level.MOTION)
    assert obstacle is not None
    assert obstacle.reason == "there is no picture on the slide before"
    assert isinstance(talk.visual, SlideVisual)
    film = replace(talk.visual, media=(EmbeddedMedia(9, "video", mark.box, None),))
    assert seen(replace(talk, visual=film), photograph, WAN).obstacle(Level.RESHAPE) is None


def test_a_slide_that_stays_whole_is_named() -> None:
    assert whose("it has more than 9 objects", "") == "the slide before: it has more than 9 objects"
    assert whose("", "it has more than 9 objects") == "this slide: it has more than 9 objects"
    assert whose("", "") == ""
