"""A worker that does nothing useful: with it `doctor` and the tests see that workers start, answer and die."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator

from renderers.messages import Message
from studio.errors import BadFileError
from studio.progress import CancelToken


def handle(message: Message, cancel: CancelToken) -> Iterator[Message]:
    """Do what {"do": …} says: "echo" (printing besides), "children", "hang", "obey", "crash", "refuse"
    or "scratch".

    "obey" works until it is told to end; "scratch" leaves a file behind, as one that is killed does.
    """
    match message.header["do"]:
        case "echo":
            print("a library prints this")
            os.write(1, b"and a C library that\n")
            yield Message({**message.header, "pid": os.getpid()}, message.blobs)
        case "children":
            child = subprocess.Popen([sys.executable, "-c", "import threading; threading.Event().wait()"])
            yield Message({"pid": os.getpid(), "child": child.pid})
            threading.Event().wait()
        case "hang":
            threading.Event().wait()
        case "obey":
            while not cancel.cancelled:
                yield Message({"pid": os.getpid()})
                threading.Event().wait(0.02)
            yield Message({"told": True})
        case "crash":
            print("what a library says before it crashes", file=sys.stderr, flush=True)
            os.abort()
        case "scratch":
            handle, path = tempfile.mkstemp()
            os.close(handle)
            yield Message({"scratch": path})
        case "refuse":
            raise BadFileError("The file “a.wav” cannot be read; choose another one.", "details")
        case other:
            raise ValueError(f"nothing known under {other!r}")
