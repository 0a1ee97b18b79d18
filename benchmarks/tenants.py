"""Measure what tenants cost in one process, each with a template folder of its own: `python benchmarks/tenants.py`.

Each folder holds a `tonekit.yaml` with another brand and nothing else. Every tenant answers a message in each language,
so that what is loaded late is counted too. Every number of tenants gets a process of its own.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from machine import described, resident_mb

from tonekit import ToneKit
from tonekit.rendering.folders.sources import shipped_templates

TENANTS = (1, 2, 5, 20)
MESSAGES = {
    "en": "Hello, where is my order 4711? It should have been here on Monday. Kind regards, Anna",
    "de": "Guten Tag, wo bleibt meine Bestellung 4711? Sie sollte am Montag da sein. Viele Grüße, Anna",
    "sv": "Hej, var är min beställning 4711? Den skulle ha kommit i måndags. Vänliga hälsningar, Anna",
    "nb": "Hei, hvor er bestillingen min 4711? Den skulle ha kommet på mandag. Vennlig hilsen Anna",
    "da": "Hej, hvor er min bestilling 4711 henne? Den skulle være kommet i mandags. Venlig hilsen Anna",
}
_BRAND = "Nordlys Software"


def main() -> None:
    """Print a table of processor time and memory by number of tenants, once in English alone and once in all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--process", type=int, metavar="TENANTS", help="measure so many in this process")
    parser.add_argument("--languages", nargs="+", default=list(MESSAGES), choices=list(MESSAGES))
    options = parser.parse_args()
    if options.process is not None:
        print(*measured(options.process, options.languages))
        return
    print(f"{described()}\n")
    for languages in (["en"], list(MESSAGES)):
        print("\n".join([*table(languages), ""]))


def table(languages: list[str]) -> Iterator[str]:
    """Yield the lines of the table for some languages."""
    yield f"| tenants, {' '.join(languages)} | processor time, s | resident, MB | last tenant: s | MB |"
    yield "|---|---|---|---|---|"
    for tenants in TENANTS:
        command = [sys.executable, __file__, "--process", str(tenants), "--languages", *languages]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own code
        seconds, megabytes, last_seconds, last_megabytes = map(float, done.stdout.split())
        yield f"| {tenants} | {seconds:.1f} | {megabytes:.0f} | {last_seconds:.2f} | {last_megabytes:.1f} |"


def measured(tenants: int, languages: list[str]) -> tuple[float, float, float, float]:
    """Return processor time and memory of this process with so many tenants, and what the last of them added."""
    settings = (shipped_templates() / "tonekit.yaml").read_text(encoding="utf-8")
    kits, seconds, megabytes = [], 0.0, 0.0
    with TemporaryDirectory() as folder:
        for number in range(tenants):
            seconds, megabytes = process_time(), resident_mb()
            own = Path(folder, str(number))
            own.mkdir()
            (own / "tonekit.yaml").write_text(settings.replace(_BRAND, f"Firm {number}"), encoding="utf-8")
            kits.append(ToneKit(templates=own, languages=languages))
            for language in languages:
                kits[-1].personalize(MESSAGES[language])
    end, all_megabytes = process_time(), resident_mb()
    return end, all_megabytes, end - seconds, all_megabytes - megabytes


if __name__ == "__main__":
    main()
