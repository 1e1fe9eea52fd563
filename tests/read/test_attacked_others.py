"""Whom an attack hit that a count of others, or the verb that carries it out, stands before."""

import pytest

from tests.read.expecting import hit_by, last_words


@pytest.mark.parametrize(
    ("text", "word", "whom"),
    [
        ("Two farmers were killed, while nine others were wounded in army raids on Taiz.", "raids", "farmers"),
        ("Two farmers were killed while nine others were wounded in army raids on Taiz.", "raids", "farmers"),
        ("Nine farmers were killed and 18 more wounded in Russian raids on the town.", "raids", "farmers"),
        ("Eight farmers killed others injured in terrorist rocket attacks in Taiz", "attacks", "farmers"),
        ("Four farmers killed including two women in terrorist attacks in Taiz", "attacks", "farmers"),
    ],
)
def test_others_are_counted_beside_those_who_are_named(text: str, word: str, whom: str) -> None:
    assert last_words(hit_by(text, word)) == [whom]


@pytest.mark.parametrize(
    ("text", "word", "whom"),
    [
        ("Three farmers died as troops launched attacks on the town.", "attacks", "farmers"),
        ("Gunmen launched rounds of mortar attacks on Taiz and Ibb, killing one farmer.", "attacks", "farmer"),
        ("Gunmen launched rounds of mortar attacks on Taiz and Ibb killing one farmer.", "attacks", "farmer"),
    ],
)
def test_an_attack_hit_those_whom_the_verb_that_carries_it_out_tells_of(text: str, word: str, whom: str) -> None:
    assert whom in last_words(hit_by(text, word))


def test_those_whom_another_is_told_to_have_killed_were_not_hit_by_it() -> None:
    told = "Two farmers were killed by gunmen in Aden while nine others were wounded in airstrikes on Taiz."
    assert last_words(hit_by(told, "airstrikes")) == []
    told = "Two farmers were killed in army airstrikes on Taiz after rebels launched an offensive."
    assert last_words(hit_by(told, "offensive")) == []


def test_an_attack_that_was_foiled_hit_nobody_of_its_toll() -> None:
    assert last_words(hit_by("The army foiled rebel attacks on Taiz, killing nine gunmen.", "attacks")) == []
