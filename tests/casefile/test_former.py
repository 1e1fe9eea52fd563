from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from testimonia.casefile import Casefile
from tests.casefile.conftest import fill
from tests.samples import COMPARISON, LINKED


def test_what_a_comparison_replaces_is_remembered_with_its_claims(tmp_path: Path) -> None:
    with Casefile.open(tmp_path / "case.db", create=True) as case:
        fill(case)
        case.store_comparison(LINKED, COMPARISON, "one")
        event = LINKED.events[0]
        assert case.former(event.id) is None
        kept = case.fingerprint()
        changed = replace(LINKED, events=(replace(event, id="event-new"), *LINKED.events[1:]))
        case.store_comparison(changed, replace(COMPARISON, disputes=()), "two")
        former = case.former(event.id)
        assert former is not None
        assert (former.kind, former.title, former.claims) == ("event", event.title, event.claims)
        dispute = case.former(COMPARISON.disputes[0].id)
        assert dispute is not None
        assert set(dispute.claims) >= set(COMPARISON.disputes[0].answers[0].claims)
        case.store_comparison(LINKED, COMPARISON, "three")
        assert case.former(event.id) is None
        assert case.fingerprint() == kept
