"""tonekit answers every customer in their own tone.

    import tonekit

    result = tonekit.personalize("Hejsan! Vi är på jakt efter ett nytt ärendesystem. Vore jättekul 😊")
    result.analysis.formality.label
    result.reply.text
    result.prompt.to_openai()

Names are loaded on first use, so `import tonekit` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from sys import modules
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .analysis import Analysis, Evidence, LanguageVerdict, Verdict
    from .default import analyze, check, personalize
    from .errors import DataFileError, MissingInputError, TemplateError, ToneKitError, UnknownNameError
    from .finding import Finding
    from .message import Customer, Message, Thread, Turn
    from .profile import StyleProfile
    from .prompt import Prompt
    from .result import Decision, Reply, Result
    from .settings import Brand
    from .stated_facts import Facts
    from .toolkit import ToneKit

__all__ = [
    "Analysis",
    "Brand",
    "Customer",
    "DataFileError",
    "Decision",
    "Evidence",
    "Facts",
    "Finding",
    "LanguageVerdict",
    "Message",
    "MissingInputError",
    "Prompt",
    "Reply",
    "Result",
    "StyleProfile",
    "TemplateError",
    "Thread",
    "ToneKit",
    "ToneKitError",
    "Turn",
    "UnknownNameError",
    "Verdict",
    "analyze",
    "check",
    "personalize",
]

_HOME = {
    "Analysis": "analysis",
    "Brand": "settings",
    "Customer": "message",
    "DataFileError": "errors",
    "Decision": "result",
    "Evidence": "analysis",
    "Facts": "stated_facts",
    "Finding": "finding",
    "LanguageVerdict": "analysis",
    "Message": "message",
    "MissingInputError": "errors",
    "Prompt": "prompt",
    "Reply": "result",
    "Result": "result",
    "StyleProfile": "profile",
    "TemplateError": "errors",
    "Thread": "message",
    "ToneKit": "toolkit",
    "ToneKitError": "errors",
    "Turn": "message",
    "UnknownNameError": "errors",
    "Verdict": "analysis",
    "analyze": "default",
    "check": "default",
    "personalize": "default",
}

_ELSEWHERE = {
    "AnalyzeOptions": "options",
    "Answer": "answer",
    "ArgumentTypeError": "argument_errors",
    "ArgumentValueError": "argument_errors",
    "CalibrationError": "errors",
    "MessageSourceError": "errors",
    "Outcome": "batch.outcome",
    "PersonalizeOptions": "options",
    "PromptTooLongError": "errors",
    "Redaction": "guard.redact",
    "WorkerError": "errors",
    "WrongInputError": "argument_errors",
    "assert_reads": "testing",
    "assert_scores": "testing",
    "read_eml": "eml",
}
"""Names that are needed less often and live in their own module; asking `tonekit` for one says which."""


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("tonekit")
    if name in _ELSEWHERE:
        raise AttributeError(f"module 'tonekit' has no attribute '{name}'; import it from tonekit.{_ELSEWHERE[name]}")
    if name not in _HOME:
        raise AttributeError(f"module 'tonekit' has no attribute '{name}'; it has: {', '.join(__all__)}")
    if (home := f"{__name__}.{_HOME[name]}") in modules:
        # Asked for with every message; only loading needs the garbage collector held back.
        return getattr(import_module(home), name)
    from .loading.garbage_collection import uncollected

    with uncollected():
        return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
