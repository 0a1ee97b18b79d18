"""Measure Spark: `make spark`.

    python benchmarks/spark_run.py [--messages N] [--cores N] [--answer]

Reads messages on a local Spark session, checks that each has its reading, and prints what a million of them cost.
Needs the extra `spark` and Java 17.
"""

from __future__ import annotations

import argparse
import os
import sys
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter
from typing import Any

from labelled_sets import DATA
from machine import described, processor_seconds
from speed_messages import LANGUAGES, speed_messages

MILLION = 1_000_000
_WORDS = 60
_DIFFERENT = 200
"""Different messages of each language; every row gets a number of its own besides."""


def main() -> int:
    """Print messages a second and cost; return 1 where a message has no reading."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--messages", type=int, default=100_000)
    parser.add_argument("--cores", type=int, default=os.cpu_count())
    parser.add_argument("--answer", action="store_true", help="personalize instead of analyze")
    parser.add_argument("--data", type=Path, default=DATA)
    given = parser.parse_args()
    print(described())
    session = _session(given.cores)
    frame = _messages(session, given.data, given.messages, given.cores)
    # Python processes start and build their toolkits with the first job; it is timed on its own.
    start_up, _ = _read(frame.limit(given.cores), answer=given.answer)
    spent = processor_seconds()
    seconds, read = _read(frame, answer=given.answer)
    spent = processor_seconds() - spent
    session.stop()
    print(f"first job, with the start of Python and toolkits: {start_up:.1f} s")
    rate = given.messages / seconds
    print(f"{given.messages:,} messages on {given.cores} cores: {seconds:.1f} s, {rate:,.0f} a second")
    hours = spent / given.messages * MILLION / 3600
    print(f"processor time, Spark's own included: {spent:.0f} s; a million messages: {hours:.2f} core hours")
    print(f"{read:,} of {given.messages:,} have a result")
    return int(read != given.messages)


def _session(cores: int) -> Any:
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master(f"local[{cores}]").appName("tonekit benchmark")
    for name, value in {"spark.ui.enabled": "false", "spark.driver.bindAddress": "127.0.0.1"}.items():
        builder = builder.config(name, value)
    session = builder.config("spark.driver.host", "127.0.0.1").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


def _messages(session: Any, data: Path, count: int, cores: int) -> Any:
    """Return a frame of messages, no two alike, cut into a few parts for each core."""
    _, messages = speed_messages(data)
    texts = [text for code in LANGUAGES for text in messages[code].of_words(_WORDS, _DIFFERENT)]
    rows = [(f"{text} {number}",) for number, text in enumerate(islice(cycle(texts), count))]
    frame = session.createDataFrame(rows, "text string").repartition(4 * cores).cache()
    frame.count()
    return frame


def _read(frame: Any, *, answer: bool) -> tuple[float, int]:
    """Return the seconds of a job over all messages, and how many have a result; every column is computed."""
    from tonekit.integrations.spark import analyze_udf, personalize_udf

    udf = personalize_udf() if answer else analyze_udf()
    label = "made.analysis.mood.label" if answer else "made.mood.label"
    started = perf_counter()
    made = frame.select(udf("text").alias("made")).selectExpr(f"{label} as label", "made.error as error")
    read = made.where("label is not null and error is null").count()
    return perf_counter() - started, read


if __name__ == "__main__":
    raise SystemExit(main())
