"""What is made of the same is one object, for as long as somebody uses it, and says and refuses what it did before."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from tonekit import DataFileError, ToneKit, ToneKitError
from tonekit.loading.sharing import Shared
from tonekit.reading import language_reading
from tonekit.rendering.folders.sources import shipped_templates
from tonekit.rendering.phrases.phrase_book import PhraseBook
from tonekit.rendering.syntax.compiling import compiled as compile_anew

ACKNOWLEDGEMENT = "replies/acknowledgement"
MESSAGE = "Hello, I would like to know where order 4711 is. Kind regards, Anna"


class Thing:
    """An object that can be told from an equal one."""


def test_made_once_by_its_key() -> None:
    """The same key gives the same object, and another key another one."""
    shared, made = Shared[Thing](), list[str]()

    def make() -> Thing:
        made.append("made")
        return Thing()

    one, again, other = (shared.once(key, make) for key in ("a", "a", "b"))

    assert (again is one, other is one, made) == (True, False, ["made", "made"])


def test_nothing_is_kept_that_nobody_uses() -> None:
    """What its last user has dropped is gone, and made anew for the next."""
    shared = Shared[Thing]()
    first = id(shared.once("a", Thing))
    gc.collect()
    kept = shared.once("a", Thing)

    assert [each for each in gc.get_objects() if isinstance(each, Thing)] == [kept]
    assert first  # the number alone: it says nothing of an object that is gone


def test_error_is_not_kept() -> None:
    """What could not be made is tried again, so that nobody gets the error of another."""
    shared = Shared[Thing]()

    def refuse() -> Thing:
        raise DataFileError("is wrong", path=Path("a"))

    for _ in range(2):
        with pytest.raises(DataFileError):
            shared.once("a", refuse)

    assert isinstance(shared.once("a", Thing), Thing)


def test_threads_get_the_same() -> None:
    """Threads that make it at once go on with one object."""
    shared, both = Shared[Thing](), Barrier(2)

    def make() -> Thing:
        both.wait(30)
        return Thing()

    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(lambda _: shared.once("a", make), range(2))

    assert one is other


Changes = Mapping[str, Callable[[str], str]]


def folder(path: Path, changes: Changes) -> Path:
    """Make a folder of one's own: the settings that ship, and changed copies of shipped files."""
    files: Changes = {"tonekit.yaml": str, **changes}
    for name, change in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        text = (shipped_templates() / name).read_text(encoding="utf-8")
        (path / name).write_text(change(text), encoding="utf-8")
    return path


def replacing(old: str, new: str) -> Callable[[str], str]:
    """Return a change of a text in one place."""

    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


def adding(text: str) -> Callable[[str], str]:
    """Return a change that adds to the end of a text."""
    return lambda before: before + text


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> ToneKit:
    """A toolkit on a folder of its own."""
    return ToneKit(templates=folder(tmp_path_factory.mktemp("first"), {}))


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch, first: ToneKit) -> list[str]:
    """The files of which something is compiled, once the first toolkit is there."""
    assert first.ruleset
    names = list[str]()

    def noting(*given: object, name: str) -> object:
        names.append(name)
        return compile_anew(*given, name=name)  # type: ignore[arg-type] # handed on as they came

    monkeypatch.setattr("tonekit.rendering.syntax.checked_compiling.compiled", noting)
    return names


CHANGES: Mapping[str, tuple[Changes, set[str]]] = {
    "settings": ({"tonekit.yaml": adding("\n# ours\n")}, set[str]()),
    "style": ({"style.yaml": adding("\n# ours\n"), "profiles.yaml": adding("\n# ours\n")}, set[str]()),
    "words": ({"phrases/de.yaml": adding("\nours: [{id: ours, text: Unser Wort}]\n")}, set[str]()),
    "phrase": ({"phrases/de.yaml": adding('\nours: [{id: ours, text: "{{ brand.name }}"}]\n')}, {"phrases/de.yaml"}),
    "body": ({f"{ACKNOWLEDGEMENT}/en.md.j2": adding("\nOurs.\n")}, {f"{ACKNOWLEDGEMENT}/en.md.j2"}),
    "contract": ({"replies/quote/template.yaml": adding("\n# ours\n")}, {"replies/quote/template.yaml"}),
    "part": (
        {"parts/quote.md.j2": adding("\nOurs.\n")},
        {
            *(f"replies/quote/{name}.md.j2" for name in ("da", "de", "de--informal", "en", "nb", "sv")),
        },
    ),
}
"""Files that a second folder changes, and what is compiled again for it."""


