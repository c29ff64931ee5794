"""Tiny models, built once a session where a test asks for one, in a folder as the program's models folder is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from renderers.generation import folders
from renderers.generation.folders import Model
from renderers.generation.loader import quietly
from tests.renderers.generation.tiny import BUILD

Tiny = Callable[[str], Model]


@pytest.fixture(scope="session")
def models_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("models")


@pytest.fixture(scope="session")
def tiny(models_folder: Path) -> Tiny:
    """The tiny model of that name (`BUILD`), saved and found as the program finds it."""

    def model(name: str) -> Model:
        folder = models_folder / name
        if not folder.exists():
            with quietly():
                import torch

                torch.manual_seed(7)
                BUILD[name](folder)
        return folders.look(folder)

    return model
