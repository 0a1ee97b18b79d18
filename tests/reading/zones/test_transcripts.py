"""A chat that was written down: the customer's turns are read, what the firm said is not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.languages.loading import available_languages, load_mail_file
from tonekit.reading.zones.splitting import ZoneSplitter

SPLITTER = ZoneSplitter({code: load_mail_file(code) for code in available_languages()})


def parts(text: str) -> tuple[str, str]:
    """Return what is the sender's own, and what is quoted, of a text."""
    zones = [(zone.kind, text[zone.start : zone.end]) for zone in SPLITTER.split(text)]
    return tuple(
        " ".join("".join(part for kind, part in zones if (kind == "quote") == quoted).split())
        for quoted in (False, True)
    )  # type: ignore[return-value]  # - two of them


_TALKS = {
    "roles in German": (
        "Agent: Guten Tag!\nKunde: Meine Heizung ist seit gestern kalt.\nAgent: Das tut mir leid.\nKunde: Ich friere!",
        "Meine Heizung ist seit gestern kalt. Ich friere!",
    ),
    "roles in Swedish": (
        "Kund: Jag kommer inte in.\nKundtjänst: Vilken kod gäller det?\nKund: Den till porten.",
        "Jag kommer inte in. Den till porten.",
    ),
    "roles in Norwegian": (
        "Kunde: Skriveren står stille.\nSaksbehandler: Så leit å høre!\nKunde: Kan dere komme i dag?",
        "Skriveren står stille. Kan dere komme i dag?",
    ),
    "roles in Danish": (
        "Kunde: Min vare mangler.\nRådgiver: Det beklager vi meget!\nKunde: Hvornår kommer den?",
        "Min vare mangler. Hvornår kommer den?",
    ),
    "turns of several lines": (
        "Customer: The machine stopped\nand the line with it.\n\nAgent Lucy: Oh no.\nWe will come.\n\nCustomer: When?",
        "The machine stopped and the line with it. When?",
    ),
    "times and a firm beside the name": (
        "[14:02] Lisa (Support): Hej, vad gäller det?\n[14:03] Erik: Varan saknas.\n[14:04] Lisa (Support): Tråkigt!",
        "Varan saknas.",
    ),
    "export with system lines": (
        (
            "(02:11:05 PM) Visitor 8441: it never came\n(02:11:40 PM) *** Maria joined the chat ***\n"
            "(02:11:52 PM) Maria: So sorry to hear that!\n(02:12:30 PM) Visitor 8441: 4711"
        ),
        "it never came 4711",
    ),
    "export with bars": (
        (
            "10:12 AM | Kim Berg: Where is the export?\n10:14 AM | Sara from Acme: Happy to help!\n"
            "10:15 AM | Kim Berg: There is no button."
        ),
        "Where is the export? There is no button.",
    ),
    "messenger with brackets": (
        (
            "[03.06.2024, 10:12:05] Kari Moe: Pakken er borte\n[03.06.2024, 10:13:44] Vik Kundeservice: Så leit!\n"
            "[03.06.2024, 10:15:00] Kari Moe: Hva nå?"
        ),
        "Pakken er borte Hva nå?",
    ),
    "messenger with dashes": (
        (
            "03/06/2024, 10:12 - Mette Holm: Den er væk.\n03/06/2024, 10:20 - Vik Support: Det beklager vi!\n"
            "03/06/2024, 10:21 - Mette Holm: Igen..."
        ),
        "Den er væk. Igen...",
    ),
    "names in lines of their own": (
        (
            "Max Berg 10:12\nMein Zugang ist gesperrt.\nNina (Kundenservice) 10:13\nDas ist ja ärgerlich!\n"
            "Max Berg 10:15\nUnd jetzt?"
        ),
        "Mein Zugang ist gesperrt. Und jetzt?",
    ),
    "names in bold": (
        "**Agent:** How can I help?\n**Customer:** The app crashes.\n**Agent:** Oh no!\n**Customer:** Fix it today.",
        "The app crashes. Fix it today.",
    ),
    "a bot and you": (
        "Sie: Wo bleibt mein Paket?\nChatbot: Bitte geben Sie die Nummer ein.\nSie: Ich will einen Menschen!",
        "Wo bleibt mein Paket? Ich will einen Menschen!",
    ),
    "a name and the support": (
        "Tom: My card was charged twice.\nSupport: We are terribly sorry!\nTom: And when do I get it back?",
        "My card was charged twice. And when do I get it back?",
    ),
    "inside a mail": (
        (
            "Nothing happened since this chat:\n\nAgent: How can I help you?\nMe: My card was charged twice.\n"
            "Agent: I will refund it at once.\nMe: OK.\n\nWhere is my refund?"
        ),
        "Nothing happened since this chat: My card was charged twice. OK. Where is my refund?",
    ),
}


