"""Rules on what never applies: settings for a language, currency or queue that there is not, protection left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from ...datafile import DataFile, Place, read_data_file
from ...errors import DataFileError, TemplateError, ToneKitError
from ...language_names import english_name
from ...languages.money import load_money
from ...settings import Settings
from ..currencies import currencies
from ..library import ANY, BODY
from .finding import Rule
from .opened import Opened

RULES = (
    Rule(
        "unknown-language",
        "warning",
        "a text or setting under a code that is no language",
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
        "safeguards or topics that ship and that a tonekit.yaml of your own leaves out",
        'Begin the list with - use: "!tonekit.yaml", and switch off below what you do without.',
    ),
)
_MEANT = {
    **dict.fromkeys(("ger", "deu", "gr"), "de"),
    **dict.fromkeys(("eng", "gb", "us"), "en"),
    **dict.fromkeys(("swe", "se"), "sv"),
    **dict.fromkeys(("nor", "nob"), "nb"),
    **dict.fromkeys(("dan", "dk"), "da"),
}
"""Codes of countries, and longer ones, that are written for languages."""


def check_applied(opened: Opened) -> Iterator[ToneKitError]:
    """Yield what never applies."""
    yield from _bodies(opened)
    if opened.settings is None or opened.settings_file is None:
        return
    yield from _settings(opened.settings, opened.settings_file, opened)
    shipped = opened.folders.path("!tonekit.yaml")
    if opened.settings_file.path != shipped:
        yield from _lost(opened.settings, opened.settings_file, read_data_file(shipped).into(Settings))


def _unknown(code: str, opened: Opened) -> str | None:
    """Return what is wrong with the code of a language, or None; one that has phrases is a language of the user's."""
    if code in (ANY, "default") or opened.is_language(code):
        return None
    meant = _MEANT.get(code)
    return f"'{code}' is no language" + (f"; {english_name(meant)} is '{meant}'" if meant else "")


def _bodies(opened: Opened) -> Iterator[ToneKitError]:
    for contract in opened.library.contracts.values():
        for name in opened.folders.names(contract.folder):
            if (match := BODY.fullmatch(name)) and (problem := _unknown(match[1], opened)):
                yield TemplateError(problem, template=f"{contract.folder}/{name}", rule="unknown-language")
        file = opened.contract_file(contract)
        yield from _codes(contract.file.subject, file, ("subject",), opened)
    for name in opened.folders.names("phrases"):
        code = name.removesuffix(".yaml")
        if code in _MEANT:
            problem = f"'{code}' is no language; {english_name(_MEANT[code])} is '{_MEANT[code]}'"
            yield DataFileError(problem, path=Path("phrases", name), rule="unknown-language")


def _settings(settings: Settings, file: DataFile, opened: Opened) -> Iterator[DataFileError]:
    yield from _codes(settings.brand.signature, file, ("brand", "signature"), opened)
    yield from _codes(settings.languages.fallback, file, ("languages", "fallback"), opened)
    for number, entry in enumerate(settings.never_say):
        yield from _codes(entry.words, file, ("never_say", number, "words"), opened)
        yield from _codes(entry.unless, file, ("never_say", number, "unless"), opened)
    for code in settings.limits.amounts:
        if code != "default" and code not in currencies():
            close = get_close_matches(code, sorted({row.currency for row in load_money().currencies}), n=1)
            problem = f"'{code}' is no currency" + (f"; did you mean '{close[0]}'?" if close else "")
            yield file.error(problem, ("limits", "amounts", code), rule="unknown-currency")
    queues = {**settings.queues, **_shipped_queues(file, opened)}
    for number, safeguard in enumerate(settings.safeguards):
        name = safeguard.hand_to
        close = get_close_matches(name, queues, n=1, cutoff=0.75) if name else []
        if close and name not in {*queues, *queues.values()}:
            problem = f"there is no queue '{name}'; did you mean '{close[0]}'?"
            yield file.error(problem, ("safeguards", number, "hand_to"), rule="unknown-queue")


def _codes(codes: Iterable[str], file: DataFile, place: Place, opened: Opened) -> Iterator[DataFileError]:
    for code in codes:
        if problem := _unknown(code, opened):
            yield file.error(problem, (*place, code), rule="unknown-language")


def _shipped_queues(file: DataFile, opened: Opened) -> dict[str, str]:
    """Return the queues that ship, which stand behind one's own where safeguards that ship are used."""
    shipped = opened.folders.path("!tonekit.yaml")
    return {} if file.path == shipped else read_data_file(shipped).into(Settings).queues


def _lost(settings: Settings, file: DataFile, shipped: Settings) -> Iterator[DataFileError]:
    """Yield the lists of one's own that leave out what ships."""
    lists = {
        "safeguards": ([each.id for each in shipped.safeguards], [each.id for each in settings.safeguards]),
        "topics": ([each.topic for each in shipped.topics], [each.topic for each in settings.topics]),
    }
    used = {
        "safeguards": any(each.use for each in settings.safeguards),
        "topics": any(each.use for each in settings.topics),
    }
    for name, (there, own) in lists.items():
        lost = [str(each) for each in there if each not in own]
        if lost and not used[name] and name not in file.inherited:
            yield file.error(
                f"this list leaves out {name} that ship: {', '.join(lost)}", (name,), rule="lost-protection"
            )
