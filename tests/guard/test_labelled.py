"""How well triggers are recognised, on messages written for it in five languages: floors, none of them a wish.

Sets, all written for tonekit. `messages` and `heldout` were written before the phrases; `paraphrased`, `fresh`
and `broad` after them, in other words on purpose, and were then learned from. No phrase was made for `last`, but it lay
open when the families of words were widened.

`judged` was kept shut until the families were done, and judged once. Critical triggers recognised at that first sight:
English 24 of 49, German 15 of 50, Swedish 17 of 47, Norwegian 12 of 58, Danish 15 of 49, together 83 of 253; the
phrases before the families had 9, 3, 10, 5 and 4, together 31 of 253. That is what to expect of words that nobody has
thought of. The families were widened after it, so that its figures of today say no more than those of a learned set.

`kept` is one in five of the first 8,353 messages that were written for benchmarks/alerts; it was never opened by those
who wrote phrases or learned words from the others. docs/guard-history.md has all figures.

`told` is a ninth set, by an author who had seen no code: half serious, half the same words in peace. Phrases were
mended by its messages of even number; those of odd number were never read, only counted. `retold` is a tenth, by
another such author, more roundabout still: English, Swedish and Norwegian were read, German and Danish only counted.
`plain` is an eleventh, plainer one, of which nobody has read a line. `plainer` is by five more authors, one a language;
false alarms by phrases were mended by its English, German and Swedish messages, the others were only counted.
"""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tonekit import ToneKit
from tonekit.guard.critical import why_unseen_is_wrong
from tonekit.guard.observed import Outgoing

FIXTURES = Path(__file__).parents[1] / "fixtures" / "guard"
LEARNED = ("messages", "heldout", "paraphrased", "fresh", "broad")
SEEN = ("judged", "last")
KEPT = ("kept",)
CRITICAL = (
    "legal_threat",
    "regulator",
    "press",
    "data_access",
    "data_rectification",
    "data_erasure",
    "data_portability",
    "data_objection",
    "safety",
    "self_harm",
    "critical_urgency",
    "prompt_injection",
)
OTHERS = ("leaving", "second_contact", "third_contact", "abuse", "wants_a_person")
BREACH = "data_breach"
"""Told and counted in the latest sets alone."""
FEWEST_OF_A_LANGUAGE = 40


@cache
def labelled(name: str) -> tuple[dict[str, Any], ...]:
    """Return the messages of one set, of all languages."""
    files = sorted(FIXTURES.glob(f"{name}.*.jsonl"))
    return tuple(json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines())


@pytest.fixture(scope="module")
def given(toolkit: ToneKit) -> dict[str, set[str]]:
    """The triggers that the shipped safeguards gave, by the id of the message."""
    known = {*CRITICAL, *OTHERS}
    return {
        message["id"]: known & {reason.rule for reason in toolkit.personalize(message["text"]).decision.reasons}
        for name in (*LEARNED, *SEEN, *KEPT)
        for message in labelled(name)
    }


def test_enough_messages_of_each_language() -> None:
    """Each language has its forty messages, about half of them ordinary mail, and every trigger is among them."""
    languages: dict[str, list[set[str]]] = defaultdict(list)
    for message in labelled("messages"):
        languages[message["language"]].append(set(message["triggers"]))

    assert set(languages) == {"da", "de", "en", "nb", "sv"}
    assert min(map(len, languages.values())) >= FEWEST_OF_A_LANGUAGE
    assert all(set().union(*sets) == {*CRITICAL, *OTHERS} for sets in languages.values())
    assert all(sets.count(set()) / len(sets) > 1 / 3 for sets in languages.values())


@pytest.mark.parametrize("trigger", CRITICAL)
def test_critical_trigger_is_recalled(given: dict[str, set[str]], trigger: str) -> None:
    """At least 95 in 100 messages that carry a critical trigger give it."""
    carried = [each["id"] for name in LEARNED for each in labelled(name) if trigger in each["triggers"]]

    assert len(carried) >= 20
    assert sum(trigger in given[each] for each in carried) / len(carried) >= 0.95


@pytest.mark.parametrize("trigger", OTHERS)
def test_other_trigger_is_recalled(given: dict[str, set[str]], trigger: str) -> None:
    """At least nine in ten messages that carry another trigger give it."""
    carried = [each["id"] for name in LEARNED for each in labelled(name) if trigger in each["triggers"]]

    assert sum(trigger in given[each] for each in carried) / len(carried) >= 0.9


def test_ordinary_mail_gives_no_alarm(given: dict[str, set[str]]) -> None:
    """At most 5 in 100 ordinary and tricky messages give any trigger, in the sets not learned from too."""
    ordinary = [each["id"] for name in (*LEARNED, *SEEN) for each in labelled(name) if not each["triggers"]]

    assert len(ordinary) >= 250
    assert sum(bool(given[each]) for each in ordinary) / len(ordinary) <= 0.05


