"""The typefaces that the parts of a deck ask for, and the Latin letters of East Asian ones set apart.

Text in 微軟正黑體 or Meiryo UI holds Latin letters, too. The stand-in of its characters has other letters than the
family itself, and one name can have one stand-in only; so the Latin face gets a name of its own, which the
table of stand-ins knows ("Meiryo UI (Latin)"), unless the family is installed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

from renderers.slides import fitted, fonts

_LATIN = fitted.LATIN
_FACE = re.compile(rb'\btypeface="([^"+][^"]*)"')
_LATIN_FACE = re.compile(rb'(<(?:\w+:)?latin\b[^>]*?\btypeface=")([^"+][^"]*)(?=")')
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_DRAWN = re.compile(r"ppt/(?!notes|comments|handout|tags|changes)[^.]*\.xml$")


def set_apart(parts: dict[str, bytes]) -> tuple[str, ...]:
    """Rename the Latin faces that have stand-ins of their own, in place; the names of all faces asked for then."""
    asked: dict[str, None] = {}
    for name, data in parts.items():
        if _DRAWN.match(name):
            parts[name] = data = _LATIN_FACE.sub(_renamed, data)
            asked |= dict.fromkeys(face.decode(errors="replace") for face in _FACE.findall(data))
    return tuple(unescape(face) for face in asked)


def _renamed(found: re.Match[bytes]) -> bytes:
    start, face = found.groups()
    family = unescape(face.decode(errors="replace"))
    apart = (family + _LATIN).casefold() in fitted.fits() and fonts.is_missing(family)
    return start + face + (_LATIN.encode() if apart else b"")


def east_asian(parts: Mapping[str, bytes]) -> bool:
    """Whether Chinese characters, kana or hangul stand on a slide."""
    return any(
        _EAST_ASIAN.search(data.decode(errors="replace"))
        for name, data in parts.items()
        if name.startswith(("ppt/slides/", "ppt/slideLayouts/", "ppt/slideMasters/"))
        and name.endswith(".xml")
    )
