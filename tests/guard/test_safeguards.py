"""Safeguards are tuned, switched off and added in `tonekit.yaml`, and a mistake there is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonekit import ToneKit
from tonekit.errors import DataFileError
from tonekit.files.datafile import DataFile
from tonekit.guard.safeguards import Safeguards, read_safeguards
from tonekit.rendering.folders.sources import TemplateFolders, shipped_templates
from tonekit.settings import Settings
from tonekit.template_set import TemplateSet

HEAD = """
brand: {name: Test}
replies: [{template: acknowledgement}]
"""
SHIPPED = shipped_templates() / "tonekit.yaml"


def read(text: str) -> Safeguards:
    """Return the safeguards of a `tonekit.yaml` of one's own, given from `safeguards:` on."""
    file = DataFile(Path("tonekit.yaml"), HEAD + text)
    return read_safeguards(file.into(Settings), file, shipped=SHIPPED)


def own(folder: Path, text: str) -> ToneKit:
    """Return a toolkit whose `tonekit.yaml` is one's own."""
    (folder / "tonekit.yaml").write_text(HEAD + text, encoding="utf-8")
    return ToneKit(templates=folder)


def test_shipped_ones_come_in_with_use() -> None:
    """`use` takes all that ship, in their order, and one's own come behind."""
    shipped = DataFile(SHIPPED, SHIPPED.read_text(encoding="utf-8"))
    ids = [each.id for each in shipped.into(Settings).safeguards]
    mine = read('safeguards: [{use: "!tonekit.yaml"}, {id: mine, action: approve, reason: x}]')

    assert [each.id for each in mine.each] == [*ids, "mine"]


def test_an_id_changes_one_key_by_key() -> None:
    """What an entry does not name stays as it ships."""
    changed = read('safeguards: [{use: "!tonekit.yaml"}, {id: press, action: approve, hand_to: Anna}]')
    before = {each.id: each for each in read('safeguards: [{use: "!tonekit.yaml"}]').each}
    after = {each.id: each for each in changed.each}

    assert (after["press"].action, after["press"].hand_to) == ("approve", "Anna")
    assert (after["press"].reason, after["press"].when) == (before["press"].reason, before["press"].when)
    assert {name: each for name, each in after.items() if name != "press"} == {
        name: each for name, each in before.items() if name != "press"
    } | {name: after[name] for name in after if name != "press"}


def test_queues_that_ship_stand_behind_ones_own() -> None:
    """Who uses the shipped safeguards gets their queues, and renames those that are called otherwise."""
    mine = read('queues: {legal: legal@example.com}\nsafeguards: [{use: "!tonekit.yaml"}]')
    handed = {each.id: each.hand_to for each in mine.each}

    assert handed["legal_threat"] == "legal@example.com"
    assert handed["data_erasure"] == "Data protection officer"


def test_off_switches_one_off() -> None:
    """A safeguard that is off is gone; the others stay."""
    ids = [each.id for each in read('safeguards: [{use: "!tonekit.yaml"}, {id: leaving, action: off}]').each]

    assert "leaving" not in ids
    assert "abuse" in ids


def test_one_is_added_without_code(tmp_path: Path) -> None:
    """A topic with words of one's own, a safeguard that looks at it, and a queue: three entries, no code."""
    kit = own(
        tmp_path,
        """
topics: [{topic: recall, words: ["(recall{,ed}|rückruf{,aktion}) of the kettle"]}]
queues: {recall: Recall hotline}
safeguards:
  - {id: recall, when: {topics: recall}, action: escalate, reason: "About {topics}.", hand_to: recall}
""",
    )
    decision = kit.personalize("Hi, is the RECALL of the kettle still on?").decision

    assert decision.action == "escalate"
    assert decision.hand_to == "Recall hotline"
    assert (decision.reasons[0].text, decision.reasons[0].evidence) == ("About recall.", ("RECALL of the kettle",))


def test_send_is_possible_where_nothing_is_critical(tmp_path: Path) -> None:
    """Who says so may let harmless mail out unseen."""
    kit = own(tmp_path, "safeguards: [{id: routine, when: {request: question}, action: send, reason: Routine.}]")

    assert kit.personalize("Could you tell me your opening hours?").decision.action == "send"


def test_limits_and_conditions_are_settings() -> None:
    """The limit of money, the classes of customers and what holds delicate mail back are changed in the file."""
    text = """
limits: {amounts: {default: 20, SEK: 200}}
hold_delicate: false
safeguards: [{use: "!tonekit.yaml"}, {id: high_value, when: {customer.tier: [A]}}]
"""
    mine = read(text)

    assert mine.amounts == {"default": 20, "SEK": 200}
    assert not mine.hold_delicate
    assert {each.id: each.when.parts for each in mine.each}["high_value"] == {"customer.tier": ["A"]}


