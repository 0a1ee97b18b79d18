"""What a draft says in passing is no finding; what it promises is one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tonekit import Result, ToneKit

Rules = Callable[..., set[str]]
FACTS = {"answer.summary": "It leaves on 10 December.", "appointment.start": "2026-12-15T16:20"}


@pytest.fixture(scope="module")
def rules(toolkit: ToneKit, answer: Callable[..., Result]) -> Rules:
    """What gives the rules of the findings on a draft: `rules(draft, language)`."""

    def check(draft: str, language: str) -> set[str]:
        return {each.rule for each in toolkit.check(draft, answer("At weekends?", language=language, facts=FACTS))}

    return check


@pytest.mark.parametrize(
    ("language", "draft", "rule"),
    [
        pytest.param("en", "Sorry that you were left for three weeks without an answer.", "ungiven-period", id="wait"),
        pytest.param("de", "Nach zehn Minuten Wartezeit aufzulegen verstehe ich gut.", "ungiven-period", id="hold"),
        pytest.param("nb", "Beklager at det har vært stille i to uker.", "ungiven-period", id="silence"),
        pytest.param("de", "Ob die Tüte dann fünf Tage hält?", "ungiven-period", id="question"),
        pytest.param("en", "That is two weeks before Christmas.", "ungiven-period", id="holiday"),
        pytest.param("da", "Der er to uger til jul.", "ungiven-period", id="Danish holiday"),
        pytest.param("en", "In five minutes you can change that yourself.", "ungiven-period", id="by oneself"),
        pytest.param("sv", "I dag eller i morgon finns tyvärr ingen tid.", "ungiven-date", id="refusal"),
        pytest.param("en", "We cannot take it back for November.", "ungiven-date", id="month refused"),
        pytest.param("en", "Come at about 4.10.", "ungiven-time", id="rounded"),
        pytest.param("en", "Ten days without any answer are too long.", "ungiven-period", id="no answer"),
        pytest.param("de", "Zehn Tage ohne Rückmeldung sind zu lang.", "ungiven-period", id="German silence"),
        pytest.param("sv", "Tio dagar utan svar är för länge.", "ungiven-period", id="Swedish silence"),
        pytest.param("nb", "To timer i kø er altfor lenge.", "ungiven-period", id="queue"),
        pytest.param("de", "Zwei Stunden in der Warteschleife tun mir leid.", "ungiven-period", id="German queue"),
        pytest.param("da", "Når året er et par uger gammelt, er det klart.", "ungiven-period", id="age"),
        pytest.param("nb", "Året er et par uker gammelt da.", "ungiven-period", id="Norwegian age"),
        pytest.param("en", "Half of us were eight-year-olds once.", "ungiven-period", id="age in one word"),
        pytest.param("en", "Gladly, before Christmas. It leaves on 10 December.", "ungiven-date", id="feast, then day"),
        pytest.param("de", "Gern noch vor Weihnachten. Es geht am 10. Dezember.", "ungiven-date", id="German feast"),
        pytest.param("en", "That is fifteen days before Christmas.", "ungiven-date", id="measured from a holiday"),
        pytest.param("en", "A happy Boxing Day to all of you.", "ungiven-date", id="feast that is wished"),
        pytest.param("en", "It will leave on 10 December, well before Boxing Day.", "ungiven-date", id="feast to come"),
        pytest.param("da", "God anden juledag til jer alle.", "ungiven-date", id="Danish feast that is wished"),
        pytest.param("en", "Come on a Saturday or Sunday.", "ungiven-date", id="the weekend that was asked about"),
        pytest.param("sv", "Välj en mildare dag för det.", "ungiven-period", id="some day"),
        pytest.param("sv", "Kom förbi på en vardag.", "ungiven-period", id="any working day"),
        pytest.param("nb", "Kom innom på en hverdag.", "ungiven-period", id="any Norwegian working day"),
        pytest.param("da", "Kig forbi på en hverdag.", "ungiven-period", id="any Danish working day"),
        pytest.param("sv", "Den går den 15:e och 10:e.", "ungiven-number", id="days in an order"),
        pytest.param("de", "Es geht bis zum 15. Danach nicht.", "ungiven-number", id="day before a sentence"),
        pytest.param("de", "Bis um 16.20 oder ab 16:20 passt es.", "ungiven-number", id="hour"),
        pytest.param(
            "en", "It starts at 3 o'clock? No, at 4.20 in the afternoon.", "ungiven-number", id="English hour"
        ),
    ],
)
def test_aside(rules: Rules, language: str, draft: str, rule: str) -> None:
    """Nothing is promised, so nothing is found."""
    assert rule not in rules(draft, language)


@pytest.mark.parametrize(
    ("language", "draft", "rule"),
    [
        pytest.param("en", "You will have to wait for three weeks without a car.", "ungiven-period", id="wait to come"),
        pytest.param("de", "Die Wartezeit beträgt drei Wochen.", "ungiven-period", id="how long"),
        pytest.param("sv", "Vänta sedan i 20 minuter, så är det klart.", "ungiven-period", id="wait that is asked for"),
        pytest.param("en", "Wait for 20 minutes.", "ungiven-period", id="English wait"),
        pytest.param("nb", "Vent i 20 minutter.", "ungiven-period", id="Norwegian wait"),
        pytest.param("en", "It arrives four days before Christmas.", "ungiven-date", id="another day before a holiday"),
        pytest.param(
            "en", "Your money is back before Christmas. We come on 10 December.", "ungiven-date", id="another matter"
        ),
        pytest.param(
            "sv", "Pengarna är tillbaka före jul. Vi kommer den 10 december.", "ungiven-date", id="Swedish money"
        ),
        pytest.param("en", "Your parcel arrives on Boxing Day.", "ungiven-date", id="feast that is promised"),
        pytest.param(
            "en", "It left on 10 December and arrives on Boxing Day.", "ungiven-date", id="feast beside a given date"
        ),
        pytest.param("de", "Am zweiten Weihnachtstag kommt das Paket.", "ungiven-date", id="German feast promised"),
        pytest.param("sv", "På annandag jul kommer paketet.", "ungiven-date", id="Swedish feast promised"),
        pytest.param("nb", "Andre juledag kommer pakken.", "ungiven-date", id="Norwegian feast promised"),
        pytest.param("da", "Anden juledag kommer pakken.", "ungiven-date", id="Danish feast promised"),
        pytest.param("sv", "Den går den 15:e och 11:e.", "ungiven-number", id="another day"),
        pytest.param("en", "We call you back in five minutes. Is that all right?", "ungiven-period", id="asked after"),
        pytest.param("en", "You get it within two weeks. Merry Christmas!", "ungiven-period", id="no day"),
        pytest.param("en", "Please cancel at least 24 hours before.", "ungiven-period", id="a rule"),
        pytest.param("sv", "Kuren tar 90 sekunder.", "ungiven-period", id="seconds"),
        pytest.param("en", "There is a two-year guarantee.", "ungiven-period", id="hyphen"),
        pytest.param("nb", "Alle bord har fem års garanti.", "ungiven-period", id="genitive"),
        pytest.param("sv", "Vi kommer mellan 8 och 12.", "ungiven-time", id="span of hours"),
        pytest.param("en", "We will take it back in November.", "ungiven-date", id="month"),
        pytest.param("de", "Er kommt zwischen 14 und 16 Uhr.", "ungiven-time", id="span with its word"),
        pytest.param("da", "Det varer 90 minutter. Se de ledige hold her.", "ungiven-period", id="Danish class"),
        pytest.param("da", "Det varer i 90 minutter på alle hold.", "ungiven-period", id="class in its sentence"),
        pytest.param("sv", "Garantin gäller i tre år.", "ungiven-period", id="Swedish years"),
        pytest.param("nb", "Garantien gjelder i fem år.", "ungiven-period", id="Norwegian years"),
        pytest.param("da", "Garantien gælder i to år.", "ungiven-period", id="Danish years"),
        pytest.param("da", "Det er for børn fra 7 mdr.", "ungiven-period", id="short form"),
        pytest.param("en", "You get it within one working day.", "ungiven-period", id="one working day"),
        pytest.param("sv", "Du får den inom en vardag.", "ungiven-period", id="one Swedish working day"),
        pytest.param("en", "We come on Sunday.", "ungiven-date", id="one day of the weekend"),
        pytest.param("da", "Brevet sendes den ottende december.", "ungiven-date", id="day in words"),
    ],
)
def test_promise(rules: Rules, language: str, draft: str, rule: str) -> None:
    """What nobody gave and the reader waits for is found."""
    assert rule in rules(draft, language)


@pytest.mark.parametrize(
    ("language", "draft", "found"),
    [
        ("en", "You get all of your money back, £26.00, by Thursday.", set()),
        ("de", "Wir erstatten Ihnen den vollen Betrag von 26,00 Euro.", set()),
        ("de", "Sie bekommen alles zurück, also 26 Euro.", set()),
        ("de", "Wir erstatten Ihnen den vollen Betrag.", {"ungiven-percentage"}),
        ("de", "Sie bekommen alles zurück. Die 26 Euro kommen bald.", {"ungiven-percentage"}),
    ],
)
def test_all_of_it_is_the_refund(
    toolkit: ToneKit, answer: Callable[..., Result], language: str, draft: str, found: set[str]
) -> None:
    """To pay back all is to pay back the given amount where both stand in one sentence."""
    currency = {"en": "GBP"}.get(language, "EUR")
    result = answer("?", language=language, facts={"redress.refund": {"amount": "26.00", "currency": currency}})
    rules = {each.rule for each in toolkit.check(draft, result)}

    assert rules & {"ungiven-percentage", "ungiven-amount"} == found
