"""German families of words close to ordinary mail: what they are for is heard, what only sounds like it is not."""

from __future__ import annotations

import pytest

from tonekit import ToneKit

HEARD = [
    pytest.param("Die Pillen liegen vor mir, die ganze Packung.", "self_harm", id="pills-before-me"),
    pytest.param("Mein Bruder schreibt, ihr müsst mich nicht mehr ertragen.", "self_harm", id="told-by-another"),
    pytest.param("Der Melder schlug an, zum Glück waren alle draußen.", "safety", id="detector"),
    pytest.param("Das Vordach ist morsch, darunter warten morgens die Kinder.", "safety", id="roof-above-children"),
    pytest.param("Diesel läuft aus und fließt gerade in den Kanal.", "stopped", id="spill"),
]
SILENT = [
    pytest.param("Am Ende vom Weg links finden Sie die Einfahrt.", id="end-of-the-road"),
    pytest.param("Servus, danke, ich brauche nichts mehr.", id="nothing-more-needed"),
    pytest.param("Meine Mail ist weg. Ich weiß nicht mehr weiter mit dem Programm.", id="mail-lost"),
    pytest.param("Die Hitze macht mich fertig, wann kommt die Klimaanlage?", id="heat"),
    pytest.param("Mein Sohn ist krank, bitte das Mittagessen für morgen abbestellen.", id="lunch"),
    pytest.param("Das Gericht war köstlich, besonders freuen uns die Knödel.", id="dish"),
    pytest.param("Die Ladung folgt per Spedition.", id="cargo"),
    pytest.param("Der Artikel ist online nicht mehr verfügbar.", id="article-for-sale"),
    pytest.param("Nehmen Sie uns bitte in den Verteiler auf.", id="onto-the-list"),
    pytest.param("Dumme Frage: welcher Typ passt zu meinem Auto?", id="stupid-question"),
]


def kinds(toolkit: ToneKit, text: str) -> list[str]:
    """Return the kinds of alert in a message."""
    return [alert.kind for alert in toolkit.analyze(text).facts.alerts]


@pytest.mark.parametrize(("text", "kind"), HEARD)
def test_family_is_heard(toolkit: ToneKit, text: str, kind: str) -> None:
    """Words that stand together call for a person, in sentences made after the families."""
    assert kind in kinds(toolkit, text)


@pytest.mark.parametrize("text", SILENT)
def test_ordinary_mail_stays_silent(toolkit: ToneKit, text: str) -> None:
    """The same words with their everyday meaning call for nobody."""
    assert kinds(toolkit, text) == []
