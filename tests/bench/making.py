"""Makes what is measured: lessons as .lecture files, and caches that hold the narration, with or without the pages.

    python -m tests.bench.making FOLDER LECTURES SLIDES SECONDS

Runs in a process of its own; `LECTURE_STUDIO_CACHE` is where the narration goes first, the pages' PDFs after it.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from renderers import engine, means, page_plan, plan, profiles
from renderers.cache import Cache
from renderers.export import to_render
from renderers.means import Means
from renderers.profiles import Profile
from renderers.steps import SeparateStep, Step
from renderers.workplace import workshop
from renderers.workshop import Workshop
from studio.lecture import Lecture
from studio.lecture_file import save_lecture
from studio.progress import NEVER
from studio.settings import cache_folder
from tests.bench.lesson import lessons

PROFILE = "youtube-1080p"
SPOKEN, CONVERTED = "spoken", "converted"
"""Folders: a cache with the narration; one with the PDFs of the decks, too."""


def make(folder: Path, lectures: Path, slides: int, seconds: int) -> None:
    """Write `whole`, `sentence` and `slide`.lecture; leave the two caches beside them."""
    profile = profiles.load(PROFILE)
    with workshop(NEVER) as shop:
        made = lessons(lectures, shop, slides, seconds)
        for name in ("whole", "sentence", "slide"):
            save_lecture(getattr(made, name), shop.assets, folder / f"{name}.lecture")
        tools = means.find(profile, shop)

        def run(steps: list[Step]) -> None:
            for _ in engine.run(steps, shop, "prepare", 2):
                pass

        run([step for scene in made.whole.scenes for step in plan.sound_steps(scene, made.whole, tools)])
        shutil.copytree(cache_folder(), folder / SPOKEN)
        pages = [page_plan.page_step(scene, made.whole, profile, tools) for scene in made.whole.scenes]
        converting = [step for step in page_plan.with_conversions(pages, tools) if step.serves]
        for step in converting:  # by themselves they are never run: no page asks for them
            shop.cache.put(step.key, engine.execute(step, shop))
        shutil.copytree(cache_folder(), folder / CONVERTED)
        kept = Cache(folder / CONVERTED / "steps")
        for step in separations(made.whole, profile, shop, tools):
            kept.put(step.key, engine.execute(step, shop))


def separations(lecture: Lecture, profile: Profile, shop: Workshop, tools: Means) -> list[SeparateStep]:
    """What LibreOffice has to draw object by object for the changes of a lecture."""
    records = _finished(plan.prepare(lecture, profile, tools), shop)
    records |= _finished(plan.measure(lecture, profile, tools, records), shop)
    timeline = plan.compiled(lecture, profile, tools, records)
    _, steps = to_render(timeline, lecture, profile, shop, tools, records)
    return [step for step in steps if isinstance(step, SeparateStep)]


def _finished(steps: Iterable[Step], shop: Workshop) -> engine.Records:
    work = engine.run(steps, shop, "prepare", 2)
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
