"""A sentence in many languages, by which a voice can be known."""

from __future__ import annotations

from studio.languages import primary

_SENTENCES = {
    "en": "This is how your lecture will sound.",
    "zh": "您的課程聽起來會是這樣。",
    "cmn": "您的課程聽起來會是這樣。",
    "yue": "你嘅課程聽落會係咁樣。",
    "ja": "講義はこのように聞こえます。",
    "ko": "강의는 이렇게 들립니다.",
    "de": "So wird Ihre Vorlesung klingen.",
    "fr": "Voici comment sonnera votre cours.",
    "es": "Así sonará su clase.",
    "it": "Ecco come suonerà la sua lezione.",
    "pt": "É assim que a sua aula vai soar.",
    "nl": "Zo zal uw les klinken.",
    "sv": "Så här kommer din föreläsning att låta.",
    "da": "Sådan vil din forelæsning lyde.",
    "nb": "Slik vil forelesningen din høres ut.",
    "fi": "Tältä luentosi kuulostaa.",
    "pl": "Tak będzie brzmiał Twój wykład.",
    "cs": "Takto bude znít vaše přednáška.",
    "hu": "Így fog hangzani az előadása.",
    "ro": "Așa va suna cursul dumneavoastră.",
    "ru": "Так будет звучать ваша лекция.",
    "uk": "Так звучатиме ваша лекція.",
    "el": "Έτσι θα ακούγεται η διάλεξή σας.",
    "tr": "Dersiniz böyle duyulacak.",
    "ar": "هكذا ستبدو محاضرتك.",
    "he": "כך תישמע ההרצאה שלך.",
    "hi": "आपका व्याख्यान ऐसा सुनाई देगा।",
    "vi": "Bài giảng của bạn sẽ nghe như thế này.",
    "id": "Beginilah kuliah Anda akan terdengar.",
}
_COUNTING = "1, 2, 3, 4, 5."
"""Every voice reads numbers in its own language."""


def sample(language: str) -> str:
    """A sentence that a voice for this language (BCP 47) can read."""
    return _SENTENCES.get(primary(language), _COUNTING)
