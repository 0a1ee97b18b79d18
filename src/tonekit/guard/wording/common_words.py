"""The function words of a language: they tell nothing of what a text is about."""

from __future__ import annotations

from functools import lru_cache

from ...errors import UnknownNameError
from ...languages.loading import load_language_file


@lru_cache
def common_words(language: str) -> frozenset[str]:
    """Return the function words of a language; none where it has no pack."""
    try:
        return frozenset(load_language_file(language).function_words)
    except UnknownNameError:
        return frozenset()
