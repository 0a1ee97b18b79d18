"""Measure what calibration is worth on messages that it has not seen.

    python benchmarks/calibration.py [--data FOLDER] [--seeds 10] [--only airline,few,gold,fixtures,precision,time]

Every figure is the mean over random splits: some rows are labelled, the others are asked. Weights start either as
shipped, and are then asked only rows that no weight was fitted on, or are fitted anew without the set in question. The
labelled sets stand in a folder beside the checkout; without it the fixtures and our own messages are measured.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean, pstdev
from time import process_time

import numpy as np
from fit_rows import REPEAT, read_rows
from fit_weights import BY_HAND, _with_all_cues, fit_head
from labelled_sets import DATA, GOLD, LabelledSet, fixtures, labelled_sets, own_messages

from tonekit.analysis import DIMENSIONS
from tonekit.errors import CalibrationError
from tonekit.evaluation.calibration.kept_parts import calibrated_file
from tonekit.evaluation.calibration.material import material_of
from tonekit.evaluation.calibration.occurrences import faded_sum, grams
from tonekit.evaluation.calibration.on_labels import calibrate, calibrate_observed, observe
from tonekit.evaluation.calibration.options import Options
from tonekit.evaluation.labelled import LabelledMessage
from tonekit.evaluation.scores import macro_f1
from tonekit.reading.heads.additive_heads import Head, load_heads
from tonekit.reading.heads.calibrated import CalibratedFile, calibrated_heads
from tonekit.reading.heads.head_set import HeadSet
from tonekit.reading.observed_message import ObservedMessage

AIRLINE = "sentiment_en_airline"
HARM = 0.01
PRECISION = 0.9
Heads = Mapping[str, Head]


@dataclass(frozen=True)
class Rows:
    """Labelled messages, and what the heads see in each."""

    messages: Sequence[LabelledMessage]
    observed: Sequence[ObservedMessage]

    def part(self, places: Iterable[int]) -> Rows:
        """Return the rows at these places."""
        chosen = list(places)
        return Rows([self.messages[each] for each in chosen], [self.observed[each] for each in chosen])

    def split(self, labelled: int, seed: int) -> tuple[Rows, Rows]:
        """Return rows to label, drawn by chance, and the others."""
        order = np.random.default_rng(seed).permutation(len(self.messages)).tolist()
        return self.part(order[:labelled]), self.part(order[labelled:])

    def of(self, language: str) -> Rows:
        """Return the rows that are read in a language."""
        return self.part(place for place, each in enumerate(self.observed) if each.language == language)

    def wanted(self, dimension: str) -> list[str]:
        """Return the labels of a dimension."""
        return [each.labels[dimension] for each in self.messages]


@dataclass(frozen=True)
class Run:
    """One calibration: macro-F1 before and after on rows that it did not see, and whether anything was taken."""

    before: float
    after: float
    taken: bool
    refused: bool = False

    @property
    def gain(self) -> float:
        """What was gained."""
        return self.after - self.before


def main() -> int:
    """Print all tables; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA, help="folder with gold/ and public/")
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--only", default=",".join(TABLES))
    options = parser.parse_args()
    sets = list(labelled_sets(options.data)) if options.data.is_dir() else []
    for name in options.only.split(","):
        title, lines = TABLES[name]
        print(f"\n## {title}\n", flush=True)
        for line in lines(sets, options.seeds):
            print(line, flush=True)
    return 0


