"""Lectures as files, as their author sees it: nothing is lost, and whatever could be is asked about."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studio import edits, journal, recovery
from studio.assets import AssetStore
from studio.importers import suffixes
from studio.importers.pictures.scripts import SUFFIXES as SCRIPTS
from studio.journal import Journal
from studio.lecture_lock import LectureLock
from studio.progress import CancelToken, Progress
from studio.recovery import pending
from studio.settings import assets_folder, state_folder
from tests.ui.desk import Desk, desk_in, load, saved_lesson, title_in
from ui.documents import Documents, naming, reading, tidying, writing

ROOT = Path(__file__).resolve().parents[2]
LONG_MS = 60_000
"""Much longer than anything takes, even on a busy machine."""


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    for name in ("CACHE", "MODELS", "STATE"):
        monkeypatch.setenv(f"LECTURE_STUDIO_{name}", str(tmp_path / name.lower()))
    made = desk_in(tmp_path / "desk")
    yield made
    made.documents.close()
    qtbot.waitUntil(lambda: made.tasks.idle, timeout=LONG_MS)


def done(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: desk.tasks.idle, timeout=LONG_MS)


def opened(qtbot: QtBot, desk: Desk, path: Path) -> None:
    desk.documents.open(path)
    done(qtbot, desk)


def test_a_deck_is_imported_with_its_report(qtbot: QtBot, desk: Desk, samples: Path) -> None:
    with qtbot.waitSignal(desk.documents.imported, timeout=LONG_MS) as told:
        desk.documents.open(samples / "water-cycle.pptx")
    assert told.args[0].slides == len(desk.session.lecture.scenes)
    assert desk.session.is_modified
    assert desk.session.path is None


def test_files_are_read_in_a_process_that_stands_ready(qtbot: QtBot, desk: Desk, samples: Path) -> None:
    documents = Documents(desk.session, desk.tasks, desk.settings)
    documents.begin()
    qtbot.waitUntil(lambda: documents._engine._ready is not None, timeout=LONG_MS)
    with qtbot.waitSignal(documents.imported, timeout=LONG_MS) as told:
        documents.open(samples / "water-cycle.pptx")
    assert told.args[0].slides == 11
    assert documents._engine._ready is None  # a process reads one file
    documents.close()


def test_an_unreadable_file_leaves_what_is_open(qtbot: QtBot, desk: Desk) -> None:
    opened(qtbot, desk, saved_lesson(desk.folder / "Rain.lecture"))
    broken = desk.folder / "Broken.lecture"
    broken.write_bytes(b"SQLite format 3\0 and no more")
    opened(qtbot, desk, broken)
    assert desk.title == "Rain"
    assert "Broken.lecture" in desk.errors[0]
    with pytest.raises(Exception, match="open in another window"):  # the lecture that is open is still ours
        LectureLock(desk.folder / "Rain.lecture")
    LectureLock(broken).release()


def test_an_import_that_is_given_up_changes_nothing(qtbot: QtBot, desk: Desk, samples: Path) -> None:
    opened(qtbot, desk, saved_lesson(desk.folder / "Rain.lecture"))

    def endless(_path: Path, cancel: CancelToken) -> Generator[Progress]:
        while True:
            yield Progress("load", 0, 1, "Reading")
            cancel.check()

    desk.documents._load = endless
    desk.documents.open(samples / "water-cycle.pptx")
    assert desk.documents.opening in desk.tasks.jobs
    desk.documents.cancel_opening()
    assert desk.documents.opening is None
    done(qtbot, desk)
    assert desk.title == "Rain"
    assert desk.errors == []


def test_what_is_saved_is_what_is_opened_again(qtbot: QtBot, desk: Desk) -> None:
    path = saved_lesson(desk.folder / "Rain.lecture")
    opened(qtbot, desk, path)
    desk.retitle("Rain and snow")
    assert desk.session.is_modified
    desk.documents.save()
    done(qtbot, desk)
    assert not desk.session.is_modified
    assert title_in(path) == "Rain and snow"
    assert desk.settings.recent == (path,)


def test_typing_goes_on_while_a_save_runs(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved_lesson(desk.folder / "Rain.lecture")
    opened(qtbot, desk, path)
    desk.retitle("As saved")
    order: list[str] = []
    save = writing.save_lecture

    def slow(lecture, assets, where):
        order.append("begins")
        save(lecture, assets, where)
        order.append("ends")

    monkeypatch.setattr(writing, "save_lecture", slow)
    desk.documents.save()
    desk.retitle("Typed meanwhile")
    desk.documents.save()  # waits for the first one
    desk.documents.save()
    qtbot.waitUntil(lambda: not desk.documents.saving, timeout=LONG_MS)
    assert order == ["begins", "ends"] * 2
    assert title_in(path) == "Typed meanwhile"
    assert not desk.session.is_modified


def test_another_lecture_waits_until_the_open_one_is_written(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    rain, sun = desk.folder / "Rain.lecture", saved_lesson(desk.folder / "Sun.lecture", "Sun")
    opened(qtbot, desk, saved_lesson(rain))
    read, written = threading.Event(), threading.Event()
    save = writing.save_lecture

    def slow_save(lecture, assets, where):
        written.wait(20)
        save(lecture, assets, where)

    def slow_load(path: Path, cancel: CancelToken):
        read.wait(20)
        return (yield from load(path, cancel))

    monkeypatch.setattr(writing, "save_lecture", slow_save)
    desk.documents._load = slow_load
    desk.documents.open(sun)
    desk.documents.save_as(desk.folder / "Copy.lecture")
    read.set()
    qtbot.waitUntil(lambda: desk.documents.opening is None, timeout=LONG_MS)
    assert desk.title == "Rain"
    written.set()
    done(qtbot, desk)
    assert (desk.title, desk.session.path) == ("Sun", sun)
    desk.retitle("Sun and wind")
    desk.documents.save()
    done(qtbot, desk)
    assert [title_in(path) for path in (rain, desk.folder / "Copy.lecture", sun)] == [
        "Rain",
        "Rain",
        "Sun and wind",
    ]


def test_a_save_marks_only_what_it_wrote_as_saved(qtbot: QtBot, desk: Desk) -> None:
    path = saved_lesson(desk.folder / "Rain.lecture")
    opened(qtbot, desk, path)
    desk.retitle("As saved")
    desk.documents.save()
    desk.retitle("Typed meanwhile")
    qtbot.waitUntil(lambda: not desk.documents.saving, timeout=LONG_MS)
    assert desk.session.is_modified
    assert title_in(path) == "As saved"


def test_a_save_that_fails_tells_and_loses_nothing(qtbot: QtBot, desk: Desk) -> None:
    opened(qtbot, desk, saved_lesson(desk.folder / "Rain.lecture"))
    desk.retitle("Rain and snow")
    (desk.folder / "no folder").write_text("a file in its place")
    desk.documents.save_as(desk.folder / "no folder" / "Rain.lecture")
    done(qtbot, desk)
    assert len(desk.errors) == 1
    assert desk.session.is_modified
    assert desk.session.path == desk.folder / "Rain.lecture"
    desk.documents.save()
    done(qtbot, desk)
    assert title_in(desk.folder / "Rain.lecture") == "Rain and snow"


def test_a_lecture_without_a_file_asks_for_one_called_after_its_title(qtbot: QtBot, desk: Desk) -> None:
    outline = desk.folder / "o.md"
    outline.write_text("# Wind: why/how?\n\n## One\n\n- a point\n")
    opened(qtbot, desk, outline)
    desk.documents.save()
    assert desk.wanted == [desk.folder / "Wind why how.lecture"]
    desk.documents.save_as(desk.folder / "Mine")
    done(qtbot, desk)
    assert (desk.folder / "Mine.lecture").exists()
    assert desk.session.path == desk.folder / "Mine.lecture"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("水循環", "水循環.lecture"),
        ("  ..", "Lecture.lecture"),
        ("con", "Lecture.lecture"),
        ("a" * 99, "a" * 80),
    ],
)
def test_names_of_files_work_on_every_system(title: str, name: str) -> None:
    assert naming.file_name(title, "Lecture").startswith(name)


def test_everything_the_importers_read_is_offered() -> None:
    assert set(suffixes()) == set(naming.SLIDES + naming.OUTLINES + naming.PICTURES)
    assert set(SCRIPTS) == set(naming.SCRIPTS)


def test_save_as_moves_the_right_to_write_along(qtbot: QtBot, desk: Desk) -> None:
    first, second = saved_lesson(desk.folder / "Rain.lecture"), desk.folder / "Copy.lecture"
    opened(qtbot, desk, first)
    desk.documents.save_as(second)
    done(qtbot, desk)
    LectureLock(first).release()
    with pytest.raises(Exception, match="open in another window"):
        LectureLock(second)


def test_a_lecture_open_in_another_window_can_only_be_read(qtbot: QtBot, desk: Desk) -> None:
    path = saved_lesson(desk.folder / "Rain.lecture")
    with LectureLock(path):
        opened(qtbot, desk, path)
        assert desk.session.read_only
        assert "open in another window" in desk.errors[0]
        assert not desk.session.edit("set-title", lambda lecture: lecture)
    desk.documents.save()  # not over the other one's file
    assert desk.wanted == [path.with_name("Rain.lecture")]
    desk.documents.save_as(desk.folder / "Mine.lecture")
    done(qtbot, desk)
    assert not desk.session.read_only
    desk.retitle("Mine")


def test_a_lecture_of_a_newer_program_can_be_looked_at(qtbot: QtBot, desk: Desk) -> None:
    path = saved_lesson(desk.folder / "Rain.lecture")
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 99")
        database.execute("""UPDATE document SET json = json_insert(json, '$.future', 'flying slides')""")
        database.commit()
    opened(qtbot, desk, path)
    assert desk.title == "Rain"
    assert desk.session.read_only
    assert "newer Lecture Studio" in desk.errors[0]
    assert not desk.session.edit("set-title", lambda lecture: edits.set_title(lecture, "Mine"))
    LectureLock(path).release()


def test_a_lecture_of_a_newer_program_is_not_written_over(qtbot: QtBot, desk: Desk) -> None:
    path = saved_lesson(desk.folder / "Rain.lecture")
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 99")
        database.commit()
    opened(qtbot, desk, path)
    before = path.read_bytes()
    desk.documents.save_as(path)
    done(qtbot, desk)
    assert "can only be read here" in desk.errors[1]
    assert path.read_bytes() == before
    desk.documents.save_as(desk.folder / "Copy.lecture")
    done(qtbot, desk)
    assert title_in(desk.folder / "Copy.lecture") == "Rain"
    assert not desk.session.read_only


def test_a_file_changed_elsewhere_is_not_written_over_without_a_word(qtbot: QtBot, desk: Desk) -> None:
    path = saved_lesson(desk.folder / "Rain.lecture")
    opened(qtbot, desk, path)
    saved_lesson(path, "From the other machine")
    os.utime(path, (1e9, 1e9))
    desk.retitle("From here")
    desk.documents.save()
    done(qtbot, desk)
    assert "changed by another program" in desk.errors[0]
    assert title_in(path) == "From the other machine"
    desk.documents.save()
    done(qtbot, desk)
    assert title_in(path) == "From here"


def test_opening_the_open_lecture_again_is_told(qtbot: QtBot, desk: Desk) -> None:
    path = saved_lesson(desk.folder / "Rain.lecture")
    opened(qtbot, desk, path)
    before = desk.session.history
    opened(qtbot, desk, path)
    assert desk.session.history is before
    assert desk.told
    assert desk.errors == []


class TestUnsavedWork:
    """What happens to it when something else is opened."""

    def begin(self, qtbot: QtBot, desk: Desk) -> tuple[Path, Path]:
        first, second = (
            saved_lesson(desk.folder / "Rain.lecture"),
            saved_lesson(desk.folder / "Sun.lecture", "Sun"),
        )
        opened(qtbot, desk, first)
        desk.retitle("Edited")
        desk.documents.open(second)
        assert desk.title == "Edited"
        assert len(desk.questions) == 1
        return first, second

    def test_save(self, qtbot: QtBot, desk: Desk) -> None:
        first, _ = self.begin(qtbot, desk)
        desk.questions[0].save()
        done(qtbot, desk)
        qtbot.waitUntil(lambda: desk.title == "Sun", timeout=LONG_MS)
        assert title_in(first) == "Edited"

    def test_discard(self, qtbot: QtBot, desk: Desk) -> None:
        first, _ = self.begin(qtbot, desk)
        desk.questions[0].discard()
        done(qtbot, desk)
        assert desk.title == "Sun"
        assert title_in(first) == "Rain"
        LectureLock(first).release()

    def test_cancel(self, qtbot: QtBot, desk: Desk) -> None:
        self.begin(qtbot, desk)
        desk.questions[0].cancel()
        done(qtbot, desk)
        assert desk.title == "Edited"

    def test_a_failed_save_stays(self, qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        first, _ = self.begin(qtbot, desk)
        monkeypatch.setattr(writing, "save_lecture", _no_room)
        desk.questions[0].save()
        done(qtbot, desk)
        assert desk.title == "Edited"
        assert desk.errors
        assert len(desk.questions) == 1
        assert title_in(first) == "Rain"

    def test_reading_the_file_again_after_discarding(self, qtbot: QtBot, desk: Desk) -> None:
        first, _ = self.begin(qtbot, desk)
        desk.documents.open(first)
        desk.questions[1].discard()
        done(qtbot, desk)
        assert desk.title == "Rain"
        assert not desk.session.is_modified
        with pytest.raises(Exception, match="open in another window"):
            LectureLock(first)

    def test_edits_made_while_the_other_one_is_read_are_asked_about(self, qtbot: QtBot, desk: Desk) -> None:
        self.begin(qtbot, desk)
        desk.questions[0].discard()
        desk.retitle("Edited again")
        done(qtbot, desk)
        assert desk.title == "Edited again"
        desk.questions[1].cancel()
        assert desk.title == "Edited again"
        LectureLock(desk.folder / "Sun.lecture").release()

    def test_no_file_chosen_stays(self, qtbot: QtBot, desk: Desk) -> None:
        _, second = self.begin(qtbot, desk)
        desk.questions[0].discard()
        done(qtbot, desk)
        desk.documents.open_text("# Wind\n\n- a point\n")
        done(qtbot, desk)
        assert desk.title == "Wind"
        desk.documents.open(second)
        desk.questions[1].save()
        desk.documents.give_up_saving()
        assert desk.title == "Wind"


def test_the_sample_is_left_without_a_question(qtbot: QtBot, desk: Desk) -> None:
    desk.documents.open_sample()
    done(qtbot, desk)
    assert "water" in desk.title.lower()
    desk.documents.close_lecture()
    assert desk.session.lecture is None
    assert desk.questions == []


def _no_room(*_: object) -> None:
    from studio.errors import OutputError

    raise OutputError("There is no room.")


CHILD = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from tests.ui.desk import desk_in, load
app = QCoreApplication([])
desk = desk_in(Path(sys.argv[1]))
def opened():
    desk.retitle("Edited")
    QTimer.singleShot(1000, lambda: desk.retitle("Edited twice"))
    QTimer.singleShot(3000, lambda: os.kill(os.getpid(), signal.SIGKILL))
desk.session.opened.connect(lambda: QTimer.singleShot(0, opened))
desk.documents.open(Path(sys.argv[2]))
app.exec()
"""


