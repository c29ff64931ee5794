"""Words after which a full stop ends no sentence, and words with which sentences begin."""

from __future__ import annotations

_ALWAYS = {
    "": (
        "dr mr mrs ms prof rev hon st gen col capt lt sgt gov sen rep messrs mme mlle mgr pres vs cf viz "
        "e.g i.e eg ie ca approx resp al"
    ),
    "de": (
        "z.b d.h u.a s.o s.u bzw bspw evtl ggf inkl exkl sog vgl hr fr frl hrsg dipl ing phil med nat str tel"
    ),
    "fr": "m mm mme mlle mlles c.-à-d p.ex ex env chap éd av apr cie",
    "es": "ee d dña sr sra srta sres ud uds ej p.ej pág págs cap ee.uu av avda aprox núm",
    "it": "sig sigg dott prof.ssa dott.ssa ing avv es p.es pag pagg cap",
    "pt": "sr sra exmo exma dra pág cap núm profa",
    "nl": "bijv dhr mevr d.w.z m.a.w o.a t.a.v",
    "ru": "т.е т.к т.н г ул им проф акад см рис стр",
}
_WITH_NUMBER = (
    "no nos nr nº núm fig figs abb tab p pp s vol ch chap sec art eq eqs ed kap cap pág par ln ex lec "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
_ORDINALS = "de da nb nn no fi cs sk hu pl sl hr sr is et lv tr"
_OPENING = (
    "the a an this that these those it its we you they he she i in on at if when while as so but and or "
    "for now then there here what how why who where let all each some many most our my his her their to "
    "from with by after before because however der die das ein eine es wir sie er ich und aber dann wenn "
    "wie was ist im am le la les un une il elle nous vous ils elles je et mais el los las lo uno una y "
    "pero en gli"
)

BEFORE_NUMBERS = frozenset(_WITH_NUMBER.split())
"""Abbreviations where a number follows: No. 5, Fig. 3, S. 12."""
ORDINAL_LANGUAGES = frozenset(_ORDINALS.split())
"""Languages that write an ordinal number with a full stop: am 3. Oktober."""
STARTERS = frozenset(_OPENING.split())
"""Small words that hardly stand capitalised inside a sentence."""
_JOINING = {tag: frozenset(f"{_ALWAYS['']} {words}".split()) for tag, words in _ALWAYS.items()}


def abbreviations(language: str) -> frozenset[str]:
    """Abbreviations (small letters, no last full stop) that end no sentence.

    `language` is a primary subtag; the English ones hold everywhere.
    """
    return _JOINING.get(language, _JOINING[""])
