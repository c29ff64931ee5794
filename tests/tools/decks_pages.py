"""Draws the pages of one lecture for the table of decks, by the program's own plan, and looks at what came out."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from renderers import editions, page_plan, pages
from renderers.encode.video import VideoSettings
from renderers.executors import execute
from renderers.means import Means
from renderers.profiles import PREVIEW, Profile, load
from renderers.slides import libreoffice
from renderers.steps import ConvertStep
from renderers.workplace import workshop
from renderers.workshop import Workshop
from studio.errors import StudioError
from studio.lecture import Lecture, Scene, SlideVisual
from studio.lecture_file import open_lecture
from studio.progress import CancelToken

if TYPE_CHECKING:
    import numpy as np

WIDTH, HEIGHT = 480, 270
_COLUMNS = 4


def draw(lecture_file: Path, painter: str, pictures: str) -> dict[str, Any]:
    """Every slide's page: how many by which painter, what is remarkable, what failed.

    `painter` is "libreoffice" (the built-in one stands in where it fails) or "builtin"; `pictures` names the
    contact sheet to write ("": none).
    """
    drawn: Counter[str] = Counter({"LibreOffice": 0, "built-in": 0, "none": 0})
    told: dict[str, Any] = {"drawn": drawn, "remarks": [], "faults": []}
    profile = replace(load(PREVIEW), width=WIDTH, height=HEIGHT)
    with workshop(CancelToken()) as shop:
        lecture = open_lecture(lecture_file, shop.assets)
        means = Means(
            libreoffice.version() if painter == "libreoffice" else "",
            (),
            VideoSettings.of(profile),
            editions.find(),
        )
        _convert(lecture, profile, means, shop, told)
        sheet = [
            page for scene in lecture.scenes if (page := _page(scene, lecture, profile, means, shop, told))
        ]
    if pictures:
        _write_sheet(Path(pictures), [(title, rgb) for title, rgb in sheet])
    return told


def _convert(lecture: Lecture, profile: Profile, means: Means, shop: Workshop, told: dict[str, Any]) -> None:
    """The conversions done, as far as the converter makes something of the deck."""
    pages = [page_plan.page_step(scene, lecture, profile, means) for scene in lecture.scenes]
    for step in page_plan.with_conversions(pages, means):
        if isinstance(step, ConvertStep):
            try:
                shop.cache.put(step.key, execute(step, shop))
            except StudioError as error:
                told["remarks"].append(f"LibreOffice: {error}")


def _page(
    scene: Scene, lecture: Lecture, profile: Profile, means: Means, shop: Workshop, told: dict[str, Any]
) -> tuple[str, np.ndarray] | None:
    assert isinstance(scene.visual, SlideVisual)
    number = scene.visual.number
    for each in (means, replace(means, converter="")) if means.converter else (means,):
        try:
            entry = execute(page_plan.page_step(scene, lecture, profile, each), shop)
        except StudioError as error:
            told["remarks"].append(f"Slide {number}: {error}")
            continue
        told["drawn"]["LibreOffice" if each.converter else "built-in"] += 1
        told["remarks"] += [
            f"Slide {number}: {what} is not drawn." for what in entry.record.get("left_out", ())
        ]
        luma, u, v = pages.arrays(entry)
        if _is_blank(scene.visual, luma, lecture):
            told["remarks"].append(f"Slide {number} is blank.")
        return f"{number} {'LO' if each.converter else 'builtin'}", _rgb(luma, u, v)
    told["drawn"]["none"] += 1
    told["faults"].append(f"slide {number} has no page")
    return None


def _is_blank(visual: SlideVisual, luma: np.ndarray, lecture: Lecture) -> bool:
    """Whether a slide with something on it has a page of one colour; only the slide's part of the frame counts."""
    from renderers.slides.fit import fit

    place = fit(lecture.width, lecture.height, WIDTH, HEIGHT)
    page = luma[place.top : place.top + place.height, place.left : place.left + place.width]
    shown = [
        item for item in visual.objects if item.kind not in ("group", "shape", "line") and item.box.width
    ]
    return bool(shown) and int(page.max()) - int(page.min()) < 8


def _rgb(luma: np.ndarray, u: np.ndarray, v: np.ndarray) -> np.ndarray:
    """BT.709 limited range (what pages are kept in) as BGR for looking at; exact enough for eyes."""
    import numpy as np

    y = (luma.astype(float) - 16) * 255 / 219
    cb, cr = (np.repeat(np.repeat(c.astype(float) - 128, 2, 0), 2, 1) * 255 / 224 for c in (u, v))
    planes = (y + 1.8556 * cb, y - 0.1873 * cb - 0.4681 * cr, y + 1.5748 * cr)
    return np.clip(np.stack(planes, -1), 0, 255).astype(np.uint8)


def _write_sheet(target: Path, sheet: list[tuple[str, np.ndarray]]) -> None:
    import cv2
    import numpy as np

    columns = min(_COLUMNS, max(1, len(sheet)))
    rows = -(-len(sheet) // columns)
    out = np.full((rows * (HEIGHT + 20), columns * (WIDTH + 4), 3), 90, np.uint8)
    for index, (title, picture) in enumerate(sheet):
        top, left = index // columns * (HEIGHT + 20) + 20, index % columns * (WIDTH + 4)
        out[top : top + HEIGHT, left : left + WIDTH] = picture
        cv2.putText(out, title, (left + 4, top - 5), cv2.FONT_HERSHEY_SIMPLEX, 0.45, (255, 255, 255), 1)
    target.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(f"{target}.jpg", out, [cv2.IMWRITE_JPEG_QUALITY, 85])
