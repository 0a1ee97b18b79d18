"""What a draft may lean on: words that stand in a text as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.guard.claims.claim import Claim
from tonekit.guard.facts.ground import Ground
from tonekit.guard.facts.literal_words import stands_in

SIGNS = st.text(alphabet="ab1 .,-_(é", max_size=12)


class Searched(str):
    """A text that counts how often it is searched."""

    __slots__ = ("searches",)
    searches: int

    def find(self, *arguments: object) -> int:
        """Count, and search."""
        self.searches = getattr(self, "searches", 0) + 1
        return super().find(*arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "text", "there"),
    [
        pytest.param("49.90", "it is 49.90, and", True, id="whole"),
        pytest.param("49.90", "it is 149.90", False, id="end-of-a-word"),
        pytest.param("49.90", "149.90 or 49.90", True, id="second-place"),
        pytest.param("4711", "RE-4711", False, id="part-of-a-number"),
        pytest.param("a b", "xa b a b", True, id="several-words"),
        pytest.param("a a", "xa a a", True, id="places-that-overlap"),
        pytest.param("b", "b.", True, id="full-stop"),
        pytest.param("b", "b.c", False, id="joined"),
    ],
)
def test_stands_in(words: str, text: str, there: bool) -> None:
    """Words stand in a text where nothing joins them to what is beside them."""
    assert stands_in(words, text) is there


@given(SIGNS.filter(bool), SIGNS)
def test_every_place_counts(words: str, text: str) -> None:
    """Places that are passed over are none: the answer is that of a look at each."""

    def apart(start: int) -> bool:
        before, after = text[:start][-1:], text[start + len(words) :][:2]
        joins = tuple(".,:/@#+-_")
        return not (before.isalnum() or before in joins or after[:1].isalnum()) and not (
            after[:1] in joins and after[1:].isalnum()
        )

    places = [start for start in range(len(text)) if text.startswith(words, start)]
    assert stands_in(words, text) is any(map(apart, places))


def test_a_reference_may_be_read_as_a_phone_number() -> None:
    """The digits of a reference support a phone number: who reads them cannot tell which of the two they are."""
    ground = Ground()
    ground.add_claims([Claim("reference", "62550155", 0, 8)])

    assert ground.supports(Claim("phone", "62550155", 0, 11), "+45 62 55 01 55")
    assert not ground.supports(Claim("phone", "62550156", 0, 11), "+45 62 55 01 56")


def test_a_refused_claim_supports_nothing() -> None:
    """A text that refuses an amount is no ground for promising it."""
    ground = Ground()
    ground.add_claims([Claim("link", "example.com", 0, 11, "refused"), Claim("link", "example.org", 12, 23)])

    assert not ground.supports(Claim("link", "example.com", 0, 11), "example.com")
    assert ground.supports(Claim("link", "example.org", 0, 11), "example.org")


def test_long_rows_are_searched_once() -> None:
    """A row of one sign is not searched again from each of its signs."""
    row = Searched("1" * 1000)

    assert not stands_in("1" * 100, row)
    assert row.searches == 1