@pytest.mark.parametrize(("name", "floor"), [("judged", 0.9), ("last", 0.75)])
def test_sets_that_lay_open_do_not_fall_back(given: dict[str, set[str]], name: str, floor: float) -> None:
    """Nine in ten critical triggers of `judged` and three in four of `last` are recognised: a guard, no measure."""
    pairs = [(each["id"], trigger) for each in labelled(name) for trigger in each["triggers"] if trigger in CRITICAL]

    assert sum(trigger in given[each] for each, trigger in pairs) / len(pairs) >= floor


def test_three_in_five_of_what_nobody_has_seen_are_recognised(given: dict[str, set[str]]) -> None:
    """Of critical triggers in words that nobody has seen three in five are recognised: the measure."""
    pairs = [(each["id"], trigger) for each in labelled("kept") for trigger in each["triggers"] if trigger in CRITICAL]

    assert len(pairs) >= 1000
    assert sum(trigger in given[each] for each, trigger in pairs) / len(pairs) >= 0.63


def test_tricky_mail_that_nobody_has_seen_gives_few_alarms(given: dict[str, set[str]]) -> None:
    """Of messages that use the same words without the matter, at most one in twelve gives any trigger."""
    tricky = [each["id"] for each in labelled("kept") if not each["triggers"]]

    assert sum(bool(given[each]) for each in tricky) / len(tricky) <= 0.08


def triggers_of(toolkit: ToneKit, name: str) -> dict[str, set[str]]:
    """Return the triggers that the shipped safeguards gave, by the id."""
    found = {}
    for message in labelled(name):
        reasons = toolkit.personalize(message["text"]).decision.reasons
        found[message["id"]] = {*CRITICAL, *OTHERS, BREACH} & {each.rule for each in reasons}
    return found


@pytest.fixture(scope="module")
def told(toolkit: ToneKit) -> dict[str, set[str]]:
    """The triggers given for `told`."""
    return triggers_of(toolkit, "told")


@pytest.fixture(scope="module")
def retold(toolkit: ToneKit) -> dict[str, set[str]]:
    """The triggers given for `retold`."""
    return triggers_of(toolkit, "retold")


@pytest.fixture(scope="module")
def plainer(toolkit: ToneKit) -> dict[str, set[str]]:
    """The triggers given for `plainer`."""
    return triggers_of(toolkit, "plainer")


def half(odd: bool) -> list[dict[str, Any]]:
    """Return the messages of `told` whose number is odd, or even."""
    return [each for each in labelled("told") if int(each["id"][-3:]) % 2 == odd]


@pytest.mark.parametrize(
    ("odd", "floor"), [pytest.param(False, 0.98, id="read"), pytest.param(True, 0.91, id="unread")]
)
def test_told_is_recognised(told: dict[str, set[str]], odd: bool, floor: float) -> None:
    """Of the half that phrases were mended by nearly all is recognised; of what nobody read, nine in ten."""
    pairs = [(each["id"], trigger) for each in half(odd) for trigger in each["triggers"]]

    assert len(pairs) >= 130
    assert sum(trigger in told[each] for each, trigger in pairs) / len(pairs) >= floor


@pytest.mark.parametrize(
    ("odd", "most"), [pytest.param(False, 0.045, id="read"), pytest.param(True, 0.15, id="unread")]
)
def test_peaceful_mentions_give_few_alarms(told: dict[str, set[str]], odd: bool, most: float) -> None:
    """Of messages that use words of alarm in peace few give a trigger, in the unread half about one in seven."""
    peaceful = [each["id"] for each in half(odd) if not each["triggers"]]

    assert len(peaceful) >= 90
    assert sum(bool(told[each]) for each in peaceful) / len(peaceful) <= most


@pytest.mark.parametrize("odd", [False, True])
def test_grave_words_are_taken_back_by_no_peaceful_mention(told: dict[str, set[str]], odd: bool) -> None:
    """Danger, despair and standing work are recognised beside peaceful mentions of other matters: nine in ten."""
    grave = {"safety", "self_harm", "critical_urgency"}
    pairs = [(each["id"], trigger) for each in half(odd) for trigger in grave.intersection(each["triggers"])]

    assert len(pairs) >= 30
    assert sum(trigger in told[each] for each, trigger in pairs) / len(pairs) >= 0.9


@pytest.fixture(scope="module")
def plain(toolkit: ToneKit) -> dict[str, set[str]]:
    """The triggers given for `plain`."""
    return triggers_of(toolkit, "plain")


def test_plain_matters_are_recognised(plain: dict[str, set[str]]) -> None:
    """Of matters of which two in three are put plainly, and of which nobody has read a line, five in six are told."""
    pairs = [(each["id"], trigger) for each in labelled("plain") for trigger in each["triggers"]]

    assert len(pairs) >= 200
    assert sum(trigger in plain[each] for each, trigger in pairs) / len(pairs) >= 0.83


