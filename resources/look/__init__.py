"""The editor's style sheet: a template whose $names are the colours of `ui.colours` and a few lengths."""
