"""Whether a place in another part of the sentence is that of the claim."""

from tests.read.expecting import triggered, where
from tests.read.telling import claims_of


def test_where_something_was_said_is_not_where_it_happened() -> None:
    claim = triggered(
        claims_of("The minister told reporters in Nairobi that gunmen had killed nine farmers."), "killed"
    )
    assert "Nairobi" not in where(claim)


def test_a_clause_beside_it_tells_where_it_happened() -> None:
    claim = triggered(claims_of("Rockets hit a market in Goma, killing nine farmers."), "killing")
    assert "Goma" in where(claim)


def test_what_a_group_did_elsewhere_is_another_scene() -> None:
    claim = triggered(claims_of("Nine farmers were killed by the M23 rebels, who had taken Bukavu in May."), "killed")
    assert "Bukavu" not in where(claim)


def test_a_clause_on_a_raid_is_set_where_the_raid_is() -> None:
    text = "Ministers condemned a raid on the outskirts of Goma, which Belgium says killed nine farmers."
    assert where(triggered(claims_of(text), "killed")) == ["Goma"]


def test_a_participle_behind_another_on_the_same_doers_tells_what_came_of_it() -> None:
    text = "A source said that armed groups targeted on Friday morning Goma with rocket shells killing a nurse."
    assert where(triggered(claims_of(text), "killing")) == ["Goma"]


def test_what_a_whole_war_has_done_is_not_set_in_one_town_of_it() -> None:
    text = "Once rich Goma has been ravaged by a war which has since killed more than 3,000 people."
    assert where(triggered(claims_of(text), "killed")) == []


def test_a_toll_since_a_war_in_a_land_began_is_set_in_the_land() -> None:
    text = "More than 29,000 people have been killed since the conflict in Mali first erupted in March 2011."
    assert where(triggered(claims_of(text), "killed")) == ["Mali"]


def test_what_is_told_of_a_place_where_it_happened_is_set_there_whoever_says_so() -> None:
    claims = claims_of("Jets struck the town of Palmyra, where the army says rebels killed a guard.")
    assert where(triggered(claims, "killed")) == ["Palmyra"]
