"""The languages of the editor, and how one is put on.

A language is chosen before the window is made and stays until the program ends: views read their words once. A new
choice therefore takes effect at the next start, and the preferences say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ui.look import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

Choice = Literal["system", "en", "zh_TW"]
"""What can be chosen: the name of a language's files, or whatever the system speaks."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the editor: the name of its files, its tag (BCP 47), its own name, its characters."""

    file: Choice
    tag: str
    name: str
    script: str = ""


LANGUAGES = (Language("en", "en", "English"), Language("zh_TW", "zh-Hant", "正體中文", "Hant"))

_translators: list[QTranslator] = []


def install(app: QApplication, choice: str = "system") -> Language:
    """Let the program speak `choice` from now on; an unknown choice means "system". Returns what it speaks."""
    locale = QLocale.system()
    language = _by_tag(choice) or of_system(locale.uiLanguages())
    while _translators:
        app.removeTranslator(_translators.pop())
    for translator in (_qt(language), _own(language)):
        if translator is not None:
            QCoreApplication.installTranslator(translator)
            _translators.append(translator)
    QLocale.setDefault(_locale(language, locale))
    theme.prefer_script(language.script)
    return language


def of_system(wanted: list[str]) -> Language:
    """The language for a system that wants these ("zh-Hant-TW", "zh_HK", "de-DE", …), best first; else English."""
    for tag in wanted:
        locale = QLocale(tag.replace("-", "_"))
        if locale.language() is QLocale.Language.English:
            return LANGUAGES[0]
        if locale.script() is QLocale.Script.TraditionalChineseScript:
            return LANGUAGES[1]
    return LANGUAGES[0]


def current() -> Language:
    """The language the program speaks now."""
    name = QLocale().language()
    return LANGUAGES[1] if name is QLocale.Language.Chinese else LANGUAGES[0]


def _by_tag(tag: str) -> Language | None:
    return next((language for language in LANGUAGES if tag in (language.tag, language.file)), None)


def _locale(language: Language, system: QLocale) -> QLocale:
    """Numbers and dates as the person has them, where the system speaks the same language."""
    locale = QLocale(language.file)
    return system if system.language() is locale.language() and system.script() is locale.script() else locale


def _own(language: Language) -> QTranslator | None:
    translator = QTranslator()
    folder = str(files("resources.translations"))
    return translator if translator.load(f"lecture-studio_{language.file}", folder) else None


def _qt(language: Language) -> QTranslator | None:
    """Qt's own words: the buttons of dialogs, the menus of text fields."""
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator if translator.load(f"qtbase_{language.file}", folder) else None
