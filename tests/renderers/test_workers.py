"""Workers as the program depends on them: they answer, they die when told, they stain nothing."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from renderers.messages import Message
from renderers.workers import Worker
from studio.errors import BadFileError, Cancelled, WorkerError
from studio.progress import CancelToken
from tests.patience import SOON_S

needs_pidfd = pytest.mark.skipif(
    not hasattr(os, "pidfd_open"), reason="watching foreign processes needs Linux"
)


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker("check", limit_s=30) as made:
        yield made


def ask(worker: Worker, do: str, cancel: CancelToken | None = None, limit_s: float | None = None) -> Message:
    (answer,) = worker.request(Message({"do": do}), cancel or CancelToken(), limit_s)
    return answer


def ends_soon(descriptor: int) -> bool:
    """Whether the process behind a pidfd ends within five seconds."""
    with os.fdopen(descriptor):
        return bool(select.select([descriptor], [], [], 5)[0])


def test_a_worker_answers_with_what_it_was_given_however_much_is_printed(worker: Worker) -> None:
    blobs = (b"", bytes(range(256)) * 5000)
    for text in ("one", "二"):
        (answer,) = worker.request(Message({"do": "echo", "text": text}, blobs), CancelToken())
        assert answer.header["text"] == text
        assert answer.blobs == blobs


def test_no_process_is_started_for_what_is_cancelled_already(worker: Worker) -> None:
    cancelled = CancelToken()
    cancelled.cancel()
    with pytest.raises(Cancelled):
        ask(worker, "echo", cancelled)
    assert worker.child == 0


def test_one_process_serves_many_requests(worker: Worker) -> None:
    assert len({ask(worker, "echo").header["pid"] for _ in range(5)}) == 1


def test_nothing_a_worker_prints_reaches_our_output(
    capfd: pytest.CaptureFixture[str], worker: Worker
) -> None:
    ask(worker, "echo")
    assert capfd.readouterr() == ("", "")


def test_a_crash_is_one_sentence_with_the_last_words_as_details(worker: Worker) -> None:
    with pytest.raises(WorkerError, match=r"^The check worker stopped unexpectedly; try again\.$") as caught:
        ask(worker, "crash")
    assert "what a library says before it crashes" in caught.value.details
    assert ask(worker, "echo").header["pid"]  # the next request gets a fresh worker


def test_an_error_for_the_user_arrives_as_it_was_raised_and_the_worker_stays(worker: Worker) -> None:
    before = ask(worker, "echo").header["pid"]
    with pytest.raises(BadFileError, match=r"“a\.wav” cannot be read") as caught:
        ask(worker, "refuse")
    assert caught.value.details == "details"
    assert ask(worker, "echo").header["pid"] == before


def test_whatever_a_library_throws_is_one_sentence(worker: Worker) -> None:
    with pytest.raises(
        WorkerError, match=r"^The step “nonsense” failed \(ValueError\); see the details\.$"
    ) as caught:
        ask(worker, "nonsense")
    assert "nothing known under" in caught.value.details


def test_cancelling_takes_effect_soon(worker: Worker) -> None:
    ask(worker, "echo")
    cancel, asked = CancelToken(), 0.0

    def press() -> None:
        nonlocal asked
        asked = time.monotonic()
        cancel.cancel()

    timer = threading.Timer(0.2, press)
    timer.start()
    with pytest.raises(Cancelled):
        ask(worker, "hang", cancel)
    assert time.monotonic() - asked < SOON_S
    timer.join()


@pytest.fixture
def patient() -> Iterator[Worker]:
    with Worker("check", limit_s=30, grace_s=10) as made:
        yield made


def test_a_worker_that_ends_when_told_is_kept_and_what_it_says_last_is_heard(patient: Worker) -> None:
    before = ask(patient, "echo").header["pid"]
    cancel, heard = CancelToken(), list[Message]()
    answers = patient.request(Message({"do": "obey"}), cancel)
    next(answers)
    cancel.cancel()
    with pytest.raises(Cancelled):
        heard.extend(answers)
    assert heard[-1].header == {"told": True}
    assert ask(patient, "echo").header["pid"] == before


def test_an_abandoned_request_is_ended_the_same_way(patient: Worker) -> None:
    answers = patient.request(Message({"do": "obey"}), CancelToken())
    before = next(answers).header["pid"]
    answers.close()
    assert ask(patient, "echo").header["pid"] == before


def test_a_worker_that_does_not_listen_is_killed_after_its_grace() -> None:
    with Worker("check", limit_s=30, grace_s=0.5) as deaf:
        before, cancel = ask(deaf, "echo").header["pid"], CancelToken()
        timer = threading.Timer(0.2, cancel.cancel)
        started = time.monotonic()
        timer.start()
        with pytest.raises(Cancelled):
            ask(deaf, "hang", cancel)
        assert 0.6 < time.monotonic() - started < SOON_S
        assert ask(deaf, "echo").header["pid"] != before
        timer.join()


def test_a_cancel_that_comes_too_late_does_not_touch_the_next_request(patient: Worker) -> None:
    cancel = CancelToken()
    answers = patient.request(Message({"do": "echo"}), cancel)
    next(answers)
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(answers)
    for _ in range(3):
        assert next(patient.request(Message({"do": "obey"}), CancelToken())).header["pid"]


def test_a_second_request_waits_for_its_turn_and_can_be_cancelled_while_it_waits(patient: Worker) -> None:
    first = patient.request(Message({"do": "obey"}), CancelToken())
    next(first)
    cancel, answers = CancelToken(), list[Message]()
    second = threading.Thread(target=lambda: answers.append(ask(patient, "echo")))
    second.start()
    cancel.cancel()
    with pytest.raises(Cancelled):
        ask(patient, "echo", cancel)
    assert not answers
    first.close()
    second.join()
    assert answers


def test_a_request_can_be_put_into_words_for_the_child_that_reads_it(patient: Worker) -> None:
    def number(child: int) -> Message:
        return Message({"do": "echo", "child": child})

    seen = [next(patient.request(number, CancelToken())).header["child"] for _ in range(2)]
    patient.close()
    seen.append(next(patient.request(number, CancelToken())).header["child"])
    assert seen == [1, 1, 2]


def test_a_request_over_its_limit_is_ended(worker: Worker) -> None:
    ask(worker, "echo")
    started = time.monotonic()
    with pytest.raises(WorkerError, match="longer than 1 seconds"):
        ask(worker, "hang", limit_s=1)
    assert 1 <= time.monotonic() - started < SOON_S


@needs_pidfd
def test_no_child_of_a_worker_outlives_it(worker: Worker) -> None:
    answers = worker.request(Message({"do": "children"}), CancelToken())
    child = os.pidfd_open(next(answers).header["child"])
    answers.close()  # who asked lost interest
    assert ends_soon(child)


@needs_pidfd
@pytest.mark.parametrize("end", ["return", "kill"])
def test_workers_and_their_children_end_with_the_program(end: str) -> None:
    program = (
        "import sys, threading\n"
        "from renderers.messages import Message\n"
        "from renderers.workers import Worker\n"
        "from studio.progress import CancelToken\n"
        "answer = next(answers := Worker('check').request(Message({'do': 'children'}), CancelToken()))\n"
        "print(answer.header['pid'], answer.header['child'], flush=True)\n"
        "sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        descriptors = [os.pidfd_open(int(pid)) for pid in parent.stdout.readline().split()]
        if end == "kill":
            parent.send_signal(signal.SIGKILL)
        parent.communicate("")
    ended = [ends_soon(descriptor) for descriptor in descriptors]
    assert ended == [True, True]


def test_a_program_that_closes_its_worker_in_the_middle_of_a_request_is_not_held_up(worker: Worker) -> None:
    ask(worker, "echo")
    answers = worker.request(Message({"do": "hang"}, (bytes(10**7),)), CancelToken())
    timer = threading.Timer(0.2, lambda: worker.close())
    timer.start()
    with pytest.raises(WorkerError):
        next(answers)
    timer.join()


@pytest.mark.skipif(os.name == "nt", reason="address space can be bounded on POSIX systems only")
def test_memory_can_be_bounded() -> None:
    with Worker("check", memory=2**29) as small:
        assert ask(small, "echo").header["pid"]
        with pytest.raises(WorkerError, match="stopped unexpectedly"):
            list(small.request(Message({"do": "echo"}, (bytes(2**29),)), CancelToken()))
