"""Whether a window can be shown here; Qt itself only aborts where it cannot."""

from __future__ import annotations

import ctypes
import os
import sys

_SENTENCE = (
    "The editor needs a screen and there is none here; start it on a desktop, or use the commands that"
    " lecture-studio --help lists."
)


def missing() -> str:
    """One sentence where no window can be shown; "" where one can, as far as can be told."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    if os.environ.get("WAYLAND_DISPLAY"):
        return ""
    return "" if os.environ.get("DISPLAY") and _answers() else _SENTENCE


def _answers() -> bool:
    """Whether the X server that DISPLAY names lets us in (https://xcb.freedesktop.org/PublicApi/)."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Qt will say what it lacks
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    try:
        return xcb.xcb_connection_has_error(connection) == 0
    finally:
        xcb.xcb_disconnect(connection)
