"""Do the facts that a reply prints fit it: its form of address, and its language?

Facts are written before it is known how the customer will be addressed, so a reply with du may print steps with Sie.
Facts are printed as they were given; a misfit is noted, and such a reply is not sent unseen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from ..analysis import LanguageVerdict
from ..languages.loading import available_languages
from ..profile import StyleProfile
from ..reading.shapes.shape_finder import without_links
from ..result import Reply
from .wording.forms_of_address import NAMES, forms_of_address
from .wording.wording import common_words, load_wording, read_wording, wording_codes
from .wording.words import words_of

TellLanguage = Callable[[str], LanguageVerdict]
_LEAST_WORDS = 4
"""Fewer words are a name or a menu, whose language cannot be told."""
_OWN_SHARE = 4
"""If one in four words is a function word of the reply's language alone, the text is in that language."""
_SURE = 0.9
"""With this confidence, 15 of 10,000 sentences of mail are taken for another language; some of them are log lines and
quotations in that language."""
_PLAINLY = 5
"""How many times as many function words the other language needs: who reports what a program says mixes both."""
_MARKUP = frozenset("*_`[]<>\\")
"""Text with one of these characters may be printed differently from how it was given."""
_QUOTED = re.compile(r'"[^"\n]*"|“[^”\n]*”|„[^“”\n]*[“”]|»[^«\n]*«|«[^»\n]*»|`[^`\n]*`')
_PATH = re.compile(r"^.*(?: > | → | ➜ |&&).*$", re.MULTILINE)
"""A line with a menu path or a command, in whatever language the program speaks."""
_CODE = r"(?:[ ]\(?(?:code )?(?:[\w.#-]{0,20}\d[\w.-]{0,20}|(?-i:[A-Z]{2}[A-Z_]{0,40}))\)?)?"
"""The code of an error after its name: "Fehler 403:". Any other words there are the writer's own."""


class Misfit(NamedTuple):
    """A fact that does not fit: a sentence for a colleague, and the words that show it."""

    note: str
    words: tuple[str, ...]


def misfits(
    reply: Reply, facts: Mapping[str, Any], paths: Iterable[str], *, profile: StyleProfile, tell: TellLanguage
) -> tuple[Misfit, ...]:
    """Return the misfits among the facts that a reply prints.

    Args:
        paths: of the facts that are free text.
    """
    found = (_found(path, facts[path], reply, profile, tell) for path in paths if path in facts)
    return tuple([misfit for misfit in found if misfit])


def _found(path: str, value: Any, reply: Reply, profile: StyleProfile, tell: TellLanguage) -> Misfit | None:
    # Names of links and priced items may be in any language.
    listed = value if isinstance(value, list | tuple) else (value,)
    texts = [each for each in listed if isinstance(each, str) and each.strip()]
    if _misfit(path, texts, reply, profile, tell) is None:
        return None
    # Whether the reply prints it is checked last, since nearly always everything fits.
    said = f" {' '.join(words_of(reply.text).forms)} "
    printed = [text for text in texts if not _MARKUP.isdisjoint(text) or f" {' '.join(words_of(text).forms)} " in said]
    return _misfit(path, printed, reply, profile, tell)


def _without_quotes(text: str) -> str:
    """Return a text with verbatim parts blanked out: quotations, menu paths, commands, what programs say."""
    return _PATH.sub(" ", _announced().sub(" ", _QUOTED.sub(" ", text)))


@lru_cache(maxsize=1)
def _announced() -> re.Pattern[str]:
    """Return the pattern of what a program says, after a word such as "error" and a colon."""
    words = "|".join(re.escape(word) for code in wording_codes() for word in read_wording(code).program_speaks)
    return re.compile(
        rf"\b(?:\w{{0,40}}(?:error|exception)|{words})\b{_CODE}:(?=\s)[^\n]*?(?=[.!?]\s|\n|\Z)", re.IGNORECASE
    )


def _misfit(path: str, texts: list[str], reply: Reply, profile: StyleProfile, tell: TellLanguage) -> Misfit | None:
    # The short steps of a list show their language only together.
    whole = without_links("\n".join(map(_without_quotes, texts)))
    count = len(whole.split())
    # The language is recognised only in doubtful cases, for that costs more than everything else here.
    if count >= _LEAST_WORDS and _OWN_SHARE * len(words_of(whole).among & _own_words(reply.language)) < count:
        language = tell(whole)
        if _is_other(whole, language, reply.language):
            return Misfit(f"The fact '{path}' is in '{language.label}', the reply in '{reply.language}'.", (texts[0],))
    return _other_address(path, texts, reply, profile)


def _is_other(text: str, found: LanguageVerdict, wanted: str) -> bool:
    """Return whether a text is certainly not in the wanted language.

    Names of products have the letters of their language, so its function words have to be there too.
    """
    # With several candidates, each has at most the confidence of the best one.
    sure = found.confidence * (1 + len(found.alternatives))
    if wanted in (found.label, *found.alternatives) or found.unsure or sure < _SURE:
        return False
    among = words_of(text).among
    own, others = (among & common_words(code) for code in (wanted, found.label))
    if not common_words(found.label):
        return not own
    # Related languages share most function words, so only words of one of the two alone are compared.
    alone, others_alone = len(own - others), len(others - own)
    return bool(others) and others_alone >= _PLAINLY * alone


@lru_cache(maxsize=32)
def _own_words(code: str) -> frozenset[str]:
    """Return the function words that no other language has."""
    others = (common_words(other) for other in available_languages() if other != code)
    return common_words(code).difference(*others)


def _other_address(path: str, texts: list[str], reply: Reply, profile: StyleProfile) -> Misfit | None:
    address = load_wording(reply.language).address
    if not address.polite:
        return None
    # In languages that say du to everyone, the polite form is always wrong.
    wanted = profile.address if address.apart else "informal"
    for text in map(_without_quotes, texts):
        polite, familiar = forms_of_address(text, words_of(text), address)
        if wrong := polite if wanted == "informal" else familiar:
            found = {"formal": "informal", "informal": "formal"}[wanted]
            note = f"The fact '{path}' has the {NAMES[found]} form of address, the reply the {NAMES[wanted]} one."
            return Misfit(note, tuple(dict.fromkeys(text[start:end] for start, end in wrong)))
    return None
