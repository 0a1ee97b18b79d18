"""Messages whose words nobody has met before: ordinary sentences around invented words, in five languages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from random import Random

_FRAMES = (
    "Hello, our {} and the {} stopped. The {} says {} {} since {}. Could you look at {} {} {} please? Regards {}",
    "Guten Tag, unser {} und der {} stehen. Im {} steht {} {} seit {}. Bitte prüfen Sie {} {} {}. Gruß {}",
    "Hej, vår {} och {} har stannat. I {} står det {} {} sedan {}. Kan ni titta på {} {} {}? Mvh {}",
    "Hei, vår {} og {} har stoppet. I {} står det {} {} siden {}. Kan dere se på {} {} {}? Hilsen {}",
    "Hej, vores {} og {} er gået i stå. I {} står der {} {} siden {}. Kan I se på {} {} {}? Hilsen {}",
)
_SYLLABLES = "ba bro dil dra fen flo gur hes jal kem kla lor mip nu pra quo ris sto tav und vex wil yor zem".split()
_FEWEST, _MOST = 2, 5
"""Syllables of a word: five billion words, so that hardly one comes twice."""


def unseen_messages(*, seed: int = 1) -> Iterator[str]:
    """Yield messages without end; the same ones for the same seed."""
    chance = Random(seed)  # noqa: S311 - nothing is kept secret by it
    for number, frame in enumerate(cycle(_FRAMES)):
        yield frame.format(*(_word(chance) for _ in range(frame.count("{}")))) + f" {number}"


def _word(chance: Random) -> str:
    length = chance.randint(_FEWEST, _MOST)
    return "".join(chance.choices(_SYLLABLES, k=length)) + chr(chance.randint(ord("a"), ord("z")))
