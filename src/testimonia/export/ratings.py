"""How people rated sources and claims: letters and figures of the Admiralty's scale, as their judgements give them.

What always holds: only what somebody decided and did not take back is told, and the last word on a thing is in force.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from testimonia.casefile.casefile import Casefile
from testimonia.compare.credibility import Credibility
from testimonia.model.judgement import Verdict

OUTLET = "outlet:"  # the subject of a judgement about an outlet is this and its name

CREDIBILITY: Mapping[int, str] = {
    Credibility.CONFIRMED: "confirmed by others",
    Credibility.PROBABLE: "probably true",
    Credibility.POSSIBLE: "possibly true",
    Credibility.DOUBTFUL: "doubtfully true",
    Credibility.IMPROBABLE: "improbable",
    Credibility.UNKNOWN: "cannot be judged",
}


def of(case: Casefile) -> Mapping[str, str]:
    """The Admiralty rating of each source, outlet (``outlet:NAME``) or claim that was given one, such as ``B2``."""
    found: dict[str, str] = {}
    for judgement in case.standing():
        if judgement.verdict is Verdict.RATE:
            said = json.loads(judgement.change)
            if "admiralty" in said:
                found[judgement.subject] = str(said["admiralty"])
    return {subject: rating for subject, rating in found.items() if rating}


def credibility(case: Casefile, claim: str) -> int | None:
    """The figure from 1 to 6 that a person gave the claim of that id, ``None`` where nobody gave one."""
    figure = of(case).get(claim, "")[-1:]
    return int(figure) if figure in {str(int(known)) for known in Credibility} else None


def of_source(rated: Mapping[str, str], source: str, name: str) -> str:
    """The rating of a source by its id, else that of the outlet of its name; empty where it has none."""
    return rated.get(source) or rated.get(f"{OUTLET}{name}", "")
