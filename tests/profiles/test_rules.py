"""The shipped rules express what the product promises; a wrong rule is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tonekit.analysis import LABELS
from tonekit.conditions.condition import Observed
from tonekit.errors import DataFileError
from tonekit.profile import Style
from tonekit.profiles.choosing import choose_profile
from tonekit.profiles.rules import load_rules
from tonekit.rendering.folders.sources import shipped_templates

RULES = load_rules(shipped_templates() / "profiles.yaml")
NEUTRAL = {
    "formality": "neutral",
    "directness": "balanced",
    "knowledge": "advanced",
    "mood": "neutral",
    "sentiment": "neutral",
    "urgency": "none",
    "request": "other",
    "role": "unknown",
    "detail_need": "unknown",
    "decision": "unknown",
}


def situation(**seen: Any) -> dict[str, Observed]:
    """Make a situation of sure labels; names of facts come as they are."""
    labels = {name: seen.pop(name, neutral) for name, neutral in NEUTRAL.items()}
    observed = {name: Observed(label, 0.9, {label: 0.9}) for name, label in labels.items()}
    return observed | {name.replace("__", "."): Observed(value) for name, value in seen.items()}


def style(**seen: Any) -> dict[str, Any]:
    """Return the style of a situation as a dictionary."""
    return choose_profile(situation(**seen), RULES, language="en").model_dump()


def test_neutral_message_gets_the_neutral_style() -> None:
    """Nothing said, nothing changed."""
    assert style() == {**Style().model_dump(), "language": "en", "why": ()}


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        pytest.param(
            {"mood": "frustrated"},
            {"empathy": "acknowledge", "order": "acknowledge_first", "cheer": False, "emoji": "none"},
            id="frustrated",
        ),
        pytest.param({"mood": "enthusiastic"}, {"cheer": True, "tone": "warm"}, id="enthusiastic"),
        pytest.param(
            {"knowledge": "expert"},
            {"jargon": "technical", "detail": "details", "focus": ("specifications", "numbers")},
            id="expert",
        ),
        pytest.param({"knowledge": "beginner"}, {"jargon": "avoid", "structure": "steps"}, id="beginner"),
        *[
            pytest.param({"knowledge": "beginner", "role": role}, {"jargon": "avoid"}, id=f"beginner-{role}")
            for role in ("business_user", "purchaser")
        ],
        pytest.param({"detail_need": "details"}, {"detail": "details", "length": "long"}, id="details"),
        pytest.param({"detail_need": "overview"}, {"detail": "overview"}, id="overview"),
        pytest.param({"directness": "direct"}, {"order": "answer_first", "length": "short"}, id="direct"),
        pytest.param({"formality": "formal"}, {"tone": "formal", "address": "formal", "emoji": "none"}, id="formal"),
        pytest.param(
            {"formality": "informal", "emoji_valence": 1.5},
            {"tone": "warm", "address": "formal", "emoji": "mirror"},
            id="informal-with-emoji",
        ),
        pytest.param(
            {"formality": "informal", "emoji_valence": None},
            {"tone": "warm", "emoji": "none"},
            id="informal-without-emoji",
        ),
        pytest.param(
            {"formality": "informal", "emoji_valence": -1.8},
            {"tone": "warm", "emoji": "none"},
            id="informal-with-sad-emoji",
        ),
        pytest.param(
            {"formality": "informal", "address": "formal"}, {"address": "formal"}, id="never-familiar-uninvited"
        ),
        pytest.param({"address": "informal"}, {"address": "informal"}, id="familiar-where-the-sender-is"),
        pytest.param({"urgency": "elevated", "pressed": "asap"}, {"urgency_first": True}, id="time-pressure"),
        pytest.param({"urgency": "elevated"}, {"urgency_first": False}, id="asks-without-pressing"),
        pytest.param(
            {"urgency": "critical", "mood": "enthusiastic"},
            {"urgency_first": True, "cheer": False, "length": "short"},
            id="critical",
        ),
        pytest.param(
            {"role": "technician"},
            {"focus": ("solution_steps", "technical_details", "manual_reference")},
            id="technician",
        ),
        pytest.param(
            {"role": "operations_manager"},
            {"detail": "overview", "focus": ("impact", "cost_estimate", "escalation_path")},
            id="operations",
        ),
        pytest.param({"role": "purchaser"}, {"focus": ("parts", "delivery_times", "alternatives")}, id="purchaser"),
        pytest.param({"role": "it_professional"}, {"focus": ("documentation", "code")}, id="it"),
        pytest.param({"role": "business_user"}, {"focus": ("use_cases", "workflow")}, id="business"),
        pytest.param({"decision": "hesitant"}, {"pressure": "reassure"}, id="hesitant"),
        pytest.param(
            {"decision": "hesitant", "request": "problem"}, {"pressure": "plain"}, id="hesitant-about-a-fault"
        ),
        pytest.param(
            {"decision": "hesitant", "knowledge": "beginner", "request": "question"},
            {"pressure": "plain"},
            id="beginner-in-doubt",
        ),
        pytest.param(
            {"decision": "hesitant", "knowledge": "beginner", "request": "purchase"},
            {"pressure": "reassure"},
            id="beginner-who-buys",
        ),
        *[
            pytest.param({"role": "business_user", "request": request}, {"focus": ()}, id=f"no-use-cases-{request}")
            for request in ("problem", "complaint", "cancellation", "feedback")
        ],
        pytest.param({"decision": "quick"}, {"pressure": "next_step"}, id="quick"),
        pytest.param({"contact_count": 3}, {"empathy": "acknowledge"}, id="third-contact"),
        pytest.param({"alerts": ("second_contact",)}, {"empathy": "acknowledge"}, id="second-contact-in-words"),
        pytest.param(
            {"topics": ("bereavement",), "mood": "frustrated", "formality": "informal"},
            {"empathy": "condole", "cheer": False, "tone": "professional", "greeting": "neutral"},
            id="bereaved",
        ),
        pytest.param(
            {"topics": ("bereavement",), "formality": "formal"},
            {"empathy": "condole", "tone": "formal"},
            id="bereaved-formal",
        ),
        pytest.param(
            {"topics": ("bereavement",), "decision": "quick"}, {"pressure": "plain"}, id="bereaved-and-not-pressed"
        ),
        pytest.param(
            {"mood": "frustrated", "formality": "informal", "emoji_valence": 1.5},
            {"emoji": "none", "cheer": False, "tone": "friendly"},
            id="frustrated-with-emoji",
        ),
        pytest.param(
            {"customer__address": "informal", "formality": "formal"},
            {"address": "informal"},
            id="helpdesk-knows-better",
        ),
    ],
)
def test_shipped_rules(seen: dict[str, Any], expected: dict[str, Any]) -> None:
    """Each reading leads to the style that was promised for it."""
    chosen = style(**seen)

    assert {name: chosen[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        pytest.param({"urgency": Observed("elevated", 0.55)}, {"urgency_first": False}, id="urgency-guessed"),
        *[
            pytest.param({"role": Observed(role, 0.4)}, {"focus": ()}, id=f"{role}-guessed")
            for role in ("business_user", "purchaser")
        ],
        pytest.param(
            {"urgency": Observed("elevated", 0.55), "deadline": Observed("by Friday")},
            {"urgency_first": True},
            id="urgency-guessed-with-a-ground",
        ),
        pytest.param(
            {"urgency": Observed("none", 0.9), "deadline": Observed("by Friday")},
            {"urgency_first": False},
            id="deadline-alone",
        ),
        pytest.param(
            {"urgency": Observed("critical", 0.54)},
            {"urgency_first": False, "cheer": False, "length": "short"},
            id="stoppage-guessed",
        ),
        pytest.param({"urgency": Observed("critical", 0.7)}, {"urgency_first": True}, id="stoppage-read"),
        *[
            pytest.param(
                {
                    "urgency": Observed(urgency, 0.99),
                    "request": Observed("appointment"),
                    "deadline": Observed("by Friday"),
                },
                {"urgency_first": False},
                id=f"appointment-{urgency}",
            )
            for urgency in ("elevated", "critical")
        ],
        pytest.param(
            {"urgency": Observed("elevated", 0.9), "request": Observed("purchase")},
            {"urgency_first": False},
            id="quote-by-a-day",
        ),
        pytest.param({"mood": Observed("frustrated", 0.6)}, {"empathy": "none", "cheer": False}, id="receipt"),
        pytest.param(
            {"mood": Observed("frustrated", 0.6), "request": Observed("question")},
            {"empathy": "acknowledge"},
            id="frustration-about-something",
        ),
    ],
)
def test_guesses(seen: dict[str, Observed], expected: dict[str, Any]) -> None:
    """On a guess nobody is told that it is urgent, and who sends a receipt is not apologised to."""
    chosen = choose_profile(situation() | seen, RULES, language="en").model_dump()

    assert {name: chosen[name] for name in expected} == expected


def test_no_cheer_where_frustration_is_possible() -> None:
    """One chance in five of frustration is enough to stay plain."""
    torn = situation(mood="enthusiastic") | {
        "mood": Observed("enthusiastic", 0.7, {"enthusiastic": 0.7, "frustrated": 0.25, "neutral": 0.05})
    }

    assert choose_profile(torn, RULES, language="en").cheer is False


def test_why_names_rule_and_verdict() -> None:
    """Each field that was set can be traced to a rule and the verdict that made it fire."""
    profile = choose_profile(situation(urgency="elevated", pressed="asap"), RULES, language="en")

    assert [(each.field, each.value, each.rule, each.because) for each in profile.why] == [
        ("urgency_first", "true", "elevated", ("urgency=elevated (0.90)", "request=other (0.90)", "pressed=asap"))
    ]


def test_every_label_is_used_or_neutral() -> None:
    """No label of a dimension that asks for a style is forgotten."""
    named = {
        str(part)
        for rule in RULES
        for name in ("role", "mood", "urgency", "decision")
        for part in [rule.when.parts.get(name)]
    }
    wanted = {label for name in ("role", "mood", "urgency", "decision") for label in LABELS[name]}

    assert wanted - named <= {"unknown", "consumer", "neutral", "none"}


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        pytest.param(
            "rules:\n  - id: a\n    when: {mood: sad}\n    set: {tone: warm}", "cannot be 'sad'", 3, id="label"
        ),
        pytest.param("rules:\n  - id: a\n    set: {tone: hot}", "tone", 3, id="value"),
        pytest.param(
            "rules:\n  - id: a\n    set: {tune: warm}",
            "did you mean 'tone'",
            3,
            id="field",
        ),
        pytest.param("rules:\n  - id: a\n    sett: {tone: warm}", "'sett' is not one of", 3, id="key"),
        pytest.param("rules:\n  - id: a\n  - id: a", "two rules are called 'a'", 3, id="id-twice"),
        pytest.param("rules:\n  - when: {mood: neutral}", "needs an id", 2, id="no-id"),
        pytest.param("rulez: []", "under 'rules'", 1, id="no-rules"),
    ],
)
def test_refused(tmp_path: Path, text: str, words: str, line: int) -> None:
    """A rules file that is wrong names file, line and what is possible."""
    path = tmp_path / "profiles.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(DataFileError, match=words) as caught:
        load_rules(path)

    assert caught.value.line == line
