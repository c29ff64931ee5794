"""Several lectures in one command, and the cache that all of them share."""

from __future__ import annotations

import json
import signal
import subprocess
from pathlib import Path

import pytest

from studio.errors import OutputError
from tests.ui.test_cli import command, events, one_line, studio
from ui.cli.several import pairs


def outline(path: Path, title: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"# {title}\n\n{title} falls.\n", "utf-8")
    return path


Rendered = tuple[Path, subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    home = tmp_path_factory.mktemp("several")
    sources = [
        outline(home / "one" / "rain.md", "Rain"),
        home / "bad.pptx",
        outline(home / "two" / "rain.md", "Snow"),
    ]
    sources[1].write_text("no deck")
    return home, studio(home, "render", *sources, "-o", home / "out", "--profile", "draft-540p", "--json")


def test_one_failing_lecture_costs_that_one(rendered: Rendered) -> None:
    home, result = rendered
    assert result.returncode == 1
    assert one_line(result.stderr)
    assert "“bad.pptx”" in result.stderr
    made = {path.name for path in (home / "out").iterdir() if path.suffix == ".mp4"}
    assert made == {"rain.mp4", "rain 2.mp4"}


def test_events_say_which_lecture_they_are_about_and_the_last_report_names_all(rendered: Rendered) -> None:
    home, result = rendered
    told = events(result)
    about = {event.get("lecture") for event in told if event["event"] == "progress"}
    assert about == {str(home / "one" / "rain.md"), str(home / "two" / "rain.md")}
    (failed,) = [event for event in told if event["event"] == "error" and "lecture" in event]
    assert (failed["number"], failed["of"]) == (2, 3)
    (report,) = [event for event in told if event["event"] == "report"]
    first, bad, second = report["lectures"]
    assert Path(first["file"]).name == "rain.mp4"
    assert first["fresh_steps"] > 0
    assert first["seconds"] > 0
    assert Path(second["file"]).name == "rain 2.mp4"
    assert not bad["made"]
    assert one_line(bad["problems"][0])


def test_the_cache_command_tells_explains_and_clears(rendered: Rendered) -> None:
    home, _ = rendered
    (told,) = events(studio(home, "cache", "--json"))
    kinds = {each["kind"]: each for each in told["kinds"]}
    assert {"pages", "sounds", "coded pictures", "coded sound"} <= set(kinds)
    assert told["folder"] == str(home / "cache")
    assert told["size"] == sum(each["size"] for each in told["kinds"])
    assert told["oldest_use"] <= told["newest_use"]
    shown = studio(home, "cache").stdout
    assert str(home / "cache") in shown
    assert "pages" in shown
    assert "LECTURE_STUDIO_CACHE_LIMIT" in studio(home, "cache", "--limit").stdout
    (cleared,) = events(studio(home, "cache", "--clear", "--json"))
    assert cleared["freed"] == told["size"]
    assert events(studio(home, "cache", "--json"))[0]["size"] == 0


def test_one_source_into_a_folder_has_its_own_name_there(tmp_path: Path) -> None:
    assert pairs([Path("a/rain.md")], tmp_path) == [(Path("a/rain.md"), tmp_path / "rain.mp4")]
    assert pairs([Path("rain.md")], tmp_path / "x.mp4") == [(Path("rain.md"), tmp_path / "x.mp4")]


def test_names_that_collide_are_numbered_and_never_taken_from_another_lecture(tmp_path: Path) -> None:
    sources = [
        Path(name) for name in ("a/Rain.md", "b/rain.pptx", "c/rain 2.md", "a/../a/Rain.md", "d/RAIN.txt")
    ]
    names = [out.name for _, out in pairs(sources, tmp_path)]
    assert names == ["Rain.mp4", "rain 3.mp4", "rain 2.mp4", "RAIN 4.mp4"]


def test_several_lectures_want_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for output in (tmp_path / "all.mp4", tmp_path / "file"):
        with pytest.raises(OutputError, match="name a folder"):
            pairs([Path("a.md"), Path("b.md")], output)


def test_nothing_is_left_of_a_folder_for_lectures_of_which_none_was_made(tmp_path: Path) -> None:
    result = studio(tmp_path, "render", tmp_path / "a.md", tmp_path / "b.md", "-o", tmp_path / "out")
    assert result.returncode == 1
    assert one_line(result.stderr)
    assert not (tmp_path / "out").exists()
    assert json.dumps(result.stdout).count("There is no file") == 2


def test_a_cancel_stops_all_and_keeps_what_is_made(tmp_path: Path) -> None:
    sources = [outline(tmp_path / name / f"{name}.md", name) for name in ("rain", "snow", "sea")]
    words, env = command(tmp_path, "render", *sources, "-o", tmp_path / "out", "--json")
    with subprocess.Popen(
        words, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        for line in running.stdout:
            if json.loads(line).get("number") == 2:
                break
        running.send_signal(signal.SIGINT)
        rest, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert one_line(said)
    assert [path.name for path in (tmp_path / "out").glob("*.mp4")] == ["rain.mp4"]
    (report,) = [event for event in map(json.loads, rest.splitlines()) if event["event"] == "report"]
    assert [Path(each["file"]).name for each in report["lectures"]] == ["rain.mp4"]
