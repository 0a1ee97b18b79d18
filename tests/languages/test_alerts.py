"""`alerts.yaml` says by signs which words stand together; what cannot be meant is refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonekit.errors import DataFileError
from tonekit.files.datafile import read_data_file
from tonekit.languages.alerts import read_alerts
from tonekit.languages.pack import Alerts, Group


def alerts(folder: Path, *lines: str, cue: str = "alert.safety") -> Alerts:
    """Return the alerts of a file with these lines under one cue."""
    path = folder / "alerts.yaml"
    path.write_text(f"{cue}:\n" + "".join(f"  - '{line}'\n" for line in lines), encoding="utf-8")
    return read_alerts(read_data_file(path))


@pytest.mark.parametrize(
    ("line", "group"),
    [
        pytest.param("(a|b) & c", Group((("a", "b"), ("c",))), id="one-sentence"),
        pytest.param("(a|b) && c", Group((("a", "b"), ("c",)), neighbours=True), id="two-sentences"),
        pytest.param("a & b c & d{,s}", Group((("a",), ("b c",), ("d", "ds"))), id="three-families"),
        pytest.param("a & b &! (c|d)", Group((("a",), ("b",)), unless=("c", "d")), id="unless"),
        pytest.param(
            "a && b &! c", Group((("a",), ("b",)), neighbours=True, unless=("c",)), id="unless-in-two-sentences"
        ),
        pytest.param("a&e & (b | c)", Group((("a&e",), ("b", "c"))), id="sign-inside-a-word"),
    ],
)
@pytest.mark.parametrize("cue", ["alert.safety", "harmless.legal", "alert.delicate"])
def test_families(tmp_path: Path, cue: str, line: str, group: Group) -> None:
    """`&` and `&&` part families, under every cue; `&!` stands before what silences them."""
    assert alerts(tmp_path, "a phrase", line, cue=cue) == Alerts({cue: ("a phrase",)}, {cue: (group,)})


@pytest.mark.parametrize(
    ("line", "words"),
    [
        pytest.param("(marks & spencer|aldi)", "'&' stands in brackets", id="in-brackets"),
        pytest.param("a & b [c && d]", "cannot stand in one line", id="both-signs"),
        pytest.param("a & b && c", "cannot stand in one line", id="both-signs-outside"),
        pytest.param("a &", "needs words on both sides", id="nothing-behind"),
        pytest.param("& a", "needs words on both sides", id="nothing-before"),
        pytest.param("a & & b", "needs words on both sides", id="nothing-between"),
        pytest.param("a ~ b & c", "need no gap", id="gap"),
        pytest.param("a & b &! c ~ d", "need no gap", id="gap-in-what-silences"),
        pytest.param("a &! b", "behind two families or more", id="unless-behind-one"),
        pytest.param("a &! b & c", "behind two families or more", id="unless-in-the-middle"),
        pytest.param("a & b &! c &! d", "behind two families or more", id="unless-twice"),
        pytest.param("a & b &!", "needs words on both sides", id="unless-nothing"),
        pytest.param("a & (b", "never closed", id="bad-pattern"),
    ],
)
def test_wrong_line_is_refused(tmp_path: Path, line: str, words: str) -> None:
    """A sign in brackets, at an end or beside a gap or the other sign is refused where it stands."""
    with pytest.raises(DataFileError, match=words) as caught:
        alerts(tmp_path, "a phrase", line)

    assert (caught.value.path.name, caught.value.line) == ("alerts.yaml", 3)


def test_phrase_twice_is_refused(tmp_path: Path) -> None:
    """A phrase stands once under a cue."""
    with pytest.raises(DataFileError, match=r"stands in .* twice"):
        alerts(tmp_path, "gas leak", "gas (leak|smell)")
