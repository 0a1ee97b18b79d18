"""List words of our own messages that say something about a label, and that no cue and no field hears yet.

    python benchmarks/silent_words.py de [--dimensions mood,request] [--most 30]

For the people who write packs: a word is listed where messages with it are read less often as their label than they
should be. Take what customers use in general into a field or a cue, and leave what only our messages happen to say.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from math import sqrt

from labelled_sets import own_messages

from tonekit import Analysis, ToneKit
from tonekit.analysis import DIMENSIONS
from tonekit.evaluation.labelled import LabelledMessage
from tonekit.languages.loading import load_pack
from tonekit.reading.language.letters import words_of

FEWEST = 3
"""Messages that a word stands in, at least."""
Read = Sequence[tuple[LabelledMessage, Analysis]]


def main() -> int:
    """Print the words by dimension and label; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language", help="code of the language")
    parser.add_argument("--dimensions", default=",".join(DIMENSIONS))
    parser.add_argument("--most", type=int, default=30, help="words by label")
    options = parser.parse_args()
    analyze = ToneKit().analyze
    messages = [row for each in own_messages() if each.name.endswith(f"/{options.language}") for row in each.rows]
    read = [(row, analyze(row.text)) for row in messages]
    known = _known(options.language)
    for dimension in options.dimensions.split(","):
        for label in sorted({row.labels[dimension] for row in messages}):
            ranked = sorted(_surprises(dimension, label, read), reverse=True)[: options.most]
            shown = ", ".join(f"{word}{'*' if word in known else ''} {times}" for _, word, times in ranked)
            print(f"{dimension} {label}: {shown}\n")
    print("* stands in a field or cue already")
    return 0


def _known(code: str) -> set[str]:
    pack = load_pack(code)
    return {phrase for phrases in (*pack.fields.values(), *pack.cues.values()) for phrase in phrases}


def _surprises(dimension: str, label: str, read: Read) -> Iterator[tuple[float, str, int]]:
    """Yield words whose messages have the label more often than it was expected: deviation, word, messages."""
    missing: dict[str, list[float]] = {}
    for row, analysis in read:
        expected = getattr(analysis, dimension).probabilities[label]
        truth = float(row.labels[dimension] == label)
        for word in set(words_of(row.text)):
            missing.setdefault(word, []).append(truth - expected)
    for word, rests in missing.items():
        if len(rests) >= FEWEST and sum(rests) > 1:
            yield sum(rests) / sqrt(len(rests)), word, len(rests)


if __name__ == "__main__":
    sys.exit(main())
