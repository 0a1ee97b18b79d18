"""Read and check language packs: a folder of data in, a `LanguagePack` out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ..errors import DataFileError, Problems, UnknownNameError
from ..files.datafile import DataFile, Place, read_data_file
from ..language_names import language_code
from .alerts import read_alerts
from .cue_list import Origin, clashing_dimension, cue_list
from .pack import Alerts, FactsFile, LanguageFile, LanguagePack, MailFile, ValenceFile
from .phrases import PatternError, expand

PACKS = Path(__file__).parent
SHARED_CUES = PACKS / "shared.yaml"
STRONGEST_VALENCE = 4.0
"""VADER's scale: raters gave −4 to 4 (Hutto & Gilbert 2014)."""


def available_languages(folder: Path = PACKS) -> tuple[str, ...]:
    """Return the codes of the packs in `folder`, sorted."""
    return tuple(sorted(path.parent.name for path in folder.glob("*/language.yaml")))


def load_language_file(code: str, folder: Path = PACKS) -> LanguageFile:
    """Return what tells a language from others, without the rest of its pack.

    Raises:
        UnknownNameError: there is no such pack.
        DataFileError: the file is not valid, or a list in it holds a word twice.
    """
    file = read_data_file(_pack_folder(code, folder) / "language.yaml")
    language = file.into(LanguageFile)
    _check_once(file, file.data, ())
    return language


def load_mail_file(code: str, folder: Path = PACKS) -> MailFile:
    """Return the mail furniture of a language, without the rest of its pack.

    Raises:
        UnknownNameError: there is no such pack.
        DataFileError: the file is not valid.
    """
    return read_data_file(_pack_folder(code, folder) / "mail.yaml").into(MailFile)


def load_alerts(code: str, folder: Path = PACKS) -> Alerts:
    """Return the phrases that call for a person, without the rest of the pack.

    Raises:
        UnknownNameError: there is no such pack.
        DataFileError: as for the cues of a pack.
    """
    return read_alerts(read_data_file(_pack_folder(code, folder) / "alerts.yaml"))


def load_pack(code: str, folder: Path = PACKS) -> LanguagePack:
    """Return the checked pack of one language.

    Raises:
        UnknownNameError: there is no such pack.
        DataFileError: unknown cue id, duplicate phrase, a phrase claimed by two poles of one dimension, a
            wrong value, each with file and line.
    """
    home = _pack_folder(code, folder)
    mail = load_mail_file(code, folder)
    return LanguagePack(
        code=code,
        language=load_language_file(code, folder),
        valence=read_data_file(home / "valence.yaml").into(ValenceFile),
        facts=read_data_file(home / "facts.yaml").into(FactsFile),
        mail=mail,
        cues=_read_cues(read_data_file(home / "cues.yaml"), "phrases") | _mail_cues(mail),
        fields=_read_cues(read_data_file(home / "fields.yaml"), "field"),
        alerts=load_alerts(code, folder),
        lexicon=read_lexicon(home / "lexicon.tsv"),
    )


def load_shared_cues() -> dict[str, tuple[str, ...]]:
    """Return the cue phrases that all languages share, technical terms above all.

    Raises:
        DataFileError: as for the cues of a pack.
    """
    return _read_cues(read_data_file(SHARED_CUES), "phrases")


def read_lexicon(path: Path) -> dict[str, float]:
    """Return word → valence of a tab-separated lexicon whose words may be patterns.

    Raises:
        DataFileError: a line without tab, a bad pattern or number, a word of two lines.
    """
    lexicon: dict[str, float] = {}
    for number, word, valence in _lexicon_lines(path):
        try:
            forms, value = expand(word), float(valence)
        except ValueError as error:
            raise DataFileError(str(error), path=path, line=number) from error
        if abs(value) > STRONGEST_VALENCE:
            raise DataFileError(f"valence {value} is outside −4 to 4", path=path, line=number)
        for form in forms:
            if form in lexicon:
                raise DataFileError(f"'{form}' has a valence already; keep one line", path=path, line=number)
            lexicon[form] = value
    return lexicon


def _pack_folder(code: str, folder: Path) -> Path:
    available = available_languages(folder)
    if code not in available:
        meant = language_code(code)
        hint = f"Did you mean '{meant}'?" if meant in available else ""
        raise UnknownNameError("language pack", code, available=available, hint=hint)
    return folder / code


def _check_once(file: DataFile, content: Any, place: Place) -> None:
    """Refuse a list that holds a word twice: one of them was meant to be another, or to stand elsewhere."""
    if isinstance(content, dict):
        for key, value in content.items():
            _check_once(file, value, (*place, key))
    elif isinstance(content, list):
        problems, seen = Problems(), set[str]()
        for index, word in enumerate(content):
            if word in seen:
                problems.add(file.error(f"'{word}' stands in '{place[-1]}' twice; keep one", (*place, index)))
            seen.add(word)
        problems.raise_first()


def _lexicon_lines(path: Path) -> Iterator[tuple[int, str, str]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(f"cannot be read as UTF-8 text: {error}", path=path) from error
    for number, line in enumerate(text.splitlines(), start=1):
        content = line.split("#", 1)[0].rstrip()
        if not content:
            continue
        word, tab, valence = content.partition("\t")
        if not tab or not valence.strip():
            raise DataFileError(f"'{content}' needs a word, a tab and a number", path=path, line=number)
        yield number, word.strip(), valence.strip()


def _read_cues(file: DataFile, origin: Origin) -> dict[str, tuple[str, ...]]:
    known = {cue_id for cue_id, cue in cue_list().items() if cue.origin == origin}
    cues: dict[str, tuple[str, ...]] = {}
    owners: dict[str, tuple[str, ...]] = {}
    for cue_id, patterns in (file.data or {}).items():
        if cue_id not in known:
            raise file.error(f"'{cue_id}' is not a cue id for this file; see cues.yaml of the packs", (cue_id,))
        cues[cue_id] = tuple(_claimed(file, cue_id, patterns, owners))
    return cues


def _claimed(file: DataFile, cue_id: str, patterns: object, owners: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield the phrases of one cue; refuse what another line or a cue of another pole has already."""
    if not isinstance(patterns, list):
        raise file.error(f"'{cue_id}' needs a list of phrases", (cue_id,))
    alone = (cue_id,)
    for index, pattern in enumerate(patterns):
        place = (cue_id, index)
        try:
            phrases = expand(str(pattern))
        except PatternError as error:
            raise file.error(str(error), place) from error
        if owners.keys().isdisjoint(phrases):
            owners.update(dict.fromkeys(phrases, alone))
        else:
            _share(file, place, phrases, owners)
        yield from phrases


def _share(file: DataFile, place: Place, phrases: Iterable[str], owners: dict[str, tuple[str, ...]]) -> None:
    """Note a cue as one more owner of phrases some of which have one; refuse what cannot be claimed twice."""
    cue_id = str(place[0])
    for phrase in phrases:
        for owner in owners.get(phrase, ()):
            if owner == cue_id:
                raise file.error(f"'{phrase}' stands in '{cue_id}' twice", place)
            if dimension := clashing_dimension(owner, cue_id):
                raise file.error(f"'{phrase}' is claimed by '{owner}', the other pole of {dimension}", place)
        owners[phrase] = (*owners.get(phrase, ()), cue_id)


def _mail_cues(mail: MailFile) -> dict[str, tuple[str, ...]]:
    return {
        f"{kind}.{register}": phrases
        for kind, registers in (("greeting", mail.greetings), ("closing", mail.closings))
        for register, phrases in registers.items()
    }