@pytest.mark.parametrize(("text", "own"), _TALKS.values(), ids=_TALKS.keys())
def test_only_the_customers_turns_are_the_senders(text: str, own: str) -> None:
    """What the customer said stays, names, times and what the firm said are quoted."""
    assert parts(text)[0] == own


_NO_TALK = {
    "form": "Name: Eva Holm\nE-Mail: eva@holm.example\nKundennummer: 4711\nNachricht: Ich kann mich nicht anmelden.",
    "form of a helpdesk": "Customer: Acme Ltd\nSupport: Gold\nAgent: none\nProblem: the pump does not start at all.",
    "several cases": "Kunde: 4711\nBerater: Roth\nKunde: 4712\nBerater: Vogt\nKunde: 4713\nBerater: Roth",
    "list of items": "Item: kettle\nPrice: 30\nItem: lamp\nPrice: 12\nItem: cable\nPrice: 4. Is that right?",
    "what was done when": (
        "10:00 Called support: nobody answered.\n10:30 Called support again: was cut off.\n"
        "11:00 Called support: they hung up.\nI have had enough."
    ),
    "timeline": "2024-05-03 10:00: jag ringde er\n2024-05-04 11:30: jag ringde igen\n2024-05-05 12:00: ingen svarade",
    "opening hours": "Montag 10:00\nDienstag 11:00\nMittwoch 14:30\nWas davon passt Ihnen?",
    "questions and answers": "Frage: Geht das?\nAntwort: Ja.\nFrage: Wie lange dauert es?\nAntwort: Etwa zwei Tage.",
    "log of a machine": "10:12 Pump: started by itself.\n10:15 Valve: was open.\n10:20 Pump: stopped by itself.",
    "colons in prose": "One thing: it is slow.\nAnother: it is loud.\nAnd the worst: nobody answers.",
    "two lines": "Customer: it never came.\nAgent: we are sorry.",
    "one side alone": "Me: I called you on Monday.\nMe: I called you on Tuesday.\nMe: I called you on Friday.",
}


@pytest.mark.parametrize("text", _NO_TALK.values(), ids=_NO_TALK.keys())
def test_fields_lists_and_logs_are_no_talk(text: str) -> None:
    """A form, a list, a timeline or a log stays the sender's own, line by line."""
    assert parts(text)[1] == ""


def test_talk_in_a_quoted_mail_is_quoted() -> None:
    """What stands below the header of a quoted mail is not the sender's, whoever speaks there."""
    header = "From: Care <care@firm.example>\nSent: Monday\nTo: Tom\nSubject: Chat\n\n"
    talk = "Customer: It never came.\nAgent: We are sorry.\nCustomer: When will it come?"

    assert parts(f"Thanks.\n\n{header}{talk}")[0] == "Thanks."


_LINES = ["Agent: Hi!", "Kunde: Nein, gar nicht.", "10:12 Tom: what?", "Max 10:13", "", "> x", "---", "Hej,", "Mvh Bo"]


@given(st.lists(st.sampled_from(_LINES), max_size=30).map("\n".join))
def test_zones_cover_any_talk(text: str) -> None:
    """Zones follow each other without gaps, whatever stands between the turns."""
    zones = SPLITTER.split(text)

    assert "".join(text[zone.start : zone.end] for zone in zones) == text
    assert all(first.kind != second.kind for first, second in pairwise(zones))
