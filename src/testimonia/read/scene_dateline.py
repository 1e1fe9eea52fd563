"""Which day is only that on which an account was put out, though it stands among its words?

What always holds: a dateline is the account's own day of publication, in full, with no preposition before it.
"""

from __future__ import annotations

import re

from testimonia.model.period import Period
from testimonia.read.reading import Reading

_YEAR = re.compile(r"\d{4}")
# Without its year a date is a dateline only so near to the beginning, in characters: "BENI, Aug. 9 (Agency) -".
_NEAR = 80


def is_dateline(reading: Reading, period: Period) -> bool:
    """Whether a period is the day on which the account was put out: "9 August 2016 - Market shelled in Goma"."""
    published = reading.account.published
    if period.start is None or period.start != period.end or (published.start, published.end) != (period.start,) * 2:
        return False
    if period.start_offset is None or not re.search(r"\d", period.text):
        return False
    if _YEAR.search(period.text) is None and period.start_offset > _NEAR:
        return False
    first = reading.doc.char_span(period.start_offset, period.start_offset + 1, alignment_mode="expand")
    if first is None or first.start == 0:
        return True
    before = reading.doc[first.start - 1]
    return not (before.pos_ == "ADP" and before.dep_ == "prep" and before.text.islower() and before.lower_ != "of")
