"""When a claim goes on from a day that was told before it, and when not."""

from datetime import date

import pytest

from tests.read.expecting import triggered
from tests.read.telling import claims_of

DAY = "Gunmen raided Bukavu on 3 August 2016. "


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("They shelled Goma and fled.", "shelled"),
        ("The attack on the town of Goma killed nine people.", "attack"),
        ("The army carried out strikes on Goma.", "strikes"),
        ("The army broke a two-year siege and shelled Goma.", "shelled"),
    ],
)
def test_what_is_told_on_has_the_day_told_before(text: str, word: str) -> None:
    claim = triggered(claims_of(DAY + text), word)
    assert claim.period is not None
    assert claim.period.start == date(2016, 8, 3)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The army has been shelling Goma for two years.", "shelling"),
        ("Villages near Goma are usually attacked by gunmen.", "attacked"),
        ("The army has shelled Goma.", "shelled"),
        ("The army had previously bombed Goma.", "bombed"),
        ("The envoy condemned the raid.", "condemned"),
        ("The army continues to hit the town of Goma.", "hit"),
        ("Shells have killed nine people and wounded two.", "wounded"),
        ("Refugees crossed a bridge near Goma, which the army shelled.", "shelled"),
    ],
)
def test_what_is_usual_lasts_or_was_long_before_has_no_day_told_before(text: str, word: str) -> None:
    assert triggered(claims_of(DAY + text), word).period is None


@pytest.mark.parametrize("day", ["in 2012", "last month", "since June"])
def test_nothing_goes_on_from_a_year_a_month_or_an_open_stretch(day: str) -> None:
    claim = triggered(claims_of(f"The war has ravaged Bukavu {day}. The army shelled Goma."), "shelled")
    assert claim.period is None


@pytest.mark.parametrize(
    "before", ["The envoy vowed on Sunday to end the war.", "A forum is due to be held on Sunday in Nairobi."]
)
def test_nothing_goes_on_from_a_day_of_vowing_or_one_still_to_come(before: str) -> None:
    assert triggered(claims_of(f"{before} The army shelled Goma."), "shelled").period is None
