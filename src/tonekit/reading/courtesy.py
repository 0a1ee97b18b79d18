"""Is a message nothing but a courtesy: a greeting or test, thanks, or word that a matter is solved?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from ..analysis import Analysis, Zone
from ..files.datafile import read_data_file
from ..models.frozen_model import FrozenModel
from ..stated_facts import Courtesy

RULES = Path(__file__).with_name("courtesy.yaml")
_LONGEST = 300
"""Characters of a message that may be a courtesy and nothing else."""
_OWN = frozenset({"greeting", "body", "closing"})
_ENDS = re.compile(r"[.!,;:\n]+")
_WORD = re.compile(r"(?:[^\W_]|')+")
_WANTS_NOTHING = frozenset({"other", "feedback"})


class _Rules(FrozenModel):
    greetings: frozenset[str]
    thanks: frozenset[str]
    solved: frozenset[str]
    running: frozenset[str]
    articles: frozenset[str]
    no_things: frozenset[str]


@lru_cache(maxsize=1)
def _rules() -> _Rules:
    return read_data_file(RULES).into(_Rules)


def with_courtesy(analysis: Analysis) -> Analysis:
    """Return the analysis with the courtesy that the message is, or as it is."""
    found = courtesy_in(analysis)
    if found is None:
        return analysis
    return analysis.model_copy(update={"facts": analysis.facts.model_copy(update={"courtesy": found})})


def courtesy_in(analysis: Analysis) -> Courtesy | None:
    """Return which courtesy a message is and nothing else, or None; what it asks for outranks its words."""
    own = [zone for zone in analysis.zones if zone.kind in _OWN]
    if sum(zone.end - zone.start for zone in own) > _LONGEST or analysis.request.label not in _WANTS_NOTHING:
        return None
    whole = _joined(analysis, own)
    # A salutation and a closing with a name say nothing of the matter; where nothing else stands they are the message.
    text = _joined(analysis, [zone for zone in own if zone.kind == "body"]) or whole
    words = _split(text)
    rules = _rules()
    if not words or "?" in whole or _gloomy(analysis):
        return None
    if rules.greetings.issuperset(words):
        return "greeting"
    rest = [word for word in words if word not in rules.greetings]
    if " ".join(rest) in rules.thanks:
        return "thanks"
    found: Courtesy | None = None
    for sentence in _ENDS.split(text):
        part = " ".join([word for word in _split(sentence) if word not in rules.greetings])
        if part and part not in rules.thanks:
            if not _is_solved(part, rules):
                return None
            found = "solved"
    return found


def _joined(analysis: Analysis, zones: Sequence[Zone]) -> str:
    return " ".join(analysis.text[zone.start : zone.end] for zone in zones).strip().lower()


def _is_solved(part: str, rules: _Rules) -> bool:
    """Return whether a sentence says that the matter is solved, or that a thing which it names runs again."""
    if part in rules.solved:
        return True
    if not part.endswith(tuple(rules.running)):
        return False
    tail = next((end for end in rules.running if part.endswith(f" {end}")), None)
    thing = part.removesuffix(tail).split() if tail else []
    if thing and thing[0] in rules.articles:
        thing = thing[1:]
    return len(thing) == 1 and not rules.no_things.intersection(thing)


def _gloomy(analysis: Analysis) -> bool:
    """Return whether something speaks against a mere courtesy: "thanks" beside an angry face is none."""
    smiling = not analysis.emoji or analysis.emoji_valence > 0
    return bool(analysis.facts.alerts) or not smiling


def _split(text: str) -> list[str]:
    return _WORD.findall(text.replace("\u2019", "'"))
