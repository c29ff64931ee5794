"""What each kind of step does: one small function a kind, found through one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from renderers import pages, sounds
from renderers.cache import Entry
from renderers.encode.codecs import ParameterSets
from renderers.encode.encoders import family
from renderers.messages import Message
from renderers.planes import Planes, one_thread
from renderers.segments import VideoSegment
from renderers.slides import CONVERSION_LIMIT_S
from renderers.slides.fit import fit
from renderers.steps import (
    AlignStep,
    CardStep,
    ChangeStep,
    CheckStep,
    ConvertStep,
    CutStep,
    FeaturesStep,
    GenerateStep,
    ImageStep,
    LayersStep,
    PageStep,
    RecordingStep,
    SeparateStep,
    SoundStep,
    SpeakStep,
    Step,
    StillStep,
)
from renderers.workshop import Workshop
from studio.lecture import PDF, Level

if TYPE_CHECKING:
    from renderers.encode.video import VideoSettings
    from renderers.transitions.deliver import Delivery

PAGE_LIMIT_S = 60.0
_TRAVELLING = ("push", "cover")
"""Styles in which a picture moves as a whole."""


def execute(step: Step, workshop: Workshop) -> Entry:
    """Run one step and return what it made."""
    return _EXECUTORS[type(step)](step, workshop)


def video_segment(entry: Entry) -> VideoSegment:
    """The coded pictures that a StillStep or a CutStep left."""
    sets = entry.record["sets"]
    units, pictures = entry.blobs[:sets], entry.blobs[sets:]
    return VideoSegment(ParameterSets(entry.record["codec"], units), pictures)


def _ask(workshop: Workshop, worker: str, message: Message, limit_s: float) -> Message:
    return workshop.ask(worker, message, limit_s)[-1]


def _convert(step: ConvertStep, workshop: Workshop) -> Entry:
    deck = str(workshop.assets.path(step.source))
    asked = {"deck": deck, "first": step.first, "last": step.last, "painter": step.version}
    message = Message({"do": "convert", **asked})
    answer = _ask(workshop, "pages", message, CONVERSION_LIMIT_S)
    return Entry(answer.header, answer.blobs)


def _page(step: PageStep, workshop: Workshop) -> Entry:
    size = _size(step)
    if step.converted:
        pdf = str(workshop.file(step.converted, ".pdf"))
        message = Message({"do": "raster", "pdf": pdf, "page": step.index, **size})
        answer = _ask(workshop, "pages", message, PAGE_LIMIT_S)
    else:
        deck = str(workshop.assets.path(step.deck))
        message = Message({"do": "slide", "deck": deck, "slide": step.slide_id, **size})
        answer = _ask(workshop, "paint", message, PAGE_LIMIT_S)
    return _on_ground(step, answer)


def _image(step: ImageStep, workshop: Workshop) -> Entry:
    file = str(workshop.assets.path(step.file))
    if step.kind == PDF:
        message = Message({"do": "raster", "pdf": file, "page": step.number - 1, **_size(step)})
        return _on_ground(step, _ask(workshop, "pages", message, PAGE_LIMIT_S))
    message = Message({"do": "picture", "file": file, "ground": step.background, **_size(step)})
    return _on_ground(step, _ask(workshop, "paint", message, PAGE_LIMIT_S))


def _size(step: PageStep | ImageStep) -> dict[str, int]:
    place = fit(*step.aspect, step.width, step.height)
    return {"width": place.width, "height": place.height}


def _on_ground(step: PageStep | ImageStep, answer: Message) -> Entry:
    import numpy as np

    place = fit(*step.aspect, step.width, step.height)
    page = np.frombuffer(answer.blobs[0], np.uint8).reshape(place.height, place.width, 3)
    whole = pages.on_ground(page, place, step.width, step.height, step.background)
    return pages.pack(whole, **answer.header)


def _card(step: CardStep, workshop: Workshop) -> Entry:
    import numpy as np

    words = {"heading": step.heading, "points": [[level, text] for level, text in step.points]}
    look = {"opening": step.opening, "language": step.language, "width": step.width, "height": step.height}
    answer = _ask(workshop, "paint", Message({"do": "card", **words, **look}), PAGE_LIMIT_S)
    page = np.frombuffer(answer.blobs[0], np.uint8).reshape(step.height, step.width, 3)
    return pages.pack(page, **answer.header)


def _features(step: FeaturesStep, workshop: Workshop) -> Entry:
    from renderers.measure import features

    a, b = (features.reduced(_planes(key, workshop)) for key in (step.first_page, step.second_page))
    return Entry(asdict(features.between(a, b)))


def _still(step: StillStep, workshop: Workshop) -> Entry:
    from renderers.encode.video import still

    return _packed(still(_planes(step.page, workshop), step.settings, workshop.cancel), {})


def _cut(step: CutStep, workshop: Workshop) -> Entry:
    from renderers.encode.settling import settled
    from renderers.encode.video import encode, seen

    device = _beside(step.settings)
    delivery, slide = _delivered(step, workshop, device), _planes(step.second_page, workshop).to(device)
    shown = seen(video_segment(workshop.entry(step.after)), slide.size).to(device)
    pictures = settled(delivery.change, slide, shown)
    travels = delivery.delivered >= Level.MOVE or delivery.style in _TRAVELLING
    segment = encode(pictures, step.settings, workshop.cancel, settles_at=step.frames, travels=travels)
    return _packed(segment, {**delivery.record, **_passing(step, workshop)})


def _check(step: CheckStep, workshop: Workshop) -> Entry:
    return Entry({**_delivered(step, workshop).record, **_passing(step, workshop)})


def _passing(step: ChangeStep, workshop: Workshop) -> dict[str, bool]:
    """What a change without its model is: to be made again, where the model failed for want of memory or time."""
    failed = bool(step.pictures) and workshop.entry(step.pictures).record.get("passing", False)
    return {"passing": True} if failed else {}


def _beside(settings: VideoSettings) -> str:
    """The torch device on which changes are composed: the one that codes them, or the processor."""
    import torch

    device = family(settings.family).device
    return device if device == "cuda" and torch.cuda.is_available() else "cpu"


def _delivered(step: ChangeStep, workshop: Workshop, device: str = "cpu") -> Delivery:
    from renderers.composing import prepared
    from renderers.transitions.deliver import deliver

    return deliver(*prepared(step, workshop, device), workshop.cancel)


def _speak(step: SpeakStep, workshop: Workshop) -> Entry:
    from renderers.sound import from_pcm, trimmed
    from renderers.voices.speech import speak

    with workshop.worker("speech") as worker:
        folder = workshop.folder(f"speech-{id(worker)}")
        answer = speak(worker, folder, step, workshop.cancel)
    sound = trimmed(from_pcm(answer.blobs[0], answer.header["rate"]))
    return sounds.pack(sound.samples, workshop.cancel)


def _recording(step: RecordingStep, workshop: Workshop) -> Entry:
    from renderers.voices.recording import decode

    audio = workshop.assets.path(step.audio)
    decoded = decode(audio, step.trim_start, step.trim_end, workshop.cancel)
    return sounds.pack(decoded.samples, workshop.cancel)


def _align(step: AlignStep, workshop: Workshop) -> Entry:
    from renderers.voices.recording import align

    spans = align(step.sentences, sounds.unpack(workshop.entry(step.sound), workshop.cancel), workshop.cancel)
    return Entry({"spans": [[str(start), str(end)] for start, end in spans]})


def _sound(step: SoundStep, workshop: Workshop) -> Entry:
    import numpy as np

    from renderers.encode.sound import encode
    from renderers.loudness import STEP, normalise, together

    parts = [(workshop.entry(key), at) for key, at in step.parts]
    heard = [(sounds.unpack(entry, workshop.cancel), at) for entry, at in parts]
    mixed = np.zeros(max(at + len(samples) for samples, at in heard), np.float32)
    for samples, at in heard:
        mixed[at : at + len(samples)] += samples
    on_grid = all(at % STEP == 0 for _, at in parts)  # a pause of the author's may be of any length
    read = together((sounds.readings(entry), at // STEP) for entry, at in parts) if on_grid else None
    level = normalise(mixed, step.loudness, step.peak, workshop.cancel, read)
    padded = np.concatenate([np.zeros(step.lead, np.float32), level])
    units = encode(padded, step.bits, workshop.cancel).units
    return Entry({"samples": len(padded), "bytes": sum(map(len, units))}, units)


def _planes(key: str, workshop: Workshop) -> Planes:
    one_thread()
    return pages.unpack(workshop.entry(key))


def _packed(segment: VideoSegment, record: dict[str, Any]) -> Entry:
    sets = segment.parameter_sets
    facts = {"frames": segment.frames, "bytes": sum(map(len, segment.pictures))}
    written = {"codec": sets.codec, "sets": len(sets.units)}
    return Entry({**record, **facts, **written}, (*sets.units, *segment.pictures))


def _separate(step: SeparateStep, workshop: Workshop) -> Entry:
    from renderers.layers.executing import separate

    return separate(step, workshop)


def _layers(step: LayersStep, workshop: Workshop) -> Entry:
    from renderers.layers.executing import layers

    return layers(step, workshop)


def _generate(step: GenerateStep, workshop: Workshop) -> Entry:
    from renderers.generation.executing import generate

    return generate(step, workshop)


_EXECUTORS: dict[type[Step], Callable[[Any, Workshop], Entry]] = {
    AlignStep: _align,
    CardStep: _card,
    CheckStep: _check,
    ConvertStep: _convert,
    CutStep: _cut,
    FeaturesStep: _features,
    GenerateStep: _generate,
    ImageStep: _image,
    LayersStep: _layers,
    PageStep: _page,
    RecordingStep: _recording,
    SeparateStep: _separate,
    SoundStep: _sound,
    SpeakStep: _speak,
    StillStep: _still,
}
