"""Find thousands of phrases in one walk over the words of a text.

The phrases of a language are a tree of words. From every word of the text the tree is followed as far as it goes:
the cost grows with the text and with what is found, not with the number of phrases. Where only one phrase goes on, the
rest of its words stand in a row: two nodes in five are spared.

A branch is grown when a text first has its word: a message of twenty words needs one phrase in fifteen, and to grow
the whole tree took an eighth of the time to a first result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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
_Tail = tuple[Any, ...]
"""The last words of the only phrase that goes on, and behind them its ends."""
_Node = dict[str, Any]
"""Word → what may follow it: a node, a tail, or the ends of a phrase where nothing follows; "" → the ends at a node.

What follows the first word of a phrase is no tail: to look at one word more takes nothing but nodes. Where no text had
that word so far, the phrases that begin with it stand as one text: the number of a cue and a phrase by turns, each in a
line of its own.
"""


class PhraseFinder:
    """Finds the phrases of one language. Safe to share between threads.

    Args:
        phrases: cue id, and a phrase in one line.
        cut: cuts a phrase into lower-case words, each of its words as if it stood alone.
    """

    def __init__(self, phrases: Iterable[tuple[str, str]], cut: Callable[[str], Sequence[str]]) -> None:
        self._cut = cut
        self._united: _United = {}
        numbers: dict[str, str] = {}
        lines_of = self._by_first_word(phrases, numbers)
        self._root: _Node = {word: "\n".join(lines) for word, lines in lines_of.items()}
        self._cues = tuple(numbers)
        self._ends: dict[str, _Ends] = {}

    def _by_first_word(self, phrases: Iterable[tuple[str, str]], numbers: dict[str, str]) -> dict[str, list[str]]:
        """Return the numbers of cues and phrases by turns, by the first word of the phrase; number the cues."""
        found: dict[str, list[str]] = {}
        # The list of each beginning as it is written: few are to be cut, for many phrases begin alike.
        begun: dict[str, list[str]] = {}
        for cue, phrase in phrases:
            beginning = phrase.partition(" ")[0]
            lines = begun.get(beginning)
            if lines is None:
                if words := self._cut(beginning):
                    lines = begun[beginning] = found.setdefault(intern(words[0]), [])
                elif words := self._cut(phrase):
                    # What begins with nothing but a mark begins behind it.
                    lines = found.setdefault(intern(words[0]), [])
                else:
                    continue
            lines += (numbers.get(cue) or numbers.setdefault(cue, str(len(numbers))), phrase)
        return found

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
            if type(node) is str:
                node = self._grown(word, node)
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

    def _grown(self, word: str, lines: str) -> Any:
        """Return what may follow a word, and keep it; two threads that ask at once keep the same."""
        branch: _Node = {}
        tails: dict[_Tail, _Tail] = {}
        said = iter(lines.split("\n"))
        for number, phrase in zip(said, said, strict=True):
            cue = self._cues[int(number)]
            ends = self._ends.get(number) or self._ends.setdefault(number, ((kind_of(cue), cue),))
            _add(branch, self._cut(phrase), ends, self._united, tails)
        node = self._root[word] = branch[word]
        return node

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
        if node is not None and _is_tail(node):
            end = last + len(node) - 1
            node, last = (node[-1] if node[:-1] == tuple(words[last:end]) else None), end
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


def _add(root: _Node, words: Sequence[str], end: _Ends, known: _United, tails: dict[_Tail, _Tail]) -> None:
    node, first, last = root, 0, len(words) - 1
    # Five languages have 370,000 places in their trees and few words: one string stands for all that are equal.
    while first < last:
        word = words[first]
        following = node.get(word)
        first += 1
        if type(following) is not dict:
            rest = tuple(map(intern, words[first:]))
            if following is None and node is not root:
                # Many phrases differ in their beginning alone.
                node[intern(word)] = tails.setdefault(tail := (*rest, end), tail)
                return
            if following is not None and following[:-1] == rest:
                node[word] = (*rest, _united(following[-1], end, known))
                return
            following = node[intern(word)] = _opened(following)
        node = following
    word = words[last]
    present = node.get(word)
    if present is None:
        node[intern(word)] = end
    elif type(present) is tuple and not _is_tail(present):
        node[word] = _united(present, end, known)
    else:
        present = node[word] = _opened(present)
        present[""] = _united(present.get("", ()), end, known)


def _is_tail(node: tuple[Any, ...]) -> bool:
    return type(node[0]) is str


def _opened(node: Any) -> _Node:
    """Return a node that says what `node` says, where another phrase goes on; None says nothing."""
    if node is None or type(node) is dict:
        return node or {}
    if not _is_tail(node):
        return {"": node}
    word, *words, ends = node
    return {word: (*words, ends) if words else ends}


def _united(present: _Ends, end: _Ends, known: _United) -> _Ends:
    """Return both together. Thousands of words end the same phrases: one tuple stands for all that are equal."""
    both = known.get((present, end))
    if both is None:
        ends = tuple(sorted({*present, *end}, key=lambda each: each[1]))
        both = known[present, end] = known.setdefault((ends, ()), ends)
    return both
