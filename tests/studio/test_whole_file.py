"""A file is there whole or as it was before."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from studio.whole_file import whole_file


def test_the_old_file_stands_until_the_new_one_is_complete(tmp_path: Path) -> None:
    target = tmp_path / "lesson.mp4"
    target.write_text("old")
    with whole_file(target) as temporary:
        temporary.write_text("new")
        assert target.read_text() == "old"
    assert target.read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["lesson.mp4"]


def test_a_failure_leaves_the_old_file_alone(tmp_path: Path) -> None:
    target = tmp_path / "lesson.mp4"
    target.write_text("old")

    def fail() -> None:
        with whole_file(target) as temporary:
            temporary.write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["lesson.mp4"]


def test_what_a_killed_program_left_long_ago_is_swept_away(tmp_path: Path) -> None:
    target = tmp_path / "lesson.mp4"
    with whole_file(target) as temporary:
        temporary.write_text("new")
        name = temporary.name
    long_ago = tmp_path / name.replace(".part", "0.part")
    just_now = tmp_path / name.replace(".part", "1.part")
    for path in (long_ago, just_now):
        path.write_text("half")
    os.utime(long_ago, (0, 0))
    with whole_file(target) as temporary:
        temporary.write_text("newer")
    assert not long_ago.exists()
    assert just_now.exists(), "somebody may still be writing it"


def test_the_longest_file_name_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / ("x" * 251 + ".mp4")
    with whole_file(target, durable=True) as temporary:
        temporary.write_text("new")
    assert target.read_text() == "new"


CHILD = """
import os, sys
from pathlib import Path
from studio.whole_file import whole_file
with whole_file(Path(sys.argv[1])) as temporary:
    temporary.write_text("half")
    print("written", flush=True)
    sys.stdin.read()
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9 on Windows")
def test_what_a_program_left_that_was_killed_just_now_is_swept_away_and_no_other(tmp_path: Path) -> None:
    target = tmp_path / "lesson.mp4"
    command = [sys.executable, "-c", CHILD, str(target)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writing:
        assert writing.stdout is not None
        writing.stdout.readline()
        (half,) = tmp_path.iterdir()
        with whole_file(target) as temporary:
            temporary.write_text("mine")
        assert half.exists(), "its writer lives"
        writing.kill()
    with whole_file(target) as temporary:
        temporary.write_text("mine again")
    assert [path.name for path in tmp_path.iterdir()] == ["lesson.mp4"]
