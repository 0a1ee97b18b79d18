"""How money is written: one file, and a mistake in it is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonekit.errors import DataFileError
from tonekit.languages.money import load_money

ROW = "{currency: EUR, written: [euro], languages: [en]}"


def written(folder: Path, *, currencies: str = f"[{ROW}]", multipliers: str = "[]", prefixes: str = "[]") -> Path:
    """Return a file of money with these sections, each on a line of its own."""
    path = folder / "money.yaml"
    path.write_text(f"currencies: {currencies}\nmultipliers: {multipliers}\nprefixes: {prefixes}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("section", "text", "line", "problem"),
    [
        pytest.param("currencies", "[]", 1, "at least one", id="nothing"),
        pytest.param("currencies", "[{currency: eur, written: [euro]}]", 1, "three capital letters", id="code"),
        pytest.param("currencies", "[{currency: EUR, written: []}]", 1, "at least one", id="no-form"),
        pytest.param("currencies", "[{currency: EUR, written: [5 euro]}]", 1, "no digits", id="digit"),
        pytest.param("currencies", "[{currency: SEK, written: [kr.]}]", 1, "no point behind it", id="point"),
        pytest.param("currencies", "[{currency: SEK, written: [kr], case: upper}]", 1, "needs one of", id="case"),
        pytest.param("currencies", "[{currency: SEK, written: [kr], side: left}]", 1, "needs one of", id="side"),
        pytest.param("currencies", "[{currency: SEK, written: [kr], language: sv}]", 1, "not a known key", id="key"),
        pytest.param("currencies", "[{currency: SEK, written: [kr], languages: [Swedish]}]", 1, "code", id="language"),
        pytest.param("multipliers", "[{times: 1, written: [one]}]", 2, "needs a number above 1", id="times"),
        pytest.param("multipliers", "[{times: many, written: [k]}]", 2, "whole number", id="no-number"),
        pytest.param("prefixes", "[{times: 1000, written: [t], languages: [sv]}]", 3, "not a known key", id="prefix"),
    ],
)
def test_mistake_is_refused(tmp_path: Path, section: str, text: str, line: int, problem: str) -> None:
    """A wrong value is named with its line and with what is needed."""
    with pytest.raises(DataFileError, match=problem) as caught:
        load_money(written(tmp_path, **{section: text}))

    assert (caught.value.path, caught.value.line) == (tmp_path / "money.yaml", line)


@pytest.mark.parametrize(
    ("section", "text", "problem"),
    [
        pytest.param(
            "currencies",
            "[{currency: SEK, written: [kr], languages: [sv]},\n {currency: NOK, written: [KR], languages: [sv]}]",
            "'KR' means SEK and NOK in 'sv'",
            id="in-its-own-language",
        ),
        pytest.param(
            "currencies",
            f"[{ROW}, {{currency: NOK, written: [kr], languages: [nb]}},\n"
            " {currency: DKK, written: [kr], languages: [da]}]",
            "'kr' means NOK and DKK in 'en'; name that language",
            id="taken-over-by-another-language",
        ),
    ],
)
def test_form_of_two_currencies(tmp_path: Path, section: str, text: str, problem: str) -> None:
    """A form that would mean two currencies in one language is refused at the second."""
    with pytest.raises(DataFileError, match=problem) as caught:
        load_money(written(tmp_path, **{section: text}))

    assert caught.value.line == 2


def test_own_forms_go_before_those_of_others() -> None:
    """A language reads the forms of others too, unless it has the same form for a currency of its own."""
    read = {
        language: {form: row.currency for form, row in load_money().currencies_of(language)}
        for language in ("da", "de")
    }

    assert (read["da"]["kr"], read["da"]["kronen"], read["da"]["kronor"]) == ("DKK", "DKK", "SEK")
    assert (read["de"]["kr"], read["de"]["kronen"], read["de"]["pund"]) == ("SEK", "SEK", "GBP")


def test_words_of_a_language() -> None:
    """The words that a language has for money are its own, without codes and signs."""
    words = load_money().words_of("nb")

    assert {"kroner", "kronene", "kr", "øre", "euro", "pund"} <= set(words)
    assert not {"kronor", "pounds", "sek", "€"} & set(words)
