"""Who is named among those whom a harm befell."""

import pytest

from testimonia.model.claim import Kind
from tests.read.expecting import hit_by, names
from tests.read.telling import claims_of


@pytest.mark.parametrize(
    ("text", "word", "whom"),
    [
        ("Fifteen people, including four nurses, were killed on Sunday near Taiz.", "killed", ["people", "nurses"]),
        (
            "Fifteen people including women and farmers were wounded near Taiz.",
            "wounded",
            ["people", "women", "farmers"],
        ),
        ("Twin Raids on Taiz Kill 14 Including 4 Nurses", "Kill", ["Nurses"]),
        ("The junta killed 33 gunmen, including ten members of the Taliban.", "killed", ["gunmen", "Taliban"]),
    ],
)
def test_a_named_part_is_harmed_with_people_at_large(text: str, word: str, whom: list[str]) -> None:
    assert [name.lower() for name in names(hit_by(text, word))] == [name.lower() for name in whom]


def test_a_class_that_is_named_stands_for_its_parts() -> None:
    assert names(hit_by("Fifteen farmers, including four children, were killed near Taiz.", "killed")) == ["farmers"]


def test_a_number_of_them_is_no_part_with_a_name() -> None:
    assert "critically" not in " ".join(names(hit_by("Shells wounded five others, two of them critically.", "wounded")))


@pytest.mark.parametrize("part", ["most of them bakers", "mostly bakers", "many of them bakers"])
def test_those_most_of_whom_are_something_are_told_as_that_too(part: str) -> None:
    text = f"Shells killed nine people, {part}, in Harran on Monday."
    told = next(claim for claim in claims_of(text) if claim.kind is Kind.EVENT)
    assert [mention.name for mention in told.recipients] == ["people", "bakers"]
