"""Learn which words together call for a person, and write alert_words.tsv.

    python benchmarks/fit_alerts.py [--only KIND …] [--write]

Learned from benchmarks/alerts, where every message says which triggers it holds, and from benchmarks/messages,
contrasts, close_calls and posts as ordinary mail: those of critical urgency hold `stopped`, those with an alert that a
phrase has found are left out. Of a message that holds a kind only the two neighbouring sentences count that speak for
it most (multiple instance learning, Andrews, Tsochantaridis and Hofmann 2003). The base of a kind is set on scores held
out in five folds, so that hardly an ordinary or tricky message gives an alert. Needs the extra `fit`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

import numpy as np
from labelled_sets import ROOT
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from tonekit.languages.loading import available_languages, load_pack, load_shared_cues
from tonekit.reading.alerts.alert_words import BASE, beside_words, sentences_of
from tonekit.reading.alerts.phrase_alerts import find_alerts
from tonekit.reading.language_reading import for_pack
from tonekit.reading.parsing import Parsed, Parser
from tonekit.reading.words.checked import note_checked
from tonekit.reading.words.said import said_words
from tonekit.reading.words.shipped_table import ALERT, ALERT_WORDS, LEARNED
from tonekit.reading.words.word_table import WordTable
from tonekit.stated_facts import Span

FOLDS = 5
LEAST_MESSAGES = 3
"""An entry of fewer messages may be anybody's name."""
STRENGTH = 2.0
"""Inverse pull to 0, as scikit-learn counts it."""
ROUNDS = 2
"""How often the sentences that speak for a kind are chosen anew; a third round changes nothing."""
LEAST = 0.3
"""Weights that are smaller are left out. With 0.25 the table has a third more entries, and with 0.35 a fifth fewer; of
messages that nobody has seen each step recognises 0.005 to 0.01."""
FALSE_ALARMS = 0.0005
"""Share of ordinary messages that may give an alert of one kind …"""
TRICKY_ALARMS = 0.002
"""… and of the messages in benchmarks/alerts that hold nothing, though they use the same words."""
LATE = frozenset({"leaving", "abuse", "person", "breach"})
"""Kinds that the authors of other matters did not label: who is angry, complains or cancels may hold one, and so may a
message that holds another kind. Such messages take no part in learning these."""
MORE_ALARMS = {**dict.fromkeys(("safety", "self_harm", "stopped"), 4), **dict.fromkeys(LATE, 8)}
"""How many times as many alarms may come of the kinds that cost most when they are missed, and of those that are told
in so many words that few would be heard otherwise: at 0.05 and 0.2 % one breach in five and one leaving in twelve is,
at eight times as many two in five and one in four, and half of the insults and the wishes for a person."""
MARGIN = {
    **dict.fromkeys(LEARNED, -0.5),
    **dict.fromkeys(("legal", "press", "breach"), 0.0),
    **dict.fromkeys(("abuse", "person"), 0.5),
    "portability": 1.0,
}
"""What has to be passed besides, or less. With 0.5 less, of 1,022 triggers that nobody has seen 33 more are recognised,
for 3 more alarms of 514 tricky messages and 7 of 1,323 ordinary ones; for legal steps and the press as many false ones
as true. Invoices as a file and formats of imports are rarer here than at a desk. Of insults and wishes for a person 1.0
more costs 8 of 201 on four sets that nothing was learned from, of breaches 0.5 more costs none of 51, and a third of
the false alarms of the three go."""
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

Scores = NDArray[np.float64]
Chosen = NDArray[np.bool_]


@dataclass(frozen=True)
class Message:
    """What is learned from: the entries of each two neighbouring sentences, the kinds it holds, and whose it is.

    Attributes:
        calm: nothing in its labels lets expect a kind that nobody has labelled.
    """

    windows: tuple[frozenset[str], ...]
    kinds: frozenset[str]
    ordinary: bool
    calm: bool

    def tells_of(self, kind: str) -> bool:
        """Return whether it says anything about a kind: that it holds it, or that it does not."""
        return kind in self.kinds or kind not in LATE or (self.calm and self.kinds <= LATE)


