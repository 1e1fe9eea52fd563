"""Linking as a whole: what is joined, what stays apart, and that order does not matter."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.link import link
from testimonia.model.claim import SourceKind
from tests.factories import BOOK, Telling, of


def _clinic(outlet: str = "Valley Post") -> Telling:
    telling = Telling(
        outlet, "Warplanes hit a clinic in Darkush on Tuesday and killed 14 people. The mayor wept.", "2016-04-28"
    )
    telling.claim(
        "Warplanes hit a clinic in Darkush on Tuesday and killed 14 people",
        place="Darkush", on="2016-04-26", figures=[telling.figure("14 people", 14)],
        acled="Air/drone strike", trigger="hit",
    )  # fmt: skip
    return telling


def _clinic_again() -> Telling:
    telling = Telling(
        "Coast Daily", "At least 12 died when jets bombed the Darkush clinic, the monitor said.", "2016-04-27"
    )
    telling.claim(
        "At least 12 died when jets bombed the Darkush clinic",
        place="Darkush", on="2016-04-26", figures=[telling.figure("At least 12", 12, open_ended=True)],
        source=("valley-monitor", "the monitor"), acled="Air/drone strike", trigger="bombed",
    )  # fmt: skip
    return telling


def _elsewhere() -> Telling:
    telling = Telling("Hill News", "Shells fell on a market in Hama on 26 April and killed two people.", "2016-04-27")
    telling.claim(
        "Shells fell on a market in Hama on 26 April and killed two people",
        place="Hama", on="2016-04-26", figures=[telling.figure("two people", 2)], trigger="fell",
    )  # fmt: skip
    return telling


def test_two_accounts_of_one_strike_are_one_event() -> None:
    linked = link(*of(_clinic(), _clinic_again(), _elsewhere()), BOOK)
    shared = [event for event in linked.events if len(event.accounts) == 2]
    assert len(shared) == 1
    assert len(shared[0].origins) == 2


def test_a_strike_on_another_town_of_the_same_day_stays_apart() -> None:
    linked = link(*of(_clinic(), _elsewhere()), BOOK)
    assert [len(event.accounts) for event in linked.events] == [1, 1]


def test_a_strike_of_another_week_on_the_same_town_stays_apart() -> None:
    later = Telling("Coast Daily", "Jets bombed the Darkush clinic again on 9 May.", "2016-05-10")
    later.claim("Jets bombed the Darkush clinic again on 9 May", place="Darkush", on="2016-05-09", trigger="bombed")
    linked = link(*of(_clinic(), later), BOOK)
    assert len(linked.events) == 2


def test_every_bond_gives_its_reasons_in_bits() -> None:
    linked = link(*of(_clinic(), _clinic_again()), BOOK)
    bond = linked.events[0].bonds[0]
    assert {"place", "days"} <= {reason.feature for reason in bond.reasons}
    assert bond.probability > 0.5


def test_one_utterance_in_two_wordings_is_one_quotation_from_one_report() -> None:
    first = Telling(
        "Lake Weekly",
        "According to a report in the Lake Eye, Reeve blamed the rebels for it. "
        "“Do not blame us,” Reeve said, “blame the rebels. They left the table.”",
    )
    second = Telling(
        "Hill Blog", "As reported on Friday, Reeve was heard to say: “Don't blame us – go and blame your rebels.”"
    )
    first.claim(
        "blame the rebels", "ACCUSE", source=("ada-minister", "Reeve"), source_kind=SourceKind.PERSON,
        quotation="Do not blame us,” Reeve said, “blame the rebels. They left the table.",
    )  # fmt: skip
    linked = link(*of(first, second), BOOK)
    assert len(linked.quotations) == 1
    assert len(linked.quotations[0].accounts) == 2
    assert linked.quotations[0].origins == ("origin-lake-eye",)


def test_a_copied_article_shares_the_origin_of_the_first() -> None:
    body = (
        "Warplanes hit a clinic in Darkush on Tuesday and killed 14 people as nurses were changing shifts, and the "
        "ambulances that came after them were caught by a second bomb on the road out of the town."
    )
    tellings = []
    for outlet, published in (("Valley Post", "2016-04-27"), ("Copy Times", "2016-04-28")):
        telling = Telling(outlet, body, published)
        telling.claim(
            "Warplanes hit a clinic in Darkush on Tuesday and killed 14 people", place="Darkush", on="2016-04-26"
        )
        tellings.append(telling)
    linked = link(*of(*tellings), BOOK)
    assert len(linked.events) == 1
    assert len(linked.events[0].accounts) == 2
    assert len(linked.events[0].origins) == 1
    assert [tie.giver for tie in linked.dependences if tie.evidence == "copy"] == [tellings[0].id]


@settings(max_examples=12, deadline=None)
@given(st.permutations(range(3)), st.randoms(use_true_random=False))
def test_the_order_of_accounts_and_claims_does_not_matter(order: list[int], random: st.DataObject) -> None:
    tellings = [_clinic(), _clinic_again(), _elsewhere()]
    expected = link(*of(*tellings), BOOK)
    accounts, claims, documents = of(*(tellings[index] for index in order))
    random.shuffle(claims)  # type: ignore[attr-defined]
    assert link(accounts, claims, documents, BOOK) == expected


def test_an_events_accounts_are_those_of_its_claims() -> None:
    accounts, claims, documents = of(_clinic(), _clinic_again(), _elsewhere())
    by_id = {claim.id: claim for claim in claims}
    for event in link(accounts, claims, documents, BOOK).events:
        assert set(event.accounts) == {by_id[identifier].account for identifier in event.claims}
