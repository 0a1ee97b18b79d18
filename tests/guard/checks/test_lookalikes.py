"""A host that differs from a given one by a sign, or by signs of one shape, is told from an unknown one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.guard.checks.lookalikes import looks_like

GIVEN = ("sendung.hausgut.example", "www.lydhylla.no", "shop.meridian.co.uk", "dhl.de")


@pytest.mark.parametrize(
    ("host", "alike"),
    [
        pytest.param("sendung.hausgvt.example", True, id="letter of one shape"),
        pytest.param("lydhy11a.no", True, id="digits for letters"),
        pytest.param("hausgutt.example", True, id="one letter more"),
        pytest.param("lydhyla.no", True, id="one letter less"),
        pytest.param("huasgut.example", True, id="letters exchanged"),
        pytest.param("rneridian.co.uk", True, id="two letters for one"),
        pytest.param("hausgut.example.hilfe-jetzt.example", True, id="given host before another"),
        pytest.param("hausgut-kundenkonto.example", True, id="a word more"),
        pytest.param("konto-hausgut.example", True, id="a word before it"),
        pytest.param("hausgutachten.example", False, id="the beginning of a word"),
        pytest.param("hilfe.hausgut.example", False, id="another page of the same host"),
        pytest.param("hausgut.de", False, id="the same name elsewhere"),
        pytest.param("instagram.com", False, id="another name"),
        pytest.param("dpl.de", False, id="too short to tell"),
        pytest.param("", False, id="none"),
    ],
)
def test_lookalike(host: str, alike: bool) -> None:
    """The name that somebody has registered is compared, whatever stands before and behind it."""
    assert looks_like(host, GIVEN) is alike


@given(st.text("abl1o0.-", max_size=20), st.lists(st.text("abl1o0.-", max_size=20), max_size=4))
def test_given_host_is_no_lookalike(host: str, given: list[str]) -> None:
    """Whatever was given besides, a host that was given is never one that only looks so."""
    assert not looks_like(host, [*given, host])
