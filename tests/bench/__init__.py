"""Measures how fast a lecture is exported, against other programs and against what can be had at best."""
