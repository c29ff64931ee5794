"""Where spoken sentences stand in a script: what the author sees marked is what is heard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from studio.assets import AssetStore
from studio.importers import import_file
from studio.lecture import Choices, Paragraph, Script
from studio.places import Place, scripted, sentence_places
from tests.studio.edits.lessons import scene


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("One.  Two\tgoes.\n\nThree.", ["One.", "Two\tgoes.", "Three."]),
        ("Eins (pause) Zwei", ["Eins", "Zwei"]),
        ("Yes. Yes. Yes.", ["Yes.", "Yes.", "Yes."]),
        (
            "A (round) bracket. （停頓：3）雨下了。太陽出來。",
            ["A (round) bracket.", "雨下了。", "太陽出來。"],
        ),
        ("<speak>Tom &amp; Ann.<break time='2s'/>Bye.</speak>", ["Tom &amp; Ann.", "Bye."]),
    ],
)
def test_each_sentence_is_found_where_it_was_written(words: str, marked: list[str]) -> None:
    each = scene("x", words)
    texts = [p.text for p in each.script.paragraphs]
    assert [texts[p.paragraph][p.start : p.stop] for p in sentence_places(each, Choices())] == marked


def test_a_word_that_also_stands_in_a_direction_is_found_behind_it() -> None:
    assert sentence_places(scene("x", "(voice: Eins) Eins"), Choices()) == (Place(0, 14, 18),)


def test_private_paragraphs_have_no_sentences_and_keep_their_numbers() -> None:
    script = Script((Paragraph("Not this.", True), Paragraph("This.")), "en")
    assert sentence_places(replace(scene("x"), script=script), Choices()) == (Place(1, 0, 5),)


def test_what_is_read_from_the_slide_stands_in_no_script() -> None:
    assert sentence_places(scene("x"), Choices(unscripted="read")) == ()


def test_every_sentence_of_the_samples_is_found(samples: Path, tmp_path: Path) -> None:
    lecture, _ = import_file(samples / "water-cycle.zh-Hant.pptx", AssetStore(tmp_path))
    found = 0
    for each in lecture.scenes:
        said = scripted(each, lecture.choices).utterances
        for utterance, place in zip(said, sentence_places(each, lecture.choices), strict=True):
            text = each.script.paragraphs[place.paragraph].text[place.start : place.stop]
            assert "".join(text.split()) == "".join(utterance.text.split())
            found += 1
    assert found > 10
