from __future__ import annotations

from testimonia.casefile.standing import standing
from testimonia.model.judgement import Verdict
from tests.casefile.test_corrections import judgement


def test_undoing_takes_back_the_last_decision_on_that_record() -> None:
    first, second = judgement(Verdict.ACCEPT), judgement(Verdict.REJECT)
    assert standing([first, second, judgement(Verdict.UNDO)]) == (first,)


def test_undoing_twice_takes_back_two() -> None:
    undo = judgement(Verdict.UNDO)
    assert standing([judgement(Verdict.ACCEPT), judgement(Verdict.REJECT), undo, undo]) == ()


def test_undoing_touches_no_other_record() -> None:
    other = judgement(Verdict.ACCEPT, "another")
    assert standing([other, judgement(Verdict.UNDO)]) == (other,)
