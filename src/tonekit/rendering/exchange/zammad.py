"""Text modules of Zammad, as its administration exports them to CSV: each becomes a reply."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path

from ...errors import DataFileError
from ..told_facts import path_in_words
from .html_markdown import ModuleHtml
from .imported import Imported, Inputs, contract_text, input_path, literal, template_id

_VARIABLE = re.compile(r"( ?)#\{([^{}]*)\}")
_KNOWN = {
    "ticket.customer.firstname": "customer.name",
    "ticket.customer.lastname": "customer.name",
    "ticket.customer.fullname": "customer.name",
    "ticket.customer.organization.name": "customer.company",
    "ticket.organization.name": "customer.company",
    "ticket.title": "message.subject",
}
_PARTS = ("customer.name", "message.subject", "customer.company")
_OFF = ("false", "0", "no")
_LOOKS_LIKE_HTML = re.compile(r"<(?:br|p|div|b|strong|i|em|a|ul|ol|li|span|h[1-6]|table|pre|img)\b", re.IGNORECASE)
_PICTURE = re.compile(r"<img\b", re.IGNORECASE)


def read_zammad(text: str, path: Path, *, language: str) -> Iterator[Imported]:
    """Yield a reply for each text module.

    Args:
        text: the CSV.
        path: its file, for errors.
        language: the language the modules are written in; Zammad does not say.

    Raises:
        DataFileError: the columns `name` and `content` are missing.
    """
    head = text.lstrip("\ufeff")
    columns = head.partition("\n")[0]
    delimiter = max(",;\t", key=columns.count)
    rows = csv.DictReader(StringIO(head), delimiter=delimiter)
    if not {"name", "content"} <= set(rows.fieldnames or ()):
        raise DataFileError("needs the columns 'name' and 'content', as Zammad exports text modules", path=path, line=1)
    seen: dict[str, int] = {}
    for row in rows:
        if (row.get("content") or "").strip():
            name = template_id(row["name"])
            seen[name] = seen.get(name, 0) + 1
            yield _reply(row, name if seen[name] == 1 else f"{name}_{seen[name]}", language)


def _reply(row: Mapping[str, str], name: str, language: str) -> Imported:
    inputs = Inputs()
    body, notes = _body(row["content"], inputs)
    if (row.get("active") or "true").strip().lower() in _OFF:
        notes.append("the module was switched off in Zammad")
    if groups := (row.get("groups") or "").strip():
        notes.append(f"it was for the groups {groups}; say when it is taken under 'replies' in tonekit.yaml")
    keywords = (row.get("keywords") or "").strip()
    about = " ".join(
        filter(None, [f"Text module “{row['name'].strip()}”.", f"Keywords: {keywords}." if keywords else ""])
    )
    contract = {
        "id": name,
        "kind": "reply",
        "about": about,
        "source_language": language,
        "inputs": inputs.declared,
        "subject": {language: literal(row["name"].strip()) or name},
    }
    files = {"template.yaml": contract_text(contract), f"{language}.md.j2": body}
    return Imported(f"replies/{name}", files, tuple(notes))


def _body(content: str, inputs: Inputs) -> tuple[str, list[str]]:
    notes: list[str] = []
    text = _markdown(content) if _LOOKS_LIKE_HTML.search(content) else content
    if _PICTURE.search(content):
        notes.append("a picture was left out; replies are text")
    pieces: list[str] = []
    end = 0
    for match in _VARIABLE.finditer(text):
        pieces.append(literal(text[end : match.start()]))
        pieces.append(_variable(match[1], match[2].strip(), inputs, notes))
        end = match.end()
    pieces.append(literal(text[end:]))
    lines = "".join(pieces).replace("\r\n", "\n").strip().split("\n")
    return "\n".join(line.rstrip() for line in lines) + "\n", notes


def _variable(space: str, raw: str, inputs: Inputs, notes: list[str]) -> str:
    known = _KNOWN.get(raw)
    if known:
        path = inputs.add(known, max=90)
        if known == "customer.name":
            notes.append(f"#{{{raw}}} is customer.name here: the name as your helpdesk has it")
        return f"{{% if {path} %}}{space}{{{{ {path} }}}}{{% endif %}}"
    label = path_in_words(input_path(raw)).capitalize()
    path = inputs.add(raw, trust="agent", required=True, label=label, about=f"#{{{raw}}} in Zammad")
    notes.append(f"#{{{raw}}} is the input '{path}' here; give it as a fact")
    return f"{space}{{{{ {path} }}}}"


def _markdown(content: str) -> str:
    reader = ModuleHtml()
    reader.feed(content)
    reader.close()
    return re.sub(r"\n{3,}", "\n\n", "".join(reader.parts)).strip()
