"""What goes over the pipe between the program and a worker: frames of a JSON header and any number of blobs."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import IO, Any


@dataclass(frozen=True, slots=True)
class Message:
    """One frame on the pipe: a JSON-able header and binary blobs."""

    header: dict[str, Any] = field(default_factory=dict[str, Any])
    blobs: tuple[bytes, ...] = ()


def frames(source: IO[bytes]) -> Iterator[Message]:
    """What comes down a pipe until it closes."""
    with suppress(OSError, EOFError, ValueError):
        while True:
            yield _read(source)


def write(sink: IO[bytes], message: Message) -> None:
    """Put one frame on a pipe: the number of parts, their lengths (network order), the parts."""
    parts = [json.dumps(message.header).encode(), *message.blobs]
    sink.write(struct.pack(f"!I{len(parts)}Q", len(parts), *map(len, parts)))
    for part in parts:
        sink.write(part)
    sink.flush()


def _read(source: IO[bytes]) -> Message:
    (count,) = struct.unpack("!I", _exactly(source, 4))
    sizes = struct.unpack(f"!{count}Q", _exactly(source, 8 * count))
    header, *blobs = [_exactly(source, size) for size in sizes]
    return Message(json.loads(header), tuple(blobs))


def _exactly(source: IO[bytes], size: int) -> bytes:
    data = source.read(size)
    if len(data) < size:
        raise EOFError
    return data
