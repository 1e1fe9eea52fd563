"""What clause a verb takes decides what it tells: a warning of one's own deeds is a threat, one of others' is none."""

from __future__ import annotations

import pytest

from tests.read.telling import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "The army warned that it would shell Harran.",
        "The army warned, on Monday, that its guns would fall silent for nobody.",
        "Iran warned that any attack would be answered.",
        "The army warned residents that bread was running out.",
    ],
)
def test_who_warns_of_his_own_deeds_or_warns_somebody_threatens(text: str) -> None:
    assert "THREATEN" in [claim.type for claim in claims_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations warned that bread was running out in Harran.",
        "Doctors warned on Monday that the clinic in Harran could close.",
    ],
)
def test_who_warns_of_what_befalls_others_threatens_nobody(text: str) -> None:
    assert "THREATEN" not in [claim.type for claim in claims_of(text)]
