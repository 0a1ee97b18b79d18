"""Technical terms of a draft: listed ones, words with a technical stem, abbreviations in capitals, and formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache

from ...files.datafile import read_data_file
from ...models.frozen_model import FrozenModel
from ..draft import Draft
from ..identifiers.identifier_forms import LINK
from ..wording.draft_words import is_code
from ..wording.wording import FOLDER
from ..wording.words import words_of
from .rules import Span
from .stretches import Stretches

_CAPITALS = re.compile(r"(?<![\w.@/-])[A-ZÄÖÜÅÆØ]{3,6}\d?(?![\w@/]|-\d|\.\w)")
"""An abbreviation: it may close in one digit (WPA2), while an order number has more of them."""
_ELEMENT = "(?:Cl|Na|Mg|Ca|Fe|Cu|Zn|Al|Si|Pb|Ag|Hg|Cr|Mn|Ni|[HCNOSPKF])"
_FORMULA = re.compile(rf"(?<![\w.@/-])(?=[A-Za-z]{{0,6}}\d)(?:{_ELEMENT}\d{{0,2}}){{2,8}}(?![\w@/-]|\.\w)")
"""A chemical formula with a figure in it: H2S, CaCO3."""
_SHORTEST_STEM = 5
_LINE = re.compile(r"[^\n]+")

_Term = tuple[Span, str, str]
"""Where a term stands, the term, and the word that the reader has to know for it."""


class TechnicalWords(FrozenModel):
    """What makes a word technical: `wording/technical.yaml`.

    Attributes:
        stems: wherever in a word they stand.
        words: words of their own.
        known_capitals: abbreviations that everybody knows.
        stressed: words that are put in capitals for emphasis.
    """

    stems: tuple[str, ...]
    words: frozenset[str]
    known_capitals: frozenset[str]
    stressed: frozenset[str]

    @cached_property
    def _stem(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, self.stems)))

    def holds(self, form: str) -> bool:
        """Return whether a word is technical."""
        return form in self.words or (len(form) >= _SHORTEST_STEM and self._stem.search(form) is not None)


@lru_cache
def load_technical_words() -> TechnicalWords:
    """Return what makes a word technical, in all languages."""
    return read_data_file(FOLDER / "technical.yaml").into(TechnicalWords)


def is_technical(sentence: str) -> bool:
    """Return whether a sentence holds a technical word, an abbreviation, a formula, or a word such as `pageSize`."""
    known = load_technical_words()
    signs = (match[0].lower() for pattern in (_CAPITALS, _FORMULA) for match in pattern.finditer(sentence))
    named = any(sign not in known.known_capitals | known.stressed for sign in signs)
    return named or is_code(sentence) or any(map(known.holds, words_of(sentence).forms))


def terms_in(draft: Draft) -> dict[Span, str]:
    """Return the technical terms of a draft that neither message nor facts hold: place → the term in lower case."""
    taken = {at for match in LINK.finditer(draft.text) for at in range(*match.span())}
    found: dict[Span, str] = {}
    for (start, end), term, first in (*_listed(draft), *_by_stem(draft), *_abbreviations(draft)):
        if start not in taken and not draft.knows(first):
            found[start, end] = term
            taken.update(range(start, end))
    return dict(sorted(found.items()))


def _listed(draft: Draft) -> Iterator[_Term]:
    for hit in draft.hits["jargon"]:
        yield (hit.start, hit.end), draft.text[hit.start : hit.end].lower(), draft.words.forms[hit.words[0]]


def _by_stem(draft: Draft) -> Iterator[_Term]:
    technical = load_technical_words()
    known = {form for form in draft.words.among if technical.holds(form)}
    if known:
        yield from ((word[1:], word.form, word.form) for word in draft.words if word.form in known)


def _abbreviations(draft: Draft) -> Iterator[_Term]:
    """Yield abbreviations and formulas: a signature names firms, and a line in capitals is a heading or shouted."""
    known = load_technical_words()
    plain = known.known_capitals | known.stressed
    shouted = Stretches(match.span() for match in _LINE.finditer(draft.text) if match[0].isupper())
    found = (match for pattern in (_CAPITALS, _FORMULA) for match in pattern.finditer(draft.text, *draft.body))
    for match in found:
        term = match[0].lower()
        if term not in plain and not shouted.meets(match.span()):
            yield match.span(), term, term
