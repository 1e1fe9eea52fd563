"""Which rule reads which branch of the grammar? The one table that ties them.

What always holds: every branch of ``period_grammar.BRANCHES`` has a rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from testimonia.read.period_days import (
    read_day,
    read_days_in_month,
    read_holiday,
    read_month,
    read_part_of_day,
    read_weekday,
    read_weekend,
    read_written,
)
from testimonia.read.period_parts import (
    read_clock_of,
    read_edge_of,
    read_half,
    read_part_of,
    read_span_of,
    read_week_of,
)
from testimonia.read.period_scene import Rule
from testimonia.read.period_units import (
    read_ago,
    read_ahead,
    read_at_the_time,
    read_earlier,
    read_last_units,
    read_same,
    read_then,
    read_unit,
    read_unit_beyond,
)
from testimonia.read.period_years import (
    read_century,
    read_decade,
    read_quarter,
    read_season,
    read_unit_end,
    read_year,
    read_year_before,
    read_years,
)

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "written": read_written,
        "day_range": read_days_in_month,
        "day_month": read_days_in_month,
        "month_range": read_days_in_month,
        "month_day": read_days_in_month,
        "span_of": read_span_of,
        "half": read_half,
        "week_of": read_week_of,
        "part_of": read_part_of,
        "clock_of": read_clock_of,
        "edge_of": read_edge_of,
        "month_of_year": read_month,
        "year_before": read_year_before,
        "unit_end": read_unit_end,
        "quarter": read_quarter,
        "season": read_season,
        "month": read_month,
        "weekday_of": read_weekday,
        "weekday": read_weekday,
        "weekend": read_weekend,
        "day_beyond": read_day,
        "day": read_day,
        "part_of_day": read_part_of_day,
        "unit_beyond": read_unit_beyond,
        "last_units": read_last_units,
        "ago": read_ago,
        "ahead": read_ahead,
        "earlier": read_earlier,
        "same": read_same,
        "unit": read_unit,
        "at_the_time": read_at_the_time,
        "then": read_then,
        "century": read_century,
        "decade": read_decade,
        "years": read_years,
        "year": read_year,
        "holiday": read_holiday,
    }
)
