"""`lecture-studio cache`: what is kept so that nothing is made twice, and how to be rid of it."""

from __future__ import annotations

import argparse
from datetime import datetime
from typing import TYPE_CHECKING

from studio.errors import OutputError
from studio.progress import CancelToken
from ui.cli.console import Console

if TYPE_CHECKING:
    from renderers.cache import Cache

_VARIABLE = "LECTURE_STUDIO_CACHE_LIMIT"
_UNITS = ("bytes", "kB", "MB", "GB", "TB")


def options(command: argparse.ArgumentParser) -> None:
    """The options of `cache`."""
    group = command.add_mutually_exclusive_group()
    group.add_argument(
        "--clear", action="store_true", help="delete all of it; it is made again when it is needed"
    )
    group.add_argument(
        "--limit", action="store_true", help="say how large it may grow and how that is changed"
    )
    command.add_argument("--json", action="store_true", help="one event a line on standard output")


def run(asked: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    """Show, clear or explain."""
    from renderers.workplace import stores

    kept = stores()
    if asked.clear:
        _clear(kept, console)
    elif asked.limit:
        _explain(kept[0].cap, console)
    else:
        _show(kept, console)
    return 0


def _show(kept: tuple[Cache, ...], console: Console) -> None:
    used = [store.usage() for store in kept]
    shares = [share for usage in used for share in usage.shares]
    total, cap = sum(usage.size for usage in used), kept[0].cap
    first = min((usage.oldest for usage in used if usage.oldest is not None), default=None)
    last = max((usage.newest for usage in used if usage.newest is not None), default=None)
    console.event(
        "cache",
        folder=str(kept[0].folder.parent),
        size=total,
        cap=cap,
        kinds=[
            {"kind": share.kind or "other", "entries": share.entries, "size": share.size} for share in shares
        ],
        oldest_use=_iso(first),
        newest_use=_iso(last),
    )
    console.say(f"{kept[0].folder.parent}: {_size(total)} of {_size(cap)}")
    for share in sorted(shares, key=lambda share: -share.size):
        console.say(f"  {share.kind or 'other':<16} {_size(share.size):>10}  {share.entries:>7} entries")
    if first is not None and last is not None:
        console.say(f"  used last: the oldest {_day(first)}, the newest {_day(last)}")


def _clear(kept: tuple[Cache, ...], console: Console) -> None:
    folder = kept[0].folder.parent
    try:
        freed = sum(store.clear() for store in kept)
    except OSError as error:
        raise OutputError(
            f"“{folder}” cannot be cleared ({error.strerror or error}); check its permissions."
        ) from error
    console.event("cleared", folder=str(folder), freed=freed)
    console.say(
        f"{folder}: {_size(freed)} freed. The next export of each lecture takes as long as the first."
    )


def _explain(cap: int, console: Console) -> None:
    console.event("limit", cap=cap, variable=_VARIABLE)
    console.say(
        f"At most {_size(cap)} ({cap} bytes) are kept; what was not used for the longest time goes first."
    )
    console.say(f"Set {_VARIABLE} to a number of bytes to change that, for one command or for good;")
    console.say("the editor has its own choice under Preferences, Cache.")


def _size(number: float) -> str:
    for unit in _UNITS[:-1]:
        if number < 1000:
            return f"{number:.0f} {unit}" if unit == "bytes" else f"{number:.1f} {unit}"
        number /= 1000
    return f"{number:.1f} {_UNITS[-1]}"


def _iso(moment: float | None) -> str | None:
    return (
        None if moment is None else datetime.fromtimestamp(moment).astimezone().isoformat(timespec="seconds")
    )


def _day(moment: float) -> str:
    return datetime.fromtimestamp(moment).astimezone().strftime("%Y-%m-%d %H:%M")
