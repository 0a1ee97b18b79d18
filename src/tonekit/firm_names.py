"""The name of a firm with and without its legal form."""

from __future__ import annotations

import re

_LEGAL_FORM = re.compile(
    r"[ ,]+(?:GmbH(?: & Co\.? KG)?|mbH|AG|KG|OHG|GbR|UG|SE|eG|e\.\s?V\.|AB|HB|ASA?|A/S|ApS|I/S|IVS|ANS|DA|Oyj?"
    r"|Ltd\.?|Limited|Inc\.?|LLC|PLC|plc|LLP|Corp\.?|Co\.?)$"
)
"""Legal forms of the countries whose languages tonekit writes, and of their neighbours."""
_IN_ANY_LETTERS = re.compile(
    r"[ ,]+(?:gmbh(?: & co\.? kg)?|mbh|ag|kg|ohg|gbr|e\.\s?v\.|ab|asa|a/s|aps|oyj?"
    r"|ltd\.?|limited|inc\.?|llc|plc|llp|corp\.?)$",
    re.IGNORECASE,
)
"""Those that are nobody's name in small letters either: forms and imports leave `acme gmbh`."""


def without_legal_form(name: str) -> str:
    """Return the name of a firm as people say it: `Nordvik Rör AB` is Nordvik Rör."""
    said = " ".join(name.split())
    return _IN_ANY_LETTERS.sub("", _LEGAL_FORM.sub("", said))


def is_firm(name: str, company: str | None) -> bool:
    """Return whether a name is that of a firm: it has a legal form, or is the company of the same record."""
    short = without_legal_form(name)
    if short != " ".join(name.split()):
        return True
    return company is not None and short.casefold() == without_legal_form(company).casefold()
