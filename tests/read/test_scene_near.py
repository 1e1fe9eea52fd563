"""What stands around a claim that gives no place or day of its own."""

from datetime import date

from tests.read.expecting import triggered, where
from tests.read.telling import claims_of


def test_nothing_is_told_around_a_claim_that_has_place_and_day_of_its_own() -> None:
    claim = triggered(claims_of("Gunmen killed nine farmers in Goma on 3 August 2016."), "killed")
    assert claim.around.places == ()
    assert claim.around.period is None


def test_a_day_that_is_anothers_is_told_around_the_claim() -> None:
    claim = triggered(claims_of("The war in Darfur, which began in 2003, has killed 3,000 people."), "killed")
    assert claim.period is None
    assert claim.around.period is not None
    assert claim.around.period.start == date(2003, 1, 1)


def test_a_noun_behind_its_own_name_means_no_other_place() -> None:
    claims = claims_of("Gunmen raided Goma. The troops entered the neighbouring Kigali province.")
    assert "Goma" not in where(triggered(claims, "entered"))


def test_the_noun_within_a_places_own_name_means_no_town() -> None:
    claims = claims_of("Gunmen raided Goma. The council condemned the killing of farmers in the Middle East.")
    assert "Goma" not in where(triggered(claims, "killing"))


def test_several_villages_and_a_border_area_mean_no_town() -> None:
    text = "Rebels took Goma on Monday. They had often shelled these villages and the border area."
    assert where(triggered(claims_of(text), "shelled")) == []


def test_a_noun_before_its_own_name_means_no_other_place() -> None:
    claims = claims_of("Gunmen raided Goma. On Monday they shelled the capital Kinshasa.")
    assert where(triggered(claims, "shelled")) == ["Kinshasa"]


def test_the_east_is_that_of_the_town_of_its_own_sentence() -> None:
    claims = claims_of("Bunia was quiet. Bunia is far. Goma had been calm until rebels seized the east.")
    assert [place.name for place in triggered(claims, "seized").places] == ["Goma"]


def test_a_bond_of_two_parties_takes_no_place_of_its_sentence() -> None:
    claims = claims_of("The army, backed by Russia, shelled Goma.")
    assert [where(claim) for claim in claims if claim.type == "SUPPORTS"] == [[]]


def test_a_land_whose_name_qualifies_raids_is_their_ground_where_things_happen_in_it() -> None:
    text = "Mali air strikes kill dozens. The strikes hit a market in Mali."
    assert where(triggered(claims_of(text), "kill")) == ["Mali"]
    assert where(triggered(claims_of("Mali air strikes kill dozens."), "kill")) == []


def test_the_villages_of_a_province_are_none_named_before() -> None:
    text = "Shells hit Goma on Monday. Rebels then shelled the province's last two villages held by the army."
    held = next(claim for claim in claims_of(text) if claim.type == "CONTROLS")
    assert where(held) == []
