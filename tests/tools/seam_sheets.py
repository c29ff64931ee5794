"""Draws pairs of neighbouring slides side by side, for labelling by hand which change fits each seam.

    python -m tests.tools.seam_sheets draw WORK FILE...
    python -m tests.tools.seam_sheets sheets WORK SEAMS.txt FOLDER

`draw` imports each file and draws every page by the program's own plan: WORK/NAME.lecture and WORK/NAME/ID.png.
`sheets` reads lines of a file's name and a scene id (the incoming one) and writes contact sheets of twelve pairs,
numbered as the lines are.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from studio.assets import AssetStore
from studio.errors import StudioError
from studio.lecture import Lecture
from studio.lecture_file import open_lecture, save_lecture
from studio.timeline import shown

if TYPE_CHECKING:
    from renderers.workshop import Workshop

Picture = NDArray[np.uint8]

SLIDE_WIDTH, GAP, LABEL, ROWS = 420, 4, 18, 6
"""Pixels of a slide on a sheet, between two slides, of a label; rows of two pairs."""


def draw(work: Path, file: Path) -> None:
    """Import a file and draw its pages, as far as that is not done yet."""
    from renderers.reading import read
    from renderers.workplace import workshop
    from studio.progress import CancelToken

    folder = work / file.name
    kept = work / f"{file.name}.lecture"
    if kept.exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    with workshop(CancelToken()) as shop:
        lecture, _ = read(file, shop)
        for scene_id, page in drawn(lecture, shop).items():
            _write(folder / f"{scene_id}.png", page)
        save_lecture(lecture, shop.assets, kept)


def drawn(lecture: Lecture, shop: Workshop) -> dict[str, Picture]:
    """The RGB pages of all shown scenes, at the size the editor draws them in; what cannot be drawn is missing."""
    from renderers import editions, page_plan, pages
    from renderers.encode.video import VideoSettings
    from renderers.executors import execute
    from renderers.means import Means
    from renderers.planes import to_rgb
    from renderers.profiles import PREVIEW, load
    from renderers.slides import libreoffice
    from renderers.steps import ConvertStep

    profile = load(PREVIEW)
    means = Means(libreoffice.version(), (), VideoSettings.of(profile), editions.find())
    scenes = {scene.id: page_plan.page_step(scene, lecture, profile, means) for scene in shown(lecture)}
    found: dict[str, Picture] = {}
    for step in page_plan.with_conversions(scenes.values(), means):
        if isinstance(step, ConvertStep) and shop.known(step.key) is None:
            try:
                shop.cache.put(step.key, execute(step, shop))
            except StudioError as error:
                print(f"{lecture.title}: {error}", file=sys.stderr)
    for scene in shown(lecture):
        for each in (means, replace(means, converter="")):
            step = page_plan.page_step(scene, lecture, profile, each)
            try:
                found[scene.id] = to_rgb(pages.unpack(execute(step, shop)))
                break
            except StudioError as error:
                print(f"{lecture.title} {scene.id}: {error}", file=sys.stderr)
    return found


def opened(work: Path, name: str) -> Lecture:
    """A lecture that was imported before."""
    return open_lecture(work / f"{name}.lecture", AssetStore(work / "assets"))


def page(work: Path, name: str, scene_id: str) -> Picture:
    """The RGB page of a scene that was drawn before."""
    import cv2

    found = cv2.imread(str(work / name / f"{scene_id}.png"))
    return np.asarray(cv2.cvtColor(found, cv2.COLOR_BGR2RGB), np.uint8)


def sheets(work: Path, seams: list[tuple[str, str]], folder: Path) -> None:
    """Write the contact sheets of these seams (name of the file, id of the incoming scene)."""
    folder.mkdir(parents=True, exist_ok=True)
    lectures = {name: opened(work, name) for name in dict.fromkeys(name for name, _ in seams)}
    pairs = [(at, name, scene) for at, (name, scene) in enumerate(seams)]
    for start in range(0, len(pairs), 2 * ROWS):
        sheet = [
            _pair(work, lectures[name], name, scene, at) for at, name, scene in pairs[start:][: 2 * ROWS]
        ]
        rows = [np.hstack(row) for row in (sheet[at : at + 2] for at in range(0, len(sheet), 2))]
        wide = max(row.shape[1] for row in rows)
        padded = [np.pad(row, ((0, 8), (0, wide - row.shape[1]), (0, 0)), constant_values=90) for row in rows]
        _write(folder / f"sheet-{start // (2 * ROWS) + 1:02}.png", np.vstack(padded))


def _pair(work: Path, lecture: Lecture, name: str, scene_id: str, number: int) -> Picture:
    import cv2

    scenes = [scene.id for scene in shown(lecture)]
    at = scenes.index(scene_id)
    both = [page(work, name, each) for each in (scenes[at - 1], scene_id)]
    height = both[0].shape[0] * SLIDE_WIDTH // both[0].shape[1]
    small = [cv2.resize(each, (SLIDE_WIDTH, height), interpolation=cv2.INTER_AREA) for each in both]
    out = np.full((height + LABEL, 2 * SLIDE_WIDTH + 3 * GAP, 3), 90, np.uint8)
    out[LABEL:, :SLIDE_WIDTH], out[LABEL:, SLIDE_WIDTH + GAP : 2 * SLIDE_WIDTH + GAP] = small
    text = f"{number}  {name[:52]}  {at}>{at + 1}"
    cv2.putText(out, text, (4, 13), cv2.FONT_HERSHEY_SIMPLEX, 0.45, (255, 255, 0), 1, cv2.LINE_AA)
    return out


def _write(target: Path, picture: Picture) -> None:
    import cv2

    cv2.imwrite(str(target), cv2.cvtColor(picture, cv2.COLOR_RGB2BGR))


def main(words: list[str]) -> None:
    """Draw, or make sheets."""
    if words[0] == "draw":
        for file in words[2:]:
            try:
                draw(Path(words[1]), Path(file))
            except StudioError as error:
                print(f"{file}: {error}", file=sys.stderr)
        return
    seams = [
        tuple(line.rsplit(maxsplit=1)) for line in Path(words[2]).read_text("utf-8").splitlines() if line
    ]
    sheets(Path(words[1]), [(name, scene) for name, scene in seams], Path(words[3]))


if __name__ == "__main__":
    main(sys.argv[1:])
