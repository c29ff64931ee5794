"""Lectures as files: import, open, save, and what keeps unsaved work safe."""

from __future__ import annotations

from ui.documents.documents import Documents
from ui.documents.leaving import Leaving

__all__ = ["Documents", "Leaving"]
