"""Tags of HTML inside Markdown, as models mix the two: each as the token of Markdown that means the same."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser

from markdown_it.token import Token

DROPPED = frozenset("script style head title template svg math object iframe noscript select textarea".split())
"""Elements whose words nobody sees."""
BREAKS = frozenset("p div ul ol table tr section article header footer main h1 h2 h3 h4 h5 h6 blockquote pre".split())
"""Elements that stand in lines of their own."""
EMPHASIS: Mapping[str, str] = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_BARE = frozenset("body center del font html ins mark s small span sub sup tbody td tfoot th thead u wbr".split())
"""Elements of which the words stay. `<Enter>` and `<your name>` are none: they are words themselves."""
_NAME = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
_LINES = ("softbreak", "hardbreak")
_MOST_OPEN = 50
"""Elements inside one another: a mail has a few, and what is deeper would take time that grows with its square."""


def without_html(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens of a paragraph without tags of HTML: links, images, emphasis and lines as Markdown's own.

    Elements are closed where what they stand in ends, so that the tokens stay nested.
    """
    tags = [_tag(token) for token in tokens]
    ends = {name: index for index, (closing, name) in enumerate(tags) if closing}
    paragraph = _Paragraph()
    for index, (token, (closing, name)) in enumerate(zip(tokens, tags, strict=True)):
        if token.type != "html_inline":
            paragraph.take(token)
        elif name in DROPPED:
            # What never ends is a word: of "Dear <title> Berg" nothing is to be lost.
            paragraph.drop(token, name, begins=not closing and ends.get(name, index) > index)
        elif closing:
            paragraph.close(token, name)
        else:
            paragraph.open(token, name)
    return paragraph.whole()


def _tag(token: Token) -> tuple[bool, str]:
    """Return whether a token closes an element, and the name of that; none for comments and what is not a tag."""
    match = _NAME.match(token.content) if token.type == "html_inline" else None
    return (bool(match[1]), match[2].lower()) if match else (False, "")


class _Paragraph:
    """Tokens that have been taken, and what is still open: name of an HTML element, or none of Markdown's own.

    Beside it stands the token that closes it; for Markdown's own, any token that has been written.
    """

    def __init__(self) -> None:
        self._tokens: list[Token] = []
        self._open: list[tuple[str, Token | None]] = []
        self._dropping = ""
        self._gap = False

    def take(self, token: Token) -> None:
        """Take a token of Markdown; inside a script it only keeps the nesting."""
        written = not self._dropping
        if token.nesting < 0:
            written = self._end("") is not None
        if written:
            self._write(token)
        if token.nesting > 0:
            self._open.append(("", token if written else None))

    def drop(self, token: Token, name: str, *, begins: bool) -> None:
        """Take a tag of an element whose words go."""
        if begins:
            self._dropping = self._dropping or name
        elif self._dropping == name:
            self._dropping = ""
        elif not self._dropping:
            self._write_word(token)

    def open(self, token: Token, name: str) -> None:
        """Take a tag that opens an element, or a comment."""
        if self._dropping or not name or len(self._open) > _MOST_OPEN:
            return
        if name in EMPHASIS:
            kind = "strong" if EMPHASIS[name] == "**" else "em"
            self._write(Token(f"{kind}_open", kind, 1, markup=EMPHASIS[name]))
            self._open.append((name, Token(f"{kind}_close", kind, -1, markup=EMPHASIS[name])))
        elif name == "a":
            self._write(Token("link_open", "a", 1, attrs={"href": _attributes(token).get("href") or ""}))
            self._open.append((name, Token("link_close", "a", -1)))
        elif name == "img":
            about = _attributes(token)
            self._write(Token("image", "img", 0, attrs={"src": about.get("src") or ""}, content=about.get("alt") or ""))
        elif name == "br":
            self._write(Token("hardbreak", "br", 0))
        elif name in BREAKS or name in ("li", "hr"):
            self._gap = True
            if name == "li":
                self._write(Token("text", "", 0, content="- "))
        elif name not in _BARE:
            self._write_word(token)

    def close(self, token: Token, name: str) -> None:
        """Take a tag that closes an element; where none is open inside what is open in Markdown, it closes nothing."""
        if self._dropping:
            return
        if name in EMPHASIS or name == "a":
            self._end(name)
        elif name in BREAKS or name == "li":
            self._gap = True
        elif name not in _BARE and name not in ("br", "hr", "img"):
            self._write_word(token)

    def whole(self) -> list[Token]:
        """Return the tokens, with everything closed."""
        while self._open:
            self._end(self._open[-1][0])
        return self._tokens

    def _end(self, name: str) -> Token | None:
        """Close what is open as far as the last element of this name; return its token."""
        inner = [each for each, _ in self._open[::-1]]
        reach = inner.index("") if name and "" in inner else len(inner)
        if name not in inner[: reach + 1]:
            return None
        while True:
            last, token = self._open.pop()
            if last and token:
                self._tokens.append(token)
            if last == name:
                return token

    def _write(self, token: Token) -> None:
        is_line = token.type in _LINES
        if is_line and (self._gap or not self._tokens):
            # One line ends here, however it is written.
            self._gap = bool(self._tokens)
            return
        if self._gap and self._tokens and self._tokens[-1].type not in _LINES:
            self._tokens.append(Token("hardbreak", "br", 0))
        self._gap = False
        self._tokens.append(token)

    def _write_word(self, token: Token) -> None:
        self._write(Token("text", "", 0, content=token.content))


def _attributes(token: Token) -> dict[str, str | None]:
    reader = _Attributes()
    reader.feed(token.content)
    return reader.found


class _Attributes(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str | None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as it is called
        """Take the attributes of the tag."""
        self.found = dict(attrs)
