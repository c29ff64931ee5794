"""The workshop of a command or a process of the editor: the user's cache and asset store, with a cancel token."""

from __future__ import annotations

import tempfile

from renderers import allocating
from renderers.cache import DEFAULT_CAP, Cache
from renderers.workshop import Workshop
from studio.assets import AssetStore
from studio.errors import OutputError
from studio.progress import CancelToken
from studio.settings import assets_folder, cache_folder, cache_limit


def workshop(cancel: CancelToken) -> Workshop:
    """A workshop in the user's cache folder; close it to end its workers."""
    allocating.settle()
    folder = cache_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise OutputError(
            f"The folder “{folder}” for kept results cannot be written to ({error.strerror}); "
            "set LECTURE_STUDIO_CACHE to another one."
        ) from error
    return Workshop(stores()[0], AssetStore(assets_folder()), cancel)


def stores() -> tuple[Cache, ...]:
    """What is kept in the user's cache folder: results of steps within the cap, and unpacked fonts of decks."""
    folder = cache_folder()
    return Cache(folder / "steps", cache_limit() or DEFAULT_CAP), Cache(folder / "fonts")
