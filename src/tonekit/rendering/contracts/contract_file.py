"""What a `template.yaml` may say: the inputs of a template, which body is used when, its subject and tests."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from ...models.frozen_model import FrozenModel
from ...settings import LanguageCode
from ..trials.trial_file import TrialFile
from .values import InputType, Trust

Kind = Literal["reply", "prompt"]
InputPath = Annotated[str, Field(pattern=r"^[a-z_]+(\.[a-z_]+)?$")]
DEFAULT_VARIANT = "default"


class InputFile(FrozenModel):
    """One input.

    Attributes:
        type: `line` (one line), `text` (several), `list`, `number`, `flag`, `links`, `turns`, `code`, `date`,
            `time`, `datetime`, `datetimes`, `money`, `prices`, `examples`, `facts`.
        trust: who wrote it.
        required: whether the template is not eligible without it.
        max: longest text, in characters.
        min: the least that a number or an amount of money may be; less is refused.
        label: what a prompt calls it when it tells a model the fact, such as "What happens next".
        about: one sentence for the person who fills it in.
    """

    type: InputType
    trust: Trust
    required: bool = False
    max: int | None = Field(default=None, ge=1)
    min: float | None = Field(default=None, allow_inf_nan=False)
    label: str = Field(default="", pattern=r"^[^\n\r]*$")
    about: str = ""


class SelectFile(FrozenModel):
    """One line of `select`.

    Attributes:
        use: the body that is taken, `default` or a variant.
        when: the condition; the last line has none.
    """

    use: str = Field(pattern=r"^[a-z0-9_-]+$")
    when: dict[str, Any] | None = None


class LimitsFile(FrozenModel):
    """How long a reply may be; a longer one is written all the same, and says so in its notes.

    Attributes:
        max_chars: characters of the plain text, signature and all.
        max_words: words of it.
        max_subject: characters of the subject, which is cut to them.
    """

    max_chars: int | None = Field(default=None, ge=1)
    max_words: int | None = Field(default=None, ge=1)
    max_subject: int | None = Field(default=None, ge=10)


class ContractFile(FrozenModel):
    """The contract of a template, `template.yaml`.

    Attributes:
        id: name of the template, the same as that of its folder.
        kind: `reply` or `prompt`.
        about: one sentence on what the template is for.
        source_language: language whose body the others are compared with; of a prompt, also the body for languages
            without one.
        inputs: what the template may print, by dotted path.
        select: which body is taken; the first line that holds wins, the last has no condition.
        subject: subject line of a reply, by language.
        limits: how long a reply may be.
        by_name: whether the team takes it by its name alone, so that no line of `replies` has to name it.
        tests: what `tonekit test` checks.
    """

    id: str
    kind: Kind
    about: str = ""
    source_language: LanguageCode = "en"
    inputs: dict[InputPath, InputFile] = Field(default={})
    select: tuple[SelectFile, ...] = Field(default=(SelectFile(use=DEFAULT_VARIANT),), min_length=1)
    subject: dict[LanguageCode, Annotated[str, Field(pattern=r"\S")]] = Field(default={})
    limits: LimitsFile = LimitsFile()
    by_name: bool = False
    tests: tuple[TrialFile, ...] = ()
