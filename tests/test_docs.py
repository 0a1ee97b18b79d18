"""The examples of the README run, and the links of the documentation lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]
PAGES = sorted([CHECKOUT / "README.md", CHECKOUT / "CONTRIBUTING.md", *(CHECKOUT / "docs").glob("*.md")])
EXAMPLES = re.findall(r"```python\n(.*?)```", (CHECKOUT / "README.md").read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_readme_example_runs(number: int, capsys: pytest.CaptureFixture[str]) -> None:
    """Each Python block of the README runs as it stands, the ones before it included."""
    names: dict[str, object] = {}
    for example in EXAMPLES[: number + 1]:
        exec(compile(example, "README.md", "exec"), names)

    assert capsys.readouterr().out


def test_readme_comments_are_true() -> None:
    """What the first example says in its comments is what comes out."""
    names: dict[str, object] = {}
    exec(compile(EXAMPLES[0], "README.md", "exec"), names)
    claims = re.findall(r"^(result\.\S+)\s+# ('[a-z]+'|\d+)$", EXAMPLES[0], re.MULTILINE)

    assert len(claims) >= 3
    for expression, value in claims:
        assert eval(expression, names) == eval(value)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link of a page names a file that is there."""
    targets = re.findall(r"\]\((?!https?://|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))

    assert [target for target in targets if not (page.parent / target).exists()] == []
