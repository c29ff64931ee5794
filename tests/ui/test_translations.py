"""The translations are whole: every text of the window and every sentence for people, in Traditional Chinese.

What fails here is mended by `python -m resources.translations.update`, filling in what it leaves unfinished in
resources/translations/lecture-studio_zh_TW.ts, and running it again.
"""

from __future__ import annotations

import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from resources.translations import update
from resources.translations.collect import collect, is_prose
from resources.translations.texts import UnreadableError, texts

TS = (update.TRANSLATED, update.ENGLISH)
BOTH = pytest.mark.parametrize("path", TS, ids=lambda path: path.stem)


@dataclass(frozen=True)
class Message:
    """One entry of a .ts file."""

    context: str
    source: str
    comment: str
    forms: tuple[str, ...]
    finished: bool


def messages(path: Path) -> Iterator[Message]:
    for context in ET.parse(path).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation] or [translation.text or ""]
            finished = translation.get("type") is None
            name, source = context.findtext("name", ""), message.findtext("source", "")
            yield Message(name, source, message.findtext("comment", ""), tuple(forms), finished)


@BOTH
def test_every_text_is_translated(path: Path) -> None:
    left = [f"{m.context}: {m.source}" for m in messages(path) if not m.finished or not all(m.forms)]
    assert not left


@BOTH
def test_the_file_holds_what_the_program_says_now(path: Path, tmp_path: Path) -> None:
    fresh = tmp_path / path.name
    shutil.copy(path, fresh)
    update.merge(fresh, "zh_TW" if path == update.TRANSLATED else "en", *update.options(path))
    now, then = ({(m.context, m.source, m.comment) for m in messages(each)} for each in (fresh, path))
    assert not now - then, "texts that are not in the .ts file yet"
    assert not then - now, "texts that the program no longer has"


def test_the_table_of_sentences_is_up_to_date() -> None:
    assert update.TABLE.read_text(encoding="utf-8") == update.table(collect())


@BOTH
def test_the_program_loads_what_the_file_says(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    shutil.copy(path, copy)
    update.release(copy)
    assert path.with_suffix(".qm").read_bytes() == copy.with_suffix(".qm").read_bytes()


@BOTH
def test_what_is_filled_in_later_stands_in_every_translation(path: Path) -> None:
    assert not [m for m in messages(path) for form in m.forms if form and _holes(form) != _holes(m.source)]


def test_access_keys_and_dots_are_kept() -> None:
    for message in messages(update.TRANSLATED):
        for form in message.forms:
            assert ("&" in message.source) == ("&" in form), message.source
            assert message.source.endswith("…") == form.rstrip("）)").endswith("…"), message.source


def test_access_keys_of_one_menu_bar_differ() -> None:
    for path in (update.TRANSLATED,):
        keys = [
            m.forms[0].partition("&")[2][:1]
            for m in messages(path)
            if m.context == "MainWindow" and "&" in m.source
        ]
        assert len(keys) == len(set(keys))


def test_no_english_is_left_in_the_chinese() -> None:
    """Names of programs and formats may stay; two small words in a row may not."""
    for message in messages(update.TRANSLATED):
        for form in message.forms:
            told = re.sub(r"「.*?」|\(speed: normal\)|\{\w+\}|--\w+", "", form)
            assert not re.search(r"\b[a-z]{3,} [a-z]{3,}\b", told), form


def test_every_marked_text_can_be_read_from_the_source() -> None:
    assert len(texts()) > 150


def test_a_text_that_is_no_literal_is_found_out(tmp_path: Path) -> None:
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "view.py").write_text("class View:\n def f(self, name):\n  return self.tr(name)\n")
    with pytest.raises(UnreadableError, match=r"view\.py:3"):
        texts(tmp_path)


def test_each_way_to_mark_a_text_is_read(tmp_path: Path) -> None:
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "view.py").write_text(
        "class View(QWidget):\n"
        " def f(self, found):\n"
        "  tr = self.tr\n"
        "  tr('One'); self.tr('%n two', '', len(found)); f'{self.tr(\"Three\")} x'\n"
        "  QCoreApplication.translate('Other', 'Four'); QT_TRANSLATE_NOOP('Other', 'Five')\n"
        "  self.tr('Six', 'a verb')\n"
    )
    found = {(text.context, text.source, text.comment, text.counted) for text in texts(tmp_path)}
    assert found == {
        ("View", "One", "", False),
        ("View", "%n two", "", True),
        ("View", "Three", "", False),
        ("View", "Six", "a verb", False),
        ("Other", "Four", "", False),
        ("Other", "Five", "", False),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“{1}” is damaged; open an older copy.", True),
        ("hidden slide", True),
        ("left out", True),
        ("presentation.xml", False),
        ("p:cNvPr", False),
        ("CREATE TABLE asset (digest TEXT)", False),
        ("Open Sans", False),
        ("{1} {2}", False),
    ],
)
def test_prose_is_told_from_code(text: str, expected: bool) -> None:
    assert is_prose(text) is expected


def test_a_choice_within_a_sentence_gives_a_template_for_each_outcome(tmp_path: Path) -> None:
    (tmp_path / "studio").mkdir()
    (tmp_path / "studio" / "some.py").write_text(
        '"""Not this docstring of mine."""\n'
        "def f(n):\n"
        "    raise BadFileError(f\"{n} slide{'' if n == 1 else 's'} cannot be read.\")\n"
        "def g():\n"
        "    raise ValueError('not for people at all')\n"
    )
    found = {one.text: one.holes for one in collect(tmp_path) if one.module}
    assert found == {"{1} slide cannot be read.": ("n",), "{1} slides cannot be read.": ("n",)}


def test_errors_of_the_window_are_sentences_too(tmp_path: Path) -> None:
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "some.py").write_text(
        "class View:\n"
        " def f(self, path):\n"
        "  sentence = f'“{path.name}” may only be read.'\n"
        "  return LockedError(sentence), self.tr('Not this one, Qt has it.')\n"
        " def g(self):\n"
        "  return 'Nor this one, it is no error.'\n"
    )
    found = {one.text for one in collect(tmp_path) if one.module}
    assert found == {"“{1}” may only be read."}


def _holes(text: str) -> set[str]:
    return set(re.findall(r"\{\w*\}|%n", text))
