"""A subject line shows whether it answers or passes on an earlier mail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.subject_line import answers, joined_subjects, own_lines, passes_on, without_answer_prefix


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        *(
            (f"{prefix}: Invoice 7", "answer")
            for prefix in ("Re", "RE", "AW", "Antw", "SV", "Re[2]", "Aw ", "[#47] Re")
        ),
        *((f"{prefix}: Invoice 7", "forward") for prefix in ("FW", "Fwd", "WG", "VB", "VS", "TR", "[EXTERNAL] Fw")),
        ("Fwd: Re: Invoice 7", "forward"),
        ("Re: Fwd: Invoice 7", "answer"),
        *((subject, "own") for subject in ("Invoice 7", "Reminder: invoice 7", "Forward: march", "", "Re invoice 7")),
    ],
)
def test_kind_of_subject(subject: str, kind: str) -> None:
    """The outermost prefix tells, in the five languages, whatever a helpdesk or gateway puts before it."""
    assert (answers(subject), passes_on(subject)) == (kind == "answer", kind == "forward")


@pytest.mark.parametrize(
    ("subject", "left"), [("Re: AW: Sv: Invoice", "Invoice"), ("Fwd: Invoice", "Fwd: Invoice"), ("Ref[2]: x", "x")]
)
def test_without_answer_prefix(subject: str, left: str) -> None:
    """A reply sets its own prefix, so those of earlier replies go."""
    assert without_answer_prefix(subject) == left


def test_subjects_are_lines() -> None:
    """Several subjects are one text: each once and in one line, and those that answer nothing can be told."""
    joined = joined_subjects([None, "Invoice\r\n 7", "", "Re: Invoice 7", "Invoice 7", "  "])

    assert joined == "Invoice 7\nRe: Invoice 7"
    assert own_lines(joined) == "Invoice 7"


@given(st.lists(st.text(max_size=60), max_size=4))
def test_any_subject_is_a_line(subjects: list[str]) -> None:
    """No subject raises, and none makes two lines."""
    joined = joined_subjects(subjects)

    assert len(joined.split("\n")) <= max(1, len(subjects))
    assert len(own_lines(joined)) <= len(joined)
