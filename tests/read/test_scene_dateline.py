"""The day on which an account was put out is no day of what it tells."""

from datetime import date

import pytest

from tests.read.expecting import triggered
from tests.read.telling import claims_of


@pytest.mark.parametrize(
    "line", ["9 August 2016 - ", "Tue Aug 9 2016 ", "Date of publication 9 August 2016 - ", "BENI, Aug. 9 (Agency) -- "]
)
def test_a_dateline_is_kept_around_and_is_not_the_day_of_the_deed(line: str) -> None:
    claim = triggered(claims_of(line + "Five farmers were killed in Goma."), "killed")
    assert claim.period is None
    assert claim.likely_period is not None
    assert claim.likely_period.start == date(2016, 8, 9)


@pytest.mark.parametrize("when", ["on 9 August 2016", "on Tuesday", "on 8 August 2016"])
def test_a_day_that_a_preposition_brings_in_is_no_dateline(when: str) -> None:
    assert triggered(claims_of(f"Five farmers were killed in Goma {when}."), "killed").period is not None
