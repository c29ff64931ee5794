"""The recovery journal: after a kill at any moment all but the unflushed tail comes back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from studio import edits, journal, settings
from studio.assets import AssetStore
from studio.errors import BadFileError, OutputError
from studio.journal import Journal
from studio.lecture import Lecture, Scene, SlideVisual
from studio.lecture_file import open_lecture, save_lecture
from studio.recovery import Pending, discard, pending, recover
from tests.studio.edits.lessons import lesson, scene

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the journals, in a place of its own."""
    monkeypatch.setenv("LECTURE_STUDIO_STATE", str(tmp_path / "state"))
    return tmp_path / "state" / "recovery"


@pytest.fixture
def store(tmp_path: Path) -> AssetStore:
    return AssetStore(tmp_path / "store")


@pytest.fixture
def opened(tmp_path: Path, store: AssetStore) -> tuple[Path, Lecture]:
    """A saved lecture with a deck inside, as the author has just opened it."""
    path = tmp_path / "desk" / "Lesson.lecture"
    path.parent.mkdir()
    deck = store.add(b"PK deck bytes", "Deck.pptx", "application/pptx")
    slide = Scene("s", "Slide", SlideVisual(deck, 256, 1))
    save_lecture(lesson(slide, scene("b", "One. Two."), "c"), store, path)
    os.utime(path, (1_000_000, 1_000_000))
    return path, open_lecture(path, store)


def journaled(source: Path | None, clean: Lecture | None, *lectures: Lecture, at: float = 2e6) -> Journal:
    """A journal into which lectures were flushed one after the other, by a program that is gone."""
    writing = Journal(source, clean, clock=lambda: at)
    for lecture in lectures:
        writing.record(lecture)
        assert writing.flush()
    writing.close(keep=True)
    return writing


def titled(lecture: Lecture, *titles: str) -> Iterator[Lecture]:
    for title in titles:
        lecture = edits.rename(lecture, "b", title)
        yield lecture


def the_only() -> Pending:
    (found,) = pending()
    return found


def test_the_last_flushed_state_comes_back_with_its_file_and_time(
    state: Path, opened: tuple[Path, Lecture], store: AssetStore
) -> None:
    path, lecture = opened
    before = path.read_bytes()
    changed = edits.duplicate(edits.remove(edits.rename(lecture, "b", "Rain 雨"), ["c"]), ["s"])
    journaled(path, lecture, *titled(lecture, "x", "y"), edits.remove(lecture, ["b"]), changed)
    found = the_only()
    assert (found.source, found.title, found.found, found.newer) == (path, "Lesson", True, True)
    assert not found.changed_elsewhere
    assert found.time.timestamp() == 2e6
    recovered = recover(found, store)
    assert (recovered.lecture, recovered.missing, recovered.warning) == (changed, (), "")
    assert path.read_bytes() == before
    assert sorted(file.name for file in path.parent.iterdir()) == ["Lesson.lecture"]
    discard(found)
    assert pending() == ()
    assert list(state.iterdir()) == []


def test_nothing_is_pending_without_changes_after_a_save_or_a_close(
    state: Path, opened: tuple[Path, Lecture]
) -> None:
    path, lecture = opened
    changed, further = titled(lecture, "x", "y")
    writing = Journal(path, lecture)
    assert not writing.flush()
    assert not state.exists()
    writing.record(changed)
    assert writing.flush()
    assert not writing.flush()
    writing.record(lecture)  # undone
    assert writing.flush()
    assert not writing.path.exists()
    writing.record(changed)
    writing.flush()
    writing.saved(changed, path)
    assert not writing.path.exists()
    assert not writing.flush()
    writing.record(further)
    writing.flush()
    writing.close()
    assert list(state.iterdir()) == []


def test_a_save_that_ends_when_editing_went_on_keeps_what_came_after(
    state: Path, opened: tuple[Path, Lecture], store: AssetStore
) -> None:
    path, lecture = opened
    changed, further = titled(lecture, "x", "y")
    writing = Journal(path, lecture)
    for each in (changed, further):
        writing.record(each)
        writing.flush()
    writing.saved(changed, path)
    assert writing.path.exists()
    writing.close(keep=True)
    assert recover(the_only(), store).lecture == further
    writing = Journal(path, lecture)
    for each in (changed, further):
        writing.record(each)
        writing.flush()
    writing.saved(changed, path)
    writing.record(changed)  # undone back to what was saved
    writing.flush()
    assert not writing.path.exists()


