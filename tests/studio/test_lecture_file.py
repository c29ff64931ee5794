"""The .lecture file: what was saved comes back; what is broken says so; a failed save costs nothing."""

from __future__ import annotations

import dataclasses
import json
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import types
import typing
from collections.abc import Callable
from contextlib import closing, suppress
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.assets import AssetStore
from studio.errors import BadFileError, OutputError, StudioError
from studio.lecture import (
    Asset,
    Box,
    Build,
    CardPoint,
    CardVisual,
    Choices,
    EmbeddedMedia,
    Font,
    Generation,
    Lecture,
    Level,
    ObjectPair,
    Paragraph,
    Recording,
    Respelling,
    Scene,
    Script,
    SlideObject,
    SlideVisual,
    StoredTransition,
    Transition,
)
from studio.lecture_file import APPLICATION_ID, open_lecture, save_lecture
from studio.lecture_json import SCHEMA, dumps, loads

ROOT = Path(__file__).resolve().parents[2]
CLIP = bytes(range(256)) * 9000  # 2.2 MB: several chunks


def rich(store: AssetStore) -> Lecture:
    """A lecture that uses everything a document can hold."""
    deck = store.add(b"PK deck bytes", "Deck.pptx", "application/pptx")
    clip, voice = store.add(CLIP, "clip.mp4", "video/mp4"), store.add(b"RIFF", "me.wav", "audio/wav")
    objects = (
        SlideObject(2, "!!Sun", "picture", Box(-0.1, 0.2, 0.5, 1.2), alt="Sonne ☀", picture="ab" * 32),
        SlideObject(3, "Title", "text", Box(0, 0, 1, 0.1), "水循環\vRain", "", None, "{1-2}", "title"),
    )
    builds = (Build(1, 3, "entr 1", "click", 0), Build(0, 2, "path", "after"))
    media = (
        EmbeddedMedia(4, "video", Box(0, 0, 1, 1), clip),
        EmbeddedMedia(5, "sound", Box(0, 0, 0, 0), None),
    )
    visual = SlideVisual(
        deck, 256, 1, layout="Title", theme="Office", fonts=(Font("Calibri", False),),
        objects=objects, builds=builds, media=media,
    )  # fmt: skip
    script = Script((Paragraph("Hello {1} \\ “world”."), Paragraph("Ask Tom.", private=True)), "zh-TW")
    stored = StoredTransition("push", "u", Fraction(1, 3))
    change = Transition(
        Level.MOVE, "push", "up", Fraction(7, 10), True, stored,
        (ObjectPair(2, 3), ObjectPair(None, 9)), "word", "draw",
        Generation("Wan2.1-FLF2V", "Steam rises", "gaussian"),
    )  # fmt: skip
    slide = Scene(
        "a", "Rain", visual, script, change, Recording(voice, Fraction(1, 7)), "Part 1", True, Fraction(9, 2)
    )
    card = Scene(
        "b", "", CardVisual("Points", (CardPoint("one"), CardPoint("two", 1)), True), unscripted="read"
    )
    choices = Choices(
        "ada",
        (("zh", "mei"),),
        (Respelling("H2O", "water", "en"),),
        "skip",
        Fraction(5, 3),
        True,
        Level.HOLD,
        7,
    )
    return Lecture("Wasser 水", "de", 720.5, 405.0, "#102030", (slide, card), choices)


@pytest.fixture
def store(tmp_path: Path) -> AssetStore:
    return AssetStore(tmp_path / "store")


@pytest.fixture
def saved(tmp_path: Path, store: AssetStore) -> Path:
    path = tmp_path / "desk" / "Lesson.lecture"
    path.parent.mkdir()
    save_lecture(rich(store), store, path)
    return path


def fresh(tmp_path: Path) -> AssetStore:
    """The store of a machine that has never seen the lecture."""
    return AssetStore(tmp_path / "elsewhere")


def refused(path: Path, tmp_path: Path) -> str:
    with pytest.raises(StudioError) as caught:
        open_lecture(path, fresh(tmp_path))
    sentence = str(caught.value)
    assert isinstance(caught.value, BadFileError)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


