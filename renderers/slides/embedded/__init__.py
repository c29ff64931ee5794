"""The fonts that a deck brings with it: unpacked, checked, renamed, and lent to the painters for that deck only."""
