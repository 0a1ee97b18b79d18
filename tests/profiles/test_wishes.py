"""What somebody chooses for one answer counts, and the rules give the rest."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from tonekit import Result, ToneKit, ToneKitError
from tonekit.argument_errors import ArgumentTypeError, ArgumentValueError
from tonekit.errors import UnknownNameError

MESSAGE = "Guten Tag, das ist das dritte Mal, dass ich schreibe. Wo ist meine Bestellung?"


def test_choice_outranks_the_rules(toolkit: ToneKit) -> None:
    """Chosen fields count, all others stay as the rules give them, and the explanation says who chose."""
    ruled = toolkit.personalize(MESSAGE)
    wished = toolkit.personalize(MESSAGE, style={"address": "informal", "focus": ["code"], "emoji": "mirror"})

    changed = {name for name, value in ruled.profile if getattr(wished.profile, name) != value} - {"why"}
    assert changed == {"address", "focus", "emoji"}
    assert wished.profile.focus == ("code",)
    assert "address = informal  (rule caller)" in wished.explain()
    assert wished.profile.why[: len(ruled.profile.why)] == ruled.profile.why


def test_reply_prompt_and_check_go_by_it(toolkit: ToneKit) -> None:
    """Who asks for du gets a reply, a prompt and a check in du."""
    result = toolkit.personalize(MESSAGE, style={"address": "informal"})
    assert result.reply is not None
    assert result.prompt is not None

    assert "Ihnen" not in result.reply.text
    assert result.prompt != toolkit.personalize(MESSAGE).prompt
    assert "wrong-address" in {each.rule for each in toolkit.check("Wir melden uns bei Ihnen.", result)}


def test_result_is_a_value(toolkit: ToneKit) -> None:
    """A result in a chosen style goes through JSON and pickle, and the message alone is answered as ever."""
    before = toolkit.personalize(MESSAGE)
    result = toolkit.personalize(MESSAGE, style={"tone": "warm"})

    assert Result.model_validate_json(result.model_dump_json()) == result == pickle.loads(pickle.dumps(result))
    assert toolkit.personalize(MESSAGE) == before == toolkit.personalize(MESSAGE, style={})


@pytest.mark.parametrize(
    ("style", "kind", "words"),
    [
        ({"ton": "warm"}, UnknownNameError, "no field of the style 'ton'. Did you mean 'tone'"),
        ({"language": "en"}, UnknownNameError, "no field of the style 'language'"),
        ({"tone": "wam"}, ArgumentValueError, r"style\['tone'\] needs one of 'formal', .* \(found 'wam'\)"),
        ({"tone": None}, ArgumentValueError, r"style\['tone'\] needs one of"),
        ({"cheer": 5}, ArgumentValueError, r"style\['cheer'\] needs true or false"),
        ({5: "warm"}, ArgumentTypeError, "the name of a field of the style is a str, not int"),
        ("warm", ArgumentTypeError, "style is a Mapping, not str"),
    ],
)
def test_wrong_choices_are_errors_of_ours(toolkit: ToneKit, style: Any, kind: type[ToneKitError], words: str) -> None:
    """A field or value that does not exist is named, with those that do."""
    with pytest.raises(kind, match=words):
        toolkit.personalize(MESSAGE, style=style)
