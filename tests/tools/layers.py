"""Takes the slides of lectures apart and puts them together again, by the program's own plan: a table of both.

    python -m tests.tools.layers DECK… [--painter builtin] [--slides 1-12] [--height 1080] [--pictures FOLDER]

For each lecture: slides, objects, how many stacks show their page, why the others do not, seconds. With --pictures
the page, the stack, what is wrong between them and every object are written, of all slides that were asked for;
of those that do not show their page, too.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from renderers import editions, engine, page_plan, pages
from renderers.cache import Cache
from renderers.encode.video import VideoSettings
from renderers.layers import making
from renderers.layers.stack import Layer, lay, stacked, unpack
from renderers.means import Means
from renderers.planes import Planes, one_thread, to_rgb, uniform
from renderers.profiles import PREVIEW, Profile, load
from renderers.slides import converter, libreoffice, picture_reader
from renderers.slides.pdf import reader
from renderers.steps import LayersStep, Step
from renderers.workshop import Workshop
from studio.assets import AssetStore
from studio.importers import import_file
from studio.lecture import Lecture
from studio.progress import CancelToken

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(slots=True)
class Row:
    """What came of one lecture; `whys` are the numbers of slides by why they have no layers."""

    slides: int = 0
    objects: int = 0
    equal: int = 0
    seconds: float = 0.0
    whys: dict[str, list[str]] = field(default_factory=dict[str, list[str]])


def measure(lecture: Lecture, profile: Profile, means: Means, shop: Workshop, pictures: Path | None) -> Row:
    """Take the slides of a lecture apart."""
    started, scenes = time.monotonic(), lecture.scenes
    drawn = [page_plan.page_step(scene, lecture, profile, means) for scene in scenes]
    records = run(page_plan.with_conversions(drawn, means), shop)
    steps = [page_plan.layers_step(scene, lecture, profile, means) for scene in scenes]
    records |= run(page_plan.with_separations(steps, means, {}), shop)
    row = Row(len(steps), seconds=time.monotonic() - started)
    for number, step in enumerate(steps, start=1):
        told = records[step.key]
        row.objects += len(told["objects"])
        row.equal += told["why"] in ("", making.NOTHING)
        if told["why"]:
            row.whys.setdefault(told["why"], []).append(f"{number} {_figures(told)}".strip())
        if pictures is not None:
            _write(pictures, number, step, shop)
    return row


def run(steps: Iterable[Step], shop: Workshop) -> dict[str, dict[str, Any]]:
    """Run steps; returns their records."""
    walk = engine.run(steps, shop, "layers", 2)
    while True:
        try:
            next(walk)
        except StopIteration as end:
            return end.value


def _figures(told: dict[str, Any]) -> str:
    found = told.get("apart")
    return f"({found['smooth']}, {found['edges']}, {found['stray']:.1e})" if found else ""


def _write(folder: Path, number: int, step: LayersStep, shop: Workshop) -> None:
    entry = shop.entry(step.key)
    if not entry.record["objects"]:
        return
    page, stack = pages.unpack(shop.entry(step.of)), unpack(entry)
    shown = stacked(stack)
    _picture(folder, f"{number:03}-page", to_rgb(page))
    _picture(folder, f"{number:03}-stack", to_rgb(shown))
    _picture(folder, f"{number:03}-ground", to_rgb(stack.ground))
    wrong = page.map(lambda p, q: ((p.short() - q.short()).abs() * 8).clamp(0, 219).add(16).byte(), shown)
    _picture(folder, f"{number:03}-wrong", to_rgb(replace(wrong, u=wrong.u * 0 + 128, v=wrong.v * 0 + 128)))
    for place, layer in enumerate(stack.layers):
        _picture(folder, f"{number:03}-{place:02}-{layer.id}-{layer.kind}", _alone(page, layer))


def _alone(page: Planes, layer: Layer) -> NDArray[np.uint8]:
    """A layer over pink, which no slide has."""
    pink = uniform(page, 120, 150, 190)
    lay(pink, layer.luma, layer.chroma, layer.left, layer.top)
    return to_rgb(pink)


def _picture(folder: Path, name: str, rgb: NDArray[np.uint8]) -> None:
    import cv2

    folder.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(folder / f"{name}.png"), rgb[..., ::-1])


def _chosen(lecture: Lecture, numbers: str) -> Lecture:
    if not numbers:
        return lecture
    first, _, last = numbers.partition("-")
    return replace(lecture, scenes=lecture.scenes[int(first) - 1 : int(last or first)])


def _rows(arguments: argparse.Namespace, shop: Workshop) -> Iterator[tuple[str, Row]]:
    profile = load(PREVIEW)
    height = arguments.height or profile.height
    profile = replace(profile, width=height * profile.width // profile.height // 2 * 2, height=height)
    painter = libreoffice.version() if arguments.painter == "libreoffice" else ""
    means = Means(painter, (), VideoSettings.of(profile), editions.find())
    convert, read_pdf, look = converter(shop), reader(shop), picture_reader(shop)
    for deck in arguments.decks:
        whole = import_file(deck, shop.assets, convert=convert, read_pdf=read_pdf, look=look)[0]
        lecture = _chosen(whole, arguments.slides)
        out = arguments.pictures / deck.stem if arguments.pictures else None
        yield deck.stem, measure(lecture, profile, means, shop, out)


def main() -> None:
    """Print the table, row by row."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("decks", nargs="+", type=Path)
    parser.add_argument("--painter", choices=("libreoffice", "builtin"), default="libreoffice")
    parser.add_argument("--slides", default="", help="3 or 1-12")
    parser.add_argument("--height", type=int, default=0)
    parser.add_argument("--pictures", type=Path)
    arguments = parser.parse_args()
    one_thread()
    if arguments.pictures:
        making.SAME, making.STRAY = 255, 1.0
    total = Row()
    print("| lecture | slides | objects | equal | seconds | why not |\n|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="layers-") as folder:
        shop = Workshop(Cache(Path(folder, "steps")), AssetStore(Path(folder, "assets")), CancelToken())
        with shop:
            for name, row in _rows(arguments, shop):
                whys = "; ".join(f"{why}: {', '.join(slides)}" for why, slides in row.whys.items())
                figures = f"{row.slides} | {row.objects} | {row.equal} | {row.seconds:.1f} | {whys} |"
                print(f"| {name} | {figures}", flush=True)
                total.slides, total.equal = total.slides + row.slides, total.equal + row.equal
    print(f"\n{total.equal} of {total.slides} stacks show their page")


if __name__ == "__main__":
    main()
