"""The number that the rules alone give: order and bounds, in our own sentences."""

import pytest

from tests.read.certainty_of import number


@pytest.mark.parametrize(
    ("firmer", "looser"),
    [
        (("The army shelled Brod.", "shelled"), ("The army will shell Brod.", "shell")),
        (("The army will shell Brod.", "shell"), ("The army may shell Brod.", "shell")),
        (("The army agreed to leave Brod.", "leave"), ("The army wanted to leave Brod.", "leave")),
        (("The army planned to leave Brod.", "leave"), ("The army tried to leave Brod.", "leave")),
        (("The raid on Brod killed six.", "raid"), ("Brod fears a raid.", "raid")),
        (("The army may shell Brod.", "shell"), ("The army did not shell Brod.", "shell")),
        (("Few rebels left Bria.", "left"), ("The rebels refused to leave Bria.", "leave")),
        (("The army gave no reason.", "gave"), ("The army did not give a reason.", "give")),
        (("The jets did not come to bomb Brod.", "bomb"), ("The jets did not bomb Brod.", "bomb")),
        (("On 3 May trade resumed.", "resumed"), ("The army did not want to resume trade.", "resume")),
    ],
)
def test_what_is_firmer_ranks_higher(firmer: tuple[str, str], looser: tuple[str, str]) -> None:
    assert number(*firmer) > number(*looser)


def test_a_denial_by_a_party_leaves_its_reader_in_doubt() -> None:
    assert -1 < number("Syria denied that its army attacked Douma.", "attacked") < 1


def test_a_plain_statement_reaches_the_top() -> None:
    assert number("The army shelled Brod.", "shelled") == 3


def test_what_nobody_did_is_denied_as_firmly_as_what_was_not_done() -> None:
    assert number("Nobody was hurt in Brod.", "hurt") < -2


@pytest.mark.parametrize(
    ("known", "spoken_of"),
    [
        (("He fled after surgery.", "surgery"), ("He came to Brod for surgery.", "surgery")),
        (("They met despite the raid.", "raid"), ("They spoke about a raid.", "raid")),
        (("Trade resumed.", "Trade"), ("He runs trade.", "trade")),
    ],
)
def test_a_noun_behind_a_word_that_takes_it_as_known_is_firmer(
    known: tuple[str, str], spoken_of: tuple[str, str]
) -> None:
    assert number(*known) > number(*spoken_of)
