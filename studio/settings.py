"""Where the program keeps things on this machine. Environment variables override each place."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path, user_data_path, user_state_path

_NAME = "lecture-studio"


def cache_folder() -> Path:
    """What can be made again: pages, sounds, coded pictures (LECTURE_STUDIO_CACHE)."""
    return _place("LECTURE_STUDIO_CACHE", user_cache_path(_NAME, appauthor=False))


def cache_limit() -> int:
    """How many bytes of results are kept; 0: the program's own limit (LECTURE_STUDIO_CACHE_LIMIT)."""
    chosen = os.environ.get("LECTURE_STUDIO_CACHE_LIMIT", "")
    return int(chosen) if chosen.isascii() and chosen.isdigit() else 0


def models_folder() -> Path:
    """Voices and picture models that the user installed (LECTURE_STUDIO_MODELS)."""
    return _place("LECTURE_STUDIO_MODELS", user_data_path(_NAME, appauthor=False) / "models")


def model_placing() -> str:
    """Where models are kept: "whole" on the device, "offload" or "groups" for parts of them at a time; "": the
    first way that fits (LECTURE_STUDIO_MODEL_PLACING).
    """
    return os.environ.get("LECTURE_STUDIO_MODEL_PLACING", "")


def model_saving() -> str:
    """How models are kept smaller: "layerwise", "torchao" or "bitsandbytes"; "": not at all
    (LECTURE_STUDIO_MODEL_SAVING).
    """
    return os.environ.get("LECTURE_STUDIO_MODEL_SAVING", "")


def state_folder() -> Path:
    """What a crash must not take along: unsaved work, and who has which lecture open (LECTURE_STUDIO_STATE)."""
    return _place("LECTURE_STUDIO_STATE", user_state_path(_NAME, appauthor=False))


def assets_folder() -> Path:
    """The bytes of open lectures: decks, recordings. Of unsaved ones there is no other copy, so they are state."""
    return state_folder() / "assets"


def _place(variable: str, default: Path) -> Path:
    chosen = os.environ.get(variable)
    return Path(chosen).expanduser() if chosen else default
