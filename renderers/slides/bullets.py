"""Bullets of symbol fonts that are no symbols of them: LibreOffice would draw an empty box for each.

A symbol font has its marks at U+0020 to U+00FF or U+F020 to U+F0FF. A writer that names such a font and gives a
character of Unicode ("✭" in Wingdings) means the character; PowerPoint takes it from another font.
"""

from __future__ import annotations

import html
import re

_SYMBOLS = rb"Wingdings(?: [23])?|Webdings|Symbol|Marlett|ZapfDingbats|Zapf Dingbats|Monotype Sorts"
_BULLET = re.compile(rb'<a:buFont typeface="(?:' + _SYMBOLS + rb')"[^>]*/>(\s*<a:buChar char="([^"]+)")')


def readable(data: bytes) -> bytes:
    """A slide, layout or master (UTF-8) whose bullets name no symbol font that does not have them."""
    return _BULLET.sub(_own_font, data) if b"<a:buFont" in data else data


def _own_font(bullet: re.Match[bytes]) -> bytes:
    mark = html.unescape(bullet[2].decode("utf-8", "replace"))[:1]
    symbol = ord(mark) <= 0xFF or 0xF000 <= ord(mark) <= 0xF0FF
    return bullet[0] if symbol else b"<a:buFontTx/>" + bullet[1]
