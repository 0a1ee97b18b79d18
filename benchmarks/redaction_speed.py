"""How long redaction takes: beside `analyze` for an ordinary message, and for long texts that were made to hurt.

    python benchmarks/redaction_speed.py            a megabyte of each
    python benchmarks/redaction_speed.py 10         ten

Process time of this process, so that what else the machine does counts less.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from statistics import median
from time import process_time

from tonekit import Customer, ToneKit
from tonekit.guard.redact import Redactor

MESSAGE = """Hej! Jag heter Anna Berg. Har väntat i tre veckor på order 55012. Felkod E-123 visas i version 4.2.1 efter
uppdateringen den 3 mars. Ring mig gärna på 070-123 45 67 eller skriv till anna@example.se. Löser det sig inte före
fredag måste jag tyvärr vända mig till en annan leverantör. Kan ni skicka två nya pumpar till Storgatan 12?

Med vänlig hälsning
Anna Berg
"""
CUSTOMER = Customer(name="Anna Berg", company="Nordvik AB")
HURTING = (
    ("digits", "1"),
    ("digits apart", "1 "),
    ("zeros in brackets", "(0"),
    ("plus signs", "+46 "),
    ("halves of addresses", "a@b."),
    ("telephone numbers", "tel 070-123 45 67, "),
    ("plates", "bil ABC 123 "),
    ("almost IBANs", "DE89 "),
    ("names", "anna berg "),
    ("placeholders", "[EMAIL_1]"),
)
ROUNDS = 200


def main(megabytes: int) -> None:
    """Print both tables."""
    kit, redactor = ToneKit(), Redactor()
    kit.analyze(MESSAGE)
    read = middle(lambda: kit.analyze(MESSAGE))
    hidden = middle(lambda: redactor.redact(MESSAGE, customer=CUSTOMER))
    plain = middle(lambda: redactor.redact("Where is my order, please? " * 20, customer=CUSTOMER))
    print(
        f"analyze {read:,.0f} µs, redact {hidden:,.0f} µs ({hidden / read:.2f} of it), without numbers {plain:,.0f} µs"
    )
    for name, piece in HURTING:
        text = piece * (megabytes * 1_000_000 // len(piece))
        taken = time_of(lambda text=text: redactor.redact(text, customer=CUSTOMER))  # type: ignore[misc]
        print(f"{megabytes} MB of {name}: {taken:.1f} s")


def middle(run: Callable[[], object]) -> float:
    """Return the median time in microseconds."""
    return median(time_of(run) for _ in range(ROUNDS)) * 1e6


def time_of(run: Callable[[], object]) -> float:
    """Return the process time of one run in seconds."""
    start = process_time()
    run()
    return process_time() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
