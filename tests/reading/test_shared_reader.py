"""Toolkits that read alike share a reader, and no other do."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from tonekit.errors import DataFileError, ToneKitError, UnknownNameError
from tonekit.loading.sharing import Shared
from tonekit.reading import shared_reader as shared
from tonekit.reading.heads.head_file import WEIGHTS
from tonekit.reading.reader import Reader
from tonekit.reading.shared_reader import shared_reader


def written(folder: Path, text: str) -> Path:
    """Write a file of weights."""
    folder.mkdir(exist_ok=True)
    path = folder / "ours.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("languages", "change", "same"),
    [
        pytest.param(["en"], str, True, id="copy-of-the-weights"),
        pytest.param(["en"], lambda text: f"{text}\n# ours\n", False, id="other-weights"),
        pytest.param(["en", "da"], str, False, id="other-languages"),
    ],
)
def test_shared_where_contents_are_the_same(
    tmp_path: Path, languages: list[str], change: Callable[[str], str], same: bool
) -> None:
    """The same languages with weights that say the same have one reader, in whatever folder the weights lie."""
    text = WEIGHTS.read_text(encoding="utf-8")
    one, other = (written(tmp_path / folder, each) for folder, each in (("one", text), ("other", change(text))))
    reader = shared_reader(["en"], weights=one)

    assert (shared_reader(languages, weights=other) is reader) is same


def test_changed_weights_are_read(tmp_path: Path) -> None:
    """Weights that have changed since are read anew under the same path."""
    text = WEIGHTS.read_text(encoding="utf-8")
    before = shared_reader(["en"], weights=written(tmp_path, text))

    assert shared_reader(["en"], weights=written(tmp_path, f"{text}\n# changed\n")).ruleset != before.ruleset


@pytest.mark.parametrize(
    ("languages", "weights", "error"),
    [
        pytest.param(["tlh"], WEIGHTS, UnknownNameError, id="language"),
        pytest.param(["en"], Path("no-such-file.yaml"), DataFileError, id="weights"),
    ],
)
def test_what_is_missing_is_named(languages: list[str], weights: Path, error: type[ToneKitError]) -> None:
    """A language without a pack, or weights that are not there, are refused as the reader refuses them."""
    with pytest.raises(error):
        shared_reader(languages, weights=weights)


def test_toolkits_built_at_once_share_a_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight threads that each build a toolkit wait for one reader, and do not build one each."""
    together, built = Barrier(8), list[str]()

    class Counted(Reader):
        def __init__(self, *given: Any, **options: Any) -> None:
            built.append("built")
            super().__init__(*given, **options)

    monkeypatch.setattr(shared, "Reader", Counted)
    monkeypatch.setattr(shared, "_READERS", Shared[Reader]())
    with ThreadPoolExecutor(8) as pool:
        readers = list(pool.map(lambda _: (together.wait(30), shared_reader(["en"]))[1], range(8)))

    assert {id(each) for each in readers} == {id(readers[0])}
    assert built == ["built"]
