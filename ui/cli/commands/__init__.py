"""The commands of the command line, one a module: `options` says what it takes, `run` does it."""
