"""Personal data that reached somebody it was not meant for is a case for the data protection officer."""

from __future__ import annotations

import pytest

from tonekit import ToneKit


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Please send me the names and addresses of all members of your board.", False),
        ("Who else has seen the new catalogue?", False),
        ("I only used this address for you last year, please update it.", False),
        ("Alle Empfänger im CC bekommen eine Kopie, bitte.", False),
        ("Vem mer har sett den nya katalogen?", False),
        ("Hvem andre har sett den nye katalogen?", False),
        ("Hvem har ellers set det nye katalog?", False),
        ("You sent my invoice to someone else, with my address on it.", True),
        ("I can see other customers' orders in my account.", True),
        ("Ihr habt meine Rechnung an jemand anderen geschickt.", True),
        ("Ich sehe in meinem Konto die Bestellungen anderer Kunden.", True),
        ("Ni har skickat min faktura till någon annan.", True),
        ("Dere har sendt fakturaen min til noen andre.", True),
        ("I har sendt min faktura til en anden.", True),
        ("Jeg kan se andre kunders ordrer på min konto.", True),
        ("You've sent my invoice to another customer.", True),
        ("My invoice has been sent to a stranger.", True),
        ("Your colleague forwarded my contract to the wrong person.", True),
        ("Why do I see other customers' orders?", True),
        ("I see other customers' orders in my account.", True),
        ("I see someone else's address in my account.", True),
        ("Ich schreibe, weil Sie meine Rechnung an jemand anderen geschickt haben.", True),
        ("Meine Rechnung wurde an einen anderen Kunden gesendet.", True),
        ("Meine Daten sind an andere Kunden weitergegeben worden.", True),
        ("In meinem Konto sehe ich die Bestellungen anderer Kunden.", True),
        ("Ich kann die Daten anderer Kunden sehen.", True),
        ("Har ni skickat min faktura till någon annan?", True),
        ("Min faktura har skickats till fel person.", True),
        ("På mitt konto ser jag andra kunders order.", True),
        ("Fakturaen min ble sendt til feil person.", True),
        ("Min faktura er blevet sendt til en fremmed.", True),
        ("På min konto ser jeg andre kunders ordrer.", True),
        ("Can I send my gift card to someone else?", False),
        ("Could you send my order to my neighbour if I am not at home?", False),
        ("I sent my payment to someone else by mistake", False),
        ("I want to send my parcel to someone else, how do I change the address?", False),
        ("How can I see other users' data as an admin?", False),
        ("Can I view other people's addresses in my address book?", False),
        ("Meine Bestellung soll an meinen Nachbarn geschickt werden.", False),
        ("Kann meine Bestellung an jemand anderen gesendet werden?", False),
        ("Ich möchte meine Rechnung von Ihnen an jemand anderen geschickt haben.", False),
        ("Als Admin sehe ich die Daten anderer Kunden nicht", False),
        ("Jag har skickat mitt paket till min granne.", False),
        ("Jag har skickat min beställning till någon annan av misstag.", False),
        ("Jeg har sendt min betaling til feil person.", False),
        ("Jeg har sendt pakken min til naboen.", False),
        ("Jeg har sendt min ordre til en anden adresse", False),
        ("Har I sendt min ordre til en anden butik?", False),
        ("Som admin ser jeg andre kunders ordrer, men eksporten fejler.", False),
        ("I can't see our customers' orders in the list.", False),
        ("Please send my invoice to the new address.", False),
        ("Kann ich die Rechnungen meiner Kunden sehen?", False),
    ],
)
def test_data_in_wrong_hands(toolkit: ToneKit, text: str, found: bool) -> None:
    """A sender whose data went to somebody else, or who sees the data of others, is answered by a person."""
    decision = toolkit.personalize(text).decision

    assert any(reason.rule == "data_breach" for reason in decision.reasons) == found
