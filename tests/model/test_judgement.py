from dataclasses import FrozenInstanceError
from datetime import UTC, datetime

import pytest

from testimonia.model.judgement import Judgement, Verdict


def test_a_judgement_cannot_be_altered_once_made() -> None:
    made = Judgement("c1", Verdict.REJECT, "ana", datetime(1995, 7, 12, tzinfo=UTC), "the mill stood empty")
    with pytest.raises(FrozenInstanceError):
        made.verdict = Verdict.ACCEPT  # type: ignore[misc]


def test_a_judgement_without_a_correction_changes_nothing() -> None:
    made = Judgement("c1", Verdict.ACCEPT, "ana", datetime(1995, 7, 12, tzinfo=UTC), "seen")
    assert made.change == "{}"
