from __future__ import annotations

from testimonia.casefile import Casefile
from testimonia.casefile.update import bring_up_to_date
from testimonia.casefile.writing import Arrival
from testimonia.codebook import Codebook, load
from testimonia.compare.comparison import Comparison
from testimonia.link.linked import Linked
from tests.samples import COMPARISON, LINKED, denied, gazette


def test_a_case_is_compared_only_where_documents_came_since(case: Casefile) -> None:
    calls: list[int] = []

    def find(asked: Casefile, _codebook: Codebook) -> tuple[Linked, Comparison]:
        calls.append(len(asked.documents()))
        return LINKED, COMPARISON

    codebook = load(base=("english",))
    assert bring_up_to_date(case, codebook, find)
    assert not bring_up_to_date(case, codebook, find)
    case.add(Arrival(gazette, b"", "0.1", "r2"), [denied])
    assert bring_up_to_date(case, codebook, find)
    assert calls == [3, 3]
    assert case.disputes() == COMPARISON.disputes


def test_linking_and_comparing_find_the_dispute_of_the_sample(case: Casefile) -> None:
    assert bring_up_to_date(case, load())
    assert case.events()
