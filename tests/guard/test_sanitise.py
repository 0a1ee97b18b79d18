"""A model's answer: what can be sent of it, and what is taken out."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.foreign_text.fencing import visible
from tonekit.guard.sanitise import sanitise
from tonekit.rendering.trials.attacks import ATTACKS, EVIL

LINKS = ("https://docs.example.com/export", "mailto:help@nordlys.example")
HOSTS = ("nordlys.example",)
VALUES = {"[NAME_1]": "Ann_a_", "[EMAIL_1]": "a_b_c@example.se", "[COMPANY_1]": "<b>A</b> & [B](https://evil.example)"}
PIECES = [
    *("<p>", "</p>", "<a href='", "'>", "<script>", "</script>", "<", ">", "&lt;", '"', "\n", "\\", "x"),
    *("[", "](", ")", "![", "`", "```\n", "*", "[EMAIL_1]", "https://evil.example", "javascript:", "Subject: "),
]
TAGS = frozenset("p br ul ol li strong em a h1 h2 h3 h4 h5 h6 blockquote code pre hr".split())


class Tags(HTMLParser):
    """The tags and attributes of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: set[tuple[str, str]] = set()
        self.links: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take them."""
        self.seen |= {(tag, "")} | {(tag, name) for name, _ in attrs}
        self.links |= {value or "" for name, value in attrs if name in ("href", "src")}


@pytest.mark.parametrize(
    ("answer", "text", "html"),
    [
        pytest.param("Hi **you**", "Hi you", "<p>Hi <strong>you</strong></p>", id="markdown"),
        pytest.param(
            "[docs](https://docs.example.com/export)",
            "docs (https://docs.example.com/export)",
            '<p><a href="https://docs.example.com/export">docs</a></p>',
            id="link-of-a-fact",
        ),
        pytest.param(
            "[x](https://www.nordlys.example/a)",
            "x (https://www.nordlys.example/a)",
            '<p><a href="https://www.nordlys.example/a">x</a></p>',
            id="own-host",
        ),
        pytest.param("[log in](https://evil.example/x)", "log in", "<p>log in</p>", id="other-host"),
        pytest.param("[x](https://nordlys.example.evil.example)", "x", "<p>x</p>", id="host-in-front"),
        pytest.param("[x](https://nordlys.example@evil.example)", "x", "<p>x</p>", id="host-as-user"),
        pytest.param(r"[x](<https://nordlys.example\@evil.example>)", "x", "<p>x</p>", id="backslash"),
        pytest.param("[x](javascript:alert(1))", "x", "<p>x</p>", id="script"),
        pytest.param("[x](//evil.example)", "x", "<p>x</p>", id="without-scheme"),
        pytest.param("![pixel](https://evil.example/p.png)", "pixel", "<p>pixel</p>", id="image"),
        pytest.param("![p](https://nordlys.example/p.png)", "p", "<p>p</p>", id="own-image"),
        pytest.param("<https://evil.example>", "[…]", "<p>[…]</p>", id="autolink"),
        pytest.param("See https://evil.example/x.", "See […].", "<p>See […].</p>", id="bare"),
        pytest.param("See evil.example/login now", "See […] now", "<p>See […] now</p>", id="bare-host"),
        pytest.param("`https://evil.example`", "[…]", "<p><code>[…]</code></p>", id="in-code"),
        pytest.param(
            "See https://nordlys.example/a.",
            "See https://nordlys.example/a.",
            "<p>See https://nordlys.example/a.</p>",
            id="bare-own",
        ),
        pytest.param(
            'See <a href="https://docs.example.com/export">here</a>, <a href="https://evil.example">there</a>.',
            "See here (https://docs.example.com/export), there.",
            '<p>See <a href="https://docs.example.com/export">here</a>, there.</p>',
            id="html-links",
        ),
        pytest.param(
            "**Hi**<br/>see <i>this</i> <B>now</B><img src=https://evil.example/p alt=pixel>",
            "Hi\nsee this nowpixel",
            "<p><strong>Hi</strong><br />\nsee <em>this</em> <strong>now</strong>pixel</p>",
            id="html-emphasis",
        ),
        pytest.param(
            "Steps:<ul>\n<li>`<br>` goes</li>\n<li>so</li></ul>",
            "Steps:\n- <br> goes\n- so",
            "<p>Steps:<br />\n- <code>&lt;br&gt;</code> goes<br />\n- so</p>",
            id="html-list",
        ),
        pytest.param(
            "**a <i>b** c</i> d <b>e [f</b>](https://docs.example.com/export)",
            "a b c d e f (https://docs.example.com/export)",
            "<p><strong>a <em>b</em></strong> c d "
            '<strong>e <a href="https://docs.example.com/export">f</a></strong></p>',
            id="html-crossing",
        ),
        pytest.param("<b>" * 200 + "Hi", "Hi", f"<p>{'<strong>' * 51}Hi{'</strong>' * 51}</p>", id="html-endless"),
        pytest.param(
            "Hi <script>**x**</script><!-- c --> <title> <your name> <span>Berg</span></p>",
            "Hi  <title> <your name> Berg",
            "<p>Hi  &lt;title&gt; &lt;your name&gt; Berg</p>",
            id="html-words",
        ),
        pytest.param("[a][1]\n\n[1]: https://evil.example", "a", "<p>a</p>", id="reference"),
        pytest.param("```markdown\nHi\n```", "Hi", "<p>Hi</p>", id="wrapped"),
        pytest.param("Press <Enter>", "Press <Enter>", "<p>Press &lt;Enter&gt;</p>", id="words-in-angles"),
        pytest.param("Assistant:\nHi", "Hi", "<p>Hi</p>", id="speaker"),
        pytest.param(
            "Hi\n\nSystem: Windows 11",
            "Hi\n\nSystem: Windows 11",
            "<p>Hi</p>\n<p>System: Windows 11</p>",
            id="no-speaker",
        ),
        pytest.param("<|im_start|>Hi</customer_message-0a>", "Hi", "<p>Hi</p>", id="markers"),
        pytest.param("<|im_start|>assistant\nHi<|im_end|>", "Hi", "<p>Hi</p>", id="marker-with-role"),
        pytest.param("<|start_header_id|>assistant<|end_header_id|>\n\nHi", "Hi", "<p>Hi</p>", id="header-of-a-role"),
        pytest.param("“Hi.\n\nBye.”", "Hi.\n\nBye.", "<p>Hi.</p>\n<p>Bye.</p>", id="quoted-whole"),
        pytest.param("“Hi” is no “Bye”", "“Hi” is no “Bye”", "<p>“Hi” is no “Bye”</p>", id="quoted-words"),
        pytest.param("Hi \u202ethere\u202c", "Hi there", "<p>Hi there</p>", id="hidden"),
        pytest.param("", "", "", id="empty"),
    ],
)
def test_markdown(answer: str, text: str, html: str) -> None:
    """Text and HTML of an answer in Markdown."""
    made = sanitise(answer, links=LINKS, hosts=HOSTS)

    assert (made.text, made.html) == (text, html)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "ftp://evil.example/x",
            "sftp://evil.example",
            "file://evil.example/x",
            "http://[::1]/",
            "https://evil。com/x",
        ),
        *("evil。com/x", "evil.com:8080", "evil.com:8080/x", "evil.com?x=1", "evil.com/login", "www.evil.com"),
        *("evil.xn--p1ai/pay", "evil.xn--p1ai:8080", "xn--80ak6aa92e.com/a"),
        *(r"\\evil.com\share\x.exe", r"`\\10.0.0.7\share`", "https:**//evil.com/x**"),
        "evil.com<b>/login</b>",
    ],
)
def test_bare_addresses_go(address: str) -> None:
    """What a mail program makes a link of, or opens from another machine, is left out of text and HTML."""
    made = sanitise(f"See {address} now")

    assert made.text == "See […] now"
    assert [each.kind for each in made.removed] == ["link"]


@pytest.mark.parametrize(
    "words",
    [
        *(
            "version 2.10.3",
            "v1.2:30",
            "at 10:30",
            "um 10.30:15 Uhr",
            "e.g.: this",
            "z. B.: das",
            "1.299,50 kr",
            "3.5?",
        ),
        *(
            "3.5?",
            "main.py:30",
            "config.yaml:12",
            "index.php?id=1",
            "app.js:120:4",
            "README.md",
            "tonekit.yaml",
            "and/or",
        ),
        *(r"C:\Users\kim.berg\mail.pst", "Is it example.com? Yes", "kim@example.com: hi", "A.B:C", "Nordlys ApS."),
        *("a // b", "1:2", "f(x) = y?z=1", "12/2025", "tcp 0.0.0.0:8080"),
    ],
)
def test_words_are_no_addresses(words: str) -> None:
    """Versions, file names with a line, times, numbers and abbreviations stay as they are."""
    made = sanitise(f"See `{words}` now")

    assert (made.text, made.removed) == (f"See {words} now", ())


@pytest.mark.parametrize(
    ("answer", "text", "html"),
    [
        pytest.param(
            "<p>Hi <b>you</b></p><ul><li>one</li><li>two</li></ul>",
            "Hi you\n\n- one\n- two",
            "<p>Hi <strong>you</strong></p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>",
            id="mail",
        ),
        pytest.param("<p>a</p><script>alert(1)</script><p>b</p>", "a\n\nb", "<p>a</p>\n<p>b</p>", id="script"),
        pytest.param("<p>a<img src=x onerror=alert(1)></p><p>b</p>", "a\n\nb", "<p>a</p>\n<p>b</p>", id="image"),
        pytest.param(
            "<p onclick='x'>*a* # b</p><p>&lt;i&gt;</p>",
            "*a* # b\n\n<i>",
            "<p>*a* # b</p>\n<p>&lt;i&gt;</p>",
            id="words",
        ),
        pytest.param(
            "<ol><li>a</li><li>b</li></ol><p>c</p>",
            "1. a\n2. b\n\nc",
            "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n<p>c</p>",
            id="steps",
        ),
        pytest.param(
            "<p><a href='https://docs.example.com/export'>d</a> <a href='https://evil.example'>e</a></p><p></p>",
            "d (https://docs.example.com/export) e",
            '<p><a href="https://docs.example.com/export">d</a> e</p>',
            id="links",
        ),
        pytest.param(
            "<p>a</p><svg><p>x</p></svg><style>p{}</style><p>b<!-- c --></p>",
            "a\n\nb",
            "<p>a</p>\n<p>b</p>",
            id="dropped",
        ),
    ],
)
def test_html(answer: str, text: str, html: str) -> None:
    """An answer in HTML is read as a mail, and goes the way of all answers."""
    made = sanitise(answer, links=LINKS, hosts=HOSTS)

    assert (made.text, made.html) == (text, html)


@pytest.mark.parametrize(
    ("answer", "subject", "text"),
    [
        pytest.param("Subject: Re: x\n\nHi", "Re: x", "Hi", id="subject"),
        pytest.param("**Betreff:** Ihr Fall\n\nHi", "Ihr Fall", "Hi", id="bold"),
        pytest.param("Emne: x\nBcc: all@evil.example\nX-Mailer: y\n\nHi", "x", "Hi", id="further-headers"),
        pytest.param("Ämne: =?utf-8?q?=0ABcc=3A_x?=\nHi", "Bcc: x", "Hi", id="encoded-newline"),
        pytest.param("Hi\n\nTo: you", "given", "Hi\n\nTo: you", id="not-in-the-letter"),
        pytest.param("Subject: [NAME_1]\nHi", "Ann_a_", "Hi", id="placeholder"),
        pytest.param("**Subject:** <b>x</b> https://evil.example/a\nHi", "x […]", "Hi", id="tags-and-address"),
        pytest.param("Subject: Re: *y* [x](https://evil.example)\nHi", "Re: y x", "Hi", id="link"),
        pytest.param("Subject: https://nordlys.example/a\nHi", "https://nordlys.example/a", "Hi", id="own-address"),
        pytest.param("Subject: =?utf-8?q?https=3A//evil.example/a?=\nHi", "[…]", "Hi", id="encoded-address"),
        pytest.param("Subject: [URL_1]\nHi", "[…]", "Hi", id="encoded-address-of-a-customer"),
        pytest.param("Subject: Re: order_no_1, 2 < 3\nHi", "Re: order_no_1, 2 < 3", "Hi", id="words"),
    ],
)
def test_headers(answer: str, subject: str, text: str) -> None:
    """An answer may bring a subject, which is one line, and no other header."""
    values = {**VALUES, "[URL_1]": "=?utf-8?q?https=3A//evil.example/a?="}
    made = sanitise(answer, values=values, hosts=HOSTS, subject="given")

    assert (made.subject, made.text) == (subject, text)


def test_report_of_the_subject() -> None:
    """What went out of the subject line is told as well, and so are placeholders that stand for nothing."""
    made = sanitise("Subject: [NAME_9] hi https://evil.example/a ![p](cid:1)\n\nHello", values=VALUES)

    assert made.unknown == ("[NAME_9]",)
    assert [(each.kind, each.text) for each in made.removed] == [("link", "https://evil.example/a"), ("image", "cid:1")]


@pytest.mark.parametrize(
    ("answer", "html"),
    [
        pytest.param("See ev*il*.example/a now", "<p>See […] now</p>", id="emphasis"),
        pytest.param("See `evil`.example/a\nnow *x*", "<p>See […]<br />\nnow x</p>", id="code"),
        pytest.param("[evil](https://nordlys.example).example/a", "<p>[…]</p>", id="link"),
        pytest.param("ev<b>il</b>.example/a\n\nHi *you*", "<p>[…]</p>\n<p>Hi <em>you</em></p>", id="tag"),
    ],
)
def test_addresses_in_pieces_go(answer: str, html: str) -> None:
    """An address that emphasis or links take apart is left out of the HTML, too, and told once."""
    made = sanitise(answer, hosts=HOSTS)

    assert made.html == html
    assert len(made.removed) == 1


def test_values_come_back_as_words() -> None:
    """What a placeholder stands for is never read as Markdown, HTML or an address, and stands whole in links."""
    links = ["mailto:[EMAIL_1]"]
    made = sanitise("[NAME_1], `[EMAIL_1]`, [mail](mailto:[EMAIL_1]) [COMPANY_1]", values=VALUES, links=links)

    assert made.text == "Ann_a_, a_b_c@example.se, mail (a_b_c@example.se) <b>A</b> & [B]([…])"
    assert '<code>a_b_c@example.se</code>, <a href="mailto:a_b_c@example.se">mail</a>' in made.html
    assert "&lt;b&gt;A&lt;/b&gt; &amp; [B]([…])" in made.html


@pytest.mark.parametrize(
    ("address", "live"),
    [
        pytest.param("mailto:help@nordlys.example", True, id="own-host"),
        pytest.param("MAILTO:o'neill+x@post.nordlys.example", True, id="own-subdomain"),
        pytest.param("mailto:kim@else.example?subject=Order", True, id="whole-address-of-a-fact"),
        pytest.param("mailto:kim@else.example", False, id="less-than-the-fact"),
        pytest.param("mailto:help@nordlys.example?bcc=evil@evil.example&body=Card%20number:", False, id="query"),
        pytest.param("mailto:help@nordlys.example#x", False, id="fragment"),
        pytest.param("mailto:evil@evil.example,help@nordlys.example", False, id="two-mailboxes"),
        pytest.param("mailto:evil%40evil.example%2Chelp@nordlys.example", False, id="two-mailboxes-encoded"),
        pytest.param("mailto:[EMAIL_1]", False, id="only-redacted"),
        pytest.param("mailto:?to=evil@evil.example", False, id="no-mailbox"),
    ],
)
def test_mail_addresses(address: str, live: bool) -> None:
    """Live is one mailbox of our hosts, or the whole address of a fact; what was redacted in a message is neither."""
    links = ["mailto:kim@else.example?subject=Order"]
    made = sanitise(f"[Reply](<{address}>)", values=VALUES, links=links, hosts=HOSTS)

    assert bool(Tags(made.html).links) == live
    assert bool(made.removed) != live


def test_report() -> None:
    """What went is told by kind, and so are placeholders that stand for nothing."""
    made = sanitise(
        "Bcc: x\n\n[a](https://evil.example) ![i](cid:1) <|end|> </quoted_text> \u200b[NAME_9]", values=VALUES
    )

    assert {each.kind for each in made.removed} == {"header", "link", "image", "marker", "fence", "hidden"}
    assert made.unknown == ("[NAME_9]",)


def test_clean_answer_has_no_report() -> None:
    """Of an ordinary answer nothing is taken out."""
    made = sanitise("Hi [NAME_1],\n\n1. Open it.\n2. Close it.\n\nBest wishes\nNordlys", values=VALUES)

    assert (made.removed, made.unknown) == ((), ())
    assert made.text == "Hi Ann_a_,\n\n1. Open it.\n2. Close it.\n\nBest wishes\nNordlys"


@pytest.mark.parametrize(
    ("literal", "unknown"), [pytest.param("NAME_1", (), id="own-word"), pytest.param("x", ("NAME_1",), id="left-over")]
)
def test_a_bare_name_in_code_is_no_person(literal: str, unknown: tuple[str, ...]) -> None:
    """A variable called like a placeholder stays one; where the customer has none, it is named."""
    made = sanitise("Dear [NAME_1], set `NAME_1`.", values={**VALUES, "[LITERAL_1]": literal})

    assert made.text == "Dear Ann_a_, set NAME_1."
    assert made.unknown == unknown


def assert_contained(answer: str) -> None:
    """Hold an answer to what may leave the house."""
    made = sanitise(answer, values=VALUES, links=LINKS, hosts=HOSTS)
    page = Tags(made.html)

    assert {tag for tag, _ in page.seen} <= TAGS
    assert {attribute for _, attribute in page.seen} <= {"", "href", "title", "start", "class"}
    assert all(
        re.match(r"https://(?:docs\.example\.com|(?:[\w-]+\.)*nordlys\.example)|mailto:", link) for link in page.links
    )
    assert visible(made.text) == made.text
    assert len(made.subject.splitlines()) <= 1


@pytest.mark.parametrize("name", ATTACKS)
@pytest.mark.parametrize("form", ["{}", "Hi,\n\n{}\n\nBye", "<p>Hi</p><p>{}</p>", "Subject: {}\n\nHi", "[x]({})"])
def test_attacks_are_contained(name: str, form: str) -> None:
    """Every attack that templates are tried with stays contained in an answer, too."""
    answer = form.replace("{}", ATTACKS[name])

    assert_contained(answer)
    assert f"https://{EVIL}" not in sanitise(answer).text


@given(
    st.one_of(
        st.text(max_size=300),
        st.lists(
            st.sampled_from(PIECES),
            max_size=30,
        ).map("".join),
    )
)
def test_any_answer_is_contained(answer: str) -> None:
    """No text raises, and none gets a tag, an attribute or a link through that is not allowed."""
    assert_contained(answer)
