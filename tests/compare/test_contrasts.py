"""Numbers that an account itself sets against each other."""

from __future__ import annotations

from testimonia.model.dispute import DisputeKind
from tests.compare.telling import compared, of_kind
from tests.factories import Telling


def _two(second: str) -> Telling:
    text = f"Jets bombed Darkush on 26 April. The White Cross said 32 people died. {second} 31 people were dead."
    telling = Telling("Valley Post", text)
    telling.claim(
        "32 people died", place="Darkush", on="2016-04-26", figures=[telling.figure("32 people", 32)],
        source=("white-cross", "White Cross"),
    )  # fmt: skip
    telling.claim("31 people were dead", place="Darkush", on="2016-04-26", figures=[telling.figure("31 people", 31)])
    return telling


def test_a_lower_toll_that_the_account_calls_so_is_another_answer() -> None:
    telling = _two("The mayor gave a slightly lower toll and said")
    telling.claim(
        "The mayor gave a slightly lower toll and said 31 people were dead", place="Darkush", on="2016-04-26",
        figures=[telling.figure("31 people", 31)],
    )  # fmt: skip
    assert len(of_kind(compared(telling), DisputeKind.TOLL)) == 1


def test_two_near_numbers_without_such_words_are_one_toll_told_twice() -> None:
    assert not of_kind(compared(_two("Later")), DisputeKind.TOLL)
