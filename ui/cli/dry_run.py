"""`--dry-run`: what an export would run, and what is kept from before, as far as it can be told beforehand."""

from __future__ import annotations

from collections import Counter

from renderers import engine, plan
from renderers.export import Order, to_render
from renderers.means import Means
from renderers.workshop import Workshop
from ui.cli.console import Console


def tell(order: Order, means: Means, workshop: Workshop, console: Console) -> None:
    """Print each stage's steps, those that would run and those the cache holds. Runs nothing."""
    lecture, profile = order.lecture, order.profile
    prepared = plan.prepare(lecture, profile, means)
    records, missing = engine.split(prepared, workshop)
    _stage("prepare", prepared, missing, console)
    if missing:
        console.say("  changes, stills and sound are planned from these results")
        console.event("planned", stage="render", known=False)
        return
    measured = plan.measure(lecture, profile, means, records)
    known, missing = engine.split(measured, workshop)
    _stage("measure", measured, missing, console)
    timeline = plan.compiled(lecture, profile, means, records | known)
    _, steps = to_render(timeline, lecture, profile, workshop, means, records | known)
    _stage("render", steps, engine.split(steps, workshop)[1], console)
    console.say(f"  the video would last {float(timeline.seconds):.1f} s")
    console.event("planned", stage="join", frames=timeline.length, seconds=float(timeline.seconds))


def _stage(name: str, steps: tuple[plan.Step, ...], missing: tuple[plan.Step, ...], console: Console) -> None:
    to_run = Counter(step.what for step in missing)
    everything = Counter({step.key: step.what for step in steps}.values())
    for what, count in everything.items():
        run = to_run[what]
        console.say(f"  {what:<24} {run:>5} to run {count - run:>6} kept")
        console.event("planned", stage=name, what=what, run=run, kept=count - run)
