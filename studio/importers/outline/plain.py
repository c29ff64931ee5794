"""Marked-up pieces of text as plain words: formulas, HTML."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from html.parser import HTMLParser

from studio.importers.outline.blocks import Block, Heading, Note, Point, Remark, Running

_COMMAND = re.compile(r"\\([A-Za-z]+)\s*|\\(.)")
_SCRIPT = re.compile(r"([_^])(?:\{([^{}]*)\}|(\S))")
_LOWERED = str.maketrans("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_RAISED = str.maketrans(
    "0123456789+-=()abcdefghijklmnoprstuvwxyzT", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ"
)
_SIGNS = {
    "times": "×",
    "cdot": "·",
    "le": "≤",
    "leq": "≤",
    "ge": "≥",
    "geq": "≥",
    "ne": "≠",
    "neq": "≠",
    "approx": "≈",
    "to": "→",
    "rightarrow": "→",
    "Rightarrow": "⇒",
    "leftarrow": "←",
    "in": "∈",
    "sum": "∑",
    "prod": "∏",
    "int": "∫",
    "infty": "∞",
    "pm": "±",
    "sqrt": "√",
    "partial": "∂",
    "nabla": "∇",
    "prime": "′",
    "ldots": "…",
    "cdots": "…",
    "dots": "…",
    "forall": "∀",
    "exists": "∃",
    "cup": "∪",
    "cap": "∩",
    "subset": "⊂",
    "quad": " ",
}
_EMPHASIS = re.compile(r"(\*{1,3}|`)(\S(?:[^*`\n]*\S)?)\1")
"""Markdown inside HTML blocks is not parsed as such."""

_SKIPPED = ("style", "script", "svg", "template", "head", "iframe", "video", "audio", "object", "math")
_BLOCKS = (
    "p",
    "div",
    "br",
    "tr",
    "table",
    "section",
    "article",
    "center",
    "ul",
    "ol",
    "dd",
    "dt",
    "td",
    "th",
)
_ENTITY_NOTE = re.compile(r"^\s*(?:_?[A-Za-z][\w\-]*\s*:\s*\S.*\s*)+$", re.MULTILINE)
_TOOLS = re.compile(
    r"^\s*(?:toc|/toc|fit|end|more|truncate|markdownlint|prettier|eslint|vale|lint|textlint|cspell|spell|"
    r"todo|fixme|_?class|_?paginate|_?backgroundcolor|_?color|\.?slide|\.?element|\$)\b",
    re.IGNORECASE,
)
_MARP_WORD = re.compile(
    r"bg|fit|cover|contain|auto|left|right|vertical|(?:left|right|w|h|width|height|[a-z-]+):\S+"
)
"""What Marp puts into the alternative text of a picture to place it."""

_SAID_WORDS = 3
"""A comment of fewer words is a remark of the author to himself."""

_COPYRIGHT = re.compile(r"copyright|©|licen[sc]e|spdx", re.IGNORECASE)


def formula(tex: str) -> str:
    """A TeX formula in a line as readable signs: "h_t = \\alpha^2" -> "hₜ = α²"."""
    text = _COMMAND.sub(lambda m: _command(m[1]) if m[1] else (" " if m[2] in ",;: \\" else m[2]), tex)
    text = _SCRIPT.sub(_script, text)
    return " ".join(re.sub(r"[{}&]", "", text).split())


def _command(name: str) -> str:
    if name in _SIGNS:
        return _SIGNS[name]
    size = "CAPITAL" if name[0].isupper() else "SMALL"
    try:
        return unicodedata.lookup(f"GREEK {size} LETTER {name.upper()}")
    except KeyError:
        return "" if name in ("left", "right", "mathbf", "mathrm", "text", "begin", "end", "frac") else name


def _script(match: re.Match[str]) -> str:
    inner = match[3] if match[2] is None else match[2]
    if inner.strip() == "′":
        return "′"
    moved = inner.translate(_LOWERED if match[1] == "_" else _RAISED)
    changed = all(a != b for a, b in zip(inner, moved, strict=True))
    return moved if changed else f"{match[1]}{inner}" if match[1] == "^" else f" {inner}"


def comment_blocks(comment: str, started: bool) -> list[Block]:
    """What a comment of the author means: a note to be spoken, a setting, or something put aside."""
    text = "\n".join(line.strip() for line in comment.strip().split("\n"))
    setting = _ENTITY_NOTE.fullmatch(text) is not None and not re.search(r"[.!?。！？]\s*$", text)
    if not text or setting or _TOOLS.match(text):
        return []
    if not started or _COPYRIGHT.search(text[:80]):
        return [
            Remark("left out", "comment", "A comment with the file's terms or before its text is not spoken.")
        ]
    if len(text.split()) < _SAID_WORDS and len(text) < 3 * _SAID_WORDS:
        return [Remark("left out", "comment", f"The comment “{text}” is too short to be words to speak.")]
    if re.search(r"</?[a-z][\w]*[^>]*>|!\[[^\]]*\]\(", text):
        return [Remark("left out", "comment", "A comment with markup in it was taken for text put aside.")]
    return [Note(" ".join(part.split())) for part in re.split(r"\n{2,}", text) if part.strip()]


def picture(alt: str, address: str) -> Remark:
    """The report's line about a picture: cards show none."""
    named = (
        " ".join(word for word in alt.split() if not _MARP_WORD.fullmatch(word))[:120]
        or address.replace("\\", "/").rpartition("/")[2][:80]
    )
    what = f"The picture “{named}” is left out" if named else "A picture is left out"
    return Remark("left out", "picture", f"{what}; cards show text only.")


def html_blocks(markup: str, started: bool) -> list[Block]:
    """The text of a piece of HTML; its tags, styles and scripts are dropped."""
    reader = _Reader(started)
    reader.feed(markup)
    reader.close()
    reader.end_block()
    return reader.blocks


@dataclass(slots=True)
class _Text:
    kind: str = "p"
    parts: list[str] = field(default_factory=list[str])


class _Reader(HTMLParser):
    """Collects text block by block."""

    def __init__(self, started: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._started = started
        self._text = _Text()
        self._skipping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self._skipping += 1
            if tag in ("svg", "iframe", "video", "audio", "object"):
                self.blocks.append(
                    Remark("left out", "picture", f"An embedded object (<{tag}>) is left out.")
                )
        elif tag == "img":
            facts = dict(attrs)
            self.blocks.append(picture(facts.get("alt") or "", facts.get("src") or ""))
        elif tag in _BLOCKS or tag == "li" or re.fullmatch("h[1-6]", tag):
            self.end_block()
            self._text = _Text(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self._skipping = max(0, self._skipping - 1)
        elif tag in _BLOCKS or tag == "li" or re.fullmatch("h[1-6]", tag):
            self.end_block()

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self._text.parts.append(data)

    def handle_comment(self, data: str) -> None:
        self.end_block()
        self.blocks += comment_blocks(data, self._started)

    def end_block(self) -> None:
        text = " ".join(_EMPHASIS.sub(r"\2", "".join(self._text.parts)).split())
        kind, self._text = self._text.kind, _Text()
        if not text:
            return
        if kind == "li":
            self.blocks.append(Point(text))
        elif re.fullmatch("h[1-6]", kind):
            self.blocks.append(Heading(text, int(kind[1])))
        else:
            self.blocks.append(Running(text))
