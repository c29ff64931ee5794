"""Which processors are there for pictures and models, which one is used, and why."""

from __future__ import annotations

from dataclasses import dataclass


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
            found.append(Device(f"cuda:{index}", properties.name, properties.total_memory, False, _MODELS))
    if torch.backends.mps.is_available():
        found.append(Device("mps", "Apple GPU", 0, False, _MODELS))
    if hasattr(torch, "xpu") and torch.xpu.is_available():
        found.append(Device("xpu", torch.xpu.get_device_name(0), 0, False, _MODELS))
    cpu = Device("cpu", f"{torch.get_num_threads()} threads", 0, True, _CPU)
    return (*found, cpu)


_MODELS = "free for models; the changes of slides are composed beside the encoder, on the processor"
_CPU = "composes the changes of slides: most frames repeat the one before, so a GPU would mostly wait"
