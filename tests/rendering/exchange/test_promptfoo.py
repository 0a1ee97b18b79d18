"""What goes out to promptfoo is read there as we mean it: YAML, messages as JSON, braces and quotes as they are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jinja2 import Environment

from tonekit.cli.templates.test_command import renderer_of
from tonekit.rendering.exchange.promptfoo import export_promptfoo
from tonekit.rendering.folders.sources import TemplateFolders

CONTRACT = """id: braces
kind: prompt
inputs:
  message.text: {type: text, trust: customer, required: true}
tests:
  - name: braces and quotes
    language: en
    facts: {message.text: "{{ x }} {% if %} {# y"}
    expect: {contains: ['"say": {', '{{ x }} {% if %} {# y', "two\\nlines"], absent: ['"shout"']}
"""
BODY = '{% user %}\nAnswer with {"say": { }}, in two\nlines: {{ message.text }}\n{% enduser %}\n'


@pytest.fixture
def exported(tmp_path: Path) -> dict[str, str]:
    """Name and text of every file that is exported, for the shipped prompts and one with braces."""
    folder = tmp_path / "prompts/braces"
    folder.mkdir(parents=True)
    (folder / "template.yaml").write_text(CONTRACT, encoding="utf-8")
    (folder / "en.j2").write_text(BODY, encoding="utf-8")
    return dict(export_promptfoo(renderer_of(TemplateFolders(tmp_path))[1]))


def rendered(template: str) -> str:
    """Return what the template language of promptfoo makes of a text: it reads what we write as Jinja does."""
    return Environment(autoescape=True, keep_trailing_newline=True).from_string(template).render()


def echoed(prompt: str) -> str:
    """Return what its provider `echo` gives back: the messages as JSON, each text rendered."""
    messages = [{**each, "content": rendered(each["content"])} for each in json.loads(prompt)]
    return json.dumps(messages, ensure_ascii=False, indent=2)


def assertions(config: str) -> Iterator[tuple[str, str]]:
    """Yield kind and wanted text of the assertions of a configuration."""
    for test in yaml.safe_load(config)["tests"]:
        yield from ((each["type"], rendered(each["value"])) for each in test["assert"])


def test_what_our_tests_promise_holds_there(exported: dict[str, str]) -> None:
    """Every assertion holds for the prompt that its configuration names, also where it has quotes, lines or braces."""
    configs = [name for name in exported if name.endswith(".yaml")]

    assert "braces-1.yaml" in configs
    for name in configs:
        (prompt,) = yaml.safe_load(exported[name])["prompts"]
        output = echoed(exported[prompt.removeprefix("file://")])
        for kind, wanted in assertions(exported[name]):
            assert (wanted in output) == (kind == "contains"), f"{name}: {kind} {wanted}"


def test_every_expectation_goes_out(exported: dict[str, str]) -> None:
    """Nothing that a test expects is lost on the way, but the heads of our own snapshots."""
    assert [kind for kind, _ in assertions(exported["braces-1.yaml"])] == ["contains"] * 3 + ["not-contains"]
