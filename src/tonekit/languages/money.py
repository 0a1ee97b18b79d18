"""How money is written: currencies, their forms in each language, and words such as thousand and million."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, Field

from ..files.datafile import DataFile, read_data_file
from ..models.frozen_model import FrozenModel

MONEY = Path(__file__).with_name("money.yaml")
ELSEWHERE = "en"
"""Languages that no form names read money as English does."""


def _form(written: str) -> str:
    if written != " ".join(written.split()) or not written or any(map(str.isdigit, written)) or written[-1] == ".":
        raise ValueError("needs what stands beside a number: no digits, no blanks around it, no point behind it")
    return written


def _code(currency: str) -> str:
    if len(currency) != len("EUR") or not (currency.isascii() and currency.isalpha() and currency.isupper()):
        raise ValueError("needs the three capital letters of a currency, such as EUR")
    return currency


Written = Annotated[tuple[Annotated[str, AfterValidator(_form)], ...], Field(min_length=1)]
Language = Annotated[str, Field(pattern="^[a-z]{2,3}$")]


class _Row(FrozenModel):
    written: Written
    languages: Annotated[tuple[Language, ...] | None, Field(min_length=1)] = None
    elsewhere: bool = True

    def is_at_home_in(self, language: str | None) -> bool:
        """Return whether a language counts these forms among its own; None: whether every language does."""
        return self.languages is None or language in self.languages


class CurrencyRow(_Row):
    """Forms of a currency; `money.yaml` says what each field means."""

    currency: Annotated[str, AfterValidator(_code)]
    case: Literal["any", "exact"] = "any"
    side: Literal["behind", "both"] = "behind"
    prefixed: bool = False
    small: bool = False


class MultiplierRow(_Row):
    """Words that multiply a number; `money.yaml` says what each field means."""

    times: Annotated[int, Field(gt=1)]
    place: Literal["any", "between", "joined"] = "any"


class PrefixRow(FrozenModel):
    """Letters that are joined to the front of a currency and multiply the number."""

    written: Written
    times: Annotated[int, Field(gt=1)]


class _MoneyFile(FrozenModel):
    currencies: Annotated[tuple[CurrencyRow, ...], Field(min_length=1)]
    multipliers: tuple[MultiplierRow, ...]
    prefixes: tuple[PrefixRow, ...]


Row = TypeVar("Row", bound=_Row)


@dataclass(frozen=True, slots=True)
class MoneyTable:
    """What `money.yaml` says.

    Attributes:
        currencies: currencies with the forms that they are written in.
        multipliers: words that multiply a number.
        prefixes: letters in lower case that do so in front of a currency → by how much.
    """

    currencies: tuple[CurrencyRow, ...]
    multipliers: tuple[MultiplierRow, ...]
    prefixes: Mapping[str, int]

    def currencies_of(self, language: str | None) -> list[tuple[str, CurrencyRow]]:
        """Return the forms of currencies that are read in a language, its own first, each with its row.

        Args:
            language: its code; None: what every language may read.
        """
        return list(_read_in(self.currencies, self._known(language)))

    def multipliers_of(self, language: str | None) -> list[tuple[str, MultiplierRow]]:
        """Return the words that multiply a number in a language, its own first, each with its row."""
        return list(_read_in(self.multipliers, self._known(language)))

    def _known(self, language: str | None) -> str | None:
        known = any(row.languages and language in row.languages for row in self.currencies)
        return language if known or language is None else ELSEWHERE

    def words_of(self, language: str) -> tuple[str, ...]:
        """Return the words in lower case that a language has for money, without codes and signs."""
        own = [row for row in self.currencies if row.languages and language in row.languages and row.case == "any"]
        words = (form.lower() for row in own for form in row.written if form.isalpha() and form != row.currency)
        return tuple(dict.fromkeys(words))

    @property
    def codes(self) -> frozenset[str]:
        """The codes of the currencies in capitals, those with a letter joined to the front among them."""
        codes = {row.currency for row in self.currencies}
        return frozenset({*codes, *(prefix.upper() + code for prefix in self.prefixes for code in codes)})


@lru_cache
def load_money(path: Path = MONEY) -> MoneyTable:
    """Return how money is written.

    Raises:
        DataFileError: a wrong value, or a form that means two currencies in one language, with file and line.
    """
    file = read_data_file(path)
    read = file.into(_MoneyFile)
    _check(read.currencies, [row.currency for row in read.currencies], file, "currencies")
    _check(read.multipliers, [str(row.times) for row in read.multipliers], file, "multipliers")
    return MoneyTable(
        currencies=read.currencies,
        multipliers=read.multipliers,
        prefixes={form.lower(): row.times for row in read.prefixes for form in row.written},
    )


def _read_in(rows: Sequence[Row], language: str | None) -> Iterator[tuple[str, Row]]:
    """Yield the forms that are read in a language; what it has itself goes before what it only takes over."""
    own: list[Row] = []
    others: list[Row] = []
    for row in rows:
        (own if row.is_at_home_in(language) else others).append(row)
    taken = {form.lower() for row in own for form in row.written}
    yield from ((form, row) for row in own for form in row.written)
    for row in others:
        if row.elsewhere:
            yield from ((form, row) for form in row.written if form.lower() not in taken)


def _check(rows: Sequence[_Row], meanings: Sequence[str], file: DataFile, section: str) -> None:
    """Refuse a form that means two things in one language."""
    means = dict(zip(map(id, rows), meanings, strict=True))
    for language in sorted(_languages(rows)):
        seen: dict[str, str] = {}
        for form, row in _read_in(rows, language):
            meaning = means[id(row)]
            if seen.setdefault(form.lower(), meaning) != meaning:
                both = f"{seen[form.lower()]} and {meaning}"
                problem = f"'{form}' means {both} in '{language}'; name that language in the row that is meant"
                raise file.error(problem, (section, rows.index(row), "written"))


def _languages(rows: Iterable[_Row]) -> set[str]:
    return {language for row in rows for language in row.languages or ()}
