"""The moving diagram: one scene on three slides, every object the same shape in another place and size."""

from dataclasses import dataclass

from pptx.enum.text import PP_ALIGN
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from resources.samples import drawings, geometry, parts
from resources.samples import palette as look
from resources.samples.content import Lesson, Page
from resources.samples.geometry import Box, Outline, Paint, shape
from resources.samples.markup import morph
from resources.samples.parts import Style
from resources.samples.template import DIAGRAM

_MORPH_MS = 2000
_CLOUD_ID = 48

#: Name, shape id, outline and paint, from the back to the front. Twins share all four on the three slides.
_OBJECTS: tuple[tuple[str, int, Outline | str, Paint], ...] = (
    ("!!glow", 40, "ellipse", Paint("FFE08A", opacity=0.45)),
    ("!!sun", 41, "ellipse", Paint("FFD667", "FFB930")),
    ("!!mountain", 42, geometry.MOUNTAIN, Paint("6D93AE", "9CBBCB")),
    ("!!shade", 43, geometry.SHADE, Paint("214A68", opacity=0.25)),
    ("!!snow", 44, geometry.SNOW, Paint(look.WHITE)),
    ("!!sea", 45, geometry.SEA, Paint("3D97CC", "0B4F7E")),
    ("!!hill", 46, geometry.HILL, Paint("7CB98F", "2F7D5C")),
    ("!!river", 47, geometry.RIVER, Paint("A6D9F0", "2A7BAF")),
    ("!!cloud", _CLOUD_ID, "picture", Paint(look.WHITE)),
    ("!!vapour 1", 49, geometry.RISE, Paint("8CC6E6", "4F9CCB")),
    ("!!vapour 2", 50, geometry.RISE, Paint("8CC6E6", "4F9CCB")),
    ("!!vapour 3", 51, geometry.RISE, Paint("8CC6E6", "4F9CCB")),
    ("!!drop", 60, geometry.DROP, Paint("5DB4E6", "0A5CA0")),
)
_DROPLET_ID, _RAIN_ID = 70, 80


@dataclass(frozen=True, slots=True)
class Stage:
    """Where everything stands on one slide, in inches; what is not named is not there."""

    boxes: dict[str, Box]
    labels: tuple[tuple[Box, str], ...]
    droplets: tuple[tuple[float, float, float], ...] = ()
    rain: tuple[tuple[float, float, float], ...] = ()
    rainy: bool = False


def _mountain(left: float, top: float, width: float, height: float) -> dict[str, Box]:
    """Return the boxes of the three shapes that make the mountain: they move as one."""
    return {
        "!!mountain": (left, top, width, height),
        "!!shade": _part(geometry.SHADE_PART, left, top, width, height),
        "!!snow": _part(geometry.SNOW_PART, left, top, width, height),
    }


def _part(part: Box, left: float, top: float, width: float, height: float) -> Box:
    x, y, wide, high = part
    return left + x * width, top + y * height, wide * width, high * height


def _sun(left: float, top: float, size: float) -> dict[str, Box]:
    halo = size * 0.28
    return {
        "!!sun": (left, top, size, size),
        "!!glow": (left - halo, top - halo, size + 2 * halo, size + 2 * halo),
    }


