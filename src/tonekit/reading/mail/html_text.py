"""Convert an HTML mail into the text that its reader sees."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from html import unescape

from ...foreign_text.pasted_data import SHORTEST, without_data
from .bounded_parser import BoundedParser
from .entities import without_entities
from .hidden_elements import is_hidden
from .html_ends import with_plain_ends
from .html_rest import has_words, parsed_length, words_of_rest
from .left_out import LEFT_OUT
from .regions import QuotedRegion, Region

_TAG_NAMES = (
    "a|abbr|address|article|b|base|big|blockquote|body|br|center|code|dd|div|dl|dt|em|font|footer|form|h[1-6]|head"
    "|header|hr|html|i|img|input|label|li|link|main|meta|noscript|o:p|ol|p|pre|s|script|section|small|span|strong"
    "|style|sub|sup|table|tbody|td|tfoot|th|thead|title|tr|tt|u|ul|v:[a-z]{1,12}|w:[a-z]{1,12}"
)
_TAG = re.compile(rf"</?(?:{_TAG_NAMES})(?:\s[^<>]{{0,4000}})?/?>", re.IGNORECASE)
_STRUCTURE = re.compile(r"<(?:br\s?/?|/(?:p|div|li|td|tr|span|h[1-6]))>", re.IGNORECASE)
_GLUED_BREAK = re.compile(r"\S<br\s?/?>\S|\S<br\s?/?>\s*\n", re.IGNORECASE)
_DOCUMENT = re.compile(r"\ufeff?\s*<(?:!doctype\s+html|html|head|body|meta)\b", re.IGNORECASE)
_COMMENT = re.compile(r"[\ufeff\s]*<(?:!--(?:-?>)?+|\?xml\b|!\[(?:if|endif)\b)", re.IGNORECASE)
_FEWEST_TAGS = 3
_SAMPLE = 20_000
"""Characters: a mail that is HTML shows it in its first pages."""
MOST_SHOWN = 50_000
"""Characters that are taken out of an HTML mail, not counting pasted data: several times what is read of a message, and
more than a prompt shows of it."""

_LINES = frozenset(
    "address article aside center dd div dl dt fieldset figcaption figure footer form header main nav option section"
    " select svg table tbody textarea tfoot thead tr hr li body html".split()
)
_PARAGRAPHS = frozenset("p h1 h2 h3 h4 h5 h6 ul ol pre blockquote".split())
_DROPPED = frozenset("script style head title template".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_PLAIN_TAG = re.compile(r"<[^<>]*>")
_LONGEST_EMOJI = 10


def looks_like_html(text: str) -> bool:
    """Return whether `text` is a whole HTML mail, not a sentence that mentions a tag."""
    if "<" not in text:
        return False
    start = _behind_comments(text)
    if _DOCUMENT.match(text, start):
        return True
    sample = text[start : start + _SAMPLE].strip()
    opening = _TAG.match(sample)
    if not opening:
        return len(_GLUED_BREAK.findall(sample)) > 1
    tags = len(_TAG.findall(sample))
    closed = _STRUCTURE.search(sample) is not None
    return closed and (tags >= _FEWEST_TAGS or (tags > 1 and text.rstrip().endswith(">")))


def _behind_comments(text: str) -> int:
    """Return where a text begins behind comments and the declaration of XML: Outlook puts conditions and styles there.

    A comment may be at its end where it begins: `<!-->`.
    """
    place = 0
    while opening := _COMMENT.match(text, place):
        if opening[0].endswith(">"):
            place = opening.end()
            continue
        ending = "-->" if opening[0].endswith("--") else ">"
        end = text.find(ending, opening.end())
        if end < 0:
            break
        place = end + len(ending)
    return place


def plain_text(text: str) -> str:
    """Return `text`, an HTML mail and what is left of one as the text that its reader sees."""
    return html_to_text(text) if looks_like_html(text) else without_entities(text)


def html_to_text(html: str) -> str:
    """Return the visible text of an HTML mail; any text at all is legal.

    Blocks become lines, list items begin with `- `, quoted mail with `> `, preformatted text stands between fences of
    three backticks; links leave their text, images nothing but an emoji in their place. What stands behind the first
    `MOST_SHOWN` visible characters is left out; behind `MOST_TAGS` tags or `MOST_ATTRIBUTES` attributes words are taken
    without what their tags say, up to an element that may be hidden. The line `LEFT_OUT` stands for what follows that.
    """
    reader = _Reader()
    html, cut = with_plain_ends(html)
    length = parsed_length(html)
    try:
        with suppress(_Enough):
            reader.take(reader.parse(html[:length]) + html[length:], lost=cut)
    except (AssertionError, ValueError):
        # html.parser gives up on some broken declarations; the words are still there.
        return " ".join(unescape(_PLAIN_TAG.sub(" ", html)).split())
    return reader.text()


class _Enough(Exception):  # noqa: N818 - no error: it ends the parsing, which has no other end
    """As much has been shown as is taken out of a mail."""


class _Reader(BoundedParser):
    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = []
        self._line: list[str] = []
        self._quote, self._pre, self._dropped = QuotedRegion(), Region(), Region()
        self._held_space = False
        self._gap = False
        self._tight = False
        self._shown = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self._dropped.saw_start(tag)
        if tag == "body":
            self._dropped = Region()
        if self._dropped.open or tag in _VOID:
            self._void(tag, attributes)
        elif tag in _DROPPED or is_hidden(attributes, tag):
            self._dropped.enter(tag)
        else:
            self._open(tag, attributes)

    def handle_endtag(self, tag: str) -> None:
        dropped = self._dropped.open
        self._dropped.saw_end(tag)
        if dropped:
            return
        self._break(tag)
        if self._pre.saw_end(tag):
            self._add_line("```")
            self._gap = True
        self._quote.saw_end(tag)

    def handle_data(self, data: str) -> None:
        if self._dropped.open:
            return
        if self._pre.open:
            first, *others = data.split("\n")
            self._line.append(first)
            for other in others:
                self._end_line()
                self._line.append(other)
        else:
            self._held_space = self._held_space or "\u00a0" in data
            data = re.sub(r"[\s\u00a0]+", " ", data)
            self._line.append(data)
        self._count(data.strip())

    def take(self, html: str, *, lost: str) -> None:
        """Take the words of what is not parsed; none of what is `lost`, or may stand in a hidden element."""
        rest = words_of_rest(html, hidden=self._dropped.open)
        self._flush()
        for line in rest.lines:
            self.handle_data(line)
            self._flush()
        if not rest.whole or has_words(lost.removeprefix("<!--")):
            # No words of a quoted mail, though a quotation may be open.
            self._lines += ["", LEFT_OUT]

    def _count(self, shown: str) -> None:
        self._shown += len(without_data(shown)) if len(shown) > SHORTEST else len(shown)
        if self._shown > MOST_SHOWN:
            raise _Enough

    def text(self) -> str:
        """Return what was read so far, without blank lines at its ends or two in a row."""
        self._flush()
        kept: list[str] = []
        for line in self._lines:
            if line.strip("> ") or (kept and kept[-1].strip("> ")):
                kept.append(line)
        return "\n".join(kept).strip("\n")

    def _void(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._dropped.open:
            return
        if tag == "br":
            self._end_line()
        elif tag == "hr":
            self._flush()
        elif tag == "img" and _is_emoji(attributes.get("alt", "")) and not is_hidden(attributes):
            self._line.append(attributes["alt"])

    def _open(self, tag: str, attributes: Mapping[str, str]) -> None:
        classes = attributes.get("class", "").lower().split()
        if tag == "p":
            # Outlook writes every line as a paragraph without margin.
            self._tight = any(name.startswith("mso") for name in classes)
        self._break(tag)
        self._quote.saw_start(tag, attributes)
        self._pre.saw_start(tag)
        if tag == "pre" and not self._pre.open:
            self._pre.enter(tag)
            self._add_line("```")
        elif tag == "li":
            self._line.append("- ")
        elif tag in ("td", "th"):
            self._line.append(" ")

    def _break(self, tag: str) -> None:
        if tag in _LINES or tag in _PARAGRAPHS:
            self._flush()
        if tag in _PARAGRAPHS and not self._pre.open and not (tag == "p" and self._tight):
            self._gap = True

    def _flush(self) -> None:
        """End the line if there is one; a paragraph that holds only a hard space is a blank line."""
        if self._held_space or "".join(self._line).strip():
            self._end_line()
        elif not self._pre.open:
            self._line.clear()

    def _end_line(self) -> None:
        line = "".join(self._line)
        self._line.clear()
        self._held_space = False
        self._add_line(line.rstrip() if self._pre.open else " ".join(line.split()))

    def _add_line(self, line: str) -> None:
        quoted = self._quote.open
        if self._gap and self._lines:
            self._lines.append(">" if quoted and self._lines[-1].startswith(">") else "")
        self._gap = False
        self._lines.append(f"> {line}".rstrip() if quoted else line)


def _is_emoji(alternative: str) -> bool:
    sign = alternative.strip()
    return 0 < len(sign) <= _LONGEST_EMOJI and unicodedata.category(sign[0]) == "So"
