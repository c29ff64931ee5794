"""Slides as stacks of objects with transparency: what levels 3 to 5 move, reshape and draw.

`stack` is the value; the modules beside it make one from what a slide is: shapes of a deck, cards, pictures.
"""
