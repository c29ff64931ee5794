"""What there is to work with on this machine: painters, voices, encoders, each with its version."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict, dataclass, replace

from renderers import editions
from renderers.cache import Entry
from renderers.editions import Editions
from renderers.encode import trust
from renderers.encode.trust import Refused
from renderers.encode.video import VideoSettings
from renderers.generation.offers import Offer, offers
from renderers.profiles import Profile
from renderers.slides import painters, powerpoint
from renderers.voices import standing
from renderers.voices.catalogue import VoiceInfo
from renderers.voices.speech import ask_voices
from renderers.workshop import Workshop
from studio.errors import OutputError
from studio.settings import models_folder


@dataclass(frozen=True, slots=True)
class Means:
    """Part of every plan, because another version may make other pictures or sounds.

    `converter` names the PowerPoint or LibreOffice that draws decks ("": the built-in painter does), `encoder` the
    picture encoder with its settings, `editions` the code and libraries behind each kind of step, `refused` the
    picture encoders that the profile would have liked better.
    """

    converter: str
    voices: tuple[VoiceInfo, ...]
    encoder: VideoSettings
    editions: Editions
    refused: tuple[Refused, ...] = ()
    models: tuple[Offer, ...] = ()
    """The installed models and what they are good for."""

    @property
    def converts_whole(self) -> bool:
        """Whether decks are converted as a whole rather than in parts: of PowerPoint one process runs at most."""
        return powerpoint.is_meant(self.converter)


def find(profile: Profile, workshop: Workshop, encoder: str = "") -> Means:
    """Look what is there; `encoder` is the family that is asked for ("": the profile says which ones are liked).

    Raises `WorkerError` where the voices cannot be listed, MissingToolError where that encoder cannot be used.
    """
    chosen = trust.choose(profile, workshop, encoder)
    return Means(
        converter=painters.version(),
        voices=voices(workshop),
        encoder=chosen.settings,
        editions=editions.find(),
        refused=chosen.refused,
        models=offers(models_folder()),
    )


def fitted(found: Means, profile: Profile, workshop: Workshop) -> Means:
    """The same means with the encoder for another profile."""
    chosen = trust.choose(profile, workshop)
    return replace(found, encoder=chosen.settings, refused=chosen.refused)


def voices(workshop: Workshop) -> tuple[VoiceInfo, ...]:
    """All voices of all engines: as they were listed last, or asked for in the speech worker."""
    key = standing.signature()
    kept = workshop.cache.record(key) if key else None
    if kept is not None:
        return tuple(map(VoiceInfo.from_json, kept["voices"]))
    with workshop.worker("speech") as worker:
        found = ask_voices(worker, workshop.folder(f"speech-{id(worker)}"), workshop.cancel)
    if key and standing.expected() <= {
        voice.engine for voice in found
    }:  # else an engine could not be started
        with suppress(OutputError):  # a full disk costs only time
            workshop.cache.put(key, Entry({"voices": [asdict(voice) for voice in found]}))
    return found
