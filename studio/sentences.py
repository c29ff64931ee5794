"""Where one sentence ends and the next begins: the pieces in which a script is spoken and captioned.

The rules of Unicode (UAX #29, section 5; `sentence_breaks`) know no abbreviations, ordinals or ellipses and
break far too often for speech; here wrong breaks are mended, missing ones added, and very long sentences cut
at a comma so that one re-spoken piece stays short.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from studio.abbreviations import BEFORE_NUMBERS, ORDINAL_LANGUAGES, STARTERS, abbreviations
from studio.sentence_breaks import breaks

LONGEST = 300
"""Weight above which a sentence is cut for speech: Latin letters weigh 1, ideographs and kana 3."""

_CLOSERS = "\"'”’»›)]}」』】》〉）］｝"
_OPENERS = "“‘«‹([{「『【《〈（［｛"
_ENDING = re.compile(rf"(?P<word>[^\s]*?)(?P<mark>[.．])[{re.escape(_CLOSERS)}]*$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?$")
_ELLIPSIS = re.compile(rf"(?:…|\.{{3,}})[{re.escape(_CLOSERS)}]*(\s*)(?=(.))", re.DOTALL)
WIDE = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_SPACED_CLOSER = re.compile(r"[»›](?:\s+|$)")
"""A closing guillemet behind a blank, as French sets it."""
_SAID = re.compile("と|って")
_COMMA = re.compile(rf"(?:[,;:](?=\s)|[，；：、،؛—–])[{re.escape(_CLOSERS)}]*\s*")
_SPACE = re.compile(r"\s+")
_LINES = re.compile(r"[\n\r\v\f\x85\u2028\u2029]+")


@lru_cache(maxsize=4096)
def sentences(text: str, language: str = "") -> tuple[str, ...]:
    """The sentences of a text in order, outer blanks removed; every word of the text is in exactly one.

    `language` is a BCP 47 tag and chooses the abbreviations (English ones always hold). A line end always
    ends a sentence. A sentence weighing more than `LONGEST` comes in several pieces.
    """
    found: list[str] = []
    for line in _LINES.split(text):
        for sentence in _with_words(_mended(line.strip(), language.split("-")[0].lower())):
            found += _short_pieces(sentence)
    return tuple(found)


def _mended(line: str, language: str) -> list[str]:
    chunks: list[str] = []
    for piece in _unicode_sentences(line):
        if chunks and _belongs_together(chunks[-1], piece, language):
            chunks[-1] += piece
        else:
            chunks.append(piece)
    return [part.strip() for chunk in chunks for part in _split_after_ellipses(chunk)]


def _unicode_sentences(line: str) -> list[str]:
    """The pieces of UAX #29, except that a bracket or quotation mark opens with what follows it."""
    cuts = [0, *(_beside_brackets(line, cut) for cut in breaks(line)), len(line)]
    return [line[a:b] for a, b in pairwise(cuts) if a < b]


def _beside_brackets(line: str, cut: int) -> int:
    if spaced := _SPACED_CLOSER.match(line, cut):
        return spaced.end()
    while cut > 1 and line[cut - 1] in _OPENERS:
        cut -= 1
    return cut


def _belongs_together(before: str, after: str, language: str) -> bool:
    """Whether a break that UAX #29 sees is none to a reader."""
    if not before.strip():
        return True
    ahead = after.lstrip(f"{_CLOSERS}{_OPENERS} ")
    if ahead[:1].islower() or (before[-1] in "」』" and _SAID.match(after)):
        return True  # “What?” she asked; Yahoo! is; 「はい。」と言った
    ending = _ENDING.search(before.rstrip())
    if ending is None:
        return False
    word = ending["word"].lstrip(f"\"'{_OPENERS}")
    following = re.match(r"\w*", ahead)
    return _is_unfinished(word, before.strip(), following[0] if following else "", language)


def _is_unfinished(word: str, chunk: str, following: str, language: str) -> bool:
    plain = word.lower()
    if plain in abbreviations(language):
        return True
    if plain in BEFORE_NUMBERS and following[:1].isdigit():
        return True
    starter = following.lower() in STARTERS
    if chunk[:-1] == word and (word.isdigit() or len(word) == 1):
        return True  # "1." and "b." at the head of a list
    if _INITIALS.fullmatch(f"{word}.") or _INITIALS.fullmatch(word):
        return not starter and not WIDE.search(word) and not _is_clock(plain)
    return language in ORDINAL_LANGUAGES and word.isdigit() and len(word) <= 2 and not starter


def _is_clock(word: str) -> bool:
    return word in ("a.m", "p.m")


def _split_after_ellipses(chunk: str) -> list[str]:
    """Break after … where a new sentence follows: a capital behind a blank, or an ideograph or kana."""
    parts: list[str] = []
    start = 0
    for match in _ELLIPSIS.finditer(chunk):
        ahead = match[2]
        if match.start() > start and ((match[1] and ahead.isupper()) or WIDE.match(ahead)):
            parts.append(chunk[start : match.end()])
            start = match.end()
    return [*parts, chunk[start:]]


def _with_words(chunks: list[str]) -> list[str]:
    """The same without chunks that hold nothing to be said: such marks join the sentence before."""
    found: list[str] = []
    for chunk in chunks:
        if any(character.isalnum() for character in chunk):
            found.append(chunk)
        elif found and chunk:
            found[-1] += f" {chunk}"
    return found


def _weight(text: str) -> int:
    return len(text) + 2 * len(WIDE.findall(text))


def _short_pieces(sentence: str) -> list[str]:
    """A sentence cut in two as often as needed: at the comma nearest its middle, else a blank."""
    if _weight(sentence) <= LONGEST:
        return [sentence]
    cut = _nearest_cut(sentence)
    first, second = sentence[:cut].strip(), sentence[cut:].strip()
    if not any(map(str.isalnum, first)) or not any(map(str.isalnum, second)):
        return [sentence]
    return _short_pieces(first) + _short_pieces(second)


def _nearest_cut(sentence: str) -> int:
    middle, size = len(sentence) / 2, len(sentence)
    for pattern in (_COMMA, _SPACE):
        cuts = [m.end() for m in pattern.finditer(sentence) if 0.2 * size < m.end() < 0.8 * size]
        if cuts:
            return min(cuts, key=lambda cut: abs(cut - middle))
    cut = int(middle)
    while cut < size - 1 and unicodedata.combining(sentence[cut]):
        cut += 1
    return cut
