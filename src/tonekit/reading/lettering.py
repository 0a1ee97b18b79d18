"""Letters that telephones and font keyboards write instead of plain ones, each with the one that it is read as.

Unicode Standard, chapters 7 (letterlike forms) and 23, and UTS 39 (confusables) for the letters of other scripts.
"""

from __future__ import annotations

import re
import unicodedata

from ..foreign_text.letter_runs import LETTER_RUN

_FORMS = (
    (0x1D2C, 0x1D6A),  # raised and lowered letters
    (0x2070, 0x209C),
    (0x210A, 0x2134),  # letterlike symbols
    (0x2460, 0x24E9),  # letters in circles
    (0xFF01, 0xFF5E),  # fullwidth forms
    (0x1D400, 0x1D7FF),  # mathematical letters: bold, script, double-struck and the like
    (0x1F130, 0x1F149),  # letters in squares
)
"""First and last code point of blocks in which single signs stand for plain letters."""
_FIRST_FIGURES = 0xFF01
"""From here on figures are read too; before it they are powers, indexes and numbers of a list."""
_PICTURES = frozenset("\u2122\u2139\u24c2")
"""Signs among them that are emoji."""
_DARK = (0x1F150, 0x1F170)
"""Where the white letters in black circles and in black squares begin; Unicode does not say that they are letters."""
_BLOOD_AND_PARKING = frozenset("ABOP")
"""Letters in black squares that are emoji."""
_SMALL_CAPITALS = dict(
    zip(
        "\u1d00\u0299\u1d04\u1d05\u1d07\ua730\u0262\u029c\u026a\u1d0a\u1d0b\u029f"
        "\u1d0d\u0274\u1d0f\u1d18\u0280\ua731\u1d1b\u1d1c\u1d20\u1d21\u028f\u1d22",
        "abcdefghijklmnoprstuvwyz",
        strict=True,
    )
)
_LOOK_ALIKE = str.maketrans(
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405"
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u043a\u043c\u0442\u04bb\u0501\u051b\u051d"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u03b9\u03ba\u03bd",
    "ABEKMHOPCTYXIJSaeopcyxijskmthdqwABEZHIKMNOPTYXoikv",
)
"""Cyrillic and Greek letters that look like Latin ones."""


def _plain_forms() -> dict[int, str]:
    forms = {ord(sign): plain for sign, plain in _SMALL_CAPITALS.items()}
    for first, last in _FORMS:
        for code in range(first, last + 1):
            plain = unicodedata.normalize("NFKC", chr(code))
            told = plain.isalpha() or code >= _FIRST_FIGURES
            if len(plain) == 1 and plain.isascii() and told and chr(code) not in _PICTURES:
                forms[code] = plain
    for number in range(26):
        letter = chr(ord("A") + number)
        forms[_DARK[0] + number] = letter
        if letter not in _BLOOD_AND_PARKING:
            forms[_DARK[1] + number] = letter
    return forms


PLAIN_FORMS = _plain_forms()
"""Code point → the plain letter, figure or sign; one for one, so that every character stays in its place."""
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_OTHER = re.compile("[\u0370-\u052f]")
"""A letter of the Greek or Cyrillic block."""


def without_look_alikes(text: str) -> str:
    """Return `text` with Latin letters for those of other scripts that look like them, in words that hold both.

    A word wholly in another script stays what it is, unless no letter in all of the text is of that script for sure.
    """
    if text.isascii() or not _OTHER.search(text):
        return text
    disguised = _LATIN.search(text) is not None and all(ord(letter) in _LOOK_ALIKE for letter in _OTHER.findall(text))

    def latin(word: re.Match[str]) -> str:
        return word[0].translate(_LOOK_ALIKE) if disguised or _LATIN.search(word[0]) else word[0]

    return LETTER_RUN.sub(latin, text)
