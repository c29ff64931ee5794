"""The worker "models": it tells of each step, ends within one, keeps its model, and fails in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from renderers import wire
from renderers.generation import film, loader, memory, running, worker
from renderers.generation.folders import Model
from renderers.generation.job import Job, Picture
from renderers.generation.loader import Means
from renderers.messages import Message
from renderers.planes import from_rgb
from renderers.workers import Worker
from studio.errors import BadFileError, Cancelled, LimitError
from studio.progress import NEVER, CancelToken
from tests.renderers.generation.conftest import Tiny
from tests.renderers.generation.pictures import hills, sea


@pytest.fixture(scope="module")
def running_worker() -> Iterator[Worker]:
    with Worker("models", limit_s=120) as child:
        yield child


def asking(model: Model, steps: int, frames: int = 9) -> Message:
    job = {"kind": "video", "frames": frames, "steps": steps}
    header = {"do": "make", "folder": str(model.folder), "means": wire.plain(Means()), "job": job}
    return Message({**header, "width": 64, "height": 64}, (hills().tobytes(), sea().tobytes()))


def test_it_tells_of_its_steps_and_gives_the_frames(tiny: Tiny, running_worker: Worker) -> None:
    answers = list(running_worker.request(asking(tiny("wan-flf"), 3), NEVER))
    told = [(each.header["what"], each.header["done"]) for each in answers[:-1]]
    assert told[0] == ("Loading the model", 0)
    assert [done for what, done in told if what == "Inventing motion"] == [1, 2, 3]
    record = answers[-1].header
    assert (record["frames"], record["width"], record["height"]) == (9, 64, 64)
    assert record["placing"] == "whole"
    assert len(record["likeness"]) == 2
    frames = film.unpack(answers[-1].blobs)
    assert [same(frames[0], hills()), same(frames[-1], sea()), same(frames[4], hills())] == [
        True,
        True,
        False,
    ]


def same(frame: Any, picture: Picture) -> bool:
    return all(map(np.array_equal, frame.planes, from_rgb(picture).planes))


def test_a_cancel_ends_it_within_a_step_and_the_loaded_model_stays(
    tiny: Tiny, running_worker: Worker
) -> None:
    model = tiny("wan-flf")
    list(running_worker.request(asking(model, 1), NEVER))
    child, cancel = running_worker.child, CancelToken()
    answers = running_worker.request(asking(model, 5000), cancel, grace_s=30)
    assert any(answer.header["what"] == "Inventing motion" for answer in answers)
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(answers)
    again = list(running_worker.request(asking(model, 1), NEVER))
    assert running_worker.child == child, "it had to be started anew"
    assert again[-1].header["loading"] < 1, "the model was loaded again"


def test_a_refused_folder_is_one_sentence(tiny: Tiny, tmp_path: Any, running_worker: Worker) -> None:
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "model_index.json").write_text('{"_class_name": ["mine", "Pipe"]}')
    model = Model("bad", tmp_path / "bad", "Pipe")
    with pytest.raises(BadFileError, match=r"“bad” is not loaded: .*never run"):
        list(running_worker.request(asking(model, 1), NEVER))


def test_too_little_memory_is_one_sentence_before_anything_is_loaded(
    tiny: Tiny, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "room", lambda _: memory.Room(300 * 1024**2))
    monkeypatch.setattr(loader, "read", lambda *_: pytest.fail("it was loaded"))
    monkeypatch.setattr(worker, "read", lambda *_: pytest.fail("it was loaded"))
    with pytest.raises(LimitError, match=r"“wan-flf” needs 0\.\d GiB of memory and 0\.3 GiB are free"):
        worker.make(tiny("wan-flf"), Means(), Job("video", (hills(), sea()), 9), lambda *_: None)


def test_running_out_of_memory_is_one_sentence_too() -> None:
    class Idle:
        freed = False

        def maybe_free_model_hooks(self) -> None:
            self.freed = True

    idle = Idle()
    with pytest.raises(LimitError, match="“large” ran out of memory"), running.at_work(idle, "large"):
        raise RuntimeError(
            "[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried to allocate 9e12"
        )
    assert idle.freed


def test_what_is_not_memory_stays_what_it_is() -> None:
    class Idle:
        def maybe_free_model_hooks(self) -> None: ...

    with pytest.raises(RuntimeError, match="shapes"), running.at_work(Idle(), "large"):
        raise RuntimeError("shapes differ")


def test_what_is_told_before_a_failure_is_heard() -> None:
    def work(tell: Any) -> Message:
        tell("Working", 1, 2)
        raise LimitError("No more.")

    answers = running.telling(work, NEVER)
    assert next(answers).header == {"what": "Working", "done": 1, "total": 2}
    with pytest.raises(LimitError, match="No more"):
        next(answers)
