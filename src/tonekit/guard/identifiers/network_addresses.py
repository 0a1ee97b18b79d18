"""E-mail addresses and IP addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import IPv6Address

from .page import Found, Page

_EMAIL = re.compile(r"(?<![\w.+%-])[\w+%'-][\w.+%'-]{0,63}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w-])")
_OCTET = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_V4 = re.compile(rf"(?<![\w.-])(?:{_OCTET}\.){{3}}{_OCTET}(?![\w-]|\.\w)")
_THREE_DOTS = re.compile(r"\d\.\d{1,3}\.\d{1,3}\.\d")
_V6 = re.compile(
    r"(?<![\w:.])(?=[0-9A-Fa-f:.]*\d)(?:[0-9A-Fa-f]{0,4}:){2,7}(?:[0-9A-Fa-f]{1,4}|(?:\d{1,3}\.){3}\d{1,3})?(?![\w:])"
)


class EmailAddresses:
    """Finds e-mail addresses as mail programs write them (RFC 5321, with letters of any script)."""

    def find(self, page: Page, /) -> Iterator[Found]:
        """Yield the addresses."""
        if "@" in page.text:
            yield from (Found("email", *match.span()) for match in _EMAIL.finditer(page.text))


class IpAddresses:
    """Finds IP addresses: four octets that no word before them calls a version, and what IPv6 allows."""

    def find(self, page: Page, /) -> Iterator[Found]:
        """Yield the addresses."""
        if not page.has_digits:
            return
        if _THREE_DOTS.search(page.text):
            for match in _V4.finditer(page.text):
                if not page.belied(match.start()):
                    yield Found("ip_address", *match.span())
        if "::" in page.text or page.text.count(":") >= 7:  # noqa: PLR2004 - eight groups
            for match in _V6.finditer(page.text):
                if _is_v6(match[0]):
                    yield Found("ip_address", *match.span())


def _is_v6(text: str) -> bool:
    try:
        IPv6Address(text)
    except ValueError:
        return False
    return True
