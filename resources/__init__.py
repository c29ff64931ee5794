"""Data of the program: icons, profiles, translations, sample lessons; read with importlib.resources."""
