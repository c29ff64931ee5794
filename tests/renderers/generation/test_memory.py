"""What a model needs against what is there, in words, and the ways to need less."""

from __future__ import annotations

import pytest

from renderers.generation import loader, memory
from renderers.generation.loader import Means
from renderers.generation.memory import Need, Room
from studio.errors import LimitError, MissingToolError
from tests.renderers.generation.conftest import Tiny

GIB = 1024**3
LARGE = Need(weights=30 * GIB, largest=20 * GIB, pictures=2 * GIB)


@pytest.mark.parametrize(
    ("card", "placing"), [(40, "whole"), (24, "offload"), (8, "groups")]
)  # GiB of the card, where the weights go
def test_a_smaller_card_holds_fewer_parts_at_a_time(tiny: Tiny, card: int, placing: str) -> None:
    assert memory.placed(tiny("sd"), LARGE, Room(64 * GIB, card * GIB)) == placing


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (Room(16 * GIB), "needs 32.0 GiB of memory and 16.0 GiB are free"),
        (Room(64 * GIB, 2 * GIB), "needs 3.0 GiB of the graphics card's memory and 2.0 GiB are free"),
        (Room(16 * GIB, 8 * GIB), "needs 30.0 GiB of memory and 16.0 GiB are free"),
    ],
)
def test_where_nothing_fits_one_sentence_says_what_is_missing(tiny: Tiny, there: Room, said: str) -> None:
    with pytest.raises(LimitError, match="close other programs or choose a smaller model") as error:
        memory.placed(tiny("sd"), LARGE, there)
    assert said in str(error.value)


def test_a_way_that_the_author_chose_is_not_replaced(tiny: Tiny) -> None:
    with pytest.raises(LimitError):
        memory.placed(tiny("sd"), LARGE, Room(64 * GIB, 24 * GIB), "whole")
    assert memory.placed(tiny("sd"), LARGE, Room(64 * GIB, 40 * GIB), "groups") == "groups"


def test_shorter_numbers_and_smaller_pictures_need_less(tiny: Tiny) -> None:
    model = tiny("wan-flf")
    whole = loader.needed(model, Means(), (832, 480), 33)
    short = loader.needed(model, Means(dtype="bfloat16"), (832, 480), 33)
    exact = sum(part.size for part in model.parts if part.name in ("vae", "image_encoder"))
    assert whole.weights == pytest.approx(model.size, rel=0.1)
    assert short.weights == pytest.approx((model.size + exact) / 2, rel=0.1), "its VAE stays in 32 bits"
    assert loader.needed(model, Means(), (416, 240), 33).pictures < whole.pictures
    kept = Means(dtype="bfloat16", saving="layerwise")
    assert loader.needed(model, kept, (832, 480), 33).weights < short.weights


def test_a_processor_takes_shorter_numbers_before_it_gives_up(
    tiny: Tiny, monkeypatch: pytest.MonkeyPatch
) -> None:
    need = loader.needed(tiny("svd"), Means(), (64, 64), 9)
    monkeypatch.setattr(memory, "room", lambda _: Room(need.whole - 1000))
    assert loader.fitted(tiny("svd"), Means(), (64, 64), 9).dtype == "bfloat16"


def test_a_library_that_is_not_there_is_named(tiny: Tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loader, "find_spec", lambda _: None)
    with pytest.raises(MissingToolError, match="torchao needs that library"):
        loader.load(tiny("sd"), Means(saving="torchao"), (64, 64))


def test_weights_in_eight_bits_are_kept_so_and_still_draw(tiny: Tiny) -> None:
    import torch

    pipeline = loader.load(tiny("sd"), Means(saving="layerwise"), (64, 64))
    kept = {weights.dtype for name, weights in pipeline.unet.named_parameters() if "attentions" in name}
    assert torch.float8_e4m3fn in kept
    drawn = pipeline("a", num_inference_steps=1, height=64, width=64, output_type="np").images
    assert drawn.shape == (1, 64, 64, 3)


def test_layers_are_lent_in_groups(tiny: Tiny) -> None:
    pipeline = loader.read(tiny("wan-flf"), Means(placing="groups"))
    assert pipeline.transformer._diffusers_hook.get_hook("group_offloading") is not None or any(
        getattr(block, "_diffusers_hook", None) for block in pipeline.transformer.blocks
    )


def test_the_author_chooses_how_models_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (loader.means().placing, loader.means().saving) == (None, "")
    monkeypatch.setenv("LECTURE_STUDIO_MODEL_PLACING", "groups")
    monkeypatch.setenv("LECTURE_STUDIO_MODEL_SAVING", "layerwise")
    assert (loader.means().placing, loader.means().saving) == ("groups", "layerwise")
    monkeypatch.setenv("LECTURE_STUDIO_MODEL_SAVING", "zip")
    with pytest.raises(MissingToolError, match="“zip” is no way to keep models in memory"):
        loader.means()
