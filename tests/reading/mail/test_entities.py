"""Character references that are left of HTML are read as what they stand for; who speaks of them is left alone."""

from __future__ import annotations

import pytest

from tonekit.reading.mail.entities import without_entities
from tonekit.reading.mail.html_text import plain_text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("K&ouml;nnen Sie pr&uuml;fen? Gr&uuml;&szlig;e", "Können Sie prüfen? Grüße"),
        ("It&#39;s broken &amp; I can&#39;t use it", "It's broken & I can't use it"),
        ("Didn&rsquo;t arrive&nbsp;&ndash; again", "Didn’t arrive\u00a0– again"),
        ("Hello,&nbsp;where is&nbsp;it?", "Hello,\u00a0where is\u00a0it?"),
        ("F&aring;r jeg l&oslash;n?", "Får jeg løn?"),
        ("The page shows &amp; instead of a sign, and &lt;br&gt; too", None),
        ("It prints O&#39;Shea on my card.", None),
        ("AT&T; R&D; Q&A;", None),
        ("fish & chips; &unknown;", None),
        ("", None),
    ],
)
def test_references(text: str, plain: str | None) -> None:
    """Letters and hard spaces give HTML away; `&amp;` and `&lt;` alone are what people write of it."""
    assert without_entities(text) == (text if plain is None else plain)
    assert plain_text(text) == without_entities(text)
