"""Which reply is taken: by what was asked, by the facts that are there, and by the language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tonekit.conditions.condition import Condition, Observed
from tonekit.conditions.situation import with_style
from tonekit.errors import DataFileError
from tonekit.files.datafile import DataFile, read_data_file
from tonekit.profile import StyleProfile
from tonekit.rendering.choosing import Choice, Line, ReplyLines, choose_reply
from tonekit.rendering.folders.sources import TemplateFolders
from tonekit.rendering.occasion import Occasion
from tonekit.rendering.renderer import Renderer
from tonekit.settings import Settings
from tonekit.settings_file import read_choices

ANSWER = {"answer.summary": "It works again."}
REFUND = {"redress.measure": "We have cancelled the invoice."}
END = {"cancellation.effective": "2025-12-31"}
START = {"appointment.start": "2025-12-01T14:30"}
MOVED = START | {"appointment.previous": "2025-11-30T14:30"}
OPTIONS = {"appointment.options": ["2025-12-01T14:30"]}
ITEMS = {"quote.items": [{"text": "CRM", "price": {"amount": 1, "currency": "EUR"}}]}
SENT = {"quote.sent": "2025-11-17"}
HANDOVER = {"handover.to": "Maria Lind"}
QUESTIONS = {"ask.questions": ["Which version?"]}


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """A renderer on the shipped templates."""
    folders = TemplateFolders(None)
    return Renderer(folders, read_data_file(folders.path("tonekit.yaml")).into(Settings))


@pytest.fixture(scope="module")
def lines() -> list[Line]:
    """The shipped choice of replies."""
    file = read_data_file(TemplateFolders(None).path("tonekit.yaml"))
    return list(read_choices(file.into(Settings), file))


def occasion(read: dict[str, Any], facts: dict[str, Any], *, language: str = "en") -> Occasion:
    """Make an occasion of labels and facts."""
    profile = StyleProfile(language=language)
    seen = {"mood": "neutral", "request": "other", **read}
    situation = with_style(
        {name: value if isinstance(value, Observed) else Observed(value) for name, value in seen.items()}, profile
    )
    return Occasion(facts, situation, profile, "k")


def choose(
    renderer: Renderer,
    lines: list[Line],
    read: dict[str, Any],
    facts: dict[str, Any],
    *,
    language: str = "en",
    fallback: str | None = "en",
) -> Choice:
    """Return the choice for labels and facts."""
    made = occasion(read, facts, language=language)
    return choose_reply(ReplyLines(lines), made, renderer.library, language=language, fallback=fallback)


@pytest.mark.parametrize(
    ("read", "facts", "expected"),
    [
        ({"request": "problem"}, {}, "acknowledgement"),
        ({"request": "problem"}, ANSWER, "support_solution"),
        ({"request": "question"}, ANSWER, "product_information"),
        ({"request": "complaint"}, ANSWER, "support_solution"),
        ({"request": "complaint"}, ANSWER | REFUND, "apology_and_redress"),
        ({"request": "cancellation"}, {}, "acknowledgement"),
        ({"request": "cancellation"}, END | ANSWER, "cancellation"),
        ({"request": "appointment"}, OPTIONS, "appointment_propose"),
        ({"request": "appointment"}, START | OPTIONS, "appointment_confirm"),
        ({"request": "appointment"}, MOVED | OPTIONS, "appointment_move"),
        ({"request": "purchase"}, ITEMS, "quote"),
        ({"request": "purchase"}, {}, "acknowledgement"),
        ({"request": "purchase", "decision": "hesitant"}, SENT | ITEMS, "quote_follow_up"),
        ({"request": "purchase", "decision": "unknown"}, SENT | ITEMS, "quote"),
        ({"request": "feedback", "mood": "enthusiastic"}, {}, "thanks_for_feedback"),
        ({"request": "feedback", "mood": "neutral"}, ANSWER, "thanks_for_feedback"),
        ({"request": Observed("feedback", 0.46), "mood": "neutral"}, ANSWER, "product_information"),
        ({"request": Observed("feedback", 0.46), "mood": "neutral"}, {}, "thanks_for_feedback"),
        ({"request": "feedback", "mood": "frustrated"}, {}, "acknowledgement"),
        ({"request": "problem", "mood": "frustrated"}, HANDOVER | ANSWER, "escalation_handover"),
        ({"request": "problem", "urgency": "critical"}, HANDOVER | ANSWER, "escalation_handover"),
        ({"request": "problem", "threats": ("legal",)}, HANDOVER | ANSWER, "escalation_handover"),
        ({"request": "problem"}, HANDOVER | ANSWER, "support_solution"),
        ({"request": "problem"}, HANDOVER, "escalation_handover"),
        ({"request": "problem", "mood": "frustrated"}, QUESTIONS | ANSWER, "clarifying_question"),
        ({"request": "question"}, {"status.summary": "On its way."}, "status_update"),
        ({"request": "other"}, {"welcome.product": "CRM"}, "onboarding_welcome"),
        ({"request": "feedback", "alerts": ("person",)}, {}, "acknowledgement"),
        ({"request": "problem", "alerts": ("self_harm",)}, {}, None),
        ({"request": "problem", "alerts": ("self_harm", "legal")}, HANDOVER | QUESTIONS | ANSWER, None),
        ({"request": "problem", "alerts": ("safety",)}, {}, None),
        ({"request": "feedback", "alerts": ("safety",)}, {}, None),
        ({"request": "problem", "alerts": ("safety",)}, ANSWER, "support_solution"),
        ({"request": "problem", "alerts": ("safety",)}, HANDOVER | ANSWER, "escalation_handover"),
        pytest.param({"request": "question"}, OPTIONS, "appointment_propose", id="misread-appointment"),
        pytest.param({"request": "problem"}, END, "cancellation", id="misread-cancellation"),
        pytest.param({"request": "other"}, ITEMS, "quote", id="misread-purchase"),
    ],
)
def test_choice(
    renderer: Renderer,
    lines: list[Line],
    read: dict[str, Any],
    facts: dict[str, Any],
    expected: str | None,
) -> None:
    """What was asked and which facts are there decide together; without facts nothing is promised."""
    assert choose(renderer, lines, read, facts).template == expected


def test_why_names_what_was_missing(renderer: Renderer, lines: list[Line]) -> None:
    """The reasons name the replies that would have fitted, and the facts that they needed."""
    why = " ".join(choose(renderer, lines, {"request": "cancellation"}, {}).why)

    assert "'cancellation' fits, but needs cancellation.effective." in why
    assert "'acknowledgement' taken" in why


def test_why_says_nothing_twice(renderer: Renderer, lines: list[Line]) -> None:
    """A template that stands on two lines lacks its inputs once."""
    why = choose(renderer, lines, {"mood": "frustrated", "request": "complaint"}, {}).why

    assert why.count("'escalation_handover' fits, but needs handover.to.") == 1
    assert len(set(why)) == len(why)


STOP = (None, Condition({"alerts": "self_harm"}))


@pytest.mark.parametrize(
    ("listed", "alerts", "expected"),
    [
        pytest.param([STOP, ("quote", Condition({}))], ("self_harm",), None, id="at-the-head"),
        pytest.param([STOP, ("quote", Condition({}))], (), "acknowledgement", id="does-not-fit"),
        pytest.param([("quote", Condition({})), STOP], ("self_harm",), "acknowledgement", id="further-down"),
    ],
)
def test_none_at_the_head_goes_before_a_name(
    renderer: Renderer, listed: list[Line], alerts: tuple[str, ...], expected: str | None
) -> None:
    """Where the first lines want no reply, a template that the caller names is none either; the reason is given."""
    made = occasion({"alerts": alerts}, {})
    named = ReplyLines(listed).only("acknowledgement")
    choice = choose_reply(named, made, renderer.library, language="en", fallback="en")

    assert choice.template == expected
    assert expected or choice.why == ("No reply is written: alerts=self_harm.",)


@pytest.mark.parametrize("name", ["product_information", "cancellation"], ids=["shared-body", "own-bodies"])
def test_language_without_body(renderer: Renderer, name: str) -> None:
    """In a language without a body the fallback is taken and said, or the reply is refused."""
    lines: list[Line] = [(name, Condition({}))]
    facts = ANSWER | END
    flagged = choose(renderer, lines, {}, facts, language="fr")
    refused = choose(renderer, lines, {}, facts, language="fr", fallback=None)

    assert (flagged.template, flagged.language) == (name, "en")
    assert "no body in 'fr'; 'en' is the fallback language" in " ".join(flagged.why)
    assert refused.template is None
    assert "no body in 'fr'" in " ".join(refused.why)


def test_figures_are_written_in_the_language_used(renderer: Renderer) -> None:
    """A date in a reply that falls back to English is an English date, whatever language was wanted."""
    reply = renderer.reply("cancellation", occasion({}, END, language="fr"), language="en")

    assert "31 December 2025" in reply.text


@pytest.mark.parametrize(
    ("facts", "unsure", "expected"),
    [
        pytest.param(ANSWER, ("request",), True, id="a-solution-was-at-hand"),
        pytest.param({}, ("directness",), False, id="no-line-looks-at-it"),
        pytest.param(ANSWER, (), False, id="all-certain"),
    ],
)
def test_what_the_choice_hangs_on(
    renderer: Renderer,
    lines: list[Line],
    facts: dict[str, Any],
    unsure: tuple[str, ...],
    expected: bool,
) -> None:
    """A label that kept a reply from being taken whose inputs are there is one that the choice hangs on."""
    made = occasion({"request": "other"}, facts)
    choice = choose_reply(ReplyLines(lines), made, renderer.library, language="en", fallback="en", unsure=unsure)

    assert ("request" in choice.depends_on) is expected


def test_no_reply_hangs_on_what_is_unsure(renderer: Renderer) -> None:
    """A reply hangs on a label that would have let none be written."""
    lines: list[Line] = [(None, Condition({"mood": "frustrated"})), ("acknowledgement", Condition({}))]
    choice = choose_reply(
        ReplyLines(lines), occasion({}, {}), renderer.library, language="en", fallback="en", unsure=("mood",)
    )

    assert choice.depends_on[0] == "mood"


@pytest.mark.parametrize("line", ["{when: {alerts: press}}", "{template: quote, reply: none}", "{reply: quote}"])
def test_line_that_leads_nowhere(line: str) -> None:
    """A line of `replies:` names a template or says `reply: none`, one of the two."""
    file = DataFile(Path("tonekit.yaml"), f"brand: {{name: X}}\nreplies: [{line}]")

    with pytest.raises(DataFileError, match="none"):
        file.into(Settings)
