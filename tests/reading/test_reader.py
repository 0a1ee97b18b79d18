"""What the whole line of reading promises on real messages in five languages."""

from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.analysis import LABELS, Analysis
from tonekit.languages.loading import available_languages
from tonekit.reading.notes import MOST_CHARACTERS
from tonekit.reading.reader import Reader

# Read once: property tests call it with many texts.
READER = Reader(available_languages())

FORMAL = {
    "en": "Dear Sir or Madam, we kindly request the technical specification of your CRM system and a list of the "
    "supported interfaces.",
    "de": "Wir bitten um Zusendung der technischen Spezifikation Ihres CRM-Systems sowie einer Übersicht der "
    "Schnittstellen.",
    "sv": "Vi önskar upplysningar om er CRM-plattform. Var vänlig översänd den tekniska specifikationen samt en "
    "förteckning över vilka integrationer som stöds.",
    "nb": "Vi ønsker opplysninger om CRM-plattformen deres. Vennligst oversend teknisk spesifikasjon og en oversikt "
    "over støttede integrasjoner.",
    "da": "Vi ønsker oplysninger om jeres CRM-platform. Venligst fremsend den tekniske specifikation samt en oversigt "
    "over de understøttede integrationer.",
}
CASUAL = {
    "en": "Hiya, we're looking for something new for the office, could you guys show us a bit what yours can do? Would "
    "be awesome 😊",
    "de": "Hallöchen, wir suchen grad was Neues fürs Büro, könnt ihr mal zeigen, was eure Software so kann? "
    "Wär super 😊",
    "sv": "Hejsan! Vi är på jakt efter ett nytt ärendesystem här på kontoret. Kan ni visa lite vad ert kan? Vore "
    "jättekul 😊",
    "nb": "Heisann! Vi er på jakt etter et nytt system og lurer på hva deres kan. Kan dere vise litt? Hadde vært "
    "kjempegøy 😊",
    "da": "Hejsa! Vi er på jagt efter et nyt system og er nysgerrige på, hvad jeres kan. Kan I vise lidt? Det kunne "
    "være superfedt 😊",
}


@pytest.mark.parametrize("language", FORMAL)
def test_formal_request(language: str) -> None:
    """The formal request is formal, direct, neutral in mood and wants details."""
    analysis = READER.read(FORMAL[language])

    assert analysis.language.label == language
    assert analysis.formality.label == "formal"
    assert analysis.directness.label == "direct"
    assert analysis.mood.label == "neutral"
    assert analysis.detail_need.label == "details"


@pytest.mark.parametrize("language", CASUAL)
def test_casual_request(language: str) -> None:
    """The casual request is informal, wants an overview and is not frustrated."""
    analysis = READER.read(CASUAL[language])

    assert analysis.language.label == language
    assert analysis.formality.label == "informal"
    assert analysis.detail_need.label == "overview"
    assert analysis.mood.label != "frustrated"
    assert analysis.emoji == ("😊",)


def test_german_address() -> None:
    """German tells register by its pronouns; the Scandinavian languages do not."""
    assert READER.read(FORMAL["de"]).address == "formal"
    assert READER.read(CASUAL["de"]).address == "informal"
    assert READER.read("Kannst du mir sagen, wann Sie liefern?").address == "mixed"
    assert READER.read("Kan du hjälpa mig?").address is None


@pytest.mark.parametrize(
    ("text", "address"),
    [
        pytest.param("RUFEN SIE MICH SOFORT AN!!!", "formal", id="sie"),
        pytest.param("ICH HABE IHNEN DREIMAL GESCHRIEBEN", "formal", id="ihnen"),
        pytest.param("WANN MELDEST DU DICH ENDLICH", "informal", id="du"),
        pytest.param("WO IST IHR PAKET", None, id="her-or-your"),
        pytest.param("WO IST MEIN PAKET", None, id="nobody"),
    ],
)
def test_shouted_german_address(text: str, address: str | None) -> None:
    """A pronoun of address counts in capitals too, but for one that could be either form."""
    assert READER.read(text).address == address


