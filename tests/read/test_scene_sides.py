"""Which places stand on a claim's side of a mark, or beside its own count."""

import pytest

from testimonia.model.claim import Claim, Kind
from tests.read.expecting import triggered, where
from tests.read.telling import claims_of


def _count(claims: list[Claim], number: float) -> Claim:
    return next(c for c in claims if c.kind is Kind.FIGURE and any(f.low == number for f in c.figures))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Raids cut road to Goma - At least nine farmers were killed in Bukavu on Monday.", "Bukavu"),
        ("Nine farmers killed in Goma | A woman stands in the town of Bukavu on Monday.", "Goma"),
    ],
)
def test_what_stands_beyond_a_mark_is_no_place_of_the_claim(text: str, place: str) -> None:
    assert where(_count(list(claims_of(text)), 9)) == [place]


def test_a_list_between_dashes_is_of_its_sentence() -> None:
    claim = triggered(claims_of("Rebels took two towns - Bukavu and Goma - on Monday."), "took")
    assert where(claim) == ["Bukavu", "Goma"]


@pytest.mark.parametrize(
    ("text", "number", "places"),
    [
        ("Raids killed nine farmers in Goma and six soldiers near Bunia.", 9, ["Goma"]),
        ("Raids killed nine farmers in Goma and six soldiers near Bunia.", 6, ["Bunia"]),
        ("Raids killed nine farmers and six soldiers in Goma and Bunia.", 9, ["Goma", "Bunia"]),
    ],
)
def test_each_of_several_counts_has_its_own_places(text: str, number: float, places: list[str]) -> None:
    assert where(_count(list(claims_of(text)), number)) == places


@pytest.mark.parametrize("comma", ["", ","])
def test_each_half_of_a_headline_of_two_verbs_has_its_own_places(comma: str) -> None:
    claims = claims_of(f"Army Advances in Goma{comma} Kills 140 Rebels in Bunia and Beni")
    assert where(triggered(claims, "Kills")) == ["Bunia", "Beni"]
    assert where(triggered(claims, "Advances")) == ["Goma"]


def test_a_headline_of_one_verb_keeps_the_land_of_its_town() -> None:
    assert where(triggered(claims_of("Airstrike in Congo kills 9 in Goma"), "kills")) == ["Congo", "Goma"]
