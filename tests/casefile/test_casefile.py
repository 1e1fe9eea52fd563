from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from testimonia.casefile import Casefile
from testimonia.casefile.writing import Arrival
from testimonia.model.claim import Claim
from testimonia.model.errors import CasefileError
from testimonia.model.judgement import Judgement, Verdict
from testimonia.model.source import Actor, ActorKind
from tests.casefile.conftest import fill
from tests.samples import ACCOUNTS, CLAIMS, COMPARISON, DOCUMENTS, HERALD, LINKED, bombed, denied, herald


def test_documents_come_back_equal_and_in_order(case: Casefile) -> None:
    assert case.documents() == DOCUMENTS


def test_accounts_and_claims_come_back_equal(case: Casefile) -> None:
    assert case.accounts() == ACCOUNTS
    assert sorted(case.claims(), key=lambda c: c.id) == sorted(CLAIMS, key=lambda c: c.id)


def test_claims_are_counted_by_account(case: Casefile) -> None:
    assert case.claim_counts()[herald.id] == 1
    assert sum(case.claim_counts().values()) == len(CLAIMS)


def test_original_bytes_are_kept_under_their_digest(case: Casefile) -> None:
    assert case.original(herald.sha256) == HERALD.encode()


def test_one_claim_and_one_document_are_found_by_id(case: Casefile) -> None:
    assert case.claim(bombed.id) == bombed
    assert case.document(herald.id) == herald


@pytest.mark.parametrize("ask", ["claim", "document", "original", "find"])
def test_an_id_that_is_not_there_is_named(case: Casefile, ask: str) -> None:
    with pytest.raises(CasefileError, match="ffff"):
        getattr(case, ask)("ffff")


def test_an_id_may_be_shortened_while_only_one_begins_so(case: Casefile) -> None:
    assert case.find(bombed.id[:9]) == ("claim", bombed.id)


def test_a_short_id_that_begins_several_is_refused(case: Casefile) -> None:
    case.store_comparison(LINKED, COMPARISON, case.state())
    with pytest.raises(CasefileError, match="several ids begin so"):
        case.find("d")


def test_an_account_that_shares_its_documents_id_is_found_as_an_account(case: Casefile) -> None:
    assert case.find(herald.id) == ("account", herald.id)


def test_a_documents_own_account_is_meant_before_those_republished_in_it(case: Casefile) -> None:
    repost = replace(herald.accounts[0], id=f"{herald.id}.1")
    case.add(Arrival(replace(herald, accounts=(*herald.accounts, repost)), b"", "0.1", "r2"), [])
    assert case.find(herald.id[:8]) == ("account", herald.id)
    assert case.find(repost.id) == ("account", repost.id)


def test_an_account_is_meant_before_the_origin_named_after_it(case: Casefile) -> None:
    origin = replace(LINKED.origins[0], id=f"origin-{herald.id}")
    case.store_comparison(replace(LINKED, origins=(origin,)), COMPARISON, case.state())
    assert case.find(herald.id[:8]) == ("account", herald.id)
    assert case.find(origin.id) == ("origin", origin.id)


def test_a_document_is_had_only_once_read_by_that_reader(case: Casefile) -> None:
    assert case.has(herald, "r1")
    assert not case.has(herald, "r2")


def test_a_second_reading_replaces_the_first_in_its_place(case: Casefile) -> None:
    case.add(Arrival(herald, HERALD.encode(), "0.2", "r2"), [bombed, bombed])
    assert case.documents() == DOCUMENTS
    assert len([c for c in case.claims() if c.document == herald.id]) == 1
    assert case.actors() == ()


def test_a_failed_reading_leaves_the_case_as_it_was(case: Casefile) -> None:
    before = case.fingerprint()

    def failing() -> None:
        def claims() -> Iterator[Claim]:
            yield bombed
            raise RuntimeError("killed")

        case.add(Arrival(herald, b"", "0.2", "r2"), claims())

    with pytest.raises(RuntimeError):
        failing()
    assert case.fingerprint() == before


def test_actors_of_several_documents_are_joined_with_their_aliases(case: Casefile) -> None:
    other = Actor("valley-monitor", "VM", ActorKind.ORGANISATION, ("Monitor of the Valley",))
    case.add(Arrival(DOCUMENTS[1], b"", "0.1", "r2"), [], [other])
    (joined,) = case.actors()
    assert joined.name == "Valley Monitor"
    assert joined.aliases == ("VM", "Monitor of the Valley")


def test_what_was_compared_comes_back_equal(case: Casefile) -> None:
    case.store_comparison(LINKED, COMPARISON, case.state())
    assert case.linked() == LINKED
    assert case.comparison() == COMPARISON
    assert case.events() == LINKED.all
    assert case.disputes() == COMPARISON.disputes


def test_a_second_comparison_replaces_the_first(case: Casefile) -> None:
    for _ in range(2):
        case.store_comparison(LINKED, COMPARISON, case.state())
    assert case.comparison() == COMPARISON


def test_a_comparison_is_out_of_date_once_a_document_is_added(case: Casefile) -> None:
    case.store_comparison(LINKED, COMPARISON, case.state())
    assert case.compared() == case.state()
    case.add(Arrival(DOCUMENTS[1], b"", "0.1", "r9"), [denied])
    assert case.compared() != case.state()


def test_judgements_are_kept_in_order(case: Casefile) -> None:
    made = [
        Judgement(bombed.id, verdict, "ana", datetime(2031, 6, 1, tzinfo=UTC), "seen the footage")
        for verdict in (Verdict.ACCEPT, Verdict.REJECT)
    ]
    for judgement in made:
        case.judge(judgement)
    assert case.judgements() == tuple(made)
    assert case.judgements("other") == ()


@pytest.mark.parametrize("attack", ["DELETE FROM judgements", "UPDATE judgements SET user = 'eve'"])
def test_a_judgement_cannot_be_changed_or_erased(case: Casefile, attack: str) -> None:
    case.judge(Judgement(bombed.id, Verdict.ACCEPT, "ana", datetime(2031, 6, 1, tzinfo=UTC), ""))
    with pytest.raises(CasefileError, match="only ever added"), case._writing() as connection:
        connection.exec_driver_sql(attack)
    assert case.judgements()[0].user == "ana"


def test_a_judgement_cannot_be_replaced(case: Casefile) -> None:
    case.judge(Judgement(bombed.id, Verdict.ACCEPT, "ana", datetime(2031, 6, 1, tzinfo=UTC), ""))
    attack = "INSERT OR REPLACE INTO judgements VALUES (1, 'x', 'reject', 'eve', '2031', '', '{}')"
    with pytest.raises(CasefileError, match="only ever added"), case._writing() as connection:
        connection.exec_driver_sql(attack)


def test_equal_cases_have_equal_fingerprints_and_others_do_not(case: Casefile, tmp_path: Path) -> None:
    with Casefile.open(tmp_path / "again.db", create=True) as again:
        fill(again)
        assert again.fingerprint() == case.fingerprint()
        again.add(Arrival(herald, HERALD.encode(), "0.1", "r1"), [])
        assert again.fingerprint() != case.fingerprint()


def test_a_closed_case_is_one_file(tmp_path: Path) -> None:
    with Casefile.open(tmp_path / "one.db", create=True) as case:
        fill(case)
    assert [path.name for path in tmp_path.iterdir()] == ["one.db"]
