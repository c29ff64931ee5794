"""The built-in voice, really speaking: correct, repeatable, quiet on the output, stoppable."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from renderers.messages import Message
from renderers.voices import speech_worker
from studio.errors import Cancelled, StudioError, WorkerError
from studio.narration import Utterance, estimate
from studio.progress import NEVER, CancelToken
from tests.patience import SOON_S
from tests.speaker import Speaker

ENGLISH = "Water rises through the roots of the plant."


@pytest.fixture(scope="module")
def speaker() -> Iterator[Speaker]:
    with Speaker() as made:
        yield made


def said(text: str, language: str = "en", voice: str = "", speed: float = 1.0) -> Utterance:
    return Utterance(text, text, language, voice, speed)


def test_many_languages_have_a_voice(speaker: Speaker) -> None:
    voices = speaker.voices(CancelToken())
    assert len(voices) > 100
    spoken = {tag.split("-")[0] for voice in voices for tag in voice.languages}
    assert {"en", "de", "fr", "es", "it", "pt", "zh", "yue", "ja", "ko", "ar", "hi", "ru", "th"} <= spoken
    assert all(voice.version for voice in voices)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en-US"),
        ("水從根部進入植物。", "zh-TW"),
        ("水从根部进入植物。", "zh-CN"),
        ("Вода поступает из корней.", "ru"),
    ],
)
def test_a_sentence_becomes_sound_of_a_plausible_length(speaker: Speaker, text: str, language: str) -> None:
    sound = speaker.speak(said(text, language), CancelToken())
    expected = float(estimate(said(text, language)))
    assert 0.5 * expected < float(sound.seconds) < 2 * expected
    assert 0.1 < np.abs(sound.samples).max() <= 1


def test_the_silence_around_a_sentence_is_cut_off(speaker: Speaker) -> None:
    samples = speaker.speak(said(ENGLISH), CancelToken()).samples
    assert samples[0] == samples[-1] == 0
    for end in (samples[:1440], samples[-1440:]):
        assert np.abs(end).max() > 0.002


def test_a_slower_voice_takes_longer(speaker: Speaker) -> None:
    normal, slow = (speaker.speak(said(ENGLISH, speed=speed), CancelToken()).seconds for speed in (1.0, 0.7))
    assert 1.2 < slow / normal < 1.7


def test_different_voices_sound_different(speaker: Speaker) -> None:
    plain, female = (speaker.speak(said(ENGLISH, voice=v), CancelToken()) for v in ("en-US", "en-US+f3"))
    assert plain.samples.tobytes() != female.samples.tobytes()


@pytest.mark.parametrize("voice", ["en-US", "en-US+f3"])
def test_the_same_sentence_sounds_the_same_whatever_was_said_before(speaker: Speaker, voice: str) -> None:
    speaker.speak(said("Something else was said before.", speed=0.7), CancelToken())
    first = speaker.speak(said(ENGLISH, voice=voice), CancelToken())
    speaker.speak(said("植物。", "zh-TW"), CancelToken())
    again = speaker.speak(said(ENGLISH, voice=voice), CancelToken())
    with Speaker() as fresh:
        other = fresh.speak(said(ENGLISH, voice=voice), CancelToken())
    assert first.samples.tobytes() == again.samples.tobytes() == other.samples.tobytes()


def test_a_hundred_sentences_are_spoken_without_a_hang(speaker: Speaker) -> None:
    started = time.monotonic()
    lengths = [
        speaker.speak(said(f"This is sentence number {n}."), CancelToken()).seconds for n in range(100)
    ]
    assert min(lengths) > 0.5
    assert time.monotonic() - started < 30


def test_nothing_is_printed_where_a_script_reads_our_output() -> None:
    program = (
        "from tests.speaker import Speaker\n"
        "from studio.narration import Utterance\n"
        "from studio.progress import CancelToken\n"
        "with Speaker() as speaker:\n"
        "    sound = speaker.speak(Utterance('Hello.', 'Hello.', 'en'), CancelToken())\n"
        "print(len(sound) > 4800)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("True\n", "")


def test_a_scratch_folder_with_a_very_long_name_is_no_hindrance(tmp_path: Path) -> None:
    deep = tmp_path / ("long" * 25) / ("longer" * 20)
    deep.mkdir(parents=True)
    program = (
        "from tests.speaker import Speaker\n"
        "from studio.narration import Utterance\n"
        "from studio.progress import CancelToken\n"
        "with Speaker() as speaker:\n"
        "    said = (Utterance('Hello.', 'Hello.', 'en'), Utterance('水', '水', 'zh'))\n"
        "    sounds = [speaker.speak(each, CancelToken()) for each in said]\n"
        "print([len(sound) > 4800 for sound in sounds])\n"
    )
    env = {**os.environ, "TMPDIR": str(deep), "TEMP": str(deep), "TMP": str(deep)}
    done = subprocess.run(
        [sys.executable, "-c", program], env=env, capture_output=True, text=True, check=False
    )
    assert done.stdout == "[True, True]\n", done.stderr
    assert list(deep.iterdir()) == [], "nothing is left behind"


def test_speaking_stops_soon_when_cancelled() -> None:
    endless = said(" ".join([ENGLISH] * 20_000))
    with Speaker() as speaker:
        speaker.speak(said("Hello."), CancelToken())
        cancel, pressed = CancelToken(), 0.0

        def press() -> None:
            nonlocal pressed
            pressed = time.monotonic()
            cancel.cancel()

        timer = threading.Timer(0.3, press)
        timer.start()
        with pytest.raises(Cancelled):
            speaker.speak(endless, cancel)
        assert time.monotonic() - pressed < SOON_S
        timer.join()
        assert len(speaker.speak(said("Hello again."), CancelToken()))


def test_a_voice_that_hangs_is_ended_and_said_so() -> None:
    endless = said(" ".join([ENGLISH] * 20_000))
    with Speaker(limit_s=0.5) as speaker, pytest.raises(WorkerError, match="took longer"):
        speaker.speak(endless, CancelToken())


def test_a_sentence_a_voice_cannot_utter_is_named(speaker: Speaker) -> None:
    with pytest.raises(StudioError, match="could not speak “\u200b”"):
        speaker.speak(said("\u200b"), CancelToken())


class FaultyEngine:
    """Plays what a broken engine leaves behind."""

    def __init__(self, rate: int, samples: bytes) -> None:
        self.left = rate, samples

    def voices(self) -> tuple[()]:
        return ()

    def speak(self, text: str, voice: str, speed: float) -> tuple[int, bytes]:
        return self.left


@pytest.mark.parametrize(
    ("rate", "samples", "reason"),
    [
        (22050, b"", "empty or silent"),
        (22050, bytes(44100), "empty or silent"),
        (22050, b"\1" * 3, "samples a second"),
        (0, b"\1" * 44100, "samples a second"),
        (22050, b"\1" * 80, "seconds of sound"),
        (22050, b"\1" * 44100 * 200, "seconds of sound"),
    ],
)
def test_what_an_engine_leaves_is_checked(
    rate: int, samples: bytes, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(speech_worker._engines, "faulty", FaultyEngine(rate, samples))
    request = {
        "do": "speak",
        "engine": "faulty",
        "voice": "v",
        "text": ENGLISH,
        "speed": 1.0,
        "folder": str(tmp_path),
    }
    with pytest.raises(WorkerError, match="The voice “v” could not speak “Water") as caught:
        list(speech_worker.handle(Message(request), NEVER))
    assert reason in caught.value.details
