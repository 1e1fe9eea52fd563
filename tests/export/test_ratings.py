from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from testimonia.casefile.casefile import Casefile
from testimonia.export import ratings
from testimonia.model.judgement import Judgement, Verdict


def _rate(subject: str, admiralty: str, verdict: Verdict = Verdict.RATE) -> Judgement:
    return Judgement(subject, verdict, "ana", datetime(2031, 6, 1, tzinfo=UTC), "", f'{{"admiralty": "{admiralty}"}}')


def test_the_last_rating_that_stands_is_in_force(tmp_path: Path) -> None:
    with Casefile.open(tmp_path / "case.db", create=True) as case:
        case.judge(_rate("valley-monitor", "B2"))
        case.judge(_rate("valley-monitor", "D4"))
        assert ratings.of(case)["valley-monitor"] == "D4"
        case.judge(_rate("valley-monitor", "", Verdict.UNDO))
        assert ratings.of(case)["valley-monitor"] == "B2"


def test_a_claims_figure_is_that_of_its_rating(tmp_path: Path) -> None:
    with Casefile.open(tmp_path / "case.db", create=True) as case:
        case.judge(_rate("c1", "B2"))
        case.judge(_rate("c2", "B"))
        assert [ratings.credibility(case, claim) for claim in ("c1", "c2", "c3")] == [2, None, None]


def test_a_source_without_a_rating_has_that_of_the_outlet_of_its_name() -> None:
    rated = {"outlet:Valley Post": "A1", "monitor": "C3"}
    assert ratings.of_source(rated, "monitor", "Valley Post") == "C3"
    assert ratings.of_source(rated, "valley-post", "Valley Post") == "A1"
    assert ratings.of_source(rated, "nobody", "Nobody") == ""