def test_everything_comes_back_with_its_assets_on_a_machine_without_the_deck(
    saved: Path, store: AssetStore, tmp_path: Path
) -> None:
    before = rich(store)
    other = tmp_path / "usb stick ü" / "renamed # 100%.lecture"
    other.parent.mkdir()
    saved.rename(other)
    for path in sorted(store.folder.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    there = fresh(tmp_path)
    assert open_lecture(other, there) == before
    assert there.read(before.assets[1].digest) == CLIP
    assert all(asset.digest in there for asset in before.assets)


def test_a_save_leaves_one_file_and_holds_it_no_longer(
    saved: Path, store: AssetStore, tmp_path: Path
) -> None:
    lecture = open_lecture(saved, fresh(tmp_path))
    save_lecture(dataclasses.replace(lecture, title="Second"), store, saved)
    assert [path.name for path in saved.parent.iterdir()] == ["Lesson.lecture"]
    assert open_lecture(saved, fresh(tmp_path)).title == "Second"
    if sys.platform == "linux":
        held = [str(link.readlink()) for link in Path("/proc/self/fd").iterdir() if link.exists()]
        assert not [name for name in held if "Lesson" in name]


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody replace a file that is open")
def test_who_reads_the_old_file_meanwhile_reads_it_to_its_end(saved: Path, store: AssetStore) -> None:
    before = saved.read_bytes()
    with saved.open("rb") as reading:
        start = reading.read(100)
        save_lecture(Lecture("New"), store, saved)
        assert start + reading.read() == before


def test_opening_changes_nothing_in_the_folder_even_where_it_cannot_be_written(
    saved: Path, tmp_path: Path
) -> None:
    data = saved.read_bytes()
    stray = saved.with_name(
        "Lesson.lecture-journal"
    )  # as a crashed SQLite leaves it; a reader would roll it back
    stray.write_bytes(b"x" * 2000)
    saved.chmod(0o444)
    saved.parent.chmod(0o555)
    try:
        open_lecture(saved, fresh(tmp_path))
        assert sorted(path.name for path in saved.parent.iterdir()) == [saved.name, stray.name]
    finally:
        saved.parent.chmod(0o755)
    assert saved.read_bytes() == data


def test_a_link_to_a_lecture_stays_a_link(saved: Path, store: AssetStore, tmp_path: Path) -> None:
    link = tmp_path / "link.lecture"
    link.symlink_to(saved)
    save_lecture(dataclasses.replace(rich(store), title="Through"), store, link)
    assert link.is_symlink()
    assert open_lecture(saved, fresh(tmp_path)).title == "Through"


@pytest.mark.skipif(os.name == "nt", reason="modes of files are a matter of POSIX")
def test_a_private_lecture_stays_private(saved: Path, store: AssetStore) -> None:
    saved.chmod(0o600)
    save_lecture(rich(store), store, saved)
    assert saved.stat().st_mode & 0o777 == 0o600


_HEX = st.text("0123456789abcdef", min_size=64, max_size=64)
_MEANT: dict[str, st.SearchStrategy[object]] = {
    "digest": _HEX,
    "picture": st.none() | _HEX,
    "background": st.text("0123456789abcdefABCDEF", min_size=6, max_size=6).map("#{}".format),
    "width": st.floats(500, 5000),
    "height": st.floats(500, 5000),
    "model": st.sampled_from(["", "Wan2.1-FLF2V-14B-diffusers", "動畫"]),
    "pairs": st.sampled_from([(), (ObjectPair(2, 3), ObjectPair(None, 4), ObjectPair(5, None))]),
}
"""Fields that hold less than their type could."""


def values(kind: object) -> st.SearchStrategy[object]:
    """Any value of a type of the document; strings and numbers of every sort."""
    if kind is Fraction:
        return st.fractions(0, 24 * 3600, max_denominator=10**12)
    if kind is float:
        return st.floats(allow_nan=False, allow_infinity=False)
    if kind is int:
        return st.integers(1, 100)
    if kind is str:
        return st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple and arguments[-1] is Ellipsis:
        return st.lists(values(arguments[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*map(values, arguments))
    if origin is typing.Literal:
        return st.sampled_from(arguments)
    if origin in (types.UnionType, typing.Union):
        return st.one_of(*map(values, arguments))
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return st.builds(
            kind, **{name: _MEANT[name] if name in _MEANT else values(hint) for name, hint in hints.items()}
        )  # type: ignore[arg-type]
    return st.from_type(kind)  # type: ignore[arg-type]


@settings(max_examples=25)
@given(values(Lecture))
def test_any_document_survives_json(lecture: Lecture) -> None:
    scenes = tuple(dataclasses.replace(scene, id=f"s{n}") for n, scene in enumerate(lecture.scenes))
    lecture = dataclasses.replace(lecture, scenes=scenes)
    assert loads(dumps(lecture)) == lecture


def test_a_length_with_endless_digits_is_saved_as_the_nearest_short_one() -> None:
    odd = Fraction(10**30 + 7, 3 * 10**29 + 1)
    lecture = Lecture("x", scenes=(Scene("a", "", CardVisual("x"), least=odd),))
    least = loads(dumps(lecture)).scenes[0].least
    assert least is not None
    assert abs(least - odd) < Fraction(1, 10**9)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "7", '"x"', "{}", "[" * 100_000, '{"title": "x", "width": "wide"}',
     '{"title": "x", "unknown": 1}', '{"title": "x", "scenes": [7]}', '{"title": "x", "scenes": {"a": 1}}',
     '{"title": "x", "scenes": [{"id": "a", "title": "", "visual": {"kind": "Alien"}}]}',
     '{"title": "x", "scenes": [{"id": "a", "title": "", "visual": 7}]}',
     '{"title": "x", "choices": {"silence": "1/0"}}', '{"title": "x", "choices": {"silence": "soon"}}',
     '{"title": "x", "choices": {"level": 9}}', '{"title": "x", "choices": {"silence": "1e99999999"}}',
     '{"title": "x", "choices": {"silence": 1e308}}'],
)  # fmt: skip
def test_a_broken_document_is_one_sentence(text: str) -> None:
    with pytest.raises(
        BadFileError, match=r"^The lecture inside this file is damaged; open an older copy\.$"
    ):
        loads(text)


def test_a_document_of_an_unknown_older_schema_is_refused() -> None:
    with pytest.raises(BadFileError):
        loads(dumps(Lecture("x")), 0)


def test_a_lecture_of_the_first_schema_still_opens(tmp_path: Path, store: AssetStore) -> None:
    lecture, path = rich(store), tmp_path / "old.lecture"
    save_lecture(lecture, store, path)
    with closing(sqlite3.connect(path)) as database:
        (text,) = database.execute("SELECT json FROM document").fetchone()
        old = text.replace(',"stale":false', "")
        assert old != text
        database.execute("UPDATE document SET json = ?", (old,))
        database.execute("PRAGMA user_version=1")
        database.commit()
    assert open_lecture(path, AssetStore(tmp_path / "elsewhere")) == lecture


def test_a_lecture_of_the_second_schema_still_opens(tmp_path: Path, store: AssetStore) -> None:
    """Pairs of objects, how things arrive and models came with the third."""
    lecture, path = rich(store), tmp_path / "old.lecture"
    scene = lecture.scenes[0]
    plain = dataclasses.replace(
        scene.transition, pairs=(), text_by=None, arrive="fade", generation=Generation()
    )
    lecture = dataclasses.replace(
        lecture, scenes=(dataclasses.replace(scene, transition=plain), *lecture.scenes[1:])
    )
    save_lecture(lecture, store, path)
    with closing(sqlite3.connect(path)) as database:
        (text,) = database.execute("SELECT json FROM document").fetchone()
        old = json.loads(text)
        for each in old["scenes"]:
            for name in ("pairs", "text_by", "arrive", "generation"):
                del each["transition"][name]
        database.execute("UPDATE document SET json = ?", (json.dumps(old),))
        database.execute("PRAGMA user_version=2")
        database.commit()
    assert open_lecture(path, AssetStore(tmp_path / "elsewhere")) == lecture


@pytest.mark.parametrize("keep", [0, 1, 15, 100, 0.1, 0.5, 0.9])
def test_a_truncated_file_is_refused_in_one_sentence(saved: Path, tmp_path: Path, keep: float) -> None:
    data = saved.read_bytes()
    saved.write_bytes(data[: int(keep * len(data)) if isinstance(keep, float) else keep])
    assert "Lesson.lecture" in refused(saved, tmp_path)


def test_a_damaged_asset_is_named(saved: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(saved)) as database:
        database.execute("UPDATE chunk SET data = zeroblob(8) WHERE number = 1")
        database.commit()
    assert "clip.mp4" in refused(saved, tmp_path)


@settings(max_examples=30)
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=64))
def test_damage_anywhere_never_ends_in_anything_but_a_sentence(
    damaged: Callable[[int, bytes], Path], where: int, what: bytes
) -> None:
    path = damaged(where, what)
    store = AssetStore(path.parent / f"store {where}")
    with suppress(BadFileError):
        opened = open_lecture(path, store)
        assert opened.scenes
        assert all(asset.digest in store for asset in opened.assets)


