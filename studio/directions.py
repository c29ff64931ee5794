"""What stands in a script besides words: directions in round brackets and SSML tags.

Teachers write `(pause: 3)` or `（停頓：3）`; other tools write `<break time="3s"/>`. Both become the same few
values. Brackets that hold no direction are the author's words and stay so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from html import unescape
from typing import get_args

from studio.lecture import Arrival, Direction, Level, Script, Style, TextBy, Transition

LONGEST_PAUSE = Fraction(120)
"""Seconds; a longer pause is a slip of the pen."""
SENTENCE_PAUSE = Fraction(1, 4)
PARAGRAPH_PAUSE = Fraction(3, 5)


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text to be spoken."""

    text: str


@dataclass(frozen=True, slots=True)
class Halt:
    """Silence asked for, in seconds."""

    seconds: Fraction


@dataclass(frozen=True, slots=True)
class VoiceChange:
    """From here on another voice speaks: an id, a name or a language; "" goes back to the chosen one."""

    name: str


@dataclass(frozen=True, slots=True)
class SpeedChange:
    """From here on the voice speaks so many times as fast as normal; None goes back to the speed before."""

    factor: float | None


@dataclass(frozen=True, slots=True)
class LeastLength:
    """The scene shall last at least so many seconds."""

    seconds: Fraction


@dataclass(frozen=True, slots=True)
class TransitionAsked:
    """How the picture shall change to this scene."""

    transition: Transition


@dataclass(frozen=True, slots=True)
class ArrivalAsked:
    """How what is new on the slide shall come in."""

    arrive: Arrival


Part = Words | Halt | VoiceChange | SpeedChange | LeastLength | TransitionAsked | ArrivalAsked

_KEYWORDS = {
    "pause": "pause break 停頓 停顿 暫停 暂停 間 ポーズ",
    "voice": "voice 聲音 声音 語音 语音 配音",
    "speed": "voice-speed speed 語速 语速 速度",
    "least": "duration 時長 时长 長度 长度",
    "transition": "transition 轉場 转场 切換 切换",
    "arrive": "arrive arrival 進場 进场",
}
_KEYS = {word: key for key, words in _KEYWORDS.items() for word in words.split()}
_SPEEDS = {
    "x-slow": 0.6,
    "very slow": 0.6,
    "很慢": 0.6,
    "slow": 0.8,
    "慢": 0.8,
    "normal": 1.0,
    "medium": 1.0,
    "default": 1.0,
    "正常": 1.0,
    "fast": 1.25,
    "快": 1.25,
    "x-fast": 1.5,
    "very fast": 1.5,
    "很快": 1.5,
}
_SLOWEST, _FASTEST = 0.5, 2.0
_BREAKS = {"none": 0, "x-weak": 1, "weak": 1, "medium": 2, "strong": 4, "x-strong": 6}
"""SSML `strength` (W3C SSML 1.1, section 3.2.3) in quarters of a second."""

