"""The document: what a lecture is. Frozen values with tuples inside; edits make new ones (`edits.py`).

Everything a video depends on stands here (seeds, choices, the author's words) or is an asset named by
its digest; nothing here knows how sound or pictures are made.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from fractions import Fraction
from typing import Literal


class Level(IntEnum):
    """How coherent the change from one scene to the next shall be: a spectrum, not yes or no."""

    CUT = 0
    WHOLE = 1
    HOLD = 2
    MOVE = 3
    RESHAPE = 4
    MOTION = 5


Unscripted = Literal["silent", "read", "skip"]
"""What happens to a scene without notes: silent with a length, read from title and points, or left out."""

Style = Literal["dissolve", "dip", "push", "wipe", "cover"]
"""How a whole picture changes at level 1."""

TextBy = Literal["object", "word", "character"]
"""What of a text travels by itself at level 3, as PowerPoint's Morph offers it."""

Arrival = Literal["fade", "draw"]
"""How what is new on a slide comes in at levels 2 and 3: it fades in, or is drawn as by a hand."""

LatentPath = Literal["slerp", "gaussian"]
"""The way through a model's latents: the shortest one, or a smooth one through those of several slides."""

Direction = Literal["left", "right", "up", "down"]
"""Where the incoming picture travels to (PowerPoint: Push from bottom travels `up`)."""


@dataclass(frozen=True, slots=True)
class Asset:
    """Bytes the lecture needs, named by content. `digest` is SHA-256 in hex; `name` is for people only."""

    digest: str
    name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in fractions of the slide's width and height (0..1; may lie outside the slide)."""

    x: float
    y: float
    width: float
    height: float


ObjectKind = Literal["text", "picture", "chart", "table", "group", "graphic", "media", "line", "shape"]


@dataclass(frozen=True, slots=True)
class SlideObject:
    """One object of an imported slide: its identity, what it says and where it stands.

    `shape_id` is `p:cNvPr@id`, `name` is `@name` (`!!` in front forces a pair in Morph), `creation_id` is
    `a16:creationId@id`, `alt` is `@descr`; `picture` is the digest of an embedded picture.
    `placeholder` is the placeholder's type ("title", "body", …) where the object is one.
    """

    shape_id: int
    name: str
    kind: ObjectKind
    box: Box
    text: str = ""
    alt: str = ""
    picture: str | None = None
    creation_id: str | None = None
    placeholder: str | None = None
    inside: int = 0
    """The id of the group that holds it; 0 where it stands on the slide itself."""


@dataclass(frozen=True, slots=True)
class Build:
    """One step of an imported animation: on click `click` (from 1; 0: on its own) an object appears or moves.

    `paragraph` is the paragraph index for text built line by line, `effect` PowerPoint's class and preset
    ("entr 1", "exit 10", "path", "emph 3").
    """

    click: int
    shape_id: int
    effect: str
    trigger: Literal["click", "with", "after"]
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class EmbeddedMedia:
    """A video or sound that stands on a slide (not its narration)."""

    shape_id: int
    kind: Literal["video", "sound"]
    box: Box
    asset: Asset | None
    """None where the deck only links to a file outside, which is never opened."""


@dataclass(frozen=True, slots=True)
class Font:
    """A font family that text asks for; `wide`: for Chinese, Japanese or Korean characters."""

    family: str
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Comment:
    """A review comment on a slide or a page of a PDF, for the author alone: in no sound, caption or transcript.

    `time` is as the deck says it (ISO 8601), `answer` whether it answers the one before.
    """

    author: str
    text: str
    time: str = ""
    answer: bool = False
    resolved: bool = False


PDF = "application/pdf"
"""The media type of a PDF; every other `PageImage.file` is a picture."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page that is drawn already: page `number` (from 1) of a PDF, or a picture (then 1).

    `width` and `height` give its shape: points of the page, pixels of the picture.
    """

    file: Asset
    number: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class SlideVisual:
    """A slide of an imported deck. `slide_id` is `p:sldId@id`; `number` counts from 1, hidden ones included."""

    deck: Asset
    slide_id: int
    number: int
    drawn: str = ""
    """A digest of all that this slide is drawn from; the words of its notes are not part of it."""
    page: PageImage | None = None
    """What is shown instead of the slide as drawn here: PowerPoint's own page, or a picture of the author's."""
    layout: str = ""
    theme: str = ""
    fonts: tuple[Font, ...] = ()
    objects: tuple[SlideObject, ...] = ()
    builds: tuple[Build, ...] = ()
    media: tuple[EmbeddedMedia, ...] = ()
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class CardVisual:
    """A slide made from an outline: a heading and its points (`level` 0 is the outermost)."""

    heading: str
    points: tuple[CardPoint, ...] = ()
    opening: bool = False
    """True for the card that opens the lecture or a section: a large heading, centred."""


@dataclass(frozen=True, slots=True)
class CardPoint:
    """One point of a card."""

    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class PictureVisual:
    """A page of an imported PDF or a picture, shown whole; `text` is what can be read on it."""

    image: PageImage
    text: str = ""
    comments: tuple[Comment, ...] = ()


