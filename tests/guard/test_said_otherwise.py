"""What a draft says in other figures and words than the facts is no invention; what nobody said stays one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tonekit import Result, ToneKit

Graver = Callable[..., set[str]]
MESSAGE = "Hello? Third day without heating, he was seventeen."


def _facts(fact: str) -> dict[str, str]:
    return {"answer.summary": fact}


@pytest.mark.parametrize(
    ("language", "fact", "draft"),
    [
        pytest.param(
            "en", "Tuesdays 10:00 to 11:00.", "Come on a Tuesday, between 10 and 11 in the morning.", id="span"
        ),
        pytest.param("en", "Tuesdays 10:00 to 11:00.", "It is Tuesday, 10 till 11 o'clock.", id="span before o'clock"),
        pytest.param("de", "Dienstags 14:00 bis 17:30 Uhr.", "Dienstags, 14 bis 17.30 Uhr.", id="span before Uhr"),
        pytest.param(
            "de", "Die Feier dauert von 14 bis 17 Uhr.", "Die Feier geht von 14 bis 17 h.", id="span before h"
        ),
        pytest.param("nb", "Mellom kl. 8:00 og 11:00.", "Kom mellom 8 og 11 om formiddagen.", id="Norwegian span"),
        pytest.param("en", "The evening show is at 19:30.", "The show is at 7:30 in the evening.", id="afternoon"),
        pytest.param("sv", "Två gånger, klockan 9 och 16.", "Två gånger: klockan 9 och 16.", id="two hours"),
        pytest.param("en", "Open from 10 am to 4 pm.", "We are open from ten to four.", id="span in words"),
        pytest.param(
            "da", "Sofaen skal stå ude kl. 6 om morgenen.", "Sofaen skal stå ude kl. 6 morgen.", id="six in the morning"
        ),
        pytest.param("sv", "Bordet är 180 cm långt.", "Bordet är 1,8 meter långt.", id="another unit"),
        pytest.param(
            "da",
            "Flytningen er gratis, 5.400 kr. tilbage.",
            "Du får hele beløbet for den, 5.400 kr., tilbage for flytningen.",
            id="all of it, with its amount",
        ),
        pytest.param("en", "It starts at 8:40 am.", "It starts at 20 to 9 in the morning.", id="minutes to the hour"),
        pytest.param("en", "Brought today by 18:00.", "It is brought by six o'clock this evening.", id="this evening"),
        pytest.param("en", "Open Monday to Thursday.", "We are open Monday, Tuesday, Wednesday, Thursday.", id="days"),
        pytest.param("da", "Åbent tirsdag til torsdag.", "Vi har åbent tirsdag, onsdag og torsdag.", id="Danish days"),
        pytest.param("en", "Delivered Monday to Saturday.", "Delivered every day but Sunday.", id="all days but one"),
        pytest.param("de", "Die 27. Kalenderwoche.", "Die Lieferung kommt in KW 27.", id="week"),
        pytest.param("en", "£0.38 per roll.", "Each roll is 38 pence.", id="small money"),
        pytest.param("en", "£0.38 per roll.", "Each roll is thirty-eight pence.", id="small money in words"),
        pytest.param(
            "nb", "4000 stykker koster 86 400 kroner.", "For 4000 stykker: 86 400 kr, 21,60 kr per stykk.", id="each"
        ),
        pytest.param("en", "£120 for two tickets.", "£120 for two; each ticket is £60.", id="each ticket"),
        pytest.param("de", "Sechs Gläser zu 7,50 Euro.", "Sechs Gläser zu 7,50 Euro, zusammen 45 Euro.", id="total"),
        pytest.param("en", "The show is at 19:30.", "The 7.30 evening show is at 19:30.", id="evening, no colon"),
        pytest.param("en", "There is no cancellation charge.", "There is no charge for that.", id="no charge"),
        pytest.param("de", "Aussetzen ist möglich, ohne Kosten.", "Aussetzen können Sie kostenlos.", id="no cost"),
        pytest.param("da", "Vi henter dem uden udgift for dig.", "Vi henter dem, gratis.", id="no outlay"),
        pytest.param("da", "De sidste 2 døgn opkræves ikke.", "De 2 sidste døgn koster ikke noget.", id="not charged"),
        pytest.param("da", "Et prøvetryk er med i prisen.", "Et prøvetryk laver vi uden beregning.", id="in the price"),
        pytest.param("da", "Billetter refunderes helt.", "Du får fuld refusion af billetter.", id="all of it"),
        pytest.param("en", "Change a quarter of the water.", "Change 25% of the water.", id="a quarter"),
        pytest.param("nb", "Passord med minst ti tegn.", "Passordet: minst 10 tegn.", id="number in words"),
        pytest.param("nb", "Sett leddet til 180 s.", "Still leddet til 180 sekunder.", id="short unit"),
        pytest.param("en", "It is repaired.", "It is repaired. Sorry for these three days of cold.", id="third day"),
        pytest.param("en", "It is repaired.", "Seventeen years together; it is repaired.", id="age told in words"),
        pytest.param("en", "It is repaired.", "It is repaired. You should have been called back.", id="no blame"),
        pytest.param(
            "de", "Es ist fertig.", "Es ist fertig. Der nächste Schritt liegt bei Ihnen.", id="whose turn it is"
        ),
        pytest.param("en", "It is repaired.", "You've made our Monday. It is repaired.", id="our Monday"),
        pytest.param("sv", "Skydd av typ B krävs.", "Skydd: typ B, eller typ A. Skydd krävs.", id="a type is a term"),
    ],
)
def test_told_again(graver: Graver, language: str, fact: str, draft: str) -> None:
    """Figures, hours, days and prices may be told as people tell them."""
    assert graver(language, fact, draft, message=MESSAGE) == set()


@pytest.mark.parametrize(
    ("language", "fact", "draft", "rule"),
    [
        pytest.param("en", "Tuesdays 10:00 to 11:00.", "On Tuesday, 10 to 12 o'clock.", "ungiven-time", id="span"),
        pytest.param("en", "It starts at 19:30.", "It starts at 7:30 am.", "ungiven-time", id="forenoon"),
        pytest.param("en", "Open Monday to Thursday.", "We are open on Friday.", "ungiven-date", id="day outside"),
        pytest.param(
            "en", "Open Monday and Thursday.", "We are open on Tuesday.", "ungiven-date", id="no span of days"
        ),
        pytest.param("en", "It starts at 19:30.", "It starts at 7:30 in the morning.", "ungiven-time", id="morning"),
        pytest.param("de", "Beginn ist um 19:30 Uhr.", "Beginn ist um 7:30 Uhr.", "ungiven-time", id="24 hours"),
        pytest.param("sv", "Vi ringer kl. 18.", "Vi ringer kl. 6 på morgonen.", "ungiven-time", id="Swedish morning"),
        pytest.param(
            "en", "It was moved from Monday to Thursday.", "It is on Tuesday.", "ungiven-date", id="moved between days"
        ),
        pytest.param("da", "Flyttet fra mandag til torsdag.", "Det er på onsdag.", "ungiven-date", id="Danish moved"),
        pytest.param("en", "On Tuesday.", "Tuesday is full, but Monday is yours.", "ungiven-date", id="but Monday"),
        pytest.param("en", "On Tuesday.", "Your Friday visit is confirmed.", "ungiven-date", id="your Friday"),
        pytest.param("en", "It takes 5 min.", "It takes 5 hours.", "ungiven-period", id="another unit"),
        pytest.param("sv", "Det tar 10 v.", "Det tar 10 månader.", "ungiven-period", id="another Swedish unit"),
        pytest.param("de", "Dauert 14 d.", "Dauert 14 Wochen.", "ungiven-period", id="another German unit"),
        pytest.param("en", "£120 for 3 nights.", "There is a fee of £40.", "ungiven-amount", id="no price of each"),
        pytest.param("en", "It does not cost more than £40.", "It costs nothing.", "ungiven-amount", id="no more than"),
        pytest.param(
            "en", "The price changed: a change in the price.", "It is free of charge.", "ungiven-amount", id="change"
        ),
        pytest.param("de", "Erstattung ohne Versandkosten.", "Das ist kostenlos.", "ungiven-amount", id="but postage"),
        pytest.param("de", "Nicht im Preis enthalten.", "Das ist kostenlos.", "ungiven-amount", id="not included"),
        pytest.param(
            "en", "You are not charged until May.", "It is free of charge.", "ungiven-amount", id="not charged until"
        ),
        pytest.param(
            "en",
            "You get back half of the price of £120.",
            "We refund the full amount, £120.",
            "ungiven-percentage",
            id="all of it where half",
        ),
        pytest.param(
            "en", "We call at a quarter past nine.", "You get 25 % off.", "ungiven-percentage", id="quarter past"
        ),
        pytest.param(
            "de", "Um Viertel nach neun.", "Sie bekommen 25 % Rabatt.", "ungiven-percentage", id="German quarter"
        ),
        pytest.param(
            "en", "You have to pay the full amount.", "We refund the full amount.", "ungiven-percentage", id="pay all"
        ),
        pytest.param(
            "sv", "Du ska betala hela beloppet.", "Du får 100 % åter.", "ungiven-percentage", id="pay all, sv"
        ),
        pytest.param("en", "In the second week of May.", "It takes 2 weeks.", "ungiven-period", id="week of a month"),
        pytest.param("de", "Es wiegt 3 t.", "Es dauert 3 Stunden.", "ungiven-period", id="tonnes"),
        pytest.param(
            "en", "On Tuesday.", "All is fine, but Monday is the day.", "ungiven-date", id="but that leaves out nothing"
        ),
        pytest.param("en", "It is £40.", "The fee is £120.", "ungiven-amount", id="times the third day"),
        pytest.param(
            "en", "It carries 50 kg.", "It carries 15 kg, so 5 kg more.", "ungiven-number", id="a tenth of it"
        ),
        pytest.param("sv", "Bordet är 180 cm långt.", "Bordet är 18 cm långt.", "ungiven-number", id="Swedish tenth"),
        pytest.param("en", "By the Twelve Oaks Hall.", "The hall seats 12.", "ungiven-number", id="number in a name"),
        pytest.param("sv", "Tusen tack, vi ses.", "Vi skickar 1000 stycken.", "ungiven-number", id="a thousand thanks"),
        pytest.param("en", "It is lost.", "It is lost. You should have been at home.", "blame", id="been at home"),
        pytest.param("de", "Es ist weg.", "Es ist weg. Das Verschulden liegt bei Ihnen.", "blame", id="whose fault"),
        pytest.param("en", "£0.38 per roll.", "Each roll is 39 pence.", "ungiven-amount", id="small money"),
        pytest.param(
            "de", "Wir übernehmen keine Kosten.", "Das ist kostenlos.", "ungiven-amount", id="who bears costs"
        ),
        pytest.param(
            "da", "Hele beløbet refunderes ikke.", "Du får fuld refusion.", "ungiven-percentage", id="refused"
        ),
        pytest.param("en", "A quarter of the water.", "Change 30% of the water.", "ungiven-percentage", id="a share"),
        pytest.param(
            "en", "It is repaired.", "If you had rung earlier, it were repaired by now.", "blame", id="had you"
        ),
        pytest.param(
            "sv", "Den är lagad.", "Hade du skrivit tydligare vore den lagad nu.", "blame", id="Swedish had you"
        ),
        pytest.param("nb", "Det er reparert.", "Du kunne jo ha ringt. Det er reparert.", "blame", id="could have"),
        pytest.param(
            "en", "It is repaired.", "See https://bit.ly/3xyz: it is repaired.", "unsafe-link", id="shortened"
        ),
        pytest.param(
            "en",
            "It is repaired.",
            "It is repaired, like that of Mrs Helen Marsh of 14 Orchard Row.",
            "personal-data",
            id="a stranger's address",
        ),
    ],
)
def test_invented(graver: Graver, language: str, fact: str, draft: str, rule: str) -> None:
    """What only looks like what was given is found."""
    assert rule in graver(language, fact, draft, message=MESSAGE)


def test_asked_for(toolkit: ToneKit, answer: Callable[..., Result]) -> None:
    """What the customer wants for nothing is not given for nothing."""
    wish = "Hello, I want it repaired without any costs, there should be no fee. Kim"
    result = answer(wish, language="en", facts=_facts("The fee is £40."))

    assert "ungiven-amount" in {each.rule for each in toolkit.check("The repair costs nothing.", result)}


def test_another_name(toolkit: ToneKit, answer: Callable[..., Result]) -> None:
    """Who has a name that is nearly the same is somebody else, while a group is known by its plural."""
    result = answer("Hej, hvor er den? Kh Alexandra, stuen Mariehønen", language="da", facts=_facts("Den er væk."))

    def rules(draft: str) -> set[str]:
        return {each.rule for each in toolkit.check(draft, result)}

    assert "ungiven-name" in rules("Hej Alexander, den er væk.")
    assert "ungiven-name" not in rules("Hej Mariehøner, den er væk.")


@pytest.mark.parametrize(("joint", "severity"), [("\n\n", "warning"), (" ", "note")], ids=["alone", "within"])
def test_remark_of_a_model(toolkit: ToneKit, answer: Callable[..., Result], joint: str, severity: str) -> None:
    """A remark that stands alone between paragraphs is a model's; within one it may be the matter."""
    result = answer("Hello, when does he come?", language="en", facts=_facts("He comes on 3 June 2026."))
    parts = ("He comes on 3 June 2026.", "This reply keeps to the tone you asked for.", "Write to us at any time.")

    found = [each for each in toolkit.check(joint.join(parts), result) if each.rule == "model-talk"]
    assert [each.severity for each in found] == [severity]


def test_a_wish_is_no_grant(toolkit: ToneKit, answer: Callable[..., Result]) -> None:
    """Where the customer alone speaks of all the money, a promise of it is found."""
    result = answer("I want a full refund, please.", facts={"answer.summary": "Half of the fee is refunded."})
    found = toolkit.check("Hello, we are sorry about that: you get a full refund of the fee this time.", result)

    assert "ungiven-percentage" in {each.rule for each in found}
