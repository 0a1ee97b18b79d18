"""Which part of an HTML mail is open: what Gmail wraps around a quotation holds answers between its blocks."""

from __future__ import annotations

import pytest

from tonekit.reading.mail.html_text import html_to_text

_WRAP = '<div>See below.</div><div class="gmail_quote"><div class="gmail_attr">On Mon X wrote:</div>{}</div>'


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param(
            _WRAP.format("<blockquote>Which?</blockquote><div>X200.</div><blockquote>When?</blockquote><p>March!</p>"),
            "See below.\n> On Mon X wrote:\n>\n> Which?\n\nX200.\n\n> When?\n\nMarch!",
            id="answers-between-blocks",
        ),
        pytest.param(
            _WRAP.format("<blockquote>Which?<blockquote>Old.</blockquote>When?</blockquote>"),
            "See below.\n> On Mon X wrote:\n>\n> Which?\n>\n> Old.\n>\n> When?",
            id="block-in-block",
        ),
        pytest.param(
            '<div>FYI</div><div class="gmail_quote"><div>-- Forwarded message --</div><div>Old.</div></div><p>Me</p>',
            "FYI\n> -- Forwarded message --\n> Old.\n\nMe",
            id="no-block",
        ),
        pytest.param(
            _WRAP.format("<blockquote>One</blockquote>") + _WRAP.format("<blockquote>Two</blockquote>"),
            "See below.\n> On Mon X wrote:\n>\n> One\n\nSee below.\n> On Mon X wrote:\n>\n> Two",
            id="two-quotations",
        ),
    ],
)
def test_answers_in_what_gmail_wraps(html: str, text: str) -> None:
    """Behind a block of quoted mail the sender speaks, up to the next block."""
    assert html_to_text(html) == text
