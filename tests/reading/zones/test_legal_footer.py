"""A legal notice that stands above a mail is none of the sender's words, and ends with its paragraph."""

from __future__ import annotations

import pytest

from tonekit.languages.loading import available_languages, load_mail_file
from tonekit.reading.zones.splitting import ZoneSplitter

SPLITTER = ZoneSplitter({code: load_mail_file(code) for code in available_languages()})

_NOTICES = {
    "en": (
        (
            "This e-mail is confidential and intended only for the addressee. If you are not the intended recipient, "
            "please delete it and notify the sender."
        ),
        "Hi,\n\nmy screen is broken.\n\nThanks\nTom",
    ),
    "de": (
        (
            "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, informieren "
            "Sie bitte sofort den Absender und vernichten Sie diese E-Mail."
        ),
        "Guten Tag,\n\nder Server steht.\n\nMit freundlichen Grüßen\nKarin Vogt",
    ),
    "sv": (
        (
            "Detta meddelande kan innehålla konfidentiell information. Om du inte är rätt mottagare, vänligen radera "
            "det och meddela avsändaren."
        ),
        "Hej!\n\nSkrivaren fungerar inte.\n\nMvh\nLars Ek",
    ),
    "nb": (
        (
            "Denne e-posten kan inneholde konfidensiell informasjon. Hvis du ikke er rette mottaker, vennligst slett "
            "e-posten og gi beskjed til avsenderen."
        ),
        "Hei,\n\nskriveren virker ikke.\n\nMvh\nOla Dahl",
    ),
    "da": (
        (
            "Denne e-mail kan indeholde fortrolige oplysninger. Hvis du ikke er den rette modtager, bedes du venligst "
            "slette e-mailen og underrette afsenderen."
        ),
        "Hej,\n\nprinteren virker ikke.\n\nMvh\nBo Krag",
    ),
}


@pytest.mark.parametrize(("notice", "mail"), _NOTICES.values(), ids=_NOTICES.keys())
def test_notice_above_a_mail(notice: str, mail: str) -> None:
    """The notice is a footer, and the mail below is cut as it is alone."""
    text = f"{notice}\n\n{mail}"
    alone = [(zone.kind, mail[zone.start : zone.end]) for zone in SPLITTER.split(mail)]

    assert [(zone.kind, text[zone.start : zone.end]) for zone in SPLITTER.split(text)] == [
        ("footer", f"{notice}\n\n"),
        *alone,
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("I am not the intended recipient of your mail.\n\nPlease delete my address.", id="a customer"),
        pytest.param("This e-mail is about the broken pump.\n\nWhen will you come?", id="an opening"),
    ],
)
def test_no_notice(text: str) -> None:
    """What a customer writes about mail stays."""
    assert [zone.kind for zone in SPLITTER.split(text)] == ["body"]
