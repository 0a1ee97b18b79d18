"""What is shipped: wheel and sdist hold everything they need, and the installed wheel works without the checkout."""

from __future__ import annotations

import json
import os
import re
import site
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).resolve().parents[1]
MESSAGE = "Hejsan! Jag undrar om ni kan visa hur man byter lösenord i appen? Vore jättesnällt, tack på förhand 😊"

# Runs in the clean environment. Watches every file that Python opens, so that none can come from the checkout.
PERSONALIZE = """
import json, os, sys
opened = set()
def watch(event, arguments):
    if event in {"open", "os.listdir", "os.scandir"} and isinstance(arguments[0], (str, bytes, os.PathLike)):
        opened.add(os.path.realpath(os.fsdecode(arguments[0])))
sys.addaudithook(watch)
import tonekit
result = tonekit.personalize(sys.stdin.read())
print(json.dumps({
    "home": os.path.realpath(tonekit.__file__),
    "opened": sorted(opened),
    "language": result.analysis.language.label,
    "reply_language": result.reply.language,
    "reply": result.reply.text,
    "roles": [message.role for message in result.prompt.messages],
}))
"""


@dataclass(frozen=True)
class Distributions:
    """The two built files."""

    wheel: Path
    sdist: Path

    def wheel_names(self) -> set[str]:
        with zipfile.ZipFile(self.wheel) as archive:
            return set(archive.namelist())

    def sdist_names(self) -> set[str]:
        with tarfile.open(self.sdist) as archive:
            return {member.name.partition("/")[2] for member in archive if member.isfile()}


@dataclass(frozen=True)
class Environment:
    """A virtual environment that holds the wheel and nothing else of ours."""

    home: Path

    def path(self, kind: str) -> Path:
        """Return where this environment keeps its `scripts` or its `purelib`."""
        places = {"base": str(self.home), "platbase": str(self.home), "installed_base": str(self.home)}
        return Path(sysconfig.get_path(kind, "venv", vars=places))

    def run(self, program: str, *arguments: str, message: str = "") -> subprocess.CompletedProcess[str]:
        """Run a program of this environment outside the checkout, without the settings of the caller's Python."""
        settings = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
        return subprocess.run(
            [str(self.path("scripts") / program), *arguments],
            cwd=self.home,
            env={**settings, "PYTHONUTF8": "1"},
            input=message,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


def files_below(folder: Path) -> Iterator[str]:
    """Yield the files of a folder that belong to the project, as paths relative to it."""
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder)
        if path.is_file() and "__pycache__" not in inner.parts and path.name != ".DS_Store":
            yield inner.as_posix()


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Distributions:
    """Build the sdist from the checkout and the wheel from the sdist, as a release does."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(CHECKOUT)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return Distributions(wheel=next(folder.glob("*.whl")), sdist=next(folder.glob("*.tar.gz")))


@pytest.fixture(scope="module")
def environment(distributions: Distributions, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """Install the wheel into a new environment.

    The libraries that tonekit needs are lent by the running environment through a `.pth` file, so that nothing is
    downloaded. Python does not follow the `.pth` files of a folder that comes in this way, so an editable
    installation of tonekit there stays out of reach.
    """
    home = tmp_path_factory.mktemp("installed")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(home)], check=True)
    pip = [sys.executable, "-m", "pip", "--python", str(home), "--disable-pip-version-check"]
    install = [*pip, "install", "--quiet", "--no-index", "--no-deps", str(distributions.wheel)]
    subprocess.run(install, check=True, env={**os.environ, "PYTHONPATH": ""})
    lent = Environment(home).path("purelib") / "lent.pth"
    lent.write_text("\n".join(site.getsitepackages()) + "\n", encoding="utf-8")
    return Environment(home)


@pytest.fixture(scope="module")
def answer(environment: Environment) -> dict[str, Any]:
    """What the installed wheel made of a Swedish message."""
    run = environment.run("python", "-I", "-X", "utf8", "-c", PERSONALIZE, message=MESSAGE)
    assert run.returncode == 0, run.stderr
    outcome: dict[str, Any] = json.loads(run.stdout)
    return outcome


@pytest.mark.packaging
def test_wheel_holds_every_template(distributions: Distributions) -> None:
    """The folder `templates/` is in the wheel, complete, as `tonekit/_templates`."""
    expected = {f"tonekit/_templates/{name}" for name in files_below(CHECKOUT / "templates")}

    assert expected
    assert sorted(expected - distributions.wheel_names()) == []


@pytest.mark.packaging
def test_wheel_holds_the_whole_package(distributions: Distributions) -> None:
    """Modules, `py.typed` and the data of languages and reading are in the wheel."""
    expected = {f"tonekit/{name}" for name in files_below(CHECKOUT / "src" / "tonekit")}

    assert {Path(name).suffix for name in expected} >= {".py", ".typed", ".yaml", ".tsv"}
    assert sorted(expected - distributions.wheel_names()) == []


@pytest.mark.packaging
def test_wheel_holds_nothing_else(distributions: Distributions) -> None:
    """No test, cache or benchmark lands in a user's site-packages."""
    ours = re.compile(r"tonekit/|tonekit-[\w.]+\.dist-info/")
    names = distributions.wheel_names()

    assert sorted(name for name in names if not ours.match(name) or "__pycache__" in name) == []


