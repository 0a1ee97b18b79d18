"""How names out of a record stand in the greeting of a reply, in each language."""

from __future__ import annotations

import pytest

from tonekit import Customer, personalize

MESSAGES = {
    "en": "Where is my invoice? It was announced for yesterday.",
    "de": "Wo ist meine Rechnung? Sie war für gestern angekündigt.",
    "sv": "Var är min faktura? Den skulle ha kommit i går.",
    "nb": "Hvor er fakturaen min? Den skulle ha kommet i går.",
    "da": "Hvor bliver min faktura af? Jeg har ikke modtaget noget endnu.",
}


def greeting(language: str, customer: Customer) -> str:
    """Return the first line of the reply."""
    reply = personalize(MESSAGES[language], customer=customer).reply

    assert reply is not None
    assert reply.language == language
    return reply.text.partition("\n")[0]


@pytest.mark.parametrize("language", MESSAGES)
@pytest.mark.parametrize(
    ("stored", "said"),
    [("anna schmidt", "Anna"), ("MÜLLER", "Müller"), ("KIM VAN DER BERG", "Kim van der Berg")],
)
def test_capitals_in_the_greeting(language: str, stored: str, said: str) -> None:
    """Nobody is greeted in small letters, and nobody is shouted at."""
    first = greeting(language, Customer(name=stored))

    assert said in first
    assert stored not in first


@pytest.mark.parametrize("language", MESSAGES)
@pytest.mark.parametrize("firm", ["Acme GmbH", "acme ltd", "Nordvik Rör AB", "Bakken Bygg AS", "Berg & Sønner A/S"])
def test_no_greeting_names_a_firm(language: str, firm: str) -> None:
    """A firm is greeted without a name."""
    first = greeting(language, Customer(name=firm))

    assert firm.split(maxsplit=1)[0].casefold() not in first.casefold()
