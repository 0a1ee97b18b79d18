"""Make a model's answer safe to send: it is made of customers' words, and trusted no more than they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache
from urllib.parse import urlsplit

from markupsafe import escape

from ..answer import Answer, Removed
from ..foreign_text.fencing import FENCES, hidden_in, one_line, visible
from ..placeholders import restored, unknown_in
from ..reading.mail.html_text import looks_like_html
from ..rendering.markup.answer_markdown import AnswerMarkdown, Written, without_addresses
from ..rendering.markup.inert import header_text
from ..result import Result
from ..settings import Settings
from .html_answer import html_as_markdown

_FENCE = re.compile(rf"</?(?:{'|'.join(FENCES.values())})(?:-[0-9a-f]{{1,64}})?>", re.IGNORECASE)
_MARKERS = re.compile(
    r"<\|(?:im_start|start_header_id)\|>[ \t]*(?:assistant|user|system)\b"
    r"|<\|[\w ]{1,40}\|>|\[/?INST\]|\[/?SYSTEM_PROMPT\]|<</?SYS>>|</?s>|<(?:start|end)_of_turn>"
    r"|<(?:start|end)_header_id>"
)
"""Signs by which models tell turns apart, with the role; in an answer they are leftovers, or somebody's try."""
_SPEAKER = re.compile(r"\s*\**(?:assistant|reply|answer|antwort|svar)\**\s*:\**[ \t]*\n", re.IGNORECASE)
_HEADER = re.compile(
    r"\**(?P<name>subject|betreff|ämne|emne|from|to|cc|bcc|reply-to|content-type|mime-version|x-[\w-]{1,40})"
    r"\**[ \t]*:\**[ \t]*(?P<value>[^\n]*)(?:\n|$)",
    re.IGNORECASE,
)
_SUBJECTS = ("subject", "betreff", "ämne", "emne")
_WRAPPED = re.compile(r"```(?:markdown|md|html|text)?[ \t]*\n(?P<inner>(?:(?!```).)*)\n```", re.DOTALL | re.IGNORECASE)
_QUOTED = re.compile(r"(?:\"(?P<plain>[^\"“”]*)\"|“(?P<curved>[^\"“”]*)”)")
"""The whole answer as a quotation, as models return what they were asked to write."""
# Unicode noncharacters, which `visible` has taken out of every answer: a value must not be read as Markdown.
_OPEN, _CLOSE, _ZERO = "\ufdd7", "\ufdd8", 0xFDE0
_HELD = re.compile(f"{_OPEN}([\ufde0-\ufdef]+){_CLOSE}")
_NOT_IN_ADDRESS = re.compile(r"[\s\\<>\"'`]")
_MAILBOX = re.compile(r"mailto:[\w.+'-]{1,64}@(?P<host>[\w.-]{1,253})", re.IGNORECASE)
"""One mailbox and nothing besides: a query would bring further recipients and words, and so would a comma."""
LONGEST, LONGEST_SUBJECT = 80_000, 150


def sanitised(answer: str, result: Result, settings: Settings, *, hosts: Collection[str] = ()) -> Answer:
    """Return what a model wrote to the prompt of a result, as `sanitise` does; `hosts` may be linked to as well."""
    prompt = result.prompt
    return sanitise(
        answer,
        values=prompt.values() if prompt else None,
        links=prompt.links if prompt else (),
        hosts=(*settings.answers.hosts, *hosts),
        subject=result.reply.subject if result.reply else "",
        longest=settings.limits.max_output,
        longest_subject=settings.limits.max_subject,
    )


def sanitise(
    answer: str,
    *,
    values: Mapping[str, str] | None = None,
    links: Collection[str] = (),
    hosts: Collection[str] = (),
    subject: str = "",
    longest: int = LONGEST,
    longest_subject: int = LONGEST_SUBJECT,
) -> Answer:
    """Return a model's answer as text and HTML that can be sent; any text at all is legal.

    Markdown and HTML are read, of HTML what a mail needs. Live are only links to `links` and `hosts`; other addresses
    are left out, with `[…]` in their place. Images, scripts, mail headers, markers of roles and fences, and characters
    that nobody sees are taken out. `Answer.removed` says what went.

    Args:
        answer: what the model wrote.
        values: placeholder → what it stands for; see `Prompt.values`.
        links: addresses that may stand there; see `Prompt.links`.
        hosts: hosts that may be linked to, with their subdomains.
        subject: the subject line where the answer brings none.
        longest: characters that are read.
        longest_subject: characters of the subject line.
    """
    allowed = _Addresses({restored(link, values or {}) for link in links}, hosts)
    # What a customer wrote comes back as words: an address in it is no more trusted than any other.
    known = {name: without_addresses(one_line(value), allowed.include)[0] for name, value in (values or {}).items()}
    seen, removed = _without_leftovers(answer[:longest])
    wanted, body, headers = _without_headers(seen)
    held, kept = _held(body, known)
    made = _markdown().write(held, allowed.include, address=lambda url: _put_back(url, kept))
    line, of_line = _subject(wanted, known, allowed) if wanted else (restored(subject, known), Written())
    return Answer(
        text=_put_back(made.text, kept).strip(),
        html=_put_back(made.html, [str(escape(value)) for value in kept]),
        subject=header_text(line, longest=longest_subject),
        removed=(
            *removed,
            *headers,
            *(Removed(kind="link", text=each) for each in (*of_line.links, *made.links)),
            *(Removed(kind="image", text=each) for each in (*of_line.images, *made.images)),
        ),
        unknown=unknown_in(f"{of_line.text}\n{made.text}", known),
    )


