"""What keeps long decks quick to read, by counting: nothing is read twice that one reading is enough for."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from studio.importers.pptx import markup
from tests.studio.importers.making import make, read
from tests.tools.long_deck import lengthened

_LONG = 40


@pytest.fixture(scope="module")
def long_deck(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample lesson, with its slides again and again."""
    path = tmp_path_factory.mktemp("long") / "long.pptx"
    path.write_bytes(lengthened((samples / "water-cycle.pptx").read_bytes(), _LONG))
    return path


def test_a_lengthened_deck_has_its_slides_with_their_notes(long_deck: Path, tmp_path: Path) -> None:
    lecture, _ = read(long_deck, tmp_path)
    own = next(i for i, s in enumerate(lecture.scenes) if i and s.title == lecture.scenes[0].title)
    assert len(lecture.scenes) == _LONG
    assert [s.script.words for s in lecture.scenes[own : 2 * own]] == [
        s.script.words for s in lecture.scenes[:own]
    ]
    assert any(scene.script.words for scene in lecture.scenes)


def test_slides_cost_a_few_readings_each_and_what_they_share_none(
    long_deck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings: Counter[bytes] = Counter()
    fromstring = markup.etree.fromstring

    def counting(data: bytes | str, *more: object) -> object:
        readings[data if isinstance(data, bytes) else data.encode()] += 1
        return fromstring(data, *more)

    monkeypatch.setattr(markup.etree, "fromstring", counting)
    read(long_deck, tmp_path)
    themes = [count for data, count in readings.items() if b"<a:theme " in data[:2000]]
    assert themes
    assert max(themes) <= 4
    slides = [count for data, count in readings.items() if b"<p:sld " in data[:2000]]
    copies = _LONG / len(slides)
    assert sum(slides) / _LONG <= 4, f"{sum(slides)} readings of {_LONG} slides ({copies:.1f} copies of each)"


def test_walking_finds_what_stands_in_the_branch_to_take() -> None:
    data = (
        '<p:sld xmlns:p="{p}" xmlns:a="{a}" xmlns:mc="{mc}" xmlns:a14="{a14}" xmlns:x="urn:x"><a:t>1</a:t>'
        '<mc:AlternateContent><mc:Choice Requires="x"><a:t>no</a:t></mc:Choice><mc:Fallback><a:p><a:t>2</a:t></a:p>'
        "</mc:Fallback></mc:AlternateContent><!-- c --><a:p><a:t>3</a:t><mc:AlternateContent>"
        '<mc:Choice Requires="a14"><a:t>4</a:t></mc:Choice><mc:Fallback><a:t>no</a:t></mc:Fallback>'
        "</mc:AlternateContent></a:p></p:sld>"
    ).format(**markup.NAMESPACES)
    root = markup.parse(data.encode())
    assert [node.text for node in markup.walk(root, "a:t")] == ["1", "2", "3", "4"]
    assert [markup.local(node) for node in markup.walk(root)] == ["t", "p", "t", "p", "t", "t"]


def test_a_deck_is_read_without_the_parsers_of_outlines(tmp_path: Path) -> None:
    make(tmp_path / "deck.pptx", ("Title", "Some notes."))
    program = (
        "import sys; from pathlib import Path; from studio.assets import AssetStore; from studio.importers import "
        "import_file; import_file(Path(sys.argv[1]), AssetStore(Path(sys.argv[2]))); "
        "print(sorted({'docx', 'markdown_it'} & set(sys.modules)))"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "deck.pptx"), str(tmp_path / "assets")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "[]"
