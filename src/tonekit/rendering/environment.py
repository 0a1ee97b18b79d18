"""The Jinja environment: immutable sandbox, nothing undefined, everything that is printed made inert."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, cast

from jinja2 import DictLoader
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.runtime import LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from ..foreign_text.fencing import FENCES, fenced, prompt_line, prompt_text, visible
from ..loading.sharing import Shared
from .absent_values import Missing, MissingValueError
from .contracts.values import Code, Section, Settled, Text, beside_marks, keeping_source
from .markup.inert import code_block, escaped, markdown_text
from .markup.provenance import CLOSE, COMPUTED
from .syntax.lean_code import LeanCode
from .syntax.roles import RoleTags

_FILTERS = frozenset(
    "capitalize count d default first int join last length list lower reject rejectattr round select selectattr"
    " slice sort title trim truncate unique upper".split()
)
"""Filters that templates may use; all others could undo escaping, leak or run long."""

_WORDING = frozenset("capitalize lower title trim truncate upper".split())
"""Filters that make a text out of one text."""

_LOOKING = frozenset("count first last length".split())
"""Filters that look at the signs of a text, such as whether it ends with a full stop."""

MOST_MISSING = 4096
"""Entries of sections that are not there and are kept; templates ask for a few hundred."""

MOST_TURNS = 500
"""Turns that a loop over `range` may take."""

_LOOP = frozenset({"index", "index0", "first", "last", "length", "revindex"})

Inert = Callable[[Any], str]
"""Returns what is printed for a value; what is of the author or inert already comes as Markup and stays as it is."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Only reading: no methods of values, no multiplied texts, no long ranges."""

    code_generator_class = LeanCode
    section = Section
    """For the code of templates, which looks into sections by itself."""
    intercepted_binops = frozenset({"*", "**", "%", "+"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._nothing: dict[tuple[str, str], Missing] = {}

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Compute with numbers only; texts are written beside each other instead."""
        if all(isinstance(side, (int, float)) for side in (left, right)) and operator != "**":
            return super().call_binop(context, operator, left, right)
        raise SecurityError(f"'{operator}' works on numbers here; write texts beside each other")

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an entry of a section, or a counter of a loop; values have no attributes here."""
        if obj.__class__ is Section:
            return obj[attribute] if attribute in obj else self._missing(obj.path, attribute)
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an item; what is not an item is looked for as an entry, never as a method of the value."""
        try:
            return obj[argument]
        except (TypeError, LookupError):
            return self.getattr(obj, argument) if isinstance(argument, str) else self.undefined(obj=obj, name=argument)

    def _missing(self, path: str, name: str) -> Missing:
        """Return what stands for an entry that is not there: one for each name that templates ask for."""
        found = self._nothing.get((path, name))
        if found is None:
            if len(self._nothing) >= MOST_MISSING:
                self._nothing.clear()
            found = self._nothing[path, name] = Missing(obj=Section(path), name=name)
        return found

    def is_safe_callable(self, obj: Any) -> bool:
        """Allow only what the environment itself offers."""
        return getattr(obj, "tonekit_safe", False) or super().is_safe_callable(obj)


_ENVIRONMENTS = Shared[Sandbox]()


def build_environment(inert: Inert) -> Sandbox:
    """Return an environment whose printed values go through `inert`."""
    environment = Sandbox(
        # What is included is compiled in; nothing else finds a file.
        loader=DictLoader({}),
        autoescape=True,
        undefined=Missing,
        finalize=inert,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=[RoleTags],
        auto_reload=False,
    )
    environment.filters = {name: environment.filters[name] for name in _FILTERS}
    environment.filters |= {name: keeping_source(environment.filters[name]) for name in _WORDING}
    environment.filters |= {name: beside_marks(environment.filters[name]) for name in _LOOKING}
    environment.globals = {"range": _capped_range}
    return environment


def shared_environment(inert: Inert) -> Sandbox:
    """Return the environment for `inert`, one for all that ask, so that what is compiled for it can be shared too."""
    return _ENVIRONMENTS.once(inert, lambda: build_environment(inert))


def inert_in_markdown(value: Any) -> str:
    """Return a printed value so that Markdown shows it as it is, in the mark of its source.

    Numbers without a source are those that a template counts by itself: they are the author's.
    """
    kind = value.__class__
    if kind is Markup:
        return cast(Markup, value)
    if kind is Text and (value.lines or value.printable):
        shown = escaped(value) if value.printable else markdown_text(value)
        return f"{value.mark}{shown}{CLOSE}" if value.mark else shown
    if isinstance(value, Settled):
        return value.shown
    if isinstance(value, Markup):
        return value
    if isinstance(value, Code):
        return code_block(value, before=value.mark, after=CLOSE if value.mark else "")
    text = " ".join(markdown_text(_printable(value)).split())
    opening = getattr(value, "mark", COMPUTED if isinstance(value, str) else "")
    return f"{opening}{text}{CLOSE}" if opening else text


def inert_in_header(value: Any) -> str:
    """Return a printed value as one line, for a subject."""
    if isinstance(value, Settled):
        return value.shown
    if isinstance(value, Markup):
        return value
    return " ".join(_printable(value).split())


@lru_cache(maxsize=64)
def inert_in_prompt(*, longest: int) -> Inert:
    """Return what makes a printed value inert in a prompt: what customers and models wrote at length is fenced.

    For the same `longest` it is one function, for few differ in it, and what is compiled for one can be shared.

    Args:
        longest: most characters of a fenced text; the rest is left out and the place marked.
    """

    def inert(value: Any) -> str:
        kind = value.__class__
        if kind is Text and not value.lines and value.printable:
            return prompt_text(value)
        if kind is Settled:
            return cast(Settled, value).shown
        if isinstance(value, Text) and value.lines:
            name = FENCES.get(value.trust)
            if name:
                return fenced(value, name=name, longest=longest, clean=value.clean)
            return prompt_text(visible(value))
        return value if isinstance(value, Markup) else prompt_line(_printable(value))

    return inert


def _printable(value: Any) -> str:
    if isinstance(value, Missing):
        str(value)  # which says what is missing, and why
    if isinstance(value, (Undefined, Section)):
        raise MissingValueError(getattr(value, "path", "a value"))
    if not isinstance(value, (str, int, float)):
        raise TemplateRuntimeError(
            f"a {type(value).__name__} cannot be printed; print its entries in a loop, or guard it with {{% if %}}"
        )
    return getattr(value, "written", str(value))


def _capped_range(*limits: int) -> range:
    found = range(*limits)
    if len(found) > MOST_TURNS:
        raise SecurityError(f"a loop may take {MOST_TURNS} turns at most")
    return found


_capped_range.tonekit_safe = True  # type: ignore[attr-defined]
