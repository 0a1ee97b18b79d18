"""VADER's rules on our tokens, with the lexicon of each language."""
