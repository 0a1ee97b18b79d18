"""From a message to its analysis: the steps of reading, in order.

text ─► plain text ─► normal text ─► zones ─► language ─► tokens and cues ─► facts, shapes, valence, measures ─► heads
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any

from ..analysis import Analysis, LanguageVerdict, Verdict, Zone, ZoneKind
from ..foreign_text.surrogates import without_surrogates
from ..languages.emoji import load_emoji
from ..languages.loading import available_languages, load_language_file, load_mail_file
from ..subject_line import own_lines, passes_on
from .alerts.alert_words import shipped_words
from .alerts.beside import FORWARDED, with_calls_beside
from .alerts.held import with_calls_held
from .alerts.injection import InjectionFinder
from .alerts.phrase_alerts import with_alerts
from .collected_features import collect_features
from .earlier_turns import EarlierTurns
from .feature import Features
from .glance import FORM, AddressForms, Glance, address_in, form_panel, scan_form
from .heads.additive_heads import Head
from .heads.head_file import WEIGHTS
from .heads.head_set import OwnCues
from .heads.panel import Panel
from .heads.weights import load_head_set
from .language.recognition import LanguageReader
from .language.switching import Switch
from .language_reading import LanguageReading, Readings
from .mail.html_text import plain_text
from .mail.left_out import says_left_out
from .notes import MOST_CHARACTERS, notes_on
from .observed_message import ObservedMessage, counted_by, runs_of_words
from .read_part import read_part
from .ruleset import reading_hash
from .scan import Scan, scan
from .seen import Seen
from .shapes.shape_finder import ShapeFinder, without_links
from .zones.blanking import only_zones
from .zones.furniture import parts_of, whole_words
from .zones.lines import lowered
from .zones.splitting import ZoneSplitter

_LANGUAGE_ZONES = frozenset[ZoneKind]({"greeting", "body", "closing"})
_OWN_ZONES = frozenset[ZoneKind]({"body"})
_SHAPE_ZONES = frozenset[ZoneKind]({"greeting", "body", "closing", "signature", "code"})
_WORD_ZONES = frozenset[ZoneKind]({"greeting", "body", "closing", "signature"})


class Reader:
    """Reads messages. Safe to share between threads; each language is loaded when it first occurs.

    Args:
        languages: codes of the packs to use.
        weights: the weights file, or one that `tonekit calibrate` wrote.
        cues: the user's own cues to look for, instead of those in `weights`.
        ruleset: the hash over all data, if it has been computed already.

    Raises:
        UnknownNameError: there is no pack for a language.
        DataFileError: a data file is invalid.
    """

    def __init__(
        self,
        languages: Iterable[str],
        *,
        weights: Path = WEIGHTS,
        cues: OwnCues | None = None,
        ruleset: str | None = None,
    ) -> None:
        self.languages = tuple(languages)
        self._zones = ZoneSplitter({code: load_mail_file(code) for code in self.languages})
        # All packs vote on the language, even those not read: with German alone, English would pass for German.
        self._language = LanguageReader({code: load_language_file(code) for code in available_languages()})
        self._shapes = ShapeFinder(load_emoji())
        self._injection = InjectionFinder()
        self.orders, self.language_of = self._injection.orders, self._language.read
        heads = load_head_set(weights)
        self._panel = Panel(heads.heads)
        self._panels = {code: Panel(calibrated) for code, calibrated in heads.calibrated.items()}
        self._form_panel = form_panel(heads.heads)
        self._form_panels = {code: form_panel(calibrated) for code, calibrated in heads.calibrated.items()}
        self._readings = Readings(self.languages, cues=cues or heads.cues, twins=self._language.twins)
        # Loaded here so that a broken table is refused now, not in the middle of a message.
        shipped_words()
        self.ruleset = ruleset or reading_hash(self.languages, weights)

    def read(
        self, text: str, *, locale: str | None = None, subject: str = "", before: EarlierTurns | None = None
    ) -> Analysis:
        """Return the analysis of a message, whatever it contains.

        Args:
            text: the message.
            locale: a language that the sender is known to use; it decides if the text leaves its language open.
            subject: its subject line, or several, one per line.
            before: the conversation before it; it decides language and form of address if the text leaves them open.
        """
        before, plain = before or EarlierTurns((), self.glance), without_surrogates(plain_text(text))
        subject = without_surrogates(subject)
        told = "" if plain.strip() else own_lines(subject)
        passed_on = any(map(passes_on, subject.split("\n")))
        seen = self._look(told or plain, locale, before=before, passed_on=passed_on)
        seen.switches = self._switches(seen.normal.text, seen.zones, seen.language)
        seen.answers_left = self._zones.leaves_answers(seen.normal.text, seen.zones)
        found = with_calls_beside(seen, "" if told else subject, self._readings_beside, self._injection)
        found = with_calls_held(found, seen, self._readings_beside, self._readings.of)
        first, doubt = seen.scans[0], self._language.leaves_open(seen.language, self.languages, locale=locale)
        fields: dict[str, Any] = {
            "text": seen.plain,
            "subject": subject,
            "language": seen.language,
            **self._panels.get(seen.language.label, self._panel).decide(
                collect_features(seen.scans, seen.zones), seen.written
            ),
            "facts": with_alerts(found, self._injection.find(seen.normal, seen.words, seen.span)),
            "zones": seen.written_zones(),
            "address": first.address or self._address_before(before, seen.language.label),
            "emoji": seen.emoji(first.emoji),
            "emoji_valence": first.emoji_valence,
            "notes": tuple(
                notes_on(seen, self.languages, locale=locale, doubt=doubt, by_subject=bool(told), more=before.note)
            ),
            "ruleset": self.ruleset,
        }
        return Analysis.made({}, fields)

    def glance(self, text: str, *, locale: str | None = None) -> Glance:
        """Return a quick look at a text: zones and language now, the rest on first access, as `read` would find it."""
        seen = self._look(without_surrogates(plain_text(text)), locale, scanned=False)
        normal = seen.normal
        panel = self._form_panels.get(seen.language.label, self._form_panel)

        def form() -> Verdict | None:
            if panel is None:
                return None
            with_code = only_zones(normal.text, seen.zones, _SHAPE_ZONES)
            text_alone = only_zones(normal.text, seen.zones, _WORD_ZONES)
            scans = [
                scan_form(text_alone, with_code, seen.zones, self._readings.of(each), self._shapes)
                for each in self._readings.codes(seen.language)
            ]
            return panel.decide(collect_features(scans, seen.zones), seen.written)[FORM]

        def emoji() -> tuple[str, ...]:
            return seen.emoji(self._shapes.emoji(only_zones(normal.text, seen.zones, _SHAPE_ZONES)))

        def address() -> AddressForms:
            words_alone = only_zones(normal.text, seen.zones, _WORD_ZONES)
            return address_in(words_alone, self._readings.of(seen.language.label))

        def whole() -> Analysis:
            return self.read(text, locale=locale)

        return Glance(
            seen.plain, seen.written_zones(), seen.language, form=form, emoji=emoji, address=address, whole=whole
        )

    def reads(self, analysis: Analysis, *, locale: str | None = None) -> bool:
        """Return whether all of a message could be read.

        That is so if its languages are known and have packs, it is not too long, and no HTML was left out.
        """
        language, longest = analysis.language, max(len(analysis.text), len(analysis.subject))
        if language.label not in self.languages or longest > MOST_CHARACTERS:
            return False
        if says_left_out(analysis.text):
            return False
        if self._language.leaves_open(language, self.languages, locale=locale):
            return False
        if self._zones.leaves_answers(analysis.text, analysis.zones):
            return False
        return all(each.code in self.languages for each in self._switches(analysis.text, analysis.zones, language))

    def features(self, text: str) -> Features:
        """Return every feature of `text` that a head may count."""
        seen = self._look(without_surrogates(plain_text(text)), None)
        return collect_features(seen.scans, seen.zones)

    def observe(self, text: str, heads: Mapping[str, Head]) -> ObservedMessage:
        """Return what `heads` count in `text`, and its words, for calibration."""
        seen = self._look(without_surrogates(plain_text(text)), None)
        counted = counted_by(heads, collect_features(seen.scans, seen.zones))
        return ObservedMessage(seen.language.label, counted, tuple(runs_of_words(seen.scans[0].parsed, seen.zones)))

    def _look(
        self,
        plain: str,
        locale: str | None,
        *,
        before: EarlierTurns | None = None,
        scanned: bool = True,
        passed_on: bool = False,
    ) -> Seen:
        normal = read_part(plain, self._zones.quoted_from)
        words = parts_of(spoken := whole_words(lowered(normal.text)))
        zones = self._zones.split(normal.text, words, passed_on=passed_on)
        said = only_zones(normal.text, zones, _LANGUAGE_ZONES)
        if not said.strip():
            # A sender who only forwards a mail is answered in the language of that mail.
            said = only_zones(normal.text, zones, FORWARDED)
        earlier = (lambda: before.language) if before else None
        said = without_links(said)
        # If everything is the sender's own, reuse the words above, except with İ, whose lower case is longer.
        cut = spoken if said is normal.text and "\u0130" not in said else None
        language = self._language.read(said, locale=locale, before=earlier, said=cut)
        return Seen(
            plain,
            normal,
            words,
            zones,
            language,
            [self._scan(code, normal.text, zones, words) for code in self._readings.codes(language)] if scanned else [],
        )

    def _address_before(self, before: EarlierTurns, language: str) -> AddressForms:
        forms = self._readings.of(language).address
        return before.address if forms and forms.telling and before.language == language else None

    def _switches(self, text: str, zones: Sequence[Zone], language: LanguageVerdict) -> list[Switch]:
        """Return where the sender switches to another language; nothing if the main language is uncertain."""
        if language.label not in self.languages or language.unsure:
            return []
        own = only_zones(text, zones, _OWN_ZONES)
        return list(self._language.switches(without_links(own), self._readings.codes(language)))

    def _readings_beside(self, text: str, language: LanguageVerdict) -> list[LanguageReading]:
        """Return the tools for a text beside a message, such as its subject, in both their languages."""
        own = self._language.read(text, locale=language.label)
        codes = dict.fromkeys((*self._readings.codes(language), *self._readings.codes(own)))
        return [self._readings.of(code) for code in codes]

    def _scan(self, code: str, text: str, zones: tuple[Zone, ...], words: AbstractSet[str]) -> Scan:
        return scan(
            only_zones(text, zones, _WORD_ZONES),
            only_zones(text, zones, _SHAPE_ZONES),
            zones,
            self._readings.of(code),
            self._shapes,
            code=code,
            words=words,
        )
