"""Where the bytes of a lecture live while it is open: a folder of files named by their content."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from pathlib import Path

from studio.lecture import Asset

_DIGEST = re.compile(r"[0-9a-f]{64}")


class AssetStore:
    """A folder of content-addressed files. Writing is atomic; the same bytes are stored once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def add(self, data: bytes, name: str, media_type: str) -> Asset:
        """Keep `data` and return the asset that names it."""
        digest = hashlib.sha256(data).hexdigest()
        path = self.path(digest)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=path.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                Path(temporary).replace(path)
            except BaseException:
                Path(temporary).unlink(missing_ok=True)
                raise
        return Asset(digest, name, media_type, len(data))

    def path(self, digest: str) -> Path:
        """Where the bytes with that digest stand (whether or not they are there).

        Raises ValueError for what is no digest: a hostile lecture could name any file of the reader's.
        """
        if not _DIGEST.fullmatch(digest):
            raise ValueError(f"not a SHA-256 digest: {digest!r}")
        return self.folder / digest[:2] / digest

    def __contains__(self, digest: str) -> bool:
        return self.path(digest).exists()

    def read(self, digest: str) -> bytes:
        """The bytes with that digest; FileNotFoundError if the store lacks them."""
        return self.path(digest).read_bytes()
