"""What templates get: plain data, every text with the trust that its contract declares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Literal

from markupsafe import Markup

from ..figures import Fraction, Whole
from ..markup.provenance import CLOSE, opening_mark, unmarked

Trust = Literal["customer", "model", "agent", "system"]
InputType = Literal[
    # texts and what is made of texts
    "line",
    "text",
    "list",
    "links",
    "turns",
    "examples",
    "facts",
    "code",
    # yes or no
    "flag",
    # figures, written in the language of the reply
    "number",
    "date",
    "time",
    "datetime",
    "datetimes",
    "money",
    "prices",
]


class Text(str):
    """A text for a template: who wrote it, whether it may have several lines, and the mark of its source, if any.

    It knows whether it is printable, in Python's sense: then it is one line, and nothing in it is hidden. Whoever makes
    it inert asks for that, some more than once. A text that is `clean` is printable apart from its line breaks, which
    are newlines; of others that is not known.
    """

    __slots__ = ("clean", "lines", "mark", "printable", "trust")
    trust: Trust
    lines: bool
    mark: str
    printable: bool
    clean: bool

    @classmethod
    def of(cls, text: str, trust: Trust, *, lines: bool = False, mark: str = "") -> Text:
        """Return `text` with its trust and the mark that it is printed with."""
        made = cls(text)
        made.trust = trust
        made.lines = lines
        made.mark = mark
        made.printable = made.clean = text.isprintable()
        return made


class Settled(Text):
    """A text that is printed again and again, with what it is printed as."""

    __slots__ = ("shown",)
    shown: str

    @classmethod
    def of_shown(cls, text: Text, shown: str) -> Settled:
        """Return `text` with what it is printed as."""
        made = cls(text)
        made.trust, made.lines, made.mark = text.trust, text.lines, text.mark
        made.printable, made.clean = text.printable, text.clean
        made.shown = shown
        return made


class Code(Text):
    """Lines of code or configuration, which a reply shows as they are."""

    __slots__ = ()


class Section(dict[str, Any]):
    """A group of inputs (`customer.…`); knows its dotted path, for errors."""

    __slots__ = ("path",)

    def __init__(self, path: str, content: Mapping[str, Any] = {}) -> None:
        self.path = path
        if content:
            self.update(content)


def marked(value: Any, mark: str) -> Any:
    """Return a converted value whose texts and numbers carry the mark of their source."""
    if isinstance(value, Text):
        value.mark = mark
    elif isinstance(value, list):
        value[:] = [marked(each, mark) for each in value]
    elif isinstance(value, Section):
        for name, each in value.items():
            value[name] = marked(each, mark)
    elif isinstance(value, (Whole, Fraction)):
        value.mark = mark
    elif isinstance(value, str):
        return Text.of(value, "system", mark=mark)
    return value


def keeping_source(change: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter that makes a text out of a text, whose result keeps who wrote it and where it comes from."""
    place = 1 if hasattr(change, "jinja_pass_arg") else 0

    @wraps(change)
    def kept(*arguments: Any, **options: Any) -> Any:
        value = arguments[place]
        if isinstance(value, Markup):
            bare = Markup(unmarked(value))  # noqa: S704 - as inert as it was
            opening = opening_mark(value)
            changed = change(*arguments[:place], bare, *arguments[place + 1 :], **options)
            return Markup(f"{opening}{changed}{CLOSE}") if opening else changed  # noqa: S704 - as above
        changed = change(*arguments, **options)
        if isinstance(value, Text):
            return Text.of(changed, value.trust, lines=value.lines, mark=value.mark)
        return changed

    return kept


def beside_marks(look: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter that looks at the signs of a text, to which the marks of its sources do not belong."""
    place = 1 if hasattr(look, "jinja_pass_arg") else 0

    @wraps(look)
    def looked(*arguments: Any, **options: Any) -> Any:
        value = arguments[place]
        if isinstance(value, Markup):
            value = Markup(unmarked(value))  # noqa: S704 - as inert as it was
        return look(*arguments[:place], value, *arguments[place + 1 :], **options)

    return looked
