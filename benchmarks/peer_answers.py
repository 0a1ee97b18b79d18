"""Runs in the peers' environment: a question as JSON on standard input, each peer's answers as JSON on standard output.

Imports nothing of tonekit. Sentiment thresholds are those that the peers' documentation gives.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

VADER_THRESHOLD = 0.05
MOODS = {"negative": "frustrated", "neutral": "neutral", "positive": "enthusiastic"}
Answer = Callable[[str], str]


def main() -> None:
    """Answer one question."""
    question = json.load(sys.stdin)
    dimension, language = question["dimension"], question["language"]
    if dimension == "language":
        peers = dict(_language_peers())
    elif dimension in ("sentiment", "mood"):
        peers = {
            name: _as_mood(answer) if dimension == "mood" else answer for name, answer in _sentiment_peers(language)
        }
    else:
        peers = {}
    json.dump({name: [answer(text) for text in question["texts"]] for name, answer in peers.items()}, sys.stdout)


def sentiment_peer(name: str, language: str) -> Answer:
    """Return a peer that tells the sentiment of a language."""
    return dict(_sentiment_peers(language))[name]


def language_peer(name: str) -> Answer:
    """Return a peer that tells the language."""
    return dict(_language_peers())[name]


def _as_mood(answer: Answer) -> Answer:
    return lambda text: MOODS[answer(text)]


def _polarity(score: float, threshold: float) -> str:
    if abs(score) < threshold or score == 0:
        return "neutral"
    return "positive" if score > 0 else "negative"


def _sentiment_peers(language: str | None) -> Iterator[tuple[str, Answer]]:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    vader: Any = SentimentIntensityAnalyzer()
    if language in ("en", "de", "sv"):
        yield "VADER", lambda text: _polarity(vader.polarity_scores(text)["compound"], VADER_THRESHOLD)
    if language in ("en", "da"):
        from afinn import Afinn

        afinn: Any = Afinn(language=language, emoticons=True)
        yield "afinn", lambda text: _polarity(afinn.score(text), 0.0)
    if language in ("en", "da", "nb", "sv"):
        yield "asent", _asent(language)


def _asent(language: str) -> Answer:
    # One language a process: asent's spaCy extensions overwrite each other.
    import asent  # noqa: F401 - registers its pipes
    import spacy

    nlp = spacy.blank(language)
    nlp.add_pipe("sentencizer")
    nlp.add_pipe({"nb": "asent_no_v1"}.get(language, f"asent_{language}_v1"))
    return lambda text: _polarity(nlp(text)._.polarity.compound, VADER_THRESHOLD)


def _language_peers() -> Iterator[tuple[str, Answer]]:
    import langdetect
    from lingua import Language, LanguageDetectorBuilder
    from py3langid import langid

    langdetect.DetectorFactory.seed = 0
    yield "langdetect", _langdetect
    langid.set_languages(["en", "de", "sv", "no", "nn", "da"])
    yield "py3langid", lambda text: _norwegian(langid.classify(text)[0])
    known = {
        Language.ENGLISH: "en",
        Language.GERMAN: "de",
        Language.SWEDISH: "sv",
        Language.BOKMAL: "nb",
        Language.DANISH: "da",
    }
    detector = LanguageDetectorBuilder.from_languages(*known).build()
    yield "lingua", lambda text: known.get(detector.detect_language_of(text), "und")


def _langdetect(text: str) -> str:
    import langdetect

    try:
        return _norwegian(langdetect.detect(text))
    except langdetect.LangDetectException:
        return "und"


def _norwegian(code: str) -> str:
    return {"no": "nb", "nn": "nb"}.get(code, code)


if __name__ == "__main__":
    main()
