"""When a text says things happened, in the words of reports from the field."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.model.period import Period, Precision
from testimonia.read import periods
from tests.read.set_aside import Phrase, phrases, rightly_read

TUESDAY = date(2016, 8, 9)
BLIND = phrases("periods")
SECOND = phrases("second/periods")


def only(text: str, published: Period | date | None = TUESDAY) -> Period:
    found = periods.find(text, published)
    assert len(found) == 1, [period.text for period in found]
    return found[0]


def bounds(text: str, published: Period | date | None = TUESDAY) -> tuple[str | None, str | None]:
    period = only(text, published)
    return (
        period.start.isoformat() if period.start else None,
        period.end.isoformat() if period.end else None,
    )


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The depot burned on 3 March 2014.", "2014-03-03", "2014-03-03"),
        ("The depot burned on March 3rd, 2014.", "2014-03-03", "2014-03-03"),
        ("The depot burned on the 3rd of March 2014.", "2014-03-03", "2014-03-03"),
        ("Filed 2014-03-03 from the depot.", "2014-03-03", "2014-03-03"),
        ("Filed 03.03.2014 from the depot.", "2014-03-03", "2014-03-03"),
        ("Filed 25/12/2014 from the depot.", "2014-12-25", "2014-12-25"),
        ("Filed 12/25/2014 from the depot.", "2014-12-25", "2014-12-25"),
        ("The line held between 3 and 9 March 2014.", "2014-03-03", "2014-03-09"),
        ("The line held from March to May 2014.", "2014-03-01", "2014-05-31"),
        ("The line held from November 2014 to February 2015.", "2014-11-01", "2015-02-28"),
        ("The line held in 2013-14.", "2013-01-01", "2014-12-31"),
        ("The line held in the summer of 2014.", "2014-06-01", "2014-08-31"),
        ("The line held in the winter of 2014.", "2014-12-01", "2015-02-28"),
        ("The pact dates from the 1990s.", "1990-01-01", "1999-12-31"),
        ("The fort is from the 19th century.", "1801-01-01", "1900-12-31"),
        ("Prices rose in early 2014.", "2014-01-01", "2014-04-30"),
        ("Prices rose in mid-March 2014.", "2014-03-11", "2014-03-20"),
        ("Prices rose at the end of March 2014.", "2014-03-21", "2014-03-31"),
        ("Prices rose in the last week of March 2014.", "2014-03-25", "2014-03-31"),
        ("Prices rose in the first three weeks of 2014.", "2014-01-01", "2014-01-21"),
        ("Prices rose in the first half of 2014.", "2014-01-01", "2014-06-30"),
        ("Prices rose in the third quarter of 2014.", "2014-07-01", "2014-09-30"),
    ],
)
def test_absolute_expressions_need_no_day_of_writing(text: str, start: str, end: str) -> None:
    assert bounds(text, None) == (start, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Gunmen stormed the mill on Friday.", "2016-08-05", "2016-08-05"),
        ("Gunmen stormed the mill on Tuesday.", "2016-08-09", "2016-08-09"),
        ("The envoy will visit the mill on Friday.", "2016-08-12", "2016-08-12"),
        ("The mill was hit over the weekend.", "2016-08-06", "2016-08-07"),
        ("The mill was hit last week.", "2016-08-01", "2016-08-07"),
        ("The mill was hit this week.", "2016-08-08", "2016-08-14"),
        ("The mill was hit last February.", "2016-02-01", "2016-02-29"),
        ("The mill was hit in September.", "2015-09-01", "2015-09-30"),
        ("The mill will reopen in September.", "2016-09-01", "2016-09-30"),
        ("The mill was hit on 2 August.", "2016-08-02", "2016-08-02"),
        ("The mill was hit three weeks ago.", "2016-07-18", "2016-07-24"),
        ("The mill was hit two days ago.", "2016-08-07", "2016-08-07"),
        ("The mill was hit yesterday.", "2016-08-08", "2016-08-08"),
        ("The mill has stood idle for the past two months.", "2016-06-09", "2016-08-09"),
        ("Last year's harvest is gone.", "2015-01-01", "2015-12-31"),
        ("Earlier this month the mill was hit.", "2016-08-01", "2016-08-09"),
    ],
)
def test_relative_expressions_are_anchored_to_the_day_of_writing(text: str, start: str, end: str) -> None:
    assert bounds(text) == (start, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The road has been cut since 2012.", "2012-01-01", None),
        ("Ever since May 2012 the road has been cut.", "2012-05-01", None),
        ("The truce holds until the end of July 2017.", None, "2017-07-31"),
        ("Troops must leave by 1 June 2017.", None, "2017-06-01"),
        ("No one crossed before 1 June 2014.", None, "2014-05-31"),
        ("No one crossed after 1 June 2014.", "2014-06-02", None),
    ],
)
def test_words_like_since_and_until_leave_a_side_open(text: str, start: str | None, end: str | None) -> None:
    assert bounds(text) == (start, end)


def test_recent_weeks_are_vague() -> None:
    period = only("Shelling has grown heavier in recent weeks.")
    assert period.precision is Precision.VAGUE
    assert period.end == TUESDAY


def test_the_same_day_is_the_day_spoken_of_last() -> None:
    found = periods.find("The bridge fell on 4 May 2014. A school was hit the same day.", TUESDAY)
    assert [period.start for period in found] == [date(2014, 5, 4)] * 2


def test_two_years_later_follows_on_what_was_said() -> None:
    found = periods.find("He was jailed in 2009. Two years later he was freed.", TUESDAY)
    assert (found[1].start, found[1].end) == (date(2011, 1, 1), date(2011, 12, 31))


def test_a_week_and_a_half_earlier_is_counted_from_the_day_before_it() -> None:
    found = periods.find("The pact was signed on 20 May 2014, a week and a half earlier than planned.", TUESDAY)
    assert found[1].start is not None
    assert abs((found[1].start - date(2014, 5, 9)).days) <= 3


def test_what_nothing_anchors_is_given_with_open_bounds() -> None:
    period = only("The guards had fled a week earlier.")
    assert (period.start, period.end, period.known) == (None, None, False)


def test_relative_expressions_have_no_bounds_without_a_day_of_writing() -> None:
    assert bounds("The mill was hit last week.", None) == (None, None)


def test_a_day_of_writing_that_was_inferred_widens_what_rests_on_it() -> None:
    inferred = Period(date(2016, 8, 8), date(2016, 8, 12))
    assert bounds("The mill was hit yesterday.", inferred) == ("2016-08-07", "2016-08-11")
    assert bounds("The mill was hit on 3 March 2014.", inferred) == ("2014-03-03", "2014-03-03")


@pytest.mark.parametrize(
    "text",
    [
        "The 40-month-long siege broke them.",
        "The council may march on the square.",
        "Some 2000 people marched.",
        "They killed 1998 fighters by their own count.",
        "A Mi-24 fell.",
        "He sat in the sun.",
    ],
)
def test_durations_counts_and_other_words_are_no_periods(text: str) -> None:
    assert periods.find(text, TUESDAY) == []


def test_the_text_of_a_period_is_the_words_at_its_offsets() -> None:
    text = "Between 3 and 9 March 2014 — and again until Sunday — the line held."
    for period in periods.find(text, TUESDAY):
        assert text[period.start_offset : period.end_offset] == period.text


def test_timex_gives_values_and_types() -> None:
    found = periods.timex("On Friday he said the siege lasted three years and is shelled daily.", TUESDAY)
    assert [(item.type, item.value) for item in found] == [
        ("DATE", "2016-08-05"),
        ("DURATION", "P3Y"),
        ("SET", "P1D"),
    ]


def test_timex_leaves_ages_alone() -> None:
    assert periods.timex("A 29-year-old medic spoke.", TUESDAY) == []


@pytest.mark.parametrize(("blind", "first_score"), [(BLIND, 34), (SECOND, 40)])
def test_phrases_set_aside_before_the_finder_saw_them_are_mostly_right(blind: list[Phrase], first_score: int) -> None:
    def reads(phrase: Phrase, start: int, end: int) -> bool:
        return any(
            (period.start_offset or 0) < end
            and start < (period.end_offset or 0)
            and (period.start, period.end) == (phrase["start"], phrase["end"])
            for period in periods.find(phrase["text"], phrase["published"])
        )

    assert len(blind) == 40
    assert rightly_read(blind, reads) >= first_score


_WORDS = st.sampled_from(
    [
        "on",
        "the",
        "first",
        "two",
        "weeks",
        "of",
        "March",
        "2016",
        "since",
        "until",
        "Friday",
        "last",
        "next",
        "year",
        "'s",
        "a",
        "and",
        "-",
        "half",
        "12",
        "0",
        "31",
        "9999",
        "1",
        "ago",
        "later",
        "that",
        "same",
        "day",
        "early",
        "mid",
        "late",
        "century",
        "19th",
        ",",
        ".",
        "between",
        "from",
        "to",
        "45/67/8901",
        "30.02.2015",
        "0000",
        "quarter",
        "May",
        "past",
        "few",
    ]
)


@given(st.lists(_WORDS, max_size=25).map(" ".join), st.dates())
@settings(max_examples=300, deadline=None)
def test_any_run_of_words_of_time_gives_periods_in_order_with_exact_spans(text: str, day: date) -> None:
    last = 0
    for period in periods.find(text, day):
        assert period.start_offset is not None
        assert period.end_offset is not None
        assert last <= period.start_offset < period.end_offset
        assert text[period.start_offset : period.end_offset] == period.text
        last = period.end_offset
    spans = [(item.start, item.end) for item in periods.timex(text, day)]
    assert spans == sorted(spans)


@given(st.text(max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_at_all_is_read_without_an_error(text: str) -> None:
    for period in periods.find(text, TUESDAY):
        assert text[period.start_offset : period.end_offset] == period.text
    periods.timex(text, None)


@pytest.mark.parametrize(
    "text",
    [
        "9" * 5000 + " days ago",
        "a week before " * 2000,
        "999999999999 years ago",
        "the last " + "9" * 400 + " months",
        "31 February 2015 and the 0th of May 2015",
    ],
)
def test_absurd_times_are_read_without_an_error(text: str) -> None:
    for day in (date.min, TUESDAY, date.max):
        periods.find(text, day)


def test_a_date_lends_its_year_to_the_rest_of_its_sentence() -> None:
    found = periods.find("On 7 April 1994 it began; on 4 July the capital fell, and in August it ended.", TUESDAY)
    assert [period.start for period in found] == [date(1994, 4, 7), date(1994, 7, 4), date(1994, 8, 1)]


def test_two_weekdays_that_follow_each_other_are_one_span() -> None:
    assert bounds("Six died in raids on Saturday and Sunday.") == ("2016-08-06", "2016-08-07")


@pytest.mark.parametrize("text", ["They met on Friday and Sunday.", "It fell on Saturday and Sunday's talks failed."])
def test_two_weekdays_apart_or_of_two_things_are_two_days(text: str) -> None:
    assert [period.start == period.end for period in periods.find(text, TUESDAY)] == [True, True]


def test_two_weekdays_run_forward() -> None:
    assert bounds("They fought from Monday through Friday.") == ("2016-08-01", "2016-08-05")


def test_the_following_month_is_the_next_of_that_name() -> None:
    found = periods.find("The well ran dry in May 1993. By the following February it was full.", TUESDAY)
    assert found[1].end == date(1994, 2, 28)


@pytest.mark.parametrize(
    "text", ["The Arab Spring began there.", "Winter coats were handed out.", "UNSCR 1973 was cited."]
)
def test_seasons_in_names_and_numbers_of_resolutions_are_no_periods(text: str) -> None:
    assert periods.find(text, TUESDAY) == []


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Since the 2011 uprising the town has been poor.", "2011-01-01", None),
        ("From 2011 onwards the town was poor.", "2011-01-01", None),
        ("The town fell Apr-2014.", "2014-04-01", "2014-04-30"),
    ],
)
def test_years_are_read_in_the_ways_reports_write_them(text: str, start: str, end: str | None) -> None:
    assert bounds(text) == (start, end)


def test_a_year_behind_the_second_of_two_months_holds_for_both() -> None:
    found = periods.find("It fell in late February or early March 2013.", TUESDAY)
    assert [(period.start, period.end) for period in found] == [
        (date(2013, 2, 21), date(2013, 2, 28)),
        (date(2013, 3, 1), date(2013, 3, 10)),
    ]


def test_every_friday_and_the_fall_of_a_town_are_no_days() -> None:
    assert periods.find("Every Friday they marched.", TUESDAY) == []
    assert [period.text for period in periods.find("After the fall of the town they left in 2012.", TUESDAY)] == [
        "2012"
    ]


@pytest.mark.parametrize(
    "text", ["A rocket hit the school at 1130.", "It came at around 0945 am.", "At 1130 am it fell."]
)
def test_a_time_of_day_in_four_digits_is_no_year(text: str) -> None:
    assert all(p.start is None or p.start.year >= 1900 for p in periods.find(text, date(2016, 8, 9)))


def test_a_year_long_past_is_still_a_year() -> None:
    assert [p.start for p in periods.find("In 1137 the city fell.", date(2016, 8, 9))] == [date(1137, 1, 1)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The assembly is to be held on Friday.", date(2016, 7, 15)),
        ("Gunmen were preparing to open fire on Friday.", date(2016, 7, 8)),
        ("Gunmen are preparing to open fire on Friday.", date(2016, 7, 15)),
        ("Nine were hurt on Friday due to rockets.", date(2016, 7, 8)),
        ("Talks are due to begin on Friday.", date(2016, 7, 15)),
    ],
)
def test_a_weekday_lies_ahead_of_what_is_to_be_done_and_behind_what_was_in_hand(text: str, day: date) -> None:
    assert only(text, date(2016, 7, 10)).start == day


def test_a_number_that_begins_the_next_sentence_is_no_day_of_the_month() -> None:
    assert bounds("The bridge fell in April. Two men drowned.") == ("2016-04-01", "2016-04-30")


@pytest.mark.parametrize(
    "text",
    [
        "The toll stands between 500 and 1300.",
        "Between 1400 and 1700 people were killed.",
        "Estimates of the dead range from 1500 to 2000.",
        "The hospital raised the death toll to 1900.",
    ],
)
def test_the_ends_of_a_range_of_counts_are_no_years(text: str) -> None:
    assert periods.find(text, TUESDAY) == []


@pytest.mark.parametrize("text", ["The line held from 1914 to 1918.", "The line held between 2011 and 2016."])
def test_the_ends_of_a_range_of_years_are_years(text: str) -> None:
    assert only(text).start is not None


def test_since_then_opens_at_what_was_spoken_of_last() -> None:
    began, since = periods.find("The war began in March 2011. Thousands have died since then.", TUESDAY)
    assert (began.start, since.start, since.end) == (date(2011, 3, 1), date(2011, 3, 1), None)


def test_then_by_itself_is_no_time() -> None:
    assert [found.text for found in periods.find("On Friday jets came, then shells fell.", TUESDAY)] == ["Friday"]


@pytest.mark.parametrize(
    "judged", ["may be the deadliest of the war", "may have killed nine", "must be one of the worst"]
)
def test_a_judgement_of_what_was_done_on_a_weekday_looks_back(judged: str) -> None:
    assert bounds(f"The raid on Monday {judged}.")[0] == bounds("The raid on Monday killed nine.")[0]
