"""Lines of a PDF page -> what they say: the title, paragraphs whose lines belong together, no page furniture.

A PDF knows letters and their places and nothing else, so all of this is told by place, size and repetition.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from studio.importers.lines import one_line, shortened
from studio.ports import PdfLine, PdfPage

_BAND = 0.15
"""How far from the upper and the lower edge headers, footers and page numbers stand, as a share of the height."""
_LARGE, _FEW = 0.06, 4
"""The size (of the page's height) from which letters are a title's on a page of a few lines."""
_REPEATED = 3
"""Pages that must have the same line in the same place, and at least half of all."""
_LARGER = 1.12
"""How many times as large as the rest a title is at least."""
_SAME = 1.15
"""How much the sizes of two lines of a paragraph may differ."""
_LOOSE = 1.7
"""How many sizes of its letters a line of a paragraph may stand below the one before."""
_SLACK = 0.02
"""Of the page's width, by which a wrapped line may seem too short."""
_LONG_WORDS, _LONG_WIDE = 30, 15
"""Characters from which a line may have been wrapped although the next one begins like a new one."""
_CUT = 20
"""Characters of a line from which one that begins small goes on with it."""
_LOWEST_TITLE = 0.6

_MARK = re.compile(r"^(?:[•‣▪▫●○◦■□◆◇►▶➢➤✓✔❖⁃∙·\ue000-\uf8ff]\s*|[-–—*o]\s+)+")
_ENUMERATED = re.compile(r"^(?:\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_NUMBER = re.compile(
    r"(?:page|slide|seite|folie|página|pagina|p\.|第)?\s*[-–]?\s*\d{1,5}\s*(?:頁|页)?\s*[-–]?"
    r"(?:\s*(?:/|of|von|sur|de|di|van|｜|\|)\s*\d{1,5})?",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?:;。！？：；…][\"'”’」』）)]*$")
_DIGITS = re.compile(r"\d+")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_OTHER_FORM = re.compile("[\ufb00-\ufb06\u2e80-\u2fdf\uf900-\ufaff]")
_HYPHENS = ("\x02", "\ufffe", "\u00ad")
"""What stands for a hyphen at the end of a line; pdfium tells the second one, and in older versions the first."""
_UNREADABLE = re.compile("[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd\ufffc\ufeff\u200b]")


@dataclass(frozen=True, slots=True)
class Wording:
    """What a page says: its title ("": none to be found) and all its text, a paragraph a line, the title first."""

    title: str
    text: str


def wordings(pages: Sequence[PdfPage]) -> tuple[Wording, ...]:
    """What each page says, without what stands on most of them in the same place."""
    cleaned = [tuple(_cleaned(page.lines)) for page in pages]
    repeated = _repeated(cleaned)
    return tuple(_wording(lines, repeated) for lines in cleaned)


def plain(text: str) -> str:
    """One line of readable characters."""
    readable = _UNREADABLE.sub("", _OTHER_FORM.sub(_usual, text))
    for hyphen in _HYPHENS:
        readable = readable.replace(hyphen, "")
    return one_line(readable)


def _usual(found: re.Match[str]) -> str:
    """Ligatures as letters, and the signs of dictionaries ("⽔", a radical) as the characters they look like."""
    import unicodedata

    return _LIGATURES.get(found[0]) or unicodedata.normalize("NFKC", found[0])


def _cleaned(lines: Iterable[PdfLine]) -> Iterable[PdfLine]:
    for line in lines:
        text = plain(line.text)
        if text:
            ends = line.text.rstrip().endswith(_HYPHENS)
            yield replace(line, text=f"{text}{_HYPHENS[0]}" if ends else text)


def _repeated(pages: Sequence[tuple[PdfLine, ...]]) -> frozenset[tuple[str, int]]:
    """The lines near the upper or lower edge that stand on at least half of the pages, but for their numbers."""
    counts = Counter(name for lines in pages for name in {_name(line) for line in lines if _at_edge(line)})
    least = max(_REPEATED, len(pages) / 2)
    return frozenset(name for name, count in counts.items() if count >= least)


def _name(line: PdfLine) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text.casefold()), round(line.top * 40)