@pytest.fixture(scope="module")
def damaged(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int, bytes], Path]:
    folder = tmp_path_factory.mktemp("damaged")
    store = AssetStore(folder / "store")
    asset = store.add(b"deck" * 100, "deck.pptx", "")
    lecture = Lecture("x", scenes=(Scene("a", "", SlideVisual(asset, 1, 1), Script((Paragraph("Hi."),))),))
    whole = folder / "whole.lecture"
    save_lecture(lecture, store, whole)

    def damage(where: int, what: bytes) -> Path:
        data = bytearray(whole.read_bytes())
        at = where * len(data) // 10_001
        data[at : at + len(what)] = what
        path = folder / "damaged.lecture"
        path.write_bytes(data)
        return path

    return damage


@pytest.mark.parametrize(
    "changes",
    [
        "DROP TABLE document; CREATE VIEW document AS"
        " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS json FROM n",
        "DROP TABLE asset; CREATE VIEW asset AS SELECT 'x' AS digest, 1 AS size",
        "DROP TABLE document; CREATE TABLE document (text TEXT, json TEXT AS (printf('%.900000000c', 'x')));"
        " INSERT INTO document (text) VALUES ('x')",
        "CREATE TRIGGER chunks AFTER INSERT ON chunk BEGIN SELECT 1; END",
    ],
)
def test_a_file_that_would_make_the_database_work_for_ever_is_not_opened(
    saved: Path, tmp_path: Path, changes: str
) -> None:
    with closing(sqlite3.connect(saved)) as database:
        database.executescript(changes)
    assert "holds other things than a lecture" in refused(saved, tmp_path)


