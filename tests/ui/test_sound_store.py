"""A sound that cannot be read keeps no other from being heard."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.playback.sound_store import SoundStore


def test_a_mistake_over_one_sound_does_not_silence_the_next(qtbot: QtBot) -> None:
    def read(key: str) -> bytes:
        if key == "broken":
            raise ValueError(key)
        return b"\x01\x02"

    store = SoundStore(read)
    store.want(["broken", "whole"])
    qtbot.waitUntil(lambda: store.has(["broken", "whole"]))
    assert store.find("broken") is None
    assert store.find("whole") == b"\x01\x02"
    store.close()