def test_plain_mail_gives_few_alarms(plain: dict[str, set[str]]) -> None:
    """Of ordinary mail by the same author, half of it misleading on purpose, one in eighteen gives a trigger."""
    peaceful = [each["id"] for each in labelled("plain") if not each["triggers"]]

    assert len(peaceful) >= 130
    assert sum(bool(plain[each]) for each in peaceful) / len(peaceful) <= 0.06


UNREAD = {"de", "da"}
"""The languages of `retold` whose messages nobody read; they were only counted."""


@pytest.mark.parametrize(
    ("unread", "floor"), [pytest.param(False, 0.91, id="read"), pytest.param(True, 0.75, id="unread")]
)
def test_retold_is_recognised(retold: dict[str, set[str]], unread: bool, floor: float) -> None:
    """Of the languages that phrases were mended by nine in ten are told; of those nobody read, three in four."""
    rows = [each for each in labelled("retold") if (each["language"] in UNREAD) == unread]
    pairs = [(each["id"], trigger) for each in rows for trigger in each["triggers"]]

    assert len(pairs) >= 80
    assert sum(trigger in retold[each] for each, trigger in pairs) / len(pairs) >= floor


@pytest.mark.parametrize(
    ("unread", "most"), [pytest.param(False, 0.11, id="read"), pytest.param(True, 0.32, id="unread")]
)
def test_peaceful_words_of_retold_give_few_alarms(retold: dict[str, set[str]], unread: bool, most: float) -> None:
    """Professions, idioms and plays: one in nine gives a trigger in languages that were read, else one in three."""
    rows = [each for each in labelled("retold") if (each["language"] in UNREAD) == unread]
    peaceful = [each["id"] for each in rows if not each["triggers"]]

    assert len(peaceful) >= 38
    assert sum(bool(retold[each]) for each in peaceful) / len(peaceful) <= most


@pytest.fixture(scope="module")
def sent(toolkit: ToneKit) -> set[str]:
    """The critical messages whose reply a safeguard that sends everything would send."""
    reply = toolkit.personalize("Hello").reply
    return {
        message["id"]
        for name in (*LEARNED, *SEEN)
        for message in labelled(name)
        if set(message["triggers"]) & set(CRITICAL)
        and not why_unseen_is_wrong(
            toolkit.analyze(message["text"]), Outgoing(reply, answer_language="en"), hold_delicate=True
        )
    }


@pytest.mark.parametrize("name", ["messages", "heldout", "paraphrased", "fresh", "last"])
def test_no_critical_message_could_be_sent(sent: set[str], name: str) -> None:
    """Recognised by its trigger or not: a safeguard that sends everything sends none of the critical messages."""
    assert sorted(sent.intersection(each["id"] for each in labelled(name))) == []


@pytest.mark.parametrize("name", ["broad", "judged"])
def test_hardly_a_critical_message_could_be_sent(sent: set[str], name: str) -> None:
    """Of messages written after the delicate words were listed, at most 2 in 100 critical ones could be sent."""
    critical = [each["id"] for each in labelled(name) if set(each["triggers"]) & set(CRITICAL)]

    assert len(sent.intersection(critical)) / len(critical) <= 0.02


ONLY_COUNTED = {"nb", "da"}
"""The languages of `plainer` whose messages nobody read."""


@pytest.mark.parametrize(
    ("unread", "floor"), [pytest.param(False, 0.91, id="read"), pytest.param(True, 0.92, id="unread")]
)
def test_plainer_is_recognised(plainer: dict[str, set[str]], unread: bool, floor: float) -> None:
    """What customers tell in usual words or their own is recognised in nine of ten cases."""
    rows = [each for each in labelled("plainer") if (each["language"] in ONLY_COUNTED) == unread]
    pairs = [(each["id"], trigger) for each in rows for trigger in each["triggers"]]

    assert len(pairs) >= 160
    assert sum(trigger in plainer[each] for each, trigger in pairs) / len(pairs) >= floor


@pytest.mark.parametrize(
    ("unread", "most"), [pytest.param(False, 0.08, id="read"), pytest.param(True, 0.2, id="unread")]
)
def test_messages_beside_plainer_give_few_alarms(plainer: dict[str, set[str]], unread: bool, most: float) -> None:
    """Of messages of the same worlds that hold nothing one in thirteen gives a trigger; where nobody read, 1 in 5."""
    rows = [each for each in labelled("plainer") if (each["language"] in ONLY_COUNTED) == unread]
    peaceful = [each["id"] for each in rows if not each["triggers"]]

    assert len(peaceful) >= 110
    assert sum(bool(plainer[each]) for each in peaceful) / len(peaceful) <= most
