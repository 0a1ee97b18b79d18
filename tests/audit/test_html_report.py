"""The report is one page that shows all parts of the audit and runs nothing of what customers wrote."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from tonekit.audit.html_report import html_report, key_figures
from tonekit.audit.tally import Tally
from tonekit.mails.mail import BrokenMail


def test_all_sections_are_there(full_tally: Tally) -> None:
    """Each part of the audit has its section, and each is linked."""
    html = html_report(full_tally, name="mails.csv")
    sections = re.findall(r'<section id="(\w+)"', html)

    assert sections == ["topics", "labels", "combinations", "trends", "customers", "furniture", "certainty", "unread"]
    assert re.findall(r'<a href="#(\w+)"', html) == sections


def test_plots_are_well_formed(full_tally: Tally) -> None:
    """Every plot of the page is SVG that a browser can draw."""
    plots = re.findall(r"<svg.*?</svg>", html_report(full_tally, name="mails.csv"), re.DOTALL)

    assert len(plots) >= 15
    assert all(ET.fromstring(plot).tag == "svg" for plot in plots)


def test_customers_words_are_text(full_tally: Tally) -> None:
    """What customers wrote is shown redacted, and none of it becomes markup; so are names of files and columns."""
    html = html_report(full_tally, name="<i>mails</i>.csv")

    assert "&lt;script&gt;alert(" in html
    assert "<script" not in html
    assert "<i>" not in html
    assert "<b>gold" not in html
    assert "anna@firma.example" not in html
    assert "123 45 67" not in html


def test_same_mails_same_page(full_tally: Tally) -> None:
    """The page holds no clock and no chance."""
    assert html_report(full_tally, name="x") == html_report(full_tally, name="x")


def test_what_is_not_known_is_not_shown(tally: Tally) -> None:
    """A pile without dates and columns has no section for them, and no mails at all is no error."""
    tally.add_broken(BrokenMail("line 1", "the text is empty"))
    tally.automatic["bounce"] += 2
    html = html_report(tally, name="mails.csv")

    assert 'id="customers"' not in html
    assert "no trend to show" in html
    assert ("1", "could not be read") in key_figures(tally)
    assert ("2", "sent by programs, not read") in key_figures(tally)


def test_key_figures(full_tally: Tally) -> None:
    """What matters most stands above everything."""
    figures = {what: value for value, what in key_figures(full_tally)}

    assert figures["mails read"] == "60"
    assert figures["frustrated"] == "50%"
    assert figures["sent"] == "2026-01-01 – 2026-03-27"
