from __future__ import annotations

import time

import pytest

from testimonia.read.gazetteer import Gazetteer, gazetteer
from testimonia.read.gazetteer_index import index_path


def test_the_index_is_built_once() -> None:
    path = index_path()
    assert path == index_path()
    assert path.stat().st_size > 10_000_000


def test_opening_a_built_index_takes_less_than_a_second() -> None:
    index_path()
    began = time.perf_counter()
    Gazetteer().named("Homs")
    assert time.perf_counter() - began < 1.0


def test_the_chief_bearer_of_a_name_comes_first() -> None:
    assert gazetteer().named("Mosul")[0].country == "IQ"


def test_a_region_is_known_by_its_code() -> None:
    assert gazetteer().coded("SY.09")[0].name == "Aleppo"


def test_names_that_nobody_bears_have_no_places() -> None:
    assert gazetteer().named("Xyzzyville upon Nowhere") == ()


@pytest.mark.parametrize("name", ["Kobane", "Raqa", "Deir Ezzor", "Hassakeh"])
def test_romanised_spellings_lead_to_syria(name: str) -> None:
    found = (*gazetteer().named(name), *gazetteer().spelt_like(name))
    assert "SY" in {place.country for place in found}


def test_the_nearest_region_of_a_point_is_found() -> None:
    assert gazetteer().region_near(36.2, 37.16, "SY") == "SY.09"
