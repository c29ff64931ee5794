"""Loads a model from its folder, from nothing but that folder: safetensors only, no programs of others, no network.

Where it computes, with which numbers and where its weights lie are `Means`; how much memory that takes is looked at
before anything is read.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast, get_args

from renderers import devices
from renderers.generation import families, memory, weights
from renderers.generation.folders import Model
from renderers.generation.memory import Placing, Saving
from studio.errors import BadFileError, LimitError, MissingToolError
from studio.settings import model_placing, model_saving

if TYPE_CHECKING:
    import torch

OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "DIFFUSERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
}
_SAVING_NEEDS = {"torchao": "torchao", "bitsandbytes": "bitsandbytes"}


@dataclass(frozen=True, slots=True)
class Means:
    """What a model is run with.

    `device` is torch's name, `dtype` "float32", "bfloat16" or "float16"; `placing` None means: the first way that
    fits.
    """

    device: str = "cpu"
    dtype: str = "float32"
    placing: Placing | None = None
    saving: Saving = ""


def means() -> Means:
    """The best means of this machine, with what the author chose of them (`studio.settings`).

    Raises `MissingToolError` where that is no choice.
    """
    placing, saving = model_placing(), model_saving()
    wrong = [
        chosen
        for chosen, ways in ((placing, ("", *get_args(Placing))), (saving, get_args(Saving)))
        if chosen not in ways
    ]
    if wrong:
        raise MissingToolError(
            f"“{wrong[0]}” is no way to keep models in memory; "
            "choose whole, offload or groups, and layerwise, torchao or bitsandbytes."
        )
    return Means(*devices.for_models(), cast("Placing | None", placing or None), cast("Saving", saving))


def load(model: Model, with_: Means, size: tuple[int, int], frames: int = 1) -> Any:
    """The pipeline of a model, ready to make `frames` pictures of `size` (width, height).

    Raises `BadFileError` where the folder is refused or broken, `LimitError` where there is too little memory,
    `MissingToolError` where a library for it is missing; each before anything is loaded if that can be known.
    """
    return read(model, fitted(model, with_, size, frames))


def read(model: Model, with_: Means) -> Any:
    """The pipeline of a model, with means that are known to fit. Raises as `load` does."""
    check(model)
    with quietly():
        return _put(_from_folder(model, with_), with_)


def check(model: Model) -> None:
    """Raise `BadFileError` where the folder of a model is refused."""
    if model.refusal:
        raise BadFileError(f"The model “{model.name}” is not loaded: {model.refusal}.")


def fitted(model: Model, with_: Means, size: tuple[int, int], frames: int) -> Means:
    """The means with a placing that fits; the processor takes shorter numbers where the usual ones are too many.

    Raises as `load` does, before anything is read.
    """
    check(model)
    _check_saving(with_.saving)
    there = memory.room(with_.device)
    try:
        return replace(
            with_, placing=memory.placed(model, needed(model, with_, size, frames), there, with_.placing)
        )
    except LimitError:
        if with_.dtype != "float32":
            raise
        shorter = replace(with_, dtype="bfloat16")
        need = needed(model, shorter, size, frames)
        return replace(shorter, placing=memory.placed(model, need, there, with_.placing))


def needed(model: Model, with_: Means, size: tuple[int, int], frames: int) -> memory.Need:
    """The memory that a model takes with these means."""
    return memory.needed(model, _dtypes(model, with_), with_.saving, size, frames)


def _dtypes(model: Model, with_: Means) -> dict[str, str]:
    """The type of numbers of each part that differs, and of the others ("default")."""
    found = families.family(model)
    exact = found.exact if found is not None else ()
    return {"default": with_.dtype, **{part.name: "float32" for part in model.parts if part.name in exact}}


def _check_saving(saving: Saving) -> None:
    module = _SAVING_NEEDS.get(saving)
    if module and find_spec(module) is None:
        raise MissingToolError(
            f"Keeping a model small with {saving} needs that library, and it is not installed; "
            "choose another way of saving memory."
        )


@contextmanager
def quietly() -> Generator[None]:
    """No network, no bars and no chatter of the libraries; they are imported under this."""
    os.environ.update(OFFLINE)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from diffusers.utils import logging as of_diffusers
        from transformers.utils import logging as of_transformers

        for chatter in (of_diffusers, of_transformers):
            chatter.set_verbosity_error()
            chatter.disable_progress_bar()
        yield


def _from_folder(model: Model, with_: Means) -> Any:
    import diffusers
    import torch
    from diffusers.pipelines.pipeline_utils import DiffusionPipeline

    dtypes = {name: getattr(torch, dtype) for name, dtype in _dtypes(model, with_).items()}
    options: dict[str, Any] = {"dtype": dtypes}
    if weights.only_variant([model.place(part.name) for part in model.parts]):
        options["variant"] = weights.VARIANT
    if with_.saving in _SAVING_NEEDS:
        options["quantization_config"] = _quantised(model, with_.saving, dtypes["default"])
    named = families.called(model)
    kind: Any = DiffusionPipeline if named == model.pipeline else getattr(diffusers, named)
    try:
        if model.beside is not None:
            options |= _motion(model.beside, dtypes["default"])
        pipeline: Any = kind.from_pretrained(
            str(model.folder), local_files_only=True, use_safetensors=True, **options
        )
    except MemoryError as error:
        raise _too_large(model) from error
    except Exception as error:  # whatever the libraries find wrong in a folder, they throw
        raise BadFileError(
            f"The model “{model.name}” cannot be loaded from its folder; install it anew.",
            f"{type(error).__name__}: {error}",
        ) from error
    pipeline.set_progress_bar_config(disable=True)
    return pipeline


def _motion(adapter: Path, dtype: torch.dtype) -> dict[str, Any]:
    """A motion adapter, and the schedule of noise that they are trained with: a picture model has another."""
    from diffusers.models.unets.unet_motion_model import MotionAdapter
    from diffusers.schedulers.scheduling_ddim import DDIMScheduler

    found: Any = MotionAdapter.from_pretrained(
        str(adapter), local_files_only=True, use_safetensors=True, torch_dtype=dtype
    )
    noise = DDIMScheduler(
        beta_start=0.00085, beta_end=0.012, beta_schedule="linear", clip_sample=False, steps_offset=1
    )
    return {"motion_adapter": found, "scheduler": noise}


def _quantised(model: Model, saving: Saving, dtype: torch.dtype) -> Any:
    """Its largest part in 8 or 4 bits."""
    from diffusers.quantizers.pipe_quant_config import PipelineQuantizationConfig

    largest = max(model.parts, key=lambda part: part.size).name
    if saving == "bitsandbytes":
        facts: dict[str, Any] = {
            "load_in_4bit": True,
            "bnb_4bit_quant_type": "nf4",
            "bnb_4bit_compute_dtype": dtype,
        }
        return PipelineQuantizationConfig(
            quant_backend="bitsandbytes_4bit", quant_kwargs=facts, components_to_quantize=[largest]
        )
    return PipelineQuantizationConfig(
        quant_backend="torchao", quant_kwargs={"quant_type": "int8wo"}, components_to_quantize=[largest]
    )


def _put(pipeline: Any, with_: Means) -> Any:
    """A pipeline with its weights where they shall be."""
    import torch

    if with_.saving == "layerwise":
        denoiser = getattr(pipeline, "transformer", None) or getattr(pipeline, "unet", None)
        if denoiser is not None:
            denoiser.enable_layerwise_casting(
                storage_dtype=torch.float8_e4m3fn, compute_dtype=getattr(torch, with_.dtype)
            )
    try:
        if with_.placing == "offload":
            pipeline.enable_model_cpu_offload(device=with_.device)
        elif with_.placing == "groups":
            pipeline.enable_group_offload(
                onload_device=torch.device(with_.device),
                offload_type="block_level",
                num_blocks_per_group=1,
                use_stream=with_.device.startswith("cuda"),
            )
        else:
            pipeline.to(with_.device)
    except torch.OutOfMemoryError as error:
        raise _too_large_for(with_) from error
    return pipeline


def _too_large(model: Model) -> LimitError:
    return LimitError(
        f"There was not enough memory to load the model “{model.name}”; "
        "close other programs or choose a smaller model."
    )


def _too_large_for(with_: Means) -> LimitError:
    return LimitError(
        "There was not enough memory for the model on the graphics card; "
        "choose to keep it in the system's memory, or a smaller model.",
        with_.device,
    )
