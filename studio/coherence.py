"""The coherence levels 0 to 5: their names, the automatic choice for each cut, requested against delivered.

The automatic choice is a list of rules; the first that fits decides, and its reason is kept in words for the
author. What was *requested* here and what was *delivered* (measured on the rendered frames) stay apart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from studio.directions import directed_transition
from studio.lecture import (
    Arrival,
    Choices,
    Direction,
    Level,
    PictureVisual,
    Scene,
    SlideVisual,
    StoredTransition,
    Style,
    Transition,
)
from studio.wishes import wish_of

NAMES = {
    Level.CUT: ("Cut", "The next slide simply appears"),
    Level.WHOLE: ("Whole slide", "The whole picture changes smoothly"),
    Level.HOLD: ("Hold", "What is the same stays; the rest fades"),
    Level.MOVE: ("Move", "Matching objects glide to their new place"),
    Level.RESHAPE: ("Reshape", "One picture turns into the next; words stay sharp"),
    Level.MOTION: ("AI motion", "A local model invents the motion; watch before using"),
}
"""Each level's name and its one line for the teacher."""

LENGTHS = {
    Level.CUT: Fraction(0),
    Level.WHOLE: Fraction(2, 5),
    Level.HOLD: Fraction(3, 10),
    Level.MOVE: Fraction(7, 10),
    Level.RESHAPE: Fraction(7, 10),
    Level.MOTION: Fraction(2),
}
"""How long a change takes where nobody said otherwise, in seconds."""

DRAWN = Fraction(1)
"""How long it takes at least where what is new is drawn: in less nobody sees a pen."""

LONGEST = Fraction(10)
"""No change takes longer than this (seconds), whatever a deck says."""

MATCHED = 0.5
"""Objects may travel where at least this share of them is on both slides: else there is too much that does not."""

UNRELATED_WORDS = 0.1
"""Two slides whose words overlap less than this (Jaccard) are about different things."""

FEW_WORDS = 8
"""A slide with fewer words than this is a title: that another one has none of them tells nothing."""

OTHER_GROUND = 0.3
"""Two pages whose colours overlap less than this (Lab histograms) stand on different grounds: nothing travels."""

LITTLE_SHARED = 0.4
"""Two slides that have less than this share of their picture in common have too little to hold."""

FULL_SIZE, ONE_SUBJECT = 0.6, 0.4
"""A picture that takes this share of its slide is a full-size one; two show one subject where the slides have this
share of their words or colours in common."""

_DISSOLVES = frozenset({"fade", "dissolve", "flash", "prism", "vortex", "ripple", "honeycomb", "glitter"})
_PUSHES = frozenset({"push", "pan", "ferris", "conveyor", "gallery", "comb", "doors", "window", "flythrough"})
_WIPES = frozenset({"wipe", "split", "blinds", "checker", "strips", "wedge", "wheel", "randomBar", "reveal"})
_COVERS = frozenset({"cover", "pull", "uncover", "newsflash", "zoom", "warp", "switch", "flip", "cube"})
_DIRECTIONS: dict[str, Direction] = {"l": "left", "r": "right", "u": "up", "d": "down"}


@dataclass(frozen=True, slots=True)
class Features:
    """What two neighbouring slides have in common, each 0 (nothing) to 1 (all).

    `same_theme`: theme and layout family agree. `words`: Jaccard index of the words on both slides.
    `shared`: share of the picture that is the same (None: the pages are not compared yet). `colours`: intersection
    of their Lab histograms. `similarity`: SSIM of the two pages. `matched`: share of the objects that may move that
    are on both slides (Dice's coefficient); `moved`: share of those that visibly stand elsewhere. `objects` counts
    those of the fuller slide, `partners` those on both.
    `picture`: share of the slide that the largest picture takes, on the slide where it takes less. `opens`: the
    slide that comes is made to open a section; `fewest` counts the words of the slide that has fewer.
    """

    same_theme: bool
    words: float
    shared: float | None = None
    colours: float = 0.0
    similarity: float = 0.0
    matched: float = 0.0
    moved: float = 0.0
    objects: int = 0
    partners: int = 0
    picture: float = 0.0
    opens: bool = False
    fewest: int = FEW_WORDS

    @property
    def movers(self) -> int:
        """How many of those visibly stand elsewhere."""
        return round(self.moved * self.partners)


