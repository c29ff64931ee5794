"""What a person sets once, for all lectures; a page a subject. Everything applies at once."""

from ui.preferences.dialog import PreferencesDialog

__all__ = ["PreferencesDialog"]
