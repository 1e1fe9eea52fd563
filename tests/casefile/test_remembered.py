"""A case remembers what linking found, for its documents as they stand."""

from __future__ import annotations

from testimonia.casefile import Casefile
from testimonia.casefile.remembered import versions
from testimonia.casefile.update import bring_up_to_date
from testimonia.casefile.writing import Arrival
from testimonia.codebook import load
from tests.samples import denied, gazette


def test_linking_again_finds_nothing_anew(case: Casefile) -> None:
    from testimonia.casefile.knowledge import reader_version
    from testimonia.link import link

    codebook = load()
    bring_up_to_date(case, codebook)
    memory = case.memory(reader_version(codebook))
    documents = {document.id: document for document in case.documents()}
    link(case.accounts(), case.claims(), documents, codebook, memory)
    assert memory.fresh() == ""
    assert not memory.stale


def test_a_document_read_by_another_reader_has_another_version(case: Casefile) -> None:
    with case._reading() as connection:
        before = versions(connection)
    case.add(Arrival(gazette, b"", "0.1", "r2"), [denied])
    with case._reading() as connection:
        after = versions(connection)
    assert before.keys() == after.keys()
    assert {account for account in before if before[account] != after[account]} == {a.id for a in gazette.accounts}


def test_what_is_of_another_codebook_is_forgotten(case: Casefile) -> None:
    bring_up_to_date(case, load())
    memory = case.memory("other codebooks")
    case.keep_memory(memory, "other codebooks")
    with case._reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM linking").scalar() == 0
