"""Repetitions told gladly are no contacts and no complaints, and true ones stay what they are."""

from __future__ import annotations

import pytest

from tonekit import ToneKit
from tonekit.analysis import Analysis
from tonekit.reading.phrases.repetitions import told_gladly, without_repeating
from tonekit.reading.reader import Reader

GLAD = (
    "For the third time this year you saved us, thank you!",
    "Third time lucky: it works now, thanks.",
    "Third time's the charm, the update installed, thank you.",
    "Delivered on time for the third time in a row, great job!",
    "This is the third time I have ordered from you and I am just as happy.",
    "We are staying with you for the fourth time and love it.",
    "Zum dritten Mal in Folge pünktlich, danke!",
    "Ich bestelle schon zum vierten Mal bei euch und bin begeistert.",
    "Das dritte Mal Urlaub bei Ihnen und wieder wunderschön.",
    "Aller guten Dinge sind drei: Beim dritten Mal hat es geklappt, danke!",
    "Jag handlar hos er för tredje gången och är lika nöjd.",
    "Tredje gången gillt: nu fungerar det, tack!",
    "För tredje gången i rad kom paketet i tid, toppen!",
    "Jeg handler hos dere for tredje gang og er like fornøyd.",
    "For tredje gang på rad kom pakken i tide, strålende!",
    "Jeg handler hos jer for tredje gang og er lige så glad.",
    "Tredje gang er lykkens gang: nu virker det, tak!",
    "For tredje gang i træk kom pakken til tiden, super!",
)
TRUE = (
    "This is the third time I write and still nothing since Monday.",
    "I am writing for the third time about the refund.",
    "For the third time: where is my parcel?",
    "Third time I'm asking, still no answer.",
    "I have called four times about this.",
    "For the third time in a row nobody answered my email.",
    "Great, for the third time I have to explain everything.",
    "Ich schreibe Ihnen zum dritten Mal und habe keine Antwort.",
    "Zum dritten Mal: Wo bleibt meine Rechnung?",
    "Das ist jetzt das dritte Mal, dass ich Ihnen schreibe.",
    "Ich habe schon dreimal angerufen, danke für nichts.",
    "Jag skriver för tredje gången om fakturan.",
    "För tredje gången: när kommer paketet?",
    "Det här är tredje gången jag ringer utan svar.",
    "Jeg skriver for tredje gang om regningen.",
    "For tredje gang: hvor er pakken?",
    "Dette er tredje gang jeg tar kontakt, fortsatt ikke svar.",
    "Jeg skriver for tredje gang om regningen, og I har ikke svaret.",
    "For tredje gang: hvor er pakken, hvornår svarer I?",
    "Det er nu tredje gang, jeg skriver til jer.",
)


def repeats(analysis: Analysis) -> bool:
    """Return whether a message counts as a further contact."""
    facts = analysis.facts
    return facts.contact_count is not None or any(alert.kind == "third_contact" for alert in facts.alerts)


@pytest.mark.parametrize("text", GLAD)
def test_glad_repetition(reader: Reader, text: str) -> None:
    """The third time that all is well nobody has written for the third time, and nobody is frustrated."""
    analysis = reader.read(text)

    assert not repeats(analysis)
    assert analysis.mood.label != "frustrated"


@pytest.mark.parametrize("text", TRUE)
def test_true_repetition(reader: Reader, text: str) -> None:
    """Who writes for the third time, or asks for the third time, is read as before."""
    analysis = reader.read(text)

    assert analysis.mood.label == "frustrated"
    assert repeats(analysis) or "contact.repeated" in {term.cue for term in analysis.mood.evidence}


def test_praise_is_not_apologised_to(toolkit: ToneKit) -> None:
    """Who thanks for the third rescue is not sent to a team lead."""
    result = toolkit.personalize("For the third time this year you saved us, thank you!")

    assert (result.decision.action, result.profile.empathy) == ("approve", "none")


def test_only_glad_sentences_count() -> None:
    """An ordinal before what it counts is told gladly beside praise, and not beside a verb of contacting."""
    texts = ["the", "third", "time", "so", "very", "good"]
    praise = [("praise", 4, 6)]
    words = [("=ordinal:3", 1, 2), ("=contact_noun", 2, 3)]

    assert told_gladly(praise, words, [(0, 6)], texts) == [(1, 3)]
    assert told_gladly(praise, [*words, ("=contact_verb", 3, 4)], [(0, 6)], texts) == []
    assert told_gladly([*praise, ("sarcasm", 0, 1)], words, [(0, 6)], texts) == []
    assert told_gladly(praise, words, [(0, 4), (4, 6)], texts) == []
    assert told_gladly(praise, words, [(0, 6)], ["the", "third", "time", "'", "very", "good"]) == []


def test_what_touches_a_glad_repetition_goes_with_it() -> None:
    """Words such as "for the third time in a row" is taken back as a whole, and nothing else."""
    hits = [("contact.repeated", 0, 4), ("fault.recurring", 3, 7), ("praise", 8, 9), ("contact.repeated", 10, 12)]

    assert without_repeating(hits, [(2, 4)]) == [hits[2], hits[3]]
    assert without_repeating(hits, []) == hits