@dataclass(frozen=True, slots=True)
class CutChoice:
    """What is requested at a seam, and why. `duration` is in seconds; `chosen_by` tells by whom.

    `suggestion` is what the author may try instead (a sentence without its end): levels 4 and 5 are never chosen
    for him.
    """

    level: Level
    style: Style
    direction: Direction
    duration: Fraction
    reason: str
    chosen_by: str = "rule"
    suggestion: str = ""


def choose(scene: Scene, before: Scene, features: Features, choices: Choices) -> CutChoice:
    """The level of the cut from `before` to `scene`: the author's (set, or written into the notes as
    a direction), else the deck's, else a rule's.
    """
    transition = scene.transition
    asked = directed_transition(scene.script)
    if transition.requested is None and asked is not None:
        length = transition.duration if asked.duration is None else asked.duration
        transition = replace(asked, stored=transition.stored, duration=length)
    choice = _limited(_wanted(transition, scene, before, features, choices), choices)
    if wish_of(scene).arrive == "draw" and choice.level in (Level.HOLD, Level.MOVE):
        choice = replace(choice, duration=max(choice.duration, DRAWN))
    if transition.duration is not None and choice.level is not Level.CUT:
        length = min(max(transition.duration, Fraction(0)), LONGEST)
        choice = replace(choice, duration=length)
    return replace(choice, suggestion=suggested(transition, features, choices))


def suggested(transition: Transition, features: Features, choices: Choices) -> str:
    """What of levels 4 and 5 would be worth a try, in words; "" where nothing is."""
    if choices.fades_only or transition.requested in (Level.RESHAPE, Level.MOTION):
        return ""
    if transition.generation.prompt.strip():
        return "You wrote what shall happen: AI motion can show it"
    alike = max(features.words, features.colours)
    if features.picture >= FULL_SIZE and alike >= ONE_SUBJECT:
        return "Two large pictures of one subject: Reshape can turn one into the other"
    return ""


def usual_length(level: Level, arrive: Arrival) -> Fraction:
    """How long a change takes where neither the author nor the deck says anything, in seconds."""
    drawn = arrive == "draw" and level in (Level.HOLD, Level.MOVE)
    return max(LENGTHS[level], DRAWN) if drawn else LENGTHS[level]


def _wanted(
    transition: Transition, scene: Scene, before: Scene, features: Features, choices: Choices
) -> CutChoice:
    style, direction = transition.style or "dissolve", transition.direction
    if transition.requested is not None:
        level = transition.requested
        return CutChoice(level, style, direction, LENGTHS[level], "You chose it for this cut", "author")
    if choices.level is not None:
        level = choices.level
        return CutChoice(level, style, direction, LENGTHS[level], "You chose it for every cut", "author")
    if transition.stored is not None:
        return honoured(transition.stored)
    return propose(scene, before, features)


def honoured(stored: StoredTransition) -> CutChoice:
    """Rule 1: the transition a deck carries, as the level and style nearest to it, its length kept."""
    if stored.kind == "morph":
        choice = CutChoice(
            Level.MOVE, "dissolve", "left", LENGTHS[Level.MOVE], "The deck asks for Morph", "deck"
        )
    elif stored.kind in ("cut", "none"):
        return CutChoice(Level.CUT, "dissolve", "left", Fraction(0), "The deck asks for a plain cut", "deck")
    else:
        style = _style_of(stored)
        direction = _DIRECTIONS.get(stored.option[:1].lower(), "left")
        reason = f"The deck asks for {stored.kind[:1].upper()}{stored.kind[1:]}"
        choice = CutChoice(Level.WHOLE, style, direction, LENGTHS[Level.WHOLE], reason, "deck")
    if stored.duration is not None:
        choice = replace(choice, duration=min(stored.duration, LONGEST))
    return choice


def propose(scene: Scene, before: Scene, features: Features) -> CutChoice:
    """Rules 2 to 5, for a cut about which neither the author nor the deck says anything."""
    if scene.section != before.section and scene.section:
        reason = f"A new section begins: {scene.section}"
        return CutChoice(Level.WHOLE, "dip", "left", LENGTHS[Level.WHOLE], reason)
    if features.opens:
        reason = "This slide opens a section"
        return CutChoice(Level.WHOLE, "dip", "left", LENGTHS[Level.WHOLE], reason)
    if not features.same_theme:
        return _other_design(features)
    one_ground = features.shared is None or features.colours >= OTHER_GROUND
    if features.matched >= MATCHED and features.movers and one_ground:
        return CutChoice(Level.MOVE, "dissolve", "left", LENGTHS[Level.MOVE], _moving(features))
    return _same_design(features.shared)


