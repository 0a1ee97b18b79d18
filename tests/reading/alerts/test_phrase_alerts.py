"""Alerts are found beside the cues, and harmless turns of phrase take them back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.languages.cue_list import cue_list
from tonekit.languages.loading import available_languages, load_alerts, load_pack, load_shared_cues
from tonekit.languages.pack import Group, Words
from tonekit.reading.alerts.phrase_alerts import find_alerts, find_delicate
from tonekit.reading.language_reading import for_pack
from tonekit.reading.parsing import Parser
from tonekit.reading.reader import Reader
from tonekit.stated_facts import Alert, AlertKind, Span

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
    pytest.param("Hi Sue, can the parcel come on Friday?", id="en-sue-is-a-name"),
    pytest.param("My profile is fine now. Please delete the duplicate order.", id="en-another-thing-to-delete"),
    pytest.param("I felt like a complete numpty: wrong size, twice.", id="en-laughs-at-herself"),
    pytest.param("Where I'm going there is no signal, so please text me before Friday.", id="en-where-i-am-going"),
    pytest.param("I wrote her a letter of recommendation. Could you bind it?", id="en-letter-to-somebody"),
    pytest.param("I keep looking at the river from your balcony, what a view!", id="en-river-and-balcony"),
    pytest.param("The director would like to speak with your designers.", id="en-their-own-director"),
    pytest.param("Could you send me the recording of the webinar?", id="en-recording-of-others"),
    pytest.param("I can't live without your marmalade.", id="en-cannot-live-without"),
    pytest.param(
        "Mein Profil stimmt jetzt. Bitte löschen Sie die doppelte Bestellung.", id="de-another-thing-to-delete"
    ),
    pytest.param("Min profil stämmer nu. Radera den dubbla beställningen, tack.", id="sv-another-thing-to-delete"),
    pytest.param("Profilen min stemmer nå. Slett den doble bestillingen, takk.", id="nb-another-thing-to-delete"),
    pytest.param("Min profil passer nu. Slet den dobbelte ordre, tak.", id="da-another-thing-to-delete"),
    pytest.param("Die Suppe war zum Sterben gut.", id="de-to-die-for"),
    pytest.param("Ich bin Anwalt und suche eine Software für Akten.", id="de-lawyer"),
    pytest.param("Das war so lustig, ich habe mich kaputtgelacht.", id="de-laughing"),
    pytest.param("Jag dör av nyfikenhet, när kommer boken?", id="sv-curious"),
    pytest.param("Jag kan dö så snygga är de nya skorna!", id="sv-to-die-for"),
    pytest.param("Går det bra att ta Ipren och Alvedon samma dag?", id="sv-painkillers"),
    pytest.param("Klassen gör ett rollspel om en rättegång, hyr ni ut kappor?", id="sv-court-in-a-play"),
    pytest.param("Vi er et advokatkontor og trenger fem lisenser.", id="nb-law-firm"),
    pytest.param("Jeg grinede mig ihjel over jeres reklame.", id="da-laughing"),
    pytest.param("Jeg skriver på avisen med blyant.", id="da-pencil-on-newspaper"),
    pytest.param("Vi laver ved avisen en lille fest.", id="da-feast-by-the-newspaper"),
    pytest.param("Vi har tyve medarbejdere i Odense.", id="da-twenty-is-no-thief"),
    pytest.param("I don't want to hurt myself, is the blade covered?", id="en-hurt-by-a-product"),
    pytest.param("Ich will mich nicht verletzen, ist die Klinge abgedeckt?", id="de-hurt-by-a-product"),
    pytest.param("Jag vill inte skada mig, är bladet täckt?", id="sv-hurt-by-a-product"),
    pytest.param("Jeg vil ikke skade meg, er bladet dekket?", id="nb-hurt-by-a-product"),
    pytest.param("Jeg vil ikke skade mig selv, er klingen dækket?", id="da-hurt-by-a-product"),
    pytest.param("I see no way out of the menu.", id="en-way-out-of-a-menu"),
    pytest.param("Ich sehe keinen Ausweg aus dem Menü.", id="de-way-out-of-a-menu"),
    pytest.param("Jag ser ingen utväg ur menyn.", id="sv-way-out-of-a-menu"),
    pytest.param("Jeg ser ingen vei ut av menyen.", id="nb-way-out-of-a-menu"),
    pytest.param("Jeg ser ingen vej ud af menuen.", id="da-way-out-of-a-menu"),
    pytest.param("I can't go on with the installation, step 4 fails.", id="en-go-on-with-a-step"),
    pytest.param("Please press the button and contact me.", id="en-button-to-press"),
    pytest.param("Who do I contact about our hydraulic press?", id="en-machine"),
    pytest.param("Our press machine operator is interested in your training story.", id="en-who-works-at-a-press"),
    pytest.param("Ich schreibe für die Zeitung Anzeigen.", id="de-advertisements"),
    pytest.param("Die hydraulische Presse macht Lärm, bitte informieren Sie den Techniker.", id="de-machine"),
]
DESPAIR = [
    "I don't want to hurt myself, but I see no way out.",
    "I can't go on with this life.",
    "I have the pills here in front of me.",
    "I wrote my goodbye letter last night.",
    "My mother died and I can't see the point of anything now.",
    "Ich habe die Tabletten schon gezählt.",
    "Ich will mich nicht verletzen, aber ich sehe keinen Ausweg.",
    "Meine Frau ist tot und ich will zu ihr.",
    "Jag har redan räknat tabletterna.",
    "Jag vill inte skada mig själv, men kniven ligger här.",
    "Jeg har allerede telt tablettene.",
    "Jeg har allerede talt pillerne.",
    "Jeg har skrevet mit afskedsbrev.",
]
"""What harmless turns of phrase look like."""


def locator(text: str) -> Callable[[int, int], Span]:
    """Return what makes a span of two places in a text."""
    return lambda start, end: Span(text=text[start:end], start=start, end=end)


def alerts_of(
    text: str, together: Mapping[str, list[Group]], phrases: Mapping[str, tuple[str, ...]] | None = None
) -> tuple[Alert, ...]:
    """Return the alerts of a text, by the phrases and families given."""
    return find_alerts(Parser(Words(), phrases or {}, together=together).parse(text), locator(text))


def kinds(reader: Reader, text: str) -> list[AlertKind]:
    """Return the kinds of the alerts of a text."""
    return [alert.kind for alert in reader.read(text).facts.alerts]


@pytest.mark.parametrize("text", TRICKY)
def test_what_only_looks_like_an_alert(reader: Reader, text: str) -> None:
    """Turns of phrase, professions and product questions call for nobody."""
    assert kinds(reader, text) == []


@pytest.mark.parametrize("text", DESPAIR)
def test_despair_beside_harmless_words(reader: Reader, text: str) -> None:
    """No harmless turn of phrase takes back what says of itself that somebody despairs."""
    assert "self_harm" in kinds(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "I'm with the press and writing a story about your refunds.",
        "The press would love this story about your button.",
        "I told the press the whole story.",
        "I will inform the press this week.",
        "I will go to the press on Monday.",
        "The local press is keen to hear about this.",
        "The hydraulic press is leaking and the local paper is interested in the story.",
        "My press tools are broken and I will contact the newspaper.",
        "Ich schreibe für die Zeitung einen Artikel über Sie.",
        "Die Presse macht Lärm um Sie, ich werde die Zeitung informieren.",
        "Die hydraulische Presse leckt, und ich werde es noch heute der Zeitung sagen und die Presse informieren.",
        "Die Presse steht schon bereit, um darüber zu berichten.",
    ],
)
def test_the_press_itself(reader: Reader, text: str) -> None:
    """Machines and advertisements hide nobody who writes for the press, or wants to go there."""
    assert "press" in kinds(reader, text)


@pytest.mark.parametrize("text", ["The wine press stopped with the whole harvest in it. Grapes are heating up."])
def test_a_machine_that_stands_still(reader: Reader, text: str) -> None:
    """A press that is no newspaper can stop."""
    assert kinds(reader, text) == ["stopped"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Står ute hos kunde og trenger koden til panelet.", []),
        ("Kundene står ute og kommer ikke inn, kassa er nede.", ["stopped"]),
        ("Jeg er ute hos en kunde, og hele anlegget er dødt.", ["stopped"]),
    ],
)
def test_a_technician_at_a_customers(reader: Reader, text: str, expected: list[str]) -> None:
    """To stand outside is a stoppage for customers, not for whoever visits one."""
    assert kinds(reader, text) == expected


@pytest.mark.parametrize(
    "text",
    ["The press operator lost a finger. Who do I contact?", "The heat press burned my hand, tell me what to do."],
)
def test_what_a_press_does_to_people(reader: Reader, text: str) -> None:
    """A machine that is no newspaper still hurts who works at it."""
    assert "safety" in kinds(reader, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Rechnungsadresse ist falsch, bitte korrigieren Sie sie.", []),
        ("Bitte korrigieren Sie die Rechnung, die Adresse stimmt nicht.", []),
        ("Bitte korrigieren Sie mein Geburtsdatum, es ist falsch gespeichert.", ["rectification"]),
        ("Bitte berichtigen Sie meine Daten, auch auf der Rechnung.", ["rectification"]),
        ("Please send me all the data sheets you have.", []),
        ("Please send me all the data you have about me.", ["access"]),
    ],
)
def test_papers_are_no_matter_of_personal_data(reader: Reader, text: str, expected: list[str]) -> None:
    """Who wants an invoice corrected, or data sheets, asks for nothing about the data held about a person."""
    assert kinds(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Servicen deres er dårlig.", []),
        ("Kurset deres på tirsdag var dårlig.", []),
        ("Jeg ble dårlig av suppen deres.", ["safety"]),
        ("Føler meg dårlig etter middagen hos dere.", ["safety"]),
        ("Er kurs i tisdags var dålig.", []),
        ("Jag blev dålig av er soppa.", ["safety"]),
        ("Ihr Service war nach Ihrem Umzug richtig schlecht.", []),
        ("Mir wurde schlecht nach Ihrer Suppe.", ["safety"]),
    ],
)
def test_bad_service_makes_nobody_ill(reader: Reader, text: str, expected: list[str]) -> None:
    """A word that means bad and ill is about somebody's health only where it says who fell ill."""
    assert kinds(reader, text) == expected


