"""The installed models as the editor needs them: their names, and what each can do for a change of slides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renderers.generation import families, folders
from studio.lecture import Level
from studio.obstacles import ModelUse

if TYPE_CHECKING:
    from pathlib import Path


def uses(folder: Path) -> tuple[ModelUse, ...]:
    """What the models of a folder can do, by name. Reads files, so it is for a thread; nothing is loaded."""
    return tuple(map(use, folders.installed(folder)))


def use(model: folders.Model) -> ModelUse:
    """What one model can do for a change."""
    family = families.family(model)
    return ModelUse(
        model.name,
        model.pipeline if family is None else family.title,
        families.why_not(model, Level.RESHAPE),
        families.why_not(model, Level.MOTION),
        family is None or family.prompt,
    )
