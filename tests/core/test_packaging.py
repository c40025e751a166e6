"""What an installed copy needs is declared, comes along and is named; the tools of the tests are locked."""

from __future__ import annotations

import fnmatch
import functools
import importlib.metadata
import re
import sys
import tomllib

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.building.places import ROOT
from tests.building.sources import SOURCES

PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
PROJECT = tomllib.loads(PYPROJECT)["project"]
SETUPTOOLS = tomllib.loads(PYPROJECT)["tool"]["setuptools"]
OWN = {"app", "core", "main", "resources"}
IMPORT = re.compile(r"^\s*(?:from|import) (\w+)[\w.]*(?: import| as |\s*#|\s*$)", re.MULTILINE)
LOCK = SETUPTOOLS["dynamic"]["optional-dependencies"]["test"]["file"]


def _required(lines: list[str]) -> dict[str, Requirement]:
    """Requirements by the canonical name of what they ask for."""
    found = [Requirement(line) for line in lines]
    return {canonicalize_name(requirement.name): requirement for requirement in found}


def _needs(distribution: str) -> dict[str, Requirement]:
    """What an installed package asks for here, its extras left out."""
    found = _required(importlib.metadata.requires(distribution) or [])
    return {name: need for name, need in found.items() if not need.marker or need.marker.evaluate({"extra": ""})}


def _with_all_they_bring(distributions: set[str]) -> set[str]:
    found: set[str] = set()
    waiting = set(distributions)
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting |= _needs(name).keys() - found
    return found


@functools.cache
def _locked() -> dict[str, Requirement]:
    lines = [line for file in LOCK for line in (ROOT / file).read_text(encoding="utf-8").splitlines()]
    return _required([line for line in lines if line and not line.startswith("#")])


def _optional() -> dict[str, Requirement]:
    """What the program imports where it is there: its extras, those of the tests apart."""
    extras = SETUPTOOLS["dynamic"]["optional-dependencies"]
    files = [file for name, extra in extras.items() if name != "test" for file in extra["file"]]
    lines = [line for file in files for line in (ROOT / file).read_text(encoding="utf-8").splitlines()]
    return _required([line for line in lines if line and not line.startswith("#")])


def _imported() -> set[str]:
    """The top names that the program imports, at module level or later. Every import is a line of its own (ruff)."""
    names = {name for path in SOURCES for name in IMPORT.findall(path.read_text("utf-8"))}
    return names - OWN - sys.stdlib_module_names


def test_whatever_is_imported_is_declared():
    """Declared, or a part that a declared package asks for in one exact version, as PySide6 does for shiboken6."""
    declared = set(_required(PROJECT["dependencies"])) | set(_optional())
    parts = {
        name
        for package in _required(PROJECT["dependencies"])
        for name, need in _needs(package).items()
        if str(need.specifier)[:2] == "=="
    }
    providers = importlib.metadata.packages_distributions()
    imported = {name: {canonicalize_name(provider) for provider in providers.get(name, [name])} for name in _imported()}
    assert "torch" in imported and "llvmlite" in imported
    assert not {name for name, provided in imported.items() if not provided & (declared | parts)}


def test_every_upper_bound_has_its_reason_beside_it():
    block = re.search(r"^dependencies = \[\n(.*?)^\]", PYPROJECT, re.MULTILINE | re.DOTALL)
    assert block
    lines = [line.strip() for line in block[1].splitlines()]
    bounded = [(before, line) for before, line in zip(["", *lines], lines, strict=False) if re.match(r'".*<', line)]
    assert bounded
    assert not [line for before, line in bounded if "#" not in line and not before.startswith("#")]


def test_the_lock_names_exact_versions_of_all_that_the_tools_bring():
    locked = _locked()
    assert {"pytest", "pytest-qt", "hypothesis", "ruff", "pyright", "import-linter"} <= locked.keys()
    assert not [str(need) for need in locked.values() if not re.fullmatch(r"==[\w.]+", str(need.specifier))]
    assert _with_all_they_bring(set(locked)) == locked.keys()


def test_the_lock_holds_what_the_lab_needs_and_the_ranges_allow_it():
    locked = _locked()
    for name, need in _required(PROJECT["dependencies"]).items():
        assert need.specifier.contains(str(locked[name].specifier).removeprefix("==")), name


def test_current_releases_are_not_shut_out():
    """No cap of size or of caution: what is excluded is a release that is known to break something."""
    needs = _required(PROJECT["dependencies"])
    for name, versions in {"torch": ("2.14.1", "2.15.0"), "pyside6-essentials": ("6.11.3", "6.13.0")}.items():
        assert all(needs[name].specifier.contains(version) for version in versions), name
    assert not needs["pyside6-essentials"].specifier.contains("6.12.0")


def test_every_python_that_may_install_the_lab_can_install_its_tools():
    lowest = PROJECT["requires-python"].removeprefix(">=")
    for name in _locked():
        asked = importlib.metadata.metadata(name).json.get("requires_python")
        assert lowest in Requirement(f"python{asked or ''}").specifier, f"{name} asks for Python {asked}"


def test_every_resource_comes_along():
    patterns = SETUPTOOLS["package-data"]["*"]
    left_out = {ROOT / name.replace(".", "/") for name in SETUPTOOLS["packages"]["find"]["exclude"]}
    files = [path for path in (ROOT / "resources").rglob("*") if path.is_file() and path.suffix not in {".py", ".pyc"}]
    packed = [path for path in files if not left_out & set(path.parents)]
    assert len(packed) > 100
    assert not [path for path in packed if not any(fnmatch.fnmatch(path.name, pattern) for pattern in patterns)]


def test_the_notice_names_every_package_and_every_data_file():
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    packages = [Requirement(line).name for line in PROJECT["dependencies"]]
    data = [path.name for path in (ROOT / "resources" / "data").iterdir() if path.suffix in {".csv", ".npz", ".txt"}]
    assert not [name for name in packages + data if not re.search(rf"\b{re.escape(name)}\b", notice)]


def test_the_version_is_the_same_everywhere():
    changes = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert changes[:2] == ["Unreleased", PROJECT["version"]]
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8").splitlines()
    assert f"version: {PROJECT['version']}" in citation
    assert f"license: {PROJECT['license']}" in citation
