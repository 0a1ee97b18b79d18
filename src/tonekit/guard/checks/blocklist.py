"""Words that no draft may contain: `never_say:` of `tonekit.yaml`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...errors import Problems
from ...files.datafile import DataFile, Place
from ...settings import Settings
from ..draft import Draft
from ..phrase_patterns import phrases_of
from ..wording.wording import PhraseIndex
from .rules import Breach, Rule
from .stretches import Stretches

ALL_LANGUAGES = "default"
_UNLESS = "unless "
"""Stands before an id where the phrases are listed in which its words are not meant …"""
_UPSET = "only upset "
"""… and where those are that are amiss only where the sender is upset."""
_TAGS = {"words": "", "unless": _UNLESS, "only_upset": _UPSET}
"""Key of an entry → what stands before its id."""


@dataclass(frozen=True, slots=True)
class Blocklist:
    """The words of `never_say:`, ready to be searched for.

    Attributes:
        rules: id → the rule that it makes.
        by_language: language → finds the phrases that hold in it; `default` for languages without any of their own.
    """

    rules: Mapping[str, Rule]
    by_language: Mapping[str, PhraseIndex]

    def check(self, draft: Draft) -> Iterator[Breach]:
        """Yield what a draft says although it must not."""
        index = self.by_language.get(draft.profile.language, self.by_language[ALL_LANGUAGES])
        hits = list(index.find(draft.text, draft.words))
        unmeant = {
            rule: Stretches((hit.start, hit.end) for hit in hits if hit.tag == _UNLESS + rule)
            for rule in {hit.tag.removeprefix(_UPSET) for hit in hits} & self.rules.keys()
        }
        for hit in hits:
            rule = hit.tag.removeprefix(_UPSET) if draft.upset else hit.tag
            if rule in unmeant and not unmeant[rule].meets((hit.start, hit.end)):
                yield Breach(rule, (hit.start, hit.end))


def read_blocklist(settings: Settings, file: DataFile) -> Blocklist:
    """Return the blocklist of `tonekit.yaml`.

    Raises:
        DataFileError: a phrase is not a pattern, or an id stands twice.
    """
    problems = Problems()
    rules: dict[str, Rule] = {}
    phrases: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for number, entry in enumerate(settings.never_say):
        with problems.collecting():
            if entry.id in rules:
                raise file.error(
                    f"two entries are called '{entry.id}'; give one of them another id", ("never_say", number, "id")
                )
            rules[entry.id] = Rule(severity=entry.severity, message=_sentence(entry.why), fix=_sentence(entry.instead))
            for key, before in _TAGS.items():
                for language, expanded in _expanded(getattr(entry, key), file, ("never_say", number, key), problems):
                    phrases[language][before + entry.id] += expanded
    problems.raise_first()
    always = phrases.pop(ALL_LANGUAGES, {})
    index = {
        code: PhraseIndex({tag: [*own.get(tag, ()), *always.get(tag, ())] for tag in {**own, **always}})
        for code, own in phrases.items()
    }
    return Blocklist(rules, {**index, ALL_LANGUAGES: PhraseIndex(always)})


def _expanded(
    listed: Mapping[str, Sequence[str]], file: DataFile, place: Place, problems: Problems
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for language, patterns in listed.items():
        for number, pattern in enumerate(patterns):
            phrases: tuple[str, ...] = ()
            with problems.collecting():
                phrases = phrases_of(pattern, file, (*place, language, number))
            yield language, phrases


def _sentence(text: str) -> str:
    # Messages are format strings, in which the braces of a person's sentence must stay braces.
    return text.replace("{", "{{").replace("}", "}}")
