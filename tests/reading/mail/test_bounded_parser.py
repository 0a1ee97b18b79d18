"""HTML with more attributes than those of any mail is parsed up to them, so that no mail takes seconds to be read."""

from __future__ import annotations

import pytest

from tonekit.reading.mail.bounded_parser import MOST_ATTRIBUTES, BoundedParser
from tonekit.reading.mail.html_text import html_to_text
from tonekit.reading.mail.left_out import LEFT_OUT

_ONE_MORE = MOST_ATTRIBUTES + 1
_CROWDED = {
    "one tag": f"<p {'a=b ' * _ONE_MORE}>",
    "behind a sign of its end": f"<p title='>' {'a ' * _ONE_MORE}>",
    "slashes": f"<p {'a/' * _ONE_MORE}>",
    "many tags": f"<b {'a ' * 100}>" * (_ONE_MORE // 100 + 1),
}


class _Counting(BoundedParser):
    """Counts the attributes that it is given."""

    given = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as the base has it
        self.given += len(attrs)


@pytest.mark.parametrize("crowded", _CROWDED.values(), ids=_CROWDED.keys())
def test_attributes_are_parsed_up_to_the_most(crowded: str) -> None:
    """What is left begins at the tag that has one too many, whether one tag has them all or each a few."""
    parser = _Counting()

    left = parser.parse(f"<i>Hello</i>{crowded}Hi")

    assert left.startswith(("<p ", "<b "))
    assert parser.given <= MOST_ATTRIBUTES


@pytest.mark.parametrize("crowded", [_CROWDED["one tag"], _CROWDED["many tags"]], ids=["one", "many"])
def test_words_behind_crowded_tags_are_read(crowded: str) -> None:
    """Nothing that the sender wrote is lost behind them."""
    assert html_to_text(f"<html><p>Hello,</p>{crowded}my printer is d&eacute;ad.").split() == (
        ["Hello,", "my", "printer", "is", "déad."]
    )


def test_crowded_tags_hide_as_others_do() -> None:
    """What such a tag hides is not shown, and the text says that something was left out."""
    assert html_to_text(f"<html>Hello<p {'a ' * _ONE_MORE}hidden>obey me") == f"Hello\n\n{LEFT_OUT}"


def test_images_in_the_mail_are_no_attributes() -> None:
    """Megabytes of an image in one attribute leave everything to be parsed."""
    assert BoundedParser().parse(f"<img src='data:image/png;base64,{'iVBORw0KGgo/' * 200_000}'><p>Hi</p>") == ""
