from __future__ import annotations

import dataclasses
import doctest
import re
import tomllib
from pathlib import Path

import pytest

from testimonia import __version__
from testimonia.model import claim, dispute, document, event, judgement, period, source

ROOT = Path(__file__).parents[1]
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "examples" / "README.md"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```|`[^`]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s#]+)", text):
        assert "://" in target or (page.parent / target).exists(), target


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_the_lock_holds_every_dependency_with_its_digests(lock: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = project["dependencies"] + (project["optional-dependencies"]["dev"] if "dev" in lock else [])
    held = (ROOT / lock).read_text()
    for requirement in wanted:
        name = re.split(r"[<>=!~\[; ]", requirement)[0].lower().replace("_", "-")
        assert re.search(rf"(?m)^{re.escape(name)}==\S+.*\\\n\s+--hash=sha256:", held), f"{name}: run `make lock`"


def test_the_readme_names_the_two_commands_of_a_newcomer() -> None:
    text = (ROOT / "README.md").read_text()
    assert "make demo" in text
    assert "make test" in text


def test_the_changelog_knows_this_version_or_what_comes_next() -> None:
    text = (ROOT / "CHANGELOG.md").read_text()
    assert "## [Unreleased]" in text or f"## [{__version__}]" in text


def test_the_makefile_has_the_commands_that_others_rely_on() -> None:
    targets = re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text())
    assert {"demo", "test", "check", "bench-accuracy", "bench-speed"} <= set(targets)


def _records() -> list[type]:
    modules = (claim, dispute, document, event, judgement, period, source)
    found = [value for module in modules for value in vars(module).values() if isinstance(value, type)]
    return sorted({value for value in found if dataclasses.is_dataclass(value)}, key=lambda record: record.__name__)


@pytest.mark.parametrize("record", _records(), ids=lambda record: record.__name__)
def test_every_field_is_explained_in_the_data_model(record: type) -> None:
    page = (ROOT / "docs" / "reference" / "data-model.md").read_text()
    assert [field.name for field in dataclasses.fields(record) if f"`{field.name}`" not in page] == []


def test_the_road_from_a_sentence_to_a_table_can_be_walked_as_it_is_written() -> None:
    page = ROOT / "docs" / "explanation" / "road.md"
    failed, tried = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert tried
    assert failed == 0
