"""Markdown of a model's answer: text and HTML without images, and with no link but those that are allowed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from .inline_html import without_html
from .markdown import plain_tokens

LEFT_OUT = "[…]"
"""What stands where an address was."""
_FILE = (
    "bat|cfg|conf|cpp?|cs|css|csv|docx?|exe|gif|go|h|html?|ini|java|jpe?g|js|json|jsx|kt|log|md|mp4|pdf|php|png|pptx?|ps1"
    "|py|rb|rs|sh|sql|svg|swift|toml|tsx?|txt|xlsx?|xml|ya?ml|zip"
)
"""Endings of file names, as people write them with a line (`main.py:30`) or a query (`index.php?id=1`)."""
_TOP = r"(?:xn--[a-z\d-]{1,59}|[^\W\d_]{2,24})"
"""Last label of a host, in letters or as Punycode (RFC 5890)."""
_BARE = re.compile(
    r"(?:[a-z][a-z0-9+]{1,20}://|www\.)[^\s<>\"]+"
    # A name of a host with a path, a port or a query, which mail programs make a link of.
    r"|(?<![\w@./-])(?:[\w-]{1,63}[.。．｡]){1,8}"
    rf"(?:{_TOP}/|(?!(?:{_FILE})[:?]){_TOP}(?::\d{{2,5}}\b|\?[\w.%-]{{1,64}}=))[^\s<>\"]*"
    # A shared folder of Windows; Markdown takes one of its first two signs away.
    r"|(?<![\w:\\.])\\{1,2}(?:[\w-]{1,63}\.){1,8}[\w-]{1,63}\\[^\s<>\"]*",
    re.IGNORECASE,
)
_MAY_HOLD_ADDRESS = re.compile(r"[.。．｡]|://")
_LINES = ("softbreak", "hardbreak")
_AFTER_ADDRESS = ".,;:!?)]}'\"»”’*_"


@dataclass(slots=True)
class Written:
    """An answer, written.

    Attributes:
        text, html: the answer.
        links: addresses that were left out.
        images: images that were left out.
    """

    text: str = ""
    html: str = ""
    links: list[str] = field(default_factory=list)
    images: list[str] = field(default_factory=list)


class AnswerMarkdown:
    """Writes answers. Safe to share between threads."""

    def __init__(self) -> None:
        # Tags are read, so that links and images in HTML go the way of all others; `without_html` leaves none.
        self._markdown = MarkdownIt("commonmark", {"html": True, "breaks": True})
        self._markdown.disable(["html_block", "code"])
        # Every link is parsed, so that what is not allowed goes with its address and does not stay as text.
        self._markdown.validateLink = _every  # type: ignore[method-assign]
        self._normalized = self._markdown.normalizeLink
        self._markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]
        self._renderer = RendererHTML()

    def write(self, markdown: str, allowed: Callable[[str], bool], *, address: Callable[[str], str]) -> Written:
        """Return text and HTML of an answer.

        Args:
            markdown: the answer.
            allowed: whether an address may be linked to.
            address: what an address in the source means.
        """
        made = Written()

        def may_stand(url: str) -> bool:
            return allowed(address(url))

        tokens = self._markdown.parse(markdown)
        for token in tokens:
            if token.children is not None:
                children = list(self._inline(without_html(token.children), made, may_stand, address))
                token.children = _without_pieces(children, made, may_stand)
            elif token.type in ("fence", "code_block"):
                token.info = ""
                _clean(token, made, may_stand)
        made.text = _whole_text(tokens, made, may_stand)
        made.html = self._renderer.render(tokens, self._markdown.options, {}).strip()
        return made

    def _inline(
        self, tokens: Sequence[Token], made: Written, allowed: Callable[[str], bool], address: Callable[[str], str]
    ) -> Iterator[Token]:
        linked: list[bool] = []
        for token in tokens:
            if token.type == "link_open":
                url = address(str(token.attrGet("href") or ""))
                linked.append(allowed(url))
                token.attrs = {"href": self._normalized(url)}
                if not linked[-1]:
                    made.links.append(url)
                    continue
            elif token.type == "link_close":
                if not linked.pop():
                    continue
            elif token.type == "image":
                made.images.append(address(str(token.attrGet("src") or "")))
                token = Token("text", "", 0, content=token.content)  # noqa: PLW2901 - its description stays
            if token.type in ("text", "code_inline"):
                _clean(token, made, allowed)
            yield token


def _without_pieces(children: list[Token], made: Written, allowed: Callable[[str], bool]) -> list[Token]:
    """Return a paragraph, its words alone where marks of emphasis or links stood inside an address."""
    words = "".join("\n" if token.type in _LINES else token.content for token in children)
    text, left_out = without_addresses(words, allowed)
    if not left_out:
        return children
    made.links += left_out
    lines = (Token("text", "", 0, content=line) for line in text.split("\n"))
    return [token for line in lines for token in (Token("softbreak", "br", 0), line)][1:]


def _whole_text(tokens: Sequence[Token], made: Written, allowed: Callable[[str], bool]) -> str:
    """Return the text, looked through as a whole: marks of emphasis may have stood inside an address."""
    children = [child for token in tokens for child in token.children or ()]
    live = {str(child.attrGet("href")).rstrip(_AFTER_ADDRESS) for child in children if child.type == "link_open"}
    text, left_out = without_addresses(plain_tokens(tokens), lambda url: url in live or allowed(url))
    made.links += left_out
    return text


def _every(url: str) -> bool:
    return bool(url)


def _clean(token: Token, made: Written, allowed: Callable[[str], bool]) -> None:
    token.content, left_out = without_addresses(token.content, allowed)
    made.links += left_out


def without_addresses(text: str, allowed: Callable[[str], bool]) -> tuple[str, list[str]]:
    """Return a text without the addresses that a mail program would make links of, and those that went."""
    left_out: list[str] = []

    def kept(match: re.Match[str]) -> str:
        url = match[0].rstrip(_AFTER_ADDRESS)
        if allowed(url) or ("://" not in url and allowed(f"https://{url}")):
            return match[0]
        left_out.append(url)
        return LEFT_OUT + match[0][len(url) :]

    return (_BARE.sub(kept, text) if _MAY_HOLD_ADDRESS.search(text) else text), left_out
