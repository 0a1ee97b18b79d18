"""What conditions know of the names that they look at: which labels have an order, and which values are free text.

`urgency: {at_least: elevated}` and `customer.name: null` are short for forms that everything else knows: the labels
from `elevated` on, and `missing`. A condition is brought into that form once; whoever asks or proves it knows no other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ORDERS: Mapping[str, tuple[str, ...]] = {
    "formality": ("informal", "neutral", "formal"),
    "directness": ("elaborate", "balanced", "direct"),
    "knowledge": ("beginner", "advanced", "expert"),
    "urgency": ("none", "elevated", "critical"),
    "detail_need": ("overview", "details"),
    "style.tone": ("formal", "professional", "friendly", "warm"),
    "style.empathy": ("none", "brief", "acknowledge", "condole"),
    "style.detail": ("overview", "standard", "details"),
    "style.jargon": ("avoid", "ordinary", "technical"),
    "style.length": ("short", "medium", "long"),
}
"""Name → its values, lowest first, where they have an order that nobody has to look up. Mood and sentiment have none
here: "at least frustrated" would be read as the trouble, and mean everybody. `unknown` is beside the order."""

FREE_TEXTS = frozenset(
    {
        "customer.name",
        "customer.title",
        "customer.tier",
        "customer.company",
        "requested_person",
        "waited",
        "deadline",
        "pressed",
    }
)
"""Names whose values people type: capitals and blanks around them say nothing."""


NUMBERS = frozenset({"contact_count", "tried_count", "waited_days", "emoji_valence"})
"""Names whose values are numbers."""


def plain_form(parts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parts of a condition with `null` as `missing`, and `at_least` of a label as the labels it means."""
    return {name: _plain(name, wanted) for name, wanted in parts.items()}


def _plain(name: str, wanted: Any) -> Any:
    if name == "any_of":
        return [plain_form(choice) for choice in wanted]
    if wanted is None:
        return "missing"
    if not isinstance(wanted, dict):
        return wanted
    if wanted == {"not": None}:
        return "present"
    least = wanted.get("at_least")
    order = ORDERS.get(name, ())
    if least not in order:
        return wanted
    labels = list(order[order.index(least) :])
    return labels if len(wanted) == 1 else {**wanted, "at_least": labels}


def folded(name: str, value: str) -> str:
    """Return a value as conditions compare it: free text without regard to capitals and blanks around it."""
    return value.strip().casefold() if name in FREE_TEXTS else value
