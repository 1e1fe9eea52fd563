"""Claims as coded events: triples of our own sentences."""

from pathlib import Path

import pytest

from testimonia.casefile.casefile import Casefile
from testimonia.casefile.writing import Arrival
from testimonia.export.coded import coded, listing
from tests.read.telling import book, claims_of, document_of


def triples(text: str) -> set[tuple[str, str, str]]:
    return {(event.source, event.code, event.target) for event in coded(claims_of(text), book())}


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        ("Russian warplanes bombed Ukrainian troops.", ("RUSMIL", "195", "UKRMIL")),
        ("Kenya expelled three Eritrean diplomats.", ("KEN", "174", "ERIGOV")),
        ("Chad asked France to help Niger.", ("TCD", "023", "FRA")),
    ],
)
def test_who_did_what_to_whom_is_one_triple(text: str, triple: tuple[str, str, str]) -> None:
    assert triple in triples(text)


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Hungarian and Romanian officials condemned Serbia.", {"HUNGOV", "ROUGOV"}),
        ("The ambassadors of Egypt and Kuwait condemned Serbia.", {"EGYGOV", "KWTGOV"}),
    ],
)
def test_several_states_share_the_role_of_one_noun(text: str, sources: set[str]) -> None:
    assert {source for source, _, _ in triples(text)} == sources


def test_who_meet_each_other_are_coded_both_ways() -> None:
    assert triples("Kenya held talks with Somalia.") >= {("KEN", "046", "SOM"), ("SOM", "046", "KEN")}


def test_violence_of_rioters_and_against_them_has_its_own_codes() -> None:
    assert ("KENCOP", "175", "ERIOPP") in triples("Kenyan police attacked Eritrean demonstrators.")
    assert ("ERIOPP", "145", "KENCOP") in triples("Eritrean demonstrators attacked Kenyan police.")


def test_the_state_that_an_object_names_is_the_other_party() -> None:
    assert ("ARMMIL", "192", "AZE") in triples("Armenian troops seized an Azerbaijani village.")


def test_a_reported_attack_is_an_accusation_only_where_asked_for() -> None:
    text = "Kenya said that Somali troops attacked Ethiopia."
    told = [(e.source, e.code, e.target) for e in coded(claims_of(text), book(), accusing=True)]
    assert told == [("KEN", "112", "SOMMIL")]
    assert ("SOMMIL", "190", "ETH") in triples(text)


def test_who_is_named_behind_what_he_tells_accuses_nobody() -> None:
    events = coded(claims_of("Somali troops attacked Ethiopia, Kenya said."), book(), accusing=True)
    assert "112" not in {event.code for event in events}


def test_what_is_denied_is_no_coded_event() -> None:
    assert not triples("Russia did not bomb Ukraine.")


def test_every_triple_keeps_its_claim() -> None:
    claims = claims_of("Russian warplanes bombed Ukrainian troops.")
    assert all(event.claim in claims for event in coded(claims, book()))


def test_a_finer_code_of_the_same_act_goes_before_its_root() -> None:
    codes = {code for _, code, _ in triples("Qatar has threatened to bomb Bahrain.")}
    assert "138" in codes
    assert "130" not in codes


def test_the_coded_events_of_a_case_are_listed_with_their_claims(tmp_path: Path) -> None:
    text = "Russian warplanes bombed Ukrainian troops. Kenya expelled three Eritrean diplomats."
    document, claims = document_of(text), claims_of(text)
    with Casefile.open(tmp_path / "case.db", create=True) as case:
        case.add(Arrival(document, text.encode(), "0.1", "r1"), claims)
        rows = listing(case, book()).rows
    assert {(row["source"], row["code"], row["target"]) for row in rows} == {
        ("RUSMIL", "195", "UKRMIL"),
        ("KEN", "174", "ERIGOV"),
    }
    assert {row["id"] for row in rows} <= {claim.id for claim in claims}
