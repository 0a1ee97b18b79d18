"""The words that calibration proposes, as a file for a person to accept; and what was accepted in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter

from ...analysis import DIMENSIONS
from ...files.tomlfile import TomlFile, read_toml_file, toml_key, toml_table
from ...languages.loading import available_languages
from ...languages.pack import Phrases
from ...models.frozen_model import FrozenModel
from ...reading.phrases.finder import OWN_PREFIX
from .options import AcceptedWords
from .own_words import Candidate

_HEAD = """\
# Words of labelled messages that speak for a label, the clearest first: a proposal. Nothing of it counts yet.
# Set `accept = true` for the words that would mean the same in next year's mail too, and delete the others; leave out
# names, numbers and what happened once. Phrases may be added, written as in language packs: "delay{{,s,ed}}".
# Then:  tonekit calibrate {labelled} --cues {name} --out weights.toml
"""


class OwnWord(FrozenModel):
    """One line of the file.

    Attributes:
        accept: whether it may count.
        phrases: what it is found by.
        speaks_for: dimension → label; it may count for these dimensions, or for all where none is named.
        seen: in how many messages, for the person who decides.
    """

    accept: bool = False
    phrases: Annotated[Phrases, Field(min_length=1)]
    speaks_for: dict[str, str] = Field(default={})
    seen: str = ""


def words_text(proposals: Mapping[str, Sequence[Candidate]], *, labelled: str, name: str) -> str:
    """Return the text of a file of proposals.

    Args:
        proposals: dimension → words.
        labelled: name of the file of labelled messages.
        name: name of the file to write.
    """
    # A file may be named anything; a line break in its name must not end the comment.
    names = {"labelled": " ".join(labelled.split()), "name": " ".join(name.split())}
    lines = _HEAD.format(**names).splitlines()
    by_language: dict[str, dict[str, list[tuple[str, Candidate]]]] = {}
    for dimension, candidates in proposals.items():
        for each in candidates:
            by_language.setdefault(each.language, {}).setdefault(each.phrase, []).append((dimension, each))
    for code, words in sorted(by_language.items()):
        lines += ["", f"[{code}]", *_word_lines(words)]
    return "\n".join(lines) + "\n"


def read_words(path: Path) -> AcceptedWords:
    """Return the words of a file that are accepted.

    Raises:
        DataFileError: the file is not valid, or nothing in it is accepted; with its line.
    """
    file = read_toml_file(path)
    words = file.checked(TypeAdapter(dict[str, dict[str, OwnWord]]))
    cues: dict[str, dict[str, tuple[str, ...]]] = {}
    dimensions: dict[str, frozenset[str]] = {}
    for code, named in words.items():
        _check_language(file, code)
        for name, word in named.items():
            _check_dimensions(file, code, name, word)
            if word.accept:
                cue = f"{OWN_PREFIX}{code}.{name.replace(' ', '_')}"
                cues.setdefault(code, {})[cue] = word.phrases
                dimensions[cue] = frozenset(word.speaks_for)
    if not cues:
        raise file.error("no word is accepted; set accept = true where one should count")
    return AcceptedWords(cues, dimensions)


def _word_lines(words: Mapping[str, Sequence[tuple[str, Candidate]]]) -> Iterator[str]:
    ranked = sorted(words.items(), key=lambda each: (-max(word.z for _, word in each[1]), each[0]))
    for phrase, found in ranked:
        seen = ", ".join(f"{word.hits} of {word.messages} {word.label}" for _, word in found)
        speaks_for = {dimension: word.label for dimension, word in found}
        row = {"accept": False, "phrases": [phrase], "speaks_for": speaks_for, "seen": seen}
        yield f"{toml_key(phrase.replace(' ', '_'))} = {toml_table(row)}"


def _check_language(file: TomlFile, code: str) -> None:
    if code not in available_languages():
        raise file.error(f"there is no language pack '{code}'; there are {', '.join(available_languages())}", (code,))


def _check_dimensions(file: TomlFile, code: str, name: str, word: OwnWord) -> None:
    if unknown := sorted(set(word.speaks_for) - set(DIMENSIONS)):
        raise file.error(f"there is no dimension '{unknown[0]}'; there are {', '.join(DIMENSIONS)}", (code, name))
