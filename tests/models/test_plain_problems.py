"""Mistakes in data files are told to people who do not program: by name, from the first on, with what was meant."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tonekit.errors import DataFileError
from tonekit.files.byte_errors import not_utf8, place_of_byte
from tonekit.files.datafile import DataFile, read_data_file
from tonekit.models.plain_problems import keys_at, ordinal, place_in_words
from tonekit.settings import Settings

REPLIES = "replies: [{template: note}]\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("brand: {nmae: Acme}", "brand.nmae: is not a known key here; did you mean 'name'?", id="near"),
        pytest.param("brand: {name: x, zzz: y}", "known are name, industry, signature, never", id="far"),
        pytest.param("brnd: {name: x}", "brnd: is not a known key here; did you mean 'brand'?", id="top"),
        pytest.param(
            "brand: {name: x}\nnever_say: [{id: rival, words: {}, severity: eror}]",
            "never_say, entry 'rival', severity: needs one of",
            id="entry-with-a-name",
        ),
        pytest.param(
            "brand: {name: x}\nsafeguards: [{use: '!tonekit.yaml'}, {when: {}}, {action: no}]",
            "safeguards, 3rd entry, action: needs one of",
            id="entry-without-a-name",
        ),
        pytest.param(
            "brand: {name: x}\nlimits: {amounts: {default: 200 EUR}}",
            "limits.amounts.default: needs a number, such as 200 or 0.5 (found '200 EUR')",
            id="number",
        ),
        pytest.param("limits: {amounts: {default: 200 EUR}}", "write the number alone: 200", id="number-with-a-unit"),
        pytest.param("topics: [{topic: a, words: recall}]", "(found 'recall'); write [recall]", id="list-of-one"),
        pytest.param("topics: [{topic: a, words: 'a [b]'}]", "(found 'a [b]')", id="list-of-a-pattern"),
        pytest.param("never_say: [{id: a, words: [x]}]", "write a line for each language below words:", id="languages"),
        pytest.param("brand: {name: }", "write it behind name: and put a text with # in quotes", id="blank"),
        pytest.param(
            "brand: {name: x, signature: {de: [a, b]}}", "write one text: double quotes", id="list-for-a-text"
        ),
        pytest.param(
            "brand: {name: x, signature: {d\u200be: a}}", "it holds an invisible character (U+200B)", id="invisible"
        ),
        pytest.param(
            "brand: {name: x}\nlimits: {max_subject: 3}",
            "limits.max_subject: needs a number of at least 10",
            id="bound",
        ),
        pytest.param(
            "brand: {name: x}\nlimits: {amounts: {euro: 3}}", "needs the code of a currency, such as EUR", id="pattern"
        ),
        pytest.param(
            "brand: {name: x}\nsafeguards: [{id: a, reasn: b}]",
            "safeguards, entry 'a', reasn: is not a known key here; did you mean 'reason'?",
            id="key-in-an-entry",
        ),
        pytest.param(
            "brand: {name: x}\nuse: '!tonekit.yaml'",
            "use: is an entry of a list, such as safeguards",
            id="use-at-the-top",
        ),
    ],
)
def test_said_plainly(text: str, expected: str) -> None:
    """Place and problem are in words, and a misspelt key says which was meant."""
    with pytest.raises(DataFileError) as caught:
        DataFile(Path("tonekit.yaml"), f"{text}\n{REPLIES}").into(Settings)

    assert expected in " | ".join(str(each) for each in (caught.value, *caught.value.more))


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ((), "the file"),
        (("a", "b"), "a.b"),
        (("list", 1), "list, 2nd entry"),
        (("list", 0, "words", 10), "list, entry 'x', words, 11th entry"),
        ((2,), "3rd entry"),
    ],
)
def test_place(place: tuple[Any, ...], expected: str) -> None:
    """Entries have their names, or are counted from the first on."""
    assert place_in_words(place, {"list": [{"id": "x"}, {}]}) == expected


def test_ordinals() -> None:
    """Numbers end as they are spoken."""
    assert [
        ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 112)
    ] == "1st 2nd 3rd 4th 11th 12th 13th 21st 112th".split()


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (("brand",), ("name", "industry", "signature", "never")),
        (("topics", 3), ("topic", "words", "use")),
        (("brand", "signature"), ()),
        (("nothing", "here"), ()),
    ],
)
def test_keys(place: tuple[Any, ...], expected: tuple[str, ...]) -> None:
    """The keys of a section are known; those of a mapping are the user's."""
    assert keys_at(Settings, place) == expected


def test_not_utf8(tmp_path: Path) -> None:
    """A file from a Windows editor is told by the letter that it holds, with its line and column."""
    file = tmp_path / "de.yaml"
    file.write_bytes("a: x\nb: Freundliche Grüße\n".encode("cp1252"))

    with pytest.raises(DataFileError, match=r"byte 0xfc, in Windows-1252 it would be “ü”\); save the whole") as caught:
        read_data_file(file)

    assert (caught.value.line, caught.value.column) == (2, 18)


def test_byte_that_is_no_letter_anywhere() -> None:
    """Where Windows has no letter for the byte either, none is guessed."""
    assert not_utf8(b"\x81", 0) == "is not UTF-8 here (byte 0x81); save the whole file as UTF-8"
    assert place_of_byte(b"\xef\xbb\xbfa\xff", 4) == (1, 2)
