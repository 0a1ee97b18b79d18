"""Check language packs from the command line: `python -m tonekit.languages [code …]`."""

from __future__ import annotations

import sys

from ..errors import ToneKitError
from .cue_list import cue_list
from .loading import available_languages, load_pack


def main(codes: list[str]) -> int:
    """Print the counts of each pack, or its first error; return the exit code."""
    failed = False
    wanted = {cue_id for cue_id, cue in cue_list().items() if cue.origin in ("phrases", "mail")}
    for code in codes or available_languages():
        try:
            pack = load_pack(code)
        except ToneKitError as error:
            print(error, file=sys.stderr)
            failed = True
            continue
        phrases = sum(len(phrases) for phrases in pack.cues.values())
        print(f"{code}: {len(pack.cues)} cue ids, {phrases} phrases, {len(pack.lexicon)} words with valence")
        if missing := sorted(wanted - pack.cues.keys()):
            print(f"    without phrases: {', '.join(missing)}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
