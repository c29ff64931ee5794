"""One live writer for each lecture: the second is told who has it, a dead one keeps nobody out."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from studio import file_lock
from studio.errors import LockedError, OutputError
from studio.lecture_lock import LectureLock, holder_of

ROOT = Path(__file__).resolve().parents[2]
CHILD = """
import sys
from pathlib import Path
from studio.errors import LockedError
from studio.lecture_lock import LectureLock

for line in sys.stdin:
    word, _, path = line.strip().partition(" ")
    try:
        if word == "take":
            lock = LectureLock(Path(path))
        else:
            lock.release()
        print("done", flush=True)
    except LockedError as error:
        print(error, flush=True)
"""


class Other:
    """Another process, which does what it is told."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
        )

    def send(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def answer(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def does(self, line: str) -> str:
        self.send(line)
        return self.answer()


@contextmanager
def others(count: int) -> Iterator[list[Other]]:
    running = [Other() for _ in range(count)]
    try:
        yield running
    finally:
        for other in running:
            other.process.kill()
            other.process.communicate()


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LECTURE_STUDIO_STATE", str(tmp_path / "state"))
    (tmp_path / "desk").mkdir()
    return tmp_path / "desk" / "Lesson.lecture"


def test_the_second_window_is_told_who_has_the_lecture(path: Path) -> None:
    with others(1) as (other,):
        assert other.does(f"take {path}") == "done"
        with pytest.raises(LockedError) as caught:
            LectureLock(path)
        holder = holder_of(path)
        assert holder is not None
        assert holder.pid == other.process.pid
        said = str(caught.value)
        assert said.startswith("“Lesson.lecture” is open in another window (")
        assert holder.host in said
        assert holder.since[11:16] in said
        assert "\n" not in said
        assert other.does("release") == "done"
        with LectureLock(path):
            assert "is open in another window" in other.does(f"take {path}")
        assert other.does(f"take {path}") == "done"


def test_two_windows_of_one_program_are_two(path: Path) -> None:
    with LectureLock(path), pytest.raises(LockedError):
        LectureLock(path)
    lock = LectureLock(path)
    lock.release()
    lock.release()


def test_a_killed_writer_keeps_nobody_out(path: Path) -> None:
    with others(1) as (other,):
        assert other.does(f"take {path}") == "done"
        other.process.kill()
        other.process.wait()
        with LectureLock(path):
            holder = holder_of(path)
            assert holder is not None
            assert holder.pid == os.getpid()


def test_of_many_at_once_exactly_one_writes_again_and_again(path: Path) -> None:
    with others(2) as running:
        for _ in range(30):
            for other in running:
                other.send(f"take {path}")
            answers = [other.answer() for other in running]
            assert answers.count("done") == 1
            assert running[answers.index("done")].does("release") == "done"


def test_a_lock_released_in_the_moment_of_taking_it_is_still_taken(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old holder removes the file after it was opened and before it is locked."""
    old, real = LectureLock(path), file_lock._locked

    def late(handle: int) -> bool:
        old.release()
        return real(handle)

    monkeypatch.setattr(file_lock, "_locked", late)
    with LectureLock(path):
        assert holder_of(path) is not None
        with pytest.raises(LockedError):
            LectureLock(path)


def test_the_same_file_by_another_name_is_the_same_lecture(path: Path, tmp_path: Path) -> None:
    path.touch()
    link = tmp_path / "link.lecture"
    link.symlink_to(path)
    with LectureLock(path):
        for name in (link, path.parent / ".." / "desk" / path.name):
            with pytest.raises(LockedError):
                LectureLock(name)
        with LectureLock(path.with_name("Other.lecture")):
            pass
    with LectureLock(link):
        pass


def test_nothing_is_left_behind_in_either_folder(path: Path, tmp_path: Path) -> None:
    with LectureLock(path):
        assert list(path.parent.iterdir()) == []
    assert holder_of(path) is None
    assert list((tmp_path / "state" / "open").iterdir()) == []


def test_a_place_without_room_for_locks_says_so(path: Path, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    with pytest.raises(OutputError, match="set LECTURE_STUDIO_STATE"):
        LectureLock(path)
