"""The figures of a group of mails: how many, how painful, how costly."""

from __future__ import annotations

from dataclasses import dataclass

from .observation import Observation


@dataclass(slots=True)
class Figures:
    """Sums over a group of mails.

    Attributes:
        mails: how many there are.
        frustrated, urgent: with mood `frustrated`; with urgency `elevated` or `critical`.
        repeated: whose sender says that they have been in touch before, or has written on the same topic before in
            this pile.
        again: the latter of the two, where senders are known.
        timed, minutes: with a known handling time, and the sum of it.
        followable, follow_ups: where it is known whether a follow-up was needed, and where one was.
    """

    mails: int = 0
    frustrated: int = 0
    urgent: int = 0
    repeated: int = 0
    again: int = 0
    timed: int = 0
    minutes: float = 0.0
    followable: int = 0
    follow_ups: int = 0

    def add(self, seen: Observation, *, again: bool) -> None:
        """Count a mail."""
        self.mails += 1
        self.frustrated += seen.labels["mood"] == "frustrated"
        self.urgent += seen.labels["urgency"] != "none"
        self.repeated += seen.repeated or again
        self.again += again
        if seen.mail.handling_minutes is not None:
            self.timed += 1
            self.minutes += seen.mail.handling_minutes
        if seen.mail.follow_up is not None:
            self.followable += 1
            self.follow_ups += seen.mail.follow_up

    def merge(self, other: Figures) -> None:
        """Count the mails of another group too."""
        self.mails += other.mails
        self.frustrated += other.frustrated
        self.urgent += other.urgent
        self.repeated += other.repeated
        self.again += other.again
        self.timed += other.timed
        self.minutes += other.minutes
        self.followable += other.followable
        self.follow_ups += other.follow_ups

    def share(self, count: int) -> float:
        """Return a count as a share of the mails, 0 to 1."""
        return count / self.mails if self.mails else 0.0

    @property
    def mean_minutes(self) -> float | None:
        """Mean handling time in minutes, None if no time is known."""
        return self.minutes / self.timed if self.timed else None

    @property
    def follow_up_share(self) -> float | None:
        """Share of mails that needed a follow-up, 0 to 1; None if nothing is known."""
        return self.follow_ups / self.followable if self.followable else None
