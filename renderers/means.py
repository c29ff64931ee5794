"""What there is to work with on this machine: painters, voices, encoders, each with its version."""

from __future__ import annotations

from dataclasses import dataclass

from renderers import editions
from renderers.editions import Editions
from renderers.encode.video import VideoSettings
from renderers.profiles import Profile
from renderers.slides import libreoffice
from renderers.voices.catalogue import VoiceInfo
from renderers.voices.speech import ask_voices
from renderers.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Means:
    """Part of every plan, because another version may make other pictures or sounds.

    `converter` names the LibreOffice that draws decks ("": the built-in painter does), `encoder` the picture
    encoder with its settings, `editions` the code and libraries behind each kind of step.
    """

    converter: str
    voices: tuple[VoiceInfo, ...]
    encoder: VideoSettings
    editions: Editions


def find(profile: Profile, workshop: Workshop) -> Means:
    """Look what is there. Raises `WorkerError` where the voices cannot be listed."""
    return Means(
        converter=libreoffice.version(),
        voices=voices(workshop),
        encoder=VideoSettings.of(profile),
        editions=editions.find(),
    )


def voices(workshop: Workshop) -> tuple[VoiceInfo, ...]:
    """All voices of all engines, asked for in the speech worker."""
    with workshop.worker("speech") as worker:
        return ask_voices(worker, workshop.folder(f"speech-{id(worker)}"), workshop.cancel)
