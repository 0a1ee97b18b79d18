"""Every error that tonekit raises on purpose.

    ToneKitError
    ├── DataFileError          a language pack, weights, rules or contract file is wrong
    ├── TemplateError          a template cannot be loaded or rendered
    │   └── MissingInputError  an input is missing or blank (WrongInputError, does not fit: argument_errors.py)
    ├── PromptTooLongError     a prompt is over its token budget with everything cut that may be cut
    ├── UnknownNameError       a name (template, language, prompt) that does not exist
    ├── MessageSourceError     a file or stream that should hold a message cannot be read
    ├── WorkerError            a worker process cannot start, or died over a message
    ├── CalibrationError       labelled messages that weights cannot be fitted on
    ├── ArgumentTypeError      an argument is of another type: a TypeError as well (argument_errors.py)
    └── ArgumentValueError     an argument has a value that does not fit: a ValueError as well

A message is never an error: whatever a customer sends gets an `Analysis`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import Any

LONGEST_NAME = 80
MOST_NAMES = 12
"""Names that an error lists behind the one that was probably meant."""


class ToneKitError(Exception):
    """Base of all errors of tonekit. They can be copied and pickled, so that they come back from other processes.

    Attributes:
        more: what else was found in the same check; the error that is raised is the first.
    """

    more: tuple[ToneKitError, ...] = ()

    def __repr__(self) -> str:
        # Logs and outcomes of a batch show it: without the place nobody can mend a file.
        return f"{type(self).__name__}({str(self)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), self.args, self.__dict__.copy())


def _restored(kind: type[ToneKitError], arguments: tuple[Any, ...], attributes: dict[str, Any]) -> ToneKitError:
    error = kind.__new__(kind, *arguments)
    error.args = arguments
    error.__dict__.update(attributes)
    return error


class DataFileError(ToneKitError):
    """A data file (language pack, weights, profile rules, contract, phrases) does not hold what it must.

    Attributes:
        path: the file.
        line: 1-based line, or None if the whole file is meant.
        column: 1-based column, or None.
        problem: what is wrong and what to do, without the position.
        rule: id of the lint rule that it breaks.
    """

    def __init__(
        self, problem: str, *, path: Path, line: int | None = None, column: int | None = None, rule: str = "wrong-value"
    ) -> None:
        self.problem = problem
        self.path = path
        self.line = line
        self.column = column
        self.rule = rule
        super().__init__(problem)

    def __str__(self) -> str:
        position = "".join(f":{number}" for number in (self.line, self.column) if number is not None)
        return f"{self.path}{position}: {self.problem}"


class TemplateError(ToneKitError):
    """A template cannot be loaded or rendered.

    Attributes:
        template: name of the template, such as `replies/acknowledgement/de.md.j2`.
        line: 1-based line in it, or None.
        problem: what is wrong and what to do.
        rule: id of the lint rule that it breaks.
        word: what in that line is meant, or empty.
        path: the file, where it is of a user's own folder: two tenants' templates have the same names.
    """

    path: Path | None = None

    def __init__(
        self, problem: str, *, template: str, line: int | None = None, rule: str = "template-syntax", word: str = ""
    ) -> None:
        self.problem = problem
        self.template = template
        self.line = line
        self.rule = rule
        self.word = word
        super().__init__(problem)

    def __str__(self) -> str:
        position = f":{self.line}" if self.line is not None else ""
        return f"{self.path or self.template}{position}: {self.problem}"


class MissingInputError(TemplateError):
    """A template prints an input that is missing, None or blank.

    Attributes:
        input_path: dotted path of the input, such as `customer.name`.
        available: the inputs that are there.
    """

    def __init__(self, input_path: str, *, template: str, available: Iterable[str], line: int | None = None) -> None:
        self.input_path = input_path
        self.available = tuple(available)
        there = ", ".join(self.available) or "nothing"
        super().__init__(
            f"'{input_path}' is missing or blank; give it, or guard it with "
            f"{{% if {input_path} %}}. Available here: {there}",
            template=template,
            line=line,
        )


class PromptTooLongError(ToneKitError):
    """A prompt is over its budget even without earlier turns and examples; its own words and the message stay whole.

    Attributes:
        prompt: name of the prompt.
        tokens: tokens that it takes at least; None if it has too many characters to be counted.
        budget: tokens that it may take: `limits.prompt_tokens` of `tonekit.yaml`.
        roles: role and tokens of each of its messages.
        characters: characters that it may have, `limits.max_output`, where it has more; else None.
    """

    def __init__(
        self,
        prompt: str,
        *,
        budget: int,
        tokens: int | None = None,
        roles: Iterable[tuple[str, int]] = (),
        characters: int | None = None,
    ) -> None:
        self.prompt = prompt
        self.tokens = tokens
        self.budget = budget
        self.roles = tuple(roles)
        self.characters = characters
        shares = ", ".join(f"{role} {count:,}" for role, count in self.roles)
        takes = f"takes {tokens:,} tokens" if tokens is not None else f"has more than {characters:,} characters"
        most, limit = (f" ({shares}), its budget is {budget:,}", "prompt_tokens") if shares else ("", "max_output")
        super().__init__(
            f"prompt '{prompt}' {takes} without earlier turns and examples{most}. "
            f"Give shorter facts, or change limits.{limit} or limits.max_message in tonekit.yaml"
        )


class UnknownNameError(ToneKitError):
    """A name was asked for that does not exist.

    Attributes:
        kind: what was asked for, such as `reply template`.
        name: the name asked for.
        available: the names that exist.
    """

    def __init__(self, kind: str, name: str, *, available: Iterable[str], hint: str = "") -> None:
        self.kind = kind
        self.name = name
        self.available = tuple(sorted(available))
        # Somebody may have passed a whole mail.
        shown = name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"
        close = get_close_matches(shown, self.available, n=1)
        meant = hint or (f"Did you mean '{close[0]}'?" if close else "")
        there = f"Available: {', '.join(self.available) or 'none'}"
        if close and len(self.available) > MOST_NAMES:
            there = f"There are {len(self.available)}; `available` lists them"
        super().__init__(f"there is no {kind} '{shown}'.{meant and f' {meant}'} {there}")


class MessageSourceError(ToneKitError):
    """A file or stream that should hold a message cannot be read.

    Attributes:
        source, problem: the path or stream, as the user named it, and what is wrong with it.
    """

    def __init__(self, problem: str, *, source: str) -> None:
        self.source, self.problem = source, problem
        super().__init__(f"{source}: {problem}")


class WorkerError(ToneKitError):
    """A worker process cannot start, died over a message, or met an error that cannot be sent back as it is."""


class CalibrationError(ToneKitError):
    """Labels that weights cannot be fitted on: too few, or nearly all of one class.

    Attributes:
        reasons: dimension → what is wrong with its labels and what to do; empty where nothing is labelled.
    """

    def __init__(self, reasons: Mapping[str, str]) -> None:
        self.reasons = dict(reasons)
        each = "; ".join(f"{dimension}: {reason}" for dimension, reason in self.reasons.items())
        super().__init__(f"these labels cannot be calibrated on. {each or 'No message has a label of a dimension'}")


class Problems:
    """Collects the errors of many checks, so that one run can name them all.

    Attributes:
        found: the errors, in the order of the checks.
    """

    def __init__(self) -> None:
        self.found: list[ToneKitError] = []

    def add(self, error: ToneKitError) -> None:
        """Take an error and what was found with it."""
        self.found += [error, *error.more]
        error.more = ()

    @contextmanager
    def collecting(self) -> Iterator[None]:
        """Take the error that the block raises, and go on behind it."""
        try:
            yield
        except ToneKitError as error:
            self.add(error)

    def raise_first(self) -> None:
        """Raise the first error, which carries the others, each once (bodies share parts); nothing where all is well.

        Raises:
            ToneKitError: the first error.
        """
        if self.found:
            first, *rest = {str(error): error for error in self.found}.values()
            first.more = tuple(rest)
            raise first
