"""Days, times and lengths as the North writes them, and the same things as the two other languages do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tonekit.guard.claims.claims import find_claims
from tonekit.guard.wording.words import words_of

Graver = Callable[..., set[str]]
SPAN = {
    "en": "The course runs from 6 pm to 7.30 pm.",
    "de": "Der Kurs geht von 18.00 bis 19.30 Uhr.",
    "sv": "Kursen går mellan kl. 18.00 och 19.30.",
    "nb": "Kurset går fra kl. 18.00 til 19.30.",
    "da": "Kurset ligger 18.00–19.30 om torsdagen.",
}


@pytest.mark.parametrize(
    ("language", "fact", "draft"),
    [
        pytest.param("sv", "Mötet är kl. 14.00.", "Mötet är vid 14-tiden.", id="about two, sv"),
        pytest.param("sv", "Mötet är kl. 14.00.", "Mötet är vid tvåtiden.", id="about two in words, sv"),
        pytest.param("nb", "Møtet er kl. 14.00.", "Møtet er i 14-tiden.", id="about two, nb"),
        pytest.param("nb", "Møtet er kl. 14.00.", "Møtet er ved totida.", id="about two in words, nb"),
        pytest.param("da", "Mødet er kl. 14.00.", "Mødet er ved 14-tiden.", id="about two, da"),
        pytest.param("da", "Mødet er kl. 14.00.", "Mødet er ved totiden.", id="about two in words, da"),
        pytest.param("de", "Der Termin ist um 14.00 Uhr.", "Der Termin ist gegen 14 Uhr.", id="about two, de"),
        pytest.param("en", "The meeting is at 2 pm.", "The meeting is at around two o'clock.", id="about two, en"),
        pytest.param("sv", "Mötet är kl. 14.30.", "Mötet är kl 1430.", id="no sign, sv"),
        pytest.param("nb", "Møtet er kl. 14.30.", "Møtet er kl 1430.", id="no sign, nb"),
        pytest.param("da", "Mødet er kl. 08.30.", "Mødet er kl. 0830.", id="no sign, da"),
        pytest.param("sv", "Det kommer 5 mars 2026.", "Det kommer den 5/3-26.", id="year behind a hyphen, sv"),
        pytest.param("nb", "Det kommer 5. mars 2026.", "Det kommer den 5/3-26.", id="year behind a hyphen, nb"),
        pytest.param("da", "Det kommer 5. marts 2026.", "Det kommer den 5/3-2026.", id="year behind a hyphen, da"),
        pytest.param("da", "Det kommer 5. marts 2026.", "Det kommer 05-03-2026.", id="hyphens, da"),
        pytest.param("sv", "Stängt 5 mars till 12 mars.", "Det är stängt 5/3-12/3.", id="span of days, sv"),
        pytest.param("nb", "Stengt 5. mars til 12. mars.", "Det er stengt 5/3-12/3.", id="span of days, nb"),
        pytest.param("da", "Lukket 5. marts til 12. marts.", "Der er lukket 5/3-12/3.", id="span of days, da"),
        pytest.param("en", "Open 08.00-16.00.", "We are open from 8 to 4.", id="opening hours, en"),
        pytest.param("de", "Geöffnet 08.00–16.00 Uhr.", "Geöffnet ist von 8 bis 16 Uhr.", id="opening hours, de"),
        pytest.param("sv", "Öppet 08.00–16.00.", "Vi har öppet från 8 till 16.", id="opening hours, sv"),
        pytest.param("nb", "Åpent 08.00–16.00.", "Vi har åpent fra 8 til 16.", id="opening hours, nb"),
        pytest.param("da", "Åbent 08.00–16.00.", "Vi har åbent fra 8 til 16.", id="opening hours, da"),
        pytest.param("en", "One tablet twice a day.", "Take one tablet morning and evening.", id="twice a day, en"),
        pytest.param("de", "Eine Tablette zweimal täglich.", "Jeden Morgen und Abend eine Tablette.", id="twice, de"),
        pytest.param("sv", "En tablett två gånger om dagen.", "En tablett morgon och kväll.", id="twice a day, sv"),
        pytest.param("nb", "Én tablett to ganger daglig.", "Én tablett morgen og kveld.", id="twice a day, nb"),
        pytest.param("nb", "Én tablett tre ganger daglig.", "Én tablett morgen, middag og kveld.", id="thrice, nb"),
        pytest.param("da", "En tablet to gange dagligt.", "En tablet både morgen og aften.", id="twice a day, da"),
        pytest.param("en", SPAN["en"], f"{SPAN['en']} That is an hour and a half.", id="length of a span, en"),
        pytest.param("de", SPAN["de"], f"{SPAN['de']} Das sind anderthalb Stunden.", id="length of a span, de"),
        pytest.param("sv", SPAN["sv"], f"{SPAN['sv']} Det är en och en halv timme.", id="length of a span, sv"),
        pytest.param("nb", SPAN["nb"], f"{SPAN['nb']} Det blir halvannen time.", id="length of a span, nb"),
        pytest.param("da", SPAN["da"], f"{SPAN['da']} Det bliver halvanden time.", id="length of a span, da"),
        pytest.param("en", "Over 5 Tuesdays.", "It is on 5 Tuesdays, so it takes five weeks.", id="weeks, en"),
        pytest.param("de", "An 5 Dienstagen.", "Er läuft an 5 Dienstagen, also fünf Wochen lang.", id="weeks, de"),
        pytest.param("sv", "Fem tisdagar.", "Den går fem tisdagar, alltså i fem veckor.", id="weeks, sv"),
        pytest.param("nb", "Kurset går 5 tirsdager.", "Kurset går fem uker på rad, tirsdager.", id="weeks, nb"),
        pytest.param("da", "Kurset løber over 5 onsdage.", "Kurset løber over fem uger, onsdage.", id="weeks, da"),
        pytest.param(
            "en", "Repaired within 10 working days.", "It is repaired within two weeks.", id="working days, en"
        ),
        pytest.param("de", "Reparatur in 10 Werktagen.", "Die Reparatur dauert zwei Wochen.", id="working days, de"),
        pytest.param("sv", "Lagas inom 10 arbetsdagar.", "Den lagas inom två veckor.", id="working days, sv"),
        pytest.param("nb", "Repareres innen 10 virkedager.", "Den repareres innen to uker.", id="working days, nb"),
        pytest.param("da", "Repareres inden for 10 hverdage.", "Den repareres på to uger.", id="working days, da"),
        pytest.param("sv", "Priset är 490 kr.", "Priset är 490:-.", id="dash for crowns, sv"),
        pytest.param("nb", "Prisen er 8 990 kr.", "Prisen er 8990,-.", id="dash for crowns, nb"),
        pytest.param("da", "Prisen er 8.990 kr.", "Prisen er 8.990,-.", id="dash for crowns, da"),
        pytest.param("de", "Der Preis ist 49 Euro.", "Der Preis ist 49,-.", id="dash for euros, de"),
        pytest.param("da", "Ring på 70 20 41 55.", "Ring til os på 7020 4155.", id="phone in fours, da"),
        pytest.param("da", "To en halv time.", "Det tager to en halv time.", id="two and a half, da"),
        pytest.param("nb", "Åpent 08.00–15.45.", "Vi har åpent 08.00–15.45, knapt 8 timer.", id="rounded length, nb"),
    ],
)
def test_told_as_people_tell_it(graver: Graver, language: str, fact: str, draft: str) -> None:
    """A time, a day or a length that was given is right in every wording of the language."""
    assert graver(language, fact, draft) == set()


@pytest.mark.parametrize(
    ("language", "fact", "draft", "rule"),
    [
        pytest.param("sv", "Mötet är 5 mars.", "Mötet är 5 mars vid 15-tiden.", "ungiven-time", id="about three, sv"),
        pytest.param("nb", "Møtet er 5. mars.", "Møtet er 5. mars ved tretiden.", "ungiven-time", id="words, nb"),
        pytest.param("da", "Mødet er 5. marts.", "Mødet er 5. marts ved tretiden.", "ungiven-time", id="words, da"),
        pytest.param("nb", "Møtet er kl. 14.30.", "Møtet er kl 1530.", "ungiven-time", id="no sign, nb"),
        pytest.param("da", "Den 5. marts 2026.", "Den kommer den 6/3-26.", "ungiven-date", id="another day, da"),
        pytest.param("nb", "Den 5. mars 2026.", "Den kommer den 5/3-27.", "ungiven-date", id="another year, nb"),
        pytest.param("da", "Den 5. marts 2026.", "Den kommer 06-03-2026.", "ungiven-date", id="hyphens, da"),
        pytest.param("nb", "Stengt 5/3-12/3.", "Det er stengt 5/3-13/3.", "ungiven-date", id="span of days, nb"),
        pytest.param("de", "Es kommt bald.", "Wir liefern morgen und rufen an.", "ungiven-date", id="tomorrow, de"),
        pytest.param("nb", "Det kommer snart.", "Vi ringer i morgen og sier fra.", "ungiven-date", id="tomorrow, nb"),
        pytest.param("da", "Det kommer snart.", "Vi ringer i morgen aften.", "ungiven-date", id="tomorrow, da"),
        pytest.param("en", SPAN["en"], f"{SPAN['en']} It takes two hours.", "ungiven-period", id="length, en"),
        pytest.param("de", SPAN["de"], f"{SPAN['de']} Es dauert zwei Stunden.", "ungiven-period", id="length, de"),
        pytest.param("sv", SPAN["sv"], f"{SPAN['sv']} Det tar två timmar.", "ungiven-period", id="length, sv"),
        pytest.param("nb", SPAN["nb"], f"{SPAN['nb']} Det tar to timer.", "ungiven-period", id="length, nb"),
        pytest.param("da", SPAN["da"], f"{SPAN['da']} Det tager to timer.", "ungiven-period", id="length, da"),
        pytest.param("nb", "Kurset går 5 tirsdager.", "Kurset går i seks uker.", "ungiven-period", id="weeks, nb"),
        pytest.param("da", "Inden for 10 dage.", "Det tager to uger.", "ungiven-period", id="any days, da"),
        pytest.param("nb", "Prisen er 8 990 kr.", "Prisen er 8 590,-.", "ungiven-amount", id="dash for crowns, nb"),
        pytest.param("sv", "Priset är 490 kr.", "Priset är 590:-.", "ungiven-amount", id="dash for crowns, sv"),
        pytest.param("da", "Ring på 70 20 41 55.", "Ring på tlf. 7020 4156.", "ungiven-phone", id="phone, da"),
        pytest.param(
            "nb", "Enten kl. 18.00 og kl. 19.30.", "Det tar halvannen time.", "ungiven-period", id="two times, no span"
        ),
    ],
)
def test_wrong_in_the_same_wording(graver: Graver, language: str, fact: str, draft: str, rule: str) -> None:
    """A time, a day or a length that nobody gave is found in those wordings as well."""
    assert rule in graver(language, fact, draft)


@pytest.mark.parametrize("text", ["1/2-3/4 kopp sukker", "kl. 2460", "1430 kr", "hele tiden", "SAK 12-345-6789"])
def test_no_day_and_no_time(text: str) -> None:
    """What only resembles these wordings is no day and no time."""
    assert not {"date", "time"} & {claim.kind for claim in find_claims(text, words_of(text))}
