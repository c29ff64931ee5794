"""What the installed models are good for, and the reason where one is not, by name."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from renderers.generation import families, folders, loader, memory, video
from renderers.generation.job import Job
from renderers.generation.loader import Means
from renderers.generation.offers import Offer, can, offers
from renderers.generation.running import at_work
from studio.lecture import Level
from tests.renderers.generation.conftest import Tiny
from tests.renderers.generation.pictures import hills, sea

RESHAPE, MOTION = Level.RESHAPE, Level.MOTION


def offered(folder: Path) -> tuple[Offer, ...]:
    return offers(folder, Means())


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty models folder."""
    (tmp_path / "models").mkdir()
    return tmp_path / "models"


@pytest.mark.parametrize(
    ("name", "level", "why"),
    [
        ("animated", MOTION, ""),
        ("animated-sparse", MOTION, ""),
        ("cogvideox", MOTION, ""),
        ("framepack", MOTION, ""),
        ("ltx-between", MOTION, ""),
        ("ltx-from", MOTION, ""),
        ("ltx2", MOTION, ""),
        ("svd", MOTION, ""),
        ("wan-a14b", MOTION, ""),
        ("wan-flf", MOTION, ""),
        ("wan-still", MOTION, ""),
        ("wan-5b", MOTION, "it is a Wan2.2-TI2V-5B, which ignores the last picture without a word"),
        ("flux", MOTION, "it makes single pictures, and no motion"),
        ("sd", MOTION, "it makes single pictures, and no motion"),
        ("sd", RESHAPE, ""),
        ("sdxl", RESHAPE, ""),
        ("wan-flf", RESHAPE, "it makes videos, whose latents are no path between two pictures"),
    ],
)
def test_each_kind_can_or_says_why_not(tiny: Tiny, name: str, level: Level, why: str) -> None:
    assert families.why_not(tiny(name), level) == why


@pytest.mark.parametrize(
    ("name", "takes"),
    [
        ("wan-flf", "ends"),
        ("wan-a14b", "ends"),
        ("wan-still", "still"),
        ("svd", "still"),
        ("animated", "blend"),
    ],
)
def test_how_a_model_takes_the_pictures_is_found_in_its_settings(tiny: Tiny, name: str, takes: str) -> None:
    found = families.family(tiny(name))
    assert found is not None
    assert found.takes == takes


def test_a_5b_that_calls_itself_a_model_of_words_is_known_too(tiny: Tiny, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(tiny("wan-5b").folder, tmp_path / "Wan2.2-TI2V-5B-Diffusers"))
    index = json.loads((folder / "model_index.json").read_text())
    (folder / "model_index.json").write_text(json.dumps({**index, "_class_name": "WanPipeline"}))
    assert "ignores the last picture" in families.why_not(folders.look(folder), MOTION)


@pytest.mark.parametrize(
    ("name", "says", "called"),
    [
        ("ltx-from", "LTXPipeline", "LTXImageToVideoPipeline"),
        ("ltx2", "LTX2Pipeline", "LTX2ConditionPipeline"),
        ("animated", "AnimateDiffPipeline", "AnimateDiffVideoToVideoPipeline"),
    ],
)
def test_a_folder_that_names_a_pipeline_of_words_is_loaded_as_one_that_takes_pictures(
    tiny: Tiny, tmp_path: Path, name: str, says: str, called: str
) -> None:
    folder = Path(shutil.copytree(tiny(name).folder, tmp_path / name))
    index = json.loads((folder / "model_index.json").read_text())
    (folder / "model_index.json").write_text(json.dumps({**index, "_class_name": says}))
    model = folders.look(folder)
    assert families.why_not(model, MOTION) == ""
    assert type(loader.load(model, Means(), (64, 64))).__name__ == called


def test_a_model_of_drawn_lines_is_refused_for_pictures(tiny: Tiny, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(tiny("animated-sparse").folder, tmp_path / "scribble"))
    config = folder / "controlnet" / "config.json"
    told = {**json.loads(config.read_text()), "use_simplified_condition_embedding": False}
    config.write_text(json.dumps(told))
    assert "drawn lines" in families.why_not(folders.look(folder), MOTION)


def test_the_first_that_can_is_taken_and_a_named_one_is_not_replaced(tiny: Tiny, home: Path) -> None:
    for name in ("sd", "wan-5b", "wan-flf"):
        shutil.copytree(tiny(name).folder, home / name)
    there = offered(home)
    first, why = can(there, MOTION)
    assert (first is not None and first.name, why) == ("wan-flf", "")
    assert can(there, MOTION, "wan-5b") == (
        None,
        "the model “wan-5b” cannot do it: it is a Wan2.2-TI2V-5B, which ignores the last picture without a word",
    )
    assert can(there, MOTION, "mine") == (None, "the model “mine” is not installed")


def test_with_nothing_of_use_the_reason_names_what_is_there(tiny: Tiny, home: Path) -> None:
    assert can(offered(home), MOTION) == (None, "no video model is installed")
    assert can(offered(home), RESHAPE) == (None, "no picture model is installed")
    shutil.copytree(tiny("sd").folder, home / "sd")
    assert can(offered(home), MOTION)[1] == (
        "no installed model can do it (“sd”: it makes single pictures, and no motion)"
    )


def test_a_machine_too_small_for_a_model_is_known_before(
    tiny: Tiny, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(tiny("wan-flf").folder, home / "wan-flf")
    monkeypatch.setattr(memory, "total", lambda _: memory.Room(256 * 1024**2))
    why = can(offered(home), MOTION, "wan-flf")[1]
    assert why.startswith("the model “wan-flf” cannot do it: it needs ")
    assert why.endswith(" GiB of memory and this machine has 0.2 GiB")


@pytest.mark.parametrize(
    ("name", "size", "asked"),
    [
        ("wan-flf", (1920, 1080), (848, 480)),
        ("svd", (640, 480), (640, 512)),
        ("cogvideox", (640, 480), (64, 64)),
        ("sd", (100, 60), (96, 64)),
    ],
)
def test_a_model_is_asked_for_a_size_that_it_knows(
    tiny: Tiny, name: str, size: tuple[int, int], asked: tuple[int, int]
) -> None:
    found = families.family(tiny(name))
    assert found is not None
    assert found.size(*size) == asked


def test_a_motion_adapter_makes_a_video_model_of_each_picture_model_that_it_fits(
    tiny: Tiny, home: Path
) -> None:
    shutil.copytree(tiny("animated").folder / "motion_adapter", home / "motion")
    shutil.copytree(tiny("sdxl").folder, home / "other")
    assert [model.name for model in folders.installed(home)] == ["other"]
    shutil.copytree(tiny("sd").folder, home / "painter")
    model = folders.installed(home)[-1]
    assert model.name == "painter + motion"
    offer, why = can(offered(home), MOTION)
    assert offer is not None, why
    assert (offer.name, offer.beside) == ("painter + motion", str(home / "motion"))
    again = folders.look(Path(offer.folder), Path(offer.beside))
    assert (again, folders.digest(again)) == (model, offer.digest)
    assert folders.digest(folders.look(home / "painter")) != offer.digest
    pipeline = loader.load(model, Means(), (64, 64))
    with at_work(pipeline, model.name):
        made = video.made(pipeline, model, Job("video", (hills(), sea()), frames=4, steps=2), lambda *_: None)
    assert len(made.frames) == 4
    (home / "motion" / "more.py").write_text("")
    assert "“more.py”" in folders.installed(home)[-1].refusal
