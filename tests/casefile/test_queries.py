from __future__ import annotations

from datetime import date

import pytest

from testimonia.casefile import Casefile, ClaimQuery, Named
from testimonia.casefile.queries import folded
from testimonia.model.claim import Claim, Kind
from tests.samples import CLAIMS, bombed, denied, died, gazette, rose


def found(case: Casefile, query: ClaimQuery) -> set[str]:
    return {claim.id for claim in case.claims(query)}


def ids(*claims: Claim) -> set[str]:
    return {claim.id for claim in claims}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (ClaimQuery(), CLAIMS),
        (ClaimQuery(about=Named("the northern army")), (denied,)),
        (ClaimQuery(about=Named("Northern army")), (bombed, denied)),
        (ClaimQuery(about=Named("?", ("northern-army",))), (bombed, denied)),
        (ClaimQuery(about=Named("North")), ()),
        (ClaimQuery(source=Named("Monitor")), (bombed,)),
        (ClaimQuery(source=Named("gazette")), (denied, died)),
        (ClaimQuery(place=Named("MARAT")), (bombed, denied)),
        (ClaimQuery(kind=Kind.FIGURE), (died, rose)),
        (ClaimQuery(type="assault"), (bombed, denied)),
        (ClaimQuery(document=gazette.id), (denied, died)),
        (ClaimQuery(account=gazette.id), (denied, died)),
        (ClaimQuery(since=date(2031, 5, 4)), (rose,)),
        (ClaimQuery(until=date(2031, 5, 3)), (bombed, denied)),
        (ClaimQuery(since=date(2031, 6, 30), until=date(2031, 7, 1)), (rose,)),
        (ClaimQuery(about=Named("Northern army"), source=Named("Monitor")), (bombed,)),
        (ClaimQuery(about=Named("...")), ()),
    ],
)
def test_filters_narrow_the_claims(case: Casefile, query: ClaimQuery, expected: tuple[Claim, ...]) -> None:
    assert found(case, query) == ids(*expected)


def test_claims_come_by_document_and_place_in_the_text(case: Casefile) -> None:
    assert [claim.id for claim in case.claims()] == [bombed.id, denied.id, died.id, rose.id]


def test_a_limit_keeps_the_first(case: Casefile) -> None:
    assert [claim.id for claim in case.claims(ClaimQuery(limit=1))] == [bombed.id]


def test_a_name_is_compared_without_case_accents_or_punctuation() -> None:
    assert folded("Al-Ḥasakah  (city)") == " al hasakah city "
