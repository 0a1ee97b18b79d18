"""The tools of all languages that are read, each loaded when it is first met."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from threading import Lock

from ..analysis import LanguageVerdict
from ..collecting import uncollected
from ..languages.loading import load_alerts, load_pack, load_shared_cues
from .heads.head_set import OwnCues
from .language.recognition import UNDETERMINED
from .language_reading import LanguageReading, for_pack, without_pack


class Readings:
    """The tools of the languages. Safe to share between threads.

    Args:
        languages: codes of the packs to use.
        cues: cues of the user to look for.
        twins: tells the languages that a text in a language is easily taken for.
    """

    def __init__(
        self,
        languages: Sequence[str],
        *,
        cues: OwnCues,
        twins: Callable[[str], Iterable[str]],
    ) -> None:
        self._languages = languages
        self._shared = load_shared_cues()
        self._own = cues
        self._twins = twins
        self._readings: dict[str, LanguageReading] = {}
        self._lock = Lock()

    def codes(self, language: LanguageVerdict) -> list[str]:
        """Return the languages to read in: of twins both, so that the style does not hang on a guess between them."""
        twins = [code for code in language.alternatives if code in self._languages]
        return [language.label, *twins] if language.label in self._languages else [language.label]

    def of(self, code: str) -> LanguageReading:
        """Return the tools of a language; of one without a pack, those that all languages share."""
        key = code if code in self._languages else UNDETERMINED
        if key in self._readings:
            return self._readings[key]
        with self._lock, uncollected():
            if key not in self._readings:
                self._readings[key] = self._loaded(key) if key in self._languages else without_pack(self._shared)
            return self._readings[key]

    def _loaded(self, code: str) -> LanguageReading:
        pack = load_pack(code)
        alerts = [load_alerts(twin) for twin in self._twins(code) if twin in self._languages]
        return for_pack(pack, {**self._shared, **self._own.get(code, {})}, alerts)
