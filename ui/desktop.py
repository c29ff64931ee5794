"""What the desktop does for us: open a file with its program, show it in its folder."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from pathlib import Path

_MANAGER = "org.freedesktop.FileManager1"


def open_file(path: Path) -> None:
    """Open a file or a folder with the program that the user chose for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_in_folder(path: Path) -> None:
    """Show a file in its folder, marked where the file manager can do that."""
    if sys.platform == "darwin":
        QProcess.startDetached("open", ["-R", str(path)])
    elif sys.platform == "win32":
        QProcess.startDetached("explorer", [f"/select,{path}"])
    elif not _asked_manager(path):
        open_file(path.parent)


def _asked_manager(path: Path) -> bool:
    """Ask the file manager of a freedesktop.org desktop (File Manager D-Bus Interface); False: there is none."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    call = QDBusMessage.createMethodCall(_MANAGER, "/org/freedesktop/FileManager1", _MANAGER, "ShowItems")
    address = QUrl.fromLocalFile(str(path)).toEncoded().toStdString()
    call.setArguments([[address], ""])
    watcher = QDBusPendingCallWatcher(bus.asyncCall(call))
    _watchers.append(watcher)

    def answered() -> None:
        _watchers.remove(watcher)
        if watcher.isError():
            open_file(path.parent)

    watcher.finished.connect(answered)
    return True


_watchers: list[object] = []
"""Calls that are not yet answered; they would be dropped with their watchers."""