def test_a_document_beyond_all_measure_is_not_read(
    saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studio.lecture_file.LARGEST_DOCUMENT", 1 << 12)
    with closing(sqlite3.connect(saved)) as database:
        database.execute("UPDATE document SET json = json || ?", (" " * (1 << 13),))
        database.commit()
    assert "holds more in one piece" in refused(saved, tmp_path)


def test_reading_stops_after_a_bounded_amount_of_work(
    saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studio.lecture_file._MOST_STEPS", 1)
    with closing(sqlite3.connect(saved)) as database:
        size = database.execute("SELECT max(length(data)) FROM chunk").fetchone()[0]
        rows = (("ab" * 32, number, b"") for number in range(2000))
        database.executemany("INSERT INTO chunk VALUES (?, ?, ?)", rows)
        (text,) = database.execute("SELECT json FROM document").fetchone()
        known = rich(AssetStore(tmp_path / "store")).assets[0].digest
        database.execute("UPDATE document SET json = ?", (text.replace(known, "ab" * 32),))
        database.execute("INSERT INTO asset VALUES (?, ?)", ("ab" * 32, size))
        database.commit()
    assert "damaged or not a lecture" in refused(saved, tmp_path)


def test_a_lecture_that_could_not_be_opened_again_is_not_saved(saved: Path, store: AssetStore) -> None:
    before = saved.read_bytes()
    with pytest.raises(OutputError, match="was not saved: The slides are 0 by 405 points"):
        save_lecture(dataclasses.replace(rich(store), width=0.0), store, saved)
    assert saved.read_bytes() == before


def test_other_files_are_told_from_lectures(tmp_path: Path) -> None:
    text, foreign, empty = (tmp_path / name for name in ("a.lecture", "b.lecture", "c.lecture"))
    text.write_text("Dear diary")
    empty.touch()
    with closing(sqlite3.connect(foreign)) as database:
        database.execute("CREATE TABLE bookmarks (url TEXT)")
        database.commit()
    assert "damaged or not a lecture" in refused(text, tmp_path)
    assert "is not a Lecture Studio file" in refused(foreign, tmp_path)
    refused(empty, tmp_path)
    refused(tmp_path / "missing.lecture", tmp_path)


def test_a_file_of_a_newer_program_says_so(saved: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(saved)) as database:
        database.execute(f"PRAGMA user_version={SCHEMA + 1}")
    assert "newer Lecture Studio" in refused(saved, tmp_path)


def test_a_hostile_file_cannot_point_at_files_of_the_reader(tmp_path: Path, store: AssetStore) -> None:
    diary = tmp_path / "diary.txt"
    diary.write_text("secret")
    for digest in (str(diary), "../../diary.txt", "..", "", "A" * 64):
        lecture = Lecture("x", scenes=(Scene("a", "", SlideVisual(Asset(digest, "d", "", 6), 1, 1)),))
        path = tmp_path / "hostile.lecture"
        path.unlink(missing_ok=True)
        with closing(sqlite3.connect(path)) as database:
            database.execute(f"PRAGMA application_id={APPLICATION_ID}")
            database.execute(f"PRAGMA user_version={SCHEMA}")
            database.execute("CREATE TABLE document (json TEXT)")
            database.execute("CREATE TABLE asset (digest TEXT, size INTEGER)")
            database.execute("CREATE TABLE chunk (digest TEXT, number INTEGER, data BLOB)")
            database.execute("INSERT INTO document VALUES (?)", (dumps(lecture),))
            database.commit()
        refused(path, tmp_path)


def test_a_save_into_a_folder_that_is_not_there_names_it(
    saved: Path, store: AssetStore, tmp_path: Path
) -> None:
    with pytest.raises(OutputError, match=r"there is no folder .*gone”; make it"):
        save_lecture(open_lecture(saved, store), store, tmp_path / "gone" / "Lesson.lecture")


def test_a_save_that_cannot_be_made_is_one_sentence(saved: Path, store: AssetStore, tmp_path: Path) -> None:
    before = saved.read_bytes()
    lost = dataclasses.replace(rich(store), title="New")
    store.path(lost.assets[2].digest).unlink()
    with pytest.raises(OutputError, match=r"could not be saved .* untouched\.$"):
        save_lecture(lost, store, saved)
    with pytest.raises(OutputError, match="could not be saved"):
        save_lecture(Lecture("x"), store, saved.parent)
    assert saved.read_bytes() == before
    assert [path.name for path in saved.parent.iterdir()] == ["Lesson.lecture"]


CHILD = """
import dataclasses, signal, sys
from pathlib import Path
from studio.assets import AssetStore
from studio.errors import OutputError
from studio.lecture import Asset, EmbeddedMedia
from studio import lecture_file

store, path = AssetStore(Path(sys.argv[1])), Path(sys.argv[2])
lecture = dataclasses.replace(lecture_file.open_lecture(path, store), title="Changed")
{middle}
"""


def child(middle: str, store: AssetStore, path: Path) -> subprocess.Popen[str]:
    script = CHILD.format(middle=textwrap.dedent(middle))
    command = [sys.executable, "-c", script, str(store.folder), str(path)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


@pytest.mark.skipif(os.name == "nt", reason="limits of processes are a matter of POSIX")
@pytest.mark.parametrize("limit", [0, 4096, 100_000, 1_500_000])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(saved: Path, store: AssetStore, limit: int) -> None:
    before = saved.read_bytes()
    middle = f"""
        import resource
        resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
        try:
            lecture_file.save_lecture(lecture, store, path)
        except OutputError as error:
            print(error)
    """
    said, _ = (running := child(middle, store, saved)).communicate(timeout=60)
    assert running.returncode == 0
    assert said.startswith("“Lesson.lecture” could not be saved")
    assert said.count("\n") == 1
    assert saved.read_bytes() == before
    assert [path.name for path in saved.parent.iterdir()] == ["Lesson.lecture"]


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9 on Windows")
@pytest.mark.parametrize("moment", ["lecture_file._fill", "whole_file._sync"])
def test_a_kill_in_the_middle_of_a_save_leaves_the_old_file_whole(
    saved: Path, store: AssetStore, moment: str, tmp_path: Path
) -> None:
    before = saved.read_bytes()
    middle = f"""
        from studio import whole_file
        real = {moment}
        def stopped(*arguments):
            real(*arguments)
            print("now", flush=True)
            signal.pause()
        {moment} = stopped
        lecture_file.save_lecture(lecture, store, path)
    """
    running = child(middle, store, saved)
    assert running.stdout is not None
    assert running.stdout.readline() == "now\n"
    running.send_signal(signal.SIGKILL)
    running.communicate(timeout=60)
    assert running.returncode == -signal.SIGKILL
    assert saved.read_bytes() == before
    assert open_lecture(saved, fresh(tmp_path)) == rich(store)
    save_lecture(rich(store), store, saved)  # what the killed one left is in nobody's way
