"""What a model leaves in a reply was not meant for its reader: notes on how to write it, the fence around it."""

from __future__ import annotations

import pytest

from tonekit.guard.checks.leftovers import directions, wrapping

LETTER = "Hello Ada,\n\nyour key is on its way.\n\nKind regards"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("(Open with an apology, three sentences at most, and a warm tone.)", id="en"),
        pytest.param("[Höfliche Anrede, dann ohne Floskeln zur Sache]", id="de"),
        pytest.param("(Be om ursäkt först, högst två meningar.)", id="sv"),
        pytest.param("(Først unnskylde, så to setninger om saken.)", id="nb"),
        pytest.param("*(Start med at undskylde, højst to sætninger.)*", id="da"),
    ],
)
def test_directions(line: str) -> None:
    """Such a line is found wherever it stands alone."""
    text = f"Hello,\n\n{line}\n\nWe look into it."

    assert [text[slice(*span)] for span in directions(text)] == [line.strip("*")]


@pytest.mark.parametrize(
    ("brief", "found"),
    [
        pytest.param("Tone: friendly. Structure: steps.", ["Tone: friendly. Structure: steps."], id="en"),
        pytest.param("**Ton:** sachlich\n**Anrede:** Sie", ["Ton:** sachlich", "Anrede:** Sie"], id="de"),
        pytest.param("Ton: varm. Målgrupp: nybörjare.", ["Ton: varm. Målgrupp: nybörjare."], id="sv"),
        pytest.param("- Tone: vennlig\n- Målgruppe: eldre", ["Tone: vennlig", "Målgruppe: eldre"], id="nb"),
        pytest.param("Tone: venlig. Struktur: trin.", ["Tone: venlig. Struktur: trin."], id="da"),
    ],
)
def test_brief(brief: str, found: list[str]) -> None:
    """The labels of a brief for the writer give it away, wherever it stands."""
    text = f"Hello,\n\nwe look into it.\n\nKind regards\n\n{brief}"

    assert [text[slice(*span)] for span in directions(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("(Please keep the receipt until the parcel is with you.)", id="a remark"),
        pytest.param("Our apologies (two words that cannot make up for it, and no excuses) for the wait.", id="inside"),
        pytest.param("(We apologise to everybody who was on the train.)", id="one such word"),
        pytest.param("Structure: oak veneer\nColour: white\nPrice: 14", id="one label of a product"),
        pytest.param("[the guide](https://docs.example.com/tone/words)", id="a link"),
    ],
)
def test_no_directions(text: str) -> None:
    """What is said to the reader in brackets tells nobody how to write."""
    assert list(directions(text)) == []


@pytest.mark.parametrize("opening", ["```", "```text", "~~~markdown", '"""'])
def test_wrapped(opening: str) -> None:
    """A fence around the whole is found, closed or cut off."""
    closing = opening[:3]

    for text in (f"{opening}\n{LETTER}\n{closing}", f"\n{opening}\n{LETTER}\n{closing}\n", f"{opening}\n{LETTER}"):
        span = wrapping(text)
        assert span is not None
        assert text[slice(*span)] == closing


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(LETTER, id="plain"),
        pytest.param("```\nset retry 3\n```\n\nThis line in the file is enough.", id="code before words"),
        pytest.param(f"{LETTER}\n\n```\nset retry 3\n```", id="code behind words"),
        pytest.param("```set retry 3``` is enough.", id="code in a line"),
        pytest.param('```json\n{"reply": "Hello"}\n```', id="data, which has a finding of its own"),
        pytest.param("", id="nothing"),
    ],
)
def test_not_wrapped(text: str) -> None:
    """Code for the reader is no fence around the reply."""
    assert wrapping(text) is None
