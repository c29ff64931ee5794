"""Make the sample decks: ``python -m resources.samples.make_samples [FOLDER]``; without a folder, beside this file.

Every picture is painted here, every sound is spoken here. Equal libraries give equal bytes.
"""

import io
import sys
from pathlib import Path

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from resources.samples import markup, parts, slides, voice
from resources.samples.content import Lesson, Recording
from resources.samples.diagram import add_diagram
from resources.samples.parcel import packed
from resources.samples.template import empty_deck
from resources.samples.text_en import ENGLISH
from resources.samples.text_zh_hant import TRADITIONAL_CHINESE

_FIRST_OF_SECTION = (0, 3, 7)


def make(lesson: Lesson) -> bytes:
    """Return the lesson as a PowerPoint file."""
    deck = empty_deck(lesson)
    slides.add_opening(deck, lesson)
    _narrate(slides.add_goals(deck, lesson), lesson.recording)
    push = markup.plain_transition('<p:push dir="u"/>', "slow", 1000)
    parts.set_transition(slides.add_question(deck, lesson), push)
    add_diagram(deck, lesson)
    slides.add_loop(deck, lesson)
    slides.add_budget(deck, lesson)
    slides.add_stay(deck, lesson)
    last = slides.add_why(deck, lesson)
    if lesson.older_recording:
        _narrate_as_before_2010(last, lesson.older_recording)
    slides.add_backup(deck, lesson)
    _say_language(deck, lesson)
    _group(deck, lesson.sections)
    parts.list_notes_master(deck)
    out = io.BytesIO()
    deck.save(out)
    return packed(out.getvalue(), lesson)


def _narrate(slide: Slide, recording: Recording) -> None:
    """Record the slide as PowerPoint does today: trimmed AAC, and an advance time of its length."""
    sound = voice.as_m4a(recording)
    shape = parts.add_sound(slide, recording.label, sound.data, "m4a", (voice.LEAD_MS, voice.TAIL_MS))
    parts.set_transition(slide, markup.plain_transition("<p:fade/>", "med", 700, advance=sound.heard_ms))
    parts.set_timing(slide, markup.narration_timing(shape, sound.heard_ms))


def _narrate_as_before_2010(slide: Slide, recording: Recording) -> None:
    """Record the slide in the older form: an embedded WAV without trim, and a transition without extension."""
    sound = voice.as_wav(recording)
    shape = parts.add_sound(slide, recording.label, sound.data, "wav", None)
    parts.set_transition(slide, markup.advance_only(sound.length_ms))
    parts.set_timing(slide, markup.narration_timing(shape, sound.length_ms))


def _say_language(deck: Deck, lesson: Lesson) -> None:
    for slide in deck.slides:
        parts.set_language(slide._element, lesson.lang, lesson.alt_lang)
        if slide.has_notes_slide:
            parts.set_language(slide.notes_slide._element, lesson.lang, lesson.alt_lang)


def _group(deck: Deck, names: tuple[str, str, str]) -> None:
    ids = [slide.slide_id for slide in deck.slides]
    ends = (*_FIRST_OF_SECTION[1:], len(ids))
    ranges = zip(names, _FIRST_OF_SECTION, ends, strict=True)
    named = tuple((name, tuple(ids[first:end])) for name, first, end in ranges)
    parts.add_extension(deck.part._element, markup.sections(named))


def main(folder: Path) -> None:
    """Write both decks into ``folder``."""
    for lesson in (ENGLISH, TRADITIONAL_CHINESE):
        data = make(lesson)
        (folder / lesson.file_name).write_bytes(data)
        print(f"{lesson.file_name}: {len(data):,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
