"""Are the links of the draft safe?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

from ..draft import Draft
from ..identifiers.identifier_forms import host_of, link_of
from .lookalikes import looks_like
from .rules import Breach, Span

_SCHEME = re.compile(
    r"(?<![\w+.-])(?:javascript|data|vbscript|file|ftp)\s{0,3}:\s{0,3}[^\s)>\]\"']{1,300}", re.IGNORECASE
)
_MOST = 40
"""Hosts that are compared by their letters; a draft with more links is none."""
_SHORTENERS = frozenset(
    "bit.ly bitly.com buff.ly cutt.ly dub.sh goo.gl is.gd lnkd.in ow.ly rb.gy rebrand.ly shorturl.at s.id t.co t.ly "
    "tiny.cc tinyurl.com v.gd".split()
)
_NAMES = frozenset({"javascript", "data", "vbscript", "file", "ftp"})
_OTHER_LETTERS = frozenset("\u0130\u0131\u017f\u212a")
"""Where case does not count, these pass for an i, an s or a k."""
_SPOKEN = re.compile(r"(?:data|file)\s{0,3}:\s{1,3}", re.IGNORECASE)
"""`data:` in a sentence is a word with a colon; only text that follows immediately makes it an address."""
_ADDRESS = re.compile(r"\b(?:https?)://[^\s<>()\[\]\"“”„«»]+", re.IGNORECASE)
_MARKDOWN = re.compile(r"\[([^\[\]\n]{1,300})\]\(\s{0,3}<?([^()\s<>]{1,2000})>?[^()\n]{0,200}\)")
_ANCHOR = re.compile(
    r"<a\s[^<>]{0,500}?href\s{0,3}=\s{0,3}[\"']?([^\"'\s<>]{1,2000})[^<>]{0,500}>([^<]{0,300})</a", re.IGNORECASE
)
_LIKE_HOST = re.compile(r"(?:https?://)?((?:[\w-]{1,63}\.){1,5}[a-z]{2,24})(?:[/:?#]\S{0,2000})?", re.IGNORECASE)
_NUMBER = "it leads to a number instead of a name"
_BARE_IP = re.compile(
    r"(?<![\w./:@-])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?::\d{1,5})?/[^\s)>\]\"']{0,300}"
)
"""An address of four numbers with a path: without one it may be the number of a version."""
_IP = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}|\d{6,12}|0x[0-9a-f]{1,8}|[0-9a-f.]*:[0-9a-f:.]*", re.IGNORECASE)


def check_links(draft: Draft) -> Iterator[Breach]:
    """Yield the links that may not lead where they seem to."""
    text = draft.text
    yield from _lookalikes(draft)
    if "/" in text and draft.words.numbered:
        yield from (_breach(match.span(), _NUMBER) for match in _BARE_IP.finditer(text))
    if ":" not in text:
        return
    if not _NAMES.isdisjoint(draft.words.letters) or not _OTHER_LETTERS.isdisjoint(text):
        for match in _SCHEME.finditer(text):
            if not _SPOKEN.match(match[0]):
                yield _breach(match.span(), "it does not lead to a web page")
    yield from _addresses(text)
    for match, shown, target in _labelled(text):
        if _leads_elsewhere(shown, target):
            yield _breach(match.span(), "its text names a different host from the one it leads to")


def _addresses(text: str) -> Iterator[Breach]:
    """Yield the addresses that are not safe as they stand."""
    for match in _ADDRESS.finditer(text) if "://" in text else ():
        link = link_of(match[0])
        if why := unsafe(link):
            yield _breach((match.start(), match.start() + len(link)), why)


def _lookalikes(draft: Draft) -> Iterator[Breach]:
    """Yield the links that were not given and hide where they lead, or whose host only looks like a given one."""
    others = [claim for claim in draft.unsupported if claim.kind == "link"]
    if others:
        given = sorted({host_of(key) for key in draft.backing.ground.keys.get("link", ())})[:_MOST]
        for claim in others[:_MOST]:
            host = host_of(claim.key)
            if host in _SHORTENERS:
                yield _breach((claim.start, claim.end), "a shortened link hides where it leads")
            elif looks_like(host, given):
                yield _breach((claim.start, claim.end), "its host looks like one that was given but is not")


def _breach(span: Span, why: str) -> Breach:
    return Breach("unsafe-link", span, {"why": why})


def _labelled(text: str) -> Iterator[tuple[re.Match[str], str, str]]:
    """Yield the links that have a text, with text and target."""
    if "](" in text:
        yield from ((match, match[1], match[2]) for match in _MARKDOWN.finditer(text))
    if "href" in text.lower():
        yield from ((match, match[2], match[1]) for match in _ANCHOR.finditer(text))


def unsafe(link: str) -> str:
    """Return why a link is unsafe, or nothing if it is safe."""
    try:
        parts = urlsplit(link)
        host = parts.hostname or ""
    except ValueError:
        return "it is not a valid address"
    if "@" in parts.netloc:
        return "what comes before the @ hides the host"
    if _IP.fullmatch(host):
        return _NUMBER
    if any(label.startswith("xn--") for label in host.split(".")) or not host.isascii():
        return "its host is written with characters that may look like others"
    if parts.scheme.lower() != "https":
        return "it is not encrypted (https)"
    return ""


def _leads_elsewhere(shown: str, target: str) -> bool:
    """Return whether the text of a link looks like an address on another host than its target."""
    seen = _LIKE_HOST.fullmatch(unicodedata.normalize("NFKC", shown.strip()))
    if not seen:
        return False
    try:
        host = urlsplit(target).hostname or ""
    except ValueError:
        return True
    return seen[1].lower().removeprefix("www.") != host.lower().removeprefix("www.")
