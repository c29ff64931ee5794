"""One slide of a deck -> one scene."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from pptx.opc.package import Part
from pptx.slide import Slide

from studio.assets import AssetStore
from studio.coherence import honoured
from studio.directions import Words, not_understood, parts
from studio.importers.ledger import Ledger
from studio.importers.pptx import narration, notes, titles
from studio.importers.pptx.background import theme_name, theme_of
from studio.importers.pptx.bounds import notes_within, objects_within
from studio.importers.pptx.comments import read_comments
from studio.importers.pptx.drawn import Drawings
from studio.importers.pptx.fonts import fonts_of
from studio.importers.pptx.markup import Element, is_false
from studio.importers.pptx.media import read_media
from studio.importers.pptx.objects import Canvas, Shape, read_objects, shapes
from studio.importers.pptx.text import run_languages
from studio.importers.pptx.timings import Timings, read_timings
from studio.importers.pptx.transitions import advance, has_sound, stored_transition, transition_of
from studio.importers.tools import Tools
from studio.languages import language_of
from studio.lecture import (
    Asset,
    Build,
    Comment,
    Paragraph,
    Scene,
    Script,
    SlideObject,
    SlideVisual,
    StoredTransition,
    Transition,
)
from studio.privacy import marked
from studio.sentences import sentences

_AS_IN_POWERPOINT = ("cut", "fade", "push", "wipe", "cover", "morph", "dissolve")
"""Transitions that look here as they do there; the others become the one nearest to them."""

_STYLES = {"dip": "a dip through black"}


@dataclass(frozen=True, slots=True)
class DeckFacts:
    """What every slide of a deck shares: where it is kept, its size in EMU, whether stored times count."""

    asset: Asset
    drawings: Drawings
    width: float
    height: float
    timed: bool
    store: AssetStore
    tools: Tools
    digests: dict[str, str]
    spoken: str = ""
    """The language most of the notes are in."""
    shown: str = ""
    """The language most of the slides' text is in."""
    themes: dict[str, Element | None] = field(default_factory=dict[str, "Element | None"])
    """The themes that were read, by the part name of their master."""
    authors: dict[str, str] = field(default_factory=dict[str, str])
    """Who commented, by id."""

    def theme(self, master: Part) -> Element | None:
        """The theme of a master, read once for all slides."""
        name = str(master.partname)
        if name not in self.themes:
            self.themes[name] = theme_of(master)
        return self.themes[name]


def read_slide(
    slide: Slide, slide_id: int, number: int, section: str, deck: DeckFacts, ledger: Ledger
) -> Scene:
    """Read one slide; whatever is broken in it costs that one thing and a line in the report."""
    element = slide.element
    parents, layout, theme = _parents(slide, deck)
    canvas = Canvas(slide.part, parents, deck.width, deck.height, deck.digests)
    none: list[Shape] = []
    found = ledger.attempt(
        "object",
        "The objects of this slide cannot be read.",
        none,
        lambda: objects_within(shapes(element, parents), ledger),
    )
    objects = read_objects(found, canvas, ledger)
    timings = ledger.attempt(
        "build", "The animations of this slide are damaged.", Timings(), lambda: read_timings(element)
    )
    _report_timings(timings, ledger)
    script = _script(slide, objects, deck, ledger)
    recording = ledger.attempt(
        "narration",
        "The recorded narration of this slide is damaged; record it again or use a voice.",
        None,
        lambda: narration.read_recording(timings, found, slide.part, deck.store, deck.tools.probe, ledger),
    )
    media = ledger.attempt(
        "media",
        "The sounds and videos of this slide are damaged.",
        (),
        lambda: read_media(found, frozenset(timings.narration), canvas, deck.store, ledger),
    )
    stored, least = _timing(element, deck, ledger)
    comments = _comments(slide, deck, ledger)
    hidden = is_false(element.get("show"))
    if hidden:
        ledger.left_out(
            "hidden slide", "The slide is hidden; it is kept in the lecture and left out of the video."
        )
    visual = SlideVisual(
        deck=deck.asset,
        slide_id=slide_id,
        number=number,
        drawn=deck.drawings.of(str(slide.part.partname).lstrip("/")),
        layout=layout,
        theme=theme_name(theme),
        fonts=fonts_of(element, theme),
        objects=objects,
        builds=timings.builds,
        media=media,
        comments=comments,
    )
    return Scene(
        id=f"slide-{slide_id}",
        title=titles.slide_title(objects, number),
        visual=visual,
        script=script,
        transition=Transition(stored=stored),
        recording=recording,
        section=section,
        hidden=hidden,
        least=least,
    )


