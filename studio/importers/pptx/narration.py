"""The author's recorded narration of a slide ([MS-PPTX] `p14:media`; ECMA-376 Part 1, 19.5 `isNarration`)."""

from __future__ import annotations

from fractions import Fraction

from pptx.opc.package import Part

from studio.assets import AssetStore
from studio.importers.ledger import Ledger
from studio.importers.pptx.markup import Element, walk
from studio.importers.pptx.media import Found, find_medium, find_part, keep
from studio.importers.pptx.objects import Shape, embedded_media, shape_id
from studio.importers.pptx.timings import Timings
from studio.lecture import Recording
from studio.numbers import decimal
from studio.ports import MediaProbe
from studio.validation import LONGEST


def read_recording(
    timings: Timings,
    found: list[Shape],
    part: Part,
    store: AssetStore,
    probe: MediaProbe | None,
    ledger: Ledger,
) -> Recording | None:
    """The slide's recorded narration; None where there is none or it cannot be played."""
    recordings = [
        heard
        for where, trims in _sources(timings, found, part)
        if (heard := _recording(where, trims, store, probe, ledger)) is not None
    ]
    if len(recordings) > 1:
        ledger.left_out(
            "narration", f"The slide has {len(recordings)} recorded narrations; the first is used."
        )
    if not recordings:
        return None
    first, length = recordings[0]
    ledger.kept("narration", _sentence(first, length))
    if first.audio.media_type.startswith("video/"):
        ledger.left_out(
            "narration", "The camera picture of the recorded narration is left out; its sound is kept."
        )
    return first


def _sources(
    timings: Timings, found: list[Shape], part: Part
) -> list[tuple[Found, tuple[Fraction, Fraction]]]:
    by_id = {shape_id(shape.element): shape for shape in reversed(found)}
    sources = [
        (find_medium(by_id[number], part), _trims(by_id[number].element))
        for number in timings.narration
        if number in by_id
    ]
    whole = (Fraction(0), Fraction(0))
    return sources + [(find_part(part, relation), whole) for relation in timings.narration_sounds]


def _recording(
    where: Found,
    trims: tuple[Fraction, Fraction],
    store: AssetStore,
    probe: MediaProbe | None,
    ledger: Ledger,
) -> tuple[Recording, Fraction | None] | None:
    """The recording and how long it is heard (seconds; None where nobody measured it)."""
    if where.part is None or not where.part.blob:
        reason = (
            "is linked to a file outside the deck, which was not opened"
            if where.linked
            else "is missing in the file"
        )
        ledger.left_out(
            "narration", f"The recorded narration of this slide {reason}; record it again or use a voice."
        )
        return None
    recording = Recording(keep(where.part, store), *trims)
    if probe is None:
        return recording, None
    facts = probe(store.path(recording.audio.digest))
    if facts is None or facts.duration <= 0:
        ledger.left_out(
            "narration", "The recorded narration of this slide cannot be played; record it again."
        )
        return None
    if sum(trims) >= facts.duration:
        ledger.replaced(
            "narration", "The recorded narration is trimmed to nothing; the whole recording is used."
        )
        return Recording(recording.audio), facts.duration
    return recording, facts.duration - sum(trims)


def _trims(shape: Element) -> tuple[Fraction, Fraction]:
    """What is cut off the two ends (`p14:trim@st`, `@end`, milliseconds with decimals)."""
    medium = embedded_media(shape)
    trim = None if medium is None else next(walk(medium, "p14:trim"), None)
    if trim is None:
        return Fraction(0), Fraction(0)
    return _milliseconds(trim.get("st")), _milliseconds(trim.get("end"))


def _milliseconds(text: str | None) -> Fraction:
    return min(max(Fraction(0), decimal(text or "") or Fraction(0)) / 1000, LONGEST)


def _sentence(recording: Recording, length: Fraction | None) -> str:
    seconds = "" if length is None else f" ({float(length):.1f} s)"
    trimmed = recording.trim_start + recording.trim_end
    cut = f", {float(trimmed):.1f} s trimmed off as in PowerPoint" if trimmed else ""
    return f"The recorded narration{seconds} is kept as the voice of this slide{cut}."