def _same_design(shared: float | None) -> CutChoice:
    reason = "The same design: what both slides share stays, the rest fades"
    if shared is None:
        return CutChoice(Level.HOLD, "dissolve", "left", LENGTHS[Level.HOLD], reason)
    if shared < LITTLE_SHARED:
        reason = f"The same design, but only {_percent(shared)} % of the picture is shared: all of it fades"
        return CutChoice(Level.WHOLE, "dissolve", "left", LENGTHS[Level.WHOLE], reason)
    reason = f"The same design: {_percent(shared)} % of the picture is shared and stays, the rest fades"
    return CutChoice(Level.HOLD, "dissolve", "left", LENGTHS[Level.HOLD], reason)


def _other_design(features: Features) -> CutChoice:
    common = _percent(features.words)
    if features.words < UNRELATED_WORDS and features.fewest < FEW_WORDS:
        reason = "Another design, and too few words to tell whether the subject is another"
        return CutChoice(Level.WHOLE, "dissolve", "left", LENGTHS[Level.WHOLE], reason)
    if features.words < UNRELATED_WORDS:
        reason = f"Another design and {common} % of the words in common: nothing to keep"
        return CutChoice(Level.CUT, "dissolve", "left", Fraction(0), reason)
    reason = f"Another design, but the same subject: {common} % of the words in common"
    return CutChoice(Level.WHOLE, "dissolve", "left", LENGTHS[Level.WHOLE], reason)


def _percent(share: float) -> int:
    return round(100 * share)


def _moving(features: Features) -> str:
    if features.objects == 1:
        return "The one object beside the text is on both slides and moves"
    matched = f"{features.partners} of {features.objects} objects match"
    return f"{matched} and {features.movers} move" if features.movers > 1 else f"{matched} and 1 moves"


def words_in_common(first: str, second: str) -> float:
    """Jaccard index of two texts' words (single characters for Chinese, Japanese and Thai): 0 to 1."""
    one, other = _words(first), _words(second)
    return len(one & other) / len(one | other) if one | other else 0.0


def visible_text(scene: Scene) -> str:
    """All words that stand on a scene's picture."""
    visual = scene.visual
    if isinstance(visual, SlideVisual):
        return "\n".join(item.text for item in visual.objects if item.text)
    if isinstance(visual, PictureVisual):
        return visual.text
    return "\n".join([visual.heading, *(point.text for point in visual.points)])


def count_words(text: str) -> int:
    """How many different words a text has; two characters of Chinese, Japanese or Thai count as one."""
    words = _words(text)
    wide = sum(len(word) == 1 and not word.isascii() for word in words)
    return len(words) - wide + (wide + 1) // 2


@lru_cache(maxsize=1024)  # each slide is compared with two others, after every edit again
def _words(text: str) -> frozenset[str]:
    words: set[str] = set()
    for word in text.lower().split():
        bare = word if word.isalnum() else "".join(filter(str.isalnum, word))
        if not bare.isascii() and any("\u0e00" <= c <= "\u0eff" or c >= "\u2e80" for c in bare):
            words.update(bare)
        elif bare:
            words.add(bare)
    return frozenset(words)


def _style_of(stored: StoredTransition) -> Style:
    if stored.kind in _PUSHES:
        return "push"
    if stored.kind in _WIPES:
        return "wipe"
    if stored.kind in _COVERS:
        return "cover"
    black = stored.kind == "fade" and stored.option == "thruBlk"
    return "dip" if black or stored.kind not in _DISSOLVES else "dissolve"


def _limited(choice: CutChoice, choices: Choices) -> CutChoice:
    if not choices.fades_only or (choice.level <= Level.HOLD and choice.style in ("dissolve", "dip")):
        return choice
    level = min(choice.level, Level.HOLD)
    return replace(choice, level=level, style="dissolve", reason=f"{choice.reason}; fades only")
