"""From a PDF and from a folder of pictures to a video whose frames show them, as a script would do it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from studio.assets import AssetStore
from studio.lecture_file import open_lecture
from tests.pdfs import Page, slide, write_pdf
from tests.ui.test_cli import events, one_line, render, studio

COLOURS = {"red": (255, 0, 0), "green": (0, 128, 0), "blue": (0, 0, 255)}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


def coloured(colour: tuple[int, int, int], title: str) -> Page:
    """A page of one colour with a title on it."""
    red, green, blue = (part / 255 for part in colour)
    return Page(slide(title).texts, drawing=f"{red} {green} {blue} rg 0 0 960 540 re f 1 1 1 rg")


def frames_in_scenes(video: Path, done: dict) -> list[NDArray[np.uint8]]:
    """A frame from the middle of each scene, as RGB."""
    import av

    wanted = {(scene["body"] + scene["stop"]) // 2: number for number, scene in enumerate(done["scenes"])}
    found: dict[int, NDArray[np.uint8]] = {}
    with av.open(str(video)) as container:
        for index, frame in enumerate(container.decode(video=0)):
            if index in wanted:
                found[wanted[index]] = frame.to_ndarray(format="rgb24")
    return [found[number] for number in sorted(found)]


def shows(frame: NDArray[np.uint8], colour: tuple[int, int, int]) -> bool:
    """Whether the lower half of a frame has a colour, but for what coding makes of it."""
    lower = frame[frame.shape[0] // 2 :, 200:-200].reshape(-1, 3).astype(int)
    return bool(np.abs(lower - np.array(colour)).max() < 12)


def test_the_pages_of_a_pdf_are_seen_one_after_the_other_and_read_out(home: Path) -> None:
    pages = [coloured(colour, f"The page is {name}") for name, colour in COLOURS.items()]
    source = write_pdf(home / "colours.pdf", pages)
    result = render(home, source, home / "pdf.mp4", "--unscripted", "read")
    assert result.returncode == 0, result.stderr
    frames = frames_in_scenes(home / "pdf.mp4", events(result)[-1])
    assert [shows(frame, colour) for frame, colour in zip(frames, COLOURS.values(), strict=True)] == [
        True
    ] * 3
    assert frames[0][:100].max(axis=2).max() > 200  # the white title
    captions = (home / "pdf.srt").read_text("utf-8")
    assert [f"The page is {name}" in captions for name in COLOURS] == [True] * 3


def test_a_folder_of_pictures_becomes_a_video_in_the_order_of_their_names(home: Path) -> None:
    folder = home / "Colours"
    folder.mkdir()
    for number, colour in zip((1, 2, 10), COLOURS.values(), strict=True):
        Image.new("RGB", (640, 360), colour).save(folder / f"Slide{number}.PNG")
    (folder / "Slide10.txt").write_text("This one is blue.")
    result = render(home, folder, home / "pictures.mp4")
    assert result.returncode == 0, result.stderr
    frames = frames_in_scenes(home / "pictures.mp4", events(result)[-1])
    assert [shows(frame, colour) for frame, colour in zip(frames, COLOURS.values(), strict=True)] == [
        True
    ] * 3
    assert "This one is blue." in (home / "pictures.srt").read_text("utf-8")


def test_what_a_lecture_shows_is_kept_inside_it(home: Path, tmp_path: Path) -> None:
    source = write_pdf(tmp_path / "once.pdf", [slide("Rain"), slide("Snow")])
    done = studio(home, "import", source, "-o", tmp_path / "kept.lecture")
    assert done.returncode == 0, done.stderr
    source.unlink()
    store = AssetStore(tmp_path / "assets")
    lecture = open_lecture(tmp_path / "kept.lecture", store)
    assert [scene.title for scene in lecture.scenes] == ["Rain", "Snow"]
    assert store.read(lecture.assets[0].digest).startswith(b"%PDF-")


def test_a_locked_pdf_and_an_empty_folder_end_in_one_line(home: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    locked = write_pdf(tmp_path / "locked.pdf", [slide("Rain")], password="secret")
    for source in (locked, tmp_path / "empty"):
        done = studio(home, "report", source)
        assert (done.returncode, one_line(done.stderr)) == (1, True), done.stderr
        assert source.name in done.stderr
