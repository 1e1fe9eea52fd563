from __future__ import annotations

from testimonia.model.claim import SourceKind
from testimonia.model.dispute import DisputeKind
from tests.compare.telling import compared, only
from tests.factories import Telling


def test_whom_strikes_mostly_hit_is_asked_of_all_voices() -> None:
    one = Telling("Valley Post", "Most strikes of Eastland have hit non-Brigade fighters.")
    one.claim(
        "Most strikes of Eastland have hit non-Brigade fighters", actors=[("eastland", "Eastland")],
        recipients=[("valley-brigade", "non-Brigade fighters")],
    )  # fmt: skip
    two = Telling("Coast Daily", "Reeve said that Eastland aims at the Valley Brigade.")
    two.claim(
        "Eastland aims at the Valley Brigade", actors=[("eastland", "Eastland")],
        recipients=[("valley-brigade", "Valley Brigade")], source=("ada-minister", "Reeve"),
        source_kind=SourceKind.PERSON,
    )  # fmt: skip
    dispute = only(compared(one, two), DisputeKind.TARGET)
    assert dispute.question == "Whom did Eastland's strikes mostly hit?"
    assert sorted(answer.value for answer in dispute.answers) == ["Valley Brigade", "others than Valley Brigade"]
