from __future__ import annotations

from datetime import UTC, datetime

from testimonia.casefile import Casefile, ClaimQuery, Named
from testimonia.casefile.decided import regrouped
from testimonia.casefile.writing import Arrival
from testimonia.model.judgement import Judgement, Verdict
from tests.casefile.test_corrections import judgement
from tests.samples import CLAIMS, LINKED, bombed, herald

OTHER = {"slot": "actors", "index": 0, "actor": "southern-army", "name": "Southern army"}
BY_ID = {claim.id: claim for claim in CLAIMS}


def actors_of(case: Casefile) -> list[str]:
    return [mention.actor for mention in case.claim(bombed.id).actors]


def test_a_correction_shows_in_the_case_and_in_its_filters(case: Casefile) -> None:
    case.judge(judgement(Verdict.CORRECT, **OTHER))
    assert actors_of(case) == ["southern-army"]
    assert bombed.id in {c.id for c in case.claims(ClaimQuery(about=Named("x", ("southern-army",))))}


def test_a_correction_survives_reading_the_document_again(case: Casefile) -> None:
    case.judge(judgement(Verdict.CORRECT, **OTHER))
    found = [claim for claim in CLAIMS if claim.document == herald.id]
    case.add(Arrival(herald, herald.text.encode(), "0.2", "r2"), found)
    assert actors_of(case) == ["southern-army"]
    assert case.claim_as_read(bombed.id) == bombed


def test_undoing_a_correction_gives_the_reading_back(case: Casefile) -> None:
    before = case.fingerprint()
    case.judge(judgement(Verdict.CORRECT, **OTHER))
    case.judge(judgement(Verdict.UNDO))
    assert case.claim(bombed.id) == bombed
    assert case.claims() == CLAIMS
    assert case.fingerprint() != before  # both decisions are still there


def test_a_rejected_claim_is_left_out_and_not_lost(case: Casefile) -> None:
    case.judge(judgement(Verdict.REJECT))
    assert bombed.id not in {claim.id for claim in case.claims()}
    assert [claim.id for claim in case.claims(ClaimQuery(rejected=True))] == [bombed.id]
    assert case.claim(bombed.id) == bombed
    case.judge(judgement(Verdict.UNDO))
    assert case.claims() == CLAIMS


def test_an_actor_joined_with_another_comes_apart_again(case: Casefile) -> None:
    actor = bombed.actors[0].actor
    case.judge(judgement(Verdict.MERGE, actor, into="b", name="B"))
    case.judge(judgement(Verdict.MERGE, "b", into="c", name="C"))
    assert actors_of(case) == ["c"]
    case.judge(judgement(Verdict.UNDO, "b"))
    assert actors_of(case) == ["b"]
    case.judge(judgement(Verdict.UNDO, actor))
    assert actors_of(case) == [actor]


def test_a_comparison_is_out_of_date_after_a_change_and_not_after_a_rating(case: Casefile) -> None:
    state = case.state()
    case.judge(Judgement("herald", Verdict.RATE, "maud", datetime(2031, 5, 4, tzinfo=UTC), "", '{"admiralty": "B2"}'))
    case.judge(judgement(Verdict.ACCEPT))
    assert case.state() == state
    case.judge(judgement(Verdict.CORRECT, **OTHER))
    assert case.state() != state
    case.judge(judgement(Verdict.UNDO))
    assert case.state() == state


def test_claims_taken_out_are_an_event_of_their_own() -> None:
    event = max(LINKED.events, key=lambda event: len(event.claims))
    assert len(event.claims) > 1
    out = event.claims[0]
    apart = regrouped(LINKED, [judgement(Verdict.SPLIT, event.id, claims=[out])], BY_ID)
    held = [e.claims for e in apart.events]
    assert (out,) in held
    assert event.claims[1:] in held


def test_two_events_joined_are_one_and_come_apart_without_the_decision() -> None:
    event = max(LINKED.events, key=lambda event: len(event.claims))
    split = judgement(Verdict.SPLIT, event.id, claims=[event.claims[0]])
    join = judgement(Verdict.MERGE, event.id, claims=[event.claims[0]], **{"with": list(event.claims[1:])})
    joined = regrouped(LINKED, [split, join], BY_ID)
    assert sorted(event.claims) in [sorted(e.claims) for e in joined.events]
    assert regrouped(LINKED, [], BY_ID) == LINKED
