from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.casefile.records import as_plain, dumps, from_plain, loads
from testimonia.model.claim import Claim, Link
from testimonia.model.judgement import Judgement, Verdict
from testimonia.model.period import Period, Precision
from tests.casefile.values import accounts, claims, events, origins
from tests.samples import COMPARISON, LINKED, bombed


@settings(max_examples=60, deadline=None)
@given(st.one_of(claims(), accounts, events, origins))
def test_every_value_comes_back_equal(value: Any) -> None:
    assert loads(type(value), dumps(value)) == value


@pytest.mark.parametrize("value", [*COMPARISON.disputes, *COMPARISON.tolls, *COMPARISON.sources, *LINKED.events])
def test_findings_come_back_equal(value: Any) -> None:
    assert loads(type(value), dumps(value)) == value


def test_a_period_has_the_keys_of_the_data_model_and_iso_days() -> None:
    period = Period(date(2031, 5, 3), None, Precision.MONTH, "since May", 4, 13)
    assert as_plain(period) == {
        "start": "2031-05-03", "end": None, "precision": "month", "text": "since May", "start_offset": 4,
        "end_offset": 13,
    }  # fmt: skip


def test_a_claim_is_nested_as_in_the_data_model() -> None:
    plain = json.loads(dumps(bombed))
    assert plain["factuality"] == "CT+"
    assert plain["attribution"][1]["name"] == "Valley Monitor"
    assert plain["period"]["start"] == "2031-05-03"


def test_a_moment_keeps_its_zone() -> None:
    judgement = Judgement("x", Verdict.REJECT, "ana", datetime(2031, 5, 3, 12, tzinfo=UTC), "a namesake")
    assert loads(Judgement, dumps(judgement)) == judgement


def test_equal_values_give_the_same_line_with_sorted_keys() -> None:
    keys = list(json.loads(dumps(bombed)))
    assert keys == sorted(keys)


def test_a_field_that_an_older_version_did_not_know_takes_its_default() -> None:
    plain = as_plain(bombed)
    del plain["scare_quotes"]
    assert from_plain(Claim, plain) == bombed


def test_a_field_that_this_version_does_not_know_is_passed_over() -> None:
    assert from_plain(Link, as_plain(bombed.attribution[0]) | {"mood": "sour"}) == bombed.attribution[0]


def test_what_is_no_value_of_the_model_is_refused() -> None:
    with pytest.raises(TypeError, match="not object"):
        as_plain(object())


@pytest.mark.parametrize("kind", [str | int, complex, list])
def test_a_type_that_no_record_holds_is_refused(kind: Any) -> None:
    with pytest.raises(TypeError, match="no record can hold"):
        from_plain(kind, 1)
