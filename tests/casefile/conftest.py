from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from testimonia.casefile.casefile import Casefile
from testimonia.casefile.writing import Arrival
from tests.samples import CLAIMS, DOCUMENTS, MONITOR


def fill(case: Casefile) -> None:
    """Puts the sample documents and claims into a case."""
    for document in DOCUMENTS:
        found = [claim for claim in CLAIMS if claim.document == document.id]
        actors = [MONITOR] if document is DOCUMENTS[0] else []
        case.add(Arrival(document, document.text.encode(), "0.1", "r1"), found, actors)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Casefile]:
    with Casefile.open(tmp_path / "case.db", create=True) as opened:
        fill(opened)
        yield opened
