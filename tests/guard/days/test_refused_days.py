"""A day that its clause refuses is no promise; a negation of another clause refuses nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.guard.claims.claims import find_claims
from tonekit.guard.days.refused_days import RefusedDays
from tonekit.guard.wording.words import words_of

DAYS = ("day", "today", "weekday", "holiday")


def refused(text: str, language: str) -> list[tuple[str, bool]]:
    """Return the days of a text, each with whether it is refused."""
    words = words_of(text)
    days = RefusedDays(text, words, language)
    return [
        (text[claim.start : claim.end], days.refuses(claim)) for claim in find_claims(text, words) if claim.kind in DAYS
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "We cannot come tomorrow.", id="before"),
        pytest.param("en", "I can't promise that you will have it before Christmas.", id="subordinate clause"),
        pytest.param("en", "I have no earlier date, not even tomorrow.", id="another negation"),
        pytest.param("en", "An earlier day, say tomorrow, is not possible.", id="put in"),
        pytest.param("en", "Sadly we have nothing tomorrow.", id="nothing"),
        pytest.param("de", "Morgen früh ist leider alles voll, aber bald geht es.", id="booked"),
        pytest.param("de", "Wir können nicht versprechen, dass es übermorgen kommt.", id="dass"),
        pytest.param("de", "Das müssen Sie übermorgen nicht wiederholen.", id="behind"),
        pytest.param("sv", "Det behöver du inte göra om i morgon.", id="Swedish"),
        pytest.param("en", "I wish I could say that it comes tomorrow.", id="wish"),
        pytest.param("de", "Ich wünschte, dass es übermorgen ginge.", id="German wish"),
        pytest.param("sv", "Jag önskar att jag kunde säga att de kommer i dag.", id="Swedish wish"),
        pytest.param("nb", "Jeg skulle ønske at det gikk i morgen.", id="Norwegian wish"),
        pytest.param("da", "Jeg ville ønske, at det kunne ske i morgen.", id="Danish wish"),
        pytest.param("nb", "Vi kan ikke sende det i overmorgen.", id="Norwegian infinitive"),
        pytest.param("da", "Jeg kan ikke selv sende pengene i morgen, og det beklager jeg.", id="Danish"),
        pytest.param("da", "Desværre ikke før jul, men så er der mere.", id="holiday"),
    ],
)
def test_refused(language: str, text: str) -> None:
    """The day is refused, wherever the negation of its clause stands."""
    assert [no for _, no in refused(text, language)] == [True]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "We will call you tomorrow.", id="no negation"),
        pytest.param("en", "You have not heard from us, we will call tomorrow.", id="another clause"),
        pytest.param("en", "You have not heard from us and we'll call you tomorrow.", id="promise between"),
        pytest.param("en", "It does not come today but tomorrow.", id="contrast"),
        pytest.param("en", "It arrives tomorrow and you do not have to sign.", id="joined clause"),
        pytest.param("en", "No signature is needed. It arrives tomorrow.", id="another sentence"),
        pytest.param("de", "Es klappt nicht sofort, sondern übermorgen.", id="sondern"),
        pytest.param("sv", "Du behöver inte göra något, vi kommer i morgon.", id="Swedish"),
        pytest.param("nb", "Vi ringer deg i morgen hvis du ikke har fått den.", id="condition"),
    ],
)
def test_promised(language: str, text: str) -> None:
    """The last day is promised, though something else is denied."""
    assert refused(text, language)[-1][1] is False


@given(st.text(alphabet="not tomorrow,. but we\n", max_size=80))
def test_any_text(text: str) -> None:
    """No text breaks it, and without a negation nothing is refused."""
    assert all("not" in text or "no" in text for _, no in refused(text, "en") if no)
