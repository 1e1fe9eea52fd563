"""The reference of codebooks: its example works, and it leaves out no field."""

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from testimonia.codebook import load
from testimonia.codebook.check import check
from testimonia.codebook.schema import About, ActorEntry, DatedHappening, PlaceRow

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "codebook.md").read_text(encoding="utf-8")
_EXAMPLE = re.compile(r"`falklands/([\w.]+)`\n\n```\w*\n(.*?)```", re.DOTALL)


def test_the_example_is_a_sound_codebook(tmp_path: Path) -> None:
    for name, text in _EXAMPLE.findall(PAGE):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert check(tmp_path) == []
    codebook = load(tmp_path)
    assert codebook.nominals["falklands"]["junta"] == "argentine-junta"
    assert "goose-green" in codebook.places


@pytest.mark.parametrize("schema", [About, ActorEntry, PlaceRow, DatedHappening])
def test_every_field_is_documented(schema: type[BaseModel]) -> None:
    missing = [
        name for field, detail in schema.model_fields.items()
        if f"`{(name := detail.alias or field)}`" not in PAGE and f"`{name}: " not in PAGE
    ]  # fmt: skip
    assert missing == []
