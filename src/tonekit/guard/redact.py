"""Replace personal data by placeholders before a text goes to a model or into a log."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..message import Customer
from ..placeholders import LITERAL, placeholder, placeholders_in, restored
from ..prompt import Replaced
from .identifiers.entities import unescaped
from .identifiers.identity_numbers import IdentityNumbers
from .identifiers.licence_plates import LicencePlates
from .identifiers.network_addresses import EmailAddresses, IpAddresses
from .identifiers.page import Found, Page, Recogniser
from .identifiers.payment_numbers import CardNumbers, Ibans
from .identifiers.phone_numbers import PhoneNumbers
from .identifiers.record_names import RecordNames

SHIPPED: tuple[Recogniser, ...] = (
    EmailAddresses(),
    Ibans(),
    CardNumbers(),
    IdentityNumbers(),
    PhoneNumbers(),
    IpAddresses(),
    LicencePlates(),
)
"""The order decides where two find the same digits: what is told more surely comes first."""
KINDS = tuple("email iban card identity_number phone ip_address licence_plate name company customer_number".split())
"""What is replaced; patterns of `tonekit.yaml` and recognisers of one's own bring further kinds."""
_MOST_KNOWN = 64
_SHORTEST_KNOWN = 5
"""Signs of a text that is replaced again wherever it stands, once it has been found somewhere."""
_NO_WORD = "\0"
"""What stands for a bracket where the bounds of words are looked at."""


@dataclass(frozen=True, slots=True)
class Redaction:
    """A text without what identifies a person.

    Attributes:
        text: the text with placeholders.
        replaced: what was replaced, in order; without the values.
        values: placeholder → what it stands for. This is personal data: do not log it.
    """

    text: str
    replaced: tuple[Replaced, ...]
    values: Mapping[str, str] = field(repr=False)

    def restore(self, answer: str) -> str:
        """Return a text with what its placeholders stand for."""
        return restored(answer, self.values)


class Vault:
    """One numbering for several texts: the same value gets the same placeholder in all of them.

    Attributes:
        values: placeholder → what it stands for.
    """

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self._placeholders: dict[tuple[str, str], str] = {}
        self._counts: dict[str, int] = {}

    def placeholder(self, kind: str, value: str) -> str:
        """Return the placeholder of a value."""
        found = self._placeholders.get((kind, value))
        if found is None:
            number = self._counts[kind] = self._counts.get(kind, 0) + 1
            found = self._placeholders[kind, value] = placeholder(kind, number)
            self.values[found] = value
        return found

    def kinds(self) -> frozenset[str]:
        """Return the kinds that a text may be restored from."""
        return frozenset((*KINDS, LITERAL, *self._counts))

    def known(self) -> list[tuple[str, str]]:
        """Return kind and value of what is looked for in every text: what was found first, and is not short."""
        found = [pair for pair in self._placeholders if len(pair[1]) >= _SHORTEST_KNOWN and pair[0] != LITERAL]
        return found[:_MOST_KNOWN]


