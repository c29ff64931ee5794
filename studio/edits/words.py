"""Edits of what is heard in a scene: its script, its recording, its length."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from fractions import Fraction

from studio.edits.finding import changed, opening, position, sound_text, told, with_scene
from studio.errors import EditError
from studio.lecture import Lecture, Paragraph, Recording, Scene, Script, Unscripted
from studio.privacy import is_private

LONGEST_SCENE = Fraction(6 * 3600)
"""Seconds; a longer scene is a slip of the pen."""
LONGEST_SCRIPT = 100_000
"""Characters: two hours of speech."""

_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
"""The shape of a BCP 47 tag (RFC 5646, section 2.1) that begins with a language."""


def script_text(script: Script) -> str:
    """The script as one text, a paragraph a line: what `set_script` takes back."""
    return "\n".join(_LINE_END.sub(" ", paragraph.text) for paragraph in script.paragraphs)


def set_script(lecture: Lecture, scene_id: str, text: str) -> Lecture:
    """Give a scene other words, one paragraph a line.

    A paragraph that stays or is rewritten in its place stays private or public; a new one is private if it
    says so of itself ("TODO: …"). A recording stays.
    """
    at = position(lecture, scene_id)
    scene = lecture.scenes[at]
    if len(text) > LONGEST_SCRIPT:
        raise EditError(
            f"A script can have {LONGEST_SCRIPT} characters; share this one among several scenes."
        )
    lines = _LINE_END.split(sound_text(text)) if text else []
    paragraphs = tuple(_kept(scene.script.paragraphs, lines))
    return with_scene(
        lecture,
        at,
        dataclasses.replace(scene, script=dataclasses.replace(scene.script, paragraphs=paragraphs)),
    )


def set_paragraph_private(lecture: Lecture, scene_id: str, paragraph: int, private: bool) -> Lecture:
    """Keep a paragraph (index from 0) out of sound, captions and transcript, or let it be heard."""
    at = position(lecture, scene_id)
    scene = lecture.scenes[at]
    paragraphs = list(scene.script.paragraphs)
    if not 0 <= paragraph < len(paragraphs):
        raise EditError(
            f"The script of {told(lecture, at)} has no paragraph {paragraph + 1}; choose another."
        )
    paragraphs[paragraph] = dataclasses.replace(paragraphs[paragraph], private=private)
    script = dataclasses.replace(scene.script, paragraphs=tuple(paragraphs))
    return with_scene(lecture, at, dataclasses.replace(scene, script=script))


def set_language(lecture: Lecture, scene_ids: Iterable[str], language: str) -> Lecture:
    """Say which language (BCP 47 tag; "" for found out from the words) some scripts are in."""
    tag = checked_language(language)
    return changed(
        lecture,
        scene_ids,
        lambda scene: dataclasses.replace(scene, script=dataclasses.replace(scene.script, language=tag)),
    )


def checked_language(language: str) -> str:
    """The tag without outer blanks; EditError where it has not the shape of a BCP 47 tag."""
    tag = language.strip()
    if tag and not _LANGUAGE.fullmatch(tag):
        raise EditError(f"“{tag}” is no language tag; write one like “en-GB” or “zh-TW”.")
    return tag


def set_unscripted(lecture: Lecture, scene_ids: Iterable[str], choice: Unscripted | None) -> Lecture:
    """What happens to some scenes while they have no words; None: what is chosen for the lecture."""
    return changed(lecture, scene_ids, lambda scene: dataclasses.replace(scene, unscripted=choice))


def set_least(lecture: Lecture, scene_ids: Iterable[str], seconds: Fraction | None) -> Lecture:
    """The shortest length of some scenes in seconds; None: as long as the narration."""
    if seconds is not None and not 0 < seconds <= LONGEST_SCENE:
        raise EditError("A scene can last from a fraction of a second to six hours; choose such a length.")
    return changed(lecture, scene_ids, lambda scene: dataclasses.replace(scene, least=seconds))


def set_recording(lecture: Lecture, scene_id: str, recording: Recording, *, replace: bool = False) -> Lecture:
    """Give a scene the author's own voice; EditError where it has one, unless `replace`."""
    at = position(lecture, scene_id)
    scene = lecture.scenes[at]
    if scene.recording not in (None, recording) and not replace:
        assert scene.recording is not None
        raise EditError(
            f"{opening(told(lecture, at))} already has the recording “{scene.recording.audio.name}”;"
            " say that it shall be replaced, or keep it."
        )
    return with_scene(lecture, at, dataclasses.replace(scene, recording=recording))


def remove_recording(lecture: Lecture, scene_id: str) -> Lecture:
    """Take the recording of a scene away: a voice speaks its words again."""
    at = position(lecture, scene_id)
    _recording(lecture, at)
    return with_scene(lecture, at, dataclasses.replace(lecture.scenes[at], recording=None))


def trim_recording(lecture: Lecture, scene_id: str, start: Fraction, end: Fraction) -> Lecture:
    """Cut so many seconds off the two ends of a scene's recording, counted from its own ends."""
    at = position(lecture, scene_id)
    recording = _recording(lecture, at)
    if start < 0 or end < 0:
        raise EditError("Nothing can be added to a recording by trimming; choose 0 seconds or more.")
    if max(start, end) > LONGEST_SCENE:
        raise EditError("A recording can be trimmed by six hours at most; choose less.")
    trimmed = dataclasses.replace(recording, trim_start=start, trim_end=end)
    return with_scene(lecture, at, dataclasses.replace(lecture.scenes[at], recording=trimmed))


def check_recording(lecture: Lecture, scene_ids: Iterable[str]) -> Lecture:
    """Say that the recordings of some scenes still fit, though slide or words came changed from the deck."""

    def checked(scene: Scene) -> Scene:
        recording = scene.recording
        if recording is None or not recording.stale:
            return scene
        return dataclasses.replace(scene, recording=dataclasses.replace(recording, stale=False))

    return changed(lecture, scene_ids, checked)


def _recording(lecture: Lecture, at: int) -> Recording:
    recording = lecture.scenes[at].recording
    if recording is None:
        raise EditError(f"{opening(told(lecture, at))} has no recording; record or choose one first.")
    return recording


def _kept(before: Sequence[Paragraph], lines: Sequence[str]) -> Iterator[Paragraph]:
    """The lines as paragraphs; those that were there before are the same ones."""
    texts = [_LINE_END.sub(" ", paragraph.text) for paragraph in before]
    for kind, a, b, c, d in SequenceMatcher(None, texts, lines, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from before[a:b]
            continue
        for index, line in enumerate(lines[c:d], a):
            private = before[index].private if index < b else is_private(line)
            yield Paragraph(line, private)
