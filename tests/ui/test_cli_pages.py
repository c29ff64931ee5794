"""`--pages FILE.pdf` on the command line: the video shows the pages of the PDF; another deck's is refused."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest

from studio.assets import AssetStore
from studio.lecture import page_image
from studio.lecture_file import open_lecture
from tests.sheets import Sheet, write_sheets
from tests.ui.test_cli import events, make_deck, one_line, render, studio

PINK = (1.0, 0.6, 0.8)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def deck(home: Path) -> Path:
    return make_deck(home / "deck.pptx", ("", "", ""))


@pytest.fixture(scope="module")
def pdf(home: Path) -> Path:
    """The deck on pink paper, without its second slide."""
    words = (f"Slide number {number}\nPoint {number}" for number in (1, 3))
    return write_sheets(home / "deck.pdf", [Sheet(text, PINK, 720, 540) for text in words])


def test_the_video_shows_the_pages_of_the_pdf(home: Path, deck: Path, pdf: Path) -> None:
    result = render(home, deck, home / "lesson.mp4", "--pages", pdf)
    assert result.returncode == 0, result.stderr
    done = events(result)[-1]
    grounds = [corner(home / "lesson.mp4", (scene["body"] + scene["stop"]) // 2) for scene in done["scenes"]]
    assert grounds[0] == pytest.approx([255, 153, 204], abs=6)
    assert grounds[1] == pytest.approx([255, 255, 255], abs=6)
    assert grounds[2] == pytest.approx([255, 153, 204], abs=6)
    assert [entry["slide"] for entry in done["attention"] if entry["what"] == "page"] == [2]


def corner(video: Path, frame: int) -> list[int]:
    """Red, green and blue of a frame, a little inside the lower right corner of the slide."""
    with av.open(str(video)) as container:
        for number, picture in enumerate(container.decode(video=0)):
            if number == frame:
                shown: np.ndarray = picture.to_ndarray(format="rgb24")
                return [int(value) for value in shown[-20, shown.shape[1] // 2 + 200]]
    raise AssertionError(f"there is no frame {frame}")


def test_the_lecture_keeps_the_pages(home: Path, deck: Path, pdf: Path) -> None:
    result = studio(home, "import", deck, "--pages", pdf, "-o", home / "x.lecture")
    assert result.returncode == 0, result.stderr
    assert "2 slides shown as in “deck.pdf”; 1 without a page there." in result.stdout
    store = AssetStore(home / "elsewhere")
    lecture = open_lecture(home / "x.lecture", store)
    images = [page_image(scene.visual) for scene in lecture.scenes]
    assert [None if image is None else image.number for image in images] == [1, None, 2]
    assert store.read(images[0].file.digest) == pdf.read_bytes()


def test_the_pdf_of_something_else_is_one_line(home: Path, deck: Path) -> None:
    other = [Sheet(f"Minutes {n}\nHeating, keys, budget", width=720, height=540) for n in range(4)]
    result = studio(
        *(home, "import", deck, "--pages", write_sheets(home / "other.pdf", other)),
        *("-o", home / "none.lecture"),
    )
    assert result.returncode == 1
    assert one_line(result.stderr)
    assert "“other.pdf” does not belong to these slides" in result.stderr
    assert not (home / "none.lecture").exists()
