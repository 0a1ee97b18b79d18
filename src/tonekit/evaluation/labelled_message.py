"""One labelled message, and what its fields may contain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..analysis import ALL_DIMENSIONS, LABELS, LANGUAGE
from ..conditions.situation import STYLE_NAMES
from ..language_names import language_code
from .label_words import meant_field, meant_label

TEMPLATE = "template"
TAGS = "tags"
PROFILE = "profile."
PROFILE_FIELDS: Mapping[str, tuple[str, ...]] = {
    PROFILE + name.removeprefix("style."): values for name, values in STYLE_NAMES.items() if values is not None
}
"""`profile.<field>` → its values; `focus` is a list and not among them."""
SCORED = (*ALL_DIMENSIONS, TEMPLATE, *PROFILE_FIELDS)
"""What can be wanted of a message."""
UNLABELLED = ("id", "text", TAGS)
"""What is there before anybody labels."""
KEYS = (*UNLABELLED, *SCORED)
TAG_SIGNS = ",;|"
"""Signs that part the tags in a cell of CSV, and therefore stand in no tag."""
_BETWEEN = re.compile(r"[\s-]+")
_INVISIBLE = " \t\r\n\u00a0\u200b\ufeff"
_CODE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class LabelledMessage:
    """One message with what it should be read as.

    Attributes:
        id: names it in reports; the number of its line where none is given.
        text: the message.
        labels: dimension → label, `language` among them where given.
        tags: the groups it belongs to.
        expected: what the answer should be: `profile.<field>` → value, `template` → name of a reply.
    """

    id: str
    text: str
    labels: Mapping[str, str]
    tags: tuple[str, ...] = ()
    expected: Mapping[str, str] = field(default_factory=dict)


class FieldError(ValueError):
    """What is wrong with a field.

    Attributes:
        name: the field.
    """

    def __init__(self, name: str, problem: str) -> None:
        self.name = name
        super().__init__(problem)


def message_of(fields: Mapping[str, Any], *, line: int) -> LabelledMessage:
    """Return the message that fields make; fields that are not known are passed over.

    Raises:
        FieldError: no text, or a value that the field cannot have.
    """
    labels = {name: label for name in ALL_DIMENSIONS if (label := as_label(name, fields.get(name)))}
    expected = {name: value for name in (TEMPLATE, *PROFILE_FIELDS) if (value := as_label(name, fields.get(name)))}
    return LabelledMessage(_id(fields.get("id"), line), _text(fields), labels, tuple(_tags(fields.get(TAGS))), expected)


def known_key(name: str) -> None:
    """Do nothing for a field of the format.

    Raises:
        FieldError: there is no such field.
    """
    if name not in KEYS:
        meant = meant_field(name, KEYS)
        known = f"did you mean '{meant}'?" if meant else f"known are {', '.join(KEYS)}."
        over = "Fields of your own are passed over with --more-columns on the command line, `more` in Python"
        raise FieldError(name, f"'{name}' is not a field of labelled messages; {known} {over}")


def labels_of(name: str) -> tuple[str, ...] | None:
    """Return the values of a dimension or profile field; None if these are not a closed list."""
    return LABELS.get(name) or PROFILE_FIELDS.get(name)


def as_label(name: str, value: Any) -> str | None:
    """Return a label or expected value as answers give it; None if the field is empty.

    Raises:
        FieldError: the field cannot have this value.
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    label = str(value).lower() if isinstance(value, bool) else value.strip() if isinstance(value, str) else value
    if name == LANGUAGE:
        return _language(label)
    known = labels_of(name)
    if known is not None and isinstance(label, str):
        # "IT professional" and "Neutral" are what people type into a sheet, and TRUE what the sheet makes of it.
        label = next((each for each in known if _plain(each) == _plain(label)), label)
    if not isinstance(label, str) or (known is not None and label not in known):
        meant = meant_label(name, str(label), known or ())
        asked = f"did you mean '{meant}'? " if meant else ""
        values = f"{asked}its labels are {', '.join(known)}" if known else "it needs a text"
        raise FieldError(name, f"'{value}' is not a label of {name}; {values}")
    return label


def _plain(label: str) -> str:
    """Return a label without what the hands of people and programs add: capitals, blanks, hyphens, invisible signs."""
    return _BETWEEN.sub("_", label.strip(_INVISIBLE).lower())


def _text(fields: Mapping[str, Any]) -> str:
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        raise FieldError("text", "needs a 'text' that is not empty")
    return text


def _id(value: Any, line: int) -> str:
    if value is None or value == "":
        return str(line)
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise FieldError("id", "'id' needs a text or a whole number")
    return str(value)


def _tags(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        for sign in TAG_SIGNS[1:]:
            value = value.replace(sign, TAG_SIGNS[0])
        value = [tag.strip() for tag in value.split(TAG_SIGNS[0]) if tag.strip()]
    for tag in value if isinstance(value, list) else [None] if value is not None else []:
        if not isinstance(tag, str) or not tag.strip() or any(sign in tag for sign in TAG_SIGNS):
            raise FieldError(TAGS, f"'tags' needs a list of texts without the signs {' '.join(TAG_SIGNS)}")
        yield tag


def _language(value: Any) -> str:
    written = value.strip().lower() if isinstance(value, str) else ""
    # A message may be in a language that tonekit knows no name of, or in none.
    code = language_code(written) or written
    if not _CODE.fullmatch(code):
        raise FieldError(LANGUAGE, f"'{value}' is not a language code; write one such as de, or und")
    return code