def test_third_letter_is_frustrated() -> None:
    """Waiting without a bad word is frustration, and the third contact is counted."""
    analysis = READER.read("This is the third time I write and still nothing since Monday.")

    assert analysis.mood.label == "frustrated"
    assert analysis.facts.contact_count == 3


@pytest.mark.parametrize(
    ("text", "dimension", "wrong"),
    [
        pytest.param("The process was killed after a fatal error, exit code 137.", "mood", "frustrated", id="fault"),
        pytest.param("Great, another update that breaks everything.", "mood", "enthusiastic", id="mock-praise"),
        pytest.param("Dear support team, please help. Thanks. Best regards", "mood", "enthusiastic", id="courtesy"),
        pytest.param("Dear support team, please help. Thanks. Best regards", "sentiment", "positive", id="courtesy-2"),
        pytest.param("Die Tür war offen.", "sentiment", "negative", id="german-die-and-war"),
        pytest.param("I look forward to your prompt reply.", "urgency", "elevated", id="formula"),
        pytest.param("Det haster ikke, men når kan dere komme?", "urgency", "elevated", id="no-rush-nb"),
        pytest.param("Det haster ikke, hvornår kommer pakken?", "urgency", "elevated", id="no-rush-da"),
    ],
)
def test_not_misread(text: str, dimension: str, wrong: str) -> None:
    """What common tools misread is not misread."""
    assert READER.read(text).label(dimension) != wrong


REPLIES = {
    "de": "Guten Tag,\n\nder Export hängt seit gestern, können Sie bitte nachsehen?\n\n"
    "Mit freundlichen Grüßen\nKarin Vogt",
    "sv": "Hej,\n\nexporten har hängt sig sedan i går, kan ni titta på det?\n\nMed vänlig hälsning\nKarin Berg",
}
FURNITURE = {
    "english footer": "\n\nThis e-mail is confidential and intended solely for the addressee. If you are not the "
    "intended recipient, please delete it. Registered office: London.",
    "english quote": "\n\nOn Mon, 3 Nov 2026 at 10:12, Support <help@example.com> wrote:\n> Great news! We are so "
    "happy to help you.\n> Please restart the export.",
    "traceback": '\n\nTraceback (most recent call last):\n  File "/srv/export.py", line 12, in run\n    raise '
    "TimeoutError('no answer')\nTimeoutError: no answer",
}


@pytest.mark.parametrize("kind", FURNITURE)
@pytest.mark.parametrize("language", REPLIES)
def test_furniture_changes_nothing(language: str, kind: str) -> None:
    """Footer, quote and traceback leave language, and all that does not read code, as it is."""
    bare = READER.read(REPLIES[language])
    furnished = READER.read(REPLIES[language] + FURNITURE[kind])
    blind = set(LABELS) - ({"knowledge", "role"} if kind == "traceback" else set())

    assert furnished.language.label == bare.language.label == language
    assert {name: furnished.label(name) for name in blind} == {name: bare.label(name) for name in blind}


ODD = {
    "empty": "",
    "blank": " \n\t ",
    "digits": "0049 176 123",
    "emoji": "🙄🙄🙄",
    "japanese": "プリンターが動きません。",
    "arabic": "الطابعة لا تعمل",
    "binary": "".join(map(chr, range(256))) * 20,
    "surrogate": "caf\ud83d please help",
    "null": "a\x00b",
    "huge": "Der Drucker geht nicht. " * 45_000,
    "one word": "x" * 1_000_000,
    "marks": "!?" * 100_000,
    "quotes": "> " * 100_000,
}


@pytest.mark.parametrize("kind", ODD)
def test_odd_messages_get_a_result(kind: str) -> None:
    """Empty, huge, binary, foreign and wordless messages are read, and what could not be told is said."""
    analysis = READER.read(ODD[kind])

    assert {name for name, verdict in analysis.verdicts() if verdict.label not in LABELS[name]} == set()
    assert analysis.notes or analysis.language.label in READER.languages


