"""Exchange a guide's lexicon with other programs, and tell what is missing in it."""
