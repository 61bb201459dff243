"""The nouns and rules that every room shares; no input or output here."""
