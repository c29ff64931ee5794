"""The workshop of a command: the user's cache and asset store, with a cancel token."""

from __future__ import annotations

from renderers.cache import Cache
from renderers.workshop import Workshop
from studio.assets import AssetStore
from studio.progress import CancelToken
from studio.settings import cache_folder


def workshop(cancel: CancelToken) -> Workshop:
    """A workshop in the user's cache folder; close it to end its workers."""
    folder = cache_folder()
    return Workshop(Cache(folder / "steps"), AssetStore(folder / "assets"), cancel)
