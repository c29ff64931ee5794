"""Pronunciation rules: what the voice is given in place of what is written."""

from __future__ import annotations

import re
from functools import lru_cache

from studio.lecture import Respelling

_SPACELESS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_LETTER = rf"[^\W{_SPACELESS}]"
"""A letter or digit of a script that parts words by blanks: "SQL" is a whole word in 使用SQL語言."""

_ADDRESS = re.compile(r"https?://(?:www\.)?([\w.-]*\w)(?::\d+)?(?:/[\w/?#=&%.,;:~+!*@-]*[\w/=]|/)?", re.ASCII)
"""A web address (RFC 3986, appendix B), without the mark that ends the sentence around it."""


def respelled(text: str, language: str, rules: tuple[Respelling, ...]) -> str:
    """The text with every rule for its language applied, all in one pass, the longest first. Of a web address
    the site alone is said: nobody listens to a path.

    A rule holds for whole words (in Chinese, Japanese and Thai wherever its characters stand). A rule written
    in small letters finds capitals as well; one with a capital in it finds only itself.
    """
    fitting = tuple(rule for rule in rules if rule.written.strip() and speaks(language, rule.language))
    if fitting:
        pattern, spoken = _compiled(fitting)
        text = pattern.sub(lambda match: spoken[int((match.lastgroup or "r0")[1:])], text)
    return _ADDRESS.sub(r"\1", text)


def speaks(language: str, tag: str) -> bool:
    """Whether a language falls under a BCP 47 tag or prefix of one ("" takes in every language)."""
    language, tag = language.lower(), tag.lower()
    return not tag or language == tag or language.startswith(f"{tag}-")


@lru_cache(maxsize=64)
def _compiled(rules: tuple[Respelling, ...]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    ordered = sorted(rules, key=lambda rule: -len(rule.written))
    groups = [f"(?P<r{index}>{_whole(rule.written.strip())})" for index, rule in enumerate(ordered)]
    return re.compile("|".join(groups)), tuple(rule.spoken for rule in ordered)


def _whole(written: str) -> str:
    before = f"(?<!{_LETTER})" if re.match(_LETTER, written[0]) else ""
    after = f"(?!{_LETTER})" if re.match(_LETTER, written[-1]) else ""
    body = re.escape(written) if written != written.lower() else f"(?i:{re.escape(written)})"
    return f"{before}{body}{after}"
