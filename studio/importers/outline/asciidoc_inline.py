"""The marks inside a line of AsciiDoc as plain words: emphasis, links, references, replacements."""

from __future__ import annotations

import re

from studio.importers.outline.blocks import Block, Remark
from studio.importers.outline.files import MAX_LINE
from studio.importers.outline.plain import formula, picture

_ESCAPED = re.compile(r"\\(?=([*_`#^~{<\[&'\"(+]|->|=>|<-|<=|--|https?:|mailto:|[a-z]+:[^\s\[]*\[|\.{3}))(.)")
_HIDDEN = 0xE100
"""Where the first sign of an escaped mark is moved to until the others are read: signs of no meaning."""
_SHOWN = {_HIDDEN + code: code for code in range(0x20, 0x7F)}
_ATTRIBUTE = re.compile(r"\{([A-Za-z0-9_][\w-]*)\}")
_PICTURE = re.compile(r"\bimage:([^\s:\[][^\s\[]*)\[([^\]]{0,500})\]")
_FORMULA = re.compile(r"\b(?:stem|latexmath|asciimath):\[((?:[^\]\\]|\\.){0,500})\]")
_FOOTNOTE = re.compile(r"\bfootnote(?:ref)?:[\w-]*\[(?:[^\[\]]|\[[^\[\]]{0,200}\]){0,2000}\]")
_NOTHING = re.compile(
    r"\[\[[^\[\]]{0,200}\]\]|\(\(\([^()]{0,200}\)\)\)|\b(?:anchor|icon|indexterm|indexterm2|counter|video|audio):[\w./:-]*\[[^\]]{0,500}\]"
)
_LINK = re.compile(
    r"(?:\blink:|\bmailto:|\bxref:)([^\s\[]+)\[([^\]]{0,500})\]|(\b(?:https?|ftp)://[^\s\[\]<>]+)\[([^\]]{0,500})\]"
)
_REFERENCE = re.compile(r"<<([^<>,]{1,200})(?:,\s*([^<>]{0,300}))?>>")
_MACRO = re.compile(r"\b(?:kbd|btn|pass):[a-z,]*\[([^\]]{0,500})\]")
_MENU = re.compile(r"\bmenu:([^\[]+)\[([^\]]{0,500})\]")
_TERM = re.compile(r"\(\(([^()]{1,200})\)\)")
# Every pattern has a longest match: a mark that is never closed must not be looked for to the end each time.
_ROLE = r"(?:\[[^\[\]\s]{0,60}\])?"
_INNER = r"(\S(?:.{0,300}?\S)?)"
_EMPHASIS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<!\w)\"`(\S(?:.{0,300}?\S)?)`\"(?!\w)",
        r"(?<!\w)'`(\S(?:.{0,300}?\S)?)`'(?!\w)",
        *(rf"{_ROLE}{mark}{_INNER}{mark}" for mark in (r"\*\*", "__", "``", "##", r"\+\+")),
        *(rf"(?<![\w;:}}]){_ROLE}{mark}{_INNER}{mark}(?!\w)" for mark in (r"\*", "(?<!_)_", "`", "#", r"\+")),
    )
)
_QUOTED = ("“{}”", "‘{}’")
_SCRIPT = re.compile(r"([\^~])([^\s^~]{1,30})\1")
_SIGNS = (
    (re.compile(r"(?<=\w)--(?=\w)|(?<= )--(?= )"), "—"),
    (re.compile(r"\.\.\."), "…"),
    (re.compile(r"\((C|R|TM)\)"), ""),
    (re.compile(r"(?<!-)->"), "→"),
    (re.compile(r"=>"), "⇒"),
    (re.compile(r"(?<!<)<-(?!-)"), "←"),
)


def plain(text: str, attributes: dict[str, str], blocks: list[Block]) -> str:
    """The words of a text in one line; what is left out is told in `blocks`."""
    text = _ATTRIBUTE.sub(lambda found: attributes.get(found[1].lower(), found[0]), text)[:MAX_LINE]
    text = _ESCAPED.sub(lambda found: chr(_HIDDEN + ord(found[2])), text)
    text = _without_macros(text, blocks)
    for pattern, form in zip(_EMPHASIS, (*_QUOTED, *("{}",) * len(_EMPHASIS)), strict=False):
        text = pattern.sub(lambda found, form=form: form.format(found[1]), text)
    text = _SCRIPT.sub(lambda found: formula(f"{'^' if found[1] == '^' else '_'}{{{found[2]}}}"), text)
    for pattern, sign in _SIGNS:
        text = pattern.sub(sign, text)
    return " ".join(text.translate(_SHOWN).split())


def _without_macros(text: str, blocks: list[Block]) -> str:
    if ":" not in text and "<<" not in text and "((" not in text and "[[" not in text:
        return text
    for path, alt in _PICTURE.findall(text):
        blocks.append(picture(_first(alt), path))
    notes = len(_FOOTNOTE.findall(text))
    if notes:
        blocks.append(Remark("left out", "footnotes", f"{notes} footnote(s) are left out."))
    text = _FOOTNOTE.sub("", _PICTURE.sub("", text))
    text = _NOTHING.sub("", text)
    text = _FORMULA.sub(lambda found: formula(found[1]), text)
    text = _LINK.sub(lambda found: _linked(found[1] or found[3], found[2] or found[4] or ""), text)
    text = _REFERENCE.sub(lambda found: found[2] or found[1].rpartition("#")[2], text)
    text = _MENU.sub(lambda found: " › ".join([found[1], *found[2].split(">")]).strip(" ›"), text)
    return _TERM.sub(r"\1", _MACRO.sub(r"\1", text))


def _linked(address: str, label: str) -> str:
    """What a link reads as: its text; without any, its address."""
    words = label.strip()
    if words.startswith('"'):
        words = words[1:].partition('"')[0]
    elif re.search(r",\s*\w+=", words):
        words = words.partition(",")[0]
    return words.rstrip("^") or address.removeprefix("https://").removeprefix("http://")


def _first(alt: str) -> str:
    return alt.partition(",")[0].strip('" ')
