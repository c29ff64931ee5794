"""What is heard in a scene: which words, with which pauses, in which language, and when."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from studio.lecture import (
    Asset,
    Box,
    CardPoint,
    CardVisual,
    Choices,
    Paragraph,
    Recording,
    Respelling,
    Scene,
    Script,
    SlideObject,
    SlideVisual,
)
from studio.narration import Narration, Pause, Take, Utterance, estimate, lay_out, narrate, words_of

CARD = CardVisual("Plants", (CardPoint("Roots"), CardPoint("Leaves", 1)))
DECK = Asset("0" * 64, "deck.pptx", "application/zip", 1)


def scene(*paragraphs: str | Paragraph, language: str = "en") -> Scene:
    made = tuple(Paragraph(p) if isinstance(p, str) else p for p in paragraphs)
    return Scene("a", "Plants", CARD, Script(made, language))


def heard(narration: Narration) -> list[str | float]:
    return [item.text if isinstance(item, Utterance) else float(item.seconds) for item in narration.items]


def test_sentences_and_paragraphs_are_parted_by_pauses() -> None:
    narration = narrate(scene("One. Two.", "Three."), Choices())
    assert heard(narration) == ["One.", 0.25, "Two.", 0.6, "Three."]
    assert [u.paragraph for u in narration.utterances] == [0, 0, 1]


def test_private_paragraphs_are_never_heard() -> None:
    narration = narrate(scene("One.", Paragraph("Hand out the sheets.", private=True), "Two."), Choices())
    assert heard(narration) == ["One.", 0.6, "Two."]


def test_a_pause_in_the_script_takes_the_place_of_the_usual_one() -> None:
    assert heard(narrate(scene("One.", "(pause: 3)", "Two."), Choices())) == ["One.", 3.0, "Two."]
    assert heard(narrate(scene("(pause: 2)", "(pause: 1)", "One. (pause)"), Choices())) == [3.0, "One.", 1.0]


def test_voice_and_speed_hold_until_the_next_direction() -> None:
    spoken = narrate(
        scene(
            "One.", "(voice: Anna)", "(voice-speed: slow)", "Two.", "Three.", "(voice-speed: normal)", "Four."
        ),
        Choices(),
    ).utterances
    assert [(u.voice, u.speed) for u in spoken] == [("", 1.0), ("Anna", 0.8), ("Anna", 0.8), ("Anna", 1.0)]


def test_the_voices_chosen_for_the_lecture_are_used_by_language() -> None:
    choices = Choices(voices=(("zh", "mei"), ("zh-HK", "ling"), ("en", "john")))
    by_language = {tag: narrate(scene("光合作用。", language=tag), choices) for tag in ("zh-TW", "zh-HK")}
    assert by_language["zh-TW"].utterances[0].voice == "mei"
    assert by_language["zh-HK"].utterances[0].voice == "ling"
    assert narrate(scene("One."), replace(choices, voice="all")).utterances[0].voice == "all"


def test_a_chinese_sentence_in_an_english_note_is_spoken_as_chinese() -> None:
    spoken = narrate(scene("This is what plants do in the light. 這是植物的光合作用。"), Choices()).utterances
    assert spoken[0].language == "en"
    assert spoken[1].language.startswith("zh")


def test_letters_alone_do_not_change_the_language_of_a_note() -> None:
    assert narrate(scene("Das ist der Titel und nicht die Rede."), Choices()).utterances[0].language == "en"


def test_respellings_change_what_is_said_and_not_what_is_shown() -> None:
    rules = (Respelling("SQL", "sequel"), Respelling("nginx", "engine X", "en"), Respelling("行", "航", "zh"))
    choices = Choices(respellings=rules)
    (english,) = narrate(scene("SQL, MySQL and Nginx"), choices).utterances
    assert (english.text, english.spoken) == ("SQL, MySQL and Nginx", "sequel, MySQL and engine X")
    (chinese,) = narrate(scene("銀行使用SQL語言和nginx", language="zh-TW"), choices).utterances
    assert chinese.spoken == "銀航使用sequel語言和nginx"


def test_a_respelling_is_not_respelled_again() -> None:
    rules = (Respelling("a", "b"), Respelling("b", "c"))
    assert narrate(scene("a b"), Choices(respellings=rules)).utterances[0].spoken == "b c"


def test_a_scene_without_words_is_silent_for_the_chosen_time() -> None:
    assert narrate(scene(), Choices(silence=Fraction(7))) == Narration()
    assert narrate(scene("(duration: 9)"), Choices()) == Narration(least=Fraction(9))


def test_a_skipped_or_recorded_scene_without_words_asks_for_nothing() -> None:
    assert narrate(scene(), Choices(unscripted="skip")) == Narration()
    recorded = replace(scene(), recording=Recording(DECK))
    assert narrate(recorded, Choices()) == Narration()


def test_a_scene_without_words_can_be_read_out() -> None:
    assert heard(narrate(scene(), Choices(unscripted="read"))) == ["Plants", 0.6, "Roots", 0.6, "Leaves"]
    own = replace(scene(), unscripted="read")
    assert narrate(own, Choices()).utterances[0].text == "Plants"


def test_a_slide_is_read_title_first_without_its_furniture() -> None:
    objects = (
        SlideObject(1, "n", "text", Box(0.9, 0.9, 0.1, 0.1), "12", placeholder="sldNum"),
        SlideObject(2, "b", "text", Box(0.5, 0.3, 0.4, 0.4), "Right", placeholder="body"),
        SlideObject(3, "a", "text", Box(0.1, 0.3, 0.4, 0.4), "Left\nBelow", placeholder="body"),
        SlideObject(4, "t", "text", Box(0.1, 0.8, 0.8, 0.1), "Title", placeholder="title"),
        SlideObject(5, "x", "text", Box(0.1, 0.0, 0.8, 0.1), "A label in the drawing"),
    )
    slide = replace(scene(language="en-GB"), visual=SlideVisual(DECK, 256, 1, objects=objects))
    script = words_of(slide)
    assert [p.text for p in script.paragraphs] == ["Title", "Left", "Below", "Right"]
    assert script.language == "en-GB"


def test_a_take_runs_from_measured_lengths() -> None:
    narration = narrate(scene("One. Two.", "(pause: 2)"), Choices())
    one, two = narration.utterances
    take = lay_out(narration, {one: Fraction(1, 3), two: Fraction(1, 7)})
    assert take.measured
    assert [(s.start, s.end) for s in take.spans] == [
        (Fraction(0), Fraction(1, 3)),
        (Fraction(1, 3) + Fraction(1, 4), Fraction(1, 3) + Fraction(1, 4) + Fraction(1, 7)),
    ]
    assert take.length == take.spans[-1].end + 2


def test_a_take_with_a_missing_length_is_an_estimate() -> None:
    narration = narrate(scene("One. Two."), Choices())
    one, two = narration.utterances
    take = lay_out(narration, {one: Fraction(1)})
    assert not take.measured
    assert take.spans[1].end - take.spans[1].start == estimate(two)
    assert lay_out(Narration((Pause(Fraction(2)),)), {}) == Take(Fraction(2))


@pytest.mark.parametrize(
    ("text", "language", "seconds"),
    [
        ("Photosynthesis turns light into chemical energy, which plants store as sugar.", "en", 4.7),
        ("光合作用把光能轉換成化學能，植物把它儲存成糖。", "zh-TW", 6.5),
        ("Фотосинтез превращает свет в химическую энергию.", "ru", 3.2),
    ],
)
def test_an_estimate_is_near_what_a_voice_needs(text: str, language: str, seconds: float) -> None:
    found = float(estimate(Utterance(text, text, language)))
    assert abs(found - seconds) < 0.25 * seconds
    slow = Utterance(text, text, language, speed=0.5)
    assert float(estimate(slow)) == pytest.approx(2 * found)