def test_a_lecture_that_is_open_is_not_offered_for_recovery(
    state: Path, opened: tuple[Path, Lecture]
) -> None:
    path, lecture = opened
    writing = Journal(path, lecture)
    writing.record(next(titled(lecture, "x")))
    writing.flush()
    assert pending() == ()
    assert writing.path.exists()
    writing.close(keep=True)
    assert len(pending()) == 1


def test_several_journals_come_latest_first_and_none_covers_another(
    state: Path, opened: tuple[Path, Lecture], store: AssetStore
) -> None:
    path, lecture = opened
    first, second = titled(lecture, "x", "y")
    journaled(path, lecture, first, at=3e6)
    journaled(path, lecture, second, at=4e6)
    journaled(None, None, lesson("new"), at=3.5e6)
    assert [recover(each, store).lecture for each in pending()] == [second, lesson("new"), first]


def test_a_file_saved_later_or_by_somebody_else_is_told(state: Path, opened: tuple[Path, Lecture]) -> None:
    path, lecture = opened
    journaled(path, lecture, *titled(lecture, "x"))
    os.utime(path, (3e6, 3e6))
    assert (the_only().newer, the_only().changed_elsewhere) == (False, True)
    os.utime(path, (1_500_000, 1_500_000))
    assert (the_only().newer, the_only().changed_elsewhere) == (True, True)


def test_a_moved_or_deleted_file_does_not_matter(
    state: Path, opened: tuple[Path, Lecture], store: AssetStore
) -> None:
    path, lecture = opened
    (changed,) = titled(lecture, "x")
    journaled(path, lecture, changed)
    path.unlink()
    found = the_only()
    assert (found.source, found.found, found.newer) == (path, False, True)
    assert recover(found, store).lecture == changed
    assert not path.exists()


def test_lost_assets_come_from_the_file_or_are_named(
    state: Path, opened: tuple[Path, Lecture], tmp_path: Path
) -> None:
    path, lecture = opened
    (changed,) = titled(lecture, "x")
    journaled(path, lecture, changed)
    elsewhere = AssetStore(tmp_path / "empty")
    assert recover(the_only(), elsewhere).warning == ""
    assert elsewhere.read(lecture.assets[0].digest) == b"PK deck bytes"
    path.write_bytes(b"not a lecture any more")
    recovered = recover(the_only(), AssetStore(tmp_path / "empty too"))
    assert recovered.lecture == changed
    assert recovered.missing == lecture.assets
    assert recovered.warning == (
        "“Deck.pptx” is no longer on this machine; import the same file again to bring it back."
    )


def test_a_torn_or_garbled_journal_gives_the_last_good_state(
    state: Path, opened: tuple[Path, Lecture], store: AssetStore
) -> None:
    path, lecture = opened
    states = [*titled(lecture, "x", "y", "z")]
    sizes: list[int] = []
    writing = Journal(path, lecture)
    for each in states:
        writing.record(each)
        writing.flush()
        sizes.append(writing.path.stat().st_size)
    writing.close(keep=True)
    whole = writing.path.read_bytes()
    assert len(whole) == sizes[-1]
    for length in {*range(sizes[0], len(whole), 13), *sizes, sizes[1] - 1, sizes[1] + 1}:
        writing.path.write_bytes(whole[:length])
        good = sum(size <= length for size in sizes)
        assert recover(the_only(), store).lecture == states[good - 1]
    for at in range(sizes[1], sizes[2], 13):
        writing.path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        assert recover(the_only(), store).lecture == states[1]
    writing.path.write_bytes(whole + b"\xff" * 40)
    assert recover(the_only(), store).lecture == states[2]
    found = the_only()
    for length in range(0, sizes[0], 29):
        writing.path.write_bytes(whole[:length])
        assert pending() == ()
    with pytest.raises(BadFileError, match="cannot be read; open the saved file"):
        recover(found, store)


