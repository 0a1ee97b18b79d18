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
        return {each.rule for each in toolkit.check(draft, answer("?", language=language, facts=FACTS))}

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
        pytest.param("en", "We call you back in five minutes. Is that all right?", "ungiven-period", id="asked after"),
        pytest.param("en", "You get it within two weeks. Merry Christmas!", "ungiven-period", id="no day"),
        pytest.param("en", "Please cancel at least 24 hours before.", "ungiven-period", id="a rule"),
        pytest.param("sv", "Kuren tar 90 sekunder.", "ungiven-period", id="seconds"),
        pytest.param("en", "There is a two-year guarantee.", "ungiven-period", id="hyphen"),
        pytest.param("nb", "Alle bord har fem års garanti.", "ungiven-period", id="genitive"),
        pytest.param("sv", "Vi kommer mellan 8 och 12.", "ungiven-time", id="span of hours"),
        pytest.param("en", "We will take it back in November.", "ungiven-date", id="month"),
        pytest.param("de", "Er kommt zwischen 14 und 16 Uhr.", "ungiven-time", id="span with its word"),
        pytest.param("da", "Brevet sendes den ottende december.", "ungiven-date", id="day in words"),
    ],
)
def test_promise(rules: Rules, language: str, draft: str, rule: str) -> None:
    """What nobody gave and the reader waits for is found."""
    assert rule in rules(draft, language)
