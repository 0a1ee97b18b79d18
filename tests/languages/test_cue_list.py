"""The list of cue ids says which cues, and which alerts, others take back; what cannot be meant is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonekit.errors import DataFileError
from tonekit.languages.cue_list import cue_list, read_cue_list, taking_alerts_back, taking_back

GRAVEST = {"alert.safety", "alert.self_harm", "alert.stopped"}


@pytest.mark.parametrize(
    ("taken", "problem"),
    [
        pytest.param("alert.legl", "takes back 'alert.legl', which is no alert", id="unknown"),
        pytest.param("ask.cancel", "takes back 'ask.cancel', which is no alert", id="a-cue"),
    ],
)
def test_what_takes_back_no_alert_is_refused(tmp_path: Path, taken: str, problem: str) -> None:
    """An id of `alerts.yaml` takes alerts back, and only those there are; the error says where it stands."""
    path = tmp_path / "cues.yaml"
    path.write_text(
        "alert.legal: {from: alert, what: law}\nask.cancel: {what: end}\n"
        f"harmless.legal: {{from: alert, takes_back: [{taken}], what: none}}\n",
        encoding="utf-8",
    )
    with pytest.raises(DataFileError, match=problem) as caught:
        read_cue_list(path)

    assert (caught.value.path.name, caught.value.line) == ("cues.yaml", 3)


def test_cues_take_back_no_alerts() -> None:
    """What takes back cues and what takes back alerts are two lists."""
    assert taking_back().keys().isdisjoint(taking_alerts_back())
    assert all(cue_list()[cue].origin == "alert" for cue in taking_alerts_back())


def test_gravest_alerts_are_taken_back_with_no_others() -> None:
    """Words about the law, authorities, the press or data take back no danger, no despair and no standing work."""
    together = {cue for cue, taken in taking_alerts_back().items() if taken & GRAVEST and taken - GRAVEST}

    assert together == {"harmless.figure"}