def killed(desk: Desk, path: Path) -> None:
    """An editor opens a file, edits it twice, and is killed two seconds after the last edit."""
    command = [sys.executable, "-P", "-c", textwrap.dedent(CHILD), str(desk.folder / "other"), str(path)]
    ended = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, timeout=60, check=False
    )
    assert ended.returncode == -signal.SIGKILL


def test_after_kill_nine_the_work_is_offered_and_comes_back(qtbot: QtBot, desk: Desk, samples: Path) -> None:
    path = saved_lesson(desk.folder / "Rain.lecture")
    killed(desk, path)
    desk.documents.begin()
    done(qtbot, desk)
    (left,) = desk.documents.unsaved
    assert left.source == path
    assert left.newer
    desk.documents.recover(left)
    done(qtbot, desk)
    assert desk.title == "Edited twice"
    assert desk.session.is_modified
    assert desk.session.path == path
    assert desk.documents.unsaved == ()
    assert desk.session.history.undoes.code == "recover"
    desk.session.undo()
    assert desk.title == "Rain"
    assert not desk.session.is_modified
    desk.session.redo()
    assert len(list((state_folder() / "recovery").glob("*.journal"))) == 1  # still safe, once
    desk.documents.save()
    done(qtbot, desk)
    assert title_in(path) == "Edited twice"
    assert list((state_folder() / "recovery").glob("*.journal")) == []


