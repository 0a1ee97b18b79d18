"""One HTML file that loads nothing: headings, figures, tables, plots, quotations. All texts are escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

CSS = Path(__file__).with_name("page.css")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""The page may load and run nothing, even if something in it tried to."""
_PAGE = Markup("""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{css}</style>
</head>
<body>
<h1>{title}</h1>
<p class="lead">{lead}</p>
<nav>{links}</nav>
{body}
</body>
</html>
""")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page.

    Attributes:
        id: its anchor.
        title: its heading.
        lead: what it shows and how to read it.
        blocks: what stands in it.
    """

    id: str
    title: str
    lead: str
    blocks: Sequence[Markup]


def page(title: str, lead: str, top: Markup, sections: Sequence[Section]) -> str:
    """Return the page; `top` stands above the sections."""
    links = Markup(" ").join(Markup('<a href="#{}">{}</a>').format(each.id, each.title) for each in sections)
    body = Markup("\n").join([top, *map(_section, sections)])
    css = Markup(CSS.read_text(encoding="utf-8"))  # noqa: S704 - our own file
    return str(_PAGE.format(policy=_POLICY, title=title, css=css, lead=lead, links=links, body=body))


def _section(section: Section) -> Markup:
    return Markup('<section id="{}">\n<h2>{}</h2>\n<p>{}</p>\n{}\n</section>').format(
        section.id, section.title, section.lead, Markup("\n").join(section.blocks)
    )


def cards(figures: Iterable[tuple[str, str]]) -> Markup:
    """Return the key figures, each with what it counts."""
    items = Markup("").join(Markup("<li><b>{}</b><span>{}</span></li>").format(*each) for each in figures)
    return Markup('<ul class="cards">{}</ul>').format(items)


def heading(text: str) -> Markup:
    """Return a heading inside a section."""
    return Markup("<h3>{}</h3>").format(text)


def paragraph(text: str) -> Markup:
    """Return a paragraph that explains."""
    return Markup('<p class="note">{}</p>').format(text)


def figure(plot: Markup, caption: str = "") -> Markup:
    """Return a plot with its caption above it."""
    said = Markup("<figcaption>{}</figcaption>").format(caption) if caption else Markup("")
    return Markup("<figure>{}{}</figure>").format(said, plot)


def table(headings: Sequence[str], rows: Iterable[Sequence[object]], *, texts: int = 1) -> Markup:
    """Return a table; the first `texts` columns are texts, the others numbers. Cells may be Markup."""
    head = Markup("").join(_cell("th", name, number=index >= texts) for index, name in enumerate(headings))
    body = Markup("\n").join(
        Markup("<tr>{}</tr>").format(
            Markup("").join(_cell("td", value, number=index >= texts) for index, value in enumerate(row))
        )
        for row in rows
    )
    return Markup('<div class="scroll"><table><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>').format(
        head, body
    )


def _cell(tag: str, value: object, *, number: bool) -> Markup:
    kind = Markup(' class="n"') if number else Markup("")
    return Markup("<{0}{1}>{2}</{0}>").format(tag, kind, value)


def beside(groups: Iterable[Iterable[Markup]]) -> Markup:
    """Return groups of blocks side by side, where the screen is wide enough."""
    inside = (Markup("<div>{}</div>").format(Markup("\n").join(group)) for group in groups)
    return Markup('<div class="beside">{}</div>').format(Markup("\n").join(inside))


def folded(summary: str, blocks: Iterable[Markup]) -> Markup:
    """Return blocks behind a line that opens them; nothing if there are none."""
    inside = Markup("\n").join(blocks)
    return Markup("<details><summary>{}</summary>{}</details>").format(summary, inside) if inside else Markup("")


def quotations(texts: Iterable[str], *, summary: str) -> Markup:
    """Return texts of customers behind a line that opens them; nothing if there are none."""
    return folded(summary, (Markup("<blockquote>{}</blockquote>").format(text) for text in texts))
