"""A picture of the author's fills the frame as it is: right way up, its own shape, nothing see-through."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from renderers.messages import Message
from renderers.slides import paint_worker
from studio.errors import BadFileError
from studio.progress import NEVER


def painted(path: Path, width: int, height: int) -> NDArray[np.uint8]:
    asked = {"do": "picture", "file": str(path), "width": width, "height": height, "ground": "#102030"}
    (answer,) = paint_worker.handle(Message(asked), NEVER)
    return np.frombuffer(answer.blobs[0], np.uint8).reshape(height, width, 3)


def test_a_photograph_is_turned_as_its_camera_says(tmp_path: Path) -> None:
    photo = Image.new("RGB", (40, 20), "red")
    photo.paste("blue", (0, 0, 20, 20))  # blue at the left, as the sensor saw it
    turned = Image.Exif()
    turned[0x0112] = 6  # to be turned clockwise: blue is at the top
    photo.save(tmp_path / "photo.jpg", exif=turned, quality=95)
    page = painted(tmp_path / "photo.jpg", 100, 200)
    assert page[20, 50, 2] > 200
    assert page[180, 50, 0] > 200


def test_what_is_see_through_shows_the_ground(tmp_path: Path) -> None:
    Image.new("RGBA", (16, 9), (0, 0, 0, 0)).save(tmp_path / "clear.png")
    assert (painted(tmp_path / "clear.png", 64, 36) == (0x10, 0x20, 0x30)).all()


def test_fine_lines_of_a_large_picture_stay_even(tmp_path: Path) -> None:
    wide = np.zeros((1080, 1920), np.uint8)
    wide[:, ::2] = 255  # every other column: any picking of pixels would give stripes
    Image.fromarray(wide).save(tmp_path / "lines.png")
    page = painted(tmp_path / "lines.png", 480, 270)
    assert abs(int(page.min()) - 127) <= 16
    assert abs(int(page.max()) - 127) <= 16


def test_a_drawing_is_drawn_at_the_size_of_the_frame(tmp_path: Path) -> None:
    drawing = tmp_path / "half.svg"
    drawing.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9">'
        '<rect width="8" height="9" fill="black"/><rect x="8" width="8" height="9" fill="white"/></svg>'
    )
    page = painted(drawing, 1600, 900)
    assert (page[450, :790] == 0).all()  # a small picture made larger would be grey for a hundred pixels
    assert (page[450, 810:] == 255).all()


def test_a_file_that_is_no_picture_costs_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "no.png").write_bytes(b"no picture")
    with pytest.raises(BadFileError, match="cannot be drawn"):
        painted(tmp_path / "no.png", 64, 36)
