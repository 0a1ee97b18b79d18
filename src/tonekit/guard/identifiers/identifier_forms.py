"""Links, addresses and numbers that name somebody or something: found by their form and their check digits."""

from __future__ import annotations

import re

from .check_digits import luhn, mod_97

LINK = re.compile(r"(?:\bhttps?://|\bwww\.)[^\s<>()\[\]{}\"“”„«»\x00]+", re.IGNORECASE)
BARE_LINK = re.compile(
    r"(?<![\w@.,/-])(?:[^\W_][\w-]{1,62}\.){1,4}"
    r"(?:com|org|net|info|io|app|shop|online|store|eu|no|se|dk|de|at|ch|fi|nu|is|ie|uk|us|example)(?![\w@-]|\.\w)"
    r"(?:/[^\s<>()\[\]{}\"“”„«»\x00]*)?"
)
"""A host, and what follows it, without https:// or www: instagram.com/x."""
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,5}")
IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")
CARD = re.compile(r"\d(?<![\w.-]\d)(?:[ -]?\d){12,18}(?![\w-])")
# These two begin with a sign that few words hold, and look back from there: so the search skips to it.
PHONE = re.compile(
    r"[+\d](?<![\w.,/+-].)(?:(?:(?<=\+)|(?<=0)0)\d(?:[ ()/.-]{0,2}\d){6,13}|(?<=0)\d(?:[ ()/-]{0,2}\d){6,11}"
    r"|(?<=\d)\d(?: \d{2}){3}|(?<=\d)\d{2} \d{2} \d{3})(?![\w/-])"
)
FOURS = re.compile(r"[2-9](?<![\w.,/+-].)\d{3} \d{4}(?![\w/-]|[.,]\d| \d)")
"""Two groups of four digits, which Danes write for a phone number, and others for two numbers or years."""
REFERENCE = re.compile(
    r"[#A-Z\d](?<![\w/.@-].)(?:(?:(?<=#)[A-Z]|(?<=[A-Z]))[A-Z]{0,5}[-/]?\d{2,}[A-Z0-9/-]*"
    r"|(?:(?<=#)\d|(?<=\d))\d{4,}|(?<=\d)\d+-\d{2,}(?:-\d{2,})?)(?![\w@]|[.,]\d)"
)
_GROUPED_CARD = re.compile(r"\d{4}(?:([ -])\d{4})(?:\1\d{4}){2}")
_GROUPED_IBAN = re.compile(r"[A-Z]{2}\d{2}(?: \d{4}){3,6}\b")
_NAME_PARTS = re.compile(r"[._-]")
_ROLES = frozenset(
    "api it hr team support info help hilfe hjelp hjælp service kunden kunde kund kundservice kundeservice"
    " kundenservice customer customers care sales salg vertrieb billing buchhaltung orders order ordre bestellung"
    " office kontakt contact no reply noreply returns retur press jobs webhook webhooks status tech dev".split()
)
"""Words of mailboxes that are nobody's own."""
_FULL_NAME = re.compile(r"[^\W\d_]{2,}[._-][^\W\d_]{2,}@")
_PRIVATE = re.compile(
    r"@(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|icloud|me|aol|gmx|web|t-online|freenet|mail|post|proton|"
    r"protonmail|online|telia|bredband|comhem|spray|broadpark|hotmail|jubii|ofir)\.\w"
)
"""Hosts at which private people have their mailboxes."""
_TAIL = ".,;:!?'’…*_"
_NOT_SIGNS = re.compile(r"[\W_]")
SAME_PHONE = 7
"""How many last digits make two phone numbers the same: +47 62 55 01 55 is 62550155."""


def may_have_link(text: str) -> bool:
    """Return whether a link may stand in a text: a quick look, which takes capitals for other signs."""
    return "://" in text or "www." in text


def link_of(found: str) -> str:
    """Return a link without the punctuation of the sentence around it."""
    return found.rstrip(_TAIL)


def link_key(link: str) -> str:
    """Return a link in the form that is compared: host in lower case, no scheme, no www and no closing slash."""
    host, slash, path = link.rpartition("://")[2].partition("/")
    return f"{host.lower().removeprefix('www.')}{slash}{path}".rstrip("/")


def host_of(key: str) -> str:
    """Return the host of a link in the form that is compared."""
    return key.partition("/")[0]


def bare(text: str) -> str:
    """Return the letters and digits of an identifier, the form in which it is compared."""
    return _NOT_SIGNS.sub("", text).upper()


def phone_key(text: str) -> str:
    """Return the last digits of a phone number, by which two are recognised as the same."""
    return re.sub(r"\D", "", text)[-SAME_PHONE:]


def reads_as_iban(text: str) -> bool:
    """Return whether a text has the check digits of an IBAN, or stands in groups as one does, made up or not."""
    plain = bare(text)
    return (plain.isascii() and mod_97(plain)) or bool(_GROUPED_IBAN.match(text))


def reads_as_card(text: str) -> bool:
    """Return whether a text is a card number, or stands as four groups of four digits; zeros alone are none."""
    digits = "".join(sign for sign in text if sign.isascii() and sign.isdigit())
    return (len(set(digits)) > 1 and luhn(digits)) or bool(_GROUPED_CARD.fullmatch(text))


def is_personal(mail: str) -> bool:
    """Return whether a mail address is a person's by its form: first and last name, or a host for private mail."""
    named = _FULL_NAME.match(mail) and _ROLES.isdisjoint(_NAME_PARTS.split(mail.partition("@")[0].lower()))
    return bool(named or _PRIVATE.search(mail))
