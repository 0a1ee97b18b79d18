"""What is deleted on request stops no work, a named article decides, and an authority is no competitor."""

from __future__ import annotations

import pytest

from tonekit.reading.alerts.overruled import without_overruled
from tonekit.reading.reader import Reader
from tonekit.stated_facts import Alert, AlertKind


def alert(kind: AlertKind, text: str, start: int = 0) -> Alert:
    """Return an alert of a kind."""
    return Alert(kind=kind, text=text, start=start, end=start + len(text))


def found(reader: Reader, text: str) -> set[str]:
    """Return the kinds of the alerts of a text."""
    return {each.kind for each in reader.read(text).facts.alerts}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Jeg vil at dere sletter alt om meg.", {"erasure"}),
        ("Makroen sletter alt når jeg lagrer.", set()),
        ("Makroen sletter alt, når jeg gemmer.", set()),
        ("Das Makro löscht alles, wenn ich speichere.", set()),
        ("Serveren sletter alt nå! Vi mister alle ordrene, stopp den!", {"stopped"}),
        ("Ich widerspreche der Verarbeitung meiner Daten zu Werbezwecken nach Art. 21 DSGVO.", {"objection"}),
        ("Ich widerspreche gemäß Artikel 21 DSGVO der Nutzung meiner personenbezogenen Daten.", {"objection"}),
        ("Bitte löschen Sie meine Daten nach Art. 17 DSGVO.", {"erasure"}),
        ("Ich möchte meine Daten nach Art. 20 DSGVO mitnehmen.", {"portability"}),
        ("Jag begär rättelse av mina personuppgifter enligt artikel 16 GDPR.", {"rectification"}),
        ("Ich verlange Auskunft über meine Daten nach Art. 15 DSGVO.", {"access"}),
        ("Gemäß DSGVO bitte ich um eine Kopie meiner Daten.", {"access"}),
        ("Dersom saken ikke er løst innen 14 dager, går jeg til Forbrukertilsynet.", {"regulator"}),
        ("Hvis I ikke betaler, går vi til Forbrugerklagenævnet.", {"regulator"}),
        ("Ellers går jeg til Datatilsynet.", {"regulator"}),
        ("Om det inte löses går jag till Konsumentverket.", {"regulator"}),
        ("Sonst gehe ich zur Verbraucherzentrale.", {"regulator"}),
        ("If this isn't fixed I'm going to the ombudsman.", {"regulator"}),
        ("Ellers går jeg til en konkurrent.", {"leaving"}),
        ("Ellers går jeg til naboen deres.", {"leaving"}),
        ("Fixa det, eller så går jag till Telebolaget.", {"leaving"}),
        ("Fixa det, eller så går jag till ARN.", {"regulator"}),
        ("The labels are blank since the driver update 4.2.1. Other printers on the same queue work.", set()),
        ("Etikettskrivaren skriver tomma etiketter sedan uppdateringen. Andra skrivare i samma kö fungerar.", set()),
        ("Skriveren skriver blanke etiketter siden oppdateringen. Andre skrivere i samme kø fungerer.", set()),
        ("Printeren skriver blanke labels siden opdateringen. Andre printere i samme kø virker.", set()),
        ("Der Drucker druckt leere Etiketten. Andere Drucker in derselben Warteschlange funktionieren.", set()),
        ("All tills are down. Other shops work, but here nobody can pay.", {"stopped"}),
    ],
)
def test_each_alert_is_its_own(reader: Reader, text: str, kinds: set[str]) -> None:
    """A message gives the alerts that it is about, and none that only shares their words."""
    assert found(reader, text) == kinds


def test_standing_work_counts_outside_what_is_deleted() -> None:
    """Words of standing work inside those of an erasure do not count; others do."""
    erasure, inside, outside = (
        alert("erasure", "delete it all"),
        alert("stopped", "it all", 7),
        alert("stopped", "x", 40),
    )

    assert without_overruled([erasure, inside, outside]) == (erasure, outside)
    assert without_overruled([inside]) == (inside,)


def test_another_article_needs_its_own_alert() -> None:
    """A wish for access that names another article stays where nothing else was found."""
    access, erasure = alert("access", "my data, art. 17"), alert("erasure", "erase", 30)

    assert without_overruled([access]) == (access,)
    assert without_overruled([access, erasure]) == (erasure,)
    assert alert("access", "art. 15 and art. 17") in without_overruled(
        [alert("access", "art. 15 and art. 17"), erasure]
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("If the refund is not here by Friday I will instruct my solicitor.", "instruct my solicitor"),
        ("Ellers går jeg til Forbrukerrådet og kontakter en advokat.", "kontakter en advokat"),
        ("If this isn't fixed I'm going to the ombudsman.", "going to the ombudsman"),
    ],
)
def test_words_of_an_alert(reader: Reader, text: str, words: str) -> None:
    """Of lawyers and authorities the words are told that name them, not all from the first to the last that met."""
    assert words in [each.text for each in reader.read(text).facts.alerts]


def test_alert_is_a_threat(reader: Reader) -> None:
    """What calls for a lawyer is among the threats, once, though no cue says so."""
    threats = reader.read("I will instruct my solicitor.").facts.threats

    assert [(threat.kind, threat.text) for threat in threats] == [("legal", "instruct my solicitor")]
