"""The errors a person may see: one clear sentence each, saying what, where and what to do."""

from __future__ import annotations


class StudioError(Exception):
    """Something the user can understand and act on.

    `str(error)` is one sentence for the user; `details` holds what an expert may want to see
    (the output of a tool, a traceback) and is shown only when asked for.
    """

    def __init__(self, sentence: str, details: str = "") -> None:
        super().__init__(sentence)
        self.details = details


class BadFileError(StudioError):
    """A file from the user cannot be read: broken, hostile, encrypted or of an unknown kind."""


class NewerFileError(BadFileError):
    """A lecture of a newer version of this program: it can be looked at, as far as it is understood."""


class NoMatchError(BadFileError):
    """A file that can be read and belongs to something else: its pages are not those of the slides at hand."""


class MissingToolError(StudioError):
    """Something outside the program is not installed (LibreOffice, a voice, an encoder)."""


class WorkerError(StudioError):
    """A child process crashed, hung or used more than its limit."""


class LimitError(WorkerError):
    """A child process needed more time or memory than it may have."""


class LostEntryError(StudioError):
    """A kept result turned out to be damaged or gone; the work that made it has to be done again."""


class OutputError(StudioError):
    """The result cannot be written where the user asked for it."""


class EditError(StudioError):
    """A change of the lecture that cannot be made as asked."""


class LockedError(StudioError):
    """Another window is writing this lecture; here it can only be read."""


class Cancelled(Exception):  # noqa: N818 - an outcome, not an error
    """The user stopped the work; raised at the next safe point, never shown as an error."""
