"""Topics are found as whole words, in what the sender wrote, and shown as written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit import ToneKit
from tonekit.errors import DataFileError
from tonekit.files.datafile import DataFile
from tonekit.guard.topics import TopicFinder
from tonekit.reading.reader import Reader
from tonekit.rendering.folders.sources import shipped_templates
from tonekit.settings import Settings, TopicFile

SHIPPED = shipped_templates() / "tonekit.yaml"
FINDER = TopicFinder(
    (
        TopicFile(topic="wine", words=("red{,s} wine", "chablis")),
        TopicFile(topic="tax", words=("vat", "steuer{,n}")),
        TopicFile(topic="recall", words=("call ~ back",)),
    ),
    DataFile(Path("tonekit.yaml"), ""),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Do you sell RED\nWine?", {"wine": ["RED\nWine"]}, id="across-lines"),
        pytest.param("Red, wine-coloured", {"wine": ["Red, wine"]}, id="across-marks"),
        pytest.param("A private matter, and chablistic", {}, id="inside-words"),
        pytest.param("Chablis, VAT and Chablis", {"wine": ["Chablis", "Chablis"], "tax": ["VAT"]}, id="several"),
        pytest.param("Fine, thanks.\n\n> Shall we send the Chablis?", {}, id="quoted"),
        pytest.param("Call all of them back", {"recall": ["Call all of them back"]}, id="gap"),
        pytest.param("You call back", {"recall": ["call back"]}, id="gap-of-nothing"),
        pytest.param("Call on the 3. May back", {"recall": ["Call on the 3. May back"]}, id="number-in-gap"),
        pytest.param("Call one two three four back", {"recall": ["Call one two three four back"]}, id="widest-gap"),
        pytest.param("Call one two three four five back", {}, id="gap-too-wide"),
        pytest.param("You call. I am back", {}, id="gap-over-sentences"),
        pytest.param("İİ Chablis", {"wine": ["Chablis"]}, id="behind-letters-that-grow-in-lower-case"),
        pytest.param("Renovat VAT", {"tax": ["VAT"]}, id="end-of-a-word"),
        pytest.param("", {}, id="empty"),
    ],
)
def test_topics_of_a_message(reader: Reader, text: str, found: dict[str, list[str]]) -> None:
    """Capitals, line breaks and marks do not matter; parts of words and quoted mail do not count."""
    assert FINDER.find(reader.read(text)) == found


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        pytest.param("Wanted: red wine", {"wine": ["red wine"]}, id="own"),
        pytest.param("Re: red wine", {}, id="answer"),
    ],
)
def test_topics_of_a_subject(reader: Reader, subject: str, found: dict[str, list[str]]) -> None:
    """The subject line counts as the text does, unless it repeats that of an earlier mail."""
    assert FINDER.find(reader.read("Do you have any?", subject=subject)) == found


BEREAVED = (
    "My husband died last month.",
    "I lost my mother in spring.",
    "Mein Mann ist im Januar verstorben.",
    "Meine Mutter ist letzte Woche gestorben.",
    "Unser Vater ist am 3. Januar nach langer Krankheit gestorben.",
    "Ich schreibe Ihnen nach dem Tod meiner Frau.",
    "Min man dog i januari.",
    "Min pappa har nyligen gått bort.",
    "Mannen min døde i januar.",
    "Min far gikk bort i fjor.",
    "Min mand døde i januar.",
    "Min far er desværre gået bort.",
)
NOT_BEREAVED = (
    "My phone died.",
    "My husband says hello. The battery died.",
    "Gibt es einen Nachlass auf den Preis?",
    "Meine Frau wartet. Der Akku ist gestorben.",
    "Jag gick bort från kassan.",
    "Telefonen er død nå.",
    "Vi gikk bort til butikken.",
    "Min mand gik hen i butikken.",
)


@pytest.mark.parametrize("text", BEREAVED)
def test_bereavement_is_heard(toolkit: ToneKit, text: str) -> None:
    """Whoever says in everyday words that somebody of theirs has died is seen by a person, and offered condolences."""
    result = toolkit.personalize(text)

    assert "topic" in {reason.rule for reason in result.decision.reasons}
    assert result.profile.empathy == "condole"


@pytest.mark.parametrize("text", NOT_BEREAVED)
def test_what_is_no_bereavement(toolkit: ToneKit, text: str) -> None:
    """Nobody is offered condolences for a battery, a discount or a walk."""
    assert toolkit.personalize(text).profile.empathy != "condole"


@given(text=st.text(max_size=200))
def test_any_text_is_searched(reader: Reader, text: str) -> None:
    """No text raises, and what is found stands in it."""
    analysis = reader.read(text)

    assert all(words in analysis.text for each in FINDER.find(analysis).values() for words in each)


def own(text: str) -> TopicFinder:
    """Return the topics of a `tonekit.yaml` of one's own."""
    file = DataFile(Path("tonekit.yaml"), f"brand: {{name: x}}\nreplies: [{{template: x}}]\n{text}")
    return TopicFinder(file.into(Settings).topics, file, shipped=SHIPPED)


