"""What reading promises about praise: meant honestly it is never taken for mockery, and mock praise never for joy."""

from __future__ import annotations

import pytest

import tonekit
from tonekit.testing import assert_reads

HONEST = {
    "en-surprise": "What a lovely surprise, the refund arrived the same day.",
    "en-thoughtful": "How thoughtful of you to include a handwritten card, thank you!",
    "en-well-done": "Well done to the team in Leeds, my repair was back in a day.",
    "de-hut-ab": "Hut ab zur schnellen Lieferung, das ging ja fix.",
    "de-respekt": "Respekt, so schnell hat mir noch keine Hotline geholfen.",
    "de-aufmerksam": "Wie aufmerksam von Ihnen, dass Sie an meinen Geburtstag gedacht haben, danke!",
    "de-lob": "Großes Lob an Frau Keller, sie hat sich wirklich Zeit genommen.",
    "sv-grattis": "Grattis till en riktigt snygg uppdatering, allt går fortare nu.",
    "sv-omtanksamt": "Så omtänksamt av er att ringa och höra hur det gick.",
    "sv-service": "Vilken service! Tack för hjälpen i fredags.",
    "nb-flott": "Det er flott at dere svarte så raskt.",
    "nb-imponerende": "Imponerende service, alt var ordnet på ti minutter.",
    "nb-hyggelig": "Så hyggelig at dere husket bursdagen min!",
    "da-tillykke": "Tillykke med den nye app, den er virkelig god.",
    "da-service": "Sikke en service, I reddede vores ferie!",
    "da-flot": "Flot klaret af jeres montør, han kom endda før tid.",
}
MOCK = {
    "en-hats-off": "Hats off, it takes talent to lose the same parcel twice.",
    "en-surprise": "What a lovely surprise, another bill for a phone I sent back in May.",
    "de-hut-ab": "Hut ab, zum dritten Mal das falsche Teil geliefert.",
    "de-bravo": "Bravo, seit dem Update geht gar nichts mehr.",
    "de-aufmerksam": "Wie aufmerksam, wieder eine Mahnung für eine bezahlte Rechnung.",
    "sv-imponerande": "Imponerande, fjärde gången ni skickar fel storlek.",
    "sv-omtanksamt": "Så omtänksamt av er att skicka ännu en påminnelse om en faktura jag redan betalat.",
    "nb-imponerende": "Imponerende service, tre uker uten svar.",
    "nb-gratulerer": "Gratulerer, nå virker ikke appen i det hele tatt.",
    "da-tillykke": "Tillykke med opdateringen, nu kan jeg slet ikke logge ind.",
    "da-service": "Sikke en service, jeg har ventet i fire uger.",
}


@pytest.mark.parametrize("text", HONEST.values(), ids=HONEST)
def test_honest_praise_is_no_mockery(text: str) -> None:
    """Praise without anything that belies it is never read as frustration."""
    assert tonekit.analyze(text).mood.label != "frustrated"


@pytest.mark.parametrize("text", MOCK.values(), ids=MOCK)
def test_mock_praise_is_no_joy(text: str) -> None:
    """Praise beside what belies it, in one sentence, is read as frustration."""
    assert_reads(text, mood="frustrated")
