"""Everything that reads one language: its parser, its valence lexicon, its words of address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..languages.cue_list import whole_cues
from ..languages.pack import Alerts, FactsFile, LanguagePack, Words
from .alerts import TOGETHER
from .parsing import Parser
from .phrase_finder import ALERT_SIGN
from .valence import ValenceLexicon


@dataclass(frozen=True, slots=True)
class LanguageReading:
    """The tools for one language, built once.

    Attributes:
        pack: the language pack, or None for a language without one.
        parser: tokens and cue phrases; fact words and alerts among them as cue ids that start with `=` and `!`.
        valence: the valence lexicon, or None without a pack.
    """

    pack: LanguagePack | None
    parser: Parser
    valence: ValenceLexicon | None


def for_pack(
    pack: LanguagePack,
    shared_cues: Mapping[str, tuple[str, ...]],
    alerts_of_twins: Sequence[Alerts] = (),
) -> LanguageReading:
    """Return the tools for the language of `pack`, with the cues that all languages share.

    A short text is easily taken for its twin language; what calls for a person is heard in both.
    """
    cues = {cue: (*pack.cues.get(cue, ()), *shared_cues.get(cue, ())) for cue in (*pack.cues, *shared_cues)}
    alerts = _alerts(pack.alerts, *alerts_of_twins)
    phrases = {**cues, **pack.fields, **dict(_fact_words(pack.facts)), **alerts}
    return LanguageReading(
        pack, Parser(pack.language.words, phrases, whole=whole_cues()), ValenceLexicon.for_pack(pack)
    )


def without_pack(shared_cues: Mapping[str, tuple[str, ...]]) -> LanguageReading:
    """Return the tools for a language without a pack: only the cues that all languages share."""
    return LanguageReading(None, Parser(Words(), shared_cues), None)


def _alerts(*packs: Alerts) -> dict[str, tuple[str, ...]]:
    """Return the phrases of alerts by `!alert.…`.

    Words that count together are told apart by number, count and place: `!alert.erasure&7/2/0`.
    """
    found: dict[str, dict[str, None]] = {}
    for alerts in packs:
        for cue, phrases in alerts.phrases.items():
            found.setdefault(f"{ALERT_SIGN}{cue}", {}).update(dict.fromkeys(phrases))
    groups = [(cue, parts) for alerts in packs for cue, every in alerts.together.items() for parts in every]
    for number, (cue, parts) in enumerate(groups):
        for place, phrases in enumerate(parts):
            found[f"{ALERT_SIGN}{cue}{TOGETHER}{number}/{len(parts)}/{place}"] = dict.fromkeys(phrases)
    return {cue: tuple(phrases) for cue, phrases in found.items()}


def _fact_words(facts: FactsFile) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the words of typed facts as phrases of their own: `=unit:day` → day, days."""
    yield from ((f"=number:{number}", phrases) for number, phrases in facts.numbers.items())
    yield from ((f"=ordinal:{number}", phrases) for number, phrases in facts.ordinals.items())
    yield from ((f"=unit:{unit}", phrases) for unit, phrases in facts.units.items())
    yield "=weekday", facts.weekdays
    yield "=month", facts.months
    yield "=contact_noun", facts.contact_nouns
    yield "=contact_verb", facts.contact_verbs
    yield "=wait", facts.wait_words
    yield "=since", facts.since
    yield "=deadline", facts.deadline_words
    yield "=day_time", facts.day_times
    yield "=order", facts.order_nouns
