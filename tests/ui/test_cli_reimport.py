"""`reimport` as scripts rely on it: what is written, what is printed, and what is left alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pptx import Presentation

from studio import edits
from studio.assets import AssetStore
from studio.lecture_file import open_lecture, save_lecture
from studio.lecture_lock import LectureLock
from tests.ui.test_cli import NOTES, events, make_deck, one_line, studio


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a lecture that its author has worked on, and its deck, changed since."""
    folder = tmp_path_factory.mktemp("home")
    deck = make_deck(folder / "deck.pptx")
    assert studio(folder, "import", deck, "-o", folder / "made.lecture").returncode == 0
    store = AssetStore(folder / "assets")
    lecture = open_lecture(folder / "made.lecture", store)
    lecture = edits.set_script(lecture, lecture.scenes[0].id, "My own welcome. It has only four slides.")
    lecture = edits.rename(lecture, lecture.scenes[2].id, "My own title")
    save_lecture(lecture, store, folder / "mine.lecture")
    changed = Presentation(str(deck))
    changed.slides[0].notes_slide.notes_text_frame.text = "Another welcome. It has only four slides."
    changed.slides[1].notes_slide.notes_text_frame.text = NOTES[1] + " And here is a new sentence."
    changed.save(str(folder / "changed.pptx"))
    return folder


@pytest.fixture
def mine(home: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(home / "mine.lecture", tmp_path / "mine.lecture"))


def words(path: Path, folder: Path) -> list[str]:
    return [scene.script.words for scene in open_lecture(path, AssetStore(folder / "look")).scenes]


def test_the_lecture_itself_is_updated_and_the_report_says_how(
    home: Path, mine: Path, tmp_path: Path
) -> None:
    done = studio(home, "reimport", mine, home / "changed.pptx")
    assert done.returncode == 0, done.stderr
    assert words(mine, tmp_path)[:2] == [
        "My own welcome. It has only four slides.",
        f"{NOTES[1]} And here is a new sentence.",
    ]
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert "changed.pptx: 4 slides; 2 of 4 scenes are unchanged" in lines
    assert "here: My own welcome." in lines
    assert "deck: Another welcome." in lines
    assert lines[-1] == f"{mine} is updated."
    written = mine.read_bytes()
    again = studio(home, "reimport", mine, home / "changed.pptx")
    assert "4 of 4 scenes are unchanged" in again.stdout
    assert mine.read_bytes() == written


def test_programs_get_every_scene_as_data(home: Path, mine: Path, tmp_path: Path) -> None:
    before = mine.read_bytes()
    done = studio(home, "reimport", mine, home / "changed.pptx", "--json", "-o", tmp_path / "new.lecture")
    assert done.returncode == 0, done.stderr
    told = {event["event"]: event for event in events(done)}
    scenes = told["reimport"]["scenes"]
    assert [[change["kind"] for change in scene["changes"]] for scene in scenes] == [
        ["conflict"],
        ["notes"],
        [],
        [],
    ]
    assert scenes[0]["conflicts"] == [
        {"base": "Welcome to this short lesson.", "mine": "My own welcome.", "theirs": "Another welcome."}
    ]
    assert told["done"] == {"event": "done", "files": [str(tmp_path / "new.lecture")], "unchanged": False}
    assert told["report"]["slides"] == 4
    assert mine.read_bytes() == before
    assert words(tmp_path / "new.lecture", tmp_path)[0].startswith("My own welcome.")


def test_what_it_refuses_is_one_sentence_and_nothing_is_written(
    home: Path, mine: Path, tmp_path: Path
) -> None:
    before = mine.read_bytes()
    other = make_deck(tmp_path / "other.pptx", ("Quite another lesson.",))
    deck = Presentation(str(other))
    for shape in deck.slides[0].shapes:
        shape.text_frame.text = "Nothing alike"
    deck.slides._sldIdLst[0].set("id", "999")
    deck.save(str(other))
    cases = {
        "has no slide in common": ("reimport", mine, other),
        "is no lecture": ("reimport", other, mine),
        "is a lecture": ("reimport", mine, mine),
        "exists": ("reimport", mine, home / "changed.pptx", "-o", home / "made.lecture"),
        "There is no deck": ("reimport", mine, home / "changed.pptx", "--deck", "unknown"),
    }
    for sentence, arguments in cases.items():
        done = studio(home, *arguments)
        assert done.returncode == 1, sentence
        assert sentence in done.stderr
        assert one_line(done.stderr)
    assert studio(home, "reimport", mine).returncode == 2
    assert mine.read_bytes() == before


def test_a_lecture_that_is_open_elsewhere_is_left_alone(home: Path, mine: Path) -> None:
    before = mine.read_bytes()
    with LectureLock(mine, home / "state"):
        done = studio(home, "reimport", mine, home / "changed.pptx")
        assert done.returncode == 1
        assert "is open in another window" in done.stderr
        looked = studio(home, "reimport", mine, home / "changed.pptx", "--dry-run")
        assert looked.returncode == 0
        assert "The notes were changed in the deck" in looked.stdout
    assert mine.read_bytes() == before
