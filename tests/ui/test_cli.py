"""The command line as scripts rely on it: files, exit codes, events, and what happens when it is stopped."""

from __future__ import annotations

import getpass
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Inches, Pt

from tests.patience import SOON_S

NOTES = (
    "Welcome to this short lesson. It has only four slides.",
    "Water boils at one hundred degrees. On a mountain it boils earlier.",
    "",
    "That is all. Thank you for listening.",
)


def make_deck(path: Path, notes: tuple[str, ...] = NOTES) -> Path:
    deck = Presentation()
    for number, text in enumerate(notes, 1):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = f"Slide number {number}"
        box = slide.shapes.add_textbox(Inches(1), Inches(2), Inches(6), Inches(1))
        box.text_frame.text = f"Point {number}"
        box.text_frame.paragraphs[0].runs[0].font.size = Pt(28)
        if text:
            slide.notes_slide.notes_text_frame.text = text
    deck.save(str(path))
    return path


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def deck(home: Path) -> Path:
    return make_deck(home / "deck.pptx")


def command(home: Path, *arguments: object) -> tuple[list[str], dict[str, str]]:
    env = os.environ | {
        "LECTURE_STUDIO_CACHE": str(home / "cache"),
        "LECTURE_STUDIO_MODELS": str(home / "models"),
        "LECTURE_STUDIO_STATE": str(home / "state"),
    }
    return [sys.executable, "-P", "-m", "ui", *map(str, arguments)], env


