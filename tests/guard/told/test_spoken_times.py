"""A time that was given is told by whoever says it in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.guard.told.spoken_times import tells_time
from tonekit.guard.wording.words import words_of


@pytest.mark.parametrize(
    ("language", "minutes", "text"),
    [
        pytest.param("en", 12 * 60, "by Wednesday midday", id="en noon"),
        pytest.param("en", 8 * 60 + 30, "half eight in the morning", id="en half after"),
        pytest.param("en", 9 * 60 + 45, "on Thursday at nine forty-five", id="en minutes"),
        pytest.param("en", 0, "we switch over at midnight", id="en midnight"),
        pytest.param("de", 12 * 60, "bis Mittwochmittag", id="de noon of a weekday"),
        pytest.param("de", 7 * 60 + 30, "um halb acht", id="de half before"),
        pytest.param("de", 9 * 60 + 30, "um neun Uhr dreißig", id="de minutes behind a word"),
        pytest.param("sv", 8 * 60 + 30, "klockan halv nio", id="sv half before"),
        pytest.param("sv", 10 * 60, "senast kl. tio", id="sv hour"),
        pytest.param("nb", 9 * 60 + 30, "klokken ni tretti", id="nb minutes"),
        pytest.param("nb", 14 * 60, "klokka to", id="nb hour of the afternoon"),
        pytest.param("nb", 8 * 60, "kom åtte om morgenen", id="nb hour before its part of the day"),
        pytest.param("sv", 19 * 60, "kom sju på kvällen", id="sv hour before its part of the day"),
        pytest.param("da", 10 * 60 + 30, "klokken halv elleve", id="da half before"),
        pytest.param("da", 15 * 60, "inden klokken femten", id="da hour of 24"),
    ],
)
def test_time_is_told(language: str, minutes: int, text: str) -> None:
    """Noon and midnight, halves, and hours behind a word that stands before hours tell a time."""
    assert tells_time(minutes, words_of(text), language)


@pytest.mark.parametrize(
    ("language", "minutes", "text"),
    [
        pytest.param("en", 12 * 60, "in the afternoon", id="en afternoon"),
        pytest.param("en", 10 * 60, "it takes ten days", id="en length"),
        pytest.param("en", 7 * 60 + 30, "half eight", id="en half is after"),
        pytest.param("de", 12 * 60, "am Mittwochnachmittag", id="de afternoon of a weekday"),
        pytest.param("de", 8 * 60 + 30, "um halb acht", id="de half is before"),
        pytest.param("sv", 12 * 60, "på eftermiddagen", id="sv"),
        pytest.param("nb", 10 * 60, "klokken elleve", id="nb"),
        pytest.param("da", 9 * 60 + 30, "klokken ni", id="da without its minutes"),
        pytest.param("fr", 10 * 60, "at ten", id="language without number words"),
    ],
)
def test_time_is_not_told(language: str, minutes: int, text: str) -> None:
    """Another time, a part of the day and a length of time tell nothing."""
    assert not tells_time(minutes, words_of(text), language)


@given(st.integers(0, 24 * 60 - 1), st.text(max_size=60), st.sampled_from(["en", "de", "sv", "nb", "da", "xx"]))
def test_any_text_is_read(minutes: int, text: str, language: str) -> None:
    """No text breaks it."""
    assert tells_time(minutes, words_of(text), language) in (True, False)
