"""What users said about sources and disputes: ratings, camps, and which disputes they settled, as judgements.

What always holds: the last judgement on a thing is the one in force, and earlier ones stay in the case.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from testimonia.casefile.casefile import Casefile
from testimonia.casefile.standing import standing as standing_of
from testimonia.export.ratings import OUTLET
from testimonia.export.ratings import of as ratings
from testimonia.model.judgement import Verdict

__all__ = ["OUTLET", "of", "ratings", "settled", "standing_of"]


def of(case: Casefile) -> Mapping[str, str]:
    """The camp of each outlet that was put in one."""
    camps: dict[str, str] = {}
    for judgement in case.standing():
        if judgement.verdict is Verdict.RATE and judgement.subject.startswith(OUTLET):
            said = json.loads(judgement.change)
            if "camp" in said:
                camps[judgement.subject.removeprefix(OUTLET)] = str(said["camp"])
    return {outlet: camp for outlet, camp in camps.items() if camp}


def settled(case: Casefile) -> frozenset[str]:
    """The disputes that somebody looked at and set aside."""
    return frozenset(
        j.subject for j in case.standing() if j.verdict is Verdict.ACCEPT and j.subject.startswith("dispute-")
    )
