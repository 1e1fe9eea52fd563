"""Several accounts of one incident taken together: an interval of dead, the doers, whether it is contested."""

from __future__ import annotations

from testimonia.compare import compare
from testimonia.compare.case import Case
from testimonia.compare.incident import Incident, of
from testimonia.link import link
from tests.factories import BOOK, Telling
from tests.factories import of as laid_out


def _telling(outlet: str, words: str, counted: str, number: float, doer: tuple[str, str] | None = None) -> Telling:
    telling = Telling(outlet, f"{words} in Darkush on 26 April.", "2016-04-27")
    figure = telling.figure(counted, number, counted=counted.rsplit(maxsplit=1)[-1])
    telling.claim(
        f"{words} in Darkush on 26 April", place="Darkush", on="2016-04-26", trigger=words.split()[1],
        figures=[figure], actors=[doer] if doer else [], acled="Air/drone strike",
    )  # fmt: skip
    return telling


def _together(*tellings: Telling) -> Incident:
    accounts, claims, documents = laid_out(*tellings)
    linked = link(accounts, claims, documents, BOOK)
    return of(Case(linked, accounts, claims, BOOK), compare(linked, accounts, claims, BOOK))


def test_the_interval_runs_from_the_least_to_the_greatest_number_that_an_account_gives() -> None:
    found = _together(
        _telling("Valley Post", "Warplanes hit a clinic and killed nine people", "nine people", 9),
        _telling("Coast Daily", "Jets bombed a clinic and killed 12 people", "12 people", 12),
    )
    assert found.killed == (9, 12)
    assert found.injured is None
    assert [place.name for place in found.places] == ["Darkush"]
    assert found.period is not None
    assert str(found.period.start) == "2016-04-26"


def test_an_account_whose_dead_are_all_under_arms_gives_no_civilians() -> None:
    found = _together(
        _telling("Valley Post", "Warplanes hit a house and killed three civilians", "three civilians", 3),
        _telling("Coast Daily", "Jets bombed a house and killed three militants", "three militants", 3),
    )
    assert found.killed == (0, 3)


def test_whoever_is_named_as_doer_stands_for_the_incident() -> None:
    found = _together(_telling("Valley Post", "Eastland bombed a clinic and killed nine people", "nine people", 9,
                               ("eastland", "Eastland")))  # fmt: skip
    assert found.doers == ("eastland",)
    assert not found.contested


def test_an_account_of_children_alone_does_not_bound_what_others_count_in_all() -> None:
    nine = "Warplanes hit a clinic and killed nine people"
    children = "Jets bombed a clinic and killed at least five children"
    telling = Telling("Coast Daily", f"{children} in Darkush on 26 April.", "2016-04-27")
    five = telling.figure("at least five children", 5, counted="children", open_ended=True)
    telling.claim(f"{children} in Darkush on 26 April", place="Darkush", on="2016-04-26", trigger="bombed",
                  figures=[five], acled="Air/drone strike")  # fmt: skip
    found = _together(_telling("Valley Post", nine, "nine people", 9), telling)
    assert found.killed == (9, 9)


def test_an_account_that_tells_first_of_another_place_is_taken_by_what_it_tells_of_the_place_of_the_others() -> None:
    digest = Telling("River Digest", "Jets bombed Hama and killed 30 people on 26 April. "
                     "A later raid on Hama hit a bus. "
                     "Warplanes bombed Darkush and killed seven people on 26 April.", "2016-04-27")  # fmt: skip
    thirty, seven = digest.figure("30 people", 30), digest.figure("seven people", 7)
    digest.claim("Jets bombed Hama and killed 30 people on 26 April", place="Hama", on="2016-04-26", trigger="bombed",
                 figures=[thirty], acled="Air/drone strike")  # fmt: skip
    digest.claim("A later raid on Hama hit a bus", place="Hama", trigger="raid", acled="Air/drone strike")
    digest.claim("Warplanes bombed Darkush and killed seven people on 26 April", place="Darkush", on="2016-04-26",
                 trigger="bombed", figures=[seven], acled="Air/drone strike")  # fmt: skip
    found = _together(
        _telling("Valley Post", "Warplanes hit a clinic and killed nine people", "nine people", 9),
        _telling("Coast Daily", "Jets bombed a clinic and killed 12 people", "12 people", 12),
        digest,
    )
    assert found.killed == (7, 12)


def test_a_list_of_attacks_by_month_is_of_no_incident() -> None:
    monitor = Telling("Monitor", "Warplanes bombed Darkush and killed two people on 26 April. "
                      "January: ten attacks killed eight people.", "2016-04-27")  # fmt: skip
    two, eight = monitor.figure("two people", 2), monitor.figure("eight people", 8)
    monitor.claim("Warplanes bombed Darkush and killed two people on 26 April", place="Darkush", on="2016-04-26",
                  trigger="bombed", figures=[two], acled="Air/drone strike")  # fmt: skip
    monitor.claim("January: ten attacks killed eight people", place=None, trigger="attacks", figures=[eight])
    assert _together(monitor).killed == (2, 2)
