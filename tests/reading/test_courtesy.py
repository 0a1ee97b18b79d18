"""Messages that are nothing but a courtesy, and those that are more."""

from __future__ import annotations

import pytest

from tonekit import ToneKit

KIT = ToneKit()


@pytest.mark.parametrize(
    ("text", "courtesy"),
    [
        ("Hello", "greeting"),
        ("hi", "greeting"),
        ("test", "greeting"),
        ("Test 123", "greeting"),
        ("Guten Tag", "greeting"),
        ("Hej!", "greeting"),
        ("Hei", "greeting"),
        ("God morgon", "greeting"),
        ("Thank you!", "thanks"),
        ("Hi, thanks a lot", "thanks"),
        ("Danke!", "thanks"),
        ("Vielen Dank", "thanks"),
        ("Tack så mycket!", "thanks"),
        ("Tusen takk", "thanks"),
        ("Mange tak", "thanks"),
        ("that did the trick, thank you.", "solved"),
        ("Das hat geholfen, danke. Es läuft wieder!", "solved"),
        ("Tack, nu fungerar det igen!", "solved"),
        ("Takk, nå virker det igjen.", "solved"),
        ("Tak, nu virker det igen.", "solved"),
        ("Works now, thanks a lot!", "solved"),
        ("The printer works again. Thanks for the quick help!", "solved"),
        ("Hat geklappt, der Drucker läuft wieder. Vielen Dank für die schnelle Hilfe!", "solved"),
        ("Det löste sig, skrivaren funkar igen. Tack för snabb hjälp!", "solved"),
        ("Det ordnet seg, skriveren virker igjen. Takk for rask hjelp!", "solved"),
        ("Det lykkedes, printeren virker igen. Tak for hurtig hjælp!", "solved"),
        (
            "Sehr geehrte Damen und Herren,\n\ndas Problem ist gelöst. Danke!\n\nFreundliche Grüße\nKim Berg",
            "solved",
        ),
        ("Hi Anna,\n\nit works now, thanks!\n\nBest,\nTom", "solved"),
        ("Hej Erik!\n\nNu funkar det igen. Tack!\n\nMvh\nSven Alm", "solved"),
        ("Hei Kari\n\nTakk for hjelpen!\n\nMed vennlig hilsen\nOle", "thanks"),
        ("Kære support\n\nNu virker det. Tak for hjælpen!\n\nVenlig hilsen\nPia", "solved"),
        # More than a courtesy:
        ("Hi Anna,\n\nit works now. Please cancel it all the same.\n\nBest,\nTom", None),
        ("Hello Anna,\n\nthe scanner\n\nThanks,\nTom", None),
        ("Nothing works again", None),
        ("The printer works again, sometimes", None),
        ("Der Drucker läuft wieder. Nichts läuft wieder.", None),
        ("Ingen skrivare funkar igen", None),
        ("Hardly anything works again", None),
        ("Nothing works now", None),
        ("The printer works now. The scanner doesn't.", None),
        ("That worked, once. Then it crashed again.", None),
        ("My ticket says is solved. It never was.", None),
        ("Nichts geht jetzt", None),
        ("Die Störung geht wieder los.", None),
        ("Hat sich erledigt. Ich habe woanders gekauft und kündige hiermit.", None),
        ("Hat sich erledigt, ich guck nix mehr. Der Nachbar kriegt das Gerät.", None),
        ("Ingenting fungerar nu", None),
        ("Ingenting virker nå", None),
        ("Intet virker nu", None),
        ("Kollisjonsputa løste seg ut", None),
        ("Hello \U0001f621", None),
        ("Danke \U0001f621", None),
        ("thanks \U0001f644", None),
        ("Hello, where is my order?", None),
        ("The test failed.", None),
        ("Thank you, but the wrong part came.", None),
        ("That helped, but the scanner still drops every second page.", None),
        ("Danke, der Drucker läuft wieder nicht.", None),
        ("Tack, men det fungerar inte nu heller.", None),
        ("Takk, men skriveren virker fremdeles ikke.", None),
        ("Tak, men den virker stadig ikke.", None),
        ("It works again. Please cancel my subscription now.", None),
        ("", None),
    ],
)
def test_courtesies(text: str, courtesy: str | None) -> None:
    """A greeting, thanks or the word that all is well is told from whatever asks, complains or orders."""
    assert KIT.analyze(text).facts.courtesy == courtesy


def test_a_long_letter_is_no_courtesy() -> None:
    """Who writes a page about a matter that is solved has more to say."""
    assert (
        KIT.analyze("The scanner works again. " + "We looked at each cable in the rack. " * 12).facts.courtesy is None
    )