@cache
def _markdown() -> AnswerMarkdown:
    return AnswerMarkdown()


def _without_leftovers(answer: str) -> tuple[str, list[Removed]]:
    """Return an answer as Markdown without what belongs to no letter, and what that was."""
    hidden = hidden_in(answer)
    text = visible(answer).strip()
    removed = [Removed(kind="hidden", text=f"{hidden} invisible characters")] if hidden else []
    removed += [Removed(kind="fence", text=match[0]) for match in _FENCE.finditer(text)]
    text = _FENCE.sub("", text)
    removed += [Removed(kind="marker", text=match[0]) for match in _MARKERS.finditer(text)]
    text = _MARKERS.sub("", text).strip()
    if wrapped := _WRAPPED.fullmatch(text):
        text = wrapped["inner"]
    if quoted := _QUOTED.fullmatch(text):
        text = (quoted["plain"] or quoted["curved"] or "").strip()
    if looks_like_html(text):
        text = html_as_markdown(text)
    return _SPEAKER.sub("", text, count=1) if _SPEAKER.match(text) else text, removed


def _without_headers(text: str) -> tuple[str, str, list[Removed]]:
    """Return the subject that an answer begins with, the answer without headers, and the headers."""
    subject, removed, end = "", [], 0
    while match := _HEADER.match(text, end):
        end = match.end()
        if match["name"].lower() in _SUBJECTS:
            subject = subject or match["value"].strip().strip("*").strip()
        else:
            removed.append(Removed(kind="header", text=match[0].strip()))
    return subject, text[end:], removed


def _subject(written: str, values: Mapping[str, str], allowed: _Addresses) -> tuple[str, Written]:
    """Return the subject line of an answer with values in their places, and how it was written."""
    # An encoded word may hold whatever else is taken out, in a value too.
    held, kept = _held(header_text(written, longest=LONGEST), values)
    made = _markdown().write(held, allowed.include, address=lambda url: _put_back(url, kept))
    line, left_out = without_addresses(header_text(_put_back(made.text, kept), longest=LONGEST), allowed.include)
    made.links += left_out
    return line, made


def _held(text: str, values: Mapping[str, str]) -> tuple[str, list[str]]:
    """Return a text whose placeholders are marks that Markdown takes for letters, and what each of them stands for."""
    kept: list[str] = []

    def mark(value: str) -> str:
        kept.append(value)
        return f"{_OPEN}{''.join(chr(_ZERO + int(digit, 16)) for digit in f'{len(kept) - 1:x}')}{_CLOSE}"

    return restored(text, values, shown=mark), kept


def _put_back(text: str, kept: list[str]) -> str:
    def value(match: re.Match[str]) -> str:
        return kept[int("".join(f"{ord(digit) - _ZERO:x}" for digit in match[1]), 16)]

    return _HELD.sub(value, text) if kept else text


class _Addresses:
    """What may be linked to."""

    def __init__(self, links: Collection[str], hosts: Collection[str]) -> None:
        self._links = frozenset(link.rstrip("/") for link in links)
        self._hosts = tuple(host.lower().rstrip(".") for host in hosts)

    def include(self, url: str) -> bool:
        """Return whether an address is one of the links, or leads or writes to one of the hosts."""
        if url.rstrip("/") in self._links:
            return True
        if mailbox := _MAILBOX.fullmatch(url):
            return self._is_own(mailbox["host"].lower())
        if _NOT_IN_ADDRESS.search(url):
            return False
        try:
            parts = urlsplit(url)
            host = (parts.hostname or "").lower().rstrip(".")
        except ValueError:
            return False
        return parts.scheme in ("http", "https") and "@" not in parts.netloc and self._is_own(host)

    def _is_own(self, host: str) -> bool:
        return any(host == own or host.endswith(f".{own}") for own in self._hosts)
