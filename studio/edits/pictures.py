"""Edits of what is seen: a page or a picture in the place of a slide as it is drawn here, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from studio.edits.finding import changed
from studio.errors import EditError
from studio.lecture import CardVisual, Lecture, PageImage, PictureVisual, Scene, SlideVisual


def set_pages(lecture: Lecture, pages: Mapping[str, PageImage | None]) -> Lecture:
    """Show pages or pictures in the place of slides, by the id of the scene; None: the slide as drawn here.

    A scene that shows a picture of its own gets another one. Raises EditError for a card, and where a picture of
    its own is to be taken away.
    """
    return changed(lecture, pages, lambda scene: _with_page(scene, pages[scene.id]))


def _with_page(scene: Scene, page: PageImage | None) -> Scene:
    visual = scene.visual
    if isinstance(visual, CardVisual):
        raise EditError(
            "A card of an outline is drawn from its words; only slides can be shown as a picture."
        )
    if isinstance(visual, SlideVisual):
        return replace(scene, visual=replace(visual, page=page))
    if page is None:
        raise EditError("This scene is a picture itself; there is no slide behind it to go back to.")
    return replace(scene, visual=PictureVisual(page, visual.text))
