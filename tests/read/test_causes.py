"""What brought a harm about, and whose act that was."""

import pytest

from testimonia.model.claim import Claim, Kind
from tests.read.telling import claims_of


def _killing(text: str, word: str = "killed") -> Claim:
    return next(c for c in claims_of(text) if c.kind is Kind.EVENT and c.trigger and c.trigger.text == word)


@pytest.mark.parametrize(
    "text",
    [
        "Four farmers were killed in strikes by Turkish jets.",
        "Four farmers were killed due to shells fired by Turkish troops.",
        "Four farmers were killed following Turkish air raids on Sinjar.",
        "Four farmers were killed as a result of shelling by the Turkish army.",
        "Four farmers were killed because of shelling by the Turkish army.",
        "Four farmers were killed in a wave of Turkish air raids.",
        "Four farmers were killed at the hands of Turkish soldiers.",
        "Four farmers were killed by splinters of a shell fired by Turkish troops.",
        "Days of Turkish bombardment killed four farmers.",
    ],
)
def test_a_harm_is_the_doing_of_whoever_owns_its_cause(text: str) -> None:
    assert "Tur" in "".join(mention.name for mention in _killing(text).actors)


def test_an_earlier_act_is_not_the_cause_of_what_came_a_day_after() -> None:
    assert _killing("Four farmers were killed near Sinjar a day after the Turkish air raids.").actors == ()


def test_the_raids_are_those_told_of_before() -> None:
    told = "Turkey stepped up air raids on Sinjar in support of the Iraqi offensive."
    claim = _killing(f"{told} The raids killed nine farmers.")
    assert [mention.name for mention in claim.actors] == ["Turkey"]


def test_raids_that_nothing_points_back_to_are_nobody_s() -> None:
    claim = _killing("Turkey announced an operation. Since then nine farmers have been killed in raids on Sinjar.")
    assert claim.actors == ()


def test_the_dead_of_a_strike_are_not_its_doers_by_where_they_came_from() -> None:
    claim = _killing("Nine gunmen were killed in the strikes, mostly from Hezbollah.")
    assert "Hezbollah" not in [mention.name for mention in claim.actors]


def test_bombs_are_those_of_whoever_hits_with_them() -> None:
    claim = _killing("Turkish jets hit the base with ten bombs.", "bombs")
    assert [mention.text for mention in claim.actors] == ["Turkish jets"]


def test_who_fell_in_a_clash_fought_in_it() -> None:
    claim = _killing("Nine rebels were killed in clashes with Turkish troops near Afrin.", "clashes")
    assert [mention.name for mention in claim.recipients] != [mention.name for mention in claim.actors]
    assert "rebels" in "".join(mention.text for mention in claim.actors)


def test_civilians_who_fell_in_a_clash_did_not_fight() -> None:
    claim = _killing("Nine civilians were killed in clashes with Turkish troops near Afrin.", "clashes")
    assert "civilians" not in "".join(mention.text for mention in claim.actors)


def test_two_acts_named_together_have_both_their_doers() -> None:
    claim = _killing("Seventy fighters were killed in a Houthi assault and a Hezbollah ambush in Aden.")
    assert [mention.name for mention in claim.actors] == ["Houthis", "Hezbollah"]


def test_a_series_of_acts_is_the_doing_of_whoever_stands_behind_by() -> None:
    claim = _killing("A series of strikes in Aden overnight by Turkish jets killed nine nurses.")
    assert [mention.name for mention in claim.actors] == ["Turkey"]


def test_what_was_fired_before_is_whose_it_was_when_it_lands() -> None:
    text = "Hezbollah fired twenty rockets at Madaya. Doctors said that the rockets hit a school, killing two teachers."
    claims = [c for c in claims_of(text) if c.trigger and c.trigger.text in ("hit", "killing")]
    assert [[mention.name for mention in claim.actors] for claim in claims] == [["Hezbollah"]] * len(claims)
    assert claims


def test_rockets_of_nobody_known_are_not_those_fired_before() -> None:
    text = "Hezbollah fired twenty rockets at Madaya. Doctors said that rockets hit a school in Tyre."
    assert all(not c.actors for c in claims_of(text) if c.trigger and c.trigger.text == "hit")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The Turkish army has used cluster bombs in attacks on villages near Sinjar.", "attacks"),
        ("The Turkish army has lost forty soldiers in the battle against the militia near Sinjar.", "battle"),
        ("The Turkish army performed the first series of strikes on villages near Sinjar.", "strikes"),
        ("The Turkish army killed nine men in heavy clashes near Sinjar.", "clashes"),
        ("The Turkish army has embarked on an intense campaign near Sinjar.", "campaign"),
    ],
)
def test_what_somebody_fights_in_or_begins_is_his_doing(text: str, word: str) -> None:
    assert [mention.name for mention in _killing(text, word).actors] == ["Turkish Armed Forces"]


def test_whose_clinic_was_bombed_did_not_bomb_it() -> None:
    assert _killing("A Red Cross clinic attack killed two men near Sinjar.").actors == ()


def test_the_foe_stands_behind_the_verb_by_which_clashes_are_told() -> None:
    claim = _killing("Four rebel gunmen were killed in the clashes that broke out with the Turkish army.")
    assert [m.name for m in claim.actors] == ["Turkish Armed Forces"]
