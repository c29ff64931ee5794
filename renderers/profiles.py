"""Export profiles: size, frame rate, codec, loudness. The built-in ones are data in `resources/profiles`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from fractions import Fraction
from importlib.resources import files

from renderers.encode.encoders import SURE
from studio.errors import StudioError

DEFAULT = "youtube-1080p"
PREVIEW = "draft-540p"
"""What the editor draws pages and checks changes with."""


@dataclass(frozen=True, slots=True)
class Profile:
    """How a video is made.

    `width` and `height` in pixels (even), `rate` in frames a second, `crf` and `preset` as x264 means them,
    `key_interval` in frames, `sound_bits` in bits a second (mono AAC-LC, 48 kHz), `loudness` in LUFS
    (EBU R 128), `peak` in dBTP; `encoders` are families of `renderers.encode.encoders`, the one that is liked best
    first.
    """

    name: str
    title: str
    width: int
    height: int
    rate: Fraction
    crf: int
    preset: str
    key_interval: int
    sound_bits: int
    loudness: float
    peak: float
    encoders: tuple[str, ...] = (SURE,)


def names() -> tuple[str, ...]:
    """The names of the built-in profiles, in alphabetical order."""
    folder = files("resources").joinpath("profiles")
    return tuple(
        sorted(item.name.removesuffix(".toml") for item in folder.iterdir() if item.name.endswith(".toml"))
    )


def load(name: str) -> Profile:
    """The profile with that name; StudioError names those there are."""
    if name not in names():
        raise StudioError(f"There is no profile “{name}”; choose one of: {', '.join(names())}.")
    data = tomllib.loads(files("resources").joinpath("profiles", f"{name}.toml").read_text("utf-8"))
    return Profile(
        name=name,
        title=data["title"],
        width=data["picture"]["width"],
        height=data["picture"]["height"],
        rate=Fraction(data["picture"]["rate"]),
        crf=data["picture"]["crf"],
        preset=data["picture"]["preset"],
        key_interval=data["picture"]["key_interval"],
        sound_bits=data["sound"]["bits"],
        loudness=float(data["sound"]["loudness"]),
        peak=float(data["sound"]["peak"]),
        encoders=tuple(data["picture"]["encoders"]),
    )
