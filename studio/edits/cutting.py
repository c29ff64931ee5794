"""Edits that make two scenes of one, and one of several: words, recording and lengths are shared out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from studio.directions import ArrivalAsked, SpeedChange, TransitionAsked, VoiceChange, parts
from studio.edits.finding import fresh_id, opening, position, positions, told, with_scenes
from studio.errors import EditError
from studio.lecture import Choices, Lecture, Level, Paragraph, Recording, Scene, Script, Transition
from studio.narration import Take, lay_out
from studio.places import Place, scripted, sentence_places
from studio.validation import LONGEST

_BRACKET = re.compile(r"\s*([(（][^()（）\n]*[)）])")


def split(lecture: Lecture, scene_id: str, sentence: int, take: Take | None = None) -> Lecture:
    """Make two scenes of one; the second ("a-part") begins with a sentence of the script (index from 0).

    Both show the same picture and nothing is seen of the cut. Voice, speed and the change in front of the
    scene stay what they are. A recording is cut midway between the two sentences, which needs its `take`.
    """
    at = position(lecture, scene_id)
    scene = lecture.scenes[at]
    said = scripted(scene, lecture.choices)
    if not 0 < sentence < len(said.utterances):
        raise EditError(
            f"{opening(told(lecture, at))} cannot be split there;"
            " choose a sentence that has another one before it."
        )
    place = sentence_places(scene, lecture.choices)[sentence]
    first, second = _divided(scene.script, place)
    front = replace(scene, script=first, recording=None, least=None)
    behind = replace(
        front,
        id=fresh_id(scene.id, "part", {s.id for s in lecture.scenes}),
        script=second,
        transition=Transition(Level.CUT),
    )
    if _heard([front, behind], lecture.choices) != _heard([scene], lecture.choices):
        raise EditError(
            f"{opening(told(lecture, at))} cannot be split inside this paragraph;"
            " begin a new paragraph where the second scene shall begin."
        )
    front, behind = _with_sound(scene, front, behind, take, sentence, told(lecture, at))
    moment = (take if take and len(take.spans) > sentence else lay_out(said, {})).spans[sentence].start
    if scene.least is not None and scene.least > moment:
        behind = replace(behind, least=scene.least - moment)
    return with_scenes(lecture, (*lecture.scenes[:at], front, behind, *lecture.scenes[at + 1 :]))


def merge(lecture: Lecture, scene_ids: Iterable[str]) -> Lecture:
    """Make one scene of neighbours: the first one's picture, all their words.

    EditError for scenes that are no neighbours, for hidden among shown ones, for words that would be said in
    another language, and for several recordings, unless they are parts of one in order (as `split` leaves them).
    """
    chosen = positions(lecture, scene_ids)
    scenes = [lecture.scenes[i] for i in chosen]
    if len(chosen) < 2 or chosen[-1] - chosen[0] != len(chosen) - 1:
        raise EditError("Only neighbouring scenes can be merged; select two or more that stand side by side.")
    if len({scene.hidden for scene in scenes}) > 1:
        raise EditError("Hidden scenes cannot be merged with shown ones; hide or show all of them first.")
    recording = _joined_recordings(scenes, [told(lecture, i) for i in chosen])
    script = scenes[0].script
    for scene in scenes[1:]:
        script = _joined(script, scene.script)
    first = replace(
        scenes[0],
        title=next((scene.title for scene in scenes if scene.title), ""),
        script=script,
        recording=recording,
        least=min(sum((s.least for s in scenes if s.least is not None), Fraction(0)), LONGEST) or None,
    )
    if _heard([first], lecture.choices) != _heard(scenes, lecture.choices):
        raise EditError(
            f"The words of {told(lecture, chosen[0])} and {told(lecture, chosen[-1])} are set to different"
            " languages; give the scenes one language first."
        )
    return with_scenes(lecture, (*lecture.scenes[: chosen[0]], first, *lecture.scenes[chosen[-1] + 1 :]))


def _heard(scenes: Sequence[Scene], choices: Choices) -> list[tuple[str, str, str, float]]:
    """Every character that is spoken, in which language, by which voice, how fast."""
    return [
        (character, utterance.language, utterance.voice, utterance.speed)
        for scene in scenes
        for utterance in scripted(scene, choices).utterances
        for character in utterance.text
        if not character.isspace()
    ]


def _divided(script: Script, place: Place) -> tuple[Script, Script]:
    """The script up to a place and from there on, the second with the voice and speed that hold there."""
    paragraph = script.paragraphs[place.paragraph]
    head, tail = paragraph.text[: place.start].rstrip(), paragraph.text[place.start :]
    first = [*script.paragraphs[: place.paragraph], *([replace(paragraph, text=head)] if head else [])]
    rest, asked = _without_transitions(
        (replace(paragraph, text=tail), *script.paragraphs[place.paragraph + 1 :])
    )
    if asked:  # the change belongs to the scene's front, wherever in its script it is asked for
        first.append(Paragraph(" ".join(asked)))
    if directions := _in_force(Script(tuple(first))):
        rest[0] = replace(rest[0], text=f"{directions} {rest[0].text}")
    return replace(script, paragraphs=tuple(first)), replace(script, paragraphs=tuple(rest))


def _joined(first: Script, second: Script) -> Script:
    """Two scripts as one; what the first one set for voice and speed does not reach into the second.

    A transition asked for in the second is dropped: its seam is gone.
    """
    rest, _ = _without_transitions(second.paragraphs)
    voice, speeds = _state(first)
    closing = ("</voice>" if voice else "") + ("(speed: normal)" if speeds and speeds[-1] != 1 else "")
    spoken = next((i for i, p in enumerate(rest) if not p.private and p.text.strip()), None)
    if closing and spoken is not None:
        rest[spoken] = replace(rest[spoken], text=f"{closing} {rest[spoken].text}")
    language = first.language if first.words or not second.words else second.language
    return Script((*first.paragraphs, *rest), language)


def _in_force(script: Script) -> str:
    """Directions that set the voice and speed as they are at the end of a script."""
    voice, speeds = _state(script)
    return " ".join(
        [*([f'<voice name="{voice}">'] if voice else []), *(f"(speed: {speed})" for speed in speeds)]
    )


def _state(script: Script) -> tuple[str, list[float]]:
    """The voice and the speeds, one inside the other, that hold at the end of a script."""
    voice, speeds = "", list[float]()
    for paragraph in script.paragraphs:
        for part in () if paragraph.private else parts(paragraph.text):
            match part:
                case VoiceChange(name):
                    voice = name
                case SpeedChange(None):
                    del speeds[-1:]
                case SpeedChange(float(factor)):
                    speeds.append(factor)
                case _:
                    pass
    return voice, speeds


def _without_transitions(paragraphs: Iterable[Paragraph]) -> tuple[list[Paragraph], list[str]]:
    """The paragraphs without `(transition: …)` and `(arrive: …)`, and what was taken out."""
    asked: list[str] = []

    def drop(match: re.Match[str]) -> str:
        if not any(isinstance(part, TransitionAsked | ArrivalAsked) for part in parts(match[1])):
            return match[0]
        asked.append(match[1])
        return ""

    kept = [p if p.private else replace(p, text=_BRACKET.sub(drop, p.text)) for p in paragraphs]
    return kept, asked


def _with_sound(
    scene: Scene, front: Scene, behind: Scene, take: Take | None, sentence: int, name: str
) -> tuple[Scene, Scene]:
    """The two scenes with their parts of the recording, cut midway between two sentences."""
    recording = scene.recording
    if recording is None:
        return front, behind
    if take is None or len(take.spans) <= sentence:
        raise EditError(
            f"The recording “{recording.audio.name}” of {name} has not been listened to yet;"
            " wait until its sentences are found, then split it."
        )
    cut = (take.spans[sentence - 1].end + take.spans[sentence].start) / 2
    early = replace(recording, trim_end=recording.trim_end + take.length - cut)
    late = replace(recording, trim_start=recording.trim_start + cut)
    return replace(front, recording=early), replace(behind, recording=late)


def _joined_recordings(scenes: Sequence[Scene], names: Sequence[str]) -> Recording | None:
    recorded = [(s.recording, name) for s, name in zip(scenes, names, strict=True) if s.recording is not None]
    if not recorded:
        return None
    whole = recorded[0][0]
    for recording, _ in recorded[1:]:
        in_order = whole.trim_start < recording.trim_start and recording.trim_end < whole.trim_end
        if recording.audio.digest != whole.audio.digest or not in_order:
            told_all = " and ".join(f"“{r.audio.name}” of {name}" for r, name in recorded)
            raise EditError(f"Two recordings cannot become one: {told_all}; remove one of them first.")
        whole = replace(whole, trim_end=recording.trim_end, stale=whole.stale or recording.stale)
    return whole
