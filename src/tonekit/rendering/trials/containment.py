"""Check that a text in the inputs has stayed text: no role, header, link, tag or blank came of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from email import message_from_string, policy
from html.parser import HTMLParser

from ...foreign_text.fencing import FENCES, visible
from ...prompt import Prompt
from ...result import Reply
from .attacks import COMPUTED

Rendered = Reply | Prompt

_TAGS = frozenset("p br ul ol li strong em a h1 h2 h3 h4 h5 h6 blockquote code pre hr".split())
"""Tags that the Markdown of an author can make."""
_ATTRIBUTES = frozenset({"href", "start", "title", "class"})
_INVISIBLE_LEFT = re.compile(
    "[\ufdd0-\ufdef\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
_SPECIAL_TOKEN = re.compile(r"<\|[a-z_]+\|>")
_FENCE = re.compile("|".join(FENCES.values()))
_TAG_OPEN = re.compile(rf"<((?:{_FENCE.pattern})-[0-9a-f]{{16}})>")
_TAG_CLOSE = re.compile(rf"</((?:{_FENCE.pattern})-[0-9a-f]{{16}})>")
_NONE = re.compile(r"\bNone\b(?! (?:are|is|of|were)\b)")
_LINE_BREAKS = re.compile("[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")


def breaches(made: Rendered, harmless: Rendered, text: str, *, longest: int) -> Iterator[str]:
    """Yield what a text has broken out to be.

    Args:
        made: what was rendered with the text in every input.
        harmless: what was rendered with a harmless word instead.
        text: the text.
        longest: most characters that a text may have.
    """
    if isinstance(made, Reply) and isinstance(harmless, Reply):
        yield from _in_reply(made, harmless)
        parts = {"text": made.text, "subject": made.subject}
    elif isinstance(made, Prompt) and isinstance(harmless, Prompt):
        yield from _in_prompt(made, harmless)
        parts = {f"{message.role} message": message.content for message in made.messages}
    else:
        raise TypeError("made and harmless are both replies or both prompts")
    for name, part in parts.items():
        yield from (f"{problem} in the {name}" for problem in _in_any(part, text))
    if sum(map(len, parts.values())) > longest:
        yield f"more than {longest:,} characters"


def _in_any(part: str, text: str) -> Iterator[str]:
    if _INVISIBLE_LEFT.search(part) or visible(part) != part:
        yield "an invisible or control character"
    if COMPUTED in part:
        yield "a template was run"
    if "None" not in text and _NONE.search(part):
        yield "a printed None"


def _in_reply(made: Reply, harmless: Reply) -> Iterator[str]:
    page, before = _Page(made.html), _Page(harmless.html)
    if extra := {tag for tag in page.tags if tag not in _TAGS}:
        yield f"a tag <{min(extra)}> in the HTML"
    if page.attributes - _ATTRIBUTES:
        yield f"an attribute {min(page.attributes - _ATTRIBUTES)} in the HTML"
    if page.links - before.links:
        yield f"a live link to {min((page.links - before.links).elements())}"
    # The mail is read again as a mail program does: encoded words are decoded, folded lines unfolded.
    parsed = message_from_string(f"Subject: {made.subject}\n\n", policy=policy.default)
    if _LINE_BREAKS.search(made.subject) or _LINE_BREAKS.search(str(parsed["Subject"])):
        yield "a line break in the subject"
    if list(parsed.keys()) != ["Subject"]:
        yield f"a header of its own: {', '.join(parsed.keys())}"


def _in_prompt(made: Prompt, harmless: Prompt) -> Iterator[str]:
    roles = [message.role for message in made.messages]
    if roles != [message.role for message in harmless.messages]:
        yield f"other roles: {', '.join(roles)}"
    for message, before in zip(made.messages, harmless.messages, strict=False):
        opened = _TAG_OPEN.findall(message.content)
        if opened != _TAG_CLOSE.findall(message.content):
            yield f"a fence that does not close in the {message.role} message"
        # What is left without the tags are the author's own words on them.
        if _bare(message.content) != _bare(before.content):
            yield f"a forged fence in the {message.role} message"
        if _SPECIAL_TOKEN.search(message.content):
            yield f"a special token in the {message.role} message"


def _bare(content: str) -> int:
    """Return how often the name of a fence stands outside its tags."""
    return len(_FENCE.findall(content)) - len(_TAG_OPEN.findall(content)) - len(_TAG_CLOSE.findall(content))


class _Page(HTMLParser):
    """What is live in a page: its tags, attributes and links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: Counter[str] = Counter()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a tag with its attributes."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links.update(value or "" for name, value in attrs if name in ("href", "src"))
