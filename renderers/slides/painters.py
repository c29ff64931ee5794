"""Which program turns decks into pages on this machine: PowerPoint itself, else LibreOffice, else none."""

from __future__ import annotations

from renderers.slides import libreoffice, powerpoint


def version() -> str:
    """The one that is used, with its version; "" where slides are drawn by the built-in painter."""
    return powerpoint.version() or libreoffice.version()


def unavailable() -> str | None:
    """Why neither can draw, in a sentence, or None."""
    return None if powerpoint.version() else libreoffice.unavailable()


def told() -> str:
    """Who draws the slides, in a sentence."""
    if powerpoint.version():
        return "PowerPoint draws them."
    return libreoffice.unavailable() or "LibreOffice draws them."


def why() -> str:
    """Which one is used, and why that one, for experts."""
    if powerpoint.version():
        return "PowerPoint, which is installed, draws slides exactly (not tried with this version of it)"
    missing = libreoffice.unavailable()
    if missing is None:
        return f"LibreOffice draws slides exactly ({libreoffice.executable()}); there is no PowerPoint to ask"
    return f"{missing} They are close to PowerPoint's; install LibreOffice Impress for exact ones."