@pytest.mark.packaging
@pytest.mark.parametrize("folder", ["benchmarks", "docs", "src", "templates", "tests"])
def test_sdist_holds_the_project(distributions: Distributions, folder: str) -> None:
    """Whoever packages tonekit for a distribution finds sources, templates, tests, pages and benchmarks."""
    expected = {f"{folder}/{name}" for name in files_below(CHECKOUT / folder)}

    assert expected
    assert sorted(expected - distributions.sdist_names()) == []


@pytest.mark.packaging
def test_installed_wheel_answers_in_swedish(answer: dict[str, Any]) -> None:
    """A Swedish message gets a prompt and a Swedish reply from the installed wheel."""
    assert (answer["language"], answer["reply_language"]) == ("sv", "sv")
    assert answer["reply"].startswith("Hej")
    assert answer["roles"][-1] == "user"


@pytest.mark.packaging
def test_installed_wheel_needs_no_checkout(answer: dict[str, Any], environment: Environment) -> None:
    """The installed wheel opens its own templates and data, and not one file of the checkout."""
    opened = [Path(name) for name in answer["opened"]]
    lent = [Path(folder).resolve() for folder in (*site.getsitepackages(), sys.prefix)]
    ours = environment.path("purelib").resolve() / "tonekit"
    strays = [
        str(path)
        for path in opened
        if path.is_relative_to(CHECKOUT) and not any(path.is_relative_to(folder) for folder in lent)
    ]

    assert Path(answer["home"]).parent == ours
    assert any(path.is_relative_to(ours / "_templates") for path in opened)
    assert strays == []


@pytest.mark.packaging
def test_installed_wheel_has_the_command(environment: Environment) -> None:
    """The wheel brings the command `tonekit`, and its help names the demo."""
    run = environment.run("tonekit", "--help")

    assert run.returncode == 0, run.stderr
    assert "demo" in run.stdout


def test_every_dependency_is_pinned_within_its_bounds() -> None:
    """`constraints.txt` pins each dependency and extra of `pyproject.toml`, at a version that its bounds allow."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *(line for extra in project["optional-dependencies"].values() for line in extra)]
    pins = dict(pinned_versions())

    wrong = [
        line
        for line in map(Requirement, lines)
        if not line.specifier.contains(pins.get(canonicalize_name(line.name), "0"))
    ]

    assert [str(line) for line in wrong] == []


def pinned_versions() -> Iterator[tuple[str, str]]:
    """Yield name and version of each line of `constraints.txt`."""
    for line in (CHECKOUT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, version = line.split("==")
            yield canonicalize_name(name), version