def _at_edge(line: PdfLine) -> bool:
    return line.bottom < _BAND or line.top > 1 - _BAND


def _wording(lines: tuple[PdfLine, ...], repeated: frozenset[tuple[str, int]]) -> Wording:
    largest = max((line.size for line in lines), default=0.0)
    kept = [
        line
        for line in lines
        if not _at_edge(line)
        or not ((_name(line) in repeated and line.size < largest) or _NUMBER.fullmatch(line.text))
    ]
    heading = _heading(kept)
    rest = [line for line in kept if line not in heading]
    title = " ".join(_joined([line.text for line in heading]).split())
    paragraphs = [title, *_paragraphs(rest)] if title else _paragraphs(rest)
    return Wording(shortened(title), "\n".join(paragraphs))


def _heading(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """The largest text of the upper part, where it is clearly larger than the rest; its lines."""
    upper = [line for line in lines if line.top < _LOWEST_TITLE and any(map(str.isalpha, line.text))]
    if not upper:
        return []
    top = max(upper, key=lambda line: (round(line.size, 3), -line.top))
    usual = median(line.size for line in lines if line is not top) if len(lines) > 1 else 0.0
    if top.size < _LARGER * usual and not (top.size > _LARGE and len(lines) <= _FEW):
        return []
    heading = [top]
    for line in lines[lines.index(top) + 1 :]:
        if not (_alike(heading[-1], line) and _below(heading[-1], line)):
            break
        heading.append(line)
    return heading


def _paragraphs(lines: Sequence[PdfLine]) -> list[str]:
    """Lines that belong together joined; marks of lists taken off."""
    found: list[list[str]] = []
    before: PdfLine | None = None
    for line in lines:
        if before is not None and _goes_on(before, line, lines):
            found[-1].append(line.text)
        else:
            found.append([_MARK.sub("", line.text)])
        before = line
    return [text for text in map(_joined, found) if any(map(str.isalnum, text))]


def _goes_on(before: PdfLine, line: PdfLine, lines: Sequence[PdfLine]) -> bool:
    """Whether a line was only begun because the one before was full."""
    if _MARK.match(before.text) and not _MARK.sub("", before.text):
        return True  # a mark that stands by itself
    if _MARK.match(line.text) or _ENUMERATED.match(line.text):
        return False
    if not (_alike(before, line) and _below(before, line)):
        return False
    if before.text.endswith(_HYPHENS):
        return True
    if line.text[0].islower() and len(before.text) >= _CUT and not _ENDS.search(before.text):
        return True  # in a column of its own, which is narrower than the page's
    beside = [each.right for each in lines if each.left < before.right and _alike(each, before)]
    word = _first_word(line.text)
    width = (line.right - line.left) * len(word) / len(line.text)
    if before.right + width < max(beside) - _SLACK:
        return False
    long = _LONG_WIDE if _is_wide(before.text[-1]) else _LONG_WORDS
    return len(before.text) >= long or line.text[0].islower()


def _alike(one: PdfLine, other: PdfLine) -> bool:
    small, large = sorted((one.size, other.size))
    return large <= _SAME * small


def _below(before: PdfLine, line: PdfLine) -> bool:
    """Whether a line stands right under another."""
    down = (line.top + line.bottom - before.top - before.bottom) / 2
    over = line.left < before.right and before.left < line.right
    return over and before.size / 2 < down < _LOOSE * before.size


def _first_word(text: str) -> str:
    return text[0] if _is_wide(text[0]) else text.split(" ", 1)[0]


def _joined(texts: Sequence[str]) -> str:
    whole = ""
    for text in texts:
        if whole.endswith(_HYPHENS):
            whole = whole[:-1] + text
        elif whole and _is_wide(whole[-1]) and _is_wide(text[0]):
            whole += text
        else:
            whole = f"{whole} {text}" if whole else text
    return whole.rstrip("".join(_HYPHENS)).strip()


def _is_wide(character: str) -> bool:
    """Chinese and Japanese are written without spaces; Korean is not."""
    return "\u2e80" <= character <= "\ua4cf" or "\uff00" <= character <= "\uff60"
