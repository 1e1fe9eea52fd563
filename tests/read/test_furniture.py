"""Lists of a page that were run into its text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.codebook import load
from testimonia.read import furniture

BOOK = load(base=("english",))


def stretches(text: str) -> list[str]:
    return [text[start:end] for start, end in furniture.find(text, BOOK)]


def test_links_behind_a_heading_are_furniture() -> None:
    text = "Shells hit Goma on Monday.     Related News   Rebels take Bukavu    Talks open in Doha"
    assert stretches(text) == ["Related News", "Rebels take Bukavu", "Talks open in Doha"]


def test_a_list_ends_before_a_full_sentence() -> None:
    text = "M23 shells kill two   Tags Goma Bukavu M23    Two men were killed in Goma on Monday. The army said so."
    assert stretches(text) == ["Tags Goma Bukavu M23"]


def test_a_counter_before_the_heading_belongs_to_it() -> None:
    assert stretches("They left.  ... 440   Related Army Destroys 22 Positions Near Goma")[-1].startswith(
        "Related Army"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Related parties met in Doha. Rebels shelled Goma.",
        "The army shelled Goma.\n\nTags are not told of.\n\nRebels fled.",
        "He said:  the rebels have left Goma.",
        "Monday 6 July 2015     Video shows raid on Goma     AFP  Rebels shelled Goma.",
        "Related attacks kill two in Goma     AFP  Rebels shelled Goma.",
    ],
)
def test_running_text_holds_none(text: str) -> None:
    assert stretches(text) == []


@given(st.text(alphabet="Related Tags.  \n 12", max_size=80))
def test_stretches_lie_in_the_text_and_in_order(text: str) -> None:
    found = furniture.find(text, BOOK)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert found == sorted(found)
