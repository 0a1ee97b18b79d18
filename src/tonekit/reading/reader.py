"""From a message to its analysis: the steps of reading, in order.

text ─► plain text ─► normal text ─► zones ─► language ─► tokens and cues ─► facts, shapes, valence, measures ─► heads
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from ..analysis import Analysis, LanguageVerdict, Verdict, Zone, ZoneKind
from ..collecting import uncollected
from ..languages.emoji import load_emoji
from ..languages.loading import (
    PACKS,
    available_languages,
    load_alerts,
    load_language_file,
    load_mail_file,
    load_pack,
    load_shared_cues,
)
from ..languages.pack import Alerts
from ..stated_facts import Span
from .alert_words import shipped_words
from .alerts import with_alerts
from .blanking import only_zones
from .facts import relocate
from .feature import Features
from .features import collect_features
from .glance import FORM, Glance, form_panel, scan_form
from .head_file import WEIGHTS
from .head_set import OwnCues
from .heads import Head, Words
from .html_text import plain_text
from .injection import InjectionFinder
from .language import UNDETERMINED, LanguageReader
from .language_reading import LanguageReading, for_pack, without_pack
from .mail_furniture import words_of
from .mail_lines import lowered
from .normalising import NormalText, normalise
from .notes import MOST_CHARACTERS, notes_on
from .observed import Observed, runs_of_words
from .panel import Panel
from .ruleset import reading_hash
from .scan import Scan, richest_facts, scan
from .shapes import ShapeFinder, without_links
from .weights import load_head_set
from .zones import ZoneSplitter, original_zones

_HALF_SIGNS = re.compile("[\ud800-\udfff]")
_LANGUAGE_ZONES = frozenset[ZoneKind]({"greeting", "body", "closing"})
_SHAPE_ZONES = frozenset[ZoneKind]({"greeting", "body", "closing", "signature", "code"})
_WORD_ZONES = frozenset[ZoneKind]({"greeting", "body", "closing", "signature"})


@dataclass(slots=True)
class _Seen:
    """What was found in a text, before any head decides."""

    normal: NormalText
    words: frozenset[str]
    zones: tuple[Zone, ...]
    language: LanguageVerdict
    scans: list[Scan]


class Reader:
    """Reads messages. Safe to share between threads; languages are loaded when first met.

    Args:
        languages: codes of the packs to use.
        packs: the folder of the packs.
        weights: the file of the weights, or one that `tonekit calibrate` has written.
        cues: cues of the user to look for, instead of those of `weights`.

    Raises:
        UnknownNameError: a language without pack.
        DataFileError: a data file is not valid.
    """

    def __init__(
        self,
        languages: Iterable[str],
        *,
        packs: Path = PACKS,
        weights: Path = WEIGHTS,
        cues: OwnCues | None = None,
    ) -> None:
        self.languages = tuple(languages)
        self._packs = packs
        self._shared = load_shared_cues()
        self._zones = ZoneSplitter({code: load_mail_file(code, packs) for code in self.languages})
        # All packs vote on the language, also those that are not read: else German alone would read English as German.
        self._language = LanguageReader({code: load_language_file(code, packs) for code in available_languages(packs)})
        self._shapes = ShapeFinder(load_emoji())
        self._injection = InjectionFinder()
        heads = load_head_set(weights)
        self._panel = Panel(heads.heads)
        self._panels = {code: Panel(calibrated) for code, calibrated in heads.calibrated.items()}
        self._form_panel = form_panel(heads.heads)
        self._form_panels = {code: form_panel(calibrated) for code, calibrated in heads.calibrated.items()}
        self._own = cues or heads.cues
        # A broken table is refused here, not in the middle of a message.
        shipped_words()
        self._readings: dict[str, LanguageReading] = {}
        self._lock = Lock()
        self.ruleset = reading_hash(packs, self.languages, weights)

    def read(self, text: str, *, locale: str | None = None) -> Analysis:
        """Return the analysis of `text`, whatever it holds; `locale` counts where the text leaves its language open."""
        plain, seen = self._look(text, locale)

        def words(start: int, end: int) -> Words:
            first, last = seen.normal.original_span(start, end)
            return plain[first:last], first, last

        def locate(start: int, end: int) -> Span:
            text, first, last = words(start, end)
            return Span(text=text, start=first or 0, end=last or 0)

        features = collect_features(seen.scans, seen.zones)
        untouched = seen.normal.text == plain
        facts = richest_facts(seen.scans) if untouched else relocate(richest_facts(seen.scans), locate)
        fields: dict[str, Any] = {
            "text": plain,
            "language": seen.language,
            **self._panels.get(seen.language.label, self._panel).decide(features, words),
            "facts": with_alerts(facts, self._injection.find(seen.normal, seen.words, locate)),
            "zones": seen.zones if untouched else original_zones(seen.zones, seen.normal, len(plain)),
            "address": seen.scans[0].address,
            "emoji": tuple(words(start, end)[0] for start, end, _ in seen.scans[0].emoji),
            "emoji_valence": seen.scans[0].emoji_valence,
            "notes": tuple(notes_on(plain, seen.language, self.languages)),
            "ruleset": self.ruleset,
        }
        return Analysis.made({}, fields)

    def glance(self, text: str, *, locale: str | None = None) -> Glance:
        """Return what is read of a text at a glance; of what is read later the verdicts are those of `read`."""
        plain, seen = self._look(text, locale, scanned=False)
        normal, label = seen.normal, seen.language.label
        panel = self._form_panels.get(label, self._form_panel)

        def words(start: int, end: int) -> Words:
            first, last = normal.original_span(start, end)
            return plain[first:last], first, last

        def form() -> Verdict | None:
            if panel is None:
                return None
            with_code = only_zones(normal.text, seen.zones, _SHAPE_ZONES)
            text_alone = only_zones(normal.text, seen.zones, _WORD_ZONES)
            scans = [
                scan_form(text_alone, with_code, seen.zones, self._reading(each), self._shapes)
                for each in self._codes(seen.language)
            ]
            return panel.decide(collect_features(scans, seen.zones), words)[FORM]

        def emoji() -> tuple[str, ...]:
            found = self._shapes.emoji(only_zones(normal.text, seen.zones, _SHAPE_ZONES))
            return tuple(words(start, end)[0] for start, end, _ in found)

        zones = seen.zones if normal.text == plain else original_zones(seen.zones, normal, len(plain))
        return Glance(plain, zones, seen.language, form=form, emoji=emoji, whole=lambda: self.read(text, locale=locale))

    def reads(self, analysis: Analysis) -> bool:
        """Return whether all of a message could be read: its language has a pack, and it is not too long."""
        return analysis.language.label in self.languages and len(analysis.text) <= MOST_CHARACTERS

    def counted(self, text: str, heads: Mapping[str, Head]) -> dict[str, list[tuple[str, float]]]:
        """Return what each head counts in `text`: cue, field or measure, and how much of it."""
        return _counted(self.features(text), heads)

    def features(self, text: str) -> Features:
        """Return everything in `text` that a head may count."""
        _, seen = self._look(text, None)
        return collect_features(seen.scans, seen.zones)

    def observe(self, text: str, heads: Mapping[str, Head]) -> Observed:
        """Return what `heads` count in `text`, and its words."""
        _, seen = self._look(text, None)
        counted = _counted(collect_features(seen.scans, seen.zones), heads)
        return Observed(seen.language.label, counted, tuple(runs_of_words(seen.scans[0].parsed, seen.zones)))

    def _look(self, text: str, locale: str | None, *, scanned: bool = True) -> tuple[str, _Seen]:
        # Half of a sign is no sign: nothing could write it to a file or send it on.
        plain = plain_text(text)
        if not plain.isascii():
            plain = _HALF_SIGNS.sub("\ufffd", plain)
        normal = normalise(plain[:MOST_CHARACTERS])
        words = words_of(lowered(normal.text))
        zones = self._zones.split(normal.text, words)
        language = self._language.read(without_links(only_zones(normal.text, zones, _LANGUAGE_ZONES)), locale=locale)
        return plain, _Seen(
            normal,
            words,
            zones,
            language,
            [self._scan(code, normal.text, zones, words) for code in self._codes(language)] if scanned else [],
        )

    def _codes(self, language: LanguageVerdict) -> list[str]:
        """Return the languages to read in: of twins both, so that the style does not hang on a guess between them."""
        twins = [code for code in language.alternatives if code in self.languages]
        return [language.label, *twins] if language.label in self.languages else [language.label]

    def _scan(self, code: str, text: str, zones: tuple[Zone, ...], words: AbstractSet[str]) -> Scan:
        return scan(
            only_zones(text, zones, _WORD_ZONES),
            only_zones(text, zones, _SHAPE_ZONES),
            zones,
            self._reading(code),
            self._shapes,
            code=code,
            words=words,
        )

    def _reading(self, code: str) -> LanguageReading:
        key = code if code in self.languages else UNDETERMINED
        if key in self._readings:
            return self._readings[key]
        with self._lock, uncollected():
            if key not in self._readings:
                self._readings[key] = (
                    for_pack(
                        load_pack(key, self._packs),
                        {**self._shared, **self._own.get(key, {})},
                        self._alerts_of_twins(key),
                    )
                    if key in self.languages
                    else without_pack(self._shared)
                )
            return self._readings[key]

    def _alerts_of_twins(self, code: str) -> list[Alerts]:
        twins = [twin for twin in self._language.twins(code) if twin in self.languages]
        return [load_alerts(twin, self._packs) for twin in twins]


def _counted(features: Features, heads: Mapping[str, Head]) -> dict[str, list[tuple[str, float]]]:
    return {
        name: [(each if isinstance(each, str) else each[2], value) for each, value in head.counted(features)]
        for name, head in heads.items()
    }