@pytest.mark.parametrize(("changes", "again"), CHANGES.values(), ids=CHANGES.keys())
def test_second_toolkit_compiles_its_own_alone(
    tmp_path: Path, compiled: list[str], changes: Changes, again: set[str]
) -> None:
    """Of what ships a second toolkit compiles only what depends on a file that its folder changes."""
    ToneKit(templates=folder(tmp_path, changes))

    assert set(compiled) == again


def test_second_toolkit_loads_no_language_again(
    tmp_path: Path, first: ToneKit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A language that one toolkit has met is there for all that read with the same weights."""
    analysis = first.analyze(MESSAGE)
    loaded = list[str]()
    monkeypatch.setattr(language_reading, "load_pack", lambda code, *_: loaded.append(code))

    assert ToneKit(templates=folder(tmp_path, {})).analyze(MESSAGE) == analysis
    assert loaded == []


MISTAKES: Changes = {
    "parts/quote.md.j2": adding("{{ quote.totl }}"),
    "parts/steps.md.j2": adding("{{ brand.name | uper }}"),
    "parts/status.md.j2": adding("{% if brand.name %}"),
    "parts/ask.md.j2": adding('{% include "parts/aks.md.j2" %}'),
    "parts/feedback.md.j2": adding('{% include "parts/feedback.md.j2" %}'),
    "parts/onboarding.md.j2": adding("{{ phrase('no_such_slot') }}"),
    "parts/times.de.md.j2": adding("\ufdd0"),
    "phrases/de.yaml": lambda _: "closing: [{id: c, text: Gruß}]\n",
    "phrases/sv.yaml": adding('\nours: [{id: ours, text: "{{ quote.totl }}"}, {id: mark, text: "a\ufdd0"}]\n'),
    "replies/thanks_for_feedback/template.yaml": replacing('"Din tilbagemelding"', "brand.naem.x | uper"),
    f"{ACKNOWLEDGEMENT}/en.md.j2": lambda _: "\n",
}
"""Changes that break what ships and depends on the file, or the file alone."""


def refused(path: Path) -> list[tuple[str, str, str]]:
    """Return all that is wrong with a folder: type, text and rule of each error."""
    with pytest.raises(ToneKitError) as caught:
        ToneKit(templates=path)
    return [(type(each).__name__, str(each), getattr(each, "rule", "")) for each in (caught.value, *caught.value.more)]


def test_mistakes_are_those_of_a_toolkit_alone(tmp_path: Path, first: ToneKit, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a folder breaks is refused with the same errors, in their order, as where nothing is shared."""
    path = folder(tmp_path, MISTAKES)
    assert first.ruleset
    beside = refused(path)

    def alone(shared: Shared[object], key: object, make: Callable[[], object]) -> object:
        del shared, key
        return make()

    monkeypatch.setattr(Shared, "once", alone)

    assert beside == refused(path)
    assert {rule for _, _, rule in beside} == {
        "banned-filter",
        "include-cycle",
        "missing-include",
        "missing-slot",
        "template-syntax",
        "undeclared-variable",
    }


def test_tenants_say_what_is_theirs(tmp_path: Path, first: ToneKit) -> None:
    """Folders that change the same body, phrase and brand in different ways write each their own."""
    template, names = "acknowledgement", ("one", "two")
    before = first.personalize(MESSAGE, template=template)
    kits = [
        ToneKit(
            templates=folder(
                tmp_path / name,
                {
                    "tonekit.yaml": replacing("Nordlys Software", f"Firm {name}"),
                    f"{ACKNOWLEDGEMENT}/en.md.j2": adding(
                        f"\nBody of {name} at {{{{ brand.name }}}}.\n{{{{ phrase('ours') }}}}\n"
                    ),
                    "phrases/en.yaml": adding(f"\nours: [{{id: ours, text: Word of {name}.}}]\n"),
                },
            )
        )
        for name in names
    ]

    for name, kit in zip(names, kits, strict=True):
        for _ in range(3):  # the second of a shape makes a plan, the third is written by it
            reply = kit.personalize(MESSAGE, template=template).reply
            assert reply is not None
            assert f"Body of {name} at Firm {name}. Word of {name}." in " ".join(reply.text.split())
    assert first.personalize(MESSAGE, template=template) == before


def test_dropped_toolkits_leave_nothing(tmp_path: Path, first: ToneKit) -> None:
    """Folders that come and go beside one that stays take no memory with them, not even as keys."""
    for number in range(3):
        path = folder(tmp_path / str(number), {"phrases/de.yaml": adding(f"\n# {number}\n")})
        ToneKit(templates=path).personalize(MESSAGE)
    gc.collect()

    books = [each.path for each in gc.get_objects() if isinstance(each, PhraseBook)]
    assert first.ruleset
    assert [path for path in books if path.is_relative_to(tmp_path)] == []
