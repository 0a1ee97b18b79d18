"""What a model wrote for a program is found, and what customers may read is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tonekit import Result, ToneKit

LETTER = "Hello,\n\nyour order has left our house and is on its way to you.\n\nKind regards"
Found = Callable[[str], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def found(toolkit: ToneKit, answer: Callable[..., Result]) -> Found:
    """What gives the words, and the rule, of findings about form and placeholders."""
    result = answer("Where is my order?", language="en")

    def check(draft: str) -> list[tuple[str, str]]:
        rules = ("machine-format", "placeholder")
        return [(each.rule, each.text) for each in toolkit.check(draft, result) if each.rule in rules]

    return check


@pytest.mark.parametrize(
    "draft",
    [
        pytest.param('{"reply": "Hello,\\n\\nit is on its way."}', id="object"),
        pytest.param('```json\n{\n "subject": "Order",\n "body": "It is on its way."\n}\n```', id="fenced"),
        pytest.param('[{"role": "assistant", "content": "It is on its way."}]', id="list"),
        pytest.param('["It is on its way."]', id="list of texts"),
        pytest.param('{"tool_calls": [{"function": {"name": "refund"}}]}', id="call"),
    ],
)
def test_json_is_one_finding(found: Found, draft: str) -> None:
    """A draft that is JSON as a whole is found as a whole."""
    assert found(draft) == [("machine-format", "")]


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (f"<think>She is angry.</think>\n{LETTER}", ["<think>", "</think>"]),
        (f"{LETTER}\n<tool_call>refund</tool_call>", ["<tool_call>", "</tool_call>"]),
        (f'{LETTER}\n<invoke name="refund">', ['<invoke name="refund">']),
        ("Hello,\\n\\nit is on its way.\\nKind regards", ["\\n\\n"]),
        ("Hello,\\r\\n\\r\\nit is on its way.", ["\\r\\n\\r\\n"]),
    ],
)
def test_signs_of_programs_are_found(found: Found, draft: str, words: list[str]) -> None:
    """Tags of thinking and calls, and escaped line breaks, are named where they stand, each once."""
    assert found(draft) == [("machine-format", each) for each in words]


@pytest.mark.parametrize(
    "draft",
    [
        pytest.param(LETTER, id="letter"),
        pytest.param('Hello,\n\nsend {"id": 5} to the service.\n\nKind regards', id="json inside"),
        pytest.param('{"id": 5} is what the service expects, and then it answers.', id="json first"),
        pytest.param("Hello,\n\nlook into C:\\new\\notes for it.\n\nKind regards", id="path"),
        pytest.param("[Order 5] Hello, it is on its way [see below]", id="brackets"),
        pytest.param("We think <b>this</b> is it.", id="html"),
    ],
)
def test_readers_may_read_it(found: Found, draft: str) -> None:
    """Code that is told to an expert, paths and HTML are no form of programs."""
    assert [rule for rule, _ in found(draft) if rule == "machine-format"] == []