def _comments(slide: Slide, deck: DeckFacts, ledger: Ledger) -> tuple[Comment, ...]:
    comments = ledger.attempt(
        "comments",
        "The review comments of this slide are damaged.",
        (),
        lambda: read_comments(slide.part, deck.authors),
    )
    if comments:
        many = f"{len(comments)} review comments are" if len(comments) != 1 else "1 review comment is"
        ledger.kept("comments", f"{many} kept for you alone, in no video, caption or transcript.")
    return comments


def _parents(slide: Slide, deck: DeckFacts) -> tuple[tuple[Element, ...], str, Element | None]:
    """The layout's and master's elements (as far as they are there), the layout's name, the theme."""
    try:
        layout = slide.slide_layout
        name = layout.name
    except Exception:  # a slide may have lost its layout; it stands by itself then
        return (), "", None
    try:
        master = layout.slide_master
        return (layout.element, master.element), name, deck.theme(master.part)
    except Exception:  # or the layout its master
        return (layout.element,), name, None


def _script(slide: Slide, objects: tuple[SlideObject, ...], deck: DeckFacts, ledger: Ledger) -> Script:
    nothing: tuple[tuple[str, ...], tuple[tuple[str, int], ...]] = ((), ())
    lines, marks = ledger.attempt(
        "notes", "The notes of this slide are damaged.", nothing, lambda: notes.read_notes(slide)
    )
    lines = notes_within(lines, ledger)
    on_slide = language_of(_shown(objects), run_languages(slide.element), around=deck.shown)
    paragraphs = marked(lines)
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    script = Script(paragraphs, language_of(text, marks, on_slide, deck.spoken) if text else on_slide)
    _report_notes(script, ledger)
    return script


def _shown(objects: tuple[SlideObject, ...]) -> str:
    """What a slide without notes would be read from: its title and points; without those, all its text."""
    leading = ("title", "ctrTitle", "subTitle", "body", "obj")
    told = "\n".join(item.text for item in objects if item.placeholder in leading)
    return told or "\n".join(item.text for item in objects if item.placeholder not in ("sldNum", "ftr", "dt"))


def _report_notes(script: Script, ledger: Ledger) -> None:
    words = script.words
    if words:
        count = _sentences(script)
        size = f"{count} sentence{'s' if count != 1 else ''}, {len(words)} characters"
        ledger.kept("notes", f"The notes are kept as the script ({size}).")
    for paragraph in script.paragraphs:
        if paragraph.private:
            ledger.left_out("private notes", f"“{_first_words(paragraph)}” looks private and is not spoken.")
            continue
        for text, spoken in not_understood(paragraph.text):
            if spoken:
                ledger.kept(
                    "direction", f"“{text}” is not understood as a direction and is spoken as it stands."
                )
            else:
                ledger.left_out("direction", f"“{text}” is no direction known here and is left out.")


def _sentences(script: Script) -> int:
    """How many sentences will be spoken; directions are none."""
    public = (paragraph.text for paragraph in script.paragraphs if not paragraph.private)
    spoken = (part.text for text in public for part in parts(text) if isinstance(part, Words))
    return sum(len(sentences(text, script.language)) for text in spoken)


def _first_words(paragraph: Paragraph) -> str:
    return paragraph.text if len(paragraph.text) <= 40 else paragraph.text[:40].rstrip() + "…"


def _report_timings(timings: Timings, ledger: Ledger) -> None:
    builds: tuple[Build, ...] = timings.builds
    if builds:
        many = len(builds) != 1
        what = f"{len(builds)} builds are" if many else "1 build is"
        ledger.left_out("build", f"{what} kept in the lecture; the video shows the finished slide.")
    if timings.on_objects:
        ledger.left_out(
            "build", "Animations that start when an object is clicked are left out: nobody clicks in a video."
        )
    if timings.sounds:
        ledger.left_out("sound effect", "The sound effects of the animations are left out.")


def _timing(
    element: Element, deck: DeckFacts, ledger: Ledger
) -> tuple[StoredTransition | None, Fraction | None]:
    transition = transition_of(element)
    if transition is None:
        return None, None
    stored = stored_transition(transition)
    if stored is not None:
        _report_transition(stored, ledger)
    if has_sound(transition):
        ledger.left_out("sound effect", "The sound of the transition is left out.")
    least = advance(transition)
    if least is not None and not deck.timed:
        ledger.left_out(
            "timing", "The stored advance time is left out because the deck says not to use its timings."
        )
        return stored, None
    if least is not None:
        ledger.kept("timing", f"The stored advance time ({float(least):g} s) is kept as the shortest length.")
    return stored, least


def _report_transition(stored: StoredTransition, ledger: Ledger) -> None:
    if stored.kind in _AS_IN_POWERPOINT:
        ledger.kept("transition", f"The “{stored.kind}” transition is kept.")
    else:
        style = honoured(stored).style
        becomes = _STYLES.get(style, f"a {style}")
        ledger.replaced("transition", f"The “{stored.kind}” transition becomes {becomes}.")
