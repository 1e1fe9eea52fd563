from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from testimonia.casefile.corrections import Decisions, checked, corrected, decisions
from testimonia.model.errors import CasefileError
from testimonia.model.factuality import Factuality
from testimonia.model.judgement import Judgement, Verdict
from tests.samples import bombed


def judgement(verdict: Verdict, subject: str = bombed.id, /, **change: object) -> Judgement:
    return Judgement(subject, verdict, "maud", datetime(2031, 5, 4, tzinfo=UTC), "", json.dumps(change))


def decided(*made: Judgement) -> Decisions:
    return decisions(made)


def test_an_actor_is_corrected_in_its_slot_and_keeps_its_span() -> None:
    said = decided(judgement(Verdict.CORRECT, slot="actors", index=0, actor="southern-army", name="Southern army"))
    claim = corrected(bombed, said)
    assert [m.actor for m in claim.actors] == ["southern-army"]
    assert (claim.actors[0].start, claim.actors[0].text) == (bombed.actors[0].start, bombed.actors[0].text)


def test_an_actor_may_be_taken_out_or_added() -> None:
    out = corrected(bombed, decided(judgement(Verdict.CORRECT, slot="actors", index=0, actor="")))
    assert out.actors == ()
    more = judgement(Verdict.CORRECT, slot="recipients", actor="marat-clinic", name="the clinic")
    assert corrected(bombed, decided(more)).recipients[-1].actor == "marat-clinic"


def test_firmness_is_corrected_for_the_one_who_knows() -> None:
    claim = corrected(bombed, decided(judgement(Verdict.CORRECT, slot="factuality", value="PS+")))
    assert claim.factuality is Factuality.POSSIBLE
    assert claim.source.factuality is Factuality.POSSIBLE


def test_days_and_numbers_are_corrected() -> None:
    days = judgement(Verdict.CORRECT, slot="period", start="2031-05-02", end="2031-05-02")
    assert str(corrected(bombed, decided(days)).period.start) == "2031-05-02"  # type: ignore[union-attr]


@pytest.mark.parametrize("change", [
    {"slot": "actors", "index": 7, "actor": "nobody"}, {"slot": "factuality", "value": "CT?"}, {"slot": "rule"},
    {"slot": "period", "start": "May"}, {"slot": "figures", "index": 9, "low": 3},
    {"slot": "period", "start": "2031-05-02", "end": "2031-05-01"},
])  # fmt: skip
def test_what_cannot_be_made_is_refused_beforehand_and_changes_nothing_after(change: dict[str, object]) -> None:
    with pytest.raises(CasefileError, match="cannot be made"):
        checked(bombed, change)
    assert corrected(bombed, decided(judgement(Verdict.CORRECT, **change))) == bombed


def test_an_actor_that_is_another_becomes_it_wherever_it_acts_or_speaks() -> None:
    actor = bombed.actors[0].actor
    said = decided(judgement(Verdict.MERGE, actor, into="northern-air-force", name="Northern air force"))
    claim = corrected(bombed, said)
    assert (claim.actors[0].actor, claim.actors[0].name) == ("northern-air-force", "Northern air force")


def test_a_circle_of_joinings_ends() -> None:
    said = decided(judgement(Verdict.MERGE, "a", into="b"), judgement(Verdict.MERGE, "b", into="a"))
    assert said.actor("a") in ("a", "b")


def test_accepting_after_rejecting_lets_the_claim_stand() -> None:
    assert bombed.id in decided(judgement(Verdict.REJECT)).rejected
    assert bombed.id not in decided(judgement(Verdict.REJECT), judgement(Verdict.ACCEPT)).rejected


def test_nothing_decided_changes_nothing() -> None:
    assert decided().none
    assert corrected(bombed, decided()) == bombed
