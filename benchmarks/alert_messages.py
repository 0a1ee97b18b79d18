"""The messages that alerts are learned from, two neighbouring sentences at a time; a part of fit_alerts.py.

In benchmarks/alerts every message says which triggers it holds. Those of benchmarks/messages, contrasts, close_calls
and posts are ordinary mail: those of critical urgency hold `stopped`, those with an alert that a phrase has found are
left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from labelled_sets import ROOT

from tonekit.languages.loading import available_languages, load_pack, load_shared_cues
from tonekit.reading.alerts.alert_words import are_few, beside_words, sentences_of
from tonekit.reading.alerts.phrase_alerts import find_alerts
from tonekit.reading.language_reading import for_pack
from tonekit.reading.parsing import Parsed, Parser
from tonekit.reading.words.said import said_words
from tonekit.reading.words.shipped_table import LEARNED
from tonekit.stated_facts import Span

LATE = frozenset({"leaving", "abuse", "person", "breach"})
"""Kinds that the authors of other matters did not label: who is angry, complains or cancels may hold one, and so may a
message that holds another kind. Such messages take no part in learning these."""
ANGRY = frozenset({"complaint", "cancellation"})
ORDINARY = ("messages", "contrasts", "close_calls", "posts")
KINDS = {
    "legal_threat": "legal",
    "data_access": "access",
    "data_rectification": "rectification",
    "data_erasure": "erasure",
    "data_portability": "portability",
    "data_objection": "objection",
    "critical_urgency": "stopped",
    "prompt_injection": "injection",
    "data_breach": "breach",
    "wants_a_person": "person",
}
"""Trigger → kind of alert, where they are not called alike."""


@dataclass(frozen=True)
class Message:
    """What is learned from: the entries of each two neighbouring sentences, the kinds it holds, and whose it is.

    Attributes:
        few: whether each two sentences hold few words.
        calm: nothing in its labels lets expect a kind that nobody has labelled.
    """

    windows: tuple[frozenset[str], ...]
    few: tuple[bool, ...]
    kinds: frozenset[str]
    ordinary: bool
    calm: bool

    def tells_of(self, kind: str) -> bool:
        """Return whether it says anything about a kind: that it holds it, or that it does not."""
        return kind in self.kinds or kind not in LATE or (self.calm and self.kinds <= LATE)


def read_messages() -> Iterator[Message]:
    """Yield the messages of both folders."""
    parsers = {code: parser_of(code) for code in available_languages()}
    for path in sorted((ROOT / "benchmarks" / "alerts").glob("*.jsonl")):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            kinds = frozenset(KINDS.get(trigger, trigger) for trigger in row["triggers"])
            parsed = parsers[path.stem].parse(row["text"])
            yield Message(windows_of(parsed), tuple(are_few(parsed)), kinds, ordinary=False, calm=True)
    ordinary = [path for folder in ORDINARY for path in sorted((ROOT / "benchmarks" / folder).glob("*.jsonl"))]
    for path in ordinary:
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            parsed = parsers[path.stem].parse(row["text"])
            critical = row.get("urgency") == "critical"
            if critical or not has_alert(parsed):
                kinds = frozenset({"stopped"} if critical else ())
                calm = row.get("mood") != "frustrated" and row.get("request") not in ANGRY
                few = tuple(are_few(parsed))
                yield Message(windows_of(parsed), few, kinds, ordinary=not critical, calm=calm)


def parser_of(code: str) -> Parser:
    """Return what finds cues and fields of a language, and alerts by its phrases."""
    return for_pack(load_pack(code), load_shared_cues()).parser


def has_alert(parsed: Parsed) -> bool:
    """Return whether phrases find something in a message that words shall learn."""
    found = find_alerts(parsed, lambda start, end: Span(text=" ", start=start, end=end))
    return any(alert.kind in LEARNED for alert in found)


def windows_of(parsed: Parsed) -> tuple[frozenset[str], ...]:
    """Return the entries of each two neighbouring sentences; each counts where it stands first, as it does in use."""
    places = {**said_words(parsed), **beside_words(parsed)}
    sentences: list[set[str]] = [set() for _ in parsed.sentences]
    for entry, number in zip(places, sentences_of(parsed, places.values()), strict=True):
        sentences[number].add(entry)
    if not sentences[1:]:
        return (frozenset().union(*sentences),)
    return tuple(frozenset(one | other) for one, other in pairwise(sentences))
