"""Check a draft: does it fit the style, the facts and the rules of the house?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches

from ..errors import Problems
from ..files.datafile import DataFile
from ..finding import SEVERITIES, Finding, Severity
from ..result import Result
from ..settings import Settings
from .checks import (
    address_check,
    fact_check,
    format_check,
    language_check,
    leak_check,
    link_check,
    manner_check,
    measure_check,
    personal_check,
    register_check,
    required_check,
)
from .checks.blocklist import Blocklist, read_blocklist
from .checks.name_check import check_names
from .checks.rules import Breach, Check, Rule, finding, load_rules
from .draft import Draft, DraftReading
from .facts.backing import backing_of
from .facts.quotations import without_quotations

CHECKS: tuple[Check, ...] = (
    language_check.check_language,
    address_check.check_address,
    register_check.check_register,
    register_check.check_warmth,
    measure_check.check_measures,
    fact_check.check_claims,
    check_names,
    required_check.check_required,
    leak_check.check_leaks,
    format_check.check_format,
    manner_check.check_manner,
    link_check.check_links,
    personal_check.check_personal_data,
)
"""The families of checks. The order is that of findings about the whole draft."""
MOST_OF_A_RULE = 20
"""Findings of one rule that are given; whoever has so many knows."""


@dataclass(frozen=True, slots=True)
class Checker:
    """Checks drafts. Safe to share between threads.

    Attributes:
        blocklist: what is never said.
        severities: id of a rule → how grave it is, or `off`.
    """

    blocklist: Blocklist
    severities: Mapping[str, str]

    def check(
        self, text: str, result: Result, *, read: Callable[[str], DraftReading], today: date | None = None
    ) -> tuple[Finding, ...]:
        """Return what does not fit in a draft, in the order of the text; what concerns all of it comes first.

        Args:
            read: reads a text as a message is read, as far as a `DraftReading` goes.
            today: what day it is, where that is known.
        """
        day = today.date() if isinstance(today, datetime) else today
        backing = backing_of(result)
        own = without_quotations(text, backing)
        draft = Draft(own, result, read=read(own), backing=backing, today=day)
        rules = {**load_rules(), **self.blocklist.rules}
        found = [
            finding(breach, rules[breach.rule], severity, text)
            for breach in self._breaches(draft)
            if (severity := self._severity(rules[breach.rule], breach)) is not None
        ]
        return tuple(sorted(found, key=lambda each: (each.start or 0, SEVERITIES.index(each.severity))))

    def _breaches(self, draft: Draft) -> Iterator[Breach]:
        """Yield the breaches of a draft: each once, and of one rule not too many."""
        seen: set[tuple[str, object]] = set()
        count: dict[str, int] = {}
        for check in (*CHECKS, self.blocklist.check):
            for breach in check(draft):
                place = (breach.rule, breach.span or breach.filled.get("path"))
                count[breach.rule] = count.get(breach.rule, 0) + 1
                if count[breach.rule] > MOST_OF_A_RULE:
                    break
                if place not in seen:
                    seen.add(place)
                    yield breach

    def _severity(self, rule: Rule, breach: Breach) -> Severity | None:
        wanted = self.severities.get(breach.rule, rule.severity)
        if breach.doubtful and wanted == "error":
            wanted = "warning"
        if breach.taste and wanted in SEVERITIES:
            wanted = SEVERITIES[-1]
        return next((each for each in SEVERITIES if each == wanted), None)


def read_checker(settings: Settings, file: DataFile) -> Checker:
    """Return what checks drafts by `tonekit.yaml`.

    Raises:
        DataFileError: a phrase of `never_say:` is not a pattern, or `checks:` names a rule that there is not.
    """
    problems = Problems()
    blocklist = Blocklist({}, {})
    with problems.collecting():
        blocklist = read_blocklist(settings, file)
    known = sorted([*load_rules(), *(each.id for each in settings.never_say)])
    for name in settings.checks:
        if name not in known:
            close = get_close_matches(name, known, n=1)
            hint = f"did you mean '{close[0]}'? The" if close else "the"
            problems.add(
                file.error(f"there is no rule '{name}'; {hint} rules are {', '.join(known)}", ("checks", name))
            )
    problems.raise_first()
    return Checker(blocklist, dict(settings.checks))