def airline(sets: Sequence[LabelledSet], seeds: int) -> Iterator[str]:
    """Yield the table of the airline set: from the shipped weights, and from weights that never saw the set."""
    chosen = next((each for each in sets if each.name == AIRLINE), None)
    if chosen is None:
        return
    yield "| weights start | rows labelled | rows asked | own words | before | after | spread | taken |"
    yield "|---|---|---|---|---|---|---|---|"
    starts = (
        ("as shipped", load_heads(), chosen.unseen),
        ("never saw the set", without(sets, [AIRLINE], ["sentiment"]), chosen.rows),
    )
    for start, heads, messages in starts:
        rows = rows_of(messages, {"sentiment": heads["sentiment"]})
        for labelled in (each for each in (30, 100, 200, 600, 1350) if each <= len(rows.messages) - 100):
            for accept_all in (False, True):
                trial = Trial(rows, "sentiment", heads, Options(accept_all=accept_all))
                runs = [trial.run(labelled, seed) for seed in range(seeds)]
                yield (
                    f"| {start} | {labelled} | {len(rows.messages) - labelled} | {_yes(accept_all)} | "
                    f"{mean(each.before for each in runs):.3f} | {mean(each.after for each in runs):.3f} | "
                    f"± {pstdev(each.after for each in runs):.3f} | {sum(each.taken for each in runs)} of {seeds} |"
                )


def few(sets: Sequence[LabelledSet], seeds: int) -> Iterator[str]:
    """Yield what few labels cost at worst, on every set, with rows that no weight has seen."""
    yield "| rows labelled | own words | calibrations | refused | taken | mean gain | worst | cost over 0.01 |"
    yield "|---|---|---|---|---|---|---|---|"
    heads = load_heads()
    unseen = list(_unseen(sets, heads))
    for labelled in (30, 100, 200):
        for accept_all in (False, True):
            trials = [
                Trial(rows, dimension, heads, Options(accept_all=accept_all))
                for rows, dimension in unseen
                if labelled <= len(rows.messages) - 100
            ]
            runs = [trial.run(labelled, seed) for trial in trials for seed in range(seeds)]
            gains = [each.gain for each in runs]
            yield (
                f"| {labelled} | {_yes(accept_all)} | {len(runs)} | {sum(each.refused for each in runs)} | "
                f"{sum(each.taken for each in runs)} | {mean(gains):+.4f} | {min(gains):+.3f} | "
                f"{sum(gain < -HARM for gain in gains)} |"
            )


def gold(sets: Sequence[LabelledSet], seeds: int) -> Iterator[str]:
    """Yield the gold rows, half labelled and half asked, from weights that never saw a gold row."""
    chosen = [each for each in sets if each.group == GOLD]
    if chosen:
        heads = without(sets, [each.name for each in chosen], DIMENSIONS)
        yield from _halves(rows_of([row for each in chosen for row in each.rows], heads), heads, seeds)


def our_fixtures(_: Sequence[LabelledSet], seeds: int) -> Iterator[str]:
    """Yield the fixtures, half labelled and half asked, from the shipped weights: they never saw a fixture."""
    heads = load_heads()
    yield from _halves(rows_of([row for each in fixtures() for row in each.rows], heads), heads, seeds)


def precisions(sets: Sequence[LabelledSet], seeds: int) -> Iterator[str]:
    """Yield what precision the thresholds for 0.9 have on rows that they were not chosen on."""
    yield "| set | dimension | rows labelled | reachable | answers but neutral | right before | right after | kept |"
    yield "|---|---|---|---|---|---|---|---|"
    heads = load_heads()
    for rows, dimension in _unseen(sets, heads):
        labelled = len(rows.messages) // 2
        trial = Trial(rows, dimension, heads, Options(precision=PRECISION))
        found = [_precision(trial, labelled, seed) for seed in range(seeds)]
        reached = [each for each in found if each]
        name = rows.messages[0].id.rsplit("-", 1)[0] if len(rows.messages[0].labels) == 1 else "fixtures"
        if reached:
            right, kept, count, before = (mean(column) for column in zip(*reached, strict=True))
            cells = f"{count:.0f} | {before:.2f} | {right:.2f} | {kept:.2f}"
        else:
            cells = "– | – | – | –"
        yield f"| {name} | {dimension} | {labelled} | {len(reached)} of {seeds} | {cells} |"


