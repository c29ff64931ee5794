"""The language of the window: what is installed, words for codes, and sentences told elsewhere in English."""
