"""Conditions that people write in YAML: their grammar, how they are read and asked, what they look at."""
