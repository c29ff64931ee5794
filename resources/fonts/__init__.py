"""Which fonts stand in for which, as data."""
