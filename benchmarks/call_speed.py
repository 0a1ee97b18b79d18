"""How long a call takes, beside other libraries on the same messages, by language and length."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from peer_clock import PeerClock
from speed_messages import HUNDRED_KB, LANGUAGES, MEGABYTE, WORDS, SpeedMessages
from timing import Clocked, Times, clocked, in_turn

from tonekit import ToneKit

CALLS = {5: 400, 60: 400, 600: 60, 6000: 8}
DIFFERENT = 80
"""Different messages of a length, at most."""
_SLOW_FROM = 6000
"""Words from which peers that take quadratic time are left out."""
_PEERS = ("VADER", "langdetect", "asent")
_DOUBLINGS = tuple(60 * 2**step for step in range(12))


def call_lines(
    toolkit: ToneKit, messages: Mapping[str, SpeedMessages], peers: PeerClock | None, *, quick: bool
) -> Iterator[str]:
    """Yield the table of analyze and personalize and of the peers, in microseconds; with `quick`, of a quarter."""
    yield "| language | words | what | median µs | 95 % | 99 % | ratio to VADER |"
    yield "|---|---|---|---|---|---|---|"
    for language in LANGUAGES:
        for words in WORDS:
            calls = CALLS[words] // (4 if quick else 1)
            texts = messages[language].of_words(words, min(DIFFERENT, calls))
            candidates = _candidates(toolkit, peers, language, words)
            yield from _lines(language, str(words), in_turn(candidates, texts, calls=calls, warm_up=2))
        texts = [messages[language].of_bytes(MEGABYTE)]
        yield from _lines(language, "1 MB", in_turn(_ours(toolkit), texts, calls=1 if quick else 3, warm_up=1))


def _ours(toolkit: ToneKit) -> dict[str, Clocked]:
    return {"analyze": clocked(toolkit.analyze), "personalize": clocked(lambda text: _answered(toolkit, text))}


def _answered(toolkit: ToneKit, text: str) -> Any:
    """Answer a message: prompt and text of the reply are there."""
    return toolkit.personalize(text)


def _candidates(toolkit: ToneKit, peers: PeerClock | None, language: str, words: int) -> dict[str, Clocked]:
    found = _ours(toolkit)
    if words < _SLOW_FROM:
        found["VADER"] = clocked(vader())
    if peers is not None and words < _SLOW_FROM:
        found |= {name: peers.clocked(name, language) for name in peers.knows(language)}
    return found


def vader() -> Any:
    """Return VADER's call; it reads English, and is timed on whatever it is given."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer().polarity_scores


def _lines(language: str, words: str, taken: Mapping[str, Times]) -> Iterator[str]:
    base = taken["VADER"].median if "VADER" in taken else None
    for name, times in taken.items():
        ratio = f"{times.median / base:.2f}" if base else "–"
        yield (
            f"| {language} | {words} | {name} | {times.median:,.0f} | {times.below(95):,.0f} | "
            f"{times.below(99):,.0f} | {ratio} |"
        )


def scaling_lines(toolkit: ToneKit, messages: Mapping[str, SpeedMessages]) -> Iterator[str]:
    """Yield how much longer twice the words take, from 60 words on."""
    yield "| language | " + " | ".join(f"{2 * words:,}" for words in _DOUBLINGS[:-1]) + " |"
    yield "|---|" + "---|" * (len(_DOUBLINGS) - 1)
    for language in LANGUAGES:
        times = list(_times_of_lengths(toolkit, messages[language]))
        factors = (f"{longer / shorter:.2f}" for shorter, longer in pairwise(times))
        yield f"| {language} | {' | '.join(factors)} |"


def _times_of_lengths(toolkit: ToneKit, messages: SpeedMessages) -> Iterator[float]:
    work = {"analyze": clocked(toolkit.analyze)}
    texts = messages.of_words(_DOUBLINGS[0], DIFFERENT)
    for words in _DOUBLINGS:
        calls = max(8, 6_000 // words)
        yield in_turn(work, texts, calls=calls, warm_up=1)["analyze"].median
        # Each with the next: what is twice as long says the same, so that nothing but the length differs.
        texts = [f"{text}\n\n{other}" for text, other in zip(texts, [*texts[1:], texts[0]], strict=True)]


def hundred_kb_lines(toolkit: ToneKit, messages: Mapping[str, SpeedMessages]) -> Iterator[str]:
    """Yield how long a message of 100 KB takes."""
    yield "| language | analyze, ms | personalize, ms |"
    yield "|---|---|---|"
    for language in LANGUAGES:
        taken = in_turn(_ours(toolkit), [messages[language].of_bytes(HUNDRED_KB)], calls=7, warm_up=1)
        yield f"| {language} | {taken['analyze'].median / 1000:.1f} | {taken['personalize'].median / 1000:.1f} |"


def texts_of_sixty(messages: Mapping[str, SpeedMessages], language: str) -> Sequence[str]:
    """Return the messages of about 60 words."""
    return messages[language].of_words(WORDS[1], DIFFERENT)