_BRACKET = re.compile(
    r"[(（]\s*(?P<key>[^()（）:：\n]{1,30}?)\s*(?:[:：]\s*(?P<value>[^()（）\n]{0,200}?)\s*)?[)）]"
)
_ATTEMPT = re.compile(
    r"[(（\[【]\s*(?:pause|break|voice|voice-speed|speed|duration|transition|arrive|停頓|停顿|語速|语速|時長|时长"
    r"|轉場|转场|進場|进场)"
    r"\s*(?:[:：]|\d)[^()（）\[\]【】\n]{0,80}[)）\]】]",
    re.IGNORECASE,
)
"""What somebody wrote who meant a direction."""
_WORD_AND_VALUE = re.compile(r"[(（]\s*[\w-]{2,30}\s*[:：]\s*[^()（）\n]+[)）]")
_TAG = re.compile(
    r"</?(?:(?P<name>speak|p|s|emphasis|prosody|break|voice|lang|say-as|sub|phoneme|audio|mark|w|token)"
    r"(?=[\s/>])[^<>]*|[A-Za-z][\w-]*:[^<>]*)>",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*[\"“”']([^\"“”']*)[\"“”']")
_NUMBER = re.compile(r"([+-]?)([0-9]{1,12}(?:[.,][0-9]{1,12})?)\s*(.*)")
_SECONDS = {"": 1, "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1, "秒": 1, "秒鐘": 1, "秒钟": 1}
_UNITS = {
    **_SECONDS,
    "ms": Fraction(1, 1000),
    "m": 60,
    "min": 60,
    "minute": 60,
    "minutes": 60,
    "分": 60,
    "分鐘": 60,
}


def parts(paragraph: str) -> tuple[Part, ...]:
    """A paragraph taken apart, in order. Unknown `(word: value)` alone in a line is a direction for some
    other program: it is left out; any other bracket is words.
    """
    found: list[Part] = []
    for line in paragraph.splitlines():
        if _WORD_AND_VALUE.fullmatch(line.strip()) and not any(map(_direction, _BRACKET.finditer(line))):
            continue
        found += _line_parts(line)
    return tuple(found)


def not_understood(paragraph: str) -> tuple[tuple[str, bool], ...]:
    """What looks like a direction and is none that is known here, each with whether it is spoken.

    "(pause: soon)" stays in the text and is heard; "(camera: left)" alone in its line is left out.
    """
    found: list[tuple[str, bool]] = []
    for line in map(str.strip, paragraph.splitlines()):
        if _WORD_AND_VALUE.fullmatch(line) and not any(map(_direction, _BRACKET.finditer(line))):
            found.append((line, False))
            continue
        for match in _ATTEMPT.finditer(line):
            bracket = _BRACKET.fullmatch(match[0])
            if bracket is None or _direction(bracket) is None:
                found.append((match[0], True))
    return tuple(found)


def directed_transition(script: Script) -> Transition | None:
    """The transition that the script asks for with `(transition: …)` and `(arrive: …)`; None: for none.

    Understood: a level (0 to 5), a name ("none", "fade", "dip", "push", "wipe", "cover", "hold", "move",
    "morph", "motion"), for the travelling ones "left", "right", "up" or "down", for those that move objects "by
    word", "by character" or "by object", and a length in seconds. New things "draw" or "fade".
    """
    asked: Transition | None = None
    arrive: Arrival | None = None
    for paragraph in script.paragraphs:
        for part in () if paragraph.private else parts(paragraph.text):
            if isinstance(part, TransitionAsked):
                asked = part.transition
            elif isinstance(part, ArrivalAsked):
                arrive = part.arrive
    return asked if arrive is None else replace(asked or Transition(), arrive=arrive)


def _line_parts(line: str) -> Iterator[Part]:
    tagged = bool(_TAG.search(line))
    start = 0
    for match in re.finditer(f"{_TAG.pattern}|{_BRACKET.pattern}", line, re.IGNORECASE):
        found = _from_tag(match) if match[0].startswith("<") else _direction(match)
        if found is None:
            continue
        yield from _words(line[start : match.start()], tagged)
        yield from found
        start = match.end()
    yield from _words(line[start:], tagged)


def _words(text: str, tagged: bool) -> Iterator[Words]:
    plain = unescape(text) if tagged else text
    if plain.strip():
        yield Words(plain.strip())


def _direction(match: re.Match[str]) -> tuple[Part, ...] | None:
    """What a bracket asks for; None where it is ordinary text."""
    key = _KEYS.get(_plain(match["key"]).replace(" ", "-"))
    value = _plain(match["value"] or "")
    if key is None or (not value and key != "pause"):
        return None
    if key == "voice":
        return (VoiceChange((match["value"] or "").strip()),)
    part = _MEANINGS[key](value)
    return None if part is None else (part,)


def _halt(value: str) -> Part | None:
    seconds = _seconds(value) if value else Fraction(1)
    return None if seconds is None else Halt(min(seconds, LONGEST_PAUSE))


def _speed_change(value: str) -> Part | None:
    factor = _speed(value)
    return None if factor is None else SpeedChange(factor)


def _least(value: str) -> Part | None:
    seconds = _seconds(value)
    return None if seconds is None else LeastLength(seconds)


def _asked(value: str) -> Part | None:
    transition = _transition(value)
    return None if transition is None else TransitionAsked(transition)


def _arrival(value: str) -> Part | None:
    return ArrivalAsked(_ARRIVALS[value]) if value in _ARRIVALS else None


_MEANINGS: dict[str, Callable[[str], Part | None]] = {
    "pause": _halt,
    "speed": _speed_change,
    "least": _least,
    "transition": _asked,
    "arrive": _arrival,
}


def _from_tag(match: re.Match[str]) -> tuple[Part, ...]:
    """What an SSML tag asks for; most are only taken out."""
    name, closing = (match["name"] or "").lower(), match[0].startswith("</")
    attributes = {key.lower(): value for key, value in _ATTRIBUTE.findall(match[0])}
    if name == "break":
        quarters = _BREAKS.get(attributes.get("strength", "medium").lower(), 2)
        seconds = _seconds(_plain(attributes.get("time", ""))) or Fraction(quarters, 4)
        return (Halt(min(seconds, LONGEST_PAUSE)),)
    if name == "prosody" and (closing or "rate" in attributes):
        return (SpeedChange(None if closing else _speed(_plain(attributes["rate"])) or 1.0),)
    if name == "voice":
        return (VoiceChange("" if closing else attributes.get("name", "")),)
    if name in ("s", "p") and closing:
        return (Halt(SENTENCE_PAUSE if name == "s" else PARAGRAPH_PAUSE),)
    return ()


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).lower().replace("_", "-").split())


