"""The fonts that decks bring with them."""
