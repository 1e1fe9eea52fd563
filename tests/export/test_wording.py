from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from testimonia.export import wording
from testimonia.model.claim import Figure, Link, SourceKind, SpeechForm, Unit
from testimonia.model.factuality import Factuality
from testimonia.model.period import Basis, Period
from tests.samples import bombed, died, gazette, herald


def test_a_number_of_accounts_never_stands_without_its_origins() -> None:
    assert wording.counted(["a", "b", "b", "c"], ["x"]) == "3 accounts, 1 independent origin"


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2031, 5, 3), date(2031, 5, 3), "3 May 2031"),
        (date(2031, 5, 1), date(2031, 5, 31), "May 2031"),
        (date(2031, 5, 1), date(2031, 5, 7), "1 to 7 May 2031"),
        (date(2031, 4, 29), date(2031, 5, 7), "29 April to 7 May 2031"),
        (date(2030, 12, 30), date(2031, 1, 2), "30 December 2030 to 2 January 2031"),
        (date(2031, 1, 1), date(2031, 12, 31), "2031"),
        (date(2030, 1, 1), date(2031, 12, 31), "2030 to 2031"),
        (date(2031, 5, 3), None, "since 3 May 2031"),
        (None, date(2031, 5, 3), "until 3 May 2031"),
        (None, None, ""),
    ],
)
def test_a_period_is_said_with_its_open_bounds_open(start: date | None, end: date | None, said: str) -> None:
    assert wording.period(Period(start, end)) == said


def test_an_inferred_date_is_said_to_be_inferred() -> None:
    account = herald.accounts[0]
    assert wording.published(account) == "4 May 2031"
    assert wording.published(replace(account, published_basis=Basis.INFERRED)) == "4 May 2031 (inferred)"
    unknown = replace(account, published=Period(None, None), published_basis=Basis.UNKNOWN)
    assert wording.published(unknown) == "undated"


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(14, 14, "14"), (20, 30.5, "20 to 30.5"), (1200, None, "at least 1,200"), (None, 5, "at most 5"),
     (None, None, "unknown")],
)  # fmt: skip
def test_an_interval_keeps_its_bounds(low: float | None, high: float | None, said: str) -> None:
    assert wording.interval(low, high) == said


def test_a_figure_says_what_it_counts() -> None:
    assert wording.figure(Figure(50, 50, True, Unit.KILLED, "people", "", 0, 0)) == "about 50 people (killed)"
    assert wording.figure(Figure(3, 3, False, Unit.OTHER, "bridges", "", 0, 0)) == "3 bridges"


def test_the_chain_of_sources_is_said_in_words() -> None:
    hearsay = Link("", "", SourceKind.UNNAMED, SpeechForm.HEARSAY, "reportedly", None, None, Factuality.CERTAIN)
    longer = replace(bombed, attribution=(*bombed.attribution, hearsay))
    assert wording.chain(bombed, "Herald") == "Herald, citing Valley Monitor"
    assert wording.chain(longer, "Herald") == "Herald, citing Valley Monitor, on hearsay from an unnamed source"
    assert wording.chain(died, "Gazette") == "Gazette"


def test_firmness_names_whoever_else_commits() -> None:
    denying = replace(bombed.attribution[0], factuality=Factuality.CERTAINLY_NOT)
    doubted = replace(bombed, attribution=(denying, bombed.attribution[1]))
    assert wording.firmness(bombed, "Herald") == "as certain"
    assert wording.firmness(doubted, "Herald") == "as certain; Herald itself as not so"


def test_accounts_of_one_outlet_are_told_apart() -> None:
    first = herald.accounts[0]
    later = replace(first, id="x", document="x", published=Period(date(2031, 6, 1), date(2031, 6, 1)))
    twin = replace(first, id="y", document="y", title="Another strike")
    assert wording.labels([first, later]) == {first.id: "Herald (4 May 2031)", "x": "Herald (1 June 2031)"}
    assert wording.labels([first, twin])["y"] == "Herald (Another strike)"


def test_a_reprint_is_told_from_the_original_by_where_it_stands() -> None:
    original, host = herald.accounts[0], gazette.accounts[0]
    reprint = replace(original, id=f"{host.id}.1", document=host.id)
    said = wording.labels([original, host, reprint])
    assert list(said.values()) == ["Herald", "Gazette", "Herald (reprinted in Gazette)"]


def test_a_long_title_that_stands_for_an_outlet_is_cut_between_words() -> None:
    account = replace(herald.accounts[0], outlet=None, title="Shells fell on the bridge, on the mill and on the market")
    assert wording.labels([account]) == {account.id: "Shells fell on the bridge, on the mill …"}


def test_a_text_cannot_steer_a_terminal() -> None:
    assert wording.one_line("fire\x1b[2J\n at  dawn") == "fire\N{REPLACEMENT CHARACTER}[2J at dawn"


def test_ids_are_shortened_to_their_digits() -> None:
    assert wording.short("situation-0123456789abcdef") == "0123456789"
    assert wording.short("0123456789abcdef.1") == "0123456789abcdef.1"