def main() -> None:
    """Print what is recognised held out, by kind; with --write, write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=LEARNED, default=LEARNED, help="the others stay as they are")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    messages = list(read_messages())
    spread = Counter(entry for each in messages for entry in frozenset().union(*each.windows))
    names = sorted(entry for entry, count in spread.items() if count >= LEAST_MESSAGES and any(map(str.isalpha, entry)))
    matrix, owner = as_matrix(messages, names)
    columns = {}
    print("| kind | messages | recognised held out |\n|---|---|---|")
    for kind in options.only:
        columns[kind], recognised = learned(kind, messages, matrix, owner)
        print(f"| {kind} | {sum(kind in each.kinds for each in messages)} | {recognised:.2f} |", flush=True)
    if options.write:
        write_table(names, columns)


def read_messages() -> Iterator[Message]:
    """Yield the messages of both folders."""
    parsers = {code: parser_of(code) for code in available_languages()}
    for path in sorted((ROOT / "benchmarks" / "alerts").glob("*.jsonl")):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            kinds = frozenset(KINDS.get(trigger, trigger) for trigger in row["triggers"])
            yield Message(windows_of(parsers[path.stem].parse(row["text"])), kinds, ordinary=False, calm=True)
    ordinary = [path for folder in ORDINARY for path in sorted((ROOT / "benchmarks" / folder).glob("*.jsonl"))]
    for path in ordinary:
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            parsed = parsers[path.stem].parse(row["text"])
            critical = row.get("urgency") == "critical"
            if critical or not has_alert(parsed):
                kinds = frozenset({"stopped"} if critical else ())
                calm = row.get("mood") != "frustrated" and row.get("request") not in ANGRY
                yield Message(windows_of(parsed), kinds, ordinary=not critical, calm=calm)


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


def as_matrix(messages: Sequence[Message], names: Sequence[str]) -> tuple[csr_matrix, NDArray[np.int64]]:
    """Return one row for each two sentences and one column for each entry, and the message of each row."""
    place = {name: column for column, name in enumerate(names)}
    windows = [(number, window) for number, message in enumerate(messages) for window in message.windows]
    cells = [(row, place[entry]) for row, (_, window) in enumerate(windows) for entry in window if entry in place]
    rows, columns = zip(*cells, strict=True)
    matrix = csr_matrix((np.ones(len(cells)), (rows, columns)), shape=(len(windows), len(names)))
    return matrix, np.array([number for number, _ in windows])


def learned(
    kind: str, messages: Sequence[Message], matrix: csr_matrix, owner: NDArray[np.int64]
) -> tuple[tuple[Scores, float], float]:
    """Return the weights and the base of a kind, and the share of its messages that is recognised held out."""
    holds = np.array([kind in each.kinds for each in messages])
    telling = np.array([each.tells_of(kind) for each in messages])
    ordinary = np.array([each.ordinary for each in messages]) & telling
    highest = np.full(len(messages), -np.inf)
    for fold in range(FOLDS):
        outside = owner % FOLDS == fold
        weights = fitted(matrix, holds[owner], owner, ~outside & telling[owner])
        np.maximum.at(highest, owner[outside], matrix[outside] @ weights)
    tricky = np.array([not each.kinds and not each.ordinary for each in messages])
    often = MORE_ALARMS.get(kind, 1)
    passed = _above(highest[ordinary], often * FALSE_ALARMS), _above(highest[tricky], often * TRICKY_ALARMS)
    base = -max(passed) - MARGIN.get(kind, 0.0)
    weights = fitted(matrix, holds[owner], owner, telling[owner])
    return (weights, base), float((highest[holds] + base > 0).mean())


def fitted(matrix: csr_matrix, holds: Chosen, owner: NDArray[np.int64], given: Chosen) -> Scores:
    """Return the weights; of messages that hold the kind the sentences that speak for it most take part."""
    taking_part = given
    for _ in range(ROUNDS):
        model = LogisticRegression(C=STRENGTH, max_iter=200, solver="liblinear").fit(
            matrix[taking_part], holds[taking_part]
        )
        best = _best(matrix @ model.coef_[0], owner, given & holds)
        taking_part = given & ~holds
        taking_part[best] = True
    weights: Scores = np.where(np.abs(model.coef_[0]) >= LEAST, model.coef_[0], 0.0)
    return weights


def _above(scores: Scores, share: float) -> float:
    """Return the score that only a share of the messages is above."""
    return float(np.quantile(scores, 1 - share))


def _best(scores: Scores, owner: NDArray[np.int64], chosen: Chosen) -> list[int]:
    best: dict[int, int] = {}
    for row in np.flatnonzero(chosen):
        number = int(owner[row])
        if number not in best or scores[row] > scores[best[number]]:
            best[number] = int(row)
    return list(best.values())


def write_table(names: Sequence[str], columns: Mapping[str, tuple[Scores, float]]) -> None:
    """Replace the columns of alert_words.tsv."""
    lines = ALERT_WORDS.read_text(encoding="utf-8").splitlines()
    head = list(takewhile(lambda line: line.startswith("# "), lines))
    table = read_columns(lines[len(head) :])
    for kind, (weights, base) in columns.items():
        told = zip(names, weights, strict=True)
        table[f"{ALERT}.{kind}"] = {BASE: _cell(base), **{name: _cell(weight) for name, weight in told if weight}}
    ordered = [table.get(f"{ALERT}.{kind}", {}) for kind in LEARNED]
    entries = sorted({entry for column in ordered for entry in column} - {BASE})
    rows = ["\t".join(["word", *(f"{ALERT}.{kind}" for kind in LEARNED)])]
    rows += [
        "\t".join([entry, *(column.get(entry, "") for column in ordered)]).rstrip("\t") for entry in (BASE, *entries)
    ]
    ALERT_WORDS.write_text("\n".join([*head, *rows]) + "\n", encoding="utf-8")
    WordTable(ALERT_WORDS, {ALERT: LEARNED}).known()
    note_checked(ALERT_WORDS)


def read_columns(lines: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return the cells of a table that are not empty, by its columns and entries."""
    names, *rows = (line.split("\t") for line in lines)
    table: dict[str, dict[str, str]] = {name: {} for name in names[1:]}
    for entry, *cells in rows:
        for name, cell in zip(names[1:], cells, strict=False):
            if cell:
                table[name][entry] = cell
    return table


def _cell(weight: float) -> str:
    written = f"{abs(weight):.2f}".strip("0").rstrip(".")
    return f"-{written}" if written and weight < 0 else written


if __name__ == "__main__":
    main()
