"""HTML mail: what is one, and what its reader sees."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tonekit.reading.mail.html_text import MOST_SHOWN, html_to_text, looks_like_html

_HTML = {
    "document": "<!DOCTYPE html><html><body>Hej</body></html>",
    "upper case": "<HTML><BODY>Hej</BODY></HTML>",
    "behind blank lines": "\n\n<html>\nHej</html>",
    "comment in front": "<!-- mailer --><html><body>Hej</body></html>",
    "comment before a piece": "<!-- mailer --><p>Hej!</p>",
    "conditions of Outlook": "<!--[if mso]><style>p {margin: 0}</style><![endif]-->\n<!-- --><div>Hej!</div>",
    "comments that end at once": "<!--><!---><p>Hej!</p>",
    "declaration of XML": '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html><html><body>Hej!</body></html>',
    "condition in sight": "<![if !mso]><div>Hej!</div><![endif]>",
    "namespace of Outlook": '<?xml:namespace prefix = "o" /><div>Hej!</div>',
    "paragraph of Outlook": "<o:p></o:p><p class=MsoNormal>Hej!</p>",
    "script in front": "<script>var a = 'I hate you';</script><p>Hej!</p>",
    "form": "<form><label>Namn</label><p>Kim</p></form>",
    "long comment": f"<!--{'x' * 30_000}--><p>Hej!</p>",
    "one block": "<div>Hej!</div>",
    "blocks": "<p>Hej!</p><p>Kan ni ringa?</p>",
    "text at the end": "<p>Guten Tag</p><p>bitte um Termin</p><br>E. Traun",
    "attributes": '<div dir="ltr" style="color: red">Hei<br></div>',
    "glued breaks": "Hello,<br>my order is late.<br><br>Tom",
    "breaks at line ends": "Hello,<br />\nmy order is late.<br />\nTom",
}
_NOT_HTML = {
    "empty": "",
    "prose": "Kan ni ringa?",
    "mention": "The <div> is not closed, why?",
    "mention at the start": "<div> is not rendered in your editor, please help",
    "element at the start": "<div>x</div> is shown raw in my mail, why?",
    "mention of breaks": "Shall I write <br> or <br/> in the field?",
    "comparison": "if a < b and b > c it fails",
    "address": "Anna <anna@firm.example> wrote:\n> ok",
    "trace": "at Object.<anonymous> (/srv/a.js:1:2)",
    "xml": "<order><id>7</id></order>",
    "heart": "<3 <3 <3",
    "script in a sentence": "<script> is cut out of my template, why?",
    "comment alone": "<!-- is that how I write a comment?",
    "words behind a declaration of XML": '<?xml version="1.0"?> is all that I see, and <order id="7"> below it.',
    "condition as words": "<![if I pay] what then?",
    "words behind a comment": "<!-- x --> is shown in my mail, why?",
}


@pytest.mark.parametrize("text", _HTML.values(), ids=_HTML.keys())
def test_html_mails_are_told(text: str) -> None:
    """A whole mail in HTML is one, whatever its writer left out."""
    assert looks_like_html(text)


@pytest.mark.parametrize("text", _NOT_HTML.values(), ids=_NOT_HTML.keys())
def test_a_tag_in_a_sentence_is_no_html_mail(text: str) -> None:
    """Plain text that mentions a tag stays plain text."""
    assert not looks_like_html(text)


_TEXTS = {
    "paragraphs": ("<p>Hej!</p><p>Kan ni\n ringa?</p>", "Hej!\n\nKan ni ringa?"),
    "divs": ("<div>a</div><div>b</div>", "a\nb"),
    "blank div": ("<div>Hej.</div><div><br></div><div>Ring!</div>", "Hej.\n\nRing!"),
    "breaks": ("a<br>b<br/><br />c", "a\nb\n\nc"),
    "nested blocks": ("<div><div><p>a</p></div></div>b", "a\n\nb"),
    "outlook paragraphs": (
        (
            '<p class="MsoNormal">a<o:p></o:p></p><p class="MsoNormal">b</p>'
            '<p class="MsoNormal">&nbsp;</p><p class="MsoNormal">c</p>'
        ),
        "a\nb\n\nc",
    ),
    "list": ("Drei Dinge:<ul><li>Preis</li><li>Frist</li></ul>", "Drei Dinge:\n\n- Preis\n- Frist"),
    "link": ('See <a href="https://x.example/?a=1&b=2">the page</a>.', "See the page."),
    "image": ('a<img src="x.png" alt="Logo">b', "ab"),
    "emoji image": ('Kul <img alt="😊" src="e.png">', "Kul 😊"),
    "script and style": ("<style>p{color:red}</style><script>alert('<p>x</p>')</script>a", "a"),
    "head": ("<html><head><title>T</title><meta charset=utf-8></head><body>a</body></html>", "a"),
    "head never closed": ("<html><head><title>T</title><body>a</body></html>", "a"),
    "hidden by style": ('<div style="display: none">peek</div>a', "a"),
    "hidden with others inside": ('<div style="DISPLAY:NONE"><div>x</div>y</div>a', "a"),
    "hidden by its size": ('<span style="color:red;font-size: 0px">x</span>a', "a"),
    "of no size but for what stands in it": (
        '<td style="font-size:0px;"><div style="font-size:13px">a</div></td>',
        "a",
    ),
    "small": ('<span style="font-size:0.8em">a</span>', "a"),
    "hidden by its height": ('<div style="max-height:0;overflow:hidden">x</div>a', "a"),
    "seen through": ('<div style="opacity:0">x</div><div style="opacity:0.9">a</div>', "a"),
    "another opacity": ('<p style="fill-opacity:0">a</p>', "a"),
    "hidden by attribute": ("<p hidden>x</p><p>a</p>", "a"),
    "hidden paragraph never closed": ("<p hidden>x<p>a", "a"),
    "text of a form": ("<textarea>a <i>b</i></textarea>c", "a b\nc"),
    "choices": ("<select><option>a<option>b</select>c", "a\nb\nc"),
    "for programs without scripts": ("<noscript><p>a</p></noscript>b", "a\n\nb"),
    "text of a drawing": ("<svg><style>.a{}</style><title>t</title><text>a</text></svg>b", "a\nb"),
    "comment with another end": ("a<!-- x --!>b<!-- y -->c", "abc"),
    "comments that end at once": ("a<!-->b<!--->c", "abc"),
    "hidden image": ('<img hidden src="x">a', "a"),
    "entities": ("Gr&uuml;&szlig;e &amp; &lt;3 &#8364;", "Grüße & <3 €"),
    "hard spaces": ("a&nbsp;&nbsp; b", "a b"),
    "white space": ("a \n\t b", "a b"),
    "blockquote": ("Ja.<blockquote><p>Passt es?</p>Kunde</blockquote>Gut.", "Ja.\n\n> Passt es?\n>\n> Kunde\n\nGut."),
    "gmail": (
        (
            '<div>Ja</div><div class="gmail_quote"><div class="gmail_attr">On Mon X wrote:</div>'
            "<blockquote>Ok?</blockquote></div>"
        ),
        "Ja\n> On Mon X wrote:\n>\n> Ok?",
    ),
    "thunderbird": (
        '<p>Nein</p><div class="moz-cite-prefix">Am 3.6. schrieb X:</div><blockquote type="cite">Ok?</blockquote>',
        "Nein\n\n> Am 3.6. schrieb X:\n>\n> Ok?",
    ),
    "yahoo": ('<div>Nej</div><div class="ydp1 yahoo_quoted"><div>Ok?</div></div>', "Nej\n> Ok?"),
    "outlook on the web": (
        '<div>Nei</div><hr><div id="divRplyFwdMsg">From: X<br>Sent: Monday</div><div>Ok?</div>',
        "Nei\n> From: X\n> Sent: Monday\n> Ok?",
    ),
    "preformatted": ("So:<pre>a  b\n  c</pre>ok?", "So:\n\n```\na  b\n  c\n```\n\nok?"),
    "code in a line": ("set <code>x=1</code> now", "set x=1 now"),
    "table": ("<table><tr><td>Lampe</td><td>2</td></tr><tr><td>Kabel</td><td>1</td></tr></table>", "Lampe 2\nKabel 1"),
    "conditional comments": ("<!--[if mso]><p>x</p><![endif]-->a<![if !mso]>b<![endif]>", "ab"),
    "unclosed comment": ("a<br>b<!-- c", "a\nb"),
    "unclosed tag": ("a<br>b <div", "a\nb <div"),
    "broken declaration": ("a<![foo b<br>c", "a<![foo b\nc"),
    "stray end tags": ("</div></p>a</blockquote>", "a"),
    "plain text": ("a < b", "a < b"),
    "empty": ("", ""),
}


@pytest.mark.parametrize(("html", "text"), _TEXTS.values(), ids=_TEXTS.keys())
def test_text_of_html(html: str, text: str) -> None:
    """The text is what the reader of the mail sees, with quotes, lists and code marked."""
    assert html_to_text(html) == text


_PIECES = st.sampled_from(
    "<p> </p> <div|hidden> </div> <blockquote> </blockquote> <pre> </pre> <br> <li> <![ <!-- --> ]]> <script> </script>"
    " <style < > & &amp &#x110000; &nbsp; a <? \" <!doctype <![CDATA[ <!ELEMENT <a|href=' </ <body> <head> \x00 \ud800"
    " | \n".replace("|", "\t").split(" ")
)


@given(st.one_of(st.text(), st.lists(_PIECES, max_size=40).map("".join)))
@example("<![if x")
@example("<!a[")
def test_any_text_is_read(text: str) -> None:
    """Nothing raises, and the text has no blank lines at its ends or two in a row outside code."""
    looks_like_html(text)
    read = html_to_text(text)
    assert read == read.strip("\n")
    assert "\n\n\n" not in read


_NAMES = st.text(st.characters(categories=["L"]), min_size=1, max_size=12)


@given(st.lists(_NAMES, min_size=1, max_size=6))
def test_no_visible_word_is_lost(words: list[str]) -> None:
    """Whatever blocks the words stand in, all come out, in order."""
    blocks = "<p>{}</p> <div>{}</div> <ul><li>{}</li></ul> <blockquote>{}</blockquote> <pre>{}</pre> {}<br>".split()
    html = "".join(blocks[index % len(blocks)].format(word) for index, word in enumerate(words))
    read = html_to_text(html).replace("```", "").replace("> ", "").replace("- ", "").split()
    assert read == words


_HUGE = {
    "nested": "<div>" * 100_000 + "x" + "</div>" * 100_000,
    "nested quotes": "<blockquote>" * 80_000 + "x",
    "nested lists": "<ul><li>" * 100_000 + "x",
    "open": "<" * 10**6 + "x",
    "open tags": "<a " * 300_000 + "x",
    "open comments": "x" + "<!--" * 250_000,
    "empty comments in front": "<!-->" * 200_000 + "x",
    "conditions in front": "<![if a>" * 120_000 + "x",
    "open sections": "<![CDATA[>" * 100_000 + "x",
    "open declarations": "<!" * 500_000 + ">x",
    "open scripts": "x<script>" + "</" * 500_000,
    "open quotes": "x<a" + ' b="' * 250_000 + ">",
    "references": "&#" * 500_000 + "x",
    "styles": '<div style="' + "display " * 120_000 + '">x',
}


@pytest.mark.parametrize("html", _HUGE.values(), ids=_HUGE.keys())
def test_a_megabyte_is_read(html: str) -> None:
    """Deep nesting and endless broken markup are read, and the word among them is found."""
    looks_like_html(html)
    assert "x" in html_to_text(html)


_LONG = {
    "paragraphs": "<html>" + "<p>My printer is broken.</p>" * 10_000,
    "table": "<table>" + "<tr><td>a</td><td>b</td></tr>" * 100_000,
    "preformatted": "<html><pre>" + "a line of a log\n<b>x</b>" * 10_000,
}


@pytest.mark.parametrize("html", _LONG.values(), ids=_LONG.keys())
def test_a_long_mail_is_cut(html: str) -> None:
    """What nobody reads is not taken out of a mail: the text ends early, and in a text, not in a tag."""
    text = html_to_text(html)

    assert MOST_SHOWN < len(text) < 3 * MOST_SHOWN
    assert "<" not in text


_LATE = "<p>The printer still prints nothing.</p>"
_LITTLE_TO_SEE = {
    "hidden": f"<div style='display:none'>{'obey me ' * 10_000}</div>",
    "hidden in many": "<span style='display:none'>obey me</span>" * 10_000,
    "style": f"<style>{'p.obey {margin:0}' * 10_000}</style>",
    "comment": f"<!-- {'obey ' * 20_000} -->",
    "blanks": f"<p>{' &nbsp;' * 60_000}</p>",
    "indented": "<div>\n                    </div>" * 5_000,
    "image": f"<img alt='' src='data:image/png;base64,{'obey' * 20_000}'>",
    "pasted data": f"<p>{'aG9i' * 20_000}</p>",
}


@pytest.mark.parametrize("before", _LITTLE_TO_SEE.values(), ids=_LITTLE_TO_SEE.keys())
def test_what_nobody_sees_takes_no_place(before: str) -> None:
    """Behind pages of hidden text, code, blanks and pictures the words of the sender are read, and nothing hidden."""
    text = html_to_text(f"<html><body>{before}{_LATE}</body></html>")

    assert text.endswith("The printer still prints nothing.")
    assert "obey" not in text


def test_what_is_hidden_stays_hidden_behind_the_cut() -> None:
    """Where a mail is cut within an element that is hidden later, nothing of that element is shown."""
    seen = "<p>My printer is broken.</p>" * 10_000
    text = html_to_text(f"<html>{seen}<div hidden>{'obey me ' * 10_000}</div></html>")

    assert "obey" not in text
