"""How many civilians one account counts: of its opening, listed or whole, under arms or not, none."""

from __future__ import annotations

from dataclasses import replace

from testimonia.compare.case import Case
from testimonia.compare.civilians import Counted, counted
from testimonia.compare.given import given
from testimonia.link import link
from testimonia.model.claim import Figure, Unit
from testimonia.model.factuality import Factuality
from tests.factories import BOOK, Telling
from tests.factories import of as laid_out

RAID = "Warplanes bombed Darkush on 26 April"


def _counted(telling: Telling) -> Counted | None:
    accounts, claims, documents = laid_out(telling)
    case = Case(link(accounts, claims, documents, BOOK), accounts, claims, BOOK)
    numbers = [
        (victims, number)
        for event in case.linked.events
        for (unit, victims), numbers in given(event, case).items()
        for number in numbers
        if unit is Unit.KILLED
    ]
    return counted(numbers, claims, Unit.KILLED, case)


def _telling(text: str, *figures: tuple[str, float, str], part_of: str | None = None) -> Telling:
    """An account whose one claim after the raid holds ``figures``, the last one a part of ``part_of``."""
    telling = Telling("Valley Post", f"{RAID}. {text}")
    telling.claim(RAID, place="Darkush", on="2016-04-26", trigger="bombed", acled="Air/drone strike")
    made: list[Figure] = [telling.figure(words, number, counted=noun) for words, number, noun in figures]
    if part_of is not None:
        made[-1] = replace(made[-1], part_of=made[0].start)
    telling.claim(text.rstrip("."), trigger="killed", acled="Air/drone strike", figures=made)
    return telling


def test_children_and_women_listed_in_one_sentence_are_added_up() -> None:
    telling = _telling("The raid killed six children and three women.", ("six children", 6, "children"),
                       ("three women", 3, "women"))  # fmt: skip
    assert _counted(telling) == Counted(9, 9)


def test_a_child_and_a_baker_listed_singly_are_two() -> None:
    telling = _telling(
        "The raid killed a child and an old baker.", ("a child", 1, "child"), ("an old baker", 1, "baker")
    )
    assert _counted(telling) == Counted(2, 2)


def test_civilians_said_to_be_among_the_dead_are_the_least() -> None:
    telling = _telling("The raid killed eight people, among them five civilians.", ("eight people", 8, "people"),
                       ("five civilians", 5, "civilians"), part_of="eight people")  # fmt: skip
    assert _counted(telling) == Counted(5, 8)


def test_people_named_beside_the_number_of_all_are_not_added_to_it() -> None:
    telling = _telling("The raid killed seven people, four boys and two men.", ("seven people", 7, "people"),
                       ("four boys", 4, "boys"), ("two men", 2, "men"))  # fmt: skip
    assert _counted(telling) == Counted(7, 7)


def test_a_further_victim_with_a_rank_raises_the_most() -> None:
    telling = _telling("The raid killed three people and, by some reports, a fourth person.",
                       ("three people", 3, "people"), ("a fourth person", 1, "person"))  # fmt: skip
    assert _counted(telling) == Counted(3, 4)


def test_civilians_beside_fighters_are_all_that_count() -> None:
    telling = _telling("The raid killed six civilians and three militants.", ("six civilians", 6, "civilians"),
                       ("three militants", 3, "militants"))  # fmt: skip
    assert _counted(telling) == Counted(6, 6)


def test_an_account_of_a_killed_commander_alone_counts_no_civilians() -> None:
    telling = Telling("Valley Post", f"{RAID} and killed a rebel commander.")
    telling.claim(RAID, place="Darkush", on="2016-04-26", trigger="bombed", acled="Air/drone strike")
    telling.claim("killed a rebel commander", trigger="killed", acled="Air/drone strike",
                  recipients=[("rebels", "rebel commander")])  # fmt: skip
    assert _counted(telling) == Counted(0, 0)


def test_an_account_that_says_that_nobody_died_counts_none() -> None:
    telling = Telling("Valley Post", f"{RAID}. No civilians were killed there.")
    telling.claim(RAID, place="Darkush", on="2016-04-26", trigger="bombed", acled="Air/drone strike")
    nobody = telling.figure("No civilians", 0, counted="civilians")
    telling.claim("No civilians were killed there", trigger="killed", figures=[nobody], acled="Air/drone strike",
                  factuality=Factuality.CERTAINLY_NOT)  # fmt: skip
    assert _counted(telling) == Counted(0, 0)


def test_an_account_that_counts_nobody_gives_nothing() -> None:
    telling = Telling("Valley Post", f"{RAID}.")
    telling.claim(RAID, place="Darkush", on="2016-04-26", trigger="bombed", acled="Air/drone strike")
    assert _counted(telling) is None


def test_numbers_of_dead_and_wounded_together_are_no_toll() -> None:
    telling = _telling("The raid left 20 people killed and wounded.", ("20 people", 20, "people"))
    assert _counted(telling) is None