def test_topics_that_ship_come_in_with_use() -> None:
    """`use` takes all that ship; behind it a name changes one, an empty list switches it off, a new name adds one."""
    assert own('topics: [{use: "!tonekit.yaml"}]').names == ("bereavement",)
    mine = own('topics: [{use: "!tonekit.yaml"}, {topic: bereavement, words: []}, {topic: recall, words: [recall]}]')

    assert mine.names == ("recall",)


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        pytest.param("{topic: a, words: []}", "the topic 'a' needs words", id="no-words"),
        pytest.param("{words: [a]}", "a topic needs a name", id="no-name"),
        pytest.param("{topic: a, words: [🔥]}", "signs and emoji are not looked for", id="emoji"),
        pytest.param("{topic: a, words: [(b|c]}", "'(' is never closed; write ) where it ends", id="open-bracket"),
        pytest.param("{topic: a, words: [x]}, {topic: a, words: [y]}", "two topics are called 'a'", id="twice"),
        pytest.param(
            '{use: "!tonekit.yaml"}, {topic: bereavement, words: [x]}, {topic: bereavement, words: [y]}',
            "two topics are called 'bereavement'",
            id="twice-over-a-shipped-one",
        ),
        pytest.param("{topic: a, words: ['passed .* away']}", "'.*' belongs to regular expressions", id="regex"),
        pytest.param("{topic: a, words: ['\\bdied']}", "belongs to regular expressions", id="regex-border"),
    ],
)
def test_wrong_topics_are_refused(entries: str, message: str) -> None:
    """What would never be found is refused with its line and what to do."""
    with pytest.raises(DataFileError) as caught:
        own(f"topics: [{entries}]")

    assert message in str(caught.value)
    assert "; " in str(caught.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("Mamma dog förra veckan, vi behöver säga upp hennes elavtal.", True, id="sv"),
        pytest.param("Mamma døde forrige uke, og vi må si opp strømavtalen hennes.", True, id="nb"),
        pytest.param("Mor døde i sidste uge, og vi skal opsige hendes elaftale.", True, id="da"),
        pytest.param("Far er lige gået bort. Hvordan lukker vi hans konto?", True, id="da-just"),
        pytest.param("Mein Mann ist tot, ich möchte seinen Vertrag beenden.", True, id="de"),
        pytest.param("Mama ist am Sonntag gestorben.", True, id="de-bare"),
        pytest.param("Dad passed away on Sunday.", True, id="en"),
        pytest.param("Mamma mia, datorn dog igen!", False, id="sv-computer"),
        pytest.param("Mamma Mia døde vi av latter!", False, id="nb-a-show"),
        pytest.param("Batteriet er dødt.", False, id="da-battery"),
        pytest.param("Far er lige gået ud.", False, id="da-went-out"),
        pytest.param("Mein Mann ist total begeistert.", False, id="de-delighted"),
        pytest.param("Telefonen min døde.", False, id="nb-telephone"),
    ],
)
def test_a_death_in_ordinary_words(toolkit: ToneKit, text: str, told: bool) -> None:
    """Who tells of a death as families do is offered condolences, and whose things died is not."""
    assert (toolkit.personalize(text).profile.empathy == "condole") is told