def test_a_journal_from_a_newer_program_is_refused_and_kept(
    state: Path, store: AssetStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as later:
        later.setattr(journal, "SCHEMA", 99)
        written = journaled(None, None, lesson("a"))
    with pytest.raises(BadFileError, match="newer Lecture Studio"):
        recover(the_only(), store)
    assert written.path.exists()


def test_much_typing_does_not_fill_the_disk(
    state: Path, store: AssetStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "GROWTH", 5000)
    lecture = lesson(*(f"s{n}" for n in range(50)))
    writing = Journal(None, None)
    sizes: list[int] = []
    for number in range(200):
        lecture = edits.set_script(lecture, "s7", f"Typed {number}. " + os.urandom(64).hex())
        writing.record(lecture)
        writing.flush()
        sizes.append(writing.path.stat().st_size)
    assert max(sizes) < sizes[0] + 6000
    assert sizes[1] - sizes[0] < 1000  # one scene, not fifty
    assert [file.name for file in state.iterdir() if file.suffix == ".part"] == []
    writing.close(keep=True)
    assert recover(the_only(), store).lecture == lecture


def test_a_journal_that_somebody_tidied_away_is_begun_anew(state: Path, store: AssetStore) -> None:
    lecture = lesson("a", "b")
    writing = Journal(None, None)
    writing.record(lecture)
    writing.flush()
    writing.path.unlink()
    (lecture,) = titled(lecture, "x")
    writing.record(lecture)
    writing.flush()
    writing.close(keep=True)
    assert recover(the_only(), store).lecture == lecture


@pytest.mark.skipif(os.name == "nt", reason="file permissions are a matter of POSIX")
def test_nobody_else_reads_what_was_not_saved(state: Path) -> None:
    written = journaled(None, None, lesson("a"))
    assert written.path.stat().st_mode & 0o077 == 0
    assert state.stat().st_mode & 0o077 == 0


def test_a_place_that_cannot_be_written_says_so_and_is_tried_again(
    state: Path, store: AssetStore, tmp_path: Path
) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    writing = Journal(None, None)
    writing.record(lesson("a"))
    with pytest.raises(OutputError, match="save the lecture now"):
        writing.flush()
    (tmp_path / "state").unlink()
    assert writing.flush()
    writing.close(keep=True)
    assert recover(the_only(), store).lecture == lesson("a")


def test_the_state_folder_can_be_chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LECTURE_STUDIO_STATE", str(tmp_path))
    assert settings.state_folder() == tmp_path
    monkeypatch.delenv("LECTURE_STUDIO_STATE")
    assert settings.state_folder() != settings.cache_folder()


CHILD = """
import signal, sys
from pathlib import Path
from studio import edits, journal
from studio.assets import AssetStore
from studio.lecture_file import open_lecture

path = Path(sys.argv[1])
lecture = open_lecture(path, AssetStore(Path(sys.argv[2])))
writing = journal.Journal(path, lecture)

def write(number, flush=True):
    writing.record(edits.rename(lecture, "b", f"Title {{number}}"))
    if flush:
        writing.flush()

def stop():
    print("now", flush=True)
    signal.pause()

for number in range(5):
    write(number)
{middle}
"""


def killed(middle: str, path: Path, store: AssetStore) -> None:
    """A program that journals and is killed with -9 where it stops."""
    script = CHILD.format(middle=textwrap.dedent(middle))
    command = [sys.executable, "-c", script, str(path), str(store.folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "now\n"
        assert pending() == ()  # it lives
        running.kill()
    assert running.returncode == -signal.SIGKILL


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9 on Windows")
@pytest.mark.parametrize(
    ("middle", "title"),
    [
        ("write(5, flush=False); stop()", "Title 4"),
        # Killed between the two halves of a record.
        (
            """
            put = journal._put
            def half(handle, data):
                put(handle, data[: len(data) // 2])
                stop()
            journal._put = half
            write(5)
            """,
            "Title 4",
        ),
        # Killed while the journal is written anew, before the new one takes its place.
        (
            """
            journal.GROWTH = 0
            journal.Path.replace = lambda *_: stop()
            write(5)
            """,
            "Title 4",
        ),
        # Killed right after it took its place.
        (
            """
            journal.GROWTH = 0
            journal._sync_folder = lambda _: stop()
            write(5)
            """,
            "Title 5",
        ),
    ],
)
def test_a_kill_at_any_moment_costs_only_what_was_not_flushed(
    state: Path, opened: tuple[Path, Lecture], store: AssetStore, middle: str, title: str
) -> None:
    path, lecture = opened
    before = path.read_bytes()
    killed(middle, path, store)
    assert recover(the_only(), store).lecture == edits.rename(lecture, "b", title)
    assert path.read_bytes() == before
    discard(the_only())
    assert list(state.iterdir()) == []
