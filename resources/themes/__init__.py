"""How cards look: one theme a file."""
