"""Directions in brackets and SSML: understood where they are meant, left alone where they are words."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from studio.directions import (
    Halt,
    LeastLength,
    SpeedChange,
    VoiceChange,
    Words,
    directed_transition,
    not_understood,
    parts,
)
from studio.lecture import (
    CardVisual,
    Level,
    ObjectPair,
    Paragraph,
    Scene,
    Script,
    StoredTransition,
    Transition,
)
from studio.wishes import text_by, wish_of


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("(pause: 3)", Halt(Fraction(3))),
        ("( Pause :3 s )", Halt(Fraction(3))),
        ("(PAUSE: 0.5)", Halt(Fraction(1, 2))),
        ("(pause: 0,5)", Halt(Fraction(1, 2))),
        ("(pause: 500ms)", Halt(Fraction(1, 2))),
        ("(pause: 2 minutes)", Halt(Fraction(120))),
        ("(pause)", Halt(Fraction(1))),
        ("（停頓：２）", Halt(Fraction(2))),
        ("（暂停: 2秒）", Halt(Fraction(2))),
        ("(pause: 999999)", Halt(Fraction(120))),
        ("(voice: Brian)", VoiceChange("Brian")),
        ("(voice-speed: slow)", SpeedChange(0.8)),
        ("(Voice Speed: FAST)", SpeedChange(1.25)),
        ("(voice_speed: 0.9)", SpeedChange(0.9)),
        ("(voice-speed: 80%)", SpeedChange(0.8)),
        ("(voice-speed: 99)", SpeedChange(2.0)),
        ("（語速：慢）", SpeedChange(0.8)),
        ("(duration: 2)", LeastLength(Fraction(2))),
    ],
)
def test_a_direction_is_understood_and_not_spoken(written: str, meant: object) -> None:
    assert parts(written) == (meant,)


@pytest.mark.parametrize(
    "text",
    [
        "It grows (as ever).",
        "It takes (duration: two weeks) long.",
        "a < b and List<String> > 3",
        "(see below)",
        "f(x: 2)",
    ],
)
def test_brackets_that_hold_no_direction_stay_words(text: str) -> None:
    assert parts(text) == (Words(text),)


def test_a_direction_for_another_program_alone_in_its_line_is_not_spoken() -> None:
    assert parts("(callout: arrow)\nWater rises.") == (Words("Water rises."),)


def test_a_direction_inside_a_line_parts_the_words_around_it() -> None:
    assert parts("Look. (pause: 2) Now go.") == (Words("Look."), Halt(Fraction(2)), Words("Now go."))


def test_ssml_is_understood_and_never_spoken_as_brackets() -> None:
    text = (
        "<speak>One <break time='1.5s'/>two <prosody rate=\"slow\">three &amp; four</prosody>"
        "<emphasis level='strong'>five</emphasis><amazon:effect name='x'>six</amazon:effect></speak>"
    )
    found = parts(text)
    assert found == (
        Words("One"),
        Halt(Fraction(3, 2)),
        Words("two"),
        SpeedChange(0.8),
        Words("three & four"),
        SpeedChange(None),
        Words("five"),
        Words("six"),
    )


@pytest.mark.parametrize(
    ("asked", "level", "style", "direction", "seconds"),
    [
        ("none", Level.CUT, None, "left", None),
        ("fade", Level.WHOLE, "dissolve", "left", None),
        ("push up 1.5", Level.WHOLE, "push", "up", Fraction(3, 2)),
        ("Fade, 2s", Level.WHOLE, "dissolve", "left", Fraction(2)),
        ("morph", Level.MOVE, None, "left", None),
        ("level 2", Level.HOLD, None, "left", None),
        ("2", Level.HOLD, None, "left", None),
    ],
)
def test_a_transition_is_asked_for_in_the_script(
    asked: str, level: Level | None, style: str | None, direction: str, seconds: Fraction | None
) -> None:
    found = directed_transition(Script((Paragraph("Hello."), Paragraph(f"(transition: {asked})"))))
    assert found is not None
    assert (found.requested, found.style, found.direction, found.duration) == (
        level,
        style,
        direction,
        seconds,
    )


@pytest.mark.parametrize(
    ("text", "by", "arrive"),
    [
        ("(transition: move by word)", "word", "fade"),
        ("(transition: morph, by characters, 1s)", "character", "fade"),
        ("（轉場：物件移動 逐字）", "character", "fade"),
        ("(transition: move by objects) (arrive: draw)", "object", "draw"),
        ("（進場：手繪） Words.", None, "draw"),
        ("(arrive: fade)", None, "fade"),
    ],
)
def test_how_text_moves_and_new_things_come_is_asked_for_in_the_script(
    text: str, by: str | None, arrive: str
) -> None:
    found = directed_transition(Script((Paragraph(text),)))
    assert found is not None
    assert (found.text_by, found.arrive) == (by, arrive)
    assert not any("(" in part.text for part in parts(text) if isinstance(part, Words))


def test_a_wish_in_the_window_and_one_in_the_script_are_one_wish() -> None:
    script = Script((Paragraph("(transition: move by word 2s) (arrive: draw) Words."),))
    scene = Scene("a", "", CardVisual("x"), script, Transition(speak_over=True, pairs=(ObjectPair(1, 2),)))
    wish = wish_of(scene)
    assert (wish.requested, wish.duration, text_by(wish), wish.arrive) == (Level.MOVE, 2, "word", "draw")
    assert (wish.speak_over, wish.pairs) == (True, (ObjectPair(1, 2),))
    chosen = replace(scene, transition=Transition(Level.RESHAPE, text_by="character"))
    assert (wish_of(chosen).requested, text_by(wish_of(chosen))) == (Level.RESHAPE, "character")
    morph = Transition(stored=StoredTransition("morph", "byChar"))
    assert text_by(morph) == "character"
    assert text_by(Transition()) == "object"


def test_what_is_no_transition_is_none() -> None:
    assert directed_transition(Script((Paragraph("(transition: from school to work)"),))) is None
    assert directed_transition(Script((Paragraph("(arrive: at school)"),))) is None
    assert directed_transition(Script((Paragraph("(transition: fade)", private=True),))) is None


@pytest.mark.parametrize("number", ["9" * 5000, "0." + "1" * 5000])
def test_an_endless_number_makes_no_pause_of_its_own(number: str) -> None:
    halts = [part for part in parts(f'One. <break time="{number}s"/> Two.') if isinstance(part, Halt)]
    assert halts == [Halt(Fraction(1, 2))]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Look here. (pause: soon) And now.", (("(pause: soon)", True),)),
        ("Wait [pause: 2] a moment.", (("[pause: 2]", True),)),
        ("(Pause 2)", (("(Pause 2)", True),)),
        ("(transition: sparkle)\nWords.", (("(transition: sparkle)", False),)),
        ("(camera: left)", (("(camera: left)", False),)),
        ("(pause: 2) Fine. (voice-speed: slow) It (the cloud) rains.", ()),
    ],
)
def test_what_was_meant_as_a_direction_and_is_none_is_found(text: str, told: tuple[object, ...]) -> None:
    assert not_understood(text) == told