Visual = SlideVisual | CardVisual | PictureVisual


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a script. A private one stands in no sound, caption or transcript."""

    text: str
    private: bool = False


@dataclass(frozen=True, slots=True)
class Script:
    """The words to be spoken. `language` is a BCP 47 tag ("en-GB", "zh-TW"); it chooses the voice."""

    paragraphs: tuple[Paragraph, ...] = ()
    language: str = ""

    @property
    def words(self) -> str:
        """What may be heard: the public paragraphs, one a line."""
        return "\n".join(p.text for p in self.paragraphs if not p.private and p.text.strip())


@dataclass(frozen=True, slots=True)
class Recording:
    """The author's own voice for a scene. `trim_start` and `trim_end` are cut off its two ends (seconds).

    `stale`: its slide or words came changed from a deck since it was recorded, and nobody has checked it yet.
    """

    audio: Asset
    trim_start: Fraction = Fraction(0)
    trim_end: Fraction = Fraction(0)
    stale: bool = False


@dataclass(frozen=True, slots=True)
class StoredTransition:
    """The transition the deck carries: PowerPoint's element name, its option, its length in seconds."""

    kind: str
    option: str = ""
    duration: Fraction | None = None


@dataclass(frozen=True, slots=True)
class ObjectPair:
    """What the author says of an object: number `first` of the slide before and `second` of this one are one.

    None on one side: the other has no partner. Numbers are `SlideObject.shape_id`, those of a page without such
    ids are its parts in reading order.
    """

    first: int | None
    second: int | None


@dataclass(frozen=True, slots=True)
class Generation:
    """How a model makes a change (levels 4 and 5): its folder's name ("": the first that can), the words it is
    told, and the way through its latents.
    """

    model: str = ""
    prompt: str = ""
    path: LatentPath = "slerp"


@dataclass(frozen=True, slots=True)
class Transition:
    """What happens at the seam before a scene. It belongs to the incoming scene, as in PowerPoint.

    `requested` None means: choose for me. `duration` (seconds) None means: the level's own length.
    `speak_over` lets narration begin while the picture still changes; only the author sets it. `pairs` are the
    author's own; `text_by` None means: as the deck's Morph says, else by object.
    """

    requested: Level | None = None
    style: Style | None = None
    direction: Direction = "left"
    duration: Fraction | None = None
    speak_over: bool = False
    stored: StoredTransition | None = None
    pairs: tuple[ObjectPair, ...] = ()
    text_by: TextBy | None = None
    arrive: Arrival = "fade"
    generation: Generation = Generation()


@dataclass(frozen=True, slots=True)
class Scene:
    """One visual with its narration.

    `id` is unique in the lecture and stays when the scene moves. `section` names the section the scene
    belongs to; a chapter starts where it changes. `least` is the shortest length in seconds (a stored
    automatic advance); `unscripted` overrides the lecture's choice for scenes without words.
    """

    id: str
    title: str
    visual: Visual
    script: Script = Script()
    transition: Transition = Transition()
    recording: Recording | None = None
    section: str = ""
    hidden: bool = False
    least: Fraction | None = None
    unscripted: Unscripted | None = None


@dataclass(frozen=True, slots=True)
class Respelling:
    """A pronunciation rule: wherever `written` stands as a whole word, `spoken` is said."""

    written: str
    spoken: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the author chose for the whole lecture.

    `voices` maps a language tag or prefix to a voice id; `voice` is used for every language where set.
    `silence` is the length in seconds of a silent scene. `fades_only` keeps every cut at levels 0 to 2
    without anything that slides, zooms or travels.
    """

    voice: str = ""
    voices: tuple[tuple[str, str], ...] = ()
    respellings: tuple[Respelling, ...] = ()
    unscripted: Unscripted = "silent"
    silence: Fraction = Fraction(5)
    fades_only: bool = False
    level: Level | None = None
    """One level for every cut the author did not set himself; None: the automatic choice."""
    seed: int = 1


@dataclass(frozen=True, slots=True)
class CustomShow:
    """A choice of a deck's slides: scene ids in order, one perhaps twice. The deck as it is has the name ""."""

    name: str
    scenes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lecture:
    """The document. `width` and `height` give the slides' shape (points); `background` fills what is left."""

    title: str
    language: str = ""
    width: float = 960.0
    height: float = 540.0
    background: str = "#ffffff"
    scenes: tuple[Scene, ...] = ()
    choices: Choices = field(default_factory=Choices)
    shows: tuple[CustomShow, ...] = ()
    """The custom shows that its deck has, the first one the deck itself; () where it has none."""

    def scene(self, scene_id: str) -> Scene:
        """The scene with that id; KeyError if there is none."""
        for scene in self.scenes:
            if scene.id == scene_id:
                return scene
        raise KeyError(scene_id)

    @property
    def assets(self) -> tuple[Asset, ...]:
        """Every asset the lecture needs, each once, in order of first use."""
        found: dict[str, Asset] = {}
        for scene in self.scenes:
            for asset in _assets_of(scene):
                found.setdefault(asset.digest, asset)
        return tuple(found.values())


def _assets_of(scene: Scene) -> list[Asset]:
    assets: list[Asset] = []
    visual = scene.visual
    if isinstance(visual, SlideVisual):
        assets.append(visual.deck)
        assets += [medium.asset for medium in visual.media if medium.asset is not None]
    image = page_image(visual)
    if image is not None:
        assets.append(image.file)
    if scene.recording is not None:
        assets.append(scene.recording.audio)
    return assets


def page_image(visual: Visual) -> PageImage | None:
    """The page that is shown as it is, whatever it belongs to; None where the slide or card is drawn here."""
    if isinstance(visual, PictureVisual):
        return visual.image
    return visual.page if isinstance(visual, SlideVisual) else None
