"""How long tests wait for what a user sees at once: the machine may do ten other things meanwhile."""

SOON_S = 12.0
"""Seconds; far less than what was stopped would have gone on for."""
