"""The examples in the reference pages of the finders are run as they stand."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

PAGES = Path(__file__).parents[2] / "docs" / "reference"


@pytest.mark.parametrize("page", ["periods.md", "figures.md", "places.md", "entities.md", "actors.md"])
def test_the_examples_of_a_page_print_what_it_says(page: str) -> None:
    failed, tried = doctest.testfile(
        str(PAGES / page), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE, encoding="utf-8"
    )
    assert tried
    assert failed == 0
