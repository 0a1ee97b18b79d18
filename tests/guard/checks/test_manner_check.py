"""The reader's level, where the style says nothing of jargon: then the message tells it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tonekit import Result, ToneKit

BEGINNERS = {
    "en": "I'm sorry, I am not good with computers and have never done this before. What do I press to get my picture?",
    "de": "Ich kenne mich mit Computern gar nicht aus und habe so etwas noch nie gemacht. Wo muss ich drücken?",
    "sv": "Jag är inte bra på datorer och har aldrig gjort det här förut. Var ska jag trycka?",
    "nb": "Jeg er ikke flink med data og har aldri gjort dette før. Hvor skal jeg trykke?",
    "da": "Jeg er ikke god til computere og har aldrig prøvet det her før. Hvor skal jeg trykke?",
}
EXPERTS = {
    "en": "GET /v2/orders returns 504 behind our nginx reverse proxy, TLS handshake is fine, keepalive 75 s. Known?",
    "de": "GET /v2/orders liefert 504 hinter unserem nginx Reverse Proxy, TLS-Handshake ok, keepalive 75 s. Bekannt?",
    "sv": "GET /v2/orders ger 504 bakom vår nginx reverse proxy, TLS-handskakning ok, keepalive 75 s. Känd bugg?",
    "nb": "GET /v2/orders gir 504 bak vår nginx reverse proxy, TLS-handshake ok, keepalive 75 s. Kjent feil?",
    "da": "GET /v2/orders giver 504 bag vores nginx reverse proxy, TLS-handshake ok, keepalive 75 s. Kendt fejl?",
}
JARGON = {
    "en": "Hello, flush the DNS cache and restart the DHCP daemon.",
    "de": "Hallo, leeren Sie den DNS-Cache und starten Sie den DHCP-Daemon neu.",
    "sv": "Hej, töm DNS-cachen och starta om DHCP-servern och firmware.",
    "nb": "Hei, tøm DNS-cachen og start DHCP-serveren og firmwaren på nytt.",
    "da": "Hej, tøm DNS-cachen, og genstart DHCP-serveren og firmwaren.",
}
EASY = {
    "en": "Hello, don't worry, that's easy: a server is a kind of computer.",
    "de": "Hallo, keine Sorge, das ist ganz einfach: Ein Server ist eine Art Computer.",
    "sv": "Hej, oroa dig inte, det är jättelätt: en server är en sorts dator.",
    "nb": "Hei, ikke bekymre deg, det er kjempelett: en server er en slags datamaskin.",
    "da": "Hej, bare rolig, det er nemt: en server er en slags computer.",
}


@pytest.mark.parametrize("language", BEGINNERS)
def test_level_of_an_open_style(toolkit: ToneKit, answer: Callable[..., Result], language: str) -> None:
    """Where no rule spoke of jargon, terms to a beginner and explanations to an expert are found."""

    def rules(message: str, draft: str) -> set[str]:
        found = toolkit.check(draft, answer(message, language=language))
        return {each.rule for each in found} & {"jargon", "hand-holding"}

    assert rules(BEGINNERS[language], JARGON[language]) == {"jargon"}
    assert rules(EXPERTS[language], EASY[language]) == {"hand-holding"}
    assert rules(BEGINNERS[language], EASY[language]) == set()
    assert rules(EXPERTS[language], JARGON[language]) == set()


@pytest.mark.parametrize("language", BEGINNERS)
def test_style_that_was_chosen(toolkit: ToneKit, language: str) -> None:
    """Whoever asks for ordinary words has decided, whatever the message reads like."""
    result = toolkit.personalize(BEGINNERS[language], style={"jargon": "ordinary"}, locale=language)

    assert "jargon" not in {each.rule for each in toolkit.check(JARGON[language], result)}


def test_two_guesses_are_a_note(toolkit: ToneKit, answer: Callable[..., Result]) -> None:
    """That a message reads as an expert's is a guess, and so are learned words: together they hold nobody back."""
    told = "A router is the little box that brings the internet into your home."

    def severities(**style: str) -> set[str]:
        found = toolkit.check(f"Hello\n\n{told}", answer(EXPERTS["en"], style=style))
        return {each.severity for each in found if each.rule == "hand-holding"}

    assert (severities(), severities(jargon="technical")) == ({"note"}, {"warning"})
