"""The walk: the editor used by mouse and keyboard on a real (virtual) display."""
