"""Chooses installed families for the faces a deck asks for, and remembers what was replaced.

The table of stand-ins is data (resources/fonts/stand-ins.toml), shared with other painters.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Literal, cast

from PySide6.QtGui import QFontDatabase

from renderers.slides.builtin.node import Cascade, Node

Script = Literal["latin", "ea", "cs"]
_EAST_ASIAN = (
    (0x1100, 0x11FF), (0x2E80, 0x303F), (0x3040, 0x9FFF), (0xA960, 0xA97F), (0xAC00, 0xD7FF),
    (0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF), (0x20000, 0x3FFFF),
)  # fmt: skip
_COMPLEX = ((0x0590, 0x10FF), (0x1780, 0x17FF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFC))
_SYMBOL_FONTS = ("wingdings", "wingdings 2", "wingdings 3", "webdings", "symbol")
_REGIONS = {
    "ja": "Jpan",
    "ko": "Hang",
    "zh": "Hans",
    "zh-tw": "Hant",
    "zh-hk": "Hant",
    "zh-mo": "Hant",
    "zh-hant": "Hant",
}
_LAST_RESORT = ("DejaVu Sans", "Noto Sans Symbols2", "Noto Sans Symbols", "Noto Sans Math")
Table = dict[str, list[str]]


@cache
def stand_ins() -> Mapping[str, Table]:
    """Return the table of stand-ins: sections metric, similar, classes, scripts."""
    text = resources.files("resources.fonts").joinpath("stand-ins.toml").read_text("utf-8")
    return cast("dict[str, Table]", tomllib.loads(text))


@cache
def _known() -> Table:
    table = stand_ins()
    return {asked.casefold(): used for part in ("similar", "metric") for asked, used in table[part].items()}


@cache
def _metric() -> Table:
    return {asked.casefold(): used for asked, used in stand_ins()["metric"].items()}


@cache
def _symbols() -> dict[str, dict[str, str]]:
    text = resources.files("resources.fonts").joinpath("symbols.toml").read_text("utf-8")
    return cast("dict[str, dict[str, str]]", tomllib.loads(text))


@dataclass(frozen=True, slots=True)
class Faces:
    """The typefaces a run asks for; `kind` is the class of letters (sans, serif, mono)."""

    latin: str
    ea: str
    cs: str
    sym: str
    kind: str
    lang: str

    def asked(self, script: Script) -> str:
        """Return the face asked for in a script."""
        return {"latin": self.latin, "ea": self.ea, "cs": self.cs}[script]


@dataclass(slots=True)
class FontBook:
    """The families of this machine; `replaced` grows as faces are looked up.

    `own` brings a family that the deck holds (asked for casefolded; "" for none) into `installed`.
    """

    installed: dict[str, str] = field(
        default_factory=lambda: {f.casefold(): f for f in QFontDatabase.families()}
    )
    own: Callable[[str], str] = lambda _: ""
    replaced: dict[tuple[str, str], None] = field(default_factory=dict[tuple[str, str], None])
    _chosen: dict[tuple[str, str, str, str], str] = field(
        default_factory=dict[tuple[str, str, str, str], str]
    )

    def families(self, faces: Faces, script: Script, text: str = "") -> tuple[str, ...]:
        """Return the families to set text of a script in, the asked-for one (or its stand-in) first."""
        first = self.use(faces.asked(script), script, faces, text)
        others: tuple[Script, ...] = ("latin", "ea", "cs")
        rest = [self._choose(faces.asked(s), s, faces) for s in others if s != script]
        return tuple(dict.fromkeys(f for f in (first, *rest, *_LAST_RESORT) if f))

    def use(self, asked: str, script: Script, faces: Faces, text: str = "") -> str:
        """Return the family for an asked-for face and note a replacement."""
        used = self._choose(asked, script, faces, script_tag(text, faces.lang) if script != "latin" else "")
        if asked and used.casefold() != asked.casefold() and text.strip():
            self.replaced[asked, used] = None
        return used

    def alike(self, asked: str, used: str) -> bool:
        """Whether text keeps its widths when `used` stands in for `asked`."""
        return asked.casefold() == used.casefold() or used in _metric().get(asked.casefold(), ())

    def _choose(self, asked: str, script: Script, faces: Faces, tag: str = "") -> str:
        key = (asked, script, faces.kind, tag or faces.lang)
        if key not in self._chosen:
            self._chosen[key] = self._search(asked, script, faces, tag)
        return self._chosen[key]

    def _search(self, asked: str, script: Script, faces: Faces, tag: str) -> str:
        name = asked.split(",")[0].strip().lstrip("@").casefold()
        if name not in self.installed and (brought := self.own(name)):
            self.installed[name] = brought
        if name in self.installed:
            return self.installed[name]
        table = stand_ins()
        default = table["classes"].get(faces.kind, table["classes"]["sans"])
        by_script = table["scripts"].get(tag or script_tag("", faces.lang), []) if script != "latin" else []
        listed = _known().get(name) or _known().get(_stem(name), [])
        if script != "latin" and not _serves(listed, script):
            listed = [*by_script, *listed]
        candidates = [*listed, *by_script, *default, *_LAST_RESORT]
        return next((self.installed[c.casefold()] for c in candidates if c.casefold() in self.installed), "")


def _serves(listed: list[str], script: Script) -> bool:
    marks = ("cjk",) if script == "ea" else ("arabic", "hebrew", "thai", "devanagari", "dejavu")
    return any(mark in family.casefold() for family in listed for mark in marks)


def _stem(name: str) -> str:
    """Return a family's name without its weight, for faces like "Lato Black"."""
    head, _, tail = name.rpartition(" ")
    weights = {
        "light",
        "medium",
        "semibold",
        "semilight",
        "bold",
        "black",
        "thin",
        "heavy",
        "regular",
        "book",
        "demi",
    }
    return head if head and tail in weights else name


