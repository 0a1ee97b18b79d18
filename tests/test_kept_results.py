"""A result that was kept as JSON answers later, in another process, as it would have answered at once."""

from __future__ import annotations

from typing import Any

import pytest

from tonekit import Customer, Message, Result, Thread, ToneKit, ToneKitError, Turn

KIT = ToneKit(languages=["en"])
THREAD = Thread(
    turns=[
        Turn(author="customer", message=Message(text="Where is order 88412? Call 020 7946 0958.")),
        Turn(author="agent", message=Message(text="Dear Ms Berg, we are looking into it.")),
        Turn(author="customer", message=Message(text="Still nothing!")),
    ]
)
RESULT = KIT.personalize(
    THREAD, customer=Customer(name="Anna Berg"), facts={"status.summary": "Your order has left our house."}
)
DRAFT = "Dear Ms [NAME_2],\n\nyour order 88412 has left our house. We will call [PHONE_1].\n\nKind regards"


def kept(result: Result) -> Result:
    """Return a result as it comes back from JSON."""
    return Result.model_validate_json(result.model_dump_json())


def values_of(result: Result) -> dict[str, str]:
    """Return what the placeholders of its prompt stand for."""
    assert result.prompt is not None
    return result.prompt.values()


def test_values_come_back() -> None:
    """With the values that were kept beside it, an answer is sent and checked as on the first day."""
    later = kept(RESULT).with_values(values_of(RESULT))
    sent = KIT.safe_answer(DRAFT, RESULT)

    assert KIT.safe_answer(DRAFT, later) == sent
    assert "Ms Berg" in sent.text
    assert KIT.check(sent.text, later) == KIT.check(sent.text, RESULT)
    assert later == RESULT


def test_without_values_nothing_is_put_back() -> None:
    """Without them the placeholders stay and are named, and the check takes no name for given."""
    later = kept(RESULT)

    assert KIT.safe_answer(DRAFT, later).unknown == ("[NAME_2]", "[PHONE_1]")
    assert "placeholder" in {each.rule for each in KIT.check(DRAFT, later)}


def test_values_hide_in_a_second_try() -> None:
    """The draft that goes back to the model holds no personal data, days later either."""
    later = kept(RESULT).with_values(values_of(RESULT))
    assert later.prompt is not None
    again = later.prompt.repair(KIT.check("Dear Ms Berg, it comes tomorrow for 25 pounds.", later))

    assert "Berg" not in "".join(each.content for each in again.messages)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "values are empty, and the prompt has placeholders; give what `Prompt.values`"),
        ({"[NAME_1]": "Kim", "[NAME_7]": "Bo"}, r"values belong to another prompt: .*\[NAME_7\]"),
        ({"[NAME_1]": "Kim"}, r"values belong to another prompt: .*\[NAME_2\]"),
        (None, "values is a mapping, as `Prompt.values` returns it, not NoneType"),
        ({"[NAME_1]": 5}, "values.*is a str, not int"),
        ({5: "Kim"}, "values.*is a str, not int"),
    ],
)
def test_values_of_another_prompt_are_refused(values: Any, words: str) -> None:
    """No customer gets the name of another."""
    with pytest.raises(ToneKitError, match=words):
        kept(RESULT).with_values(values)


def test_result_without_a_prompt_has_no_values() -> None:
    """A result whose prompt could not be filled takes no values but none."""
    bare = RESULT.model_copy(update={"prompt": None})

    assert bare.with_values({}) == bare
    with pytest.raises(ToneKitError, match="belong to another prompt"):
        bare.with_values({"[NAME_1]": "Kim"})
