"""Alerts are found beside the cues, and harmless turns of phrase take them back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.languages.cue_list import cue_list
from tonekit.languages.loading import available_languages, load_alerts
from tonekit.reading.reader import Reader
from tonekit.stated_facts import AlertKind

FEWEST_PHRASES = 2000

TRICKY = [
    pytest.param("I'm dying to know when the new album is out.", id="en-dying-to"),
    pytest.param("Our legal department asks for a copy of the contract.", id="en-own-lawyers"),
    pytest.param("Please use our legal name on the invoice.", id="en-legal-name"),
    pytest.param("I have attached the exploded view of the gearbox.", id="en-exploded-view"),
    pytest.param("Nobody was hurt, luckily, it was only a drill.", id="en-nobody-hurt"),
    pytest.param("Does your software help with GDPR compliance?", id="en-gdpr-product"),
    pytest.param("That was to die for, thank you!", id="en-to-die-for"),
    pytest.param("Kind regards\nSue Lawson\nAttorney at Law", id="en-lawyer-signs"),
    pytest.param("Die Suppe war zum Sterben gut.", id="de-to-die-for"),
    pytest.param("Ich bin Anwalt und suche eine Software für Akten.", id="de-lawyer"),
    pytest.param("Das war so lustig, ich habe mich kaputtgelacht.", id="de-laughing"),
    pytest.param("Jag dör av nyfikenhet, när kommer boken?", id="sv-curious"),
    pytest.param("Vi er et advokatkontor og trenger fem lisenser.", id="nb-law-firm"),
    pytest.param("Jeg grinede mig ihjel over jeres reklame.", id="da-laughing"),
    pytest.param("Vi har tyve medarbejdere i Odense.", id="da-twenty-is-no-thief"),
]


def kinds(reader: Reader, text: str) -> list[AlertKind]:
    """Return the kinds of the alerts of a text."""
    return [alert.kind for alert in reader.read(text).facts.alerts]


@pytest.mark.parametrize("text", TRICKY)
def test_what_only_looks_like_an_alert(reader: Reader, text: str) -> None:
    """Turns of phrase, professions and product questions call for nobody."""
    assert kinds(reader, text) == []


@pytest.mark.parametrize("code", available_languages())
def test_every_language_has_every_alert(code: str) -> None:
    """Each pack knows each alert, with enough phrases, written as the reader compares them."""
    alerts = load_alerts(code)
    parts = [part for groups in alerts.together.values() for group in groups for part in group.families]
    phrases = [phrase for each in (*alerts.phrases.values(), *parts) for phrase in each]

    assert set(alerts.phrases) == {cue for cue, each in cue_list().items() if each.origin == "alert"}
    assert len(phrases) >= FEWEST_PHRASES
    assert [phrase for phrase in phrases if phrase != phrase.lower() or "’" in phrase] == []


def test_alert_decides_no_verdict(reader: Reader) -> None:
    """An alert is a fact and no evidence: no cue of one stands in any verdict."""
    analysis = reader.read("I want all my data deleted. I don't want to live any more, my lawyer will sue you.")

    assert {"erasure", "self_harm", "legal"} <= {alert.kind for alert in analysis.facts.alerts}
    assert [term.cue for _, verdict in analysis.verdicts() for term in verdict.evidence if "alert" in term.cue] == []


def test_cue_does_not_hide_an_alert(reader: Reader) -> None:
    """Where a longer cue phrase covers the words, the alert is found all the same, and the cue stays."""
    analysis = reader.read("If this is not refunded I will take you to court.")

    assert [alert.kind for alert in analysis.facts.alerts] == ["legal"]
    assert [threat.kind for threat in analysis.facts.threats] == ["legal"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Kindly remove whatever is still stored and relates to my details.", True, id="in-order"),
        pytest.param("My details: would somebody in your team please remove them?", True, id="turned-round"),
        pytest.param("I changed my details. Please remove the banner.", False, id="two-sentences"),
        pytest.param("My details are right, " + "and so on " * 12 + "so remove the banner.", False, id="far-apart"),
    ],
)
def test_words_count_together(reader: Reader, text: str, found: bool) -> None:
    """Words that are an alert together count in any order, in one sentence, and not far apart."""
    assert ("erasure" in kinds(reader, text)) is found


def test_delicate_words_are_kept_apart(reader: Reader) -> None:
    """Words that often stand in critical matters are no alerts; they are told by themselves, ten at most."""
    facts = reader.read("My doctor has a blog. " + "The bot is slow. " * 20).facts

    assert facts.alerts == ()
    assert [span.text for span in facts.delicate][:2] == ["doctor", "blog"]
    assert len(facts.delicate) == 10


def test_quotes_and_footers_call_for_nobody(reader: Reader) -> None:
    """Legal words in a quoted mail or a footer are not the sender's."""
    text = (
        "Thanks, that helped.\n\nOn Monday Ben wrote:\n> My lawyer will sue you.\n\n"
        "This e-mail is confidential and may contain legally privileged information. If you are not the intended"
        " recipient, please delete it."
    )

    assert kinds(reader, text) == []


def test_twins_are_heard_in_both_languages(reader: Reader) -> None:
    """Danish is heard in a text that is taken for Norwegian, and the other way round."""
    assert kinds(reader, "Jeg vil ikke leve mere.") == ["self_harm"]
    assert "self_harm" in [alert.kind for alert in reader.read("begå selvmord", locale="nb").facts.alerts]


def test_spans_lead_into_the_text_as_it_came(reader: Reader) -> None:
    """The words of an alert are cut from the original text, behind characters that reading removes."""
    text = "\u200bHi,\n\nI\u2019ll sue you, \u200bI\u2019m serious.\n"
    alert = reader.read(text).facts.alerts[0]

    assert text[alert.start : alert.end] == alert.text
    assert "sue" in alert.text


def test_wall_of_threats_does_not_fill_the_result(reader: Reader) -> None:
    """Of the same alert over and over, twenty are told."""
    assert kinds(reader, "I will sue you. " * 2000) == ["legal"] * 20


@given(text=st.text(max_size=300))
def test_any_text_has_alerts_in_order(reader: Reader, text: str) -> None:
    """No text raises, spans lie in it, and none comes twice."""
    analysis = reader.read(text)
    alerts = analysis.facts.alerts

    assert all(analysis.text[alert.start : alert.end] == alert.text for alert in alerts)
    assert len(set(alerts)) == len(alerts)