def test_an_unsaved_import_comes_back_with_its_deck(
    qtbot: QtBot, desk: Desk, samples: Path, tmp_path: Path
) -> None:
    killed(desk, samples / "water-cycle.pptx")
    desk.documents.begin()
    done(qtbot, desk)
    desk.documents.recover(desk.documents.unsaved[0])
    done(qtbot, desk)
    assert desk.title == "Edited twice"
    assert desk.errors == []  # no deck is missing
    desk.documents.save_as(desk.folder / "Again.lecture")
    done(qtbot, desk)
    assert title_in(desk.folder / "Again.lecture") == "Edited twice"


def test_discarded_work_is_gone(qtbot: QtBot, desk: Desk) -> None:
    killed(desk, saved_lesson(desk.folder / "Rain.lecture"))
    desk.documents.begin()
    done(qtbot, desk)
    desk.documents.discard(desk.documents.unsaved[0])
    done(qtbot, desk)
    assert desk.documents.unsaved == ()
    assert pending() == ()


def test_work_that_cannot_be_kept_safe_is_told_once_and_kept_as_soon_as_it_can(
    qtbot: QtBot, desk: Desk
) -> None:
    opened(qtbot, desk, saved_lesson(desk.folder / "Rain.lecture"))
    recovery = state_folder() / "recovery"
    recovery.write_text("a file where the folder should be")
    desk.retitle("Edited")
    qtbot.waitUntil(lambda: len(desk.errors) == 1, timeout=LONG_MS)
    assert "kept safe" in desk.errors[0]
    recovery.unlink()
    qtbot.waitUntil(lambda: bool(list(recovery.glob("*.journal"))))
    assert len(desk.errors) == 1


