"""What an outline says, whatever format it comes in: a list of blocks in reading order."""

from __future__ import annotations

from dataclasses import dataclass

from studio.report import Outcome


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` counts from 1, the outermost."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Point:
    """An item of a list, a row of a table: something to be shown. `level` 0 is the outermost."""

    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Running:
    """A paragraph of running text; `quoted` where the file sets it as a quotation or a remark in a box."""

    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph that the author marked as the speaker's words."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the author begins a new slide."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something for the import report about the scene it stands in."""

    outcome: Outcome
    what: str
    text: str


Block = Heading | Point | Running | Note | Break | Remark


@dataclass(frozen=True, slots=True)
class Outline:
    """A file as blocks.

    `title`, `subtitle` (lines for the opening card) and `language` are what the file says about itself.
    `slides` is True where the file is written as slides: all its text is meant to be seen.
    `divider` is the heading level that begins a new slide there (0: none does).
    """

    blocks: tuple[Block, ...]
    title: str = ""
    subtitle: tuple[str, ...] = ()
    language: str = ""
    slides: bool = False
    divider: int = 0
