"""Runs of letters of any alphabet: what most of the package calls a word."""

from __future__ import annotations

import re

LETTER_RUN = re.compile(r"[^\W\d_]+")
"""`re` has no class for letters: these are the characters of words without digits and underscores."""
