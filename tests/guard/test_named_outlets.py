"""A medium or an authority that is only named, in Norwegian and Danish, against one that somebody goes to."""

from __future__ import annotations

import pytest

from tonekit import ToneKit

NAMED = (
    "Hei, jeg fant dere på Facebook og lurer på prisen på gjerdet.",
    "Jeg vant konkurransen på Instagram, hvordan får jeg premien?",
    "Avisen kommer hver morgen, men mandag lå den våt i postkassen.",
    "Forsida laster ikke når jeg logger inn på nettbutikken.",
    "Bilen er godkjent av Statens vegvesen, kan jeg hente skiltene?",
    "Hvem passer på hunden når vi er på tur?",
    "Jeg tager DSB til København og vil hente pakken på torsdag.",
    "I har gode anmeldelser på Trustpilot, så jeg vil gerne bestille et bord.",
)
GONE_TO = (
    "Svarer dere ikke i dag, havner hele samtalen på Facebook.",
    "Neste stopp er en vurdering med én stjerne på Trustpilot.",
    "Journalisten har fått mappa og ringer dere i morgen.",
    "Leserinnlegget er skrevet og sendes i kveld.",
    "Statsforvalteren får klagen min i morgen.",
    "De som gir dere løyve, får høre om dette.",
)


def _alarms(text: str) -> set[str]:
    return {reason.rule for reason in ToneKit().personalize(text).decision.reasons} & {"press", "regulator"}


@pytest.mark.parametrize("text", NAMED)
def test_a_name_by_itself_is_no_alert(text: str) -> None:
    """Who only names a platform, a paper or an authority does not threaten to go there."""
    assert not _alarms(text)


@pytest.mark.parametrize("text", GONE_TO)
def test_going_there_is_an_alert(text: str) -> None:
    """Who goes to a medium or an authority, or will, is heard."""
    assert _alarms(text)
