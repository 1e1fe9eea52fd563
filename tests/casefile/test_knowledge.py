from __future__ import annotations

import json
from pathlib import Path

import pytest

from testimonia.casefile import Casefile
from testimonia.casefile.knowledge import actor_named, codebook_of, place_named, reader_version
from testimonia.codebook import load
from testimonia.model.errors import CodebookError
from tests.samples import MONITOR

ACTORS = """
- id: north
  name: Northland
  kind: state
  adjectives: [Northern]
- id: hale
  name: Ada Hale
  kind: person
  surname: Hale
  country: north
"""
PLACES = """id,name,aliases,latitude,longitude,within
marat,Marat,Marata|Old Marat,35,37,
mill-quarter,Mill Quarter,,35.1,37.1,marat
mill-street,Mill Street,,35.1,37.1,mill-quarter
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "actors.yaml").write_text(ACTORS)
    (folder / "places.csv").write_text(PLACES)
    return folder


@pytest.mark.parametrize(("words", "ids"), [("northern", {"north"}), ("HALE", {"hale"}), ("nobody at all", set())])
def test_a_name_means_the_actors_that_bear_it(own: Path, words: str, ids: set[str]) -> None:
    assert set(actor_named(words, load(own, base=("english",)), ()).ids) == ids


def test_a_name_may_mean_an_actor_of_the_case_alone(own: Path) -> None:
    assert actor_named("valley monitor", load(own, base=("english",)), [MONITOR]).ids == (MONITOR.id,)


def test_a_place_means_all_that_lies_in_it(own: Path) -> None:
    assert place_named("old marat", load(own, base=("english",))).ids == ("marat", "mill-quarter", "mill-street")


def test_a_case_remembers_the_codebooks_it_was_read_with(case: Casefile, own: Path) -> None:
    assert "hale" in codebook_of(case, [own]).actors
    assert "hale" in codebook_of(case).actors


def test_a_remembered_codebook_that_is_gone_is_named(case: Casefile, own: Path) -> None:
    case.set("codebooks", json.dumps([str(own / "gone")]))
    with pytest.raises(CodebookError, match="gone"):
        codebook_of(case)


def test_another_content_of_a_codebook_is_another_reader(own: Path) -> None:
    codebook = load(own, base=("english",))
    before = reader_version(codebook)
    assert reader_version(codebook) == before
    (own / "actors.yaml").write_text(ACTORS.replace("Ada", "Ida"))
    assert reader_version(codebook) != before
