"""Which processors and picture encoders are there, which ones are used, and why."""

from __future__ import annotations

from dataclasses import dataclass

from renderers import profiles
from renderers.encode.encoders import FAMILIES, SURE
from renderers.encode.trust import Probing
from renderers.encode.video import VideoSettings
from renderers.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Device:
    """One device torch knows. `memory` is in bytes (0: the system's); `reason` says why it is used or not."""

    kind: str
    name: str
    memory: int
    used: bool
    reason: str


def devices() -> tuple[Device, ...]:
    """All devices of this machine; the one that composes pictures is marked as used."""
    import torch

    found: list[Device] = []
    if torch.cuda.is_available():
        for index in range(torch.cuda.device_count()):
            properties = torch.cuda.get_device_properties(index)
            found.append(Device(f"cuda:{index}", properties.name, properties.total_memory, False, _NVIDIA))
    if torch.backends.mps.is_available():
        found.append(Device("mps", "Apple GPU", 0, False, _MODELS))
    if hasattr(torch, "xpu") and torch.xpu.is_available():
        found.append(Device("xpu", torch.xpu.get_device_name(0), 0, False, _MODELS))
    cpu = Device("cpu", f"{torch.get_num_threads()} threads", 0, True, _CPU)
    return (*found, cpu)


def for_models() -> tuple[str, str]:
    """The torch device that models run on, and the type of their numbers there: the best that is there."""
    import torch

    if torch.cuda.is_available():
        return "cuda:0", "bfloat16" if torch.cuda.is_bf16_supported() else "float16"
    if torch.backends.mps.is_available():
        return "mps", "bfloat16"
    if hasattr(torch, "xpu") and torch.xpu.is_available():
        return "xpu", "bfloat16"
    return "cpu", "float32"


@dataclass(frozen=True, slots=True)
class Encoder:
    """One family of picture encoders; `profiles` are those that use it here, `why` says why it cannot be used
    ("": it can).
    """

    name: str
    title: str
    profiles: tuple[str, ...]
    why: str


def encoders(workshop: Workshop) -> tuple[Encoder, ...]:
    """All encoders the program knows, each tried at the size of the first profile that likes it.

    Raises Cancelled.
    """
    kinds = [profiles.load(name) for name in profiles.names()]
    usual = profiles.load(profiles.DEFAULT)
    why: dict[str, str] = {}
    with Probing(workshop) as probing:
        for family in FAMILIES:
            liked = next((kind for kind in kinds if family.name in kind.encoders), usual)
            found = probing.examined(family.name, liked)
            why[family.name] = "" if isinstance(found, VideoSettings) else found.why
    used = {kind.name: next(name for name in (*kind.encoders, SURE) if not why[name]) for kind in kinds}
    return tuple(
        Encoder(
            family.name,
            family.words,
            tuple(profile for profile, name in used.items() if name == family.name),
            why[family.name],
        )
        for family in FAMILIES
    )


_NVIDIA = "composes the changes of slides that it codes itself, and runs models"
_MODELS = "runs models; the changes of slides are composed beside the encoder, on the processor"
_CPU = "composes the changes of slides: most frames repeat the one before, so a GPU would mostly wait"
