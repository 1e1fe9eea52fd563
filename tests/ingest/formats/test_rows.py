from __future__ import annotations

from testimonia.ingest.formats.rows import column_map, order_of_dates


def test_common_names_of_columns_are_known_in_any_case() -> None:
    found = column_map(["Article Content", "Headline", "Date", "Source", "Link"], {})
    assert found.columns == {
        "text": "Article Content", "title": "Headline", "published": "Date", "outlet": "Source", "url": "Link"
    }  # fmt: skip


def test_the_user_may_name_a_column() -> None:
    assert column_map(["story_de", "body"], {"text": "story_de"}).columns["text"] == "story_de"


def test_the_order_of_numeric_dates_is_told_by_a_number_above_twelve() -> None:
    assert order_of_dates(["3/4/2021", "3/24/2021"]) is False
    assert order_of_dates(["24/3/2021"]) is True
    assert order_of_dates(["3/4/2021"]) is None