def test_ruleset_follows_the_safeguards(tmp_path: Path) -> None:
    """Results under different safeguards are told apart by their ruleset."""
    rulesets = set()
    for more in ("", ", {id: press, action: off}"):
        (tmp_path / "tonekit.yaml").write_text(HEAD + f'safeguards: [{{use: "!tonekit.yaml"}}{more}]', encoding="utf-8")
        rulesets.add(TemplateSet(TemplateFolders(tmp_path), check=False, count_tokens=None, more="").ruleset)

    assert len(rulesets) == 2


WRONG = [
    pytest.param("[{id: a, when: {moood: x}, action: approve, reason: x}]", "did you mean 'mood'", id="condition"),
    pytest.param("[{id: a, action: approve, reason: 'Saw {mood}.'}]", "is not in the condition", id="braces"),
    pytest.param("[{action: approve, reason: x}]", "needs an id", id="no-id"),
    pytest.param(
        "[{id: a, reason: x}]", "needs an action; it is one of send, approve, escalate and off", id="no-action"
    ),
    pytest.param("[{id: a, action: approve}]", "needs a reason", id="no-reason"),
    pytest.param(
        '[{use: "!tonekit.yaml"}, {id: data_breech, action: off}]', "did you mean 'data_breach'", id="off-misspelt"
    ),
    pytest.param("[{id: whatever, action: off}]", "no safeguard 'whatever' to be switched off", id="off-of-nothing"),
    pytest.param("[{id: a, action: shout, reason: x}]", "needs one of", id="action"),
    pytest.param(
        "[{id: a, action: approve, reason: x}, {id: a, action: send, reason: y}]", "two safeguards", id="twice"
    ),
    pytest.param(
        '[{use: "!tonekit.yaml"}, {id: press, action: off}, {id: press, action: send}]',
        "two safeguards",
        id="changed-twice",
    ),
    pytest.param('[{use: "other.yaml"}]', "needs one of '!tonekit.yaml'", id="use"),
    pytest.param(
        "[{id: a, when: {topics: wine}, action: approve, reason: x}]\ntopics: [{topic: beer, words: [ale]}]",
        "cannot be 'wine'; it is one of beer",
        id="topic",
    ),
    pytest.param("[]\ntopics: [{topic: beer, words: [a ~]}]", "stands between words", id="gap"),
    pytest.param("[]\ntopics: [{topic: beer, words: ['(a']}]", "never closed", id="pattern"),
    pytest.param("[]\ntopics: [{topic: beer, words: [a]}, {topic: beer, words: [b]}]", "two topics", id="topic-twice"),
    pytest.param("[]\nlimits: {amounts: {default: lots}}", "needs a number", id="amount"),
    pytest.param("[]\nlimits: {amounts: {euro: 5}}", "amounts", id="currency"),
]


@pytest.mark.parametrize(("text", "problem"), WRONG)
def test_mistake_is_refused(text: str, problem: str) -> None:
    """What cannot be meant is refused with its line and what to do."""
    with pytest.raises(DataFileError, match=problem) as caught:
        read("safeguards: " + text)

    assert caught.value.line is not None


def test_a_template_of_the_reply_can_be_asked_for(tmp_path: Path) -> None:
    """One's own safeguard lets receipts go out unseen; every other reply waits for a person."""
    (tmp_path / "tonekit.yaml").write_text(
        "brand: {name: Test}\n"
        "replies: [{template: thanks_for_feedback, when: {request: feedback}}, {template: acknowledgement}]\n"
        "safeguards: [{id: receipts, when: {reply_template: acknowledgement}, action: send, reason: A receipt.}]\n",
        encoding="utf-8",
    )
    kit = ToneKit(templates=tmp_path)
    praise = "Thank you so much for the great service, your driver was very friendly and we love the new sofa!"
    receipt, thanks = (kit.personalize(text) for text in ("Please find my documents attached.", praise))

    assert (receipt.reply and receipt.reply.name, receipt.decision.action) == ("acknowledgement", "send")
    assert (thanks.reply and thanks.reply.name, thanks.decision.action) == ("thanks_for_feedback", "approve")


def test_a_template_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """A misspelt template would never be the one: the error names the line and what was probably meant."""
    with pytest.raises(DataFileError, match=r"acknowledgment.*acknowledgement") as caught:
        own(tmp_path, "safeguards: [{id: x, when: {reply_template: acknowledgment}, action: send, reason: A receipt.}]")

    assert caught.value.line is not None


def test_the_shipped_file_cannot_use_itself() -> None:
    """`use` stands in a file of one's own; anywhere else it leads in a circle."""
    file = DataFile(SHIPPED, HEAD + 'safeguards: [{use: "!tonekit.yaml"}]')

    with pytest.raises(DataFileError, match=r"only a tonekit\.yaml of your own"):
        read_safeguards(file.into(Settings), file, shipped=SHIPPED)
