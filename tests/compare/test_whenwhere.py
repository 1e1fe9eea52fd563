from __future__ import annotations

from dataclasses import replace

from testimonia.compare import whenwhere
from testimonia.model.claim import Figure, Unit
from testimonia.model.dispute import DisputeKind
from tests.compare.telling import case_of, strike
from tests.factories import Telling, day


def test_days_apart_that_accounts_give_outright_are_disputed() -> None:
    one = strike("Valley Post", "Jets bombed the clinic")
    two = Telling("Coast Daily", "Jets bombed the clinic in Darkush on 28 April.", "2016-04-30")
    two.claim("Jets bombed the clinic in Darkush on 28 April", place="Darkush", on="2016-04-28", trigger="bombed")
    for telling in (one, two):
        first = telling.claims[0]
        telling.claims[0] = replace(first, figures=(Figure(24, 24, False, Unit.KILLED, "people", "", 0, 0),))
    case = case_of(one, two)
    event = replace(
        case.linked.events[0],
        claims=(one.claims[0].id, two.claims[0].id), accounts=(one.id, two.id), period=day("2016-04-26/2016-04-28"),
    )  # fmt: skip
    (dispute,) = whenwhere._days(event, case.told(event), case)
    assert dispute.kind is DisputeKind.TIME
    assert [answer.value for answer in dispute.answers] == ["26 April 2016", "28 April 2016"]
