"""Shortcuts as values: which action has one already, and what is left when it is taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.actions import Entry
    from ui.settings import Settings


def holder(entries: Sequence[Entry], keys: QKeySequence, but: Entry) -> Entry | None:
    """The other action that has a shortcut; None where it is free."""
    if keys.isEmpty():
        return None
    return next((entry for entry in entries if entry is not but and keys in entry.action.shortcuts()), None)


def give(settings: Settings, entry: Entry, keys: QKeySequence, before: Entry | None) -> None:
    """Give an action a shortcut; `before`, which had it, keeps another one of its own if it has one."""
    if before is not None:
        others = [other for other in before.action.shortcuts() if other != keys]
        settings.set_shortcut(before.name, portable(others[0]) if others else "")
    chosen = portable(keys)
    settings.set_shortcut(entry.name, None if entry.own_keys == (chosen,) else chosen)


def reset(settings: Settings, entries: Sequence[Entry], entry: Entry) -> None:
    """The program's own shortcuts for an action again; whoever has taken one of them gives it back."""
    settings.set_shortcut(entry.name, None)
    for keys in entry.own_keys:
        taker = holder(entries, QKeySequence(keys), entry)
        if taker is not None:
            others = [other for other in taker.action.shortcuts() if other != QKeySequence(keys)]
            settings.set_shortcut(taker.name, portable(others[0]) if others else "")


def portable(keys: QKeySequence) -> str:
    """A shortcut as settings keep it: the same on every system."""
    return keys.toString(QKeySequence.SequenceFormat.PortableText)


def shown(entry: Entry) -> str:
    """An action's shortcuts as this system writes them."""
    keys = (key.toString(QKeySequence.SequenceFormat.NativeText) for key in entry.action.shortcuts())
    return ", ".join(keys)
