"""Slides -> pages: the painters, one a module, found through one table.

`libreoffice` draws a deck exactly, by way of PDF; `builtin` draws it with Qt where LibreOffice is missing.
"""
