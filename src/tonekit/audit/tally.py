"""The sums of an audit. Memory grows with the number of different values, not with the number of mails."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date

from ..analysis import ALL_DIMENSIONS, ZoneKind
from ..mails.mail import BrokenMail, Mail
from ..stated_facts import AutomaticKind
from .examples import Examples, Redact
from .figures import Figures
from .observation import Observation
from .seen_before import Copies, Senders

AXES = (
    "language",
    "formality",
    "directness",
    "knowledge",
    "mood",
    "urgency",
    "request",
    "role",
    "customer_type",
)
"""What combinations are counted of."""
FURNITURE: tuple[ZoneKind, ...] = ("signature", "footer", "quote")
"""What a mail holds that its sender has not written for it."""
BINS = 10
MOST_TYPES = 20
OTHER_TYPES = "(further types)"
_MOST_PLACES = 3
_LONGEST_TYPE = 40


class Tally:
    """Counts mails.

    Args:
        redact: takes out of examples what identifies a person.

    Attributes:
        overall: figures of all mails.
        labels: figures by dimension and label.
        topics: figures by topic.
        cube: figures by the values of all `AXES`.
        days: day → series → mails; a series is `mails`, `repeated` (as the sender says) or a label, such as
            `mood=frustrated`.
        unsure: dimension → mails that tonekit is unsure of.
        confidence: dimension → sum of confidences.
        zones, zone_mails: kind of zone → characters, and mails that have it.
        furniture_bins: tenth of a mail that is furniture → mails; the last one holds mails that are nothing else.
        broken: problem → how often, and the first places.
        copies, copied: mails that stand in the pile again and are counted once, and the first of their ids.
        automatic: kind of mail that programs send → how many were counted and not read.
        unreadable: column → cells that are filled but cannot be read.
        known: which mails there were already.
        senders: who has written on a topic before.
        examples: the clearest mails of each cell.
    """

    def __init__(self, redact: Redact) -> None:
        self.overall = Figures()
        self.labels: defaultdict[tuple[str, str], Figures] = defaultdict(Figures)
        self.topics: defaultdict[str, Figures] = defaultdict(Figures)
        self.cube: defaultdict[tuple[str, ...], Figures] = defaultdict(Figures)
        self.days: defaultdict[date, Counter[str]] = defaultdict(Counter)
        self.unsure: Counter[str] = Counter()
        self.confidence: defaultdict[str, float] = defaultdict(float)
        self.zones: Counter[ZoneKind] = Counter()
        self.zone_mails: Counter[ZoneKind] = Counter()
        self.furniture_bins: Counter[int] = Counter()
        self.broken: dict[str, tuple[int, tuple[str, ...]]] = {}
        self.copies = 0
        self.copied: tuple[str, ...] = ()
        self.automatic: Counter[AutomaticKind] = Counter()
        self.unreadable: Counter[str] = Counter()
        self.known = Copies()
        self.senders = Senders()
        self.examples = Examples(redact)
        self._types: dict[str, str] = {}

    def add(self, seen: Observation) -> None:
        """Count a mail."""
        again = self.senders.wrote_before(seen.mail.sender, seen.topic)
        groups = [self.labels[name, seen.labels[name]] for name in ALL_DIMENSIONS]
        for figures in (self.overall, self.topics[seen.topic], self.cube[self._cell(seen)], *groups):
            figures.add(seen, again=again)
        self.unsure.update(seen.unsure)
        for name in ALL_DIMENSIONS:
            self.confidence[name] += seen.confidence[name]
        self._add_day(seen)
        self._add_zones(seen)
        self.unreadable.update(seen.mail.unreadable)
        self.examples.offer(seen)

    def add_broken(self, broken: BrokenMail) -> None:
        """Count a mail that cannot be read."""
        count, places = self.broken.get(broken.problem, (0, ()))
        kept = places if len(places) == _MOST_PLACES else (*places, broken.place)
        self.broken[broken.problem] = count + 1, kept

    def add_copy(self, mail: Mail) -> None:
        """Count a mail that stands in the pile again."""
        self.copies += 1
        if len(self.copied) < _MOST_PLACES:
            self.copied = (*self.copied, mail.id)

    def by(self, *axes: str) -> dict[tuple[str, ...], Figures]:
        """Return the figures by the values of some axes, most mails first; mails without a value are left out."""
        places = [AXES.index(axis) for axis in axes]
        found: defaultdict[tuple[str, ...], Figures] = defaultdict(Figures)
        for cell, figures in self.cube.items():
            values = tuple(cell[place] for place in places)
            if all(values):
                found[values].merge(figures)
        return dict(sorted(found.items(), key=lambda item: (-item[1].mails, item[0])))

    @property
    def broken_mails(self) -> int:
        """Mails that cannot be read."""
        return sum(count for count, _ in self.broken.values())

    @property
    def furniture_share(self) -> float:
        """Share of all characters that is furniture, 0 to 1."""
        total = self.zones.total()
        return sum(self.zones[kind] for kind in FURNITURE) / total if total else 0.0

    def _cell(self, seen: Observation) -> tuple[str, ...]:
        return (*(seen.labels[axis] for axis in AXES[:-1]), self._type(seen.mail.customer_type))

    def _type(self, name: str | None) -> str:
        """Return the type of customer under which a mail is counted: of too many types the later ones are one."""
        if name is None:
            return ""
        key = " ".join(name.split()).casefold()[:_LONGEST_TYPE]
        if key not in self._types and len(self._types) == MOST_TYPES:
            return OTHER_TYPES
        return self._types.setdefault(key, " ".join(name.split())[:_LONGEST_TYPE])

    def _add_day(self, seen: Observation) -> None:
        if seen.mail.sent is None:
            return
        day = self.days[seen.mail.sent]
        day["mails"] += 1
        # Not who has written before in this pile: later mails have more mails before them.
        day["repeated"] += seen.repeated
        day.update(f"{name}={label}" for name, label in seen.labels.items())

    def _add_zones(self, seen: Observation) -> None:
        total = sum(seen.zones.values())
        for kind, size in seen.zones.items():
            self.zones[kind] += size
            self.zone_mails[kind] += 1
        if total:
            furniture = sum(seen.zones.get(kind, 0) for kind in FURNITURE)
            self.furniture_bins[furniture * BINS // total] += 1
