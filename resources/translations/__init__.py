"""Translations of the editor: .ts files for translators, .qm files for the program, the table of sentences."""
