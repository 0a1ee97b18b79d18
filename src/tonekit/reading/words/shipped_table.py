"""The tables of words that tonekit ships, as one: what a message says is looked up once for verdicts and alerts."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import get_args

from ...stated_facts import AlertKind
from .word_table import WordTable

ALERT_WORDS = Path(__file__).parents[1] / "alerts" / "alert_words.tsv"
ALERT = "alert"
_LEFT_TO_PHRASES = frozenset({"second_contact", "third_contact"})
"""Kinds that are counted, not told."""
LEARNED = tuple(kind for kind in get_args(AlertKind) if kind not in _LEFT_TO_PHRASES)
"""The kinds of alerts that words tell, in the order of the columns."""


@cache
def shipped_table() -> WordTable:
    """Return what words say for the labels of verdicts, and before that for the kinds of alerts.

    Raises:
        DataFileError: one of the two tables is not valid; said when it is first read.
    """
    return WordTable(before=WordTable(ALERT_WORDS, {ALERT: LEARNED}))
