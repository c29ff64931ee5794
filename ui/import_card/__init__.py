"""The card after an import: what came, the one choice for slides without notes, notes that look private."""

from __future__ import annotations

from ui.import_card.card import ImportCard

__all__ = ["ImportCard"]
