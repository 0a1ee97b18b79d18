"""What belongs to the making of a draft: told by its place and form as well as by its words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tonekit import Result, ToneKit

LETTER = "Hello Priya,\n\nour technician comes on Thursday and looks at the machine.\n\nKind regards"


@pytest.mark.parametrize(
    ("before", "found"),
    [
        pytest.param("Very well, a few lines that should do the job:", True, id="announced"),
        pytest.param("Understood. I stick to what was given.", True, id="understood"),
        pytest.param("", False, id="nothing before the greeting"),
        pytest.param("Your visit on Thursday", False, id="a heading"),
        pytest.param("Re: coffee machine", False, id="a subject"),
        pytest.param("Great!", False, id="an exclamation"),
        pytest.param("Good morning,", False, id="a greeting before the greeting"),
    ],
)
def test_talk_before_the_greeting(toolkit: ToneKit, answer: Callable[..., Result], before: str, *, found: bool) -> None:
    """Sentences before the greeting are a model's, in whatever words; headings are not."""
    result = answer("Could your technician come on Thursday? Priya Nair")
    draft = f"{before}\n\n{LETTER}" if before else LETTER
    talk = [each for each in toolkit.check(draft, result) if each.rule == "model-talk"]

    assert [each.text for each in talk] == ([before] if found else [])


@pytest.mark.parametrize(
    ("language", "talk", "matter"),
    [
        pytest.param(
            "en",
            "I generated this text from the notes in the prompt.",
            "The answer in JSON keeps the text of your draft as requested.",
            id="English",
        ),
        pytest.param(
            "de",
            "Diesen Text habe ich aus den Notizen im Prompt erzeugt.",
            "Die Antwort im Format JSON hält den Text Ihres Entwurfs wie verlangt.",
            id="German",
        ),
        pytest.param(
            "sv",
            "Här är ett omarbetat svar i önskad ton med alla fakta.",
            "Svaret i JSON har texten från utkastet som du bad om.",
            id="Swedish",
        ),
        pytest.param(
            "nb",
            "Her er et omarbeidet svar i ønsket tone med alle fakta.",
            "Svaret i JSON har teksten fra utkastet som du ba om.",
            id="Norwegian",
        ),
        pytest.param(
            "da",
            "Her er et omarbejdet svar i den ønskede tone med alle fakta.",
            "Svaret i JSON har teksten fra udkastet, som du bad om.",
            id="Danish",
        ),
    ],
)
def test_talk_to_experts(
    toolkit: ToneKit, answer: Callable[..., Result], language: str, talk: str, matter: str
) -> None:
    """A model that speaks of its task is found by experts as well; what is told of data holds nobody back."""
    result = answer("?", language=language, style={"jargon": "technical"})
    graver = [
        {each.rule for each in toolkit.check(draft, result) if each.severity != "note"} for draft in (talk, matter)
    ]

    assert ["model-talk" in each for each in graver] == [True, False]
