"""Runs in the peers' environment: a text as JSON on each line in, the nanoseconds of the peer's call on each line out.

Imports nothing of tonekit.
"""

from __future__ import annotations

import json
import sys
from time import process_time_ns

from peer_answers import language_peer, sentiment_peer


def main() -> None:
    """Time one peer until there are no more texts."""
    name, language = sys.argv[1:]
    answer = language_peer(name) if name == "langdetect" else sentiment_peer(name, language)
    for line in sys.stdin:
        text = json.loads(line)
        started = process_time_ns()
        answer(text)
        print(process_time_ns() - started, flush=True)


if __name__ == "__main__":
    main()
