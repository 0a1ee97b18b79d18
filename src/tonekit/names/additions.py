"""What people and programs put around a name: degrees, pictures, the place where somebody works."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_DEGREE = (
    r"(?:MBA|MSc|BSc|PhD|Ph\.\s?D|LL\.?M|CPA|CFA|PMP|M\.\s?(?:A|Sc|Ed)|B\.\s?(?:A|Sc|Eng)|MD|RN|Esq"
    r"|Dipl\.-(?:Ing|Kfm|Kffr|Inf|Psych|Betriebsw)|cand\.\s?\w+|Ing)\.?"
)
_BEHIND = re.compile(rf"(?:(?P<comma>\s*,\s*)|\s+){_DEGREE}$")
_FACULTY = r"(?:med|dent|vet|phil|iur|jur|rer|nat|pol|oec|agr|theol|pharm|habil|ing|h\.\s?c)\."
_BEFORE = re.compile(
    rf"(?:Dipl\.\s?-\s?(?:Ing|Kfm|Kffr|Inf|Psych|Betriebsw)\.(?:\s?\((?:FH|Univ\.?)\))?|"
    rf"(?<=Dr\. ){_FACULTY}|(?<=Dr\.)-Ing\.|Mag\.(?:\s?{_FACULTY})*|Ing\.)\s+",
    re.IGNORECASE,
)
_APART = re.compile(r"\s+([|/@•·–—-])\s+")
"""`Anna Berg | Acme`: with blanks around it; a hyphen without is a part of the name."""
_DASHES = frozenset("–—-")
_PICTURES = frozenset({"So", "Cs"})
_FIRST_PICTURE = "\u2000"
"""Signs before it, such as ¦ and ©, stand in a name only where letters were lost; the accent of O´Brien is no sign."""
_AROUND_PICTURES = re.compile("[\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")


class Parted(NamedTuple):
    """A name, and what stands behind a sign that sets it apart, or an empty text; and that sign."""

    name: str
    behind: str
    sign: str = ""

    @property
    def by_dash(self) -> bool:
        """Return whether a hyphen or a dash stands between, as in `Jean - Luc`."""
        return self.sign in _DASHES


def without_pictures(name: str) -> str:
    """Return a name without its emoji and stars."""
    if name.isascii():
        return name
    plain = "".join(" " if _is_picture(sign) else sign for sign in _AROUND_PICTURES.sub("", name))
    return " ".join(plain.split())


def _is_picture(sign: str) -> bool:
    return sign >= _FIRST_PICTURE and unicodedata.category(sign) in _PICTURES


def without_degrees(name: str) -> str:
    """Return a name without academic degrees that no greeting says: `Anna Vogt, MBA`, `Dr. med. Anna Vogt`.

    What stands behind a single word is a family name: `Ole Ing`, `Frau Ing`.
    """
    while True:
        shorter = _BEFORE.sub("", name)
        if (found := _BEHIND.search(shorter)) and (found["comma"] or " " in shorter[: found.start()]):
            shorter = shorter[: found.start()]
        if shorter == name:
            return name
        name = shorter


def parted(name: str) -> Parted:
    """Return what stands before and behind the first sign that sets an employer apart from a name."""
    before, *rest = _APART.split(name, maxsplit=1)
    sign, behind = rest or ("", "")
    return Parted(before.strip(), behind.strip(), sign)