@pytest.mark.parametrize("text", ["Jeg skriver for lokalavisen om jer.", "Vi arbejder på et magasin."])
def test_who_writes_for_a_danish_paper(reader: Reader, text: str) -> None:
    """The verb with its own preposition tells who works for the press."""
    assert "press" in kinds(reader, text)


@pytest.mark.parametrize("code", available_languages())
def test_every_language_has_every_alert(code: str) -> None:
    """Each pack knows each alert, with enough phrases, written as the reader compares them."""
    alerts = load_alerts(code)
    parts = [part for groups in alerts.together.values() for group in groups for part in group.families]
    phrases = [phrase for each in (*alerts.phrases.values(), *parts) for phrase in each]

    known = {cue: each.takes_back for cue, each in cue_list().items() if each.origin == "alert"}
    assert {cue for cue, taken in known.items() if not taken} <= set(alerts.phrases) <= set(known)
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
def test_words_count_together(text: str, found: bool) -> None:
    """Words that are an alert together count in any order, in one sentence, and not far apart."""
    parser = for_pack(load_pack("en"), load_shared_cues()).parser

    assert ("erasure" in {alert.kind for alert in find_alerts(parser.parse(text), locator(text))}) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("The videos are still online. Wipe them.", True, id="two-sentences"),
        pytest.param("Wipe them! I mean the videos.", True, id="turned-round"),
        pytest.param("Wipe the videos.", True, id="one-sentence"),
        pytest.param("The videos are online. They are nice. Wipe the lens.", False, id="a-sentence-between"),
        pytest.param("The videos are online.\n\nWipe the lens.", False, id="two-paragraphs"),
        pytest.param("The videos are online " + "and so on " * 12 + ". Wipe them.", False, id="far-apart"),
    ],
)
def test_words_count_together_in_two_sentences(text: str, found: bool) -> None:
    """A group written with `&&` looks at two neighbouring sentences of a paragraph, and no further."""
    together = {"!alert.erasure": [Group((("wipe",), ("videos",)), neighbours=True)]}

    assert bool(alerts_of(text, together)) is found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The photos of my son are still up. I want you to delete them.", id="en"),
        pytest.param("Die Videos vom Fest stehen noch online. Ich verlange, dass Sie sie beseitigen.", id="de"),
        pytest.param("Bilderna på mig ligger kvar. Ni ska ta bort dem.", id="sv"),
        pytest.param("Bildene av meg ligger der ennå. Dere må slette dem.", id="nb"),
        pytest.param("Billederne af mig ligger der stadig. I skal slette dem.", id="da"),
    ],
)
def test_erasure_in_two_sentences(reader: Reader, text: str) -> None:
    """What it is about stands in one sentence, the order to erase it in the next."""
    assert "erasure" in kinds(reader, text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("I will sue you.", ["sue"], id="alert"),
        pytest.param("The novel ends when they sue you.", [], id="taken-back"),
        pytest.param("I read a novel. I will sue you.", ["sue"], id="another-sentence"),
        pytest.param("In this novel they sue you, and I sue you too.", [], id="of-the-same-words"),
        pytest.param("In this novel they sue you, and I take you to court.", ["court"], id="another-alert"),
    ],
)
def test_words_take_back_together(text: str, found: list[str]) -> None:
    """A group under `harmless.legal` takes back the alerts that share one of its words, and raises nothing."""
    together = {"!harmless.legal": [Group((("novel", "film"), ("sue",)))]}
    phrases = {"!alert.legal": ("sue", "court")}

    assert [alert.text for alert in alerts_of(text, together, phrases)] == found


@pytest.mark.parametrize(
    ("cue", "found"), [("legal", []), ("safety", ["legal"]), ("office", []), ("stopped", ["legal"])]
)
def test_words_take_back_their_own_kinds(cue: str, found: list[str]) -> None:
    """What takes one kind of alert back leaves the others as they are, in the same words even."""
    phrases = {"!alert.legal": ("sue",), f"!harmless.{cue}": ("sue me",)}

    assert [alert.kind for alert in alerts_of("So sue me.", {}, phrases)] == found


def test_words_are_delicate_together() -> None:
    """A group under `alert.delicate` is told as delicate, from its first word to its last."""
    text = "My file is with the doctor."
    parsed = Parser(Words(), {}, together={"!alert.delicate": [Group((("file",), ("doctor",)))]}).parse(text)

    assert [span.text for span in find_delicate(parsed, locator(text))] == ["file is with the doctor"]
    assert find_alerts(parsed, locator(text)) == ()


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
