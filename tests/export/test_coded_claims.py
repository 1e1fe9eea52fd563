"""Which claims of a sentence an event coder would code."""

from testimonia.export.coded_claims import as_told, inside, records
from tests.read.telling import claims_of


def test_a_fact_goes_before_what_is_denied() -> None:
    types = [record.type for record in as_told(claims_of("Kenya expelled a diplomat but did not attack Eritrea."))]
    assert "ASSAULT" not in types


def test_no_record_stands_inside_the_words_of_another() -> None:
    found = as_told(claims_of("Chad asked France to bomb the rebels."))
    assert not any(inside(a.claim, b.claim) for a in found for b in found)


def test_promised_cooperation_counts_as_agreeing_in_plover() -> None:
    assert next(iter(records(claims_of("Kenya will send food aid to Eritrea.")))).type == "AGREE"


def test_a_standing_relation_counts_where_nothing_happens() -> None:
    assert [record.type for record in as_told(claims_of("Iran funds Hezbollah."))] == ["AID"]
