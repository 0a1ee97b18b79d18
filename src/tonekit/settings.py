"""`tonekit.yaml`: brand, languages and fallback, limits, and the safeguards of the decision."""

from __future__ import annotations

import re
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from .models.frozen_model import FrozenModel
from .models.input_model import InputModel

_THOUSANDS = re.compile(r"\d{1,3}(?:[.,' ]\d{3})+")
SHIPPED_LIST: Final = "!tonekit.yaml"
"""What `use` names: the list of that name in the file that ships."""
LanguageCode = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]


def _with_default(fallback: dict[str, str]) -> dict[str, str]:
    if "default" not in fallback:
        raise ValueError("needs a language under 'default'")
    return fallback


def _no_thousands(value: object) -> object:
    if isinstance(value, str) and _THOUSANDS.fullmatch(value.strip()):
        raise ValueError("needs an amount without separators, such as 4000")
    return value


class Brand(InputModel):
    """Who answers.

    Attributes:
        name: name of the company or team.
        industry: a few words for the model, such as `CRM software`.
        signature: lines under every reply, by language; `default` for all others. Without either the name signs; an
            empty text leaves the signature out.
        never: what a reply must never say, in sentences for the model.
    """

    name: str = Field(pattern=r"\S")
    industry: str | None = None
    signature: dict[Annotated[str, Field(pattern=r"^(default|[a-z]{2,3})$")], str] = Field(default_factory=dict)
    never: tuple[str, ...] = ()

    def __hash__(self) -> int:
        # Programs keep things by brand; a dictionary among the fields has no hash of its own.
        return hash((self.name, self.industry, frozenset(self.signature.items()), self.never))

    def signature_in(self, language: str) -> str | None:
        """Return the lines under a reply in a language, or None if an empty text says that there are none."""
        return self.signature.get(language, self.signature.get("default", self.name)).strip() or None


class Limits(FrozenModel):
    """Caps, against accidents in templates and very long texts.

    Attributes:
        max_output: characters of one rendered text.
        max_subject: characters of a subject line.
        max_message: characters of the customer's message that a prompt carries.
        history: turns of the thread that a prompt carries.
        examples: examples that a prompt shows.
        example_tokens: tokens that the examples of a prompt may take together.
        prompt_tokens: tokens that a prompt may have; earlier turns are left out first, then examples.
        amounts: currency → amount of money up to which a reply may go out unseen; `default` for all others.
    """

    max_output: int = Field(default=80_000, ge=1000)
    max_subject: int = Field(default=150, ge=10)
    max_message: int = Field(default=20_000, ge=100)
    history: int = Field(default=6, ge=0)
    examples: int = Field(default=2, ge=0)
    example_tokens: int = Field(default=1500, ge=0)
    prompt_tokens: int = Field(default=48_000, ge=100)
    amounts: dict[
        Annotated[str, Field(pattern=r"^(default|[A-Z]{3})$")],
        Annotated[float, Field(ge=0, allow_inf_nan=False), BeforeValidator(_no_thousands)],
    ] = Field(default={"default": 500.0})


class Languages(FrozenModel):
    """Which language a reply is written in when there is no body in the sender's.

    Attributes:
        fallback: sender's language → language of the reply, or `default` for all others.
        policy: `fallback` answers in the fallback language and says so; `refuse` gives no reply.
    """

    fallback: Annotated[dict[str, LanguageCode], AfterValidator(_with_default)] = Field(default={"default": "en"})
    policy: Literal["fallback", "refuse"] = "fallback"


class RedactionFile(FrozenModel):
    """What is replaced by placeholders before a prompt goes to a model.

    Attributes:
        prompt: whether prompts are redacted.
        leave: kinds that stay as they are, such as `company` or `ip_address`.
        keep: texts that stay as they are, such as your own support address.
        patterns: kind of your own → regular expressions, such as those of your customer numbers; a group called
            `number` is replaced alone.
    """

    prompt: bool = True
    leave: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    patterns: dict[Annotated[str, Field(pattern=r"^[a-z][a-z_]*[a-z]$")], tuple[str, ...]] = Field(default={})


class AnswersFile(FrozenModel):
    """What a model's answer may hold.

    Attributes:
        hosts: hosts that it may link to, with their subdomains, besides the addresses among the facts.
    """

    hosts: tuple[Annotated[str, Field(pattern=r"^[\w-]+(\.[\w-]+)+$")], ...] = ()


class SafeguardFile(FrozenModel):
    """One safeguard, or `use: "!tonekit.yaml"` for all that ship.

    Attributes:
        id: its name in the reasons of a decision; the id of one that ships changes that one, key by key.
        when: the condition; without it the safeguard always holds.
        action: what it asks for, and the strictest of all that hold decides; `off` switches it off.
        reason: a sentence for the colleague who decides; `{contact_count}` stands for what was seen.
        hand_to: who takes over: a name of `queues`, or a person or queue as your helpdesk calls it.
        use: `!tonekit.yaml`: all safeguards that ship come in here; entries behind it may change them.
    """

    id: str | None = None
    when: dict[str, object] | None = None
    action: Literal["send", "approve", "escalate", "off"] | None = None
    reason: str | None = None
    hand_to: str | None = None
    use: Literal["!tonekit.yaml"] | None = None


