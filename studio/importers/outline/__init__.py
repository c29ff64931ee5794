"""Lectures that start from text: an outline becomes cards (heading and points) with words to speak.

Every format is a module that turns its file into the same `blocks`; `arrange`, `content` and `build` make
scenes of them.
"""
