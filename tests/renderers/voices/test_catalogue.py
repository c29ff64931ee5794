"""Which voice speaks a language, and what the report says where it is not the one asked for."""

from __future__ import annotations

import pytest

from renderers.voices.catalogue import VoiceInfo, choose_voice
from studio.errors import MissingToolError

VOICES = tuple(
    VoiceInfo(id, "pyttsx3", name, languages)
    for id, name, languages in (
        ("gmw/en", "English (Great Britain)", ("en-GB",)),
        ("gmw/en-gb-x-rp", "English (Received Pronunciation)", ("en-GB-x-rp",)),
        ("gmw/en-us", "English (America)", ("en-US",)),
        ("gmw/de", "German", ("de",)),
        ("sit/cmn", "Chinese (Mandarin)", ("cmn", "zh")),
        ("sit/yue", "Chinese (Cantonese)", ("yue", "zh-HK", "zh-MO")),
        ("roa/fr-be", "French (Belgium)", ("fr-BE",)),
        ("roa/fr", "French (France)", ("fr-FR",)),
        ("roa/pt", "Portuguese (Portugal)", ("pt",)),
        ("roa/pt-br", "Portuguese (Brazil)", ("pt-BR",)),
        ("roa/es", "Spanish (Spain)", ("es",)),
        ("roa/es-419", "Spanish (Latin America)", ("es-419",)),
        ("gmq/nb", "Norwegian", ("nb", "no")),
    )
)


@pytest.mark.parametrize(
    ("language", "voice"),
    [
        ("en", "gmw/en-us"),
        ("en-GB", "gmw/en"),
        ("en-AU", "gmw/en"),
        ("en_US", "gmw/en-us"),
        ("zh-TW", "sit/cmn"),
        ("zh-CN", "sit/cmn"),
        ("zh-Hant", "sit/cmn"),
        ("zh-Hant-HK", "sit/yue"),
        ("yue", "sit/yue"),
        ("fr", "roa/fr"),
        ("fr-CA", "roa/fr"),
        ("pt-BR", "roa/pt-br"),
        ("pt-PT", "roa/pt"),
        ("es-MX", "roa/es-419"),
        ("de-AT", "gmw/de"),
        ("no", "gmq/nb"),
    ],
)
def test_a_language_finds_its_voice_without_a_remark(language: str, voice: str) -> None:
    chosen = choose_voice(language, "", VOICES)
    assert (chosen.voice.id, chosen.remark) == (voice, "")


def test_a_language_nobody_speaks_is_read_in_english_and_reported() -> None:
    chosen = choose_voice("tl", "", VOICES)
    assert chosen.voice.id == "gmw/en-us"
    assert chosen.remark == "No installed voice speaks “tl”; “English (America)” reads it instead."


@pytest.mark.parametrize(
    ("wanted", "voice"),
    [
        ("gmw/de", "gmw/de"),
        ("pyttsx3:gmw/de", "gmw/de"),
        ("German", "gmw/de"),
        ("english (great", "gmw/en"),
        ("en-GB", "gmw/en"),
        ("de", "gmw/de"),
        ("en-us+f3", "gmw/en-us+f3"),
        ("gmw/de+f2", "gmw/de+f2"),
    ],
)
def test_a_voice_is_asked_for_by_id_name_or_language(wanted: str, voice: str) -> None:
    chosen = choose_voice("en", wanted, VOICES)
    assert (chosen.voice.id, chosen.remark) == (voice, "")


def test_a_voice_that_does_not_exist_is_reported() -> None:
    chosen = choose_voice("de", "Bob", VOICES)
    assert chosen.voice.id == "gmw/de"
    assert chosen.remark == "There is no voice called “Bob”; “German” speaks instead."


def test_a_voice_is_not_given_a_script_it_cannot_read() -> None:
    chosen = choose_voice("zh-TW", "gmw/de", VOICES)
    assert chosen.voice.id == "sit/cmn"
    assert "cannot read “zh-TW”" in chosen.remark
    assert choose_voice("en", "sit/cmn", VOICES).voice.id == "sit/cmn"


def test_without_any_voice_one_sentence_says_what_to_do() -> None:
    with pytest.raises(MissingToolError, match="install"):
        choose_voice("en", "", ())


def test_other_voices_are_chosen_from_anew() -> None:
    few = tuple(voice for voice in VOICES if "de" not in voice.languages)
    for _ in range(2):
        assert choose_voice("de", "", VOICES).voice in VOICES
        assert choose_voice("de", "", few).remark
        assert not choose_voice("de", "", VOICES).remark
