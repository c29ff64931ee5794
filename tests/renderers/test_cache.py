"""The cache: finished work is kept whole or not at all, and never beyond its cap."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.cache import Cache, Entry, Usage
from studio.errors import OutputError
from studio.whole_file import whole_file

ROOT = Path(__file__).resolve().parents[2]
ENTRY = Entry({"seconds": "3/2", "spans": [["0", "1"]]}, (b"sound", b"", b"more" * 100))


def key(name: object) -> str:
    return hashlib.sha256(str(name).encode()).hexdigest()


def files(cache: Cache) -> list[Path]:
    return [path for path in cache.folder.rglob("*") if path.is_file()]


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@given(
    st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=5)),
    st.lists(st.binary(max_size=50)),
)
def test_what_is_kept_comes_back(
    tmp_path_factory: pytest.TempPathFactory, record: dict, blobs: list[bytes]
) -> None:
    cache = Cache(tmp_path_factory.mktemp("cache"))
    cache.put(key(1), Entry(record, tuple(blobs)))
    assert cache.get(key(1)) == Entry(record, tuple(blobs))
    assert cache.record(key(1)) == record


def test_what_is_not_there_is_missing(cache: Cache) -> None:
    assert cache.get(key(1)) is None
    assert cache.record(key(1)) is None
    assert key(1) not in cache
    assert cache.size() == cache.trim() == 0


def test_a_second_result_takes_the_place_of_the_first(cache: Cache) -> None:
    cache.put(key(1), ENTRY)
    cache.put(key(1), Entry({"new": 1}))
    assert cache.get(key(1)) == Entry({"new": 1})
    assert len(files(cache)) == 1


@pytest.mark.parametrize("where", range(0, 260, 7))
def test_an_entry_with_any_bit_turned_is_a_missing_one(cache: Cache, where: int) -> None:
    cache.put(key(1), ENTRY)
    (path,) = files(cache)
    data = bytearray(path.read_bytes())
    data[where] ^= 0x10
    path.write_bytes(data)
    record = cache.record(key(1))
    assert record in (None, ENTRY.record), "never other facts than those that were kept"
    assert cache.get(key(1)) is None
    assert cache.record(key(1)) is None, "and it is made again"


@pytest.mark.parametrize("keep", [0, 1, 40, 47, 60, 120, -1])
def test_half_an_entry_is_a_missing_one(cache: Cache, keep: int) -> None:
    cache.put(key(1), ENTRY)
    (path,) = files(cache)
    path.write_bytes(path.read_bytes()[:keep])
    assert cache.record(key(1)) is None
    assert cache.get(key(1)) is None


def test_a_file_of_something_else_is_a_missing_entry(cache: Cache) -> None:
    cache.put(key(1), ENTRY)
    (path,) = files(cache)
    path.write_text("Dear diary " * 50)
    assert cache.record(key(1)) is None
    assert cache.get(key(1)) is None


class UnwritableError(Exception):
    pass


def test_a_failed_write_leaves_nothing_new_and_the_old_entry(
    cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.put(key(1), ENTRY)

    def fails(*_: object) -> None:
        raise UnwritableError

    monkeypatch.setattr(Path, "replace", fails)
    for name in (1, 2):
        with pytest.raises(UnwritableError):
            cache.put(key(name), Entry({"new": True}))
    monkeypatch.undo()
    assert cache.get(key(1)) == ENTRY
    assert len(files(cache)) == 1


def test_a_cache_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    folder.write_text("a file stands here")
    with pytest.raises(OutputError, match=r"^Finished work cannot be kept in .*try again\.$"):
        Cache(folder).put(key(1), ENTRY)


CHILD = """
import sys
from pathlib import Path
from renderers.cache import Cache, Entry
cache = Cache(Path(sys.argv[1]))
print("ready", flush=True)
number = 0
while True:
    cache.put(sys.argv[2], Entry({"number": number}, (bytes([number % 256]) * 300_000,)))
    number += 1
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9 on Windows")
def test_a_kill_while_writing_leaves_a_whole_entry(cache: Cache) -> None:
    command = [sys.executable, "-c", CHILD, str(cache.folder), key(1)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as running:
        assert running.stdout is not None
        running.stdout.readline()
        seen = 0
        while seen < 5:
            entry = cache.get(key(1))
            if entry is not None:
                seen += 1
                assert entry.blobs == (bytes([entry.record["number"] % 256]) * 300_000,)
        running.kill()
    assert cache.get(key(1)) is not None
    cache.put(key(1), ENTRY)
    assert cache.get(key(1)) == ENTRY


def test_several_writers_and_readers_see_whole_entries_only(cache: Cache) -> None:
    wrong: list[object] = []

    def write(number: int) -> None:
        for turn in range(25):
            cache.put(key(turn % 3), Entry({"by": number}, (bytes([number]) * 20_000,)))

    def read() -> None:
        for turn in range(75):
            entry = cache.get(key(turn % 3))
            if entry is not None and entry.blobs != (bytes([entry.record["by"]]) * 20_000,):
                wrong.append(entry.record)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    threads += [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
    assert len(files(cache)) == 3
    assert all(cache.get(key(n)) is not None for n in range(3))


def aged(cache: Cache, name: object, seconds: int) -> None:
    """An entry of about 1,000 bytes that was last used so long ago."""
    cache.put(key(name), Entry({}, (bytes(1000),)))
    path = next(path for path in files(cache) if path.name == key(name))
    then = path.stat().st_mtime - seconds
    os.utime(path, (then, then))


def test_the_least_recently_used_go_first(cache: Cache) -> None:
    for age, name in ((10, "new"), (300, "old"), (200, "older but used"), (100, "middle")):
        aged(cache, name, age)
    one = cache.size() // 4
    assert cache.get(key("older but used")) is not None
    cache.cap = 3 * one
    assert cache.trim() == one
    assert key("old") not in cache
    cache.cap = one
    cache.trim()
    assert [name for name in ("new", "middle", "older but used") if key(name) in cache] == ["older but used"]
    assert cache.size() <= cache.cap


def test_facts_that_are_asked_for_keep_their_entry_young(cache: Cache) -> None:
    aged(cache, "asked", 300)
    aged(cache, "other", 200)
    assert cache.record(key("asked")) == {}
    cache.cap = cache.size() - 1
    cache.trim()
    assert key("asked") in cache
    assert key("other") not in cache


def test_a_cache_within_its_cap_is_left_alone_and_can_be_emptied(cache: Cache) -> None:
    for name in range(3):
        cache.put(key(name), ENTRY)
    assert cache.trim() == 0
    assert all(key(name) in cache for name in range(3))
    cache.clear()
    assert not files(cache)


def test_an_entry_can_be_read_where_its_age_cannot_be_noted(
    cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.put(key(1), ENTRY)

    def refused(*_: object) -> None:
        raise OSError(13, "not yours")

    monkeypatch.setattr(os, "utime", refused)
    assert cache.get(key(1)) == ENTRY


def test_it_tells_how_much_of_what_is_kept_and_since_when(cache: Cache) -> None:
    for number, kind in enumerate(("pages", "sounds", "pages", "")):
        cache.put(key(number), Entry({}, (bytes(1000 * (number + 1)),)), kind)
    os.utime(cache.folder / key(0)[:2] / key(0), (1000, 1000))
    usage = cache.usage()
    assert [(share.kind, share.entries) for share in usage.shares] == [("pages", 2), ("", 1), ("sounds", 1)]
    assert usage.size == cache.size()
    assert usage.oldest == 1000
    assert usage.newest is not None
    assert usage.newest > 1000
    assert cache.clear() == usage.size
    assert cache.usage() == Usage((), None, None)


def test_clearing_spares_what_is_being_written_and_removes_what_a_killed_program_left(cache: Cache) -> None:
    cache.put(key(0), ENTRY)
    place = cache.folder / key(1)[:2] / key(1)
    place.parent.mkdir(exist_ok=True)
    with whole_file(place) as temporary:
        temporary.write_bytes(b"half")
        left = temporary.with_name(temporary.name.replace(f"-{os.getpid()}.", f"-{os.getpid()}.0"))
        left.write_bytes(b"of one that is gone")
        cache.clear()
        assert files(cache) == [temporary]
    assert files(cache) == [place]


def test_an_entry_is_kept_though_its_folder_is_removed_in_that_moment(
    cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, removed = Path.replace, list[Path]()

    def late(path: Path, target: Path) -> Path:
        if not removed:
            removed.append(path)
            shutil.rmtree(cache.folder)
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", late)
    cache.put(key(1), ENTRY)
    assert cache.get(key(1)) == ENTRY
