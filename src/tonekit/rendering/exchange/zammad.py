"""Text modules of Zammad, exported as CSV from its administration: each becomes a reply."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path

from ...errors import DataFileError
from ..contracts.told_facts import path_in_words
from .html_markdown import html_to_markdown
from .imported_inputs import ImportedInputs
from .imported_template import ImportedTemplate, contract_text, template_id
from .input_names import input_name
from .literal_text import literal_text

_VARIABLE = re.compile(r"( ?)#\{([^{}]*)\}")
_KNOWN_VARIABLES = {
    "ticket.customer.firstname": "customer.name",
    "ticket.customer.lastname": "customer.name",
    "ticket.customer.fullname": "customer.name",
    "ticket.customer.organization.name": "customer.company",
    "ticket.organization.name": "customer.company",
    "ticket.title": "message.subject",
}
_OFF = ("false", "0", "no")
_LOOKS_LIKE_HTML = re.compile(r"<(?:br|p|div|b|strong|i|em|a|ul|ol|li|span|h[1-6]|table|pre|img)\b", re.IGNORECASE)
_PICTURE = re.compile(r"<img\b", re.IGNORECASE)


def read_zammad(text: str, path: Path, *, language: str) -> Iterator[ImportedTemplate]:
    """Yield a reply for each text module.

    Args:
        text: the CSV.
        path: its file, for error messages.
        language: code of the language that the modules are written in; the export does not say.

    Raises:
        DataFileError: the columns `name` and `content` are missing.
    """
    table = text.lstrip("\ufeff")
    header = table.partition("\n")[0]
    rows = csv.DictReader(StringIO(table), delimiter=max(",;\t", key=header.count))
    if not {"name", "content"} <= set(rows.fieldnames or ()):
        raise DataFileError("needs the columns 'name' and 'content', as Zammad exports text modules", path=path, line=1)
    taken: Counter[str] = Counter()
    for row in rows:
        if (row.get("content") or "").strip():
            name = template_id(row["name"])
            taken[name] += 1
            yield _reply(row, name if taken[name] == 1 else f"{name}_{taken[name]}", language)


def _reply(row: Mapping[str, str], name: str, language: str) -> ImportedTemplate:
    inputs = ImportedInputs()
    body, body_notes = _body(row["content"], inputs)
    contract = {
        "id": name,
        "kind": "reply",
        "about": _about(row),
        "source_language": language,
        "inputs": inputs.declared,
        "subject": {language: literal_text(row["name"].strip()) or name},
    }
    files = {"template.yaml": contract_text(contract), f"{language}.md.j2": body}
    return ImportedTemplate(f"replies/{name}", files, (*body_notes, *_use_notes(row)))


def _about(row: Mapping[str, str]) -> str:
    about = f"Text module “{row['name'].strip()}”."
    keywords = (row.get("keywords") or "").strip()
    return f"{about} Keywords: {keywords}." if keywords else about


def _use_notes(row: Mapping[str, str]) -> Iterator[str]:
    """Yield notes on when Zammad offered a module, which a template does not say."""
    if (row.get("active") or "true").strip().lower() in _OFF:
        yield "the module was switched off in Zammad"
    if groups := (row.get("groups") or "").strip():
        yield f"only the groups {groups} had it; say when it is used under 'replies' in tonekit.yaml"


def _body(content: str, inputs: ImportedInputs) -> tuple[str, list[str]]:
    notes: list[str] = []
    text = html_to_markdown(content) if _LOOKS_LIKE_HTML.search(content) else content
    if _PICTURE.search(content):
        notes.append("a picture was left out; replies hold text only")
    pieces: list[str] = []
    end = 0
    for match in _VARIABLE.finditer(text):
        pieces.append(literal_text(text[end : match.start()]))
        pieces.append(_variable(match[1], match[2].strip(), inputs, notes))
        end = match.end()
    pieces.append(literal_text(text[end:]))
    lines = "".join(pieces).replace("\r\n", "\n").strip().split("\n")
    return "\n".join(line.rstrip() for line in lines) + "\n", notes


def _variable(space: str, raw: str, inputs: ImportedInputs, notes: list[str]) -> str:
    """Return what prints a variable; one that may be missing takes the space before it along."""
    if known := _KNOWN_VARIABLES.get(raw):
        name = inputs.declare(known, max=90)
        if known == "customer.name":
            notes.append(f"#{{{raw}}} is now customer.name, the name as your helpdesk stores it")
        return f"{{% if {name} %}}{space}{{{{ {name} }}}}{{% endif %}}"
    label = path_in_words(input_name(raw)).capitalize()
    name = inputs.declare(raw, trust="agent", required=True, label=label, about=f"#{{{raw}}} in Zammad")
    notes.append(f"#{{{raw}}} is now the input '{name}'; pass it as a fact")
    return f"{space}{{{{ {name} }}}}"