def test_what_was_not_read_is_said() -> None:
    """A message beyond the limit says how much of it was read."""
    notes = READER.read(ODD["huge"]).notes

    assert any(f"{MOST_CHARACTERS:,}" in note for note in notes)


def test_empty_message_is_neutral() -> None:
    """Nothing said is nothing claimed."""
    analysis = READER.read("")

    assert [verdict.label for _, verdict in analysis.verdicts()] == [
        "neutral",
        "balanced",
        "advanced",
        "neutral",
        "neutral",
        "none",
        "other",
        "unknown",
        "unknown",
        "unknown",
    ]


def assert_sound(analysis: Analysis) -> None:
    """Check what must hold for every analysis."""
    for name, verdict in analysis.verdicts():
        assert isclose(sum(verdict.probabilities.values()), 1.0)
        assert verdict.label in LABELS[name]
        for label, score in verdict.scores.items():
            assert isclose(score, sum(term.weights.get(label, 0.0) for term in verdict.evidence), abs_tol=1e-9)
        for term in verdict.evidence:
            if term.start is not None:
                assert analysis.text[term.start : term.end] == term.text != ""
    assert "".join(analysis.text[zone.start : zone.end] for zone in analysis.zones) == analysis.text


WORDS = st.sampled_from(
    "Hej hello Guten Tag , . ! ? \n \n\n > -- thanks for nothing still inte ikke Sie du 😊 :) I’ve waited two weeks "
    "error E17 v2.3 third time I write by Friday € 12,50 kr http://a.example <b> ``` Mvh Anna \u200b e\u0301".split(" ")
)


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_sound_on_mail(text: str) -> None:
    """On mail-like text: evidence sums to the score, offsets point at the words they quote, zones cover the text."""
    assert_sound(READER.read(text))


@given(st.text(max_size=300))
def test_sound_on_any_text(text: str) -> None:
    """The same holds for any text at all."""
    assert_sound(READER.read(text))


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_same_text_same_answer(text: str) -> None:
    """Reading is deterministic."""
    assert READER.read(text) == READER.read(text)


@pytest.mark.parametrize(
    "text",
    [
        "I don't want to cancel, just pause.",
        "Please do not cancel my order!",
        "Why did you cancel my order? I want it back.",
        "Ich will nicht kündigen, nur pausieren.",
        "Bitte stornieren Sie meine Bestellung nicht!",
        "Jag vill inte säga upp, bara pausa.",
        "Jeg vil ikke si opp, bare ta en pause.",
        "Jeg vil ikke opsige, kun holde pause.",
    ],
)
def test_cancellation_that_is_not_asked_for(reader: Reader, text: str) -> None:
    """Who speaks of a cancellation and wants none is not read as cancelling."""
    assert reader.read(text).request.label != "cancellation"


@pytest.mark.parametrize(
    "text",
    [
        "I cannot cancel my subscription in the app, please end it.",
        "Ich kann meinen Vertrag online nicht kündigen, bitte beenden Sie ihn.",
        "Jag vill säga upp mitt abonnemang.",
        "Jeg vil si opp abonnementet mitt.",
        "Jeg vil opsige mit abonnement.",
    ],
)
def test_cancellation_that_is_asked_for(reader: Reader, text: str) -> None:
    """Who wants to cancel is read so, beside a "not" that belongs elsewhere too."""
    assert reader.read(text).request.label == "cancellation"


@pytest.mark.parametrize("text", ["wie stell ich den wecker auf sommerzeit", "wie komm ich an die rechnung vom mai"])
def test_a_german_question_needs_no_question_mark(reader: Reader, text: str) -> None:
    """The verb in second place asks, whatever stands at the end."""
    assert reader.read(text, locale="de").request.label == "question"
