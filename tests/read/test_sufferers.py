"""Who undergoes it: recipients added from tolls, and those taken back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.model.claim import Claim, Kind
from tests.read.expecting import event, hit_by, ids, last_words, triggered
from tests.read.telling import claims_of


def test_those_whom_a_toll_counts_are_those_hit() -> None:
    assert last_words(hit_by("Rebels fired mortar rounds at the port, wounding nine nurses.", "fired")) == ["nurses"]


def test_them_are_those_whose_harm_was_told_just_before() -> None:
    claims = claims_of("The jets killed 31 jihadists and wounded dozens of them.")
    (claim,) = [c for c in claims if c.trigger and c.trigger.text == "wounded" and c.kind is Kind.EVENT]
    assert [mention.name for mention in claim.recipients] == ["jihadists"]


def test_the_toll_of_a_foiled_attack_is_none_of_those_attacked() -> None:
    assert last_words(hit_by("The army foiled a raid on the airport, killing nine militants.", "raid")) == []


def test_a_country_ravaged_by_war_is_the_ground_and_no_party() -> None:
    assert last_words(hit_by("Yemen has been ravaged by war since 2015.", "ravaged")) == []


def test_the_people_of_a_country_at_war_still_suffer() -> None:
    assert ids(triggered(claims_of("Government forces were killed in the fighting near Goma."), "killed").recipients)


def test_a_source_run_together_with_its_words_suffers_nothing() -> None:
    assert "monitor" not in last_words(hit_by("Air strikes kill 25 civilians: monitor", "kill"))


def test_what_the_shelling_came_from_is_nobody() -> None:
    assert last_words(hit_by("Army units then targeted the sources of the shelling.", "targeted")) == []


@given(st.sampled_from(["nurses", "miners", "farmers"]), st.sampled_from(["killing", "wounding"]), st.integers(2, 90))
def test_recipients_span_words_of_the_text(people: str, harm: str, number: int) -> None:
    text = f"Shells hit the town of Bakhmut on Monday, {harm} {number} {people}."
    for claim in claims_of(text):
        assert _spans_fit(claim, text)


def _spans_fit(claim: Claim, text: str) -> bool:
    return all(text[m.start : m.end] == m.text for m in claim.recipients)


def test_kin_are_people_of_their_own() -> None:
    assert last_words(hit_by("The gunmen killed a judge and wounded his son.", "wounded")) == ["son"]


def test_whoever_backs_the_fighting_is_not_fought() -> None:
    claims = claims_of("The militia is battling to take the town with support from Rwanda.")
    assert "rwanda" not in ids(triggered(claims, "battling").recipients)


def test_a_people_named_before_its_town_is_not_attacked_with_it() -> None:
    assert last_words(hit_by("Gunmen attacked a mainly Kurdish town in northern Syria.", "attacked")) == []


def test_areas_in_which_raids_are_flown_are_a_place() -> None:
    assert last_words(hit_by("Airstrikes in opposition areas of northern Aleppo went on.", "Airstrikes")) == []


def test_fighters_from_a_group_are_of_it() -> None:
    text = "Air strikes killed 14 jihadists from the Islamic State group near Raqqa."
    assert ids(triggered(claims_of(text), "killed").recipients) == ["islamic-state"]


def test_a_country_is_the_ground_that_is_held_and_not_whom_it_is_held_from() -> None:
    (held,) = [c for c in claims_of("Warplanes pounded rebel-held northern Syria.") if c.type == "CONTROLS"]
    assert not held.recipients


def test_whom_a_result_tells_is_whom_the_attack_hurt() -> None:
    assert last_words(hit_by("The militia shelled the port, wounding residents.", "shelled")) == ["residents"]


def test_the_country_of_a_region_under_attack_is_where_it_lies() -> None:
    assert last_words(hit_by("Troops stepped up attacks on Yemen's Hajjah governorate.", "attacks")) == []


def test_those_met_in_a_fight_are_them_who_were_killed_in_it() -> None:
    told = claims_of("The Kenyan army clashed with Al-Shabaab near Baidoa airport, killing or injuring scores of them.")
    hurt = [c for c in told if c.type == "ASSAULT" and c.trigger is not None and c.text.startswith("injuring")]
    assert all([m.name for m in claim.recipients] == ["Al-Shabaab"] for claim in hurt)


@pytest.mark.parametrize("ground", ["Tal Baghdaq", "Rose Street", "the Faculty of Law"])
def test_the_name_of_ground_is_nobody_who_is_hit(ground: str) -> None:
    assert not event(f"The rebels shelled {ground} near Sanaa on Monday.", "ASSAULT").recipients


def test_people_are_named_without_their_age_and_number() -> None:
    claim = event("A mortar shell killed a 6-year-old girl and wounded several other soldiers.", "ASSAULT")
    assert [mention.name for mention in claim.recipients] == ["girl"]
    (claim,) = [c for c in claims_of("Several other soldiers were killed.") if c.kind is Kind.EVENT]
    assert [mention.name for mention in claim.recipients] == ["soldiers"]


def test_those_killed_along_with_others_do_not_fight_beside_them() -> None:
    claims = claims_of("Nine children were killed along with six teachers in Goma.")
    assert "FIGHTS_ALONGSIDE" not in [claim.type for claim in claims]


def test_those_whom_a_war_killed_are_not_whom_it_ravaged() -> None:
    claims = claims_of("Taiz has been ravaged by a war that has killed more than 9000 people.")
    told = [c for c in claims if c.type == "ASSAULT" and c.trigger and c.trigger.text == "ravaged"]
    assert [c.recipients for c in told] == [()]


def test_vehicles_destroyed_are_of_those_whose_harm_was_told_just_before() -> None:
    assert last_words(hit_by("The junta killed 70 gunmen and destroyed their vehicles.", "destroyed")) == ["gunmen"]


@pytest.mark.parametrize(
    "text",
    [
        "Syrian jets hit rebel posts in Hama, which claimed the lives of nine rebels, and destroyed their vehicles.",
        "The Syrian army fought the rebels in Hama killing nine of them and destroying their vehicles.",
        "The Syrian army killed nine rebels in Hama and their vehicles were destroyed.",
    ],
)
def test_their_vehicles_are_not_those_of_whoever_destroys_them(text: str) -> None:
    (claim,) = [c for c in claims_of(text) if c.kind is Kind.EVENT and c.trigger and "destroy" in c.trigger.text]
    assert {m.actor for m in claim.recipients} == {"rebels"}


def test_their_own_vehicles_are_those_of_whoever_burns_them() -> None:
    text = "The rebels killed nine soldiers in Hama and burned their own vehicles."
    (claim,) = [c for c in claims_of(text) if c.kind is Kind.EVENT and c.trigger and c.trigger.text == "burned"]
    assert {m.actor for m in claim.recipients}.isdisjoint({"case:soldiers", "soldiers"})
