"""Name and title of a customer as a letter can print them, whatever web forms and imports contain."""

from __future__ import annotations

import re

from ..foreign_text.letter_runs import LETTER_RUN
from ..foreign_text.mojibake import ungarbled
from ..message import Customer
from .additions import Parted, parted, without_degrees, without_pictures
from .capitals import PARTICLES, with_capitals
from .departments import is_department
from .firms import is_firm, without_legal_form

_TITLE_WORDS = (
    "herrn herr frau fru frøken fröken hr fr mrs mr ms miss mx dr professor prof familien familie familjen family"
)
_TITLE = re.compile(rf"(?:{'|'.join(_TITLE_WORDS.split())})(?:\.\s*|\s+|$)", re.IGNORECASE)
_COUPLE = re.compile(r"(?:and|und|og|och|&)\s+", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“„«»](?P<name>[^\"“”„«»]+)[\"“”«»]|'(?P<bare>[^']+)'")
"""Address books put names with a comma into quotation marks."""
_NOTED = re.compile(r"(?P<name>[^()]*[^() ]) \([^()]*\)")
"""`Kim Berg (Acme)`: what a mail program adds."""
_FILLERS = frozenset(
    "null none nan undefined unknown anonymous anonym noname unbekannt okänd ukjent ukendt name namn navn whom asdf"
    " qwerty qwertz xxx".split()
)
"""What programs and people write into a field for which they have nothing."""
_FILLING_ALONE = frozenset({"na", "n.a", "test"})
"""Fillers that are part of a real name if another word accompanies them."""
_ROLES = frozenset(
    "no-reply noreply do-not-reply donotreply info support service sales office admin administrator postmaster"
    " webmaster contact kontakt customer kunde kund user guest gast gäst gjest gæst accounts accounting"
    " accounts-payable billing buchhaltung einkauf ekonomi regnskab regnskap innkjøp indkøb inköp"
    " hr-department hr-dept hr-team hr-abteilung hr-avdelningen hr-avdelingen hr-afdelingen team phd".split()
)
"""Names of mailboxes and functions; after a title such a word is a family name, as in Herr Gast."""
_SIGNS = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f .,'’´\"&()-])+")
_ADDRESS = re.compile(r"\w\.\w\w")
"""Mail programs turn `evil.example` into a link; initials have only one letter each."""
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[-’'])*")
_INITIAL = re.compile(r"[^\W\d_]\.?")
_BEHIND_A_NAME = frozenset({"jr", "sr"})
_LEAST_LETTERS = 2
_MOST_WORDS = 7
"""Words of a name at most, particles included; more are a sentence."""


def printable_name(customer: Customer) -> Customer:
    """Return a record with its name as a greeting says it, or without a name if the field holds none.

    `"Berg, Kim"`, `kim berg`, `KIM BERG` and `Kim Berg (Acme)` all become Kim Berg; `Frau Vogt` has a title.
    Digits, addresses, fillers such as `null`, mailboxes such as `no-reply` and departments such as `Einkauf` are not
    names; degrees (`Anna Vogt, MBA`), emoji and an employer (`Anna Berg | Acme`) are left out. A firm such as
    `Acme GmbH` or `Blumenhaus Meyer` cannot be greeted by name and becomes the company of the record. After a title,
    only a legal form or the company's own name makes a firm.
    """
    title = _with_capitals(customer.title) if customer.title and _may_stand(customer.title, letters=1) else None
    if not customer.name:
        return customer if title == customer.title else customer.model_copy(update={"title": title})
    written = without_pictures(" ".join(ungarbled(customer.name).split()))
    set_apart = parted(written)
    if _are_halves(set_apart, titled=title is not None):
        written = f"{set_apart.name}-{set_apart.behind}"
    elif set_apart.behind:
        return _who_works_there(customer, set_apart)
    if title is None and _is_role(written):
        return customer.model_copy(update={"name": None})
    said, name = _taken_apart(written, customer.company, titled=title is not None)
    title = title or said
    if not _may_stand(name, letters=_LEAST_LETTERS) or (title is None and _is_desk(name)):
        return customer.model_copy(update={"name": None, "title": None})
    if _is_firm(name, customer.company, titled=title is not None):
        # Nobody wants to read "Dear Acme Ltd", but the record should still know the firm.
        company = written if name == with_capitals(written) else name
        return customer.model_copy(update={"name": None, "title": None, "company": customer.company or company})
    return customer.model_copy(update={"name": name, "title": title})


def _is_desk(name: str) -> bool:
    """Return whether a name is that of a mailbox or a department; of `Siemens AG, Einkauf` the firm is the name."""
    return _is_role(name) or (is_department(name) and not is_firm(name.partition(",")[0], None, titled=True))


def _is_role(name: str) -> bool:
    return name.casefold().replace(" ", "-") in _ROLES


def _are_halves(apart: Parted, *, titled: bool) -> bool:
    """Return whether blanks stand around the hyphen of a double name: `Jean - Luc Picard`, `Frau Meier - Müller`.

    Without a title, of two words alone the second may be an employer: `Kim - Acme`.
    """
    said, name = _without_title(apart.name)
    titled = titled or said is not None
    return (
        apart.by_dash
        and _is_person(name, words=1)
        and _is_person(apart.behind, words=1 if titled else 2)
        and not any(_is_desk(part) or is_firm(part, None) for part in (name, apart.behind))
    )


def _is_person(name: str, *, words: int) -> bool:
    """Return whether a name has that many words, all of which are written like names; one word stands for one alone."""
    parts = with_capitals(name).split()
    return (len(parts) == 1 if words == 1 else len(parts) >= words) and all(map(is_name_word, parts))


def _who_works_there(customer: Customer, apart: Parted) -> Customer:
    """Return the record of `Anna Berg | Acme GmbH`, of which the firm is the company, as of `Acme GmbH - Anna Berg`."""
    name, behind, _ = apart
    if is_firm(name, None, titled=True) and not is_firm(behind, None, titled=True):
        name, behind = behind, name
    elif _is_open(apart):
        return printable_name(customer.model_copy(update={"name": None}))
    company = customer.company or (behind if is_firm(behind, None) else None)
    return printable_name(customer.model_copy(update={"name": name, "company": company}))


def _is_open(apart: Parted) -> bool:
    """Return whether either part may be whom to greet: `Acme | Kim Berg`, `Anna Vogt / Max Vogt`."""
    either = len(apart.name.split()) == 1 or apart.sign == "/"
    return either and _is_person(apart.behind, words=2) and not (_is_desk(apart.behind) or is_firm(apart.behind, None))


def is_name_word(word: str) -> bool:
    """Return whether a word is written like a name: it starts with a capital and ends in lower case, unlike `GmbH`."""
    return bool(_NAME_WORD.fullmatch(word)) and word[0].isupper() and word[-1].islower()


def _with_capitals(title: str) -> str:
    """Return a title with the right capitals; `hr.` and `fru` are correct in lower case, `frau` is not."""
    return with_capitals(title) if title.isupper() or title.lower().startswith("frau") else title


def _taken_apart(name: str, company: str | None, *, titled: bool) -> tuple[str | None, str]:
    """Return the titles in a name field, and the name; the name of a firm is left as it is."""
    titles: str | None = None
    if is_firm(name, company, titled=True):
        # A legal form is recognised by its original capitals, and may follow brackets.
        return None, name
    taken = with_capitals(name)
    while not _is_firm(name := _bare(taken), company, titled=titled or titles is not None):
        said, rest = _without_title(_turned(without_degrees(name)))
        titles = titles or said
        if rest == taken:
            break
        # What was inside quotation marks or after a title is examined as if it were the whole name.
        taken = rest
    return titles, name


def _is_firm(name: str, company: str | None, *, titled: bool) -> bool:
    """Return whether a name, or the part before its comma, is that of a firm: `Blumenhaus Meyer, Köln`."""
    if is_firm(name, company, titled=True):
        return True
    before = name.partition(",")[0]
    return not titled and _without_title(before)[0] is None and is_firm(before, company)


def _bare(name: str) -> str:
    """Return a name without quotation marks around it or a note after it."""
    if quoted := _QUOTED.fullmatch(name):
        return (quoted["name"] or quoted["bare"]).strip()
    noted = _NOTED.fullmatch(name)
    return noted["name"] if noted else name


def _turned(name: str) -> str:
    """Return `Berg, Kim` as `Kim Berg`, and whatever is not a family name before a first name as it is."""
    last, _, first = (part.strip() for part in name.partition(","))
    given, comma, behind = (part.strip() for part in first.rpartition(","))
    if comma and _without_title(behind) == (behind, ""):
        # Of "Berg, Kim, Dr.", as registers write it.
        first = f"{behind} {given}"
    if not (last and first) or first.lower().rstrip(".") in _BEHIND_A_NAME:
        return name
    words = [*last.split(), *_without_title(first)[1].split()]
    return f"{first} {last}" if all(_is_part(word, capitals=name.isupper()) for word in words) else name


def _is_part(word: str, *, capitals: bool) -> bool:
    if word in PARTICLES or (_INITIAL.fullmatch(word) and word[0].isupper()):
        return True
    return is_name_word(word) or (capitals and bool(_NAME_WORD.fullmatch(word)))


def _without_title(name: str) -> tuple[str | None, str]:
    """Return the titles before a name, in the form that a greeting uses, and the name."""
    titles: list[str] = []
    start = 0
    while found := _TITLE.match(name, start):
        title = found[0].strip()
        # From "An Herrn Vogt", as envelopes say.
        titles.append("Herr" if title.lower() == "herrn" else title)
        start = found.end()
        # "Mr. and Mrs. Smith" is one title, that of a couple.
        if (joint := _COUPLE.match(name, start)) and _TITLE.match(name, joint.end()):
            titles.append(joint[0].strip())
            start = joint.end()
    return " ".join(titles) or None, name[start:]


def _may_stand(text: str, *, letters: int) -> bool:
    """Return whether a text can be a name or a title."""
    bare = without_legal_form(text)
    words = LETTER_RUN.findall(bare.casefold())
    return (
        sum(map(len, words)) >= letters
        and len(words) <= _MOST_WORDS
        and bool(_SIGNS.fullmatch(bare))
        and not _ADDRESS.search(bare)
        and _FILLERS.isdisjoint(words)
        and bare.casefold().rstrip(".") not in _FILLING_ALONE
    )
