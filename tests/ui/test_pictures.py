"""Pictures arrive beside the main thread; what was lost comes back as soon as it is made again."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from studio.errors import LostEntryError, WorkerError
from studio.progress import CancelToken
from tests.fakes import lecture, slide
from tests.ui.laid_out import records
from ui import pictures as module
from ui.hub import Hub
from ui.pictures import Pictures


def grey(key: str, width: int, height: int, cancel: CancelToken) -> bytes:
    """A page of one grey."""
    return bytes([90, 90, 90, 255]) * (width * height)


def test_a_picture_that_was_asked_for_arrives_at_its_size_and_stays(qtbot: QtBot) -> None:
    pictures = Pictures(grey)
    with qtbot.waitSignal(pictures.arrived) as told:
        assert pictures.image("page", 16, 9) is None
    assert told.args == ["page"]
    image = pictures.image("page", 16, 9)
    assert image is not None
    assert (image.width(), image.height(), image.pixelColor(3, 3).red()) == (16, 9, 90)
    assert pictures.nearest("page", 300) is image
    assert pictures.nearest("other", 300) is None
    pictures.close()


def test_only_so_much_is_kept_and_what_was_seen_last_stays_longest(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 2 * 16 * 9 * 4)
    pictures = Pictures(grey)
    for key in ("a", "b"):
        with qtbot.waitSignal(pictures.arrived):
            pictures.image(key, 16, 9)
    assert pictures.image("a", 16, 9) is not None
    with qtbot.waitSignal(pictures.arrived):
        pictures.image("c", 16, 9)
    assert [pictures.nearest(key, 16) is not None for key in "abc"] == [True, False, True]
    pictures.close()


@pytest.mark.parametrize("error", [WorkerError("It stopped; try again."), ValueError("a mistake of ours")])
def test_one_page_that_cannot_be_drawn_keeps_no_other_from_coming(qtbot: QtBot, error: Exception) -> None:
    asked: list[str] = []

    def draw(key: str, width: int, height: int, cancel: CancelToken) -> bytes:
        asked.append(key)
        if key == "bad":
            raise error
        return grey(key, width, height, cancel)

    pictures = Pictures(draw)
    pictures.image("bad", 16, 9)
    qtbot.waitUntil(lambda: asked == ["bad"])
    with qtbot.waitSignal(pictures.arrived):
        pictures.image("good", 16, 9)
    assert pictures.image("bad", 16, 9) is None
    with qtbot.waitSignal(pictures.arrived):
        pictures.image("another", 16, 9)
    assert asked == ["bad", "good", "another"]
    pictures.close()


def test_a_page_that_is_lost_from_the_cache_is_made_again_and_shown(hub: Hub, qtbot: QtBot) -> None:
    there: set[str] = set()

    def draw(key: str, width: int, height: int, cancel: CancelToken) -> bytes:
        if key not in there:
            raise LostEntryError("It is gone; run the export again.")
        return grey(key, width, height, cancel)

    pictures = Pictures(draw)
    hub.workbench.made.connect(pictures.try_again)
    pictures.lost.connect(hub.workbench.lose)
    made = lecture(slide(1))
    found = records(made)
    (page,) = (key for key, record in found.items() if record == {"digest": key})
    hub.workbench.feed(found)
    pictures.image(page, 16, 9)
    qtbot.waitUntil(lambda: page not in hub.workbench.records)
    assert pictures.image(page, 16, 9) is None
    there.add(page)
    hub.workbench.feed({page: found[page]})
    with qtbot.waitSignal(pictures.arrived):
        pictures.image(page, 16, 9)
    pictures.close()
