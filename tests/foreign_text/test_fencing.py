"""Foreign text for prompts: no sign in it means more to a model than its letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.foreign_text.fencing import fenced, prompt_line, prompt_text

TOKENS = (
    "<|im_start|> <|eot_id|> <｜User｜> <s> </s> <bos> <start_of_turn> <end_of_turn> [INST] [/INST] <<SYS>> <</SYS>>"
    " [SYSTEM_PROMPT] [TOOL_CALLS] <tool_call> </tool_call> <think>"
).split()


@pytest.mark.parametrize("token", TOKENS)
def test_no_special_token_is_left(token: str) -> None:
    """The marks of roles of common models are spaced apart, in fenced texts and in lines alike, once."""
    made = prompt_line(f"a {token} b")
    assert token not in made
    assert prompt_text(made) == made
    assert token not in fenced(f"a {token} b", longest=100)


@pytest.mark.parametrize(("token", "spaced"), [("<|a|>", "< |a| >"), ("<｜a｜>", "< ｜a｜ >"), ("[/INST]", "[ /INST]")])
def test_both_ends_are_spaced(token: str, spaced: str) -> None:
    """Neither half of a token is left for another text to complete."""
    assert prompt_text(token) == spaced


@pytest.mark.parametrize("text", ["a < b and c > d", "[1] see [INSTALL]", "<strong>now</strong>", "[NAME_1]", "x | y"])
def test_other_brackets_stay(text: str) -> None:
    """What only looks like it is left as it was written."""
    assert prompt_text(text) == text


@given(st.lists(st.sampled_from([*TOKENS, "<", "|", ">", "[", "]", "\u200b", "a"])).map("".join))
def test_tokens_in_pieces(text: str) -> None:
    """However tokens are put together, none stands in what is made."""
    made = prompt_line(text)
    assert not [token for token in TOKENS if token in made]
