"""The languages that have a name here, in English (a model is told "Norwegian Bokmål", not "nb"), and their codes."""

from __future__ import annotations

import re

_NAMES = {
    "af": "Afrikaans",
    "ar": "Arabic",
    "az": "Azerbaijani",
    "bg": "Bulgarian",
    "bn": "Bengali",
    "ca": "Catalan",
    "cs": "Czech",
    "cy": "Welsh",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "eu": "Basque",
    "fa": "Persian",
    "fi": "Finnish",
    "fo": "Faroese",
    "fr": "French",
    "ga": "Irish",
    "gl": "Galician",
    "gu": "Gujarati",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "ht": "Haitian Creole",
    "hu": "Hungarian",
    "id": "Indonesian",
    "is": "Icelandic",
    "it": "Italian",
    "ja": "Japanese",
    "kn": "Kannada",
    "ko": "Korean",
    "lb": "Luxembourgish",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "mk": "Macedonian",
    "ml": "Malayalam",
    "mr": "Marathi",
    "mt": "Maltese",
    "nb": "Norwegian Bokmål",
    "ne": "Nepali",
    "nl": "Dutch",
    "nn": "Norwegian Nynorsk",
    "no": "Norwegian",
    "pa": "Punjabi",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "sl": "Slovenian",
    "so": "Somali",
    "sq": "Albanian",
    "sv": "Swedish",
    "sw": "Swahili",
    "ta": "Tamil",
    "te": "Telugu",
    "th": "Thai",
    "tl": "Tagalog",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
"""Every language that the language recognition can name, by ISO 639-1 code."""
_CODES = {name.casefold(): code for code, name in _NAMES.items()}
_ALIASES = {"no": "nb", "nn": "nb", "dk": "da", "se": "sv"} | {
    three: two
    for two, several in {"en": "eng", "de": "deu ger", "sv": "swe", "nb": "nor nob nno", "da": "dan"}.items()
    for three in several.split()
}
"""Norwegian is one language; helpdesks give the country where the language is meant, or the code of ISO 639-2."""
_BEHIND_THE_CODE = re.compile(r"[-_.@,;( ]")
"""What stands before region, encoding, further languages: `de_DE.UTF-8`, `de,en;q=0.8`, `Norwegian (Bokmål)`."""


def is_language(code: str) -> bool:
    """Return whether this is the ISO 639-1 code of a language that has a name here."""
    return code in _NAMES


def english_name(code: str) -> str:
    """Return the English name of the language with this ISO 639 code; of an unknown one, words that give the code."""
    return _NAMES.get(code) or f"the language with the ISO 639 code '{code}'"


def code_named(name: str) -> str | None:
    """Return the code of the language with this English name, in whatever capitals; None if there is none."""
    return _CODES.get(name.casefold())


def language_code(locale: str | None) -> str | None:
    """Return the language of a locale (`de-AT` → `de`; `no` and `nn` → `nb`, `dk` → `da`, `se` → `sv`).

    `de_DE.UTF-8`, `de,en;q=0.8`, `deu` and `German` are de as well. None stands for what names no language that tonekit
    knows by name.
    """
    first = _BEHIND_THE_CODE.split((locale or "").strip().lower(), maxsplit=1)[0]
    code = code_named(first) or _ALIASES.get(first, first)
    code = _ALIASES.get(code, code)
    return code if is_language(code) else None
