"""Errors for arguments that a call cannot use.

All are built-in errors as well: developers expect a TypeError for a wrong type, and a service that catches
`ToneKitError` around a call is not stopped by a ticket without a text.
"""

from __future__ import annotations

from .errors import TemplateError, ToneKitError


class ArgumentTypeError(ToneKitError, TypeError):
    """An argument has a type that the call does not accept.

    Attributes:
        name: the argument, such as `locale` or `languages[0]`.
    """

    def __init__(self, name: str, needed: str, given: object, *, hint: str = "") -> None:
        self.name = name
        hint = hint or ("decode it first" if isinstance(given, (bytes, bytearray)) and "str" in needed else "")
        super().__init__(f"{name} is {needed}, not {type(given).__name__}{hint and f'; {hint}'}")


class ArgumentValueError(ToneKitError, ValueError):
    """An argument has the right type, but a value that the call does not accept.

    Attributes:
        name: the argument, such as `workers`.
    """

    def __init__(self, name: str, problem: str) -> None:
        self.name = name
        super().__init__(f"{name} {problem}")


class WrongInputError(TemplateError, ValueError):
    """A value was given for an input of a template that does not fit its type: the caller is wrong, not the template.

    Attributes:
        input_path: dotted path of the input, such as `status.expected`.
    """

    def __init__(self, input_path: str, problem: str, *, template: str, line: int | None = None) -> None:
        self.input_path = input_path
        super().__init__(f"input '{input_path}' {problem}", template=template, line=line, rule="wrong-value")