def studio(home: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    words, env = command(home, *arguments)
    return subprocess.run(words, env=env, capture_output=True, text=True, timeout=240, check=False)


def events(result: subprocess.CompletedProcess[str]) -> list[dict]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def render(home: Path, source: Path, out: Path, *more: object) -> subprocess.CompletedProcess[str]:
    return studio(home, "render", source, "-o", out, "--profile", "draft-540p", "--json", *more)


@pytest.fixture(scope="module")
def rendered(home: Path, deck: Path) -> tuple[Path, dict]:
    result = render(home, deck, home / "lesson.mp4")
    assert result.returncode == 0, result.stderr
    return home / "lesson.mp4", events(result)[-1]


def one_line(text: str) -> bool:
    return len(text.strip().splitlines()) == 1 and "Traceback" not in text


def test_a_deck_becomes_a_video_with_captions_and_chapters_beside_it(rendered: tuple[Path, dict]) -> None:
    import av

    video, done = rendered
    assert all(Path(file).stat().st_size for file in done["files"])
    assert {Path(file).name for file in done["files"]} == {
        "lesson.mp4", "lesson.srt", "lesson.vtt", "lesson.chapters.txt",
    }  # fmt: skip
    with av.open(str(video)) as container:
        assert sum(1 for _ in container.decode(video=0)) == done["frames"]
        kinds = [stream.type for stream in container.streams]
    assert kinds[:3] == ["video", "audio", "subtitle"]
    assert "Water boils at one hundred degrees." in (video.with_suffix(".srt")).read_text("utf-8")


def test_the_same_export_again_renders_nothing(home: Path, deck: Path, rendered: tuple[Path, dict]) -> None:
    video, _ = rendered
    before = video.stat().st_mtime_ns
    done = events(render(home, deck, video))[-1]
    assert done["unchanged"] is True
    assert done["fresh_steps"] == 0
    assert video.stat().st_mtime_ns == before


def test_a_lost_output_is_written_again_without_rendering(
    home: Path, deck: Path, rendered: tuple[Path, dict], tmp_path: Path
) -> None:
    video, _ = rendered
    done = events(render(home, deck, tmp_path / "copy.mp4"))[-1]
    assert done["fresh_steps"] == 0
    assert (tmp_path / "copy.mp4").read_bytes() == video.read_bytes()


def test_one_changed_sentence_renders_one_scene(
    home: Path, rendered: tuple[Path, dict], tmp_path: Path
) -> None:
    changed = make_deck(
        tmp_path / "deck.pptx", (NOTES[0], NOTES[1].replace("earlier", "much earlier"), *NOTES[2:])
    )
    words = render(home, changed, tmp_path / "changed.mp4", "--dry-run")
    planned = {event["what"]: event["run"] for event in events(words) if "what" in event}
    assert planned["Speaking"] == 1
    assert planned["Drawing slides"] == 0, "no picture depends on the notes"
    result = render(home, changed, tmp_path / "changed.mp4")
    done = events(result)[-1]
    sounds = [event for event in events(result) if event.get("what") == "Encoding sound"]
    assert {event["scene"] for event in sounds if event["scene"]} == {done["scenes"][1]["scene"]}


def test_the_dry_run_tells_and_does_nothing(deck: Path, tmp_path: Path) -> None:
    result = render(tmp_path, deck, tmp_path / "x.mp4", "--dry-run")
    assert result.returncode == 0
    planned = {event["what"]: event["run"] for event in events(result) if "what" in event}
    assert planned["Drawing slides"] == 4
    assert planned["Speaking"] == 6
    assert not (tmp_path / "x.mp4").exists()


def test_interrupting_ends_soon_and_leaves_nothing(deck: Path, tmp_path: Path) -> None:
    words, env = command(tmp_path, "render", deck, "-o", tmp_path / "x.mp4", "--json")
    process = subprocess.Popen(words, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline(), "the first event says that work has begun"
    process.send_signal(signal.SIGINT)
    asked = time.monotonic()
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert time.monotonic() - asked < SOON_S
    assert one_line(said.splitlines()[-1])
    assert [path.name for path in tmp_path.iterdir() if "x.mp4" in path.name] == []


def test_interrupting_while_a_big_deck_is_read_ends_at_once(shared_decks: Path, tmp_path: Path) -> None:
    decks = list(shared_decks.glob("lectures/*zh-Hant*.pptx"))
    if not decks:
        pytest.skip("the big decks are not here")
    words, env = command(tmp_path, "report", max(decks, key=lambda path: path.stat().st_size))
    process = subprocess.Popen(words, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while not (tmp_path / "cache").exists():
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    asked = time.monotonic()
    told, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert time.monotonic() - asked < SOON_S
    assert one_line(said)
    assert told == ""


def test_interrupting_in_the_first_moments_is_a_cancel_too() -> None:
    script = (
        "import builtins, os, signal, sys\n"
        "load = builtins.__import__\n"
        "def loading(name, *rest):\n"
        "    if name == 'ui.cli.main':\n"
        "        os.kill(os.getpid(), signal.SIGINT)\n"
        "    return load(name, *rest)\n"
        "builtins.__import__ = loading\n"
        "sys.argv = ['lecture-studio', 'voices']\n"
        "from ui.__main__ import main\n"
        "sys.exit(main())\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60
    )
    assert result.returncode == 130
    assert one_line(result.stderr)


def test_a_killed_export_is_continued_not_repeated(deck: Path, tmp_path: Path) -> None:
    words, env = command(
        tmp_path, "render", deck, "-o", tmp_path / "x.mp4", "--json", "--profile", "draft-540p"
    )
    process = subprocess.Popen(words, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    for line in process.stdout:
        event = json.loads(line)
        if event["event"] == "progress" and event["stage"] == "prepare" and event["done"] >= 5:
            break
    process.kill()
    process.communicate()
    done = events(render(tmp_path, deck, tmp_path / "x.mp4"))[-1]
    everything = events(render(tmp_path / "other", deck, tmp_path / "y.mp4"))[-1]["fresh_steps"]
    assert done["fresh_steps"] <= everything - 5
    assert (tmp_path / "x.mp4").exists()


def test_a_strangers_file_is_not_overwritten(home: Path, deck: Path, tmp_path: Path) -> None:
    precious = tmp_path / "holiday.mp4"
    precious.write_bytes(b"not made here")
    result = render(home, deck, precious)
    assert result.returncode == 1
    assert one_line(result.stderr)
    assert precious.read_bytes() == b"not made here"
    assert render(home, deck, precious, "--force").returncode == 0


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"PK\x03\x04 cut off", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 64]
)
def test_a_bad_deck_is_one_sentence(home: Path, tmp_path: Path, content: bytes) -> None:
    bad = tmp_path / "bad.pptx"
    bad.write_bytes(content)
    result = studio(home, "render", bad, "-o", tmp_path / "x.mp4")
    assert result.returncode == 1
    assert one_line(result.stderr)
    assert "bad.pptx" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--help",), 0),
        (("render",), 2),
        (("render", "x.pptx", "-o", "y.mp4", "--coherence", "9"), 2),
        (("dance",), 2),
        (("render", "x.pptx", "-o", "y.mp4", "--jobs", "0"), 2),
        (("render", "x.pptx", "-o", "y.mp4", "--unscripted", "0=skip"), 2),
        (("render", ".", "-o", "y.mp4"), 1),
        (("render", "nowhere.pptx", "-o", "y.mp4"), 1),
        (("import", "nowhere.pptx", "-o", "y.lecture"), 1),
    ],
)
def test_exit_codes(home: Path, arguments: tuple[str, ...], code: int) -> None:
    assert studio(home, *arguments).returncode == code


def test_a_lecture_is_saved_opened_and_rendered_without_its_deck(home: Path, tmp_path: Path) -> None:
    source = make_deck(tmp_path / "deck.pptx")
    saved = tmp_path / "lesson.lecture"
    result = studio(home, "import", source, "-o", saved, "--json")
    assert result.returncode == 0, result.stderr
    assert events(result)[-1]["slides"] == 4
    source.unlink()
    fresh = tmp_path / "fresh"
    done = events(render(fresh, saved, tmp_path / "lesson.mp4"))[-1]
    assert len(done["scenes"]) == 4
    assert studio(home, "import", saved, "-o", saved).returncode == 1, "an existing file is not overwritten"


