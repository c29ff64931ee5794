"""Which language a text is in: by its script, the words that only one language uses, and what it is marked with.

Decks are marked carelessly (a Chinese text typed on an English keyboard is marked en-US), so what a text
is made of weighs more than its mark; the mark decides what letters cannot (British or American, Taiwan or
Hong Kong).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

_SCRIPTS = {
    "CJK": "Han",
    "HIRAGANA": "Kana",
    "KATAKANA": "Kana",
    "KATAKANA-HIRAGANA": "Kana",
    "HANGUL": "Hangul",
    "BOPOMOFO": "Han",
}
"""First word of a character's Unicode name where it is not the script's own name."""

_DENSE = ("Han", "Kana", "Thai", "Lao", "Khmer", "Myanmar")
"""Scripts written without spaces: each letter counts as a word is counted elsewhere."""

_OF_SCRIPT = {
    "Han": ("zh", "ja"),
    "Kana": ("ja",),
    "Hangul": ("ko",),
    "Cyrillic": ("ru", "uk", "bg", "sr", "be", "mk", "kk", "mn"),
    "Greek": ("el",),
    "Arabic": ("ar", "fa", "ur", "ps", "ug"),
    "Hebrew": ("he", "yi"),
    "Devanagari": ("hi", "mr", "ne", "sa"),
    "Bengali": ("bn", "as"),
    "Gurmukhi": ("pa",),
    "Gujarati": ("gu",),
    "Tamil": ("ta",),
    "Telugu": ("te",),
    "Kannada": ("kn",),
    "Malayalam": ("ml",),
    "Sinhala": ("si",),
    "Thai": ("th",),
    "Lao": ("lo",),
    "Khmer": ("km",),
    "Myanmar": ("my",),
    "Georgian": ("ka",),
    "Armenian": ("hy",),
    "Ethiopic": ("am", "ti"),
}
"""The languages written in a script, the commonest first. Latin is every other language."""

_LETTERS = {
    "fa": "پچژگ",
    "ur": "ٹڈڑںے",
    "uk": "іїєґ",
    "be": "ў",
    "sr": "ђћџљњ",
}
"""Letters that tell a language from the commonest one of its script."""

_TRADITIONAL = frozenset(
    "們個來這說時會為過學國對發還無開關點電實現種問題間數據應該讓與種樣進書長門見車馬東語義專業請謝話讀寫單"
    "雙條運動機構設計執檔網頁標選擇測試處輸張圖邏輯優類項價質據歷華灣廣場雖圍繼續結權與許證條圓總經營"
)
_SIMPLIFIED = frozenset(
    "们个来这说时会为过学国对发还无开关点电实现种问题间数据应该让与样进书长门见车马东语义专业请谢话读写单"
    "双条运动机构设计执档网页标选择测试处输张图逻辑优类项价质历华湾广场虽围继续结权许证圆总经营"
)
_HONG_KONG = frozenset("嘅咗喺唔佢哋嚟啲咁")
_ONLY_OLD = (_TRADITIONAL - _SIMPLIFIED) | _HONG_KONG
_ONLY_NEW = _SIMPLIFIED - _TRADITIONAL

_FUNCTION_WORDS = {
    "en": "the of and to is that for with this are as be by from it you on not have which we can will "
    "in or an at your our was has if all more when what how they there these do does should may "
    "use used",
    "es": "el la los las del de al en que y una un por con para se como más pero sus su este esta está "
    "son lo es también desde sin sobre entre cuando ser ha han puede qué cómo tu o si ya muy esto "
    "cada",
    "fr": "le la les des du de et un une en est que pour dans qui sur pas avec ce cette au aux vous "
    "nous sont il elle ou où par plus se ne son sa ses leur être ont fait comme mais",
    "de": "der die das und ist nicht mit ein eine zu den dem auf für von sich auch werden wird wir sie "
    "es im in des als an bei oder wie sind kann aus nach über durch wenn man zum zur",
    "it": "il la lo gli le di del della dei delle che un una per con non sono è nel nella in al alla "
    "dal dalla da su si come anche questo questa più ed se ci cosa ogni essere può tra sul sulla "
    "ai",
    "pt": "os as do da dos das de que uma um para com não em por mais como são ao na no nos você se "
    "isso também está seu sua pelo pela ou ser tem quando cada muito",
    "nl": "de het een en van is dat niet met voor op zijn te aan ook worden wij deze bij naar wordt "
    "door in die er om als of kan maar we je uit over",
    "sv": "och att det som en är på av för med inte den till ett vi kan har om eller från i de så men "
    "ska när",
    "da": "og at det som en er på af for med ikke den til et vi kan har om eller fra de så men skal når der",
    "nb": "og å det som en er på av for med ikke den til et vi kan har om eller fra de så men skal når der",
    "fi": "ja on että ei se tai ovat myös kun joka mutta voi niin ole tämä kuin ne sen jos sekä",
    "pl": "na do że nie się jest to jak po przez są oraz dla od co tego które lub można aby za przy",
    "cs": "na se že je do to jako pro nebo jsou by jak také které při za když ale není",
    "hu": "az és hogy nem egy van ez azt vagy mint csak meg lehet ha már is de",
    "ro": "și în de la cu un nu că pentru din sau sunt care mai este pe ce se fi această acest prin între",
    "tr": "ve bir bu için ile de da olarak olan daha çok gibi ne ya değil var her en kadar veya",
    "id": "yang dan di dari untuk dengan ini itu adalah tidak dalam pada ke akan atau dapat kita juga oleh",
    "vi": "và của là không có được cho các một trong này với những người để khi từ",
    "ca": "el els les del la de i una un per amb com més però aquest aquesta són és en també dels al als que",
}

_WORDS = {
    language: frozenset(word for word in words.split() if len(word) > 1)
    for language, words in _FUNCTION_WORDS.items()
}
"""Without single letters: on slides those are variables and list marks in every language."""

_LANGUAGES_WITH = {
    word: tuple(language for language, own in _WORDS.items() if word in own)
    for word in frozenset[str]().union(*_WORDS.values())
}

_WORD = re.compile(r"[^\W\d_]+")
_LINK = re.compile(r"(?<!\S)\S+?(?:://|@)\S+|`[^`]*`")
_ENOUGH = 3
"""Different function words a text must show before they outweigh its mark."""

_SHARE = 0.12
"""The least share of such words in running text; labels and code have hardly any."""


def language_of(text: str, hints: Iterable[tuple[str, int]] = (), default: str = "", around: str = "") -> str:
    """The language of `text` as a BCP 47 tag; `default` where nothing tells.

    `hints` are the languages the text is marked with and how much of it each mark covers (characters).
    A mark that fits what the text is made of gives the region too ("en-GB"); one that does not is set aside.
    `around` is the language of the rest of the deck: it decides where a text is too short to tell, and its
    region goes before the mark's, so that one lecture does not change its accent between two slides.
    """
    marks = _ranked(hints)
    ranked = [tag for tag in (around, *marks, default) if tag]
    script = _script(text)
    if script == "":
        return [*ranked, ""][0]
    if script in ("Han", "Kana"):
        return _east_asian(text, ranked)
    if script == "Latin":
        return _latin(text, ranked)
    return _other(text, script, ranked)


def is_leftward(text: str) -> bool:
    """Whether a text runs from right to left: its first letter with a direction says so (UAX #9, P2 and P3)."""
    strong = (unicodedata.bidirectional(char) for char in text)
    return next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L"


def primary(tag: str) -> str:
    """The language of a tag without script and region: "zh-Hant-TW" -> "zh"."""
    return tag.replace("_", "-").partition("-")[0].lower()


def majority(tags: Iterable[tuple[str, int]]) -> str:
    """The tag with the greatest weight; "" where there is none. The first wins a tie."""
    weights: Counter[str] = Counter()
    for tag, weight in tags:
        if tag:
            weights[tag] += weight
    return max(weights, key=lambda tag: weights[tag]) if weights else ""


def _ranked(hints: Iterable[tuple[str, int]]) -> list[str]:
    weights: Counter[str] = Counter()
    for tag, weight in hints:
        weights[tag] += weight
    told: Counter[str] = Counter()
    for tag, weight in weights.items():
        if tag and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*", tag):
            told[tag.replace("_", "-")] += weight
    return [tag for tag, _ in told.most_common()]


def _words_in(text: str) -> list[str]:
    """The words of a text, without addresses and code."""
    if "@" in text or "://" in text or "`" in text:
        text = _LINK.sub(" ", text)
    return _WORD.findall(text)


@lru_cache(maxsize=4096)
def _script_of(letter: str) -> str:
    first = unicodedata.name(letter, "").partition(" ")[0]
    return _SCRIPTS.get(first, first.capitalize())


@lru_cache(maxsize=4096)
def _scripts_in(word: str) -> tuple[tuple[str, int], ...]:
    """The scripts of a word and how much each counts: dense ones by the letter, the others once."""
    letters = Counter(map(_script_of, word))
    return tuple((script, count if script in _DENSE else 1) for script, count in letters.items())


def _script(text: str) -> str:
    """The script most of the words are in; "" for a text without letters."""
    counts: Counter[str] = Counter()
    for word in _words_in(text):
        for script, count in _scripts_in(word):
            counts[script] += count
    if not counts:
        return ""
    east = counts["Han"] + counts["Kana"]
    others = max((count for script, count in counts.items() if script not in ("Han", "Kana")), default=0)
    # Chinese and Japanese are spoken of technical things with many English words between.
    if east and east * 2 >= others:
        return "Kana" if counts["Kana"] * 10 >= east else "Han"
    return max(counts, key=lambda script: counts[script])


def _east_asian(text: str, ranked: list[str]) -> str:
    letters = Counter(text)
    kana = sum(count for letter, count in letters.items() if _script_of(letter) == "Kana")
    han = sum(count for letter, count in letters.items() if _script_of(letter) == "Han")
    variety = _varieties(letters)
    if kana * 10 >= kana + han:
        return _first(ranked, ("ja",)) or "ja-JP"
    nearest = _first(ranked, ("ja", "zh", "yue"))
    if primary(nearest) == "ja" and not variety:
        return nearest
    for tag in ranked:
        if primary(tag) in ("zh", "yue") and (variety == 0 or (variety > 0) == _is_traditional(tag)):
            return tag
    return "zh-CN" if variety < 0 else "zh-TW"


def _varieties(letters: Counter[str]) -> int:
    """Above 0 for traditional, below for simplified characters; 0 where the text shows neither."""
    return sum(letters[letter] for letter in _ONLY_OLD) - sum(letters[letter] for letter in _ONLY_NEW)


def _is_traditional(tag: str) -> bool:
    return re.search(r"hant|tw|hk|mo|yue", tag.lower()) is not None


def _latin(text: str, ranked: list[str]) -> str:
    written = [tag for tag in ranked if not _has_own_script(tag)]
    spoken = _by_function_words(text, written)
    if not spoken:
        return [*written, "en"][0]
    return _first(written, (spoken,)) or spoken


def _by_function_words(text: str, marks: list[str]) -> str:
    """The language whose own small words the text uses, if it uses clearly more of them than of any other."""
    words = Counter(word.lower() for word in _words_in(text))
    scores = dict.fromkeys(_WORDS, 0)
    for word, count in words.items():
        for language in _LANGUAGES_WITH.get(word, ()):
            scores[language] += count
    best = max(scores, key=lambda language: (scores[language], language == "en"))
    marked = {primary(mark): scores.get(primary(mark), 0) for mark in marks}
    enough = sum(word in words for word in _WORDS[best]) >= _ENOUGH
    if not enough or scores[best] < _SHARE * words.total():
        return ""
    if best not in marked and scores[best] * 10 < max(marked.values(), default=0) * 13:
        return ""
    tied = [language for language, score in scores.items() if score == scores[best]]
    fitting = [primary(mark) for mark in marks if primary(mark) in tied]
    return fitting[0] if fitting else best


def _other(text: str, script: str, ranked: list[str]) -> str:
    languages: tuple[str, ...] = _OF_SCRIPT.get(script, ())
    fitting = _first(ranked, languages)
    telling = next((tag for tag in languages if _shows(text, _LETTERS.get(tag, ""))), "")
    if telling and primary(fitting) in ("", *languages[:1]):
        return _first(ranked, (telling,)) or telling
    return fitting or [*languages, *ranked, ""][0]


def _shows(text: str, letters: str) -> bool:
    return sum(text.count(letter) + text.count(letter.upper()) for letter in letters) >= 2


@lru_cache(maxsize=256)
def _has_own_script(tag: str) -> bool:
    return any(primary(tag) in languages for languages in _OF_SCRIPT.values())


def _first(tags: list[str], languages: tuple[str, ...]) -> str:
    return next((tag for tag in tags if primary(tag) in languages), "")
