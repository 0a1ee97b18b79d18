"""Lines that mail programs and ticket systems write, in our languages and in others."""

from __future__ import annotations

import pytest

from tonekit.languages.loading import available_languages, load_mail_file
from tonekit.reading.zones.splitting import ZoneSplitter

SPLITTER = ZoneSplitter({code: load_mail_file(code) for code in available_languages()})


def kinds(text: str) -> list[str]:
    return [zone.kind for zone in SPLITTER.split(text)]


@pytest.mark.parametrize(
    "line",
    [
        "Enviado desde mi iPhone",
        "Enviado do meu Samsung Galaxy",
        "Inviato da iPad",
        "Envoyé depuis mon téléphone",
        "Verstuurd vanaf mijn iPhone",
        "Lähetetty iPhonesta",
        "Wysłane z iPhone'a",
        "Odesláno z iPhonu",
        "iPhone'umdan gönderildi",
        "Отправлено с iPhone",
        "Trimis de pe Android",
        "Télécharger Outlook pour iOS",
        "Obtener Outlook para Android <https://aka.example/x>",
    ],
)
def test_what_phones_add_in_other_languages(line: str) -> None:
    """What a phone writes below a mail in a language without pack is none of the sender's words."""
    assert kinds(f"Where is my order? It was due on Monday.\n\n{line}") == ["body", "footer"]


@pytest.mark.parametrize(
    "line",
    [
        "Ich habe das iPhone zurückgeschickt",
        "I sent my Samsung back",
        "Jeg bruker iPhone 12",
        "Obtain Outlook for me",
        "Der Enviado ist mein Mann",
    ],
)
def test_what_people_say_of_phones(line: str) -> None:
    """Who speaks of a phone at the end of a mail is read."""
    assert kinds(f"Where is my order? It was due on Monday.\n\n{line}") == ["body"]


@pytest.mark.parametrize(
    "marker",
    [
        "##- Please type your reply above this line -##",
        "##- Bitte geben Sie Ihre Antwort über dieser Zeile ein. -##",
        "##- Skriv ditt svar ovanför den här raden -##",
        "##- Skriv svaret ditt over denne linjen -##",
        "##- Skriv dit svar over denne linje -##",
        "##- Veuillez saisir une réponse au-dessus de cette ligne -##",
        "--- reply above this line ---",
        "Reply above this line.",
        "Bitte antworten Sie oberhalb dieser Zeile.",
        "Skriv ditt svar ovanför denna rad",
        "Skriv ditt svar over denne linjen",
        "Skriv venligst dit svar over denne linje",
    ],
)
def test_what_stands_below_the_line_of_a_ticket_system(marker: str) -> None:
    """A ticket system asks to answer above a line; what stands below is its own, in whatever language."""
    assert kinds(f"12 34 still leaks.\n\n{marker}\n\nYour request was updated.\n\nIs it fixed?") == ["body", "quote"]


def test_a_heading_is_no_marker() -> None:
    """Signs of Markdown around a heading quote nothing."""
    assert kinds("## Order 4711 ##\n\nIt never came.") == ["body"]
