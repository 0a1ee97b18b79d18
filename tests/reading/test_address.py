"""German pronouns tell how somebody is addressed, where they are an address."""

from __future__ import annotations

import pytest

from tonekit.reading.reader import Reader


@pytest.mark.parametrize(
    "text",
    [
        "Könnt ihr mir kurz helfen?",
        "Habt ihr das auch in blau?",
        "Hallo. Seid ihr heute erreichbar?",
        "Wollt ihr das wirklich so lassen?",
        "Macht ihr auch Reparaturen?",
        "Ich frage mich: Könnt ihr das?",
        "Hallo, könnt ihr mir helfen?",
        "Ich wollte fragen, ob ihr das habt.",
        "ich wollte fragen ob ihr das auch in blau habt",
        "Meine Frau wartet auf ihr Paket, ihr habt es nicht geschickt.",
        "@Laden Habt ihr das noch auf Lager?",
        "Sagt Bescheid, wenn ihr mir die Rechnung schickt.",
        "Abgefahren, weil ihr 6 Minuten vor dem Bahnhof gestanden seid.",
        "Drei Wochen alt und kaputt, und ihr nennt das Verschleiß.",
        "Sucht ihr Mitarbeiter für den Sommer?",
    ],
)
def test_ihr_is_an_address(reader: Reader, text: str) -> None:
    """Beside its verb, be that in the capital of a sentence or at the end of a clause, `ihr` is an address."""
    assert reader.read(text, locale="de").address == "informal"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ihr habt mir eine Mahnung geschickt.", "informal"),
        ("Ihr seid mir ja Helden.", "informal"),
        ("Könnt Ihr das bitte prüfen?", "informal"),
        ("Das habt Ihr gut gemacht.", "informal"),
        ("Schön, wenn Ihr mir helfen könnt.", "informal"),
        ("Ihr Angebot ist da.", None),
        ("Ihr neues Angebot kommt nicht an.", None),
        ("Macht Ihr Gerät immer so einen Lärm?", "formal"),
        ("Ich habe Ihr Schreiben erhalten.", "formal"),
    ],
)
def test_a_capital_ihr_with_its_verb_speaks_to_several(reader: Reader, text: str, expected: str | None) -> None:
    """`Ihr` is the V-form's possessive, unless a verb goes with it that only a plural `ihr` has."""
    assert reader.read(text, locale="de").address == expected


@pytest.mark.parametrize(
    "text",
    [
        "ihr Auto ist da.",
        "Die Kinder haben mit ihr gespielt.",
        "Meine Mutter bekommt ihr Geld nicht zurück.",
        "Geht ihr Auto wieder?",
        "Meine Mutter sagt, ihr Gerät macht Lärm.",
        "Meine Frau sucht ihr Paket, sie hat ihr Konto geprüft.",
        "Meine Schwester sagt, dass ihr Konto gesperrt ist.",
        "Ich weiß nicht, ob ihr die Ware geliefert wurde.",
    ],
)
def test_ihr_is_no_address(reader: Reader, text: str) -> None:
    """Before a noun, or far from a verb that goes with it alone, `ihr` speaks of others."""
    assert reader.read(text, locale="de").address is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Du meine Güte, warum funktioniert Ihr Portal nicht?", "formal"),
        ("Ach du liebe Zeit, jetzt ist die Rechnung noch höher.", None),
        ("Ach du Schreck, ist Ihre Hotline wieder besetzt?", "formal"),
        ("Du lieber Himmel! Mögen Sie mir bitte antworten?", "formal"),
        ("Du, meine Güte hat Grenzen.", "informal"),
        ("Du meine Liebe, kannst du mir das schicken?", "informal"),
    ],
)
def test_exclamations_address_nobody(reader: Reader, text: str, expected: str | None) -> None:
    """A `du` that only exclaims makes no T-form of a message, least of all of one that says Sie."""
    assert reader.read(text, locale="de").address == expected
