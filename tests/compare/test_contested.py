"""Whether accounts of one incident leave it contested who did it."""

from __future__ import annotations

from testimonia.compare import compare
from testimonia.compare.case import Case
from testimonia.compare.contested import contested
from testimonia.link import link
from tests.factories import BOOK, Telling
from tests.factories import of as laid_out

EASTLAND, BRIGADE = "eastland", "valley-brigade"


def _contested(*tellings: Telling, doers: tuple[str, ...] = ()) -> bool:
    accounts, claims, documents = laid_out(*tellings)
    linked = link(accounts, claims, documents, BOOK)
    case = Case(linked, accounts, claims, BOOK)
    return contested(linked.events, doers, compare(linked, accounts, claims, BOOK), case)


def _raid(outlet: str, words: str, actors: list[tuple[str, str]]) -> Telling:
    telling = Telling(outlet, f"{words} on 26 April.", "2016-04-27")
    telling.claim(f"{words} on 26 April", place="Darkush", on="2016-04-26", trigger="shelled", actors=actors,
                  acled="Shelling/artillery/missile attack")  # fmt: skip
    return telling


def test_doers_of_two_sides_contest_an_incident() -> None:
    tellings = (
        _raid("Valley Post", "Eastland shelled Darkush", [(EASTLAND, "Eastland")]),
        _raid("Coast Daily", "The Valley Brigade shelled Darkush", [(BRIGADE, "Valley Brigade")]),
    )
    assert _contested(*tellings, doers=(EASTLAND, BRIGADE))


def test_doers_who_acted_together_contest_nothing() -> None:
    both = [(EASTLAND, "Eastland"), (BRIGADE, "Valley Brigade")]
    telling = _raid("Valley Post", "Eastland and the Valley Brigade shelled Darkush", both)
    assert not _contested(telling, doers=(EASTLAND, BRIGADE))


def test_dead_of_a_firefight_are_laid_to_neither_side() -> None:
    telling = Telling("Valley Post", "Four people were killed in a firefight in Darkush on 26 April.", "2016-04-27")
    four = telling.figure("Four people", 4)
    telling.claim("Four people were killed in a firefight in Darkush on 26 April", place="Darkush", on="2016-04-26",
                  trigger="killed", figures=[four], acled="Armed clash")  # fmt: skip
    assert _contested(telling, doers=(EASTLAND,))


def test_dead_of_a_raid_by_one_side_are_not_contested() -> None:
    assert not _contested(_raid("Valley Post", "Eastland shelled Darkush", [(EASTLAND, "Eastland")]), doers=(EASTLAND,))


def test_doers_whom_every_account_names_are_contested_by_none() -> None:
    text = "Eastland shelled Darkush. Then the Valley Brigade shelled the mill"
    told = Telling("Valley Post", f"{text} on 26 April.", "2016-04-27")
    for words, actor in (
        ("Eastland shelled Darkush", (EASTLAND, "Eastland")),
        ("the Valley Brigade shelled the mill", (BRIGADE, "Valley Brigade")),
    ):
        told.claim(words, place="Darkush", on="2016-04-26", trigger="shelled", actors=[actor],
                   acled="Shelling/artillery/missile attack")  # fmt: skip
    assert not _contested(told, doers=(EASTLAND, BRIGADE))
