"""Is the draft as long, as structured and as easy to read as the profile asks?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..days.calendar import load_calendar
from ..draft import Draft
from ..identifiers.identifier_forms import LINK, may_have_link
from ..wording.claim_words import load_claim_words
from ..wording.figure_words import load_figure_words
from ..wording.wording import IN_ORDER
from ..wording.words import words_of
from .required_check import check_required
from .rules import Breach, Span

WORDS = {"short": 60, "medium": 120, "long": 220}
"""About how many words the profile means, as `style.yaml` puts it."""
_OVER = 2.2
"""A draft with this many times the words is too long. Facts take the space they need; shipped replies reach 1.3."""
_FEW = 8
"""A letter with fewer words, greeting and closing included, says hardly more than yes or no."""
_SHARES = {2: 5, 1: 10}
"""Facts that a letter leaves out → the share of the words that the profile means below which it is too short then."""
_LINK_WORDS = 40
"""Words that a link may have, which counts as one: of a draft with so many more its length is not counted again."""
_PARAGRAPH = 120
"""Words from which nobody reads a paragraph on a screen."""
_LONG_WORD = 6
"""A word with more letters is long, by the definition of LIX (Björnsson 1968)."""
_HARD = {"avoid": 65, "ordinary": 85, "technical": 95}
"""LIX of a single sentence, words plus percentage of long words, that is too hard by what the profile says of jargon.
A whole text is very difficult from 60 (Björnsson 1968); one sentence of it may well be above that."""
_STEP = 10
"""So much lower is that of a step: one action is short, and a sentence of 18 words in plain steps stays below 50."""
_LONGEST = 34
"""Words of a sentence that no beginner should be given, however short they are. Guides to plain language stop at 20 to
25; of 2,285 drafts all 60 that are hard on purpose and one good one are found, with 30 words and five commas seven."""
_LONGEST_ITEM = 40
"""Words of the sentence that opens an item of a list beyond which nobody follows it: of 3,964 good drafts none has one,
of those that are hard on purpose 13 have (measured 2026-12-01)."""
_NESTED = 6
"""Commas between words from which a sentence to a beginner is nested."""
_COMMA = re.compile(r",\s")
_MANY = 18
"""Words from which a sentence can be hard to read because of its length."""
_SHORT = 4 * _MANY
"""A sentence with fewer characters cannot have that many words."""
_STOP = re.compile(r"[.!?]\s|\n")
_ITEM = re.compile(
    r"^[ \t]*[*_(]{0,3}(?:(?:[^\W\d_]{3,10}\s)?\d{1,2}[.):]|[^\W\d_]{3,10}\s\d{1,2}\b|[a-h]\)"
    r"|\d\ufe0f?\u20e3|[-*•–→✓])[*_)]{0,3}\s+\S",
    re.MULTILINE,
)
"""A line of a list: "1.", "b)", "Step 2:", a dash."""
_INLINE = re.compile(r"(?<![\w.,])\(?(?P<number>[1-9])[.):]\)?\s")
"""A number in a sentence that counts steps: "1) open it, 2) close it"."""
_BETWEEN = re.compile(r"\n[ \t]*\n")
_FEWEST_STEPS = 2
_COUNTING = re.compile(
    r"(?:^|(?<=[.!?]\s))[ \t*_]{0,3}(?:[^\W\d_]{1,12} ){0,2}(?P<word>[^\W\d_]{2,16})[*_]{0,3}[:,)–-]", re.MULTILINE
)
_ENDINGS = ("", "s", "ly")
"""What turns "first" into "firstly", "ersten" into "erstens"."""
_FIRST, _SECOND = 1, 2


def check_measures(draft: Draft) -> Iterator[Breach]:
    """Yield where length, order or reading level is off."""
    yield from _length(draft)
    yield from _steps(draft)
    yield from _paragraphs(draft)
    yield from _sentences(draft)


def _length(draft: Draft) -> Iterator[Breach]:
    wanted, all_words = WORDS[draft.profile.length], len(draft.words)
    if not all_words:
        yield Breach("empty")
    elif all_words > _OVER * wanted and (count := draft.body_length) > _OVER * wanted:
        yield Breach("too-long", None, {"count": str(count), "wanted": str(wanted)})
    elif all_words < wanted // min(_SHARES.values()) + _LINK_WORDS and _is_curt(draft, count := _count(draft), wanted):
        yield Breach("too-short", None, {"count": str(count)})


def _is_curt(draft: Draft, count: int, wanted: int) -> bool:
    """Return whether a draft says next to nothing, or is short and leaves out what it has to say."""
    if count < _FEW or count >= wanted // min(_SHARES.values()):
        return count < _FEW
    lacking = sum(not each.taste for each in check_required(draft))
    return lacking > 0 and count < wanted // _SHARES[min(lacking, max(_SHARES))]


def _count(draft: Draft) -> int:
    """Return how many words a draft has when a link counts as one."""
    text = draft.text
    return len(words_of(LINK.sub("x", text))) if may_have_link(text.lower()) else len(draft.words)


def _steps(draft: Draft) -> Iterator[Breach]:
    facts = draft.material.facts or {}
    given = [value for path, value in facts.items() if path.endswith("steps") and isinstance(value, list | tuple)]
    wanted = draft.profile.structure == "steps" and any(len(steps) >= _FEWEST_STEPS for steps in given)
    if wanted and not _is_ordered(draft):
        yield Breach("missing-steps")


def _is_ordered(draft: Draft) -> bool:
    """Return whether the steps stand as a list, or are counted in the sentences, or told as "first … then"."""
    text = draft.text
    listed = len(_ITEM.findall(text)) >= _FEWEST_STEPS
    counted = [match["number"] for match in _INLINE.finditer(text)][:_FEWEST_STEPS] == ["1", "2"]
    return listed or counted or all(draft.hits[tag] for tag in IN_ORDER) or counts_steps(text)


def counts_steps(text: str) -> bool:
    """Return whether the openings of sentences count: the first, and behind it the second."""
    counted = [_number(match["word"].lower()) for match in _COUNTING.finditer(text)]
    return _FIRST in counted and _SECOND in counted[counted.index(_FIRST) :]


def _number(word: str) -> int | None:
    """Return the number that a word is or puts in order."""
    numbers, places, days = load_calendar().numbers, load_figure_words().places, load_claim_words().days
    for stem in [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]:
        day = next((day for rest, day in days.get(stem, ()) if not rest), None)
        if number := numbers.get(stem) or places.get(stem) or day:
            return number
    return None


def _paragraphs(draft: Draft) -> Iterator[Breach]:
    if len(draft.text) <= _PARAGRAPH * 2 or len(draft.text.split()) <= _PARAGRAPH:
        return
    start, last = draft.body
    for end in [*(match.start() for match in _BETWEEN.finditer(draft.text, start, last)), last]:
        count = len(draft.text[start:end].split())
        if count > _PARAGRAPH:
            yield Breach("wall-of-text", (start, end), {"count": str(count)})
        start = end


def _sentences(draft: Draft) -> Iterator[Breach]:
    for start, end in _long_sentences(draft):
        # In an item of a list one action is told.
        in_item = _ITEM.match(draft.text, draft.text.rfind("\n", 0, start) + 1)
        limit = _HARD[draft.profile.jargon] - (_STEP if in_item else 0)
        sentence = draft.text[start:end]
        if len(sentence.split()) < _MANY:
            continue
        if may_have_link(sentence.lower()):
            sentence = LINK.sub("", sentence)
        words = [word for word in sentence.split() if any(map(str.isalpha, word))]
        share = 100 * sum(len(word.strip(".,;:()\"'")) > _LONG_WORD for word in words) / max(1, len(words))
        if len(words) >= _MANY and (
            len(words) + share > limit or _is_endless(in_item, start, words) or _winds(draft, words, sentence)
        ):
            yield Breach("hard-to-read", (start, end), {"count": str(len(words)), "share": f"{share:.0f}"})


def _is_endless(item: re.Match[str] | None, start: int, words: Sequence[str]) -> bool:
    """Return whether the sentence that opens an item of a list, in which one action is told, does not end."""
    return item is not None and start < item.end() and len(words) > _LONGEST_ITEM


def _winds(draft: Draft, words: Sequence[str], sentence: str) -> bool:
    """Return whether a beginner loses the thread in a sentence, though its words are short."""
    return draft.profile.jargon == "avoid" and (len(words) > _LONGEST or len(_COMMA.findall(sentence)) >= _NESTED)


def _long_sentences(draft: Draft) -> Iterator[Span]:
    """Yield where the sentences stand that have characters enough to be hard."""
    start, last = draft.body
    for end in [*[match.start() + 1 for match in _STOP.finditer(draft.text, start, last)], last]:
        if end - start >= _SHORT:
            yield end - len(draft.text[start:end].lstrip()), end
        start = end
