"""Presidio behind the interface of a recogniser."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from tonekit import ToneKit
from tonekit.errors import UnknownNameError
from tonekit.guard.identifiers.page import Page
from tonekit.guard.presidio import PresidioRecogniser
from tonekit.guard.redact import Redactor


@dataclass
class Hit:
    """A result with the fields of Presidio's."""

    entity_type: str
    start: int
    end: int
    score: float


class Engine:
    """An engine of two words that remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Any]] = []

    def get_supported_entities(self, language: str | None = None) -> Sequence[str]:
        """Return what it finds; as Presidio does, it raises for a language that it does not have."""
        if language not in ("en", "de"):
            raise ValueError("No matching recognizers were found to serve the request.")
        return ["PERSON", "LOCATION"]

    def analyze(self, *, text: str, language: str, **options: Any) -> Sequence[Hit]:
        """Return the words."""
        self.asked.append((language, options.get("entities")))
        words = {"Ferrol": ("LOCATION", 0.85), "Maybe": ("PERSON", 0.2), "Ines": ("PERSON", 0.9)}
        return [
            Hit(entity, text.index(word), text.index(word) + len(word), score)
            for word, (entity, score) in words.items()
            if word in text
        ]


def test_what_is_sure_enough_is_taken() -> None:
    """Known names become our kinds, others kinds of their own, and low scores nothing."""
    redaction = Redactor(more=[PresidioRecogniser(Engine())]).redact("Maybe Ines lives in Ferrol, i@n.es")

    assert redaction.text == "Maybe [NAME_1] lives in [LOCATION_1], [EMAIL_1]"
    assert redaction.restore(redaction.text) == "Maybe Ines lives in Ferrol, i@n.es"


@pytest.mark.parametrize(("language", "asked"), [("de", "de"), ("sv", "en"), ("und", "en")])
def test_language_is_one_that_the_engine_has(language: str, asked: str) -> None:
    """An engine is asked in the language of the text where it has it, else in its first."""
    engine = Engine()
    recogniser = PresidioRecogniser(engine, languages=["en", "de"], entities=["PERSON"])
    Redactor(more=[recogniser]).redact("Ines", language=language)

    assert engine.asked == [(asked, ["PERSON"])]


@pytest.mark.parametrize(
    ("languages", "entities", "message"),
    [
        (
            ["en", "sv"],
            ["PERSON"],
            "there is no language in which this engine finds these entities: 'sv'. Available: en",
        ),
        (["sv"], None, "there is no language in which this engine finds these entities: 'sv'. Available: none"),
        (["en"], ["PERSN"], "there is no entity of Presidio 'PERSN'. Did you mean 'PERSON'?"),
        (["en"], [], "Name one under 'entities', or leave 'entities' out to look for everything. Available: LOCATION"),
    ],
)
def test_what_an_engine_lacks_is_told_at_once(languages: list[str], entities: list[str] | None, message: str) -> None:
    """An engine that would fail with the first message of a language, or never find an entity, is refused."""
    with pytest.raises(UnknownNameError, match=re.escape(message)):
        PresidioRecogniser(Engine(), languages=languages, entities=entities)


class Bare:
    """An engine of one's own that can do nothing but analyse."""

    def analyze(self, *, text: str, language: str, **_: Any) -> Sequence[Hit]:
        """Return the whole text, where it is English."""
        return [Hit("PERSON", 0, len(text), 0.9)] if language == "en" else []


def test_an_engine_need_only_analyse() -> None:
    """What cannot tell what it finds is not asked."""
    recogniser = PresidioRecogniser(Bare(), entities=["PERSON"])

    assert Redactor(more=[recogniser]).redact("Ines").text == "[NAME_1]"


def test_long_texts_come_in_pieces() -> None:
    """No engine gets a text that spaCy refuses, and what it finds stands where it stood."""
    text = "a " * 500_000 + "Ines"
    found = list(PresidioRecogniser(engine := Engine()).find(Page(text)))

    assert [text[each.start : each.end] for each in found] == ["Ines"]
    assert len(engine.asked) > 1


def test_toolkit_takes_it() -> None:
    """What the engine finds goes into no prompt."""
    kit = ToneKit(recognisers=[PresidioRecogniser(Engine())])
    prompt = kit.personalize("Hello, I am Ines from Ferrol. Where is my order?").prompt
    assert prompt is not None

    assert not {"Ines", "Ferrol"} & set(prompt.messages[1].content.replace(".", " ").split())
    assert prompt.restore("[LOCATION_1]") == "Ferrol"


@pytest.mark.filterwarnings("ignore")  # Presidio and what it brings warn of each other
def test_real_registry() -> None:
    """Presidio's own recognisers, in a registry without models, work behind the same interface."""
    analyzer = pytest.importorskip("presidio_analyzer", reason="presidio-analyzer is not installed")
    spacy = pytest.importorskip("spacy")
    engines = pytest.importorskip("presidio_analyzer.nlp_engine")
    registry = analyzer.RecognizerRegistry(supported_languages=["en"])
    pattern = analyzer.Pattern("badge", r"\bB-\d{4}\b", 0.9)
    registry.add_recognizer(analyzer.PatternRecognizer(supported_entity="BADGE_2", patterns=[pattern]))
    registry.add_recognizer(analyzer.predefined_recognizers.IbanRecognizer())

    nlp = engines.SpacyNlpEngine()
    nlp.nlp = {"en": spacy.blank("en")}
    engine = analyzer.AnalyzerEngine(registry=registry, nlp_engine=nlp, supported_languages=["en"])
    redaction = Redactor(more=[PresidioRecogniser(engine)]).redact("Badge B-7781, SE4550000000058398257466")

    assert redaction.text == "Badge [BADGE_1], [IBAN_1]"
