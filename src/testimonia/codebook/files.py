"""Reads the codebook's YAML and CSV files, and says of every fault in which file and line it stands.

What always holds: a file that loads has been checked against its schema, and an error names ``file:line:``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from testimonia.model.errors import CodebookError

Entry = TypeVar("Entry", bound=BaseModel)

_Base: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]  # which of the two loaders is known only when run
    """Safe YAML in which "on", "off", "yes" and "no" are words, as in YAML 1.2: here they are prepositions."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in resolvers if not (tag == "tag:yaml.org,2002:bool" and first in "oOyYnN")]
    for first, resolvers in _Base.yaml_implicit_resolvers.items()
}


def read_yaml(path: Path) -> Any:
    """The content of a YAML file. Raises ``CodebookError`` with file and line where it is no YAML or no UTF-8."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CodebookError(f"{path}:{line}: this is not valid YAML ({error.problem})") from error
    except UnicodeDecodeError as error:
        raise CodebookError(f"{path}:1: this is not UTF-8 text; save the file as UTF-8") from error


def read_entries(path: Path, schema: type[Entry]) -> list[Entry]:
    """The list of entries that a YAML file holds, each checked. Raises ``CodebookError``."""
    content = read_yaml(path) or []
    if not isinstance(content, list):
        raise CodebookError(f"{path}:1: expected a list of entries (lines that begin with '- ')")
    entries = []
    for index, written in enumerate(content):
        try:
            entries.append(schema.model_validate(written))
        except ValidationError as error:
            where = (index, *error.errors()[0]["loc"])
            raise CodebookError(f"{path}:{_line_of(path, where)}: {_first_fault(error)}") from error
    return entries


def located(path: Path, schema: type[Entry]) -> Iterator[tuple[int, Entry | str]]:
    """Every entry of a YAML list or CSV table with its line, or in its stead what is wrong with it.

    Raises ``CodebookError`` where the file as a whole cannot be read.
    """
    if path.suffix == ".csv":
        yield from _located_rows(path, schema)
        return
    content = read_yaml(path) or []
    if not isinstance(content, list):
        raise CodebookError(f"{path}:1: expected a list of entries (lines that begin with '- ')")
    root: Any = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    for index, written in enumerate(content):
        try:
            yield root.value[index].start_mark.line + 1, schema.model_validate(written)
        except ValidationError as error:
            yield _line_of(path, (index, *error.errors()[0]["loc"])), _first_fault(error)


def _located_rows(path: Path, schema: type[Entry]) -> Iterator[tuple[int, Entry | str]]:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise CodebookError(f"{path}:1: this is not UTF-8 text; save the file as UTF-8") from error
    reader = csv.DictReader(text.splitlines(keepends=True))
    for row in reader:
        present = _present(row)
        if present is None:
            continue
        try:
            yield reader.line_num, schema.model_validate(present)
        except ValidationError as error:
            yield reader.line_num, _first_fault(error)


def _present(row: Mapping[Any, Any]) -> Mapping[str, str] | None:
    """The filled cells of a row; ``None`` for an empty row or a comment."""
    present = {k: v.strip() for k, v in row.items() if k and isinstance(v, str) and v.strip()}
    return None if not present or next(iter(present.values())).startswith("#") else present


def read_mapping(path: Path, schema: type[Entry]) -> Entry:
    """The one mapping that a YAML file holds, checked. Raises ``CodebookError``."""
    content = read_yaml(path) or {}
    try:
        return schema.model_validate(content)
    except ValidationError as error:
        where = error.errors()[0]["loc"]
        raise CodebookError(f"{path}:{_line_of(path, where)}: {_first_fault(error)}") from error


def read_table(path: Path, schema: type[Entry]) -> list[Entry]:
    """The rows of a CSV file with a header line, each checked; empty cells count as absent.

    A cell of a list column holds its values separated by ``|``. Raises ``CodebookError``.
    """
    entries = []
    for line, found in _located_rows(path, schema):
        if isinstance(found, str):
            raise CodebookError(f"{path}:{line}: {found}")
        entries.append(found)
    return entries


def _first_fault(error: ValidationError) -> str:
    fault = error.errors()[0]
    field = ".".join(str(part) for part in fault["loc"]) or "entry"
    given = f" (found {fault['input']!r})" if not isinstance(fault["input"], dict) else ""
    return f"{field}: {fault['msg']}{given}"


def _line_of(path: Path, where: tuple[int | str, ...]) -> int:
    """The line of the YAML node at ``where``, or of its nearest ancestor that exists."""
    node: Any = yaml.compose(path.read_text(encoding="utf-8"))
    line = 1
    for part in where:
        if node is None:
            break
        line = node.start_mark.line + 1
        if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
        elif isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == part), None)
        else:
            node = None
    return node.start_mark.line + 1 if node is not None else line
