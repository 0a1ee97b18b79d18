"""Foreign text for prompts: made visible, without special tokens, and fenced with tags that it cannot close."""

from __future__ import annotations

import re
from hashlib import blake2b

from .both_ends import both_ends
from .surrogates import without_surrogates

_NONCHARACTERS = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LINE_BREAKS = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_TAGS = "s|bos|eos|pad|unk|start_of_turn|end_of_turn|start_of_image|tool_call|tool_response|think"
_BRACKETS = "INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS|TOOL_CONTENT|IMG|BOS|EOS"
_SPECIAL_TOKEN = re.compile(
    rf"<(?=[|\uff5c])|(?<=[|\uff5c])>|<(?=/?(?:{_TAGS})>|</?SYS>>)|\[(?=/?(?:{_BRACKETS})\])",
)
"""Where a special token of a model begins or ends: the form `<|…|>` that most have, and those that the models of
Llama 2, Mistral, Gemma and Qwen name in the templates of their chats."""

FENCES = {"customer": "customer_message", "model": "quoted_text"}
"""Who wrote a text → name of the tags that it is fenced with in prompts."""
_FENCE_NAMED = re.compile("|".join(FENCES.values()).replace("_", "[_\uff3f]"), re.IGNORECASE)
"""The name of a fence however it is written: a model may take `CUSTOMER_MESSAGE` for it."""
_FENCE_HASH = blake2b(key=b"tonekit fence", digest_size=8)
"""Copied for each text: its key is taken in once."""


def visible(text: str) -> str:
    """Return `text` without noncharacters, control and invisible characters; all line breaks become a newline."""
    if _is_plain(text):
        return text
    text = _LINE_BREAKS.sub("\n", without_surrogates(text))
    return _CONTROLS.sub("", _INVISIBLE.sub("", _NONCHARACTERS.sub("", text)))


def _is_plain(text: str) -> bool:
    """Return whether nothing is to be taken out: none of that is printable, in Python's sense, and most texts are."""
    return text.isprintable() or text.replace("\n", "").isprintable()


def hidden_in(text: str) -> int:
    """Return how many characters of `text` nobody sees: bidirectional controls, tags, zero width, noncharacters."""
    if _is_plain(text):
        return 0
    return len(_INVISIBLE.findall(text)) + len(_NONCHARACTERS.findall(text))


def one_line(text: str) -> str:
    """Return `text` as one line."""
    return " ".join(visible(text).split())


def prompt_line(text: str) -> str:
    """Return `text` as one line for a prompt, without special tokens of models."""
    return prompt_text(one_line(text))


def prompt_text(text: str) -> str:
    """Return `text` for a prompt, without special tokens of models and without the names of fences."""
    if "<" in text or "[" in text or ">" in text:
        text = _SPECIAL_TOKEN.sub(_spaced, text)
    return _FENCE_NAMED.sub(_without_line, text) if "_" in text or "\uff3f" in text else text


def fenced(text: str, *, longest: int, name: str = FENCES["customer"], clean: bool = False) -> str:
    """Return `text` between tags called `name` that it cannot close.

    The tags carry a keyed hash of the text, so they are the same for the same message and cannot be foreseen in it;
    a copy of a tag's name inside the text is defused all the same. This contains; it does not cure.

    Args:
        text: the text.
        longest: most characters; of a longer text the middle is left out and the place marked.
        name: of the tags.
        clean: whether `visible` is known to take nothing out of it.
    """
    inner = text if clean else visible(text)
    inner = prompt_text(both_ends(inner, most=longest))
    hashed = _FENCE_HASH.copy()
    hashed.update(inner.encode())
    mark = hashed.hexdigest()
    return f"<{name}-{mark}>\n{inner}\n</{name}-{mark}>"


def _without_line(match: re.Match[str]) -> str:
    return match[0].lower().replace("_", " ").replace("\uff3f", " ")


def _spaced(match: re.Match[str]) -> str:
    return " >" if match[0] == ">" else f"{match[0]} "
