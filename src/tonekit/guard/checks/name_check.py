"""Does the draft name people whom nobody has mentioned?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from ..draft import Draft
from ..wording.people import People, load_people_words
from ..wording.words import Word
from .rules import Breach, Span
from .stretches import Stretches

_MOST_WORDS = 3
"""Words of a name; more capitals in a row are a heading or a German compound."""
_GREETING_END = re.compile(r"[,!\n]|(?<=[^\W\d_]{5})\.(?=\s)")
"""A full stop ends a greeting behind a word that is too long for a title: "Hi Karen. Sorry to hear that"."""
_LONGEST_LINE = 120
_LONG_ROLE = 6
"""Letters of a word for what somebody is that may end a longer one; shorter ones end surnames as well."""
_LONG_NAME, _ENDING = 9, 2
"""Letters of a name that may stand there with another ending, and of this ending."""
_PLURALS = ("er", "ar", "or")
_LONGEST_GREETING = 8
"""Words of a line that can still be a greeting."""


def check_names(draft: Draft) -> Iterator[Breach]:
    """Yield unknown names in the greeting, after a title, after words for a colleague and in running text."""
    taken = Stretches(())
    for span in sorted({*_in_greeting(draft), *unknown_people(draft)}, key=lambda span: (span[0], -span[1])):
        if not taken.meets(span):
            yield Breach("ungiven-name", span)
            taken = Stretches((span,))


def unknown_people(draft: Draft) -> Iterator[Span]:
    """Yield the unknown names after titles and words for a colleague."""
    # German capitalises every noun, so only two capitals in a row after a colleague are a name.
    least = 2 if draft.profile.language == "de" else 1
    hits = [(hit, 1) for hit in draft.hits["titles"]] + [(hit, least) for hit in draft.hits["colleagues"]]
    closed = [zone for zone in draft.read.zones if zone.kind in ("closing", "signature")]
    for hit, fewest in hits:
        # People sign as they like: "House Manager, Alder Theatre".
        if draft.read.text == draft.text and any(zone.start <= hit.start < zone.end for zone in closed):
            continue
        index, forms = hit.words[1], draft.words.forms
        while index < len(forms) and (forms[index] in draft.wording.naming or _precedes_a_name(draft, index)):
            index += 1
        name = _name(draft, draft.words[index : index + _MOST_WORDS], after=draft.words[index - 1].end)
        if len(name) >= fewest and _unknown(draft, name):
            yield name[0].start, name[-1].end
    titles = {draft.words.forms[hit.words[0]] for hit in draft.hits["titles"]}
    barred = draft.wording.not_names | titles
    people = People(draft.text, draft.words, draft.profile.language, body=draft.body, barred=barred)
    for name in people.find():
        if _unknown(draft, name):
            yield name[0].start, name[-1].end


def _name(draft: Draft, words: Sequence[Word], *, after: int) -> list[Word]:
    """Return the capitalised words that follow, separated by nothing but a space, a full stop or a comma."""
    name: list[Word] = []
    for word in words:
        between = draft.text[after : word.start]
        if not draft.text[word.start].isupper() or between.strip(" .") not in ("", ",", "-"):
            break
        if "\n" in between or (name and between.strip()):
            break
        name.append(word)
        after = word.end
    return name


def _in_greeting(draft: Draft) -> Iterator[Span]:
    """Yield an unknown name in the first line, if that is a greeting."""
    if not draft.words or draft.words.forms[0] not in draft.wording.not_names:
        return
    spans = draft.words.spans
    start = len(draft.text) - len(draft.text.lstrip())
    mark = _GREETING_END.search(draft.text, start, start + _LONGEST_LINE)
    count = bisect_left(spans, (mark.start() if mark else start + _LONGEST_LINE,))
    if not 1 < count <= _LONGEST_GREETING:
        return
    words = draft.words[:count]
    titles = {hit.start for hit in draft.hits["titles"]}
    others = [each for each in words if each.start not in titles and not _is_greeting_word(draft, each)]
    # What stands in brackets is a placeholder: "[Name]", "%NAME%".
    named = [each for each in others if draft.text[each.start].isupper() and draft.text[each.start - 1] not in "[{<%"]
    if named and named == others and _unknown(draft, named):
        yield named[0].start, named[-1].end


def _is_greeting_word(draft: Draft, word: Word) -> bool:
    """Return whether a word is not a name: "Hello", or what a person is, as in "Frau Rechtsanwältin Dr. Holm"."""
    return word.form in draft.wording.not_names or _is_profession(word.form)


def _is_profession(form: str) -> bool:
    """Return whether a word says what somebody is: "Rechtsanwältin", but not "Meier", which is no "eier" (owner)."""
    return form in load_people_words().roles or form.endswith(_long_roles())


@lru_cache
def _long_roles() -> tuple[str, ...]:
    return tuple(role for role in load_people_words().roles if len(role) >= _LONG_ROLE)


def _precedes_a_name(draft: Draft, index: int) -> bool:
    """Return whether a word is a profession with the name behind it: "Frau Rechtsanwältin Holm", not "Frau Richter"."""
    if index + 1 >= len(draft.words) or not _is_profession(draft.words.forms[index]):
        return False
    word, name = draft.words[index : index + 2]
    return draft.text[word.end : name.start] == " " and draft.text[name.start].isupper()


def _unknown(draft: Draft, name: Sequence[Word]) -> bool:
    """Return whether a word of a name occurs nowhere in what was given; "Martin's" counts as Martin."""
    return not all(
        _known(draft, part) or all(_known(draft, each) for each in part.split("-")) for part in _parts(draft, name)
    )


def _parts(draft: Draft, name: Sequence[Word]) -> list[str]:
    """Return the parts of a name in lower case; what a hyphen joins, as in Gun-Britt, is one."""
    parts = [name[0].form]
    for before, word in pairwise(name):
        if draft.text[before.end : word.start] == "-":
            parts[-1] += f"-{word.form}"
        else:
            parts.append(word.form)
    return parts


def _known(draft: Draft, form: str) -> bool:
    if draft.knows(form) or draft.knows(form.rstrip("'s")):
        return True
    return len(form) >= _LONG_NAME and form.endswith(_PLURALS) and _is_group(draft, form)


def _is_group(draft: Draft, form: str) -> bool:
    """Return whether a word is the plural of a given name of no person: those of the room Mariehønen are Mariehøner."""
    if form in load_people_words().first_names:
        return False
    stem = form[:-_ENDING]
    # Alexander is not Alexandra.
    return stem in draft.backing.written and not any(stem in each.lower() for each in draft.backing.material.known())