class Redactor:
    """Replaces identifiers by placeholders. Safe to share between threads.

    Args:
        more: recognisers of one's own, such as `presidio.PresidioRecogniser`; they come before the shipped ones.
        leave: kinds that stay as they are.
        keep: texts that stay as they are, such as your own support address.
    """

    def __init__(self, *, more: Sequence[Recogniser] = (), leave: Iterable[str] = (), keep: Iterable[str] = ()) -> None:
        self._recognisers = (*more, *SHIPPED)
        self._leave = frozenset(leave)
        self._keep = frozenset(text.casefold() for text in keep)

    def redact(
        self,
        text: str,
        *,
        customer: Customer | None = None,
        senders: Iterable[str] = (),
        language: str = "und",
    ) -> Redaction:
        """Return a text with placeholders.

        Args:
            text: any text; offsets of the report point into it.
            customer: a record whose names are replaced as well.
            senders: further names, such as those in the sender lines of a thread.
            language: of the text, for recognisers that look at it.
        """
        return self.redact_parts({"": text}, names=RecordNames(customer, senders), language=language)[""]

    def redact_parts(
        self,
        parts: Mapping[str, str],
        *,
        names: RecordNames,
        language: str,
        vault: Vault | None = None,
        told: Container[str] = (),
    ) -> dict[str, Redaction]:
        """Return several texts with placeholders, by the same names, in one numbering.

        What is found in one of them is found in all: a number that only one text announces. In those called `told`,
        pieces of the others, nothing but names is looked for besides: what stood around a number decided there.
        """
        held = Vault() if vault is None else vault
        pages = {name: Page(text, language=language) for name, text in parts.items()}
        found = {
            name: self._found(page, (names,) if name in told else (*self._recognisers, names))
            for name, page in pages.items()
        }
        for name, page in pages.items():
            for each in found[name]:
                held.placeholder(each.kind, page.text[each.start : each.end])
        return {name: _replaced(name, page.text, found[name], held) for name, page in pages.items()}

    def _found(self, page: Page, recognisers: Iterable[Recogniser]) -> list[Found]:
        """Return what is to be replaced in a text, in order, without overlaps."""
        read = unescaped(page.text)
        if read is not None:
            page = Page(read.text, language=page.language)
        each_finds = [each.find(page) for each in recognisers]
        ranked = [(rank, each) for rank, found in enumerate(each_finds) for each in found if self._goes(each, page)]
        apart = list(_apart(ranked)) if ranked else []
        return [read.written(each) for each in apart if each.start < each.end] if read else apart

    def _goes(self, found: Found, page: Page) -> bool:
        return found.kind not in self._leave and page.text[found.start : found.end].casefold() not in self._keep


def _replaced(name: str, text: str, found: Sequence[Found], vault: Vault) -> Redaction:
    """Return a text with placeholders for what was found, and for what was found elsewhere."""
    if not (found or vault.values or placeholders_in(text, vault.kinds())):
        return Redaction(text, (), vault.values)
    pieces: list[str] = []
    report: list[Replaced] = []
    end = 0
    again = list(_again(text, vault.known()))
    literal = _literal(text, [*found, *again], vault.kinds())
    for each in _apart((rank, each) for rank, several in enumerate((found, again, literal)) for each in several):
        start = _before_backslashes(text, each.start, end)
        sign = vault.placeholder(each.kind, text[start : each.end])
        pieces += [text[end:start], sign]
        report.append(Replaced(kind=each.kind, placeholder=sign, part=name, start=start, end=each.end))
        end = each.end
    return Redaction("".join([*pieces, text[end:]]), tuple(report), vault.values)


def _literal(text: str, replaced: Iterable[Found], kinds: Container[str]) -> Iterator[Found]:
    """Yield what reads as a placeholder in a text, or will when a bracket stands where a word beside it stood."""
    pieces: list[str] = []
    end = 0
    for each in sorted(replaced, key=lambda found: found.start):
        pieces += [text[end : each.start], _NO_WORD * (each.end - max(each.start, end))]
        end = max(end, each.end)
    beside = placeholders_in("".join([*pieces, text[end:]]), kinds) if pieces else []
    yield from (Found(LITERAL, *place) for place in sorted({*placeholders_in(text, kinds), *beside}))


def _before_backslashes(text: str, start: int, least: int) -> int:
    """Return where the backslashes before a place begin: before a placeholder one would be read as part of it."""
    while start > least and text[start - 1] == "\\":
        start -= 1
    return start


def _apart(ranked: Iterable[tuple[int, Found]]) -> Iterator[Found]:
    """Yield what was found in order; what overlaps is one stretch, of the kind that is told most surely."""
    kept: tuple[int, Found] | None = None
    for rank, found in sorted(ranked, key=lambda each: (each[1].start, each[0], -each[1].end)):
        if kept is None:
            kept = rank, found
        elif found.start >= kept[1].end:
            yield kept[1]
            kept = rank, found
        else:
            surer = min(kept, (rank, found), key=lambda each: each[0])
            kept = surer[0], Found(surer[1].kind, kept[1].start, max(kept[1].end, found.end))
    if kept:
        yield kept[1]


def _again(text: str, known: Sequence[tuple[str, str]]) -> Iterator[Found]:
    """Yield the places where a known value stands as a word of its own."""
    for kind, value in known:
        start = text.find(value)
        while start >= 0:
            end = start + len(value)
            if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
                yield Found(kind, start, end)
            start = text.find(value, end)
