"""Technical forms are told by their shape, and everyday numbers are not taken for them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.errors import DataFileError
from tonekit.files.datafile import read_data_file
from tonekit.languages.emoji import load_emoji
from tonekit.reading.shapes.shape_finder import SHAPES, ShapeFinder, is_shouted, without_links

FINDER = ShapeFinder(load_emoji())


def found(text: str) -> set[tuple[str, str]]:
    """Return the cues and words of the shapes in a text."""
    return {(cue, text[start:end]) for start, end, cue in FINDER.find(text)}


@pytest.mark.parametrize(
    ("text", "cue", "words"),
    [
        pytest.param("exit code 137", "tech.error_code", "exit code 137", id="exit-code"),
        pytest.param("it throws NullPointerException", "tech.error_code", "NullPointerException", id="exception"),
        pytest.param("0x80070005 appears", "tech.error_code", "0x80070005", id="hex"),
        pytest.param("Fehlercode: E17", "tech.error_code", "Fehlercode: E17", id="german"),
        pytest.param("since v2.3.1", "tech.version", "v2.3.1", id="version"),
        pytest.param("Version 12", "tech.version", "Version 12", id="version-in-words"),
        pytest.param("suction 2.1 bar", "tech.measure", "2.1 bar", id="bar"),
        pytest.param("38 kΩ to earth", "tech.measure", "38 kΩ", id="kilo-ohm"),
        pytest.param("limit 512Mi", "tech.measure", "512Mi", id="mebi"),
        pytest.param("unit DX-8 s/n 20-4471", "tech.part_number", "s/n 20-4471", id="serial"),
        pytest.param("as in EN 60204-1", "tech.standard", "EN 60204-1", id="norm"),
        pytest.param("the DNS is wrong", "tech.acronym", "DNS", id="acronym"),
        pytest.param("see /var/log/syslog", "tech.path", "/var/log/syslog", id="path"),
        pytest.param("set `max_children=0`", "tech.path", "`max_children=0`", id="inline-code"),
        pytest.param("from 8.8.8.8 it works", "tech.path", "8.8.8.8", id="address"),
    ],
)
def test_found(text: str, cue: str, words: str) -> None:
    """Each technical form is found with exactly its words."""
    assert (cue, words) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("on 12.05.2026 at 14:30", id="date"),
        pytest.param("I paid 199,90 and 1.200 kr", id="money"),
        pytest.param("Call 08-123 45 67", id="telephone"),
        pytest.param("I am 64 and have 3 children", id="plain-numbers"),
        pytest.param("https://example.com/a/b/c.log?x=1", id="link"),
        pytest.param("write to anna.berg@example.com", id="mail-address"),
        pytest.param("ICH WARTE SEIT DREI WOCHEN UND NIEMAND MELDET SICH", id="shouting"),
        pytest.param("HEJ!!! NU HAR JEG RINGET FIRE GANGE. hvad er det for en service", id="shouted-beginning"),
        pytest.param("OK, the GmbH in the EU", id="everyday-capitals"),
    ],
)
def test_not_technical(text: str) -> None:
    """Dates, money, telephone numbers, links and shouting are nothing technical."""
    assert {cue for cue, _ in found(text) if cue.startswith("tech.")} == set()


def test_links_are_blanked_in_place() -> None:
    """What stands behind a link keeps its offset."""
    text = "see https://a.example/b and anna@b.example now"

    blank = without_links(text)

    assert len(blank) == len(text)
    assert blank.split() == ["see", "and", "now"]


@pytest.mark.parametrize(
    ("text", "shouted"),
    [("WHERE IS MY ORDER", True), ("Where is my ORDER", False), ("OK", False), ("", False)],
    ids=["capitals", "one-word", "too-short", "empty"],
)
def test_shouting(text: str, shouted: bool) -> None:
    """Shouting is a text of mostly capitals, not an abbreviation."""
    assert is_shouted(text) is shouted


def is_mostly_capitals(text: str) -> bool:
    """Return whether a text is shouted, sign by sign."""
    letters = sum(map(str.isalpha, text))
    return letters >= 9 and sum(map(str.isupper, text)) > 0.6 * letters


@given(st.text(alphabet="aAbB\u00e9\u00c9\u00df\u01c51 \U0001f60a.", max_size=60))
def test_shouting_of_any_text(text: str) -> None:
    """The quick look at the outline lets no shouted text pass."""
    assert is_shouted(text) is is_mostly_capitals(text)


def searched_whole(text: str) -> list[tuple[int, int, str]]:
    """Return what the forms find where the whole text is searched for each of them, acronyms aside."""
    found = []
    for cue, groups in read_data_file(SHAPES).data.items():
        pattern = re.compile("|".join(f"(?:{form})" for group in groups for form in group["forms"]))
        found += [(*match.span(), cue) for match in pattern.finditer(text) if cue != "tech.acronym"]
    return sorted(found)


FRAGMENTS = """
v2.3.1 | Version 12 | exit code: 137 | HTTP 503 | 0x80070005 | NullPointerException | ENOENT | OOMKilled | 4.7 kΩ
-12 °C | S/N: A-77 | P/N 40-118 | AX 12-4/B | ISO/IEC 27001 | /var/log/app.log | C:\\Temp\\a b | app.yaml
--dry-run | `rm -rf` | max_children | run() | camelCase here | 10.0.0.1/24 | aa:bb:cc:dd:ee:ff | "Premium" | »Ja«
kl. 10.30 | 14:15 | 5 pm | 12 Uhr | 24.12. | 3/4/2025 | 2024-05-14 | hello | the | . | v2 | FW 3 | Firmware 1.2
rev. 4 | 22.04 LTS | 1.2.3-rc1 | ORA-00600 | KB500123 | errno: 5 | Exit Code: 9 | felkod: 12 | E-17 | A12 | F 500
404 errors | 502-fel | HTTPError | SIGSEGV | MY_CONST | EADDRINUSE | SN: AB-12 | p/n: 4-X | 12A-4 | A1/2 | 3 bar
4 mbar | 5 kPa | 6 MPa | 7 Ω | 4.7kΩ | 2 ohm | 1 kohm | 3 A | 20 mA | 5 mAh | 2 VA | 2 kVA | 230 V AC | 24 VDC
1 kV | 40 W | 5 Wh | 2 kWh | 50 Hz | 3 GHz | 900 rpm | 9 r/min | 5 N | 2 kN | 3 Nm | 0,5 mm | 3 µm | 9 µs | 12 ms
60 dB | 30 psi | 5 ppm | 4 m³/h | 2 l/min | 300 lux | 800 lm | 90 IOPS | 7 rps | 8 qps | 60 fps | 3 MB/s | 9 kbit/s
10 Gbps | 5 Mi | 4GiB | ISO9001 | RFC 2822 | PCI DSS 4 | kl 9 | at 9.15 | 5:30 p.m. | 7am | 10.30 Uhr | 8.15 h
3. 4. 2025 | \u0663 bar | 9½ V
""".replace("\n", " | ").split(" | ")[1:-1]
GAPS = st.sampled_from([" ", "  ", "\n", " a word or two "])


@given(st.lists(st.tuples(st.sampled_from(FRAGMENTS), GAPS), max_size=12))
def test_search_around_signs_loses_nothing(pieces: list[tuple[str, str]]) -> None:
    """To look only around the signs that a form needs finds what a search of the whole text finds."""
    text = "".join(fragment + gap for fragment, gap in pieces)
    forms = [hit for hit in FINDER.find(text) if not hit[2].startswith("emoji.") and hit[2] != "tech.acronym"]

    assert forms == searched_whole(text)


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        pytest.param("needs: [digits]\n    reach: [1, 1]\n    forms: ['a']", "'digits' is none of digit,", id="need"),
        pytest.param(
            "needs: [digit]\n    reach: [1, 1]\n    hints: [kl, digit_kolon]\n    forms: ['a']",
            "'digit_kolon' is none of digit,",
            id="hint",
        ),
        pytest.param("needs: [digit]\n    reach: [1, 1]\n    forms: ['(']", "is not a regular expression", id="form"),
    ],
)
def test_wrong_forms_are_refused(tmp_path: Path, lines: str, problem: str) -> None:
    """A place that there is not, and an expression that does not compile, are named."""
    path = tmp_path / "shapes.yaml"
    path.write_text(f"time.clock:\n  - {lines}\n", encoding="utf-8")

    with pytest.raises(DataFileError, match=re.escape(problem)):
        ShapeFinder(load_emoji(), path)
