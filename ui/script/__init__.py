"""The script of the current scene: a real text field whose sentences can be heard one by one."""

from __future__ import annotations

from ui.script.pane import ScriptPane

__all__ = ["ScriptPane"]
