"""How many, and of what happening: figures with their bounds, in the event they belong to and alone."""

import pytest

from testimonia.model.claim import Kind, Unit
from tests.read.expecting import event, figure, ids, triggered
from tests.read.telling import claims_of


@pytest.mark.parametrize(
    ("sentence", "unit", "low", "high"),
    [
        ("Exactly 40 civilians were killed in Sarajevo.", "killed", 40, 40),
        ("At least 40 civilians were killed in Sarajevo.", "killed", 40, None),
        ("More than 300 people were displaced from Bukavu.", "displaced", 300, None),
        ("Up to 50 soldiers were wounded in Bakhmut.", "injured", None, 50),
        ("Between 200 and 300 fighters were killed near Goma.", "killed", 200, 300),
        ("Shells killed 12 to 15 people in Odesa.", "killed", 12, 15),
        ("Nine people were detained in Kinshasa.", "detained", 9, 9),
        ("As many as 60 people died in Mekelle.", "killed", None, 60),
        ("No fewer than 30 people died in Darfur.", "killed", 30, None),
        ("The death toll in Odesa rose to 21.", "killed", 21, 21),
    ],
)
def test_a_count_has_its_unit_and_its_bounds(sentence: str, unit: str, low: int | None, high: int | None) -> None:
    (found,) = figure(sentence, unit).figures
    assert found.unit is Unit(unit)
    assert low is None or (found.low is not None and low <= found.low <= low + 1)
    assert found.high == high
    assert (low is None) == (not found.low)


def test_an_estimate_is_marked_as_such() -> None:
    (found,) = figure("About 1,200 civilians fled Goma.", "displaced").figures
    assert found.approximate
    assert found.low is not None and found.low <= 1200


def test_a_toll_is_part_of_the_happening_and_a_claim_of_its_own() -> None:
    claims = claims_of("Russian missiles killed 12 people in Odesa.")
    inside = triggered(claims, "killed").figures
    alone = [claim.figures for claim in claims if claim.kind is Kind.FIGURE]
    assert [f.low for f in inside] == [12]
    assert alone == [inside]


def test_a_toll_told_in_a_participle_joins_the_attack_it_follows() -> None:
    claims = claims_of("Israel bombed a depot in Damascus, killing nine soldiers.")
    assert [f.low for f in triggered(claims, "bombed").figures] == [9]


def test_a_toll_alone_names_whoever_caused_it() -> None:
    assert ids(figure("Russian missiles killed 12 people in Odesa.").actors) == ["russia"]


def test_two_tolls_of_one_sentence_are_two_claims() -> None:
    claims = claims_of("The attack on Goma killed 30 people and wounded 70.")
    assert {c.type: c.figures[0].low for c in claims if c.kind is Kind.FIGURE} == {"killed": 30, "injured": 70}


def test_a_toll_on_anothers_word_is_anothers() -> None:
    claim = figure("The mayor said that shells killed 12 people in Odesa.")
    assert "mayor" in claim.source.name


def test_a_toll_that_nobody_claims_is_denied_by_its_words() -> None:
    assert event("No civilians were killed in Odesa.").factuality.polarity < 0


@pytest.mark.parametrize("sentence", ["The road is 12 kilometres long.", "He waited for three days."])
def test_a_measure_is_no_toll(sentence: str) -> None:
    assert not [claim for claim in claims_of(sentence) if claim.kind is Kind.FIGURE]


def test_a_toll_keeps_within_its_sentence() -> None:
    claims = claims_of("Fighting went on. Shells killed 12 people in Odesa. The road is open.")
    toll = next(claim for claim in claims if claim.kind is Kind.FIGURE)
    assert "Fighting" not in toll.text and "road" not in toll.text


def test_those_counted_as_dead_in_a_headline_did_not_do_it() -> None:
    claims = claims_of("Ten civilians killed 15 injured in rebel attack on Aleppo.")
    (killing,) = [claim for claim in claims if claim.trigger and claim.trigger.text == "killed"]
    assert [mention.name for mention in killing.recipients] == ["civilians"]
    assert "civilians" not in [mention.name for claim in claims for mention in claim.actors]


@pytest.mark.parametrize(
    "sentence", ["One resident of Goma spoke.", "The two sides met in Goma.", "He went to Goma four times."]
)
def test_what_is_counted_in_passing_is_not_told_alone(sentence: str) -> None:
    assert not [claim for claim in claims_of(sentence) if claim.kind is Kind.FIGURE]


@pytest.mark.parametrize(
    ("sentence", "trigger", "low"),
    [
        ("24.07.2016 - Six People Killed in Shelling of Goma.", "Killed", 6),
        ("2 Killed 10 Injured in Shelling of Goma.", "Injured", 10),
        ("The monitors counted 300 villages burned by the militia.", "burned", 300),
    ],
)
def test_a_participle_has_the_count_of_those_it_describes(sentence: str, trigger: str, low: int) -> None:
    claim = triggered(claims_of(sentence), trigger)
    assert [f.low for f in claim.figures] == [low]


def test_the_toll_of_a_deed_is_not_that_of_what_came_before_it() -> None:
    claim = triggered(claims_of("The army executed at least 24 civilians after seizing a village in Mali."), "seizing")
    assert not claim.figures


def test_a_stretch_of_time_that_says_when_counts_nothing_of_the_happening() -> None:
    claim = triggered(claims_of("The bombardment of Goma was the first in at least two years."), "bombardment")
    assert not claim.figures


def test_who_defends_the_displaced_did_not_displace_them() -> None:
    text = "Rwanda called for support to defend thousands of internally displaced people in Goma."
    (claim,) = [c for c in claims_of(text) if c.kind is Kind.FIGURE and c.type == "displaced"]
    assert claim.actors == ()


def test_whoever_accuses_others_of_a_toll_did_not_cause_it() -> None:
    text = "Norway accused Rwanda of gassing hundreds of people - by one report as many as 1300 - in Goma."
    assert all("Norway" not in [m.name for m in c.actors] for c in claims_of(text) if c.kind is Kind.FIGURE)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Clashes between the two sides shook Goma.", "Clashes"),
        ("Troops executed the families of five rebels in Goma.", "executed"),
        ("Shells struck the town of Kanda 60 kilometres (35 miles) northeast of Goma.", "struck"),
        ("Nine men were executed in Kanda, one of the three towns of the valley.", "executed"),
    ],
)
def test_what_counts_nothing_of_an_attack_is_left_out_of_it(text: str, word: str) -> None:
    assert all(figure.unit is Unit.KILLED for figure in triggered(claims_of(text), word).figures)


def test_the_number_of_those_killed_is_that_of_the_killing() -> None:
    text = "Raids hit Goma on Monday, bringing to 45 the number killed in two days."
    assert [figure.low for figure in triggered(claims_of(text), "killed").figures if figure.unit is Unit.KILLED] == [45]


def test_a_relation_has_what_its_verb_counts() -> None:
    claims = claims_of("Nine gunmen entered Goma equipped with 30 trucks by Rwanda.")
    (arming,) = [claim for claim in claims if claim.type == "ARMS"]
    assert [found.low for found in arming.figures] == [30]


@pytest.mark.parametrize("comma", [",", ""])
def test_the_toll_of_a_foiled_attack_is_the_doing_of_those_who_foiled_it(comma: str) -> None:
    text = f"The Houthis foiled an attack by Hezbollah near Taiz{comma} killing two commanders of the Front."
    (toll,) = [claim for claim in claims_of(text) if claim.kind is Kind.FIGURE]
    assert [mention.name for mention in toll.actors] == ["Houthis"]
