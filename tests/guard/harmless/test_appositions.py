"""What names a given day once more is no new day; what is added to it is one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tonekit import Result, ToneKit

FACTS = {"status.expected": "2026-12-10", "redress.refund_by": "2026-12-04"}
DAYS = {"ungiven-date", "ungiven-period"}
Rules = Callable[[str, str], set[str]]


@pytest.fixture(scope="module")
def rules(toolkit: ToneKit, answer: Callable[..., Result]) -> Rules:
    """What gives the rules about days that a draft breaks: `rules(language, draft)`."""

    def check(language: str, draft: str) -> set[str]:
        found = toolkit.check(draft, answer("Where is it?", language=language, facts=FACTS))
        return {each.rule for each in found if each.severity != "note"} & DAYS

    return check


@pytest.mark.parametrize(
    ("language", "draft"),
    [
        ("en", "It arrives next week, on Thursday 10 December."),
        ("en", "You have it on 4 December, four days from now."),
        ("de", "Ab übermorgen, dem 4. Dezember, ist es da."),
        ("de", "In anderthalb Wochen, am 10. Dezember, kommt es."),
        ("sv", "Den kommer torsdag i nästa vecka, den 10 december."),
        ("sv", "Inom en vecka, senast fredagen den 4 december, har du dem."),
        ("nb", "Den kommer om ti dager, torsdag 10. desember."),
        ("da", "Den kommer i næste uge, torsdag den 10. december."),
    ],
)
def test_named_again(rules: Rules, language: str, draft: str) -> None:
    """Beside a given day, its distance from today is no claim of its own."""
    assert rules(language, draft) == set()


@pytest.mark.parametrize(
    ("language", "draft"),
    [
        ("en", "You have the money on 4 December. We will call you tomorrow and on 10 December."),
        ("en", "Offer until the end of the week; money on 4 December, sofa on 10 December."),
        ("en", "It arrives on 10 December, within 48 hours."),
        ("en", "It arrives on 10 December. We will call you next week, and you have the money on the 4th."),
        ("de", "Das Geld kommt am 4. Dezember. Übermorgen rufen wir Sie an, das Sofa kommt am 10. Dezember."),
        ("sv", "Den kommer den 10 december, pengarna den 4 december, men i övermorgon ringer vi."),
        ("nb", "Pengene kommer 4. desember, sofaen 10. desember. Vi ringer deg i overmorgen."),
        ("da", "Pengene kommer den 4. december, sofaen den 10. december. Vi ringer til dig i næste uge."),
    ],
)
def test_added(rules: Rules, language: str, draft: str) -> None:
    """Another sentence, a conjunction and a promise in hours are claims of their own."""
    assert rules(language, draft)