def times(sets: Sequence[LabelledSet], _: int) -> Iterator[str]:
    """Yield the seconds of processor time that one calibration takes, reading and loading the packs included."""
    yield "| messages | dimensions | own words | seconds |"
    yield "|---|---|---|---|"
    tried = [("own", [row for each in own_messages() for row in each.rows])]
    tried += [(each.name, list(each.rows)) for each in sets if each.name == AIRLINE]
    for _name, messages in tried:
        step = max(1, len(messages) // 1500)
        chosen = messages[::step][:1500]
        for accept_all in (False, True):
            began = process_time()
            calibrate(chosen, options=Options(accept_all=accept_all))
            dimensions = len({name for each in chosen for name in each.labels} & set(DIMENSIONS))
            yield f"| {len(chosen)} | {dimensions} | {_yes(accept_all)} | {process_time() - began:.1f} |"


def rows_of(messages: Sequence[LabelledMessage], heads: Heads) -> Rows:
    """Return messages with what the heads see in them."""
    return Rows(messages, observe(messages, heads))


def without(sets: Sequence[LabelledSet], names: Sequence[str], dimensions: Sequence[str]) -> dict[str, Head]:
    """Return heads that are fitted as the shipped ones, but without some sets, and on cues alone."""
    left = [*own_messages(), *(each for each in sets if each.name not in names)]
    by_hand = {
        name: _with_all_cues(name, head.file) for name, head in load_heads(BY_HAND).items() if name in dimensions
    }
    rows = read_rows(left, by_hand)
    with redirect_stdout(io.StringIO()):
        fitted = {name: fit_head(name, head, rows).head for name, head in by_hand.items()}
    return {name: Head(name, head, repeat=REPEAT) for name, head in fitted.items()}


@dataclass(frozen=True)
class Trial:
    """What is tried over and over with other splits."""

    rows: Rows
    dimension: str
    heads: Heads
    options: Options = field(default_factory=Options)

    def run(self, labelled: int, seed: int) -> Run:
        """Return what calibration on some rows does to the others."""
        told, asked = self.rows.split(labelled, seed)
        wanted = asked.wanted(self.dimension)
        before = macro_f1(wanted, answers(asked, self.dimension, HeadSet(self.heads), None))
        try:
            content = self.calibrated(told)
        except CalibrationError:
            return Run(before, before, taken=False, refused=True)
        after = answers(asked, self.dimension, calibrated_heads(self.heads, content), content)
        return Run(before, macro_f1(wanted, after), taken=bool(content.dimensions[self.dimension].languages))

    def calibrated(self, told: Rows) -> CalibratedFile:
        """Return what calibration on some rows keeps."""
        name = self.dimension
        messages = [replace(each, labels={name: each.labels[name]}) for each in told.messages]
        found = calibrate_observed(messages, told.observed, {name: self.heads[name]}, options=self.options)
        return calibrated_file(found, labelled="benchmark", date=datetime.now(tz=UTC).date())


def answers(asked: Rows, dimension: str, heads: HeadSet, content: CalibratedFile | None) -> list[str]:
    """Return the label of each row, as the heads give it; of the file only the cues of the user are looked at."""
    given: dict[int, str] = {}
    for language in {each.language for each in asked.observed}:
        places = [place for place, each in enumerate(asked.observed) if each.language == language]
        head = heads.of(language)[dimension]
        seen = [_with_words(asked.observed[place], head, content) for place in places]
        material = material_of(head, seen, [head.file.neutral] * len(seen))
        given.update(zip(places, material.given(material.before())[0], strict=True))
    return [given[place] for place in range(len(asked.messages))]


def _yes(truth: bool) -> str:  # noqa: FBT001 - private, called by position
    return "yes" if truth else "no"


def _with_words(observed: ObservedMessage, head: Head, content: CalibratedFile | None) -> ObservedMessage:
    """Return a message with the user's own words counted, as the reader would count them."""
    cues = {cue: phrases[0] for cue, phrases in (content.cues.get(observed.language, {}) if content else {}).items()}
    if not cues:
        return observed
    found = grams(observed, head.file.zones, ())
    own = [(cue, faded_sum(found[phrase], head.repeat)) for cue, phrase in cues.items() if found[phrase]]
    return replace(observed, counted={**observed.counted, head.dimension: [*observed.counted[head.dimension], *own]})


def _unseen(sets: Sequence[LabelledSet], heads: Heads) -> Iterator[tuple[Rows, str]]:
    """Yield rows that no weight was fitted on, with a dimension of theirs: public sets and fixtures."""
    for each in sets:
        if each.group != GOLD and each.dimensions[0] in heads:
            yield rows_of(each.unseen, {each.dimensions[0]: heads[each.dimensions[0]]}), each.dimensions[0]
    rows = rows_of([row for each in fixtures() for row in each.rows], heads)
    yield from ((rows, dimension) for dimension in heads)


def _halves(rows: Rows, heads: Heads, seeds: int) -> Iterator[str]:
    languages = sorted({each.labels["language"] for each in rows.messages} - {"und"})
    yield f"| dimension | taken | before | after | {' | '.join(languages)} | worst language and split | cells worse |"
    yield f"|---|---|---|---|{'---|' * len(languages)}---|---|"
    for dimension in heads:
        trial = Trial(rows, dimension, heads)
        found = [list(_half(trial, seed, languages)) for seed in range(seeds)]
        gains = [[each.gain for each in column] for column in zip(*found, strict=True)]
        cells = [gain for column in gains[1:] for gain in column]
        shown = " | ".join(f"{mean(column):+.3f}" for column in gains[1:])
        yield (
            f"| {dimension} | {sum(each[0].taken for each in found)} of {seeds} | "
            f"{mean(e[0].before for e in found):.3f} | {mean(e[0].after for e in found):.3f} | {shown} | "
            f"{min(cells):+.3f} | {sum(cell < 0 for cell in cells)} of {len(cells)} |"
        )


def _half(trial: Trial, seed: int, languages: Sequence[str]) -> Iterator[Run]:
    """Yield the run on all rows that are asked, and then by language."""
    told, asked = trial.rows.split(len(trial.rows.messages) // 2, seed)
    content = trial.calibrated(told)
    new, name = calibrated_heads(trial.heads, content), trial.dimension
    for part in (asked, *(asked.of(language) for language in languages)):
        wanted = part.wanted(name)
        old = HeadSet(trial.heads)
        before, after = (macro_f1(wanted, answers(part, name, heads, content)) for heads in (old, new))
        yield Run(before, after, taken=bool(content.dimensions[name].languages))


def _precision(trial: Trial, labelled: int, seed: int) -> tuple[float, float, int, float] | None:
    """Return precision after, share of answers kept, answers before, precision before; None where none is reachable."""
    told, asked = trial.rows.split(labelled, seed)
    content, name = trial.calibrated(told), trial.dimension
    part = content.dimensions[name]
    if part.precision is None or not part.languages:
        return None
    loose = content.model_copy(update={"dimensions": {name: part.model_copy(update={"unsure_below": None})}})
    # Where the threshold does not hold it promises nothing.
    asked = asked.part(place for place, each in enumerate(asked.observed) if each.language in part.languages)
    neutral, wanted = trial.heads[name].file.neutral, asked.wanted(name)
    pairs = []
    for each in (loose, content):
        given = answers(asked, name, calibrated_heads(trial.heads, each), each)
        pairs.append([a == b for a, b in zip(wanted, given, strict=True) if b != neutral])
    before, after = pairs
    return mean(after or [0]), len(after) / max(1, len(before)), len(before), mean(before or [0])


TABLES: dict[str, tuple[str, Callable[[Sequence[LabelledSet], int], Iterator[str]]]] = {
    "airline": ("Sentiment of airline posts", airline),
    "few": ("What few labels cost at worst", few),
    "gold": ("Gold set, half labelled and half asked", gold),
    "fixtures": ("Fixtures, half labelled and half asked", our_fixtures),
    "precision": ("Thresholds for nine of ten right", precisions),
    "time": ("Processor time", times),
}

if __name__ == "__main__":
    sys.exit(main())
