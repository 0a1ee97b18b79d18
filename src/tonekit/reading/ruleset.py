"""Which data reading depends on, as one hash."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .. import languages as language_data
from ..fingerprint import fingerprint
from .alert_words import ALERT_WORDS
from .word_table import WORDS


def reading_hash(packs: Path, languages: Iterable[str], weights: Path) -> str:
    """Return the hash over packs, cue list, emoji, shapes, rules, words and weights."""
    shared = Path(language_data.__file__).parent
    own = [path for code in languages for path in (packs / code).iterdir() if path.suffix in (".yaml", ".tsv")]
    rules = [*shared.glob("*.yaml"), *shared.glob("*.tsv"), *Path(__file__).parent.glob("*.yaml")]
    return fingerprint([*own, *rules, WORDS, ALERT_WORDS, weights])
