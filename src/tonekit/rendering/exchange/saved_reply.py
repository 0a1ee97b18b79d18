"""A saved reply of a helpdesk, by whatever name it goes there, and the reply that it becomes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count

from ..contracts.told_facts import path_in_words
from .html_markdown import html_to_markdown
from .imported_inputs import ImportedInputs
from .imported_template import ImportedTemplate, contract_text, template_id
from .template_spelling import input_name, literal_text

_LOOKS_LIKE_HTML = re.compile(r"<(?:br|p|div|b|strong|i|em|a|ul|ol|li|span|h[1-6]|table|pre|img)\b", re.IGNORECASE)
_PICTURE = re.compile(r"<img\b", re.IGNORECASE)
_IN_DOUBLE_BRACES = re.compile(r"( ?)\{\{([^{}]*)\}\}")
_LOGIC = re.compile(r"\{%[^{}%]*%\}")
_FALLBACK = re.compile(r"""\s*(?:fallback|default)\s*:\s*(["'“”‘’])(.*?)["'“”‘’]\s*""")


@dataclass(frozen=True, slots=True)
class Helpdesk:
    """How a helpdesk writes what changes from customer to customer.

    Attributes:
        name: what it is called.
        kind: what it calls its saved replies, one of them, such as `macro`.
        known: its variables that are inputs which tonekit fills by itself → the input.
        variable: finds a variable; its groups are the space before it and what stands inside.
        by_hand: how the variables begin whose text has to be put in by hand.
    """

    name: str
    kind: str
    known: Mapping[str, str]
    variable: re.Pattern[str] = _IN_DOUBLE_BRACES
    by_hand: str = ""


@dataclass(frozen=True, slots=True)
class SavedReply:
    """One saved reply.

    Attributes:
        title: what the team calls it.
        content: its words, as HTML or as plain text; without any it is no reply.
        about: what else is said of it, a sentence.
        notes: what was not carried over.
        subject: the subject that it sets, or an empty text.
    """

    title: str
    content: str
    about: str = ""
    notes: tuple[str, ...] = ()
    subject: str = ""


def replies_of(saved: Iterable[SavedReply], helpdesk: Helpdesk, *, language: str) -> Iterator[ImportedTemplate]:
    """Yield a reply for each saved reply that has words; of the others, only the note that they were left out.

    Args:
        saved: the saved replies.
        helpdesk: where they come from.
        language: code of the language that they are written in.
    """
    taken: set[str] = set()
    for each in saved:
        if not each.content.strip():
            left_out = f"the {helpdesk.kind} “{each.title}” has no text for the customer, so it was left out"
            yield ImportedTemplate("", {}, (left_out,))
            continue
        first = template_id(each.title)
        name = next(name for name in chain([first], (f"{first}_{number}" for number in count(2))) if name not in taken)
        taken.add(name)
        yield _reply(each, name, helpdesk, language)


def _reply(saved: SavedReply, name: str, helpdesk: Helpdesk, language: str) -> ImportedTemplate:
    writer = _Writer(helpdesk)
    body = writer.body(saved.content)
    kind = f"{helpdesk.kind[0].upper()}{helpdesk.kind[1:]}"
    contract = {
        "id": name,
        "kind": "reply",
        "about": f"{kind} “{saved.title}”.{f' {saved.about}' if saved.about else ''}",
        "source_language": language,
        # People chose it by its name, and it says nothing of when else it would fit.
        "by_name": True,
        "subject": {language: writer.subject(saved) or name},
        "inputs": writer.inputs.declared,
    }
    files = {"template.yaml": contract_text(contract), f"{language}.md.j2": body}
    return ImportedTemplate(f"replies/{name}", files, (*dict.fromkeys(writer.notes), *saved.notes))


class _Writer:
    """Writes one reply, and keeps the inputs that it uses and the notes on it."""

    def __init__(self, helpdesk: Helpdesk) -> None:
        self.inputs = ImportedInputs()
        self.notes: list[str] = []
        self._helpdesk = helpdesk

    def body(self, content: str) -> str:
        """Return the body."""
        text = html_to_markdown(content) if _LOOKS_LIKE_HTML.search(content) else content
        if _PICTURE.search(content):
            self.notes.append("a picture was left out; replies hold text only")
        lines = self._filled(text).replace("\r\n", "\n").strip().split("\n")
        return "\n".join(line.rstrip() for line in lines) + "\n"

    def subject(self, saved: SavedReply) -> str:
        """Return the subject: what a team calls its replies among itself is none where the customer has given one."""
        if saved.subject:
            return self._filled(saved.subject)
        name = self.inputs.declare("message.subject", max=90)
        return f"{{% if {name} %}}Re: {{{{ {name} }}}}{{% else %}}{literal_text(saved.title)}{{% endif %}}"

    def _filled(self, text: str) -> str:
        """Return a text with our variables for those of the helpdesk."""
        pieces: list[str] = []
        end = 0
        for match in self._helpdesk.variable.finditer(text):
            pieces.append(self._literal(text[end : match.start()]))
            pieces.append(self._variable(match[1], match[2].strip(), match[0].strip()))
            end = match.end()
        return "".join((*pieces, self._literal(text[end:])))

    def _literal(self, text: str) -> str:
        """Return text as it is; conditions of the helpdesk are marked, so that lint names what is to be done."""
        remedy = "was not carried over; it is marked TODO in the text, so write it anew or take it out"
        self.notes += [f"{found} {remedy}" for found in _LOGIC.findall(text)]
        return literal_text(_LOGIC.sub(r"TODO: \g<0>", text))

    def _variable(self, space: str, inside: str, written: str) -> str:
        """Return what prints a variable; one that may be missing takes the space before it along."""
        raw, _, filters = (part.strip() for part in inside.partition("|"))
        if self._helpdesk.by_hand and raw.startswith(self._helpdesk.by_hand):
            self.notes.append(f"{written} is a text kept in {self._helpdesk.name}; put it there, where TODO stands")
            return f"{space}TODO: {literal_text(written)}"
        fallback = _FALLBACK.fullmatch(filters)
        if filters and not fallback:
            self.notes.append(f"what {written} does to its value was not carried over: {filters}")
        if known := self._helpdesk.known.get(raw):
            otherwise = f"{space}{literal_text(fallback[2])}" if fallback and fallback[2] else ""
            return self._filled_by_itself(known, space, written, otherwise)
        return f"{space}{{{{ {self._fact(raw, written)} }}}}"

    def _filled_by_itself(self, known: str, space: str, written: str, otherwise: str) -> str:
        name = self.inputs.declare(known, max=90)
        if known == "customer.name":
            self.notes.append(f"{written} is now customer.name, the name as your helpdesk stores it")
        other = f"{{% else %}}{otherwise}" if otherwise else ""
        return f"{{% if {name} %}}{space}{{{{ {name} }}}}{other}{{% endif %}}"

    def _fact(self, raw: str, written: str) -> str:
        """Return the input that a variable becomes of which only the caller knows the value."""
        label = path_in_words(input_name(raw)).capitalize()
        about = f"{written} in {self._helpdesk.name}"
        name = self.inputs.declare(raw, trust="agent", required=True, label=label, about=about)
        self.notes.append(f"{written} is now the input '{name}'; pass it as a fact")
        return name
