"""The editor's style sheet: a template whose $names are the colours of `ui.look.colours` and a few lengths."""