def test_a_report_says_once_what_all_slides_share_and_which_have_nothing_to_say(
    home: Path, tmp_path: Path
) -> None:
    source = make_deck(tmp_path / "deck.pptx", ("One. Two.", "One. Two.", "", "One. Two."))
    told = studio(home, "report", source).stdout.splitlines()
    kept = [line for line in told if "2 sentences" in line]
    assert len(kept) == 1
    assert told[told.index(kept[0]) - 1] == "Slides 1–2, 4"
    assert any(line.strip().startswith("Slide 3 has nothing to say") for line in told)
    single = make_deck(tmp_path / "one.pptx", ("One.",))
    assert studio(home, "report", single).stdout.startswith("one.pptx: 1 slide\n")


def test_slides_without_notes_follow_the_one_choice(home: Path, deck: Path, tmp_path: Path) -> None:
    def scenes(choice: str) -> list[dict]:
        return events(render(home, deck, tmp_path / f"{choice}.mp4", "--unscripted", choice))[-1]["scenes"]

    assert len(scenes("skip")) == 3
    assert len(scenes("skip,3=silent")) == 4
    spoken = scenes("read")[2]
    assert spoken["stop"] - spoken["body"] < 5 * 30
    assert "Slide number 3" in (tmp_path / "read.srt").read_text("utf-8")


def test_the_file_tells_nothing_about_the_machine(rendered: tuple[Path, dict], home: Path) -> None:
    video, _ = rendered
    data = video.read_bytes()
    for secret in (str(home), "deck.pptx", getpass.getuser(), socket.gethostname(), str(Path.home())):
        if len(secret) > 3:
            assert secret.encode() not in data, secret


def test_every_cut_can_be_set_to_one_level(home: Path, deck: Path, tmp_path: Path) -> None:
    done = events(render(home, deck, tmp_path / "cut.mp4", "--coherence", "0"))[-1]
    assert [cut["delivered"] for cut in done["cuts"]] == [0, 0, 0]
    assert all(scene["start"] == scene["body"] for scene in done["scenes"])


def test_measure_prints_requested_and_delivered(home: Path, deck: Path, rendered: tuple[Path, dict]) -> None:
    cuts = events(studio(home, "measure", deck, "--json"))[-1]["cuts"]
    assert [(cut["requested"], cut["delivered"]) for cut in cuts] == [(2, 2)] * 3
    assert all(cut["reason"] and cut["scores"]["ends_exact"] for cut in cuts)
    assert all("What both slides share stays still." in cut["kept"] for cut in cuts)
    assert [cut["start"] for cut in cuts] == sorted({cut["start"] for cut in cuts})


