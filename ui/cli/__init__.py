"""The command line: what the program can be asked without showing a window."""
