"""Dates in a row are counted, in the five languages and however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.languages.loading import available_languages, load_pack
from tonekit.reading.facts.fact_sentences import fact_sentences
from tonekit.reading.facts.listed_dates import listed_dates
from tonekit.reading.language_reading import for_pack
from tonekit.reading.reader import Reader

PARSERS = {code: for_pack(load_pack(code), {}).parser for code in available_languages()}


def rows(code: str, text: str) -> list[tuple[int, str]]:
    """Return number and words of the row in each sentence that has one."""
    parsed = PARSERS[code].parse(text)
    found = [row for sentence in fact_sentences(parsed) if (row := listed_dates(sentence))]
    return [
        (count, text[parsed.tokens.spans[first][0] : parsed.tokens.spans[last - 1][1]]) for count, first, last in found
    ]


@pytest.mark.parametrize(
    ("code", "text", "row"),
    [
        ("en", "on 3 March, 17 March and 2 April", (3, "3 March, 17 March and 2 April")),
        ("en", "on March 3rd, March 9 and then March 14", (3, "March 3rd, March 9 and then March 14")),
        ("en", "on 3, 9 and 14 March", (3, "3, 9 and 14 March")),
        ("en", "on 3/3, again on 17/3", (2, "3/3, again on 17/3")),
        ("en", "on Monday 3 March and Thursday 6 March", (2, "3 March and Thursday 6 March")),
        ("de", "am 3. März, am 17. März und am 2. April", (3, "3. März, am 17. März und am 2. April")),
        ("de", "am 3., 17. und 28. März", (3, "3., 17. und 28. März")),
        ("de", "am 3.3., 17.3. und 2.4.", (3, "3.3., 17.3. und 2.4.")),
        ("sv", "den 3 mars, 17 mars och 2 april", (3, "3 mars, 17 mars och 2 april")),
        ("nb", "3. mars, 17. mars og 2. april", (3, "3. mars, 17. mars og 2. april")),
        ("da", "den 3. marts og igen den 17. marts", (2, "3. marts og igen den 17. marts")),
        ("da", "den 3. marts om ordren fra den 2. februar", None),
        ("en", "on 3 March about the order of 2 February", None),
        ("en", "on Monday, Tuesday and Friday", None),
        ("en", "on Monday, Tuesday and Friday, still no answer", (3, "Monday, Tuesday and Friday")),
        ("en", "3 boxes and 4 lids in March", None),
        ("en", "on 3 March / - / - / - / - / 17 March", None),
        ("en", "on 3 March", None),
        ("en", "", None),
    ],
)
def test_rows(code: str, text: str, row: tuple[int, str] | None) -> None:
    """A row has two dates or more; days by their names are a row only beside a wait."""
    assert rows(code, text) == ([row] if row else [])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("I wrote on 3 March, 17 March and 2 April and have heard nothing.", 3, id="en"),
        pytest.param("We have already called on 3, 9 and 14 March.", 3, id="en-called"),
        pytest.param("Am 3., 17. und 28. März habe ich Ihnen geschrieben, leider ohne Antwort.", 3, id="de"),
        pytest.param("Jag ringde den 3 mars och den 9 mars utan svar.", 2, id="sv"),
        pytest.param("Jeg skrev 3. mars, 17. mars og 2. april uten svar.", 3, id="nb"),
        pytest.param("Jeg ringede den 3. marts, den 17. marts og den 2. april uden svar.", 3, id="da"),
        pytest.param("You wrote to me on 3 March, 17 March and 2 April.", None, id="en-they-wrote"),
        pytest.param("Please call me on 3 March or 4 March.", None, id="en-to-come"),
        pytest.param("Ich habe am 3. und 4. Mai Urlaub.", None, id="de-holiday"),
        pytest.param("Of course we tried that, so I wrote to you about this on 3 March and 9 March.", 2, id="en-about"),
        pytest.param("Ich habe Ihnen deshalb am 3. März und am 17. März geschrieben.", 2, id="de-behind"),
        pytest.param("I asked whether 3 May, 4 May or 5 May would suit you.", None, id="en-offered"),
        pytest.param("I asked for a visit on 3 May and 4 May.", None, id="en-wished"),
        pytest.param("I wrote that we are away on 3, 4 and 5 May.", None, id="en-told"),
        pytest.param("I emailed you the readings of 1 March, 1 April and 1 May.", None, id="en-readings"),
        pytest.param("I texted you the dates: 3 May, 4 May, 5 May.", None, id="en-dates"),
        pytest.param("Wir haben gefragt, ob der 3. Mai, 4. Mai oder 5. Mai geht.", None, id="de-offered"),
        pytest.param("Ich habe am 3. Mai und am 4. Mai Zeit, schreiben Sie mir.", None, id="de-free"),
        pytest.param("Wir haben am 3.5. und 4.5. eine Messe und melden uns danach.", None, id="de-fair"),
        pytest.param("Ich habe am 3. Mai bestellt und am 17. Mai geschrieben.", None, id="de-ordered"),
        pytest.param("Jag ringde och bokade den 3 maj och 4 maj.", None, id="sv-booked"),
        pytest.param("Jag skrev att vi är bortresta 3 maj och 4 maj.", None, id="sv-told"),
        pytest.param("Jeg skrev at vi er bortreist 3. mai og 4. mai.", None, id="nb-told"),
        pytest.param("Jeg ringede for at booke den 3. maj og 4. maj.", None, id="da-booked"),
    ],
)
def test_listed_contacts(reader: Reader, text: str, count: int | None) -> None:
    """Dates on which the sender has written or called are so many contacts."""
    assert reader.read(text).facts.contact_count == count


@given(st.text(st.sampled_from("0123456789. ,/-marchMonday und")), st.sampled_from(sorted(PARSERS)))
def test_any_text_has_rows_or_none(text: str, code: str) -> None:
    """A row holds two dates at least and lies in the text."""
    assert all(count > 1 and words in text for count, words in rows(code, text))
