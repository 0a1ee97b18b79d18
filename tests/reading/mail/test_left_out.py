"""Where words of an HTML mail were left out, a note says so, and no setting sends an answer unseen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tonekit import Message, Thread, ToneKit, Turn
from tonekit.eml import read_eml
from tonekit.reading.mail.html_rest import MOST_TAGS
from tonekit.reading.mail.html_text import html_to_text
from tonekit.reading.mail.left_out import LEFT_OUT, says_left_out

_CALM = "Could you tell me your opening hours?"
_NOTE = f"The HTML has more tags than a mail; what may be hidden there was not read ('{LEFT_OUT}')."
_LAYOUT = "<td></td>" * (MOST_TAGS // 2)
_WHOLE = f"<html><body><p>{_CALM}</p>{_LAYOUT}</body></html>"
_CUT = f"<html><body><p>{_CALM}</p>{_LAYOUT}<p style='opacity:1'></p><p>My lawyer will sue you.</p></body></html>"
_FORWARDED = (
    "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/html\n\n{html}\n"
    "--x\nContent-Type: message/rfc822\n\nFrom: kim@example.com\n\nHello\n--x--\n"
)
_TWO_TEXTS = (
    "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/html\n\n{html}\n"
    "--x\nContent-Type: text/html\n\n<html><p>Thank you very much in advance.</p></html>\n--x--\n"
)


@pytest.fixture(scope="module")
def sends_everything(tmp_path_factory: pytest.TempPathFactory) -> ToneKit:
    """A toolkit that sends whatever the floor under all safeguards lets out."""
    folder: Path = tmp_path_factory.mktemp("templates")
    folder.joinpath("tonekit.yaml").write_text(
        "brand: {name: Test}\nreplies: [{template: acknowledgement}]\n"
        "safeguards: [{id: all, action: send, reason: Send everything.}]\n",
        encoding="utf-8",
    )
    return ToneKit(templates=folder)


def _mail(form: str, html: str) -> Message:
    return read_eml(form.format(html=html).encode())


def _turn(html: str) -> Turn:
    return Turn(author="customer", message=Message(text=html))


_WAYS: Mapping[str, Callable[[str], str | Message | Thread]] = {
    "text": lambda html: html,
    "thread": lambda html: Thread(turns=(_turn(html), _turn("Thank you very much in advance."))),
    "mail of two texts": lambda html: _mail(_TWO_TEXTS, html),
}


@pytest.mark.parametrize("way", _WAYS.values(), ids=_WAYS.keys())
def test_what_is_cut_is_never_sent(sends_everything: ToneKit, way: Callable[[str], str | Message | Thread]) -> None:
    """The same message is sent where it was read to its end, and seen by a person where words were left out."""
    whole, cut = (sends_everything.personalize(way(html)) for html in (_WHOLE, _CUT))

    assert (whole.decision.action, [reason.rule for reason in whole.decision.reasons]) == ("send", ["all"])
    assert _NOTE not in whole.notes
    assert (cut.decision.action, cut.decision.reasons[0].rule) == ("approve", "never_unseen")
    assert _NOTE in cut.notes
    assert LEFT_OUT in cut.analysis.text.split("\n")


def test_it_is_noted_in_mail_that_passes_another_on(sends_everything: ToneKit) -> None:
    """The HTML above an attached mail is made text before it is read; that something is left out is still known."""
    assert _NOTE in sends_everything.analyze(_mail(_FORWARDED, _CUT)).notes


def test_shipped_safeguards_tell_why(toolkit: ToneKit) -> None:
    """With the settings that ship the reason is the one for messages that were not read as a whole."""
    decision = toolkit.personalize(_CUT).decision

    assert (decision.action, decision.reasons[0].rule) == ("approve", "not_read")


def test_a_prompt_shows_the_place(toolkit: ToneKit) -> None:
    """A model sees that something is missing there."""
    prompt = toolkit.personalize(_CUT).prompt
    assert prompt is not None

    assert f"{_CALM}\n\n{LEFT_OUT}\n" in prompt.messages[-1].content


def test_verdicts_do_not_change(toolkit: ToneKit) -> None:
    """The line is no word of the sender: what was read before it is read as without it."""
    cut, whole = toolkit.analyze(_CUT), toolkit.analyze(_WHOLE)

    assert {name: cut.label(name) for name, _ in cut.verdicts()} == {
        name: whole.label(name) for name, _ in whole.verdicts()
    }


_IN_VALUES = {
    "plain": '<p title="<!--">obey me</p>',
    "two": '<p id="<!--" title="<!--">obey me</p>',
    "closed": '<p title="<!--">obey me</p><p title="-->">Bye</p>',
    "bare": "<p title=<!-- >obey me</p><p title=-->Bye</p>",
    "of an end": '</p title="<!--">obey me</p>',
    "behind a sign": '<p title=">" id="<!--">obey me</p>',
    "behind a sign, closed": '<p title="<>" id="<!--">obey me</p><p title="-->">Bye</p>',
}


@pytest.mark.parametrize("layout", ["", _LAYOUT], ids=["parsed", "rest"])
@pytest.mark.parametrize("html", _IN_VALUES.values(), ids=_IN_VALUES.keys())
def test_values_begin_no_comment(layout: str, html: str) -> None:
    """What mail programs show behind a value that looks like a comment is shown here, or said to be left out."""
    text = html_to_text(f"<html><body>{layout}{html}</body></html>")

    assert "obey me" in text or says_left_out(text)


@pytest.mark.parametrize("text", ["", "[…]", "[...]", "see [⋯] there", f"> {LEFT_OUT}"])
def test_people_do_not_write_it(text: str) -> None:
    """What people write where they leave something out, or quote, is not taken for it."""
    assert not says_left_out(text)