class TopicFile(FrozenModel):
    """A topic that a person answers, or `use: "!tonekit.yaml"` for all that ship.

    Attributes:
        topic: its name, for conditions (`topics: bereavement`) and reasons; that of one that ships changes that one.
        words: words and phrases that give it away, in any language, as phrase patterns; whole words,
            and capitals do not matter. An empty list switches off a topic that ships.
        use: `!tonekit.yaml`: all topics that ship come in here; entries behind it may change them.
    """

    topic: str | None = Field(default=None, pattern=r"\S")
    words: tuple[str, ...] = ()
    use: Literal["!tonekit.yaml"] | None = None


class ChoiceFile(FrozenModel):
    """One line of the choice of a reply: a template, `reply: none`, or `use: "!tonekit.yaml"` for all lines that ship.

    Attributes:
        template: name of the template.
        reply: `none` ends the choice: where the line fits, no reply is written.
        when: the condition; without it the line fits every message.
        use: `!tonekit.yaml`: all lines that ship come in here.
    """

    template: str | None = None
    reply: Literal["none"] | None = None
    when: dict[str, object] | None = None
    use: Literal["!tonekit.yaml"] | None = None

    @model_validator(mode="after")
    def _leads_somewhere(self) -> ChoiceFile:
        if (self.template is None) == (self.reply is None):
            raise ValueError("needs the name of a template under 'template', or 'reply: none'")
        return self


class NeverSay(FrozenModel):
    """Words that no draft may hold, or `use: "!tonekit.yaml"` for all that ship.

    Attributes:
        id: its name among the rules of `check`; that of one that ships changes that one, key by key.
        words: phrases by language, `default` for all of them; the signs of language packs stand for variants.
        unless: longer phrases by language, in which the words are not meant: "we guarantee" in "we guarantee no".
        only_upset: phrases by language that are amiss only where the sender is upset: "take it easy" soothes others.
        severity: how grave it is.
        why: what is wrong with them, one sentence.
        instead: what to write instead, one sentence.
        use: `!tonekit.yaml`: all entries that ship come in here; entries behind it may change them.
    """

    id: str = Field(pattern=r"\S")
    words: dict[Annotated[str, Field(pattern=r"^(default|[a-z]{2,3})$")], tuple[str, ...]]
    unless: dict[Annotated[str, Field(pattern=r"^(default|[a-z]{2,3})$")], tuple[str, ...]] = Field(default={})
    only_upset: dict[Annotated[str, Field(pattern=r"^(default|[a-z]{2,3})$")], tuple[str, ...]] = Field(default={})
    severity: Literal["error", "warning", "note"] = "error"
    why: str = "This is never said to a customer."
    instead: str = "Take it out."
    use: Literal["!tonekit.yaml"] | None = None


class Settings(FrozenModel):
    """The whole of `tonekit.yaml`; of a file of one's own, keys that it leaves out are those of the shipped one.

    Attributes:
        brand: who answers.
        languages: in which language a reply is written.
        limits: caps on lengths.
        replies: which reply is taken: the first line that fits, whose inputs are there and which has a body.
        safeguards: when a person has to look at a reply first.
        topics: what a person answers, whatever else is said.
        queues: name that safeguards hand to → person or queue as your helpdesk calls it.
        hold_delicate: whether a message with words that often stand in critical matters ("blood", "my file", "bot")
            waits for a person where a safeguard would send. Alerts always wait.
        never_say: words that no draft may hold.
        checks: rule of `check` → how grave it is here, or `off`.
        redaction: what identifies a person, and goes into no prompt.
        answers: what a model's answer may hold.
    """

    brand: Brand
    languages: Languages = Languages()
    limits: Limits = Limits()
    replies: tuple[ChoiceFile, ...] = Field(min_length=1)
    safeguards: tuple[SafeguardFile, ...] = ()
    topics: tuple[TopicFile, ...] = ()
    queues: dict[str, str] = Field(default={})
    hold_delicate: bool = True
    never_say: tuple[NeverSay, ...] = ()
    checks: dict[str, Literal["off", "note", "warning", "error"]] = Field(default={})
    redaction: RedactionFile = RedactionFile()
    answers: AnswersFile = AnswersFile()

    def fallback_for(self, language: str) -> str | None:
        """Return the language to answer in where a template has no body in `language`; None is to refuse."""
        if self.languages.policy == "refuse":
            return None
        return self.languages.fallback.get(language) or self.languages.fallback.get("default")
