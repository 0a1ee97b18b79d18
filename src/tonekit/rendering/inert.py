"""Make values inert: what a customer wrote stays text, never a role, a header, a link or markup."""

from __future__ import annotations

import re
import unicodedata
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from hashlib import blake2b

# Unicode noncharacters mark roles in what a template writes; no text may bring its own.
ROLE_OPEN, ROLE_NAMED, ROLE_CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
_NONCHARACTERS = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LINE_BREAKS = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_BEFORE_MARKDOWN = re.compile(r"(?=[\\`*_{}\[\]()<>#+\-=.!|~&])")
_BACKTICKS = re.compile("`+")
_SPECIAL_TOKEN = re.compile(r"<(?=\|)|(?<=\|)>")

FENCES = {"customer": "customer_message", "model": "quoted_text"}
"""Who wrote a text → name of the tags that it is fenced with in prompts."""
_FENCE_NAMED = re.compile("|".join(FENCES.values()).replace("_", "[_\uff3f]"), re.IGNORECASE)
"""The name of a fence however it is written: a model may take `CUSTOMER_MESSAGE` for it."""
_FENCE_BYTES = 8
_FENCE_KEY = b"tonekit fence"


def visible(text: str) -> str:
    """Return `text` without noncharacters, control and invisible characters; all line breaks become a newline."""
    # Nothing that is taken out is printable, in Python's sense of the word: most texts need no more than a look.
    if text.isprintable() or text.replace("\n", "").isprintable():
        return text
    text = _LINE_BREAKS.sub("\n", _SURROGATES.sub("\ufffd", text))
    return _CONTROLS.sub("", _INVISIBLE.sub("", _NONCHARACTERS.sub("", text)))


def hidden_in(text: str) -> int:
    """Return how many characters of `text` nobody sees: bidirectional controls, tags, zero width, noncharacters."""
    return len(_INVISIBLE.findall(text)) + len(_NONCHARACTERS.findall(text))


def one_line(text: str) -> str:
    """Return `text` as one line."""
    return " ".join(visible(text).split())


def markdown_text(text: str) -> str:
    """Return `text` so that Markdown shows it as it is: no link, image, list, heading or HTML comes of it."""
    return "\\".join(_BEFORE_MARKDOWN.split(visible(text)))


def code_block(text: str, *, before: str = "", after: str = "") -> str:
    """Return `text` as a code block in Markdown; its fence is longer than any row of backticks inside.

    Args:
        text: the code.
        before, after: marks of its source.
    """
    inner = visible(text).strip("\n")
    longest = max((len(row) for row in _BACKTICKS.findall(inner)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{before}{inner}{after}\n{fence}"


def header_text(text: str, *, longest: int) -> str:
    """Return `text` as the value of one mail header: encoded words are decoded first, then every line break goes."""
    decoded = text
    try:
        if "=?" in text:
            decoded = str(make_header(decode_header(text)))
    except (HeaderParseError, UnicodeError, LookupError, ValueError):
        # What cannot be decoded is no encoded word to a mail program either; it stays as it is.
        decoded = text
    # What decodes to another encoded word would be decoded again by the mail program.
    line = one_line(decoded).replace("=?", "= ?")
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def prompt_line(text: str) -> str:
    """Return `text` as one line for a prompt, without special tokens of models."""
    return prompt_text(one_line(text))


def prompt_text(text: str) -> str:
    """Return `text` for a prompt, without special tokens of models and without the names of fences."""
    if "|" in text:
        text = _SPECIAL_TOKEN.sub(_spaced, text)
    return _FENCE_NAMED.sub(_without_line, text) if "_" in text or "\uff3f" in text else text


def fenced(text: str, *, longest: int, name: str = FENCES["customer"]) -> str:
    """Return `text` between tags called `name` that it cannot close.

    The tags carry a keyed hash of the text, so they are the same for the same message and cannot be foreseen in it;
    a copy of a tag's name inside the text is defused all the same. This contains; it does not cure.
    """
    inner = visible(text)
    if len(inner) > longest:
        inner = inner[:longest].rstrip() + " […]"
    inner = prompt_text(inner)
    mark = blake2b(inner.encode(), key=_FENCE_KEY, digest_size=_FENCE_BYTES).hexdigest()
    return f"<{name}-{mark}>\n{inner}\n</{name}-{mark}>"


def _without_line(match: re.Match[str]) -> str:
    return match[0].lower().replace("_", " ").replace("\uff3f", " ")


def _spaced(match: re.Match[str]) -> str:
    return "< " if match[0] == "<" else " >"


def is_blank(text: str) -> bool:
    """Return whether nothing of `text` can be seen."""
    if text and text[0].isprintable() and text[0] != " ":
        return False
    return all(unicodedata.category(character)[0] in "ZC" for character in text)
