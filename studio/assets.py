"""Where the bytes of a lecture live while it is open: a folder of files named by their content."""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from pathlib import Path

from studio.errors import OutputError
from studio.lecture import Asset
from studio.whole_file import whole_file

_DIGEST = re.compile(r"[0-9a-f]{64}")


class AssetStore:
    """A folder of content-addressed files. Writing is atomic; the same bytes are stored once.

    Whoever asks for an asset or adds it again keeps it young, so that `tidy` can tell what nobody needs.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def add(self, data: bytes, name: str, media_type: str) -> Asset:
        """Keep `data` and return the asset that names it; OutputError where there is no room for it.

        It is on the disk before it has its name: of an unsaved lecture's recording there is no other copy.
        """
        digest = hashlib.sha256(data).hexdigest()
        path = self.path(digest)
        try:
            if digest not in self or path.stat().st_size != len(data):
                path.parent.mkdir(parents=True, exist_ok=True)
                with whole_file(path, durable=True) as temporary:
                    temporary.write_bytes(data)
        except OSError as error:
            told = f"“{name}” could not be kept in “{self.folder}” ({error.strerror}); free some space."
            raise OutputError(told) from error
        return Asset(digest, name, media_type, len(data))

    def path(self, digest: str) -> Path:
        """Where the bytes with that digest stand (whether or not they are there).

        Raises ValueError for what is no digest: a hostile lecture could name any file of the reader's.
        """
        if not _DIGEST.fullmatch(digest):
            raise ValueError(f"not a SHA-256 digest: {digest!r}")
        return self.folder / digest[:2] / digest

    def __contains__(self, digest: str) -> bool:
        path = self.path(digest)
        try:
            os.utime(path)
        except FileNotFoundError:
            return False
        except OSError:  # somebody else's file: there, but it stays as old as it is
            return path.exists()
        return True

    def read(self, digest: str) -> bytes:
        """The bytes with that digest; FileNotFoundError if the store lacks them."""
        return self.path(digest).read_bytes()

    def tidy(self, needed: frozenset[str], before: float) -> int:
        """Remove what nobody asked for since `before` (seconds since 1970) and is not `needed`; the bytes freed.

        Other programs may use the folder meanwhile: a file is first set aside, then looked at once more, and
        put back if somebody asked for it in between.
        """
        freed = 0
        for path in self.folder.glob("??/*"):
            if not _DIGEST.fullmatch(path.stem) or path.name in needed:
                continue
            with suppress(OSError):
                if path.stat().st_mtime < before:
                    freed += _removed(path, before)
        return freed


def _removed(path: Path, before: float) -> int:
    aside = path.with_suffix(".old")  # one that a killed program left is set aside onto itself
    path.replace(aside)
    facts = aside.stat()
    if facts.st_mtime >= before:
        aside.replace(path)
        return 0
    aside.unlink()
    return facts.st_size
