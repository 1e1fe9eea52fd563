"""Places where something happens, and those that only tell of a party, a border or the place of writing."""

import pytest

from tests.read.expecting import triggered, where
from tests.read.telling import claims_of


def test_a_land_behind_a_border_gives_way_to_the_scene() -> None:
    claim = triggered(claims_of("Shells killed nine farmers in Goma near the border with Rwanda."), "killed")
    assert "Rwanda" not in where(claim)


def test_the_place_of_writing_gives_way_to_the_scene() -> None:
    claim = triggered(claims_of("NAIROBI - Gunmen killed nine farmers in Goma."), "killed")
    assert [place.name for place in claim.places] == ["Goma"]


def test_the_country_means_a_country() -> None:
    text = "The war in Mali goes on. Gunmen raided Gao. More than 900 people were killed in the country."
    claim = triggered(claims_of(text), "killed")
    assert [place.name for place in claim.places] == ["Mali"]


def test_the_town_is_the_one_named_last_and_not_a_quarter_of_it() -> None:
    text = "Gunmen raided Bukavu. They then shelled Goma. They killed nine farmers in the town."
    claim = triggered(claims_of(text), "killed")
    assert [place.name for place in claim.places] == ["Goma"]


def test_where_shells_were_fired_from_gives_way_to_where_they_landed() -> None:
    claim = triggered(claims_of("The rebels fired rockets from Gisenyi at Goma."), "fired")
    assert "Gisenyi" not in where(claim)


def test_a_line_of_place_between_dashes_gives_way_to_the_scene() -> None:
    claim = triggered(claims_of("Lake Times - Nairobi - Gunmen killed nine farmers in Goma."), "killed")
    assert where(claim) == ["Goma"]


def test_the_land_whose_forces_are_named_gives_way_to_the_scene() -> None:
    claim = triggered(claims_of("Sudan's army killed nine farmers in Bunia."), "killed")
    assert where(claim) == ["Bunia"]


def test_a_neighbour_of_the_scene_is_no_scene() -> None:
    claim = triggered(claims_of("Raids targeted Goma in Kivu which borders Rwanda."), "targeted")
    assert "Rwanda" not in where(claim)


def test_where_fire_was_opened_from_gives_way_to_where_it_fell() -> None:
    claim = triggered(claims_of("The rebels opened fire on Goma from hills in Gisenyi."), "opened")
    assert where(claim) == ["Goma"]


def test_where_those_who_flee_go_gives_way_to_where_they_leave() -> None:
    claim = triggered(claims_of("Farmers fled from Goma to Gisenyi."), "fled")
    assert where(claim) == ["Goma"]


def test_a_heading_that_ran_into_its_sentence_gives_way_to_the_scene() -> None:
    claim = triggered(claims_of("Kigali Two farmers were hurt when gunmen shelled a market in Goma."), "shelled")
    assert where(claim) == ["Goma"]


def test_a_country_that_qualifies_a_deed_is_its_ground_where_the_account_says_so() -> None:
    text = "Mali rebel rocket kills five children. The rocket hit a market in Mali."
    assert where(triggered(claims_of(text), "kills")) == ["Mali"]


def test_the_region_is_the_one_named_with_that_noun() -> None:
    text = "Gunmen raided Goma. They shelled the Bukavu region and killed nine farmers in the region."
    assert [place.name for place in triggered(claims_of(text), "killed").places] == ["Bukavu"]


def test_an_act_beside_another_has_a_place_of_its_own() -> None:
    text = "The shelling of the market in Goma, in which two clerks died, and the raid on Bukavu alarmed the envoys."
    assert where(triggered(claims_of(text), "shelling")) == ["Goma"]
    assert where(triggered(claims_of(text), "raid")) == ["Bukavu"]


def test_a_building_is_no_town_that_the_west_is_of() -> None:
    text = "Shells hit the Dabbit hospital in Aleppo. In the west of the city nine people were killed on Friday."
    assert [place.name for place in triggered(claims_of(text), "killed").places] == ["Aleppo"]


def test_the_province_means_the_province_named_before_and_no_town() -> None:
    text = "Fighting went on in North Kivu and reached Goma. Rebels seized the entire province."
    assert where(triggered(claims_of(text), "seized")) == ["province"]
    assert [place.name for place in triggered(claims_of(text), "seized").places] == ["Nord-Kivu"]


def test_the_city_is_the_city_though_it_was_told_from_nearby() -> None:
    claim = triggered(claims_of("Rebels camped near Goma. On Monday they shelled the city."), "shelled")
    assert [(place.name, place.precision.value) for place in claim.places] == [("Goma", "locality")]


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("Rebels took Goma. On Monday the army shelled a camp east of the city.", "vicinity"),
        ("Rebels took Goma. On Monday the army shelled the city's outskirts.", "vicinity"),
        ("Rebels took Goma. On Monday the army shelled the rebel-held east of the city.", "locality"),
    ],
)
def test_what_lies_by_the_city_is_near_it(text: str, precision: str) -> None:
    assert [place.precision.value for place in triggered(claims_of(text), "shelled").places] == [precision]


def test_a_land_named_for_its_border_gives_way() -> None:
    claim = triggered(claims_of("Rebels shelled Goma near the Rwanda border."), "shelled")
    assert where(claim) == ["Goma"]


def test_the_town_is_that_of_its_own_sentence_before_one_named_more_often() -> None:
    text = "Bunia was quiet. Bunia is far. After a night of fear in Goma the rebels shelled the town."
    claim = triggered(claims_of(text), "shelled")
    assert [place.name for place in claim.places] == ["Goma"]


def test_the_land_of_a_datelines_town_is_no_scene() -> None:
    told = claims_of("TRIPOLI, Lebanon (AP) — Rebels shelled the town of Hama on Monday, killing two men.")
    assert {place.name for claim in told for place in claim.places} == {"Hama"}


@pytest.mark.parametrize("war", ["the Syrian conflict", "the Syrian civil war", "Syrias conflict", "Syria's war"])
def test_who_died_in_a_lands_war_died_in_that_land(war: str) -> None:
    claim = triggered(claims_of(f"Nine nurses were killed in {war}."), "killed")
    assert [place.name for place in claim.places] == ["Syria"]


def test_a_war_that_is_only_spoken_of_is_no_place_of_the_talks() -> None:
    claim = triggered(claims_of("Envoys met in Geneva over the Syrian conflict."), "met")
    assert where(claim) == ["Geneva"]
    claim = triggered(claims_of("Envoys discussed their role in the Syrian conflict."), "discussed")
    assert where(claim) == []


def test_a_site_without_a_name_lies_in_the_land_that_it_is_called_of() -> None:
    claim = triggered(claims_of("Gunmen captured a Kenyan gas field on Monday."), "captured")
    assert [place.name for place in claim.places] == ["Kenya"]


@pytest.mark.parametrize("part", ["districts in the city's west", "several quarters of the city"])
def test_a_part_of_the_city_lies_in_it_though_it_was_told_of_as_near(part: str) -> None:
    claim = triggered(claims_of(f"Raids around Goma killed nine. The rebels fired rockets at {part}."), "fired")
    assert [p.precision.value for p in claim.places] == ["locality"]
