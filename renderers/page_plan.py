"""The steps that draw the pages of a lecture, and those that take pages apart into objects. Pure, like `plan`.

A deck is converted in parts; what is drawn is kept by what it is drawn from, so a conversion only serves pages, and
a separation only layers, that are missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from renderers.means import Means
from renderers.profiles import Profile
from renderers.steps import CardStep, ConvertStep, ImageStep, LayersStep, PageStep, SeparateStep, Step
from studio.lecture import CardVisual, Lecture, ObjectKind, PageImage, Scene, SlideVisual, page_image

Records = Mapping[str, Mapping[str, Any]]

FIRST_PART, PART = 4, 24
"""Slides of a deck that LibreOffice converts at once: few at first, so that something is to be seen soon.

It takes 1.3 to 1.7 s for a single slide and 0.03 to 0.12 s for each further one; in parts all processors work, a
changed slide costs one part, and no process grows large.
"""

APART = 8
"""Slides whose objects are drawn one by one at once: a page for each object makes as many pages as a part has."""

WHOLE = 1 << 30
"""The last slide of any deck."""

PictureStep = PageStep | CardStep | ImageStep
"""What draws the picture of a scene."""


def with_conversions(pages: Iterable[PictureStep], means: Means) -> tuple[Step, ...]:
    """The pages, and before the first of each part of a deck the conversion that they need."""
    steps: dict[str, Step] = {}
    for page in pages:
        if isinstance(page, PageStep) and page.converted not in ("", *steps):
            steps[page.converted] = convert_step(page.deck, page.number, means)
        steps[page.key] = page
    return tuple(steps.values())


def page_step(scene: Scene, lecture: Lecture, profile: Profile, means: Means) -> PictureStep:
    """The step that draws a scene's picture at the size of the profile."""
    visual = scene.visual
    if isinstance(visual, CardVisual):
        points = tuple((point.level, point.text) for point in visual.points)
        language = scene.script.language or lecture.language
        size = (profile.width, profile.height)
        how = {"where": scene.id, "edition": means.editions.card}
        return CardStep(visual.heading, points, visual.opening, language, *size, **how)
    image = page_image(visual)
    if image is not None:
        return _image_step(image, scene, lecture, profile, means)
    assert isinstance(visual, SlideVisual), "what is neither a card nor drawn already is a slide"
    deck = visual.deck.digest
    converting = convert_step(deck, visual.number, means) if means.converter else None
    return PageStep(
        deck=deck,
        drawn=visual.drawn or deck,
        slide_id=visual.slide_id,
        number=visual.number,
        painter=means.converter or "builtin",
        converted=converting.key if converting else "",
        index=visual.number - converting.first if converting else 0,
        aspect=(lecture.width, lecture.height),
        width=profile.width,
        height=profile.height,
        background=lecture.background,
        where=scene.id,
        edition=f"{means.editions.converted}; {means.editions.rastered}"
        if converting
        else means.editions.painted,
    )


def _image_step(
    image: PageImage, scene: Scene, lecture: Lecture, profile: Profile, means: Means
) -> ImageStep:
    return ImageStep(
        file=image.file.digest,
        kind=image.file.media_type,
        number=image.number,
        aspect=(image.width, image.height),
        width=profile.width,
        height=profile.height,
        background=lecture.background,
        where=scene.id,
        edition=means.editions.pictured,
    )


def stand_in_step(scene: Scene, lecture: Lecture, profile: Profile, means: Means) -> PictureStep:
    """The step that draws a scene's picture at once, without LibreOffice: it stands in until that is done."""
    return page_step(scene, lecture, profile, replace(means, converter=""))


def convert_step(deck: str, number: int, means: Means) -> ConvertStep:
    """The step that turns the part of a deck (asset digest) in which a slide (its number) stands into pages."""
    if means.converts_whole:
        return ConvertStep(deck, 1, WHOLE, means.converter, edition=means.editions.converted)
    part = max(0, number - FIRST_PART - 1) // PART
    first = 1 if number <= FIRST_PART else FIRST_PART + 1 + part * PART
    last = FIRST_PART if number <= FIRST_PART else first + PART - 1
    return ConvertStep(deck, first, last, means.converter, edition=means.editions.converted)


def layers_step(scene: Scene, lecture: Lecture, profile: Profile, means: Means) -> LayersStep:
    """The step that takes a scene's page apart; `with_separations` gives it the conversion that it may need."""
    page = page_step(scene, lecture, profile, means)
    visual = scene.visual
    objects = visual.objects if isinstance(visual, SlideVisual) else ()
    top = (each for each in objects if not each.inside)
    kinds: tuple[tuple[int, ObjectKind], ...] = tuple((each.shape_id, each.kind) for each in top)
    return LayersStep(page.key, page, kinds, where=scene.id, edition=means.editions.layered)


def with_separations(layers: Iterable[LayersStep], means: Means, records: Records) -> tuple[Step, ...]:
    """The layers, and before them the conversions that they need: one for some slides of a part of a deck.

    What is known already shares none with what is not, so that nothing is converted for it again.
    """
    groups: dict[tuple[str, int, bool], dict[str, LayersStep]] = {}
    steps: dict[str, Step] = {}
    for step in layers:
        page = step.drawing
        if isinstance(page, PageStep) and page.converted:
            part = convert_step(page.deck, page.number, means).first
            groups.setdefault((page.deck, part, step.key in records), {})[step.key] = step
        else:
            steps[step.key] = step
    for group in groups.values():
        for some in _batched(group.values(), WHOLE if means.converts_whole else APART):
            separating = _separate_step(some, means)
            pages = (page for step in some if isinstance(page := step.drawing, PageStep))
            steps |= {page.converted: convert_step(page.deck, page.number, means) for page in pages}
            steps[separating.key] = separating
            steps |= {step.key: replace(step, converted=separating.key) for step in some}
    return tuple(steps.values())


def _separate_step(layers: Sequence[LayersStep], means: Means) -> SeparateStep:
    pages = [page for step in layers if isinstance(page := step.drawing, PageStep)]
    part = convert_step(pages[0].deck, pages[0].number, means)
    numbers = tuple(sorted({page.number for page in pages}))
    edition = f"{means.editions.converted}; {means.editions.separated}"
    return SeparateStep(part.source, part.first, part.last, numbers, means.converter, edition=edition)


def _batched(steps: Iterable[LayersStep], most: int) -> Iterator[Sequence[LayersStep]]:
    rest = list(steps)
    while rest:
        yield rest[:most]
        rest = rest[most:]