_EVAPORATION = Stage(
    boxes={
        **_sun(10.75, 0.62, 1.75),
        **_mountain(10.1, 4.15, 3.6, 1.75),
        "!!hill": (9.6, 5.3, 4.1, 2.3),
        "!!sea": (-0.4, 5.35, 14.2, 2.4),
        "!!cloud": (6.2, 1.8, 1.75, 0.91),
        "!!vapour 1": (6.55, 3.3, 0.75, 1.9),
        "!!vapour 2": (7.85, 2.95, 0.85, 2.2),
        "!!vapour 3": (9.2, 3.3, 0.75, 1.9),
        "!!drop": (5.35, 4.55, 0.85, 1.15),
    },
    labels=(((8.0, 2.45, 2.5, 0.4), look.INK), ((5.2, 6.3, 4.6, 0.4), look.WHITE)),
)
_CONDENSATION = Stage(
    boxes={
        **_sun(11.85, 0.5, 0.95),
        **_mountain(8.6, 4.3, 5.4, 2.75),
        "!!hill": (6.9, 5.6, 6.9, 2.0),
        "!!sea": (-0.4, 6.35, 14.2, 1.4),
        "!!cloud": (5.75, 1.75, 5.9, 3.07),
        "!!vapour 1": (6.3, 4.95, 0.5, 1.2),
        "!!vapour 2": (7.25, 4.9, 0.55, 1.35),
        "!!vapour 3": (8.25, 4.95, 0.5, 1.2),
        "!!drop": (8.35, 2.85, 0.72, 0.97),
    },
    labels=(((7.35, 4.12, 2.7, 0.4), look.INK),),
    droplets=(
        (7.2, 3.35, 0.22),
        (7.62, 3.72, 0.16),
        (7.75, 2.95, 0.19),
        (9.45, 3.0, 0.21),
        (9.85, 3.55, 0.24),
        (9.35, 3.72, 0.15),
        (6.7, 3.75, 0.17),
        (10.5, 3.72, 0.18),
    ),
)
_PRECIPITATION = Stage(
    boxes={
        **_sun(5.75, 1.95, 0.75),
        **_mountain(6.5, 2.85, 7.2, 3.75),
        "!!hill": (4.3, 4.75, 9.4, 2.9),
        "!!river": (5.0, 5.35, 5.1, 1.75),
        "!!sea": (-0.5, 6.55, 14.2, 1.2),
        "!!cloud": (8.3, 1.6, 4.1, 2.13),
        "!!drop": (6.7, 5.6, 0.72, 0.97),
    },
    labels=(
        ((6.7, 3.95, 1.9, 0.4), look.INK),
        ((8.95, 6.0, 1.3, 0.4), look.INK),
        ((9.6, 6.78, 3.0, 0.4), look.WHITE),
    ),
    rain=tuple(
        (8.95 + 0.42 * column - 0.12 * row, 3.85 + 0.42 * row + 0.12 * (column % 2), 0.16)
        for row in range(3)
        for column in range(7)
    ),
    rainy=True,
)


def add_diagram(deck: Deck, lesson: Lesson) -> None:
    """Add the three slides of the cycle, each with a Morph from the slide before it."""
    for page, stage in (
        (lesson.evaporation, _EVAPORATION),
        (lesson.condensation, _CONDENSATION),
        (lesson.precipitation, _PRECIPITATION),
    ):
        _add_stage(deck, page, stage)


def add_drop(slide: Slide, box: Box) -> None:
    """Add the lesson's drop to another slide: the same shape, so that it can travel into the diagram."""
    name, number, outline, paint = _OBJECTS[-1]
    slide.shapes._spTree.append(shape(number, name, outline, box, paint))


def _add_stage(deck: Deck, page: Page, stage: Stage) -> None:
    slide = parts.add_slide(deck, DIAGRAM, page)
    tree = slide.shapes._spTree
    for name, number, outline, paint in _OBJECTS:
        if name not in stage.boxes:
            continue
        if outline == "picture":
            cloud = parts.picture(slide, name, drawings.cloud(stage.rainy), stage.boxes[name], page.alt[0])
            parts.identify(cloud, number, name)
        else:
            tree.append(shape(number, name, outline, stage.boxes[name], paint))
    for count, (x, y, size) in enumerate(stage.droplets):
        tree.append(
            shape(
                _DROPLET_ID + count, f"!!droplet {count + 1}", "ellipse", (x, y, size, size), Paint("2E86C1")
            )
        )
    for count, (x, y, width) in enumerate(stage.rain):
        box = (x, y, width * 0.75, width * 1.35)
        tree.append(
            shape(_RAIN_ID + count, f"Rain {count + 1}", geometry.DROP, box, Paint("1F78B8"), turn=12)
        )
    for number, (words, (box, ink)) in enumerate(zip(page.labels, stage.labels, strict=True), 1):
        style = Style(look.LABEL_PT, ink, bold=True, align=PP_ALIGN.CENTER)
        parts.text_box(slide, f"Label {number}", box, words, style)
    parts.set_transition(slide, morph(_MORPH_MS))
