from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from testimonia.codebook.codebook import Codebook
from testimonia.model.document import Account
from testimonia.model.period import Basis, Period
from tests.ingest.reading import document_of, written
from tests.ingest.texts import BLOG, FIRST


@pytest.fixture
def dated(tmp_path: Path, river: Codebook) -> Dated:
    return Dated(tmp_path, river)


class Dated:
    def __init__(self, folder: Path, codebook: Codebook) -> None:
        self.folder, self.codebook = folder, codebook

    def __call__(self, *sentences: str) -> Account:
        text = f"{FIRST}\n\n" + " ".join(sentences)
        return document_of(written(self.folder, "a.txt", text), self.codebook).accounts[0]


def bounds(account: Account) -> tuple[date | None, date | None]:
    return account.published.start, account.published.end


def test_a_text_is_no_older_than_a_happening_it_speaks_of(dated: Dated) -> None:
    account = dated("The truce of the Ford was broken before the ink was dry.")
    assert bounds(account) == (date(2021, 2, 14), None)
    assert account.published_basis is Basis.INFERRED
    assert any(one.span is not None and "truce" in one.span.text for one in account.evidence)


def test_last_week_of_a_visit_bounds_a_text_on_both_sides(dated: Dated) -> None:
    account = dated("Last week the envoy visited Port Ansel and spoke to both sides.")
    assert bounds(account) == (date(2021, 5, 19), date(2021, 6, 1))


def test_a_month_without_a_year_means_the_one_within_a_year(dated: Dated) -> None:
    account = dated("Both sides agreed to a ceasefire in February at the old ford.")
    assert bounds(account) == (date(2021, 2, 14), date(2022, 1, 31))


def test_a_happening_that_is_only_hoped_for_gives_no_bound(dated: Dated) -> None:
    account = dated("Nobody believes that the truce of the Ford will be signed.")
    assert bounds(account) == (None, None)
    assert account.published_basis is Basis.UNKNOWN


def test_a_group_called_only_by_its_old_name_is_a_weak_latest_day(dated: Dated) -> None:
    account = dated("The truce of the Ford bound the Reed Brigade.", "The Reed Brigade kept it for a day.")
    assert bounds(account) == (date(2021, 2, 14), date(2021, 8, 31))
    assert any("weak" in one.reason for one in account.evidence)


def test_a_text_that_knows_the_new_name_is_not_bound_by_the_old(dated: Dated) -> None:
    account = dated(
        "The Reed Brigade, now the Delta Front, broke the truce of the Ford.", "The Reed Brigade is no more."
    )
    assert bounds(account) == (date(2021, 2, 14), None)


def test_an_old_name_never_contradicts_a_later_fact(dated: Dated) -> None:
    account = dated("The Reed Brigade fought on.", "In October 2022 the Reed Brigade lost the granary.")
    assert bounds(account) == (date(2022, 10, 1), None)


def test_an_office_bounds_a_text_by_its_term(dated: Dated) -> None:
    account = dated("Foreign Minister Ana Velt spoke of progress.")
    assert bounds(account) == (date(2020, 6, 1), date(2022, 3, 31))


def test_a_former_office_bounds_nothing(dated: Dated) -> None:
    assert bounds(dated("Former foreign minister Ana Velt spoke of progress.")) == (None, None)


def test_a_past_day_with_a_year_is_an_earliest_day(dated: Dated) -> None:
    assert bounds(dated("The granary burned on 12 March 2021.")) == (date(2021, 3, 12), None)


def test_a_planned_day_is_none(dated: Dated) -> None:
    assert bounds(dated("The sides plan to meet on 12 March 2021.")) == (None, None)


def test_a_year_alone_counts_only_as_a_date(dated: Dated) -> None:
    assert bounds(dated("Since 2020 the ferry has run once a week.")) == (date(2020, 1, 1), None)
    assert bounds(dated("Some 2020 people crossed the river.")) == (None, None)


def test_a_weekday_picks_the_one_year_of_the_war_that_it_fits(dated: Dated) -> None:
    account = dated("The granary burned on Friday, March 12.")
    assert account.published.start == date(2021, 3, 12)


def test_a_host_is_no_older_than_the_article_it_carries(tmp_path: Path, river: Codebook) -> None:
    host = document_of(written(tmp_path, "a.txt", BLOG), river).accounts[0]
    assert bounds(host) == (date(2021, 5, 4), None)
    assert any("carries an article" in one.reason for one in host.evidence)


def test_a_day_without_a_year_soon_after_the_earliest_day_moves_it_on(tmp_path: Path, river: Codebook) -> None:
    text = BLOG.replace("A week of excuses\n\nGov", "A week of excuses\n\nOn May 9 the ferry stopped. Gov", 1)
    host = document_of(written(tmp_path, "a.txt", text), river).accounts[0]
    assert host.published.start == date(2021, 5, 9)


def test_the_users_date_overrides_what_the_text_says(tmp_path: Path, river: Codebook) -> None:
    path = written(tmp_path, "a.txt", f"# Guns\n\n4 May 2021\n\n{FIRST}")
    account = document_of(path, river, date=date(2021, 5, 1)).accounts[0]
    assert bounds(account) == (date(2021, 5, 1), date(2021, 5, 1))
    assert account.published_basis is Basis.STATED
    assert any(one.reason == "given by the user" for one in account.evidence)


def test_a_users_period_open_on_one_side_is_kept_open(tmp_path: Path, river: Codebook) -> None:
    account = document_of(written(tmp_path, "a.txt", FIRST), river, date=Period(date(2021, 5, 1), None)).accounts[0]
    assert bounds(account) == (date(2021, 5, 1), None)
    assert account.published_basis is Basis.INFERRED


def test_every_bound_rests_on_words_of_the_text(dated: Dated) -> None:
    account = dated("Last week the envoy visited Port Ansel.", "The truce of the Ford was not spoken of.")
    text = (dated.folder / "a.txt").read_text(encoding="utf-8")
    assert len(account.evidence) >= 3
    for one in account.evidence:
        assert one.span is not None and text[one.span.start : one.span.end] == one.span.text


def test_last_week_of_what_recurs_bounds_only_one_side(dated: Dated) -> None:
    account = dated("Last week the shelling of Tarn went on.")
    assert bounds(account) == (date(2021, 7, 7), None)


def test_an_office_that_two_of_one_last_name_held_needs_the_whole_name(dated: Dated) -> None:
    assert bounds(dated("Governor Hale spoke of progress.")) == (None, None)
    assert bounds(dated("Governor Rosa Hale spoke of progress.")) == (date(2021, 1, 1), date(2022, 12, 31))


def test_a_title_that_many_bear_dates_nothing(dated: Dated) -> None:
    assert bounds(dated("Spokesman Otto Lind spoke of progress.")) == (None, None)
