"""Find thousands of phrases in one walk over the words of a text.

The phrases of a language are a tree of words. From every word of the text the tree is followed as far as it goes:
the cost grows with the text and with what is found, not with the number of phrases.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from sys import intern
from typing import Any

PhraseHit = tuple[str, int, int]
"""Cue id, first token, last token + 1."""
CUE, FIELD, FACT, PIECE, OWN, ALERT, FAMILY = range(7)
"""What a phrase is of: a cue, a semantic field, a fact, a phrase with gaps, a user's own cue, an alert, a family."""
OWN_PREFIX = "own."
"""How the names of cues that a user has added begin."""
PIECE_SIGN, ALERT_SIGN, FAMILY_SIGN, _FACT_SIGN, _FIELD_PREFIX = "~", "!", "&", "=", "field."

_NO_WORD = "\n"
_End = tuple[int, str]
_Ends = tuple[_End, ...]
_United = dict[tuple[_Ends, _Ends], _Ends]
_Node = dict[str, Any]
"""Word → what may follow it: a node, or the ends of a phrase where nothing follows; "" → the ends at a node."""


class PhraseFinder:
    """Finds the phrases of one language. Safe to share between threads.

    Args:
        phrases: cue id, and a phrase cut into lower-case words.
    """

    def __init__(self, phrases: Iterable[tuple[str, Sequence[str]]]) -> None:
        self._root: _Node = {}
        ends: dict[str, _Ends] = {}
        united: _United = {}
        for cue, words in phrases:
            if words:
                _add(self._root, words, ends.get(cue) or ends.setdefault(cue, ((kind_of(cue), cue),)), united)

    def find(self, words: Sequence[str], places: Sequence[int], found: Sequence[list[PhraseHit]]) -> None:
        """Add what is found to the list of its kind, in order; of phrases that begin together the longest first.

        Args:
            words: lower-case words.
            places: where each of them stands among the tokens.
            found: one list for each kind: cues, fields, facts, pieces, the user's own cues, alerts and families.
        """
        root = self._root
        ahead = [*words[1:], _NO_WORD]
        for first, word in enumerate(words):
            node = root.get(word)
            if node is None:
                continue
            if type(node) is dict:
                following = node.get(ahead[first])
                if following is not None:
                    self._go_on(words, places, first, found)
                    continue
                # Most words that begin a phrase go on otherwise; they may be phrases of their own.
                node = node.get("", ())
            place = places[first]
            for kind, cue in node:
                found[kind].append((cue, place, place + 1))

    def _go_on(self, words: Sequence[str], places: Sequence[int], first: int, found: Sequence[list[PhraseHit]]) -> None:
        """Add the phrases that begin with the word `first` and the one behind it, and with that word alone."""
        node: Any = self._root[words[first]]
        last, most = first + 1, len(words)
        reached: list[tuple[int, _Ends]] = []
        while type(node) is dict:
            if "" in node:
                reached.append((last, node[""]))
            node = node.get(words[last]) if last < most else None
            last += 1
        if node is not None:
            reached.append((last, node))
        for end, cues in reversed(reached):
            for kind, cue in cues:
                found[kind].append((cue, places[first], places[end - 1] + 1))


def kind_of(cue: str) -> int:
    """Return of what kind the phrases of `cue` are."""
    if cue.startswith(_FIELD_PREFIX):
        return FIELD
    if cue.startswith(OWN_PREFIX):
        return OWN
    return {_FACT_SIGN: FACT, PIECE_SIGN: PIECE, ALERT_SIGN: ALERT, FAMILY_SIGN: FAMILY}.get(cue[:1], CUE)


def _add(node: _Node, words: Sequence[str], end: _Ends, known: _United) -> None:
    for word in words[:-1]:
        following = node.get(word)
        if type(following) is not dict:
            # A phrase that ended here goes on in another one.
            following = node[intern(word)] = {} if following is None else {"": following}
        node = following
    last = words[-1]
    present = node.get(last)
    if present is None:
        # Five languages have 370,000 places in their trees and few words: one string stands for all that are equal.
        node[intern(last)] = end
    elif type(present) is dict:
        present[""] = _united(present.get("", ()), end, known)
    else:
        node[last] = _united(present, end, known)


def _united(present: _Ends, end: _Ends, known: _United) -> _Ends:
    """Return both together. Thousands of words end the same phrases: one tuple stands for all that are equal."""
    both = known.get((present, end))
    if both is None:
        ends = tuple(sorted({*present, *end}, key=lambda each: each[1]))
        both = known[present, end] = known.setdefault((ends, ()), ends)
    return both
