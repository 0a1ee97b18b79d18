"""The token budget of a prompt: what is counted, and what is left out first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from ..argument_errors import ArgumentValueError
from ..errors import PromptTooLongError, TemplateError
from ..prompt import ChatMessage

TokenCounter = Callable[[str], int]
"""Returns the tokens of a text; the counter of a model's own tokenizer fits."""

ASCII_PER_TOKEN = 3
BYTES_PER_TOKEN = 2
MESSAGE_TOKENS = 4
"""What role and separators of a message take in the chat formats of today's models, rounded up."""

_ASCII = bytes(range(128))

Item = TypeVar("Item")


class TooMuchWrittenError(TemplateError):
    """A template writes more characters than a text may have."""

    def __init__(self, *, longest: int, template: str) -> None:
        problem = f"writes more than {longest:,} characters; give shorter facts, or raise limits.max_output"
        super().__init__(f"{problem} in tonekit.yaml", template=template)


def estimate_tokens(text: str) -> int:
    """Return an upper estimate of the tokens of a text, from its characters alone.

    Three ASCII characters count as one token (English prose has four to five in the tokenizers of large models), and
    two bytes of UTF-8 beyond ASCII: an umlaut is one token, a Chinese character one and a half, an emoji two. Prose is
    overestimated; dense text such as base64 or hexadecimal may be underestimated, so leave a margin where it is common.
    """
    if text.isascii():
        return -(-len(text) // ASCII_PER_TOKEN)
    raw = text.encode("utf-8", "surrogatepass")
    beyond = len(raw.translate(None, _ASCII))
    return -(-(len(raw) - beyond) // ASCII_PER_TOKEN) + -(-beyond // BYTES_PER_TOKEN)


def message_tokens(messages: Sequence[ChatMessage], count: TokenCounter) -> list[tuple[str, int]]:
    """Return role and tokens of each message.

    Raises:
        TypeError: the counter gives something else than a number of tokens.
    """
    return [(message.role, _counted(message.content, count) + MESSAGE_TOKENS) for message in messages]


def within(
    items: Sequence[Item], text: Callable[[Item], str], *, most: int, budget: int, count: TokenCounter
) -> list[Item]:
    """Return the first `most` items that fit into a budget together; one that is too long is passed over."""
    taken: list[Item] = []
    for item in items:
        if len(taken) == most:
            break
        tokens = _counted(text(item), count)
        if tokens <= budget:
            taken.append(item)
            budget -= tokens
    return taken


class Cut(NamedTuple):
    """How much is left out: the oldest `turns`, and the `examples` that are farthest away."""

    turns: int
    examples: int


class Fitted(NamedTuple):
    """A prompt within its budget."""

    messages: tuple[ChatMessage, ...]
    tokens: int
    cut: Cut


def fit(
    write: Callable[[Cut], tuple[ChatMessage, ...]],
    *,
    name: str,
    turns: int,
    examples: int,
    budget: int,
    most_characters: int,
    count: TokenCounter,
) -> Fitted:
    """Return the prompt with as little left out as the budget asks for: turns first, then examples, nothing else.

    Args:
        write: writes the prompt with a cut.
        name: name of the prompt, for the error.
        turns, examples: how many there are to leave out.
        budget: most tokens.
        most_characters: what `write` writes at most, for the error.
        count: counts the tokens of a text.

    Raises:
        PromptTooLongError: it is over the budget, or has too many characters, with all of them left out.
    """

    def written(steps: int) -> Fitted | None:
        cut = Cut(min(steps, turns), max(0, steps - turns))
        try:
            messages = write(cut)
        except TooMuchWrittenError:
            return None
        return Fitted(messages, sum([_counted(each.content, count) + MESSAGE_TOKENS for each in messages]), cut)

    whole = written(0)
    if whole and whole.tokens <= budget:
        return whole
    if (shortest := written(turns + examples)) is None:
        raise PromptTooLongError(name, budget=budget, characters=most_characters)
    if shortest.tokens > budget:
        roles = message_tokens(shortest.messages, count)
        raise PromptTooLongError(name, tokens=shortest.tokens, budget=budget, roles=roles)
    return _longest_that_fits(written, shortest, steps=turns + examples, budget=budget)


def _longest_that_fits(written: Callable[[int], Fitted | None], shortest: Fitted, *, steps: int, budget: int) -> Fitted:
    """Return the prompt with the fewest steps left out that is within the budget; `shortest`, with all of them, is."""
    too_few, enough, best = 0, steps, shortest
    # Each step leaves out more, so that the fewest that are enough can be found by halving.
    while enough - too_few > 1:
        middle = (too_few + enough) // 2
        tried = written(middle)
        if tried and tried.tokens <= budget:
            enough, best = middle, tried
        else:
            too_few = middle
    return best


def _counted(text: str, count: TokenCounter) -> int:
    tokens = count(text)
    if (tokens.__class__ is not int and (isinstance(tokens, bool) or not isinstance(tokens, int))) or tokens < 0:
        raise ArgumentValueError("count_tokens", f"returns a number of tokens, 0 or more, not {tokens!r}")
    return tokens
