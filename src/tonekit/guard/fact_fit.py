"""Do the facts that a reply prints fit it: its form of address, and its language?

Facts are given before it is known how a customer will be addressed, so a reply that says du may print steps that say
Sie. They stand in it as they were given; what can be told is said, and such a reply is not sent unseen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from ..analysis import LanguageVerdict
from ..languages.loading import available_languages, load_language_file
from ..profile import StyleProfile
from ..reading.shapes import without_links
from ..result import Reply
from .address_check import NAMES, forms_of_address
from .wording import load_wording, read_wording, wording_codes
from .words import words_of

TellLanguage = Callable[[str], LanguageVerdict]
_LEAST_WORDS = 4
"""Fewer words are a name or a menu, and tell no language."""
_OWN_SHARE = 4
"""Where one different word in four is a small word of the reply's language alone, the text is in it."""
_SURE = 0.9
"""Of 10,000 sentences of mail with so many words, 15 are taken for another language with this; some of them are log
lines and quotations in that language."""
_PLAINLY = 5
"""A sentence that tells what a program says in another language has small words of both."""
_MARKUP = frozenset("*_`[]<>\\")
"""What holds one of these may be printed in other words than it was given in."""
_QUOTED = re.compile(r'"[^"\n]*"|“[^”\n]*”|„[^“”\n]*[“”]|»[^«\n]*«|«[^»\n]*»|`[^`\n]*`')
_PATH = re.compile(r"^.*(?: > | → | ➜ |&&).*$", re.MULTILINE)
"""What a menu, a command or a label says, in whatever language the program speaks."""
_CODE = r"(?:[ ]\(?(?:code )?(?:[\w.#-]{0,20}\d[\w.-]{0,20}|(?-i:[A-Z]{2}[A-Z_]{0,40}))\)?)?"
"""The code of an error behind its name: "Fehler 403:". Other words tell of the error, and are nobody's but ours."""


class Misfit(NamedTuple):
    """What does not fit: a sentence for a colleague, and the words that show it."""

    note: str
    words: tuple[str, ...]


def misfits(
    reply: Reply, facts: Mapping[str, Any], paths: Iterable[str], *, profile: StyleProfile, tell: TellLanguage
) -> tuple[Misfit, ...]:
    """Return what of the facts that a reply prints does not fit it.

    Args:
        reply: the reply.
        facts: the caller's facts by dotted path.
        paths: those of them that are free text.
        profile: says how the customer is addressed.
        tell: tells the language of a text.
    """
    found = (_found(path, facts[path], reply, profile, tell) for path in paths if path in facts)
    return tuple([misfit for misfit in found if misfit])


def _found(path: str, value: Any, reply: Reply, profile: StyleProfile, tell: TellLanguage) -> Misfit | None:
    texts = list(_texts(value))
    if _misfit(path, texts, reply, profile, tell) is None:
        return None
    # Whether it stands in the reply is asked last: mostly everything fits.
    said = f" {' '.join(words_of(reply.text).forms)} "
    return _misfit(path, [text for text in texts if _stands_in(text, said)], reply, profile, tell)


def _without_quotes(text: str) -> str:
    """Return a text with blanks for what is said as it stands: quotations, menu paths, commands, what programs say."""
    return _PATH.sub(" ", _announced().sub(" ", _QUOTED.sub(" ", text)))


@lru_cache(maxsize=1)
def _announced() -> re.Pattern[str]:
    """Return what finds the sentence of a program behind a word such as "error" and a colon."""
    words = "|".join(re.escape(word) for code in wording_codes() for word in read_wording(code).program_speaks)
    return re.compile(
        rf"\b(?:\w{{0,40}}(?:error|exception)|{words})\b{_CODE}:(?=\s)[^\n]*?(?=[.!?]\s|\n|\Z)", re.IGNORECASE
    )


def _texts(value: Any) -> Iterator[str]:
    """Yield a text, or those of a list; links and priced items are named as they are named, in whatever language."""
    for each in value if isinstance(value, list | tuple) else (value,):
        if isinstance(each, str) and each.strip():
            yield each


def _stands_in(text: str, said: str) -> bool:
    return not _MARKUP.isdisjoint(text) or f" {' '.join(words_of(text).forms)} " in said


def _misfit(path: str, texts: list[str], reply: Reply, profile: StyleProfile, tell: TellLanguage) -> Misfit | None:
    # The short steps of a list tell their language together.
    whole = without_links("\n".join(map(_without_quotes, texts)))
    count = len(whole.split())
    # The language of a text is asked for where it is in doubt, for telling it costs more than all else here.
    if count >= _LEAST_WORDS and _OWN_SHARE * len(words_of(whole).among & _own_words(reply.language)) < count:
        language = tell(whole)
        if _is_other(whole, language, reply.language):
            return Misfit(f"The fact '{path}' is in '{language.label}', the reply in '{reply.language}'.", (texts[0],))
    return _other_address(path, texts, reply, profile)


def _is_other(text: str, found: LanguageVerdict, wanted: str) -> bool:
    """Return whether a text is surely not in the language that is wanted.

    Names of products have the letters of their language: that its small words are there too has to show.
    """
    # Where it may be one of two languages, each of them has at most what the surer one has.
    sure = found.confidence * (1 + len(found.alternatives))
    if wanted in (found.label, *found.alternatives) or found.unsure or sure < _SURE:
        return False
    among = words_of(text).among
    own, others = (among & _function_words(code) for code in (wanted, found.label))
    if not _function_words(found.label):
        return not own
    # Near languages share most small words: the letters tell them apart where none speaks for the one that is wanted.
    alone, others_alone = len(own - others), len(others - own)
    return bool(others) and others_alone >= _PLAINLY * alone


@lru_cache(maxsize=32)
def _function_words(code: str) -> frozenset[str]:
    """Return the function words of a language; none where their list is not known."""
    return frozenset(load_language_file(code).function_words) if code in available_languages() else frozenset()


@lru_cache(maxsize=32)
def _own_words(code: str) -> frozenset[str]:
    """Return the function words of a language that no other one has."""
    others = (_function_words(other) for other in available_languages() if other != code)
    return _function_words(code).difference(*others)


def _other_address(path: str, texts: list[str], reply: Reply, profile: StyleProfile) -> Misfit | None:
    address = load_wording(reply.language).address
    if not address.polite:
        return None
    # Where du is said to everyone, the polite form is wrong beside it.
    wanted = profile.address if address.apart else "informal"
    for text in map(_without_quotes, texts):
        polite, familiar = forms_of_address(text, words_of(text), address)
        if wrong := polite if wanted == "informal" else familiar:
            found = {"formal": "informal", "informal": "formal"}[wanted]
            note = f"The fact '{path}' has the {NAMES[found]} form of address, the reply the {NAMES[wanted]} one."
            return Misfit(note, tuple(dict.fromkeys(text[start:end] for start, end in wrong)))
    return None
