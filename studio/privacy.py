"""Which paragraphs of speaker notes are meant for the speaker alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from studio.lecture import Paragraph

_OPEN = r"^[\s\[【\(（「『*_#>!]*"
_END = r"\s*(?:[\]】\)）」』:：.!。！,，\-–—]|$)"

_ALONE = (
    # These words say it by themselves, wherever the sentence goes on.
    r"notes? to (?:my)?self\b",
    r"reminder to (?:my)?self\b",
    r"nota (?:para|a) m[íi]\b",
    r"nota personal\b",
    r"recordatorio personal\b",
    r"note (?:à|pour) moi(?:-même)?\b",
    r"note personnelle\b",
    r"notiz an mich\b",
    r"persönliche notiz\b",
    r"nota (?:per|a) me(?: stess[oa])?\b",
    r"promemoria personale\b",
    r"私人[備备][註注忘]",
    r"[給给]自己(?:看|的?(?:[備备筆笔][註注忘記记]|提醒))",
    r"(?:請|请)?(?:不要|勿|別|别)[唸念](?:出|這|这|此|本|以下)",
    r"自分用(?:の)?(?:メモ|ノート)",
    r"個人(?:用)?メモ",
    r"(?:この(?:部分|メモ|段落)は)?読み上げ(?:ない|ません|禁止|不要)",
)

_LABEL = (
    # These count only as a label: followed by a colon, a bracket, a stop or nothing.
    r"private(?: notes?)?",
    r"(?:do not|don[’']?t) (?:read|say)(?: (?:this|these|it|the following))?"
    r"(?: (?:slide|note|paragraph|part|bit|section|line)s?)?(?: (?:aloud|out(?: loud)?))?",
    r"not for (?:the )?(?:audience|recording|video)",
    r"to[ -]?dos?",
    r"priva(?:do|da|to|ta)",
    r"priv[ée]e?",
    r"no leer(?: en voz alta)?",
    r"ne pas lire(?: à (?:voix haute|haute voix))?",
    r"à faire",
    r"privat",
    r"nicht (?:vor)?lesen",
    r"non leggere(?: ad alta voce)?",
    r"(?:請|请)?(?:不要|勿|別|别)[唸念]",
    r"(?:[備备]忘|[給给]自己|私人|待[辦办])",
    r"(?:非公開|読まない(?:で(?:ください)?)?)",
)

_HEADING = (
    # Headings other programs put over notes: not to be spoken, but what stands under them may well be.
    r"(?:presenter|speaker|lecturer|instructor)(?:[’']?s)? notes?",
    r"[講讲]者[備备][註注忘]",
)

_REMEMBER = (
    r"(?:presenter|speaker|lecturer|instructor)\s*[:：]\s*(?:please )?"
    r"(?:remember|remind|do|don[’']?t|check|make sure)\b"
)

_ALONE_RULE = re.compile(_OPEN + "(?:" + "|".join(_ALONE) + ")", re.IGNORECASE)
_LABEL_RULE = re.compile(_OPEN + "(?:" + "|".join(_LABEL) + ")" + _END, re.IGNORECASE)
_HEADING_RULE = re.compile(
    _OPEN + "(?:(?:" + "|".join(_HEADING) + r")\s*(?:[\]】\)）:：\-–—]|$)|" + _REMEMBER + ")", re.IGNORECASE
)
_TODO_RULE = re.compile(_OPEN + r"(?:TODO|FIXME)\b")
"""In capitals only: "Todo el mundo…" is Spanish and meant to be heard."""


_SENTENCE_END = re.compile(r"[.!?…]['\"’”)\]]*\s+|[。！？]['\"’”」』）]*\s*")


def is_private(text: str) -> bool:
    """Whether a paragraph says of itself that it is not meant to be heard."""
    rules = (_ALONE_RULE, _LABEL_RULE, _HEADING_RULE, _TODO_RULE)
    return any(rule.search(text) for rule in rules)


def marked(lines: Sequence[str]) -> tuple[Paragraph, ...]:
    """The lines as paragraphs, private ones marked; blank lines are left out.

    A label that stands alone on its line ("Private:") covers the lines under it, up to a blank one.
    """
    paragraphs: list[Paragraph] = []
    covered = False
    for line in lines:
        if not line.strip():
            covered = False
        for text in _parted(line.strip()):
            private = covered or is_private(text)
            covered = covered or _covers(text)
            paragraphs.append(Paragraph(text, private))
    return tuple(paragraphs)


def _parted(line: str) -> Iterator[str]:
    """The line, cut where a later sentence of it begins with a private mark: from there on nobody else listens."""
    for end in _SENTENCE_END.finditer(line):
        if is_private(line[end.end() :]):
            yield line[: end.end()].rstrip()
            yield line[end.end() :]
            return
    if line:
        yield line


def _covers(text: str) -> bool:
    rule = _ALONE_RULE.search(text) or _LABEL_RULE.search(text)
    return rule is not None and text.rstrip().endswith((":", "：", "]", "】")) and rule.end() >= len(text) - 2