def test_measure_tells_what_installed_encoders_see(
    home: Path, deck: Path, rendered: tuple[Path, dict], tmp_path: Path
) -> None:
    import transformers

    small = {"hidden_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 64}
    for name, kind in {"sees-pictures": "Dinov2", "sees-clips": "Timesformer"}.items():
        config = getattr(transformers, f"{kind}Config")(**small, image_size=32, patch_size=16)
        getattr(transformers, f"{kind}Model")(config).save_pretrained(tmp_path / name)
    words, env = command(home, "measure", deck, "--profile", "draft-540p")
    env["LECTURE_STUDIO_MODELS"] = str(tmp_path)
    found = subprocess.run(
        [*words, "--json"], env=env, capture_output=True, text=True, timeout=240, check=False
    )
    assert found.returncode == 0, found.stderr
    cuts = events(found)[-1]["cuts"]
    assert [cut["delivered"] for cut in cuts] == [2, 2, 2]
    for figures in (cut["scores"]["semantic"] for cut in cuts):
        assert set(figures) == {"sees-pictures", "sees-clips"}
        assert all(0 < figure < 1 for figure in figures.values())  # something changes, and most does not
    seen = {tuple(cut["scores"]["semantic"].values()) for cut in cuts}
    assert len(seen) >= 2, "of each cut its own, though weights by chance hardly tell cuts apart"


def test_measure_places_the_changes_of_a_video_blind(home: Path, rendered: tuple[Path, dict]) -> None:
    video, done = rendered
    seen = events(studio(home, "measure", video, "--json"))[-1]
    assert [change["level"] for change in seen["changes"]] == [cut["delivered"] for cut in done["cuts"]]
    for change, cut in zip(seen["changes"], done["cuts"], strict=True):
        assert abs(change["start"] - cut["start"]) < 0.3
    for_people = studio(home, "measure", video).stdout
    assert "3 × level 2" in for_people
    assert for_people.count("▃") == 4  # three marks on the strip and one that says what they mean


@pytest.mark.parametrize("name", ["voices", "models", "devices", "doctor"])
def test_questions_about_the_machine_are_answered(home: Path, name: str) -> None:
    for_people = studio(home, name)
    assert for_people.returncode == 0
    assert for_people.stdout.strip()
    assert events(studio(home, name, "--json"))


def test_the_end_of_a_command_loses_nothing() -> None:
    script = (
        "import atexit, threading; from ui import __main__ as entry\n"
        "def work():\n"
        "    threading.main_thread().join(0.3); print('worked')\n"
        "def main():\n"
        "    atexit.register(print, 'tidied'); threading.Thread(target=work).start(); return 3\n"
        "entry.main = main; entry.start()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout.split(), done.stderr) == (3, ["worked", "tidied"], "")


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys; from ui.cli import main; main._parser(['--help']);"
        " print([m for m in %r if m in sys.modules])"
    )
    heavy = [
        "torch",
        "av",
        "cv2",
        "scipy",
        "diffusers",
        "transformers",
        "moviepy",
        "PySide6",
        "pptx",
        "numpy",
    ]
    result = subprocess.run(
        [sys.executable, "-c", script % heavy], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"


def test_the_source_is_never_overwritten_even_by_force(home: Path, tmp_path: Path) -> None:
    source = make_deck(tmp_path / "deck.pptx")
    before = source.read_bytes()
    (tmp_path / "link.mp4").symlink_to(source)
    for out in (source, tmp_path / "link.mp4"):
        result = studio(home, "render", source, "-o", out, "--force")
        assert result.returncode == 1
        assert "is the source itself" in result.stderr
    assert studio(home, "import", source, "-o", source, "--force").returncode == 1
    assert source.read_bytes() == before


@pytest.mark.parametrize(
    ("option", "said"),
    [(("--voice", "Nobody"), "no voice called"), (("--unscripted", "9=skip"), "no slide 9")],
)
def test_what_does_not_exist_is_said_before_work_begins(
    home: Path, deck: Path, tmp_path: Path, option: tuple[str, str], said: str
) -> None:
    result = render(home, deck, tmp_path / "x.mp4", *option)
    assert result.returncode == 1
    assert one_line(result.stderr)
    assert said in result.stderr


def test_a_cache_folder_that_cannot_be_used_is_named(deck: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    result = render(tmp_path, deck, tmp_path / "x.mp4")
    assert result.returncode == 1
    assert one_line(result.stderr)
    assert "LECTURE_STUDIO_CACHE" in result.stderr


@pytest.mark.parametrize("arguments", [(), ("deck",)])
def test_without_a_display_the_editor_says_so_in_one_line(
    home: Path, deck: Path, arguments: tuple[str, ...]
) -> None:
    words, env = command(home, *(deck for _ in arguments))
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        env.pop(name, None)
    for display in ({}, {"DISPLAY": ":4711"}):
        result = subprocess.run(
            words, env=env | display, capture_output=True, text=True, timeout=60, check=False
        )
        assert result.returncode == 1
        assert one_line(result.stderr)
        assert "needs a screen" in result.stderr


def test_a_file_that_is_not_there_opens_no_window(home: Path) -> None:
    result = studio(home, "nowhere.pptx")
    assert result.returncode == 1
    assert one_line(result.stderr)
    assert "nowhere.pptx" in result.stderr


def test_a_mistyped_command_is_no_file(home: Path) -> None:
    assert studio(home, "rendr").returncode == 2


def test_help_tells_how_to_start_the_editor(home: Path) -> None:
    assert "editor" in studio(home, "--help").stdout


def test_a_custom_show_is_named_taken_and_refused(home: Path, deck: Path, tmp_path: Path) -> None:
    from tests.studio.importers.test_pptx_shows import with_shows

    path = with_shows(deck, tmp_path / "shows.pptx", (("Short", (4, 2, 4)),))
    assert "The deck has the custom show “Short”" in studio(home, "report", path).stdout
    told = studio(home, "report", path, "--show", "Short")
    assert "The custom show “Short” is the video: 3 slides; 2 hidden." in told.stdout
    assert "unless" not in told.stdout, "the choice is made"
    made = studio(home, "render", path, "--show", "short", "-o", tmp_path / "out.mp4", "--dry-run")
    assert made.returncode == 0, made.stderr
    refused = studio(home, "import", path, "--show", "Long", "-o", tmp_path / "out.lecture")
    assert refused.returncode == 1
    assert refused.stderr.strip().endswith("There is no custom show “Long”; the deck has “Short”.")
    assert not (tmp_path / "out.lecture").exists()
