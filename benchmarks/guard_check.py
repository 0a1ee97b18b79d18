"""Measure what deciding and checking a draft take beside reading.

    python benchmarks/guard_check.py

Messages and drafts are those of `tests/fixtures/guard`; what is found in them the tests say.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import Any

from tonekit import Customer, Result, ToneKit
from tonekit.analysis import Analysis
from tonekit.conditions.situation import situation_of, with_style
from tonekit.files.datafile import read_data_file
from tonekit.guard.checking import Checker, read_checker
from tonekit.guard.decision import decide
from tonekit.guard.observed import Outgoing
from tonekit.guard.safeguards import Safeguards, read_safeguards
from tonekit.rendering.folders.sources import TemplateFolders
from tonekit.settings import Settings

FIXTURES = Path(__file__).parents[1] / "tests" / "fixtures" / "guard"
LANGUAGES = ("en", "de", "sv", "nb", "da")
ROUNDS = 5


def rows(name: str) -> Iterator[dict[str, Any]]:
    """Yield the lines of a fixture file."""
    for line in (FIXTURES / name).read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def cases(kit: ToneKit) -> Iterator[tuple[str, str, Result]]:
    """Yield message, draft and result of each draft."""
    for language in LANGUAGES:
        scenes = {each["scene"]: each for each in rows(f"scenes.{language}.jsonl")}
        for row in rows(f"drafts.{language}.jsonl"):
            scene = scenes[row["scene"]]
            customer = Customer(**scene["customer"]) if "customer" in scene else None
            result = kit.personalize(scene["message"], facts=scene["facts"], customer=customer, locale=language)
            yield scene["message"], row["draft"], result


STEPS = ("message", "draft", "decision", "check", "check again", "check whole")


def main() -> None:
    """Print the times of reading a message, reading a draft, deciding and checking, in milliseconds of CPU."""
    kit = ToneKit()
    file = read_data_file(TemplateFolders(None).path("tonekit.yaml"))
    settings = file.into(Settings)
    checker, safeguards = read_checker(settings, file), read_safeguards(settings, file)
    made = list(cases(kit))
    # Else the collector looks at all results of the measurement again and again, in whichever step it falls.
    gc.freeze()
    times = dict.fromkeys(STEPS, 0.0)
    for round_number in range(ROUNDS + 1):
        for case in made:
            for name, seconds in measured(kit, case, checker=checker, safeguards=safeguards):
                times[name] += seconds if round_number else 0.0
    each = {name: 1000 * seconds / ROUNDS / len(made) for name, seconds in times.items()}
    print(f"{len(made)} drafts, CPU time each")
    for name, milliseconds in each.items():
        print(f"  {name:12} {milliseconds:6.2f} ms")
    for name in ("check", "check again", "check whole"):
        for beside in ("message", "draft"):
            print(f"  (decision + {name}) / {beside}: {(each['decision'] + each[name]) / each[beside]:.2f}")


def measured(
    kit: ToneKit, case: tuple[str, str, Result], *, checker: Checker, safeguards: Safeguards
) -> Iterator[tuple[str, float]]:
    """Yield the CPU seconds of each step for one draft.

    `check` is given the draft as it has been read, and reads what the result gives; `check again` finds that kept;
    `check whole` is `ToneKit.check`, which reads the draft as well.
    """
    message, draft, result = case
    start = process_time()
    kit.analyze(message)
    yield "message", process_time() - start
    start = process_time()
    read: Analysis = kit.analyze(draft)
    yield "draft", process_time() - start
    situation = with_style(situation_of(result.analysis, None), result.profile)
    start = process_time()
    topics = safeguards.topics.find(result.analysis)
    outgoing = Outgoing(result.reply, answer_language=result.profile.language)
    decide(safeguards, situation, result.analysis, outgoing, topics=topics)
    yield "decision", process_time() - start
    for name in ("check", "check again"):
        if result.material and name == "check":
            result.material.worked_out.clear()
        start = process_time()
        checker.check(draft, result, read=lambda _: read)
        yield name, process_time() - start
    if result.material:
        result.material.worked_out.clear()
    start = process_time()
    kit.check(draft, result)
    yield "check whole", process_time() - start


if __name__ == "__main__":
    main()
