"""A service can load everything at its start, before a customer waits for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tonekit import Analysis, ToneKit

MESSAGES = {
    "da": "Hej, hvor er min bestilling? Jeg har ventet siden i mandags og har ikke hørt noget af jer.",
    "de": "Hallo, wo ist meine Bestellung? Ich warte seit Montag.",
    "en": "Hello, where is my order? I have been waiting since Monday.",
    "nb": "Hei, hvor er bestillingen min? Jeg har ventet siden mandag og har ikke hørt noe fra dere.",
    "sv": "Hej, var är min beställning? Jag har väntat sedan i måndags.",
}
PROGRAM = """\
import sys, tonekit
kit = tonekit.ToneKit()
kit.warm_up()
opened = []
sys.addaudithook(lambda event, given: opened.append(given[0]) if event == "open" else None)
result = kit.personalize({message!r}, facts={{"status.summary": "On its way.", "status.expected": "2026-12-02"}})
draft = "Hello [NAME_1], it arrives on Monday: https://example.com."
kit.check(draft, result), kit.safe_answer(draft, result), kit.redact(draft)
print(result.analysis.language.label, [name for name in opened if not name.endswith(".md.j2")])
"""


@pytest.mark.parametrize(("code", "message"), MESSAGES.items(), ids=MESSAGES.keys())
def test_nothing_is_loaded_any_more(code: str, message: str) -> None:
    """After `warm_up` the first message of a language, its check and its answer open no file but a template or two."""
    program = PROGRAM.format(message=message)
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert run.stdout.split(" ", 1) == [code, "[]\n"]


def test_templates_without_a_reply(tmp_path: Path) -> None:
    """Whose own templates never reply can warm up as well."""
    (tmp_path / "tonekit.yaml").write_text("replies: [{reply: none}]\n", encoding="utf-8")
    kit = ToneKit(templates=tmp_path, languages=["en"])
    kit.warm_up()

    assert isinstance(kit.analyze("Hello"), Analysis)
