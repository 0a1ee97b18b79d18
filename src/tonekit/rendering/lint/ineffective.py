"""Rules on what has no effect: settings for an unknown language, currency or queue, and protection left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import takewhile
from pathlib import Path

import yaml

from ...errors import DataFileError, TemplateError, ToneKitError
from ...files.datafile import DataFile, Place, read_data_file
from ...language_names import english_name, is_language
from ...languages.money import load_money
from ...settings import ChoiceFile, Settings
from ..currencies import currencies
from ..folders.library import ANY, BODY
from .finding import Rule
from .linted_folder import LintedFolder

RULES = (
    Rule(
        "unknown-language",
        "warning",
        "a text or setting under a code that is not a language",
        "Write the code of a language: en, de, sv, nb, da.",
    ),
    Rule(
        "unknown-currency", "warning", "a limit for a currency that does not exist", "Write a code such as EUR or SEK."
    ),
    Rule(
        "unknown-queue",
        "warning",
        "a safeguard that hands over to a name that is nearly, but not exactly, that of a queue",
        "Correct the name, or add it to 'queues'.",
    ),
    Rule(
        "lost-protection",
        "warning",
        "shipped safeguards, topics, `never_say` entries, `reply: none` lines or protecting rules of style that a list "
        "of your own leaves out or overrides",
        'Begin the list with - use: "!tonekit.yaml", and switch off below what you do without.',
    ),
)
_ENTRIES = {"never_say": "words never said"}
_MEANT = {
    **dict.fromkeys(("ger", "deu", "gr"), "de"),
    **dict.fromkeys(("eng", "gb", "us"), "en"),
    **dict.fromkeys(("swe", "se"), "sv"),
    **dict.fromkeys(("nor", "nob"), "nb"),
    **dict.fromkeys(("dan", "dk"), "da"),
}
"""Country codes and three-letter codes that people write instead of the language code."""


def check_ineffective(linted: LintedFolder) -> Iterator[ToneKitError]:
    """Yield the files and settings that have no effect, and the safeguards that a list leaves out."""
    yield from _bodies(linted)
    yield from _unwritten(linted)
    if linted.settings is None or linted.settings_file is None:
        return
    yield from _settings(linted.settings, linted.settings_file, linted)
    shipped = linted.sources.path("!tonekit.yaml")
    if linted.settings_file.path != shipped:
        yield from _lost(linted.settings, linted.settings_file, read_data_file(shipped).into(Settings))


def _unknown(code: str, linted: LintedFolder) -> str | None:
    """Return what is wrong with a language code, or None; the folder's own languages are those with phrases."""
    if code in (ANY, "default") or linted.is_language(code):
        return None
    meant = _MEANT.get(code)
    return f"'{code}' is not a language" + (f"; {english_name(meant)} is '{meant}'" if meant else "")


def _bodies(linted: LintedFolder) -> Iterator[ToneKitError]:
    for contract in linted.library.contracts.values():
        for name in linted.sources.names(contract.folder):
            if (match := BODY.fullmatch(name)) and (problem := _unknown(match[1], linted)):
                yield TemplateError(problem, template=f"{contract.folder}/{name}", rule="unknown-language")
        file = linted.contract_file(contract)
        yield from _codes(contract.file.subject, file, ("subject",), linted)
    for name in linted.sources.names("phrases"):
        code = name.removesuffix(".yaml")
        if code in _MEANT:
            problem = f"'{code}' is not a language; {english_name(_MEANT[code])} is '{_MEANT[code]}'"
            yield DataFileError(problem, path=Path("phrases", name), rule="unknown-language")


def _unwritten(linted: LintedFolder) -> Iterator[DataFileError]:
    """Yield the phrases of one's own in a language in which there is no reply, so that nobody reads them."""
    for name in linted.sources.names("phrases"):
        code = name.removesuffix(".yaml")
        own = linted.sources.is_own(f"phrases/{name}") and name.endswith(".yaml")
        if own and is_language(code) and code != "no" and code not in linted.languages():
            problem = f"no reply is written in {english_name(code)} yet, so these phrases are said to nobody"
            file = f"replies/acknowledgement/{code}.md.j2"
            hint = f"write bodies, {file} first, and a subject under {code}: in the template.yaml beside each"
            error = f"{problem}; {hint} (tonekit eject replies/acknowledgement copies one to start from)"
            yield DataFileError(error, path=Path("phrases", name), rule="missing-language")