def script_of(char: str) -> Script:
    """Return which of a run's faces a character is set in."""
    code = ord(char)
    if code < 0x0590:
        return "latin"
    if any(low <= code <= high for low, high in _EAST_ASIAN):
        return "ea"
    return "cs" if any(low <= code <= high for low, high in _COMPLEX) else "latin"


def script_tag(text: str, lang: str) -> str:
    """Return the ISO 15924 code that decides a fallback: by letters where they tell, else by language."""
    for char in text:
        code = ord(char)
        if 0x3040 <= code <= 0x30FF:
            return "Jpan"
        if 0xAC00 <= code <= 0xD7FF or 0x1100 <= code <= 0x11FF:
            return "Hang"
        for tag, low, high in (
            ("Hebr", 0x590, 0x5FF),
            ("Arab", 0x600, 0x8FF),
            ("Deva", 0x900, 0x97F),
            ("Thai", 0xE00, 0xE7F),
        ):
            if low <= code <= high:
                return tag
    lang = lang.lower()
    return (
        _REGIONS.get(lang) or _REGIONS.get(lang[:2]) or ("Arab" if lang[:2] in ("ar", "fa", "ur") else "Jpan")
    )


def pieces(text: str) -> list[tuple[Script, str]]:
    """Split text where its script changes; spaces and marks stay with what stands before them."""
    parts: list[tuple[Script, str]] = []
    for char in text:
        script = script_of(char)
        if parts and (
            script == parts[-1][0]
            or char.isspace()
            or (script == "latin" and not char.isalnum() and ord(char) < 128)
        ):
            parts[-1] = (parts[-1][0], parts[-1][1] + char)
        else:
            parts.append((script, char))
    return parts


def unicode_symbols(text: str, family: str) -> str:
    """Return text of a symbol font (Wingdings, Symbol, …) as the Unicode characters that look alike."""
    table = _symbols().get(family.split(",")[0].casefold())
    plain = "".join(chr(ord(c) - 0xF000) if 0xF020 <= ord(c) <= 0xF0FF else c for c in text)
    if table is None:
        return plain
    # What the table does not know must not come out as a box: private and control characters become dots.
    known = (table.get(c, c) for c in plain)
    return "".join("•" if 0x7F <= ord(c) <= 0x9F or 0xE000 <= ord(c) <= 0xF8FF else c for c in known)


def is_symbol_font(family: str) -> bool:
    """Whether a family's characters are pictures in the places of letters."""
    return family.split(",")[0].casefold() in _SYMBOL_FONTS


@dataclass(frozen=True, slots=True)
class ThemeFonts:
    """The major and minor faces of a theme."""

    theme: Node | None

    def face(self, name: str | None, lang: str) -> str:
        """Return the family behind a face name; "+mn-lt" and its like are looked up."""
        if not name or not name.startswith("+") or self.theme is None:
            return "" if name is None or name.startswith("+") else name
        scheme = self.theme.path(
            "themeElements/fontScheme/" + ("majorFont" if name[1:3] == "mj" else "minorFont")
        )
        part = {"lt": "latin", "ea": "ea", "cs": "cs"}.get(name[4:], "latin")
        entry = scheme.child(part) if scheme is not None else None
        face = (entry.get("typeface") if entry is not None else None) or ""
        if face or scheme is None or part == "latin":
            return face
        tag = script_tag("", lang)
        found = (f.get("typeface") for f in scheme.children("font") if f.get("script") == tag)
        return next(found, None) or ""

    def read(self, props: Cascade, lang: str) -> Faces:
        """Return the faces a run's properties ask for."""
        named = {tag: props.child(tag) for tag in ("latin", "ea", "cs", "sym")}
        faces = {tag: node.get("typeface") if node is not None else None for tag, node in named.items()}
        latin = self.face(faces["latin"] or "+mn-lt", lang)
        ea = self.face(faces["ea"] or "+mn-ea", lang) or self.face("+mn-ea", lang)
        cs = self.face(faces["cs"] or "+mn-cs", lang) or self.face("+mn-cs", lang)
        return Faces(latin, ea, cs, faces["sym"] or "", _letter_class(named["latin"], latin), lang)


def _letter_class(node: Node | None, family: str) -> str:
    """Read the family class out of pitchFamily (its high four bits); the name helps where it is silent."""
    pitch = node.whole("pitchFamily") >> 4 if node is not None else 0
    if pitch in (1, 3):
        return {1: "serif", 3: "mono"}[pitch]
    lowered = family.casefold()
    if "mono" in lowered or "code" in lowered:
        return "mono"
    return "serif" if pitch == 0 and ("serif" in lowered and "sans" not in lowered) else "sans"
