"""What people and programs put around a name: degrees, pictures, the place where somebody works."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_DEGREE = (
    r"(?:MBA|MSc|BSc|PhD|Ph\.\s?D|LL\.?M|CPA|CFA|PMP|M\.\s?(?:A|Sc|Ed)|B\.\s?(?:A|Sc|Eng)|MD|RN|Esq"
    r"|Dipl\.-(?:Ing|Kfm|Kffr|Inf|Psych|Betriebsw)|cand\.\s?\w+|Ing)\.?"
)
_BEHIND = re.compile(rf"(?:\s*,\s*|\s+){_DEGREE}$")
_BEFORE = re.compile(
    r"(?:Dipl\.\s?-\s?(?:Ing|Kfm|Kffr|Inf|Psych|Betriebsw)\.|Mag\.|Ing\.|(?<=Dr\. )(?:med|phil|jur|rer|nat|ing)\.)\s+",
    re.IGNORECASE,
)
_APART = re.compile(r"\s+(?:[|/@•·]|[-–—])\s+")
"""`Anna Berg | Acme`: with blanks around it; a hyphen without is a part of the name."""
_PICTURES = frozenset({"So", "Sk", "Cs"})
_AROUND_PICTURES = re.compile("[\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")


class Parted(NamedTuple):
    """A name, and what stands behind a sign that sets it apart, or an empty text."""

    name: str
    behind: str


def without_pictures(name: str) -> str:
    """Return a name without its emoji and stars."""
    if name.isascii():
        return name
    plain = "".join(" " if unicodedata.category(sign) in _PICTURES else sign for sign in _AROUND_PICTURES.sub("", name))
    return " ".join(plain.split())


def without_degrees(name: str) -> str:
    """Return a name without academic degrees that no greeting says: `Anna Vogt, MBA`, `Dr. med. Anna Vogt`."""
    while (shorter := _BEHIND.sub("", _BEFORE.sub("", name))) != name:
        name = shorter
    return name


def parted(name: str) -> Parted:
    """Return what stands before and behind the first sign that sets an employer apart from a name."""
    before, *behind = _APART.split(name, maxsplit=1)
    return Parted(before.strip(), behind[0].strip() if behind else "")
