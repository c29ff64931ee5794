"""The steps of a plan: frozen values that say what is to be made from what, and nothing about how.

A step's key covers its inputs (by digest), the engine with its version, the settings and the seed: equal keys,
equal results. `needs` are keys of steps whose results must be there first. `renderers.executors` runs them.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field, fields
from fractions import Fraction
from functools import cache
from typing import Literal

from renderers.encode.video import VideoSettings
from studio.lecture import Arrival, Direction, LatentPath, Level, ObjectKind, ObjectPair, Style, TextBy
from studio.matching import Pair

_NOT_IN_KEY = frozenset(
    {"where", "deck", "converted", "index", "page", "first_page", "second_page", "drawing", "kinds"}
    | {"folder", "beside", "placing"}
)


@dataclass(frozen=True, slots=True)
class Step:
    """One piece of work. Fields that only say for whom it is or where an input is kept are not in its key.

    `edition` names the code and the libraries that do it (`renderers.editions`).
    """

    edition: str = field(default="", kw_only=True)

    @property
    def key(self) -> str:
        """SHA-256 (hex) over the kind of step and all fields that decide its result."""
        deciding = {name: getattr(self, name) for name in _deciding(type(self))}
        told = json.dumps([type(self).__name__, deciding], sort_keys=True, default=_plain)
        return hashlib.sha256(told.encode()).hexdigest()

    @property
    def needs(self) -> tuple[str, ...]:
        """Keys of the steps that must be done before."""
        return ()

    @property
    def serves(self) -> bool:
        """Whether its result is only for steps that need it: while those are known, it is not made."""
        return False

    @property
    def what(self) -> str:
        """What is being done, in plain words."""
        return _WORDS[type(self).__name__]

    @property
    def makes(self) -> str:
        """What it makes, as the cache tells how much of each it holds."""
        return _MAKES.get(type(self).__name__, "findings")


@cache
def _deciding(kind: type[Step]) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind) if each.name not in _NOT_IN_KEY)


def _plain(value: object) -> object:
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, VideoSettings | Pair | ObjectPair):
        return asdict(value)
    raise TypeError(f"{type(value).__name__} cannot be part of a key")


@dataclass(frozen=True, slots=True)
class ConvertStep(Step):
    """The slides `first` to `last` (from 1) of a deck (asset digest) -> PDF, by the LibreOffice of that version."""

    source: str
    first: int
    last: int
    version: str

    @property
    def serves(self) -> bool:
        """Pages are drawn from it; nothing else is."""
        return True


@dataclass(frozen=True, slots=True)
class PageStep(Step):
    """One slide -> a page of `width` x `height` pixels, fitted on `background`.

    `deck` is the asset it is read from; what the slide is drawn from is `drawn` (`SlideVisual.drawn`). `number`
    counts from 1 (hidden slides included). `painter` says which program draws it. `converted` is the key of the
    ConvertStep that holds it as page `index` (from 0), "" where the painter draws the deck itself. `aspect` is the
    slide's width and height in points.
    """

    deck: str
    drawn: str
    slide_id: int
    number: int
    painter: str
    converted: str
    index: int
    aspect: tuple[float, float]
    width: int
    height: int
    background: str
    where: str = ""

    @property
    def needs(self) -> tuple[str, ...]:
        """The conversion of its part of the deck, if the painter needs one."""
        return (self.converted,) if self.converted else ()


@dataclass(frozen=True, slots=True)
class ImageStep(Step):
    """A page of a PDF or a picture (asset digest) -> a page of `width` x `height` pixels, fitted on `background`.

    `number` counts from 1; `kind` is the file's media type; `aspect` gives the shape, in any unit.
    """

    file: str
    kind: str
    number: int
    aspect: tuple[float, float]
    width: int
    height: int
    background: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class CardStep(Step):
    """A card of an outline -> a page. `points` are (level, text)."""

    heading: str
    points: tuple[tuple[int, str], ...]
    opening: bool
    language: str
    width: int
    height: int
    where: str = ""


@dataclass(frozen=True, slots=True)
class SeparateStep(Step):
    """Some slides (`numbers`, from 1) of the part `first` to `last` of a deck (asset digest) -> PDF, in which each
    of their objects has a page of its own, by the LibreOffice of that version.
    """

    source: str
    first: int
    last: int
    numbers: tuple[int, ...]
    version: str

    @property
    def serves(self) -> bool:
        """Layers are drawn from it; nothing else is."""
        return True


@dataclass(frozen=True, slots=True)
class LayersStep(Step):
    """A page (key of the step that draws it) -> its ground and its objects, each alone with transparency.

    `drawing` is that step; `kinds` are (id, kind) of its objects as far as they are known. `converted` is the key
    of the SeparateStep that holds its objects, "" where they are painted or found on the page itself.
    """

    of: str
    drawing: PageStep | CardStep | ImageStep
    kinds: tuple[tuple[int, ObjectKind], ...] = ()
    converted: str = ""
    where: str = ""

    @property
    def needs(self) -> tuple[str, ...]:
        """The conversions of its slide and of its objects if they need any; its page is there before."""
        slide = self.drawing.converted if isinstance(self.drawing, PageStep) else ""
        return (slide, self.converted) if self.converted else ()


@dataclass(frozen=True, slots=True)
class SpeakStep(Step):
    """One sentence -> sound, by one voice of one engine."""

    text: str
    engine: str
    voice: str
    speed: float
    version: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class RecordingStep(Step):
    """The author's recording (asset digest) -> sound, its ends (seconds) cut off."""

    audio: str
    trim_start: Fraction
    trim_end: Fraction
    where: str = ""