def _settings(settings: Settings, file: DataFile, linted: LintedFolder) -> Iterator[DataFileError]:
    yield from _codes(settings.brand.signature, file, ("brand", "signature"), linted)
    yield from _codes(settings.languages.fallback, file, ("languages", "fallback"), linted)
    for number, entry in enumerate(settings.never_say):
        yield from _codes(entry.words, file, ("never_say", number, "words"), linted)
        yield from _codes(entry.unless, file, ("never_say", number, "unless"), linted)
    for code in settings.limits.amounts:
        if code != "default" and code not in currencies():
            close = get_close_matches(code, sorted({row.currency for row in load_money().currencies}), n=1)
            problem = f"'{code}' is not a currency" + (f"; did you mean '{close[0]}'?" if close else "")
            yield file.error(problem, ("limits", "amounts", code), rule="unknown-currency")
    queues = {**settings.queues, **_shipped_queues(file, linted)}
    for number, safeguard in enumerate(settings.safeguards):
        name = safeguard.hand_to
        close = get_close_matches(name, queues, n=1, cutoff=0.75) if name else []
        if close and name not in {*queues, *queues.values()}:
            problem = f"there is no queue '{name}'; did you mean '{close[0]}'?"
            yield file.error(problem, ("safeguards", number, "hand_to"), rule="unknown-queue")


def _codes(codes: Iterable[str], file: DataFile, place: Place, linted: LintedFolder) -> Iterator[DataFileError]:
    for code in codes:
        if problem := _unknown(code, linted):
            yield file.error(problem, (*place, code), rule="unknown-language")


def _shipped_queues(file: DataFile, linted: LintedFolder) -> dict[str, str]:
    """Return the shipped queues, which shipped safeguards hand over to."""
    shipped = linted.sources.path("!tonekit.yaml")
    return {} if file.path == shipped else read_data_file(shipped).into(Settings).queues


def _lost(settings: Settings, file: DataFile, shipped: Settings) -> Iterator[DataFileError]:
    """Yield the user's lists that leave out shipped entries."""
    lists: dict[str, tuple[Sequence[object], Sequence[object]]] = {
        "safeguards": ([each.id for each in shipped.safeguards], [each.id for each in settings.safeguards]),
        "topics": ([each.topic for each in shipped.topics], [each.topic for each in settings.topics]),
        "never_say": ([each.id for each in shipped.never_say], [each.id for each in settings.never_say]),
    }
    used = {
        "safeguards": any(each.use for each in settings.safeguards),
        "topics": any(each.use for each in settings.topics),
    }
    for name, (there, own) in lists.items():
        lost = [str(each) for each in there if each not in own]
        if lost and not used.get(name) and name not in file.inherited:
            what = _ENTRIES.get(name, name)
            problem = f"this list leaves out {what} that ship: {', '.join(lost)}"
            yield file.error(problem, (name,), rule="lost-protection")
    if "safeguards" not in file.inherited:
        yield from _turned(settings, file, shipped)
    if "replies" not in file.inherited:
        yield from _unstopped(settings.replies, file, shipped.replies)


def _turned(settings: Settings, file: DataFile, shipped: Settings) -> Iterator[DataFileError]:
    """Yield the safeguards of one's own that have the id of one that ships and look at nothing that it looks at."""
    before = {each.id: tuple(_asked(each.when)) for each in shipped.safeguards if each.when}
    for number, each in enumerate(settings.safeguards):
        if each.action == "off" or not each.when or each.id not in before:
            continue
        asked = before[each.id]
        if not {*asked} & {*_asked(each.when)}:
            problem = f"'{each.id}' ships with a condition on {', '.join(asked)}, which this one no longer looks at"
            hint = "give a safeguard of your own another id, or add to its condition with any_of"
            yield file.error(f"{problem}; {hint}", ("safeguards", number, "when"), rule="lost-protection")


def _asked(when: Mapping[str, object]) -> Iterator[str]:
    """Yield the names that a condition looks at; one that is not valid is named elsewhere."""
    choices = when.get("any_of")
    for each in choices if isinstance(choices, list) else ():
        yield from _asked(each) if isinstance(each, dict) else ()
    yield from (name for name in when if name not in ("any_of", "min_confidence"))


def _unstopped(own: Sequence[ChoiceFile], file: DataFile, shipped: Sequence[ChoiceFile]) -> Iterator[DataFileError]:
    """Yield that a choice lacks shipped lines `reply: none`, or has a template before those that ship at the head."""
    stops = [each.when for each in own if each.reply]
    head = [each.when for each in takewhile(lambda line: line.reply, own)]
    first = [each for each in takewhile(lambda line: line.reply, shipped) if each.when not in head]
    others = [each for each in shipped if each.reply and each.when not in stops and each not in first]
    for lost, where in ((first, "at the head of the list, before all templates"), (others, "before the receipt")):
        for each in lost:
            line = yaml.safe_dump({"reply": "none", "when": each.when}, default_flow_style=True, sort_keys=False)
            problem = f"this list leaves out, {where}, a line that ships: - {' '.join(line.split())}"
            hint = 'write it there; all other lines that ship come in with - use: "!tonekit.yaml"'
            yield file.error(f"{problem}; {hint}", ("replies",), rule="lost-protection")
