"""The tools for reading one language: parser, valence lexicon, words of address; loaded when it first occurs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock

from ..analysis import LanguageVerdict
from ..languages.cue_list import taking_back, whole_cues
from ..languages.loading import load_alerts, load_pack, load_shared_cues
from ..languages.pack import Address, Alerts, FactsFile, Group, LanguagePack, Words
from ..loading.garbage_collection import uncollected
from .heads.head_set import OwnCues
from .language.recognition import UNDETERMINED
from .parsing import Parser
from .phrases.finder import ALERT_SIGN
from .valence.scoring import ValenceLexicon
from .words.said import WordForms


@dataclass(frozen=True, slots=True)
class LanguageReading:
    """The tools for one language, built once.

    Attributes:
        address: words of address, or None without a pack. Of a pack no more is kept than reading needs.
        parser: tokens and cue phrases; fact words and alerts among them as cue ids that start with `=` and `!`.
        valence: the valence lexicon, or None without a pack.
        forms: the forms of the words met last.
    """

    address: Address | None
    parser: Parser
    valence: ValenceLexicon | None
    forms: WordForms = field(default_factory=WordForms)


def for_pack(
    pack: LanguagePack,
    shared_cues: Mapping[str, tuple[str, ...]],
    alerts_of_twins: Sequence[Alerts] = (),
) -> LanguageReading:
    """Return the tools for the language of `pack`, with the cues that all languages share.

    A short text is easily taken for its twin language; what calls for a person is heard in both.
    """
    cues = {cue: (*pack.cues.get(cue, ()), *shared_cues.get(cue, ())) for cue in (*pack.cues, *shared_cues)}
    alerts = (pack.alerts, *alerts_of_twins)
    phrases = {**cues, **pack.fields, **dict(_fact_words(pack.facts)), **_alerts(*alerts)}
    together = _together(*alerts)
    parser = Parser(pack.language.words, phrases, whole=whole_cues(), taking_back=taking_back(), together=together)
    return LanguageReading(pack.language.address, parser, ValenceLexicon.for_pack(pack))


def without_pack(shared_cues: Mapping[str, tuple[str, ...]]) -> LanguageReading:
    """Return the tools for a language without a pack: only the cues that all languages share."""
    return LanguageReading(None, Parser(Words(), shared_cues), None)


def _alerts(*packs: Alerts) -> dict[str, tuple[str, ...]]:
    """Return the phrases of alerts by `!alert.…`."""
    found: dict[str, dict[str, None]] = {}
    for alerts in packs:
        for cue, phrases in alerts.phrases.items():
            found.setdefault(f"{ALERT_SIGN}{cue}", {}).update(dict.fromkeys(phrases))
    return {cue: tuple(phrases) for cue, phrases in found.items()}


def _together(*packs: Alerts) -> dict[str, list[Group]]:
    """Return the groups of families by `!alert.…`."""
    found: dict[str, list[Group]] = {}
    for alerts in packs:
        for cue, groups in alerts.together.items():
            found.setdefault(f"{ALERT_SIGN}{cue}", []).extend(groups)
    return found


def _fact_words(facts: FactsFile) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the words of typed facts as phrases of their own: `=unit:day` → day, days."""
    yield from ((f"=number:{number}", phrases) for number, phrases in facts.numbers.items())
    yield from ((f"=ordinal:{number}", phrases) for number, phrases in facts.ordinals.items())
    yield from ((f"=unit:{unit}", phrases) for unit, phrases in facts.units.items())
    yield "=weekday", facts.weekdays
    yield "=month", facts.months
    yield "=contact_noun", facts.contact_nouns
    yield "=contact_verb", facts.contact_verbs
    yield "=contacted", facts.contacted
    yield "=told_date", facts.told_dates
    yield "=wait", facts.wait_words
    yield "=long_wait", facts.long_waits
    yield "=since", facts.since
    yield "=deadline", facts.deadline_words
    yield "=absence", facts.absence_words
    yield "=suiting", facts.suiting_words
    yield "=row", facts.row_words
    yield "=pressing", facts.pressing_words
    yield "=day_time", facts.day_times
    yield "=order", facts.order_nouns


class Readings:
    """The tools of the languages. Safe to share between threads.

    Args:
        languages: codes of the packs to use.
        cues: cues of the user to look for.
        twins: tells the languages that a text in a language is easily taken for.
    """

    def __init__(
        self,
        languages: Sequence[str],
        *,
        cues: OwnCues,
        twins: Callable[[str], Iterable[str]],
    ) -> None:
        self._languages = languages
        self._shared = load_shared_cues()
        self._own = cues
        self._twins = twins
        self._readings: dict[str, LanguageReading] = {}
        self._lock = Lock()

    def codes(self, language: LanguageVerdict) -> list[str]:
        """Return the languages to read in: of twins both, so that the style does not hang on a guess between them."""
        twins = [code for code in language.alternatives if code in self._languages]
        return [language.label, *twins] if language.label in self._languages else [language.label]

    def of(self, code: str) -> LanguageReading:
        """Return the tools of a language; of one without a pack, those that all languages share."""
        key = code if code in self._languages else UNDETERMINED
        if key in self._readings:
            return self._readings[key]
        with uncollected(), self._lock:
            if key not in self._readings:
                self._readings[key] = self._loaded(key) if key in self._languages else without_pack(self._shared)
            return self._readings[key]

    def _loaded(self, code: str) -> LanguageReading:
        pack = load_pack(code)
        alerts = [load_alerts(twin) for twin in self._twins(code) if twin in self._languages]
        return for_pack(pack, {**self._shared, **self._own.get(code, {})}, alerts)