@dataclass(frozen=True, slots=True)
class AlignStep(Step):
    """A recording (key of its sound) and the sentences said in it -> when each is heard."""

    sound: str
    sentences: tuple[str, ...]
    where: str = ""

    @property
    def needs(self) -> tuple[str, ...]:
        """The decoded recording."""
        return (self.sound,)


@dataclass(frozen=True, slots=True)
class FeaturesStep(Step):
    """Two pages (picture digests, with the keys they are kept under) -> what they have in common."""

    first: str
    second: str
    first_page: str
    second_page: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class StillStep(Step):
    """A page -> one coded picture, to be held as long as it is needed."""

    picture: str
    page: str
    settings: VideoSettings
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerateStep(Step):
    """Pictures of two slides -> the frames of the change between them, made by a model.

    `pictures` are (key of a stack, id of an object in it): the change goes from number `at` to the next one; the
    others are those of the slides around, for a path through several. `frames` counts both ends. `model` is the
    name of its `folder` (with the motion adapter `beside` it), `digest` that of the files in it. `device`, `dtype`,
    `placing` and `saving` are those of `generation.loader.Means`.
    """

    kind: Literal["latents", "video"]
    pictures: tuple[tuple[str, int], ...]
    frames: int
    model: str
    digest: str
    folder: str
    beside: str = ""
    at: int = 0
    prompt: str = ""
    seed: int = 1
    path: LatentPath = "slerp"
    device: str = "cpu"
    dtype: str = "float32"
    placing: Literal["whole", "offload", "groups"] | None = None
    saving: Literal["", "layerwise", "torchao", "bitsandbytes"] = ""
    where: str = ""

    @property
    def needs(self) -> tuple[str, ...]:
        """The stacks of the slides, each once."""
        return tuple(dict.fromkeys(key for key, _ in self.pictures))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeStep(Step):
    """Two pages and how one shall change into the other.

    `first_layers` and `second_layers` are the keys of their stacks ("": the change needs none), `pairs` the objects
    of both that are one as far as that is known; `pictures` is the key of frames that a model makes ("": none does,
    and `without` says why where one was wanted), of the pair of pictures `turning`. `leftwards` are objects whose
    script runs from right to left.
    """

    first: str
    second: str
    first_page: str
    second_page: str
    level: Level
    style: Style
    direction: Direction
    frames: int
    first_layers: str = ""
    second_layers: str = ""
    pairs: tuple[Pair, ...] = ()
    by_hand: tuple[ObjectPair, ...] = ()
    text_by: TextBy = "object"
    arrive: Arrival = "fade"
    leftwards: tuple[int, ...] = ()
    pictures: str = ""
    turning: tuple[int, int] | None = None
    without: str = ""
    where: str = ""

    @property
    def needs(self) -> tuple[str, ...]:
        """What it is composed of, beside the pages."""
        return self.composed

    @property
    def composed(self) -> tuple[str, ...]:
        """The two stacks and the model's frames, as far as it uses them."""
        return tuple(key for key in (self.first_layers, self.second_layers, self.pictures) if key)


@dataclass(frozen=True, slots=True, kw_only=True)
class CutStep(ChangeStep):
    """The change between two pages: requested -> delivered, reasons, scores, coded pictures.

    `after` is the key of the still behind it, in which it ends as decoders show it.
    """

    after: str
    settings: VideoSettings

    @property
    def needs(self) -> tuple[str, ...]:
        """The coded still behind it, and what it is composed of."""
        return (self.after, *self.composed)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckStep(ChangeStep):
    """What the change between two pages will be: requested, delivered, style, reasons, scores.

    What a `CutStep` finds, without coding a picture: so that an author sees it while editing.
    """


@dataclass(frozen=True, slots=True)
class SoundStep(Step):
    """The sounds of a scene, each at its sample, brought to the profile's loudness -> AAC.

    `parts` are (key of the sound, first sample); the segment starts `lead` samples before the take.
    """

    parts: tuple[tuple[str, int], ...]
    lead: int
    loudness: float
    peak: float
    bits: int
    where: str = ""


_WORDS = {
    "ConvertStep": "Reading the slides",
    "PageStep": "Drawing slides",
    "ImageStep": "Drawing slides",
    "CardStep": "Drawing slides",
    "SeparateStep": "Taking slides apart",
    "LayersStep": "Taking slides apart",
    "SpeakStep": "Speaking",
    "RecordingStep": "Reading recordings",
    "AlignStep": "Listening to recordings",
    "FeaturesStep": "Comparing slides",
    "GenerateStep": "Making pictures with a model",
    "StillStep": "Encoding slides",
    "CutStep": "Rendering changes",
    "CheckStep": "Checking changes",
    "SoundStep": "Encoding sound",
}

_MAKES = {
    "ConvertStep": "PDFs",
    "PageStep": "pages",
    "ImageStep": "pages",
    "CardStep": "pages",
    "SeparateStep": "PDFs",
    "LayersStep": "objects of slides",
    "SpeakStep": "sounds",
    "RecordingStep": "sounds",
    "StillStep": "coded pictures",
    "CutStep": "coded pictures",
    "SoundStep": "coded sound",
    "GenerateStep": "frames of models",
}
