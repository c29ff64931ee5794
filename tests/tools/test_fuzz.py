"""Two hundred damaged files end in a lecture or a sentence, and the tool that damages them finds what does not."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from studio import importers
from tests.tools import fuzz
from tests.tools.mutations import damaged

CASES = 200
pytestmark = pytest.mark.usefixtures("shared_decks")


def test_damaged_files_end_in_a_lecture_or_in_one_sentence() -> None:
    results = list(fuzz.tried(1, range(CASES)))
    assert [
        f"--seed 1 --case {each.case}: {each.wrong}\n{each.details}" for each in results if each.wrong
    ] == []
    outcomes = {each.outcome.partition(":")[0] for each in results}
    assert {"lecture", "drawn", "sentence"} <= outcomes
    assert len({each.source for each in results}) > 20


def test_a_case_is_the_same_whenever_it_is_tried(shared_decks: Path) -> None:
    data = (shared_decks / fuzz.SOURCES[-4]).read_bytes()
    one, again, other = (damaged(data, random.Random(f"1:{case}")) for case in (7, 7, 8))
    assert one.done == again.done
    assert _parts(one.data) == _parts(again.data)
    assert one.data != other.data


def _parts(data: bytes) -> object:
    """The dates that a zip file gives its parts are those of the day."""
    import io

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(entry.filename, entry.CRC) for entry in archive.infolist()]
    except (zipfile.BadZipFile, NotImplementedError):
        return len(data)


def _fails(error: Exception) -> Callable[..., object]:
    def read(*_: object, **__: object) -> object:
        raise error

    return read


@pytest.mark.parametrize(
    ("error", "wrong"),
    [
        (KeyError("rId7"), "KeyError: 'rId7'"),
        (importers.BadFileError("Two lines.\nNot one."), "not one sentence"),
        (importers.BadFileError("No full stop"), "not one sentence"),
        (
            importers.BadFileError(f"It stands in {Path(fuzz.__file__).parents[2]}."),
            "names a place of this machine",
        ),
        (MemoryError(), "MemoryError"),
    ],
)
def test_what_is_no_sentence_for_people_is_found(
    monkeypatch: pytest.MonkeyPatch, error: Exception, wrong: str
) -> None:
    monkeypatch.setattr(importers, "import_file", _fails(error))
    case = next(case for case in range(100) if fuzz._source(case) == fuzz.OPML)
    assert wrong in fuzz.examined(1, case).wrong
