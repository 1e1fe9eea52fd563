"""The codebook of a made-up war that the tests of ingest read with."""

from __future__ import annotations

from pathlib import Path

import pytest

from testimonia.codebook.codebook import Codebook, load

RIVER = Path(__file__).parent / "river"


@pytest.fixture(scope="session")
def river() -> Codebook:
    return load(RIVER, base=["english"])
