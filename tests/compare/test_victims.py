"""Whom or what an attack hit."""

from __future__ import annotations

from testimonia.model.dispute import DisputeKind
from tests.compare.telling import compared, of_kind
from tests.factories import Telling


def _bombing(outlet: str, text: str, whom: str, source: tuple[str, str] | None = None, number: str = "") -> Telling:
    telling = Telling(outlet, text)
    words = text.rsplit(" said ", maxsplit=1)[-1].rstrip(".")
    figures = [telling.figure(number, 20, counted=number.split(" ", 1)[1])] if number else []
    telling.claim(
        words, place="Darkush", on="2016-04-26", actors=[("valley-brigade", "Valley Brigade")] if source else [],
        recipients=[("case-whom", whom)], trigger="bombed", acled="Suicide bomb", source=source, figures=figures,
    )  # fmt: skip
    return telling


def test_what_the_doer_calls_a_gathering_of_soldiers_and_others_a_wedding_is_asked_about() -> None:
    own = _bombing(
        "Valley Post", "The Valley Brigade said it bombed soldiers in Darkush on 26 April.", "soldiers",
        ("valley-brigade", "Valley Brigade"),
    )  # fmt: skip
    other = _bombing("Coast Daily", "A man bombed a crowd at a wedding in Darkush on 26 April.", "crowd")
    (dispute,) = of_kind(compared(own, other), DisputeKind.TARGET)
    assert sorted(answer.value for answer in dispute.answers) == ["civilians", "fighters or military targets"]


def test_one_number_of_dead_given_as_rebels_and_as_civilians_is_asked_about() -> None:
    one = _bombing("Valley Post", "Troops bombed 20 rebels in Darkush on 26 April.", "rebels", number="20 rebels")
    two = _bombing(
        "Coast Daily", "Troops bombed 20 civilians in Darkush on 26 April.", "civilians", number="20 civilians"
    )
    assert len(of_kind(compared(one, two), DisputeKind.TARGET)) == 1


def test_two_accounts_of_civilians_are_no_dispute() -> None:
    one = _bombing("Valley Post", "Troops bombed a crowd in Darkush on 26 April.", "crowd")
    two = _bombing("Coast Daily", "Troops bombed shoppers in Darkush on 26 April.", "shoppers")
    assert not of_kind(compared(one, two), DisputeKind.TARGET)


def test_those_whose_attack_is_beaten_back_are_not_what_the_attack_hit() -> None:
    one = Telling("Valley Post", "Eastland's army said it foiled an attack by militants on Darkush on 26 April.")
    one.claim("it foiled an attack by militants on Darkush on 26 April", place="Darkush", on="2016-04-26",
              trigger="foiled", actors=[("eastland", "it")], recipients=[("militants", "militants")],
              source=("eastland", "Eastland's army"), acled="Attack")  # fmt: skip
    two = Telling("Coast Daily", "An attack on Darkush on 26 April killed six children.")
    two.claim("An attack on Darkush on 26 April killed six children", place="Darkush", on="2016-04-26",
              trigger="attack", recipients=[("children", "six children")], acled="Attack")  # fmt: skip
    assert not of_kind(compared(one, two), DisputeKind.TARGET)
