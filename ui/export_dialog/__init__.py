"""The dialog in which a video is ordered."""

from ui.export_dialog.dialog import ExportDialog

__all__ = ["ExportDialog"]