def test_what_is_decided_about_leaves_no_journal(qtbot: QtBot, desk: Desk) -> None:
    opened(qtbot, desk, saved_lesson(desk.folder / "Rain.lecture"))
    desk.retitle("Edited")
    desk.documents.autosave.journal.flush()
    desk.documents.close_lecture()
    desk.questions[0].discard()
    done(qtbot, desk)
    assert pending() == ()


def test_a_program_that_ends_without_a_decision_keeps_the_work(
    qtbot: QtBot, tmp_path: Path, desk: Desk
) -> None:
    other = desk_in(tmp_path / "other")
    other.documents.open(saved_lesson(desk.folder / "Rain.lecture"))
    qtbot.waitUntil(lambda: other.tasks.idle, timeout=LONG_MS)
    other.retitle("Edited")
    other.documents.close()
    assert [left.title for left in pending()] == ["Edited"]


def test_the_window_never_waits_for_the_disk(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work: set[str] = set()

    def watched(place: object, name: str) -> None:
        real = getattr(place, name)

        def watching(*arguments, **more):
            at_work.add(f"{name} {threading.current_thread() is threading.main_thread()}")
            return real(*arguments, **more)

        monkeypatch.setattr(place, name, watching)

    path = saved_lesson(desk.folder / "Rain.lecture")
    watched(Journal, "flush")
    watched(writing, "save_lecture")
    watched(reading, "LectureLock")
    watched(journal, "stamp_of")
    watched(recovery, "pending")
    desk.documents.begin()
    opened(qtbot, desk, path)
    desk.retitle("Edited")
    qtbot.waitUntil(lambda: bool(pending_files()), timeout=LONG_MS)
    desk.documents.save()
    done(qtbot, desk)
    assert at_work == {
        f"{name} False" for name in ("flush", "save_lecture", "LectureLock", "stamp_of", "pending")
    }


def pending_files() -> list[Path]:
    return list((state_folder() / "recovery").glob("*.journal"))


class TestTidying:
    """Bytes of lectures that were never saved and that nobody can come back to."""

    def old(self, name: bytes) -> str:
        store = AssetStore(assets_folder())
        digest = store.add(name, "x.wav", "audio/wav").digest
        os.utime(store.path(digest), (1e9, 1e9))
        return digest

    def left(self, *digests: str) -> list[bool]:
        return [AssetStore(assets_folder()).path(digest).exists() for digest in digests]

    def test_old_bytes_go_and_young_ones_stay(self, desk: Desk) -> None:
        old = self.old(b"old")
        young = AssetStore(assets_folder()).add(b"young", "y.wav", "audio/wav").digest
        presence = tidying.Presence()
        assert presence.tidy() == 3
        assert self.left(old, young) == [False, True]
        presence.release()

    def test_asking_for_them_keeps_them_young(self, desk: Desk) -> None:
        old = self.old(b"old")
        assert old in AssetStore(assets_folder())
        assert tidying.Presence().tidy() == 0

    def test_nothing_goes_while_another_editor_runs(self, desk: Desk) -> None:
        old = self.old(b"old")
        other = tidying.Presence()
        other.tidy()
        old = self.old(b"old")
        assert tidying.Presence().tidy() == 0
        assert self.left(old) == [True]
        other.release()

    def test_what_unsaved_work_needs_stays(self, qtbot: QtBot, desk: Desk, samples: Path) -> None:
        opened(qtbot, desk, samples / "water-cycle.pptx")
        desk.documents.autosave.journal.flush()
        digests = [asset.digest for asset in desk.session.lecture.assets]
        for digest in digests:
            os.utime(AssetStore(assets_folder()).path(digest), (1e9, 1e9))
        assert tidying.Presence().tidy() == 0
        assert all(self.left(*digests))

    def test_an_unreadable_journal_keeps_everything(self, desk: Desk) -> None:
        old = self.old(b"old")
        folder = state_folder() / "recovery"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "x.journal").write_bytes(b"LSJ1 from the future")
        assert tidying.Presence().tidy() == 0
        assert self.left(old) == [True]
