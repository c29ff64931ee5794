"""A sound server that goes away is noticed before anything is opened on it."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from ui.playback.sound_server import SoundServer, socket_path


def listening(path: Path) -> socket.socket:
    """A server at a path."""
    ear = socket.socket(socket.AF_UNIX)
    ear.bind(str(path))
    ear.listen()
    return ear


def test_a_server_that_stays_is_there(tmp_path: Path) -> None:
    with listening(tmp_path / "native"):
        server = SoundServer(tmp_path / "native")
        assert not server.is_gone


def test_a_server_that_ends_is_gone_and_so_is_one_that_was_started_anew(tmp_path: Path) -> None:
    path = tmp_path / "native"
    with listening(path):
        server = SoundServer(path)
    assert server.is_gone
    path.rename(tmp_path / "old")  # its place on the disk is not given to the next one
    with listening(path):
        assert server.is_gone


def test_where_there_was_no_server_none_is_missed(tmp_path: Path) -> None:
    assert not SoundServer(None).is_gone
    assert not SoundServer(tmp_path / "native").is_gone


@pytest.mark.parametrize(
    ("environment", "path"),
    [
        ({"PULSE_SERVER": "unix:/run/sound", "XDG_RUNTIME_DIR": "/run/user/1"}, "/run/sound"),
        ({"PULSE_SERVER": "tcp:far.example"}, None),
        ({"XDG_RUNTIME_DIR": "/run/user/1"}, "/run/user/1/pulse/native"),
        ({"HOME": "/nowhere"}, None),
    ],
)
def test_the_server_is_looked_for_where_it_listens(environment: dict[str, str], path: str | None) -> None:
    assert socket_path(environment) == (None if path is None else Path(path))
