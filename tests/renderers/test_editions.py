"""Editions: another code, another library or other fonts are another edition, and it is found in no time."""

from __future__ import annotations

import ast
import dataclasses
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

import renderers
from renderers import editions
from renderers.editions import LIBRARIES, SOURCES, Editions
from renderers.slides import fonts

ROOT = Path(renderers.__file__).parents[1]
KINDS = [field.name for field in dataclasses.fields(Editions)]


@pytest.fixture(autouse=True)
def afresh() -> Iterator[None]:
    for found in (editions.find, fonts.installed):
        found.cache_clear()
    yield
    for found in (editions.find, fonts.installed):
        found.cache_clear()


def test_every_kind_names_files_that_are_there_and_libraries_that_are_installed() -> None:
    assert list(SOURCES) == list(LIBRARIES) == KINDS
    for kind in KINDS:
        for pattern in SOURCES[kind]:
            assert list(editions.matching(pattern)), f"{kind}: {pattern}"
        assert all(metadata.version(library) for library in LIBRARIES[kind])


def test_it_is_the_same_in_every_process_and_loads_nothing_heavy() -> None:
    program = (
        "import dataclasses, json, sys, time\n"
        "from renderers import editions\n"
        "before, loaded = time.process_time(), set(sys.modules)\n"
        "found = dataclasses.asdict(editions.find())\n"
        "print(json.dumps([found, time.process_time() - before, sorted(set(sys.modules) - loaded)]))\n"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    found, seconds, loaded = json.loads(said.stdout)
    assert found == dataclasses.asdict(editions.find())
    assert seconds < 0.15
    assert not {"torch", "av", "cv2", "PySide6", "pypdfium2"} & set(loaded)


def changed(before: Editions, after: Editions) -> set[str]:
    return {kind for kind in KINDS if getattr(before, kind) != getattr(after, kind)}


@pytest.mark.parametrize(
    ("file", "kinds"),
    [
        ("resources/themes/calm.toml", {"card"}),
        ("renderers/slides/cards.py", {"card"}),
        ("renderers/slides/pictures.py", {"pictured"}),
        ("renderers/slides/prepared.py", {"converted"}),
        ("renderers/slides/builtin/charts.py", {"painted"}),
        ("renderers/measure/gates.py", {"compared", "checked", "cut"}),
        ("renderers/transitions/push.py", {"checked", "cut"}),
        ("renderers/loudness.py", {"spoken", "recorded", "aligned", "sound"}),
        ("renderers/voices/recording.py", {"recorded", "aligned"}),
        ("renderers/cache.py", set()),
    ],
)
def test_a_changed_file_is_another_edition_of_what_it_decides(
    file: str, kinds: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for package in ("renderers", "studio", "resources"):
        kept = shutil.ignore_patterns("__pycache__", "*.pptx")
        shutil.copytree(ROOT / package, tmp_path / package, ignore=kept)
    monkeypatch.setattr(editions, "files", lambda package: tmp_path / package)
    before = editions.find()
    with (tmp_path / file).open("a") as source:
        source.write("\n# changed\n")
    editions.find.cache_clear()
    assert changed(before, editions.find()) == kinds


def test_all_that_measures_a_change_is_named_for_it() -> None:
    folder = Path(renderers.__file__).parent
    waiting, seen = ["gates"], set[str]()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            tree = ast.walk(ast.parse((folder / "measure" / f"{name}.py").read_text("utf-8")))
            asked = (node.module or "" for node in tree if isinstance(node, ast.ImportFrom))
            waiting += [each.rpartition(".")[2] for each in asked if each.startswith("renderers.measure.")]
    assert not {f"renderers/measure/{name}.py" for name in seen} - set(SOURCES["cut"])


@pytest.mark.parametrize(
    ("library", "kinds"),
    [
        ("pypdfium2", {"rastered", "pictured", "layered"}),
        ("soxr", {"spoken", "recorded"}),
        ("av", {"spoken", "recorded", "generated", "still", "cut", "sound"}),
        ("PySide6-Essentials", {"painted", "pictured", "card", "layered"}),
    ],
)
def test_another_library_is_another_edition_of_what_it_does(
    library: str, kinds: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before, version = editions.find(), metadata.version
    monkeypatch.setattr(metadata, "version", lambda name: "99.0" if name == library else version(name))
    editions.find.cache_clear()
    assert changed(before, editions.find()) == kinds


@pytest.mark.skipif(shutil.which("fc-list") is None, reason="no fontconfig here")
def test_installed_fonts_draw_pages_and_cards_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = editions.find()
    conf = tmp_path / "fonts.conf"
    conf.write_text(f"<fontconfig><dir>{tmp_path}</dir><cachedir>{tmp_path}</cachedir></fontconfig>")
    monkeypatch.setitem(os.environ, "FONTCONFIG_FILE", str(conf))
    for found in (editions.find, fonts.installed):
        found.cache_clear()
    assert changed(before, editions.find()) == {"converted", "painted", "card", "separated", "layered"}


def test_a_build_without_sources_goes_by_the_version_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editions, "files", lambda package: Path("nowhere"))
    assert metadata.version("lecture-studio") in editions.find().cut