def _seconds(value: str) -> Fraction | None:
    match = _NUMBER.fullmatch(value)
    if match is None or match[1] == "-" or match[3] not in _UNITS:
        return None
    return Fraction(match[2].replace(",", ".")) * _UNITS[match[3]]


def _speed(value: str) -> float | None:
    if value in _SPEEDS:
        return _SPEEDS[value]
    match = _NUMBER.fullmatch(value)
    if match is None or match[3] not in ("", "%", "x", "×"):
        return None
    factor = float(match[2].replace(",", "."))
    if match[3] == "%":
        factor /= 100
    if match[1]:  # SSML: "+10%" is relative to normal
        factor = 1 + (factor if match[1] == "+" else -factor)
    return min(max(factor, _SLOWEST), _FASTEST)


_LEVELS = {
    "none": Level.CUT,
    "cut": Level.CUT,
    "無": Level.CUT,
    "无": Level.CUT,
    "直接換頁": Level.CUT,
    "whole": Level.WHOLE,
    "整頁轉場": Level.WHOLE,
    "hold": Level.HOLD,
    "相同不動": Level.HOLD,
    "move": Level.MOVE,
    "morph": Level.MOVE,
    "物件移動": Level.MOVE,
    "reshape": Level.RESHAPE,
    "圖片漸變": Level.RESHAPE,
    "motion": Level.MOTION,
    "ai動態": Level.MOTION,
}
_STYLES: dict[str, Style] = {
    "fade": "dissolve",
    "crossfade": "dissolve",
    "淡入": "dissolve",
    "淡出": "dissolve",
    "溶解": "dissolve",
    "推入": "push",
    "擦去": "wipe",
    "覆蓋": "cover",
    **{style: style for style in get_args(Style)},
}
_DIRECTIONS: dict[str, Direction] = {
    "左": "left",
    "右": "right",
    "上": "up",
    "下": "down",
    **{direction: direction for direction in get_args(Direction)},
}
_TEXT_BY: dict[str, TextBy] = {
    "by-letter": "character",
    "按物件": "object",
    "逐詞": "word",
    "逐词": "word",
    "逐字": "character",
    **{f"by-{one}": one for one in get_args(TextBy)},
}
_ARRIVALS: dict[str, Arrival] = {
    "drawn": "draw",
    "手繪": "draw",
    "手绘": "draw",
    "畫出": "draw",
    "画出": "draw",
    "淡入": "fade",
    **{one: one for one in get_args(Arrival)},
}


def _transition(value: str) -> Transition | None:
    """The transition named by words in any order; None where a word is not understood."""
    asked = Transition()
    words = re.sub(r",(?!\d)|、", " ", value.replace("level ", "level").replace("by ", "by-")).split()
    for position, word in enumerate(words):
        name = word.removesuffix("s") if word[:1].isdigit() else word
        if position == 0 and re.fullmatch(r"(?:level)?[0-5]", name):
            asked = replace(asked, requested=Level(int(name[-1])))
        elif name in _STYLES:
            asked = replace(asked, requested=Level.WHOLE, style=_STYLES[name])
        elif name in _LEVELS:
            asked = replace(asked, requested=_LEVELS[name])
        elif name in _DIRECTIONS:
            asked = replace(asked, direction=_DIRECTIONS[name])
        elif (text_by := _TEXT_BY.get(name.removesuffix("s"))) is not None:
            asked = replace(asked, text_by=text_by)
        elif (seconds := _seconds(name)) is not None:
            asked = replace(asked, duration=min(seconds, Fraction(10)))
        elif name not in ("auto", "through", "black", "from", "to"):
            return None
    return asked
